"""Whom a decision is sent to («Beslutet skickas till»)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.minutes import Recipient
from loaders.reading.items.numbers_named import ITEMS_NAMED, items_named
from loaders.reading.items.parts import Part, Stretch, label_words, parts_of
from loaders.reading.pages.layout import Layout
from loaders.reading.text.flow import Flow, flow
from loaders.reading.text.letters import LOWER, UPPER, clean
from loaders.reading.text.sheet import Sheet

# the items of which a recipient is told: «Socialnämnden (punkt 3)», «Revisorerna §§ 4, 6–8»
_ITEM_REFERENCE = re.compile(rf"\(\s*{ITEMS_NAMED}\s*\)|(?:,\s*)?(?=§){ITEMS_NAMED}$", re.IGNORECASE)
# of which items a row's recipients are («§ 4: Socialnämnden»)
_ROW = re.compile(rf"[\s•*–-]*(?P<items>{ITEMS_NAMED})\s*(?:[:;,–-]|\s{{2,}}|till\b)\s*", re.IGNORECASE)
_OF_ITEM = re.compile(rf"[\s•*–-]*{ITEMS_NAMED}\s+(?=\w)", re.IGNORECASE)
_PURPOSE = re.compile(
    r"\((?:för\s+(?:kännedom|åtgärd|genomförande|verkställighet)|akten|kännedom|åtgärd)\)"
    r"|\s[–-]?\s*för\s+(?:kännedom|åtgärd|genomförande|verkställighet|vidare\s+hantering)\.?$|[,\s(]*\S+@\S+",
    re.IGNORECASE,
)
_NAME = rf"[{UPPER}][\w-]+s"
_PLACE = rf"[{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+)?"
_COMMUNES = re.compile(rf"(?P<list>{_NAME}(?:\s*,\s*{_NAME})*\s+och\s+{_NAME})\s+kommuner")
# a body of each municipality: «Kommunstyrelserna i Habo, Mullsjö och Tidaholm»
_OF_EACH = re.compile(
    rf"(?P<body>[\w-]*(?:styrels|nämnd|kansli|förvaltning|chef|direktör)er(?P<ending>na)?)\s+i\s+(?P<list>(?:{_PLACE}\s*,\s*)*{_PLACE}\s+(?:och|samt)\s+{_PLACE})\s*\.?$"
)
_WHERE = re.compile(_PLACE)
_SEPARATOR = re.compile(
    rf"[;,\t]\s*|(?<!-)\s(?:och|samt|&)\s+|(?<=[{LOWER}]{{3}})\.\s+(?=[{UPPER}])|\s{{3,6}}\s*(?=[{UPPER}])"
)
_BULLET = re.compile(r"^[\s•*–-]+")
_LOOSE_END = re.compile(r"(?:[;,\t]|\s(?:och|samt|&))\s*$")
_ADDITION = re.compile(rf"för\s+kännedom|(?:ekonom|chef|enhet)(?:en)?\b|\(?[{LOWER}]{{1,40}}chef\b")
_MORE_ITEMS = re.compile(r"(?:§+\s*)?\d{1,4}(?:\s?[a-h])?(?=\s*(?:[,;–-]|och\b|$))")
_COMMON = re.compile(r"chef|handläggare|sektor|förvaltning", re.IGNORECASE)
_THOSE = re.compile(r"(?:de[mn]?|samtliga|övriga|berörda|respektive)\s|akten\b")
_COMPANY = re.compile(r"^[^,;.]*\bAB$")
_NOBODY = re.compile(r"Kopia|(?:Mötes|Sammanträdes)?[Dd]atum\b.*|Sid(?:a|an)?\s*\d.*")
"""What a list of recipients can hold that is none: what is sent, and the head of a page."""
_GOES_ON = re.compile(rf"[{LOWER}]-$|-\s+och$")
_OPEN = re.compile(r"\s(?:i|för|av|till|på|vid)$")
_NO_START = re.compile(r"(?:kommun|kommuner|stad|län|för\s+(?!kännedom|åtgärd)|i\s|av\s)\b")
_FULL = 45  # characters of a line that holds several names
_JOINTS = frozenset({"och", "samt", "&"})
_LONGEST = 300  # characters of a line of recipients


def read_recipients(sheet: Sheet, part: Part) -> Iterator[tuple[Recipient, str | None]]:
    """Yield the recipients under a label, each with the number of the item that it, its row or the label names, if any.

    The list ends at the first gap after its first line, unless every line of it stands apart.
    """
    apart = bool(part.stretches) and part.stretches[0].gap == 1 and not part.inline
    labelled = items_named(label_words(sheet, part)) if part.inline else []
    for k, lines in enumerate(_whole(sheet, part)):
        text = flow(sheet, [line.span for line in lines])
        gap = lines[0].gap
        listed = apart and gap == 1 and len(text.text) < 60 and not text.text.endswith(".")
        if len(text.text) > _LONGEST or (k and gap and not listed):
            return
        row = _ROW.match(text.text)
        numbers: list[str | None] = [*(items_named(row["items"]) if row is not None else labelled)] or [None]
        for recipient, number in _recipients_of(text, 0 if row is None else row.end()):
            yield from ((recipient, one) for one in ([number] if number is not None else numbers))


def recipients_below(layout: Layout, tail: int) -> Iterator[tuple[Recipient, str]]:
    """Yield the recipients that are listed below the last item, each with the number of the item that is named for it."""
    for part in parts_of(layout, tail, len(layout.lines), None):
        if part.kind == "recipients":
            yield from ((one, number) for one, number in read_recipients(layout.sheet, part) if number is not None)


def _whole(sheet: Sheet, part: Part) -> list[list[Stretch]]:
    """Put the lines together over which one name goes on («Kommun- / styrelsen», «Barn- och / utbildningsnämnden»)."""
    groups: list[list[Stretch]] = []
    before = ""
    for stretch in part.stretches:
        text = sheet.text[stretch.start : stretch.end].strip()
        if groups and not stretch.gap and _is_whole(before, text):
            groups[-1].append(stretch)
        else:
            groups.append([stretch])
        before = text
    return groups


def _is_whole(before: str, text: str) -> bool:
    """Tell whether a name goes on below: broken at a hyphen, after a preposition, or where a full line of names ends."""
    if _GOES_ON.search(before):
        return text[:1].islower()
    full = len(before) >= _FULL and "," in before and not before.endswith((",", ";", "."))
    return full or _OPEN.search(before) is not None or _NO_START.match(text) is not None


def _recipients_of(line: Flow, begins: int) -> Iterator[tuple[Recipient, str | None]]:
    text = " " * begins + line.text[begins:]
    many = _COMMUNES.search(text)
    if many is not None:
        for match in re.finditer(r"[\w-]+", many["list"]):
            if match.group() != "och":
                low = many.start("list") + match.start()
                evidence = line.evidence(low, low + len(match.group()))
                yield Recipient(name=f"{match.group()} kommun", evidence=evidence), None
        return
    each = _OF_EACH.search(text)
    if each is not None:
        body = each["body"].removesuffix("na").removesuffix("er")
        body += "en" if body.endswith(("styrels", "nämnd", "förvaltning", "chef", "direktör")) else "et"
        for match in _WHERE.finditer(each["list"]):
            low = each.start("list") + match.start()
            evidence = line.evidence(low, low + len(match.group()))
            yield Recipient(name=f"{body} i {match.group()}", evidence=evidence), None
        text = text[: each.start()]
    named: str | None = None
    for low, high in _entries(text):
        own = _OF_ITEM.match(text, low, high)
        if own is not None:  # «§ 1 Ekonomichefen, § 2 Kansliet»
            named = items_named(own.group())[0]
        entry = text[low if own is None else own.end() : high]
        reference = _ITEM_REFERENCE.search(entry)
        name = clean(_BULLET.sub("", _PURPOSE.sub("", _ITEM_REFERENCE.sub("", entry)))).rstrip(".")
        if len(name) >= 2 and not _NOBODY.fullmatch(name) and re.search(r"[^\W\d]", name):
            recipient = Recipient(name=name, evidence=line.evidence(low, high))
            numbers = [named] if reference is None else items_named(reference.group())
            yield from ((recipient, number) for number in numbers)


def _entries(text: str) -> Iterator[tuple[int, int]]:
    """Cut a line at semicolons, commas, and an «och» between two whole names."""
    cuts = [0]
    for match in _SEPARATOR.finditer(text):
        before, after = text[cuts[-1] : match.start()].strip(), text[match.end() :].strip()
        sign = match.group().strip()
        open_parenthesis = text.count("(", 0, match.start()) > text.count(")", 0, match.start())
        if open_parenthesis or (sign == "," and (_ADDITION.match(after) or _MORE_ITEMS.match(after))):
            continue
        if sign not in _JOINTS or _are_two(before, after):
            cuts.append(match.end())
    for low, high in zip(cuts, [*cuts[1:], len(text)], strict=True):
        entry = _LOOSE_END.sub("", text[low:high]).rstrip()
        if entry:
            yield low, low + len(entry)


def _are_two(before: str, after: str) -> bool:
    """Tell two recipients («Kansliet och Länsstyrelsen») from one whose name has an «och» in it."""
    if before[:1].isupper():
        if _COMPANY.search(after) and not _COMPANY.search(before):
            return False  # «Ekby Vatten och Avfall AB»
        return after[:1].isupper() or _THOSE.match(after) is not None
    single = len(re.split(r"[,;]", before)[-1].split()) == 1 and len(re.split(r"[,;]|\soch\s", after)[0].split()) == 1
    return before[:1].islower() and after[:1].islower() and single and not _COMMON.match(before)
