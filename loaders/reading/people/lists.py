"""Lists of people: one a line, or all in a sentence, under a municipality, an organisation or §§."""

from __future__ import annotations

import re
from dataclasses import dataclass

from msgspec.structs import replace

from loaders.reading.lexicon.labels import PEOPLE_KINDS, label_at
from loaders.reading.lexicon.names import find_names
from loaders.reading.people.grammar import read_people
from loaders.reading.people.lead_cells import lead_cell, names_group
from loaders.reading.people.phrase import Phrase
from loaders.reading.people.presence import plain_range
from loaders.reading.people.seen import Seen, note_phrase
from loaders.reading.people.surnames import surname_first
from loaders.reading.people.wordings import OFFICE
from loaders.reading.rules import Rule
from loaders.reading.text.flow import Flow
from loaders.reading.text.letters import UPPER, clean

TOLD = Rule(
    "told",
    r"\b(?:är|var|justeras|hälsa(?:r|de)|öppna(?:r|de)|tacka(?:r|de)|började|meddela(?:r|de)|utses|utsågs|väljs|valdes|konstatera(?:r|des)|förklara(?:r|de)|fanns|finns|inledde(?:s)?|beslutar|beslutade)\b",
    "Ordföranden hälsade alla välkomna",
    "Eva Alm (C), ersättare",
    cased=True,
)
REPLACING = Rule("replacing", r"\bersätter|\btjg\b", "Eva Alm ersätter", "Eva Alm var med", cased=True)
MARKED_LINE = Rule(
    "marked-line",
    r"^\s*(?:\[[xX ]\]|[xX✓✔]\s|\([xX–-]\))|\t\s*[xX]\s*$",
    "[ ] Karf Johannes",
    "- Karf Johannes",
    cased=True,
)
PRESENT_FOR = Rule(
    "present-for",
    r"(?:deltar|deltog|närvar\w{1,12})[^§]*§{1,2}\s*([\d\s,–-]+)$",
    "Deltog under §§ 4-9",
    "Deltog hela mötet",
)
SECTION_ITEMS = Rule(
    "section-items", r"(?:punkt|§)\s*(\d+(?:\s*[–-]\s*\d+)?)", "Kallade till punkt 4", "Kallade", cased=True
)
DECIDING = Rule(
    "deciding", r"(?:beslutande|tjänstgörande|röstberättigade)\b", "Beslutande ledamöter", "Ej beslutande", at="start"
)
NOT_DECIDING = Rule(
    "not-deciding", r"(?:ej|icke|inte)[\s-]+beslutande", "Ej beslutande", "Ej beslutande ersättare", at="whole"
)
_TITLED = frozenset({"nämndsekreterare", "kommunsekreterare"})  # labels that are the office of whom they name
_WIDE = re.compile(r"\s{3,}")
_SEATS = re.compile(r"[^\n]{0,20}?\d+\s*(?:platser|plats|ledamöter|mandat|ordinarie)")
_COLUMN = 3
"""Lines with a cell before the name that make a column."""
_NAME_ALONE = re.compile(rf"[{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+){{0,3}}")
_FROM = re.compile(r"(?:Från|För|Förordnade?\s+av|Utsedda?\s+av|Representant(?:er)?\s+för)\s+(?P<group>[^:]+?):?")
_CROSSED = re.compile(r"\s[Xx]\s*$")
_DASHED = re.compile(r"\s[-–—]\s*$")
_DASH = re.compile(r"\s*[-–—]\s")


def heading_at_end(rows: list[Flow]) -> str | None:
    """Return the municipality or organisation that the last row names, for the lists below; nobody stands under it here."""
    return (group_heading(rows[-1].text) or None) if rows else None


@dataclass(frozen=True, slots=True)
class Together:
    """What all lists of a document tell: that most give surnames first, that a column stands before the names (`led`).

    `crossed` tells that crosses stand behind the names of those who were there.
    """

    reverse: bool
    led: bool
    crossed: bool


def together(lines: list[str]) -> Together:
    """Look once at the lines of all lists, of which each list asks."""
    led = sum(1 for text in lines if lead_cell(text) is not None) >= _COLUMN
    return Together(surname_first(lines), led, sum(1 for text in lines if _CROSSED.search(text)) >= _COLUMN - 1)


def read_list(kind: str, words: str, rows: list[Flow], lists: Together, group: str | None = None) -> list[Seen]:
    """Read the people of a list of that kind, under those `words`, by its joined `rows`: lines say something of those below.

    `lists` is what all lists of the document tell; `group` is what this one stands under.
    """
    reverse = surname_first([part.text for part in rows], together=lists.reverse)
    marked = any(MARKED_LINE.holds(part.text) for part in rows)
    bulleted = len(rows) > 1 and sum(part.text.startswith("*") for part in rows) * 2 > len(rows)
    told = SECTION_ITEMS.find(words)
    for_all = plain_range(told[1]) if told is not None else None
    seen: list[Seen] = []
    source = _FROM.fullmatch(words.strip())
    group = source["group"] if source is not None and (kind == "others" or names_group(source["group"])) else group
    if kind == "officials" and label_at(words, PEOPLE_KINDS) is None and OFFICE.holds(words):
        group = words  # the office that stands alone above who holds it
    items, in_column = for_all, False
    for part in rows:
        heading = group_heading(part.text)
        if heading is None and group is not None and _NAME_ALONE.fullmatch(part.text):
            heading = None if next(find_names(part.text), None) is not None else part.text
        if heading is not None:
            group, in_column = heading or None, False
            continue
        lead = lead_cell(part.text)
        if lead is not None and (lists.led or names_group(lead)):
            group, in_column = lead, True
        elif in_column and not _indented(part):
            group, in_column = None, False  # a line below the rows has no cell of their column
        if TOLD.holds(part.text) and not REPLACING.holds(part.text):
            continue
        people = read_people(part, reverse=reverse, group=group)
        if not people:
            items = _presence_heading(part.text) or items
            continue
        people = _as_marked(people, part.text, marked=marked, crossed=lists.crossed, bulleted=bulleted)
        people = _of_kind(people, kind, words)
        people = [replace(phrase, items=phrase.items or items) for phrase in people]
        seen += [note_phrase(phrase, _section_of(phrase, kind, words), part) for phrase in people]
        items = for_all
    return seen


def _indented(part: Flow) -> bool:
    """Tell a row that begins with blanks: its first cell is empty, and that of a row above counts."""
    return part.places[0] > 0 and part.sheet.text[part.places[0] - 1] in " \t\u00a0"


def _serving(phrase: Phrase) -> Phrase:
    """Let a substitute serve («Beslutande: … Eva Alm (S), ersättare»)."""
    if "substitute" not in phrase.roles:
        return phrase
    roles = tuple("serving-substitute" if role == "substitute" else role for role in phrase.roles)
    return replace(phrase, roles=roles)


def _section_of(phrase: Phrase, kind: str, words: str) -> str:
    """Tell who is there by office («Ej beslutande: … Eva Alm, kommunchef») from the substitutes beside them."""
    if kind != "idle-substitutes" or not NOT_DECIDING.holds(words):
        return kind
    elected = phrase.party or phrase.municipality or "substitute" in phrase.roles
    return kind if elected or not (phrase.title or phrase.roles) else "others"


def _of_kind(people: list[Phrase], kind: str, words: str) -> list[Phrase]:
    """Read people as the list's kind and label have them: adjusters, deciding members, a secretary by title."""
    if kind == "adjuster":
        return _without_substitutes(people)
    if kind == "members" and DECIDING.holds(words):
        return [_serving(phrase) for phrase in people]
    if kind == "secretary" and words.lower() in _TITLED:
        return [replace(people[0], title=people[0].title or words), *people[1:]]
    return people


def _without_substitutes(people: list[Phrase]) -> list[Phrase]:
    """Leave out those who adjust if somebody cannot («Justerare: Eva Alm (M), ersättare Bo Ek (V)»)."""
    kept = [phrase for phrase in people if phrase.replaces is None and "substitute" not in phrase.roles]
    return [replace(phrase, replaced=False, present=None) if phrase.replaced else phrase for phrase in kept]


def _as_marked(people: list[Phrase], text: str, *, marked: bool, crossed: bool, bulleted: bool) -> list[Phrase]:
    """Read a dash for absence in a list with marks, and take a star that most lines have for no mark but a bullet."""
    first, *others = people
    if bulleted and text.startswith("*") and first.roles[:1] == ("serving-substitute",) and first.replaces is None:
        first = replace(first, roles=first.roles[1:])
    if (marked and _DASH.match(text)) or (crossed and _DASHED.search(text)):
        first = replace(first, present=False)
    return [first, *others]


def _presence_heading(text: str) -> str | None:
    """Return the §§ that a line alone gives those on the next."""
    match = PRESENT_FOR.find(text.rstrip())
    return plain_range(match[1]) if match is not None else None


def group_heading(text: str) -> str | None:
    """Return the municipality or organisation that a line alone names, for those below it; "" for another heading."""
    cells = _WIDE.split(text.strip(), maxsplit=1)
    seated = len(cells) > 1 and _SEATS.match(cells[1]) is not None  # «LYCKSELE      S 2 platser»
    words = clean(cells[0] if seated else text)
    if len(words) > 60 or not words[:1].isupper() or next(find_names(text), None) is not None:
        return None
    source = _FROM.fullmatch(words)
    words = words if source is None else source["group"]
    if names_group(words):
        return words
    return "" if text.rstrip().endswith(":") else None
