"""Municipalities that are given seats («platser») in a body."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from functools import lru_cache

from loaders.minutes import Group, Seats
from loaders.reading.facts.named_bodies import full_name
from loaders.reading.items.context import Item
from loaders.reading.lexicon.acts import PROPOSED
from loaders.reading.lexicon.name_words import is_title
from loaders.reading.lexicon.names import NameHit, find_names
from loaders.reading.lexicon.places import find_municipalities, known_municipalities, municipality_of
from loaders.reading.rules import Rule
from loaders.reading.text.flow import Flow
from loaders.reading.text.letters import UPPER, clean, fold

_COUNT = r"(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|\d{1,2}|var\s?sin|var\s?sitt|flera)"
_SITTER = r"(?:ledamot|ledamöter|representant(?:er)?|företrädare|deltagare|ombud|plats(?:er)?|förtroendevalda?|politiker|tjänste(?:man|män|person|personer)|medlem(?:mar)?)"
SEAT = Rule(
    "seat",
    r"\b(?:plats(?:er|en|erna)?|säten?|mandat(?:en)?|kommunplats(?:er|erna)?|representera(?:r|s|de)?|representation(?:en)?|ledamotsplats(?:er)?|f[öo]reträd(?:s|as|er|a)|foretrads)\b"
    rf"|\b(?:{_COUNT}\s+(?:ordinarie\s+)?{_SITTER}\s+(?:vardera\s+|var\s+)?(?:från|för|ur|per|var\b|vardera)(?:\s+vardera)?"
    rf"|{_COUNT}\s+vardera|var\s?sin\s+{_SITTER}|(?:utser|utse|tillsätter|nominerar|väljer)\s+{_COUNT}\s+(?:ordinarie\s+)?{_SITTER}"
    rf"|(?:sitter|sitta|ska\s+ingå|ingår)\s+(?:med\s+)?i\s+|antal\s+{_SITTER}|{_COUNT}\s+{_SITTER}\b[^.]{{0,60}}:)",
    "Kommunerna representeras av Habo och Mullsjö i Klimatrådet",
    "Platsannonsen",
)
# a line of a list: a municipality and its number of seats
SEAT_ROW = Rule(
    "seat-row",
    rf"\s*(?:[-•*–]\s*)?(?P<place>[{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+)?)(?:\s(?:kommun|stad))?\s*(?::|\s{{2,}}|\t|[-–—,])?\s*{_COUNT}\b(?:\s+(?:ordinarie\s+)?{_SITTER}.{{0,60}})?",
    "Habo kommun: 2 ledamöter",
    "Habo kommun den 2 maj",
    at="whole",
    cased=True,
)
_NOUN = r"(?:råd|(?<=\w{4})rad(?=(?:et)?\b)|nämnd|styrelse|grupp|utskott|nätverk|kommitté|forum|organ|presidi|beredning|delegation|direktion|förbund|möte|team)"
_VERB = r"(?:tillfaller|går|besätts|bemannas|nomineras|fördelas|ges|får|ska|skall|har|ha|tilldelas|erbjuds|erhåller|representeras|företräds|företrädas|innehas|utgörs|består|bestå|fördelas|bildas|inrättas|tillsätts|gäller|blir|utser|tillsätter)"
# what a body is for; it ends where seats, municipalities or a term are told
_YEAR = r"(?:år(?:et)?\s+)?(?:19|20)\d\d(?!\w)(?!\s+års\b)"
_PURPOSE = rf"(?:\s+(?:för|i|om|mot|inom|kring)\s+(?!perioden|tiden|åren|{_YEAR})(?:(?!(?:{_VERB}|med|under|från|till|där|som|samt|av|enligt|för\s+(?:perioden|tiden|åren|mandat\w*|{_YEAR}))\b)[\w-]+\s?){{1,7}}(?<=\S))?"
SEAT_BODY = Rule(
    "seat-body",
    rf"\b(?:i|{_SITTER}\s+till)\s+(?:(?:det|den)\s+)?(?P<body>(?:(?:(?-i:[{UPPER}])[\w-]+\s+){{0,2}}[\w:-]+[sa]\s+)?[\w-]*{_NOUN}\w*(?:\s+(?-i:[{UPPER}])\w+){{0,3}}{_PURPOSE})",
    "plats i länets klimatråd",
    "plats i solen",
)
# the body whose seats they are is what the sentence speaks of
SUBJECT_BODY = Rule(
    "subject-body",
    rf"(?:att\s+)?(?:[Ee]tt?\s+|[Ee]n\s+|[Ii]\s+)?(?P<body>(?:(?-i:[{UPPER}])[\w-]+s\s+)?[\w-]*{_NOUN}\w*(?:\s+(?-i:[{UPPER}])\w+){{0,3}}{_PURPOSE})\s+(?:(?:ska|skall|från|under|till|för)\b[^:.;]{{0,60}}?\s)?(?:bestå|består|har|ha|utgörs|utgöras|sammansätts|sammansättas|ges|får)\s",
    "att klimatrådet ska bestå av en plats vardera för Habo och Mullsjö",
    "att ge Habo plats i klimatrådet",
    at="start",
)
# one municipality alone is given its seat by these
GIVEN = Rule(
    "given",
    r"\b(?:ges|ge|får|tilldela(?:s)?|erbjud(?:a|s|er)|erhåller|bereda|bereds|innehar|besätter)\b[^.;]{0,80}\b(?:plats|platser|mandat)\b|\bplats(?:en)?\b[^.;]{0,60}\b(?:tillfaller|går\s+till|ges\s+till|tilldelas|innehas\s+av|besätts\s+av)\b",
    "att ge Habo kommun en plats i klimatrådet",
    "Habo kommun tackar för sin plats",
)
_PLACE = re.compile(rf"(?<![\w-])[{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+)?(?:\s+(?:kommun|stad))?")
# who sits there by sitting alone must be municipalities and nobody else
SITS_THERE = Rule(
    "sits-there",
    r"\b(?:sitter|sitta|(?:ska\s+)?ingå|ingår)\s+(?:med\s+)?i\b",
    "Habo och Mullsjö sitter med i beredningen",
    "Habo och Mullsjö får platser i beredningen",
)
ROWS_BELOW = Rule(
    "rows-below",
    r"(?::|\b(?:enligt|som)\s+(?:nedan|följande|följer|tabellen?)(?:\s+\w+)?\.?)\s*$",
    "att fördela platserna enligt nedan.",
    "att fördela platserna.",
)
_REPLACED = re.compile(r"\b(?:efter|(?:i|i\s)?stället\s+för)\s+$")
_TERM_AT_END = re.compile(
    r"\s(?:till(?:\s+och\s+med.*)?|under.*|från.*|för\s+(?:perioden|tiden|åren|mandatperioden).*)$"
)
_SOMEBODYS = re.compile(r"(?:[,(]\s*|\s(?:i|från|vid)\s+)$")
_TITLED = re.compile(r"(?P<title>[\w-]+)(?:\s(?:i|vid|på|för)\s(?:[\w-]+\s){0,4}?)?$")
_LISTED_BEFORE = re.compile(r"(?:,|\boch|\bav|\bfrån)\s*$")
_LISTED_AFTER = re.compile(r"\s*(?:,|och\b|i\b)")


def read_seats(item: Item, groups: list[Group]) -> Iterator[Seats]:
    """Read which municipalities are given seats in a body, from the decided points of an item, each with its rows."""
    rows = [text for text in item.told if _place_of_row(text) is not None]
    rows = rows if item.points and len(rows) > 1 and ROWS_BELOW.holds(item.points[-1].text) else []
    for point in reversed(item.points):
        if _place_of_row(point) is not None:
            rows.insert(0, point)
            continue
        seats = _seats_of(point, rows if _introduces(point) else [], item, groups)
        rows = []
        if seats is not None:
            yield seats


def _place_of_row(row: Flow) -> str | None:
    """Name the municipality of a row of seats; None where the text is none."""
    match = SEAT_ROW.find(row.text)
    return None if match is None else municipality_of(match["place"])


def _introduces(point: Flow) -> bool:
    return point.text.rstrip().endswith(":") or SEAT.holds(point.text)


def _seats_of(point: Flow, rows: list[Flow], item: Item, groups: list[Group]) -> Seats | None:
    """Read the seats that a point gives, in the body that it names, else the group it sets up, else the item's; None without both."""
    words = point.text
    if not (SEAT.holds(words) or len(rows) > 1) or PROPOSED.holds(words[:60]):
        return None
    if SITS_THERE.holds(words) and next(find_names(words, strict=True), None) is not None:
        return None
    body = next((m for m in SEAT_BODY.find_all(words) if municipality_of(clean(m["body"])) is None), None)
    body = SUBJECT_BODY.find(words) or body
    group = _set_up_by(point, groups) if body is None else None
    low, high = body.span("body") if body is not None else (0, 0)
    listed = [place for row in rows if (place := _place_of_row(row)) is not None]
    places = tuple(dict.fromkeys((*_places(words[:low] + " " * (high - low) + words[high:]), *listed)))
    if len(places) < (1 if GIVEN.holds(words) else 2):
        return None
    name = full_name(_TERM_AT_END.sub("", clean(body["body"])), item, groups) if body is not None else group
    name = name or _of_item(item, groups) or _named_before(point, item)
    evidence = tuple(one for flow in (point, *rows) for one in flow.evidence())
    return None if name is None else Seats(body=name, municipalities=places, evidence=evidence)


def _of_item(item: Item, groups: list[Group]) -> str | None:
    """Name the body that the item is about: its only group, or the one that its title has seats in."""
    if len(groups) == 1:
        return groups[0].name
    match = SEAT_BODY.find(item.title.text)
    return None if match is None else clean(match["body"])


def _named_before(point: Flow, item: Item) -> str | None:
    """Name the body in which an earlier point gives seats («att plats 3 går till Habo»), or that has seats by what is told."""
    texts = (*item.points, *item.told, *item.background)
    earlier = (other.text for other in texts if other.places < point.places and SEAT.holds(other.text))
    return next((clean(match["body"]) for words in earlier if (match := SEAT_BODY.find(words)) is not None), None)


def _set_up_by(text: Flow, groups: list[Group]) -> str | None:
    """Name the group that the point sets up («bilda ett råd med platser för Habo och Mullsjö»)."""
    proof = text.evidence()
    inside = (
        group.name
        for group in groups
        if any(a.start < b.end and b.start < a.end for a in proof for b in group.evidence)
    )
    return next(inside, None)


def _places(words: str) -> tuple[str, ...]:
    names = list(find_names(words))
    places: dict[str, None] = {}
    for match in _PLACE.finditer(words):
        surname = any(hit.start <= match.start() and match.end() <= hit.end for hit in names)
        if (
            surname
            or _is_somebodys(words, match.start(), names)
            or _REPLACED.search(words[: match.start()]) is not None
        ):
            continue
        name = municipality_of(match.group())
        if name is None and _is_listed(words, match):
            name = _mended(match.group())
        if name is None:
            name = next((place.name for place in find_municipalities(match.group())), None)
        if name is not None:
            places[name] = None
    return tuple(places)


def _is_somebodys(words: str, at: int, names: list[NameHit]) -> bool:
    """Tell a municipality that only says where somebody is from («Eva Alm, Habo», «kommunchefen i Habo»)."""
    before = words[max(at - 60, 0) : at]
    if _SOMEBODYS.search(before) is None:
        return False
    behind = max((name.end for name in names if name.end <= at), default=None)
    if behind is not None and re.fullmatch(r"\s*(?:\(\w{1,4}\))?\s*(?:[,(]|från|i)\s*", words[behind:at]) is not None:
        return True
    titled = _TITLED.search(re.sub(r"(?:\s(?:i|från|vid)|[,(])\s*$", "", before))
    return titled is not None and is_title(titled["title"]) and re.search(r"\s(?:i|vid)\s+$", before) is not None


def _is_listed(words: str, match: re.Match[str]) -> bool:
    before = words[max(match.start() - 10, 0) : match.start()]
    return _LISTED_BEFORE.search(before) is not None and _LISTED_AFTER.match(words, match.end()) is not None


@lru_cache(maxsize=4096)
def _mended(word: str) -> str | None:
    """Mend a slip in a list of municipalities (Sävjö for Sävsjö): only where one of them is near."""
    if not 4 <= len(word) <= 40:
        return None
    near = difflib.get_close_matches(word, known_municipalities(), n=2, cutoff=0.85)
    return near[0] if len(near) == 1 or (near and fold(near[0]) != fold(near[1])) else None
