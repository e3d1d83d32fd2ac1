"""What an item refers to («hänvisningar»): §§ of other minutes, meetings by their day, laws, diary numbers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import msgspec

from loaders.minutes import AgendaItem, Reference, ReferenceKind
from loaders.reading.items.context import Context, Item
from loaders.reading.items.parts import label_span, paragraphs
from loaders.reading.lexicon.dates import MONTH_NAME, find_dates
from loaders.reading.pages.layout import Layout
from loaders.reading.rules import Rule
from loaders.reading.text.flow import Flow, flow
from loaders.reading.text.letters import UPPER, clean, fold

_LAW = r"(?P<law>(?-i:KL|PBL|SoL|OSL|FL|LSS|LVU|MB|RF|TF)|plan-\s+och\s+bygglagen|offentlighets-\s+och\s+sekretesslagen|lagen\s+om\s+[\w-]+(?:\s+[\w-]+){0,5}?|[\w-]{3,40}(?:lagen|balken|förordningen))"
_SFS = r"(?:\s*\((?:SFS\s*)?\d{4}:\d{1,4}\))?"
_PLACE = r"(?P<place>\d{1,2}\s*kap\.?(?:\s*\d{1,3}\s*[a-z]?\s*§)?|\d{1,3}\s*[a-z]?\s*§(?!\s*\d))"
LAW_FIRST = Rule(
    "law-first", rf"\b{_LAW}{_SFS}\s*,?\s*{_PLACE}", "kommunallagen 5 kap. 50 §", "kommunallagen gäller i 5 kap."
)
PLACE_FIRST = Rule(
    "place-first",
    rf"(?<![\d§])(?<!§\s){_PLACE}\s+(?:i\s+)?{_LAW}(?![\w-])",
    "5 kap. 50 § kommunallagen",
    "50 § i stadgarna",
)
SFS = Rule("sfs", r"\bSFS\s*(?P<sfs>\d{4}:\d{1,4})\b", "SFS 2017:725", "2017:725")
_BODY_WORD = r"(?:[\w]+-(?:,\s+\w+-)?\s+och\s+)?[\w-]*(?:fullmäktige|styrelsen?|nämnden?|utskottet?|direktionen|rådet|presidiet|stämman|årsmötet|gruppen|kommittén)"
_BODY = rf"(?P<body>(?-i:[{UPPER}]{{2,5}})|{_BODY_WORD}(?:s)?)"
_DAY = rf"(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}\s+(?:{MONTH_NAME})\s+\d{{4}})"
ITEM = Rule(
    "item",
    rf"(?:\b{_BODY}(?:\s+beslut\w*)?,?\s+)?(?:(?:den\s+)?(?P<before>{_DAY})\s*,?\s*\(?)?§\s*(?P<number>\d{{1,4}}(?:(?:[a-z]|\s[a-h])(?![\wåäö]))?)(?!\d|[.:]\d)"
    rf"(?:\s*/\s*(?P<year>(?:19|20)\d\d)(?!\d|-\d))?(?:\s*[,/(]?\s*(?:den\s+)?(?P<after>{_DAY}))?",
    "kommunfullmäktiges beslut § 45/2023",
    "45 personer",
)
OWN_RULES = Rule(
    "own-rules",
    r"\b(?:stadga\w*|reglement\w*|[\w-]*ordning(?:en|ens)?|avtal\w*|lagen\w*|policy\w*|kap\.?)\s*,?\s*$",
    "stadgarnas ",
    "styrelsens ",
)
OWN_RULES_AFTER = Rule(
    "own-rules-after",
    r"\s*(?:mom\.?\s*\d+\s*)?(?:i|av)\s+(?:\w+s\s+)?(?:stadg|reglement|[\w-]*ordning|avtal|lag)",
    " i stadgarna",
    " i protokollet",
    at="start",
)
MEETING = Rule(
    "meeting",
    rf"(?:\b(?P<body>{_BODY_WORD})s\s+)?\b(?:[\w-]*möten?t?|[\w-]*sammanträdet?|[\w-]*stämman?|protokoll(?:et)?)\s+(?:som\s+hölls\s+)?(?:från\s+|fört\s+)?(?:den\s+)?$",
    "nämndens möte den ",
    "mötet flyttas till ",
)
DIARY = Rule(
    "diary",
    rf"\b(?:dnr|diarienr|diarienummer|ärendenummer)\.?\s*:?\s*(?P<marked>(?-i:[{UPPER}]{{0,6}})[ .-]?\d[\w/:.-]{{2,20}}\d)|(?-i:\b(?P<bare>[{UPPER}]{{2,5}}[ -]?(?:19|20)\d\d[-/:]\d{{1,6}}))(?![\w-])",
    "motionen (dnr KS 2023/12)",
    "2023/12",
)
_FULL_NAMES = {
    "kl": "Kommunallagen", "pbl": "Plan- och bygglagen", "sol": "Socialtjänstlagen", "fl": "Förvaltningslagen",
    "osl": "Offentlighets- och sekretesslagen", "mb": "Miljöbalken", "rf": "Regeringsformen",
    "tf": "Tryckfrihetsförordningen",
}  # fmt: skip
_SIGNS = re.compile(r"§|möte|sammanträd|stämma|protokoll|kap|SFS|nr|nummer|\d[-/:]\d", re.IGNORECASE)
_NOT_SEARCHED = frozenset({"recipients", "diary"})


def read_references(layout: Layout, item: Item, read: AgendaItem, context: Context) -> list[Reference]:
    """Read what an item refers to, each once, in the order of its text; its own § and diary number are none."""
    texts = [item.title]
    for part in (part for part in item.parts if part.kind not in _NOT_SEARCHED):
        texts += [flow(layout.sheet, [label_span(layout.sheet, part)])] if part.kind == "quoted" else []
        texts += paragraphs(layout, part)
    found: dict[tuple[str, str, str, str], Reference] = {}
    for text in texts:
        if _SIGNS.search(text.text) is None:
            continue
        taken: list[tuple[int, int]] = []
        for reader in (_laws, _items, _diaries):
            for span, reference in reader(text, taken):
                taken.append(span)
                if not _is_own(reference, read):
                    found.setdefault(_key(reference), reference)
        for reference in _meetings(text, context):
            found.setdefault(_key(reference), reference)
    return list(found.values())


Found = Iterator[tuple[tuple[int, int], Reference]]


def _key(one: Reference) -> tuple[str, str, str, str]:
    return one.kind, fold(one.target), fold(one.body or ""), str(one.date or "")


def _is_own(reference: Reference, read: AgendaItem) -> bool:
    if reference.kind == "diary":
        return read.diary_number is not None and fold(reference.target) in fold(read.diary_number)
    return (
        reference.kind == "item"
        and reference.body is None
        and reference.date is None
        and reference.target == f"§ {read.number}"
    )


def _free(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return all(span[1] <= start or end <= span[0] for start, end in taken)


def _laws(text: Flow, taken: list[tuple[int, int]]) -> Found:
    own: list[tuple[int, int]] = list(taken)
    for rule in (PLACE_FIRST, LAW_FIRST):
        for match in rule.find_all(text.text):
            if _free(match.span(), own):
                own.append(match.span())
                law = clean(match["law"])
                name = _FULL_NAMES.get(law.lower(), law[:1].upper() + law[1:])
                yield match.span(), _reference("law", f"{name} {_place(match['place'])}", match, text)
    for match in SFS.find_all(text.text):
        if _free(match.span(), own):
            yield match.span(), _reference("law", f"SFS {match['sfs']}", match, text)


def _place(words: str) -> str:
    """Write a place in a law in one form: «5 kap. 50 §»."""
    chapter = re.match(r"(\d+)\s*kap\.?", words)
    rest = words[chapter.end() :] if chapter is not None else words
    paragraph = re.search(r"(\d+)\s*([a-z]?)\s*§", rest)
    parts = [f"{chapter[1]} kap." if chapter is not None else ""]
    parts += [" ".join(filter(None, (paragraph[1], paragraph[2], "§")))] if paragraph is not None else []
    return " ".join(filter(None, parts))


def _items(text: Flow, taken: list[tuple[int, int]]) -> Found:
    words = text.text
    for match in ITEM.find_all(words):
        start = match.start()
        outside = OWN_RULES.holds(words[max(start - 30, 0) : start]) or OWN_RULES_AFTER.holds(words[match.end() :][:40])
        heads = not start and not match["year"] and not (match["before"] or match["after"])
        if heads and (match["body"] is None or match["body"].isupper()):
            continue  # the head of another item, torn from its title
        if outside or not _free(match.span(), taken) or words[:start].endswith("§"):
            continue
        number = re.sub(r"(\d)\s?([a-z])$", r"\1 \2", match["number"])
        year = f"/{match['year']}" if match["year"] else ""
        day = next(find_dates(match["before"] or match["after"] or ""), None)
        reference = _reference("item", f"§ {number}{year}", match, text)
        body = _nominative(match["body"])
        yield match.span(), _with(reference, body, day.value if day is not None else None)


def _diaries(text: Flow, taken: list[tuple[int, int]]) -> Found:
    for match in DIARY.find_all(text.text):
        if _free(match.span(), taken):
            yield match.span(), _reference("diary", clean(match["marked"] or match["bare"]), match, text)


def _meetings(text: Flow, context: Context) -> Iterator[Reference]:
    """Yield the meetings referred to by their day."""
    for hit in find_dates(text.text):
        lead = MEETING.find(text.text[max(hit.start - 90, 0) : hit.start])
        if lead is None or hit.value == context.date:
            continue
        start = max(hit.start - 90, 0) + lead.start()
        words = clean(text.text[start : hit.end])
        yield Reference(
            target=hit.value.isoformat(),
            kind="meeting",
            text=words,
            body=_nominative(lead["body"]),
            date=hit.value,
            evidence=text.evidence(start, hit.end),
        )


def _reference(kind: ReferenceKind, target: str, match: re.Match[str], text: Flow) -> Reference:
    return Reference(target=target, kind=kind, text=clean(match.group()), evidence=text.evidence(*match.span()))


def _with(reference: Reference, body: str | None, day: dt.date | None) -> Reference:
    return msgspec.structs.replace(reference, body=body, date=day)


def _nominative(body: str | None) -> str | None:
    """Write a body's name without its genitive («kommunfullmäktiges» → «kommunfullmäktige»)."""
    if body is None or body.isupper():
        return body
    return body.removesuffix("s")
