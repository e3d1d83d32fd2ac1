"""What each line of such a list was a cell of: a name, a party, a mark of presence, a head of a column, a label."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from loaders.reading.lexicon.labels import ALL_KINDS, PEOPLE_KINDS, label_at
from loaders.reading.lexicon.names import NameHit, find_names
from loaders.reading.lexicon.places import municipality_of
from loaders.reading.pages.layout import Layout
from loaders.reading.people.crosses import PRESENT_CELL
from loaders.reading.people.lead_cells import names_group
from loaders.reading.people.marks import without_mark
from loaders.reading.people.parties import LOCAL_PARTY, NATIONAL_PARTIES, is_party
from loaders.reading.people.phrase import Phrase
from loaders.reading.people.presence import with_presence
from loaders.reading.people.sections import names_writer
from loaders.reading.people.surnames import reversed_names
from loaders.reading.people.tables import ABSENT_CELL, COLUMN_HEADS
from loaders.reading.people.wordings import ABSENT, BODY_NAME, OFFICE, PRESENT, REPLACES, ROLE_WORDS, TELLING
from loaders.reading.rules import first_rule
from loaders.reading.text.given import is_given_name

Kind = Literal[
    "name", "head", "label", "end",
    "party", "initials", "letter", "dash", "presence", "place", "organisation", "role", "office", "replaces", "items", "number", "words",
]  # fmt: skip

_MOST = 600  # lines of such lists
_LONGEST = 90  # characters of a cell
_WIDE = re.compile(r"\t|\|(?=.*\S)|\S\s{3,}\S")
_FIRST_PART = re.compile(r"[,;(]")
_IN_PARENTHESES = re.compile(r"\(\s*([^()]{1,30}|[-–—])\s*\)")
_LETTERS = frozenset("NnFf01")  # marks of presence that could be something else
_WORDS = re.compile(r"[^\W\d_][^\d§]*[^:\d§]")
_NUMBER = re.compile(r"\d{1,3}\.?")
_BULLET = re.compile(r"[-•*–]\s+(?=\S)")
_DASH = re.compile(r"[-–—]")
_ENDS_SENTENCE = re.compile(r"[^\W\d_]{4,}\.$")
_GOES_ON = re.compile(r"(?:[,(]|\b(?:för|ersätter|och|i|på|av|till))$")
_HEADS_ALONE = frozenset({"party", "municipality", "organisation", "role", "items", "replaces", "number", "sector"})
_CALLS = frozenset({"role", "office"})
_CAN_CALL = _CALLS | {"words"}
MARKS = frozenset({"presence", "letter", "dash"})


def _is_bare_party(word: str) -> bool:
    return LOCAL_PARTY.holds(word) or word.lower() in NATIONAL_PARTIES


def _is_initials(word: str) -> bool:
    """Tell an abbreviation, of a local party or of an organisation («HSO»)."""
    return word[:1].isupper() and " " not in word and is_party(word)


_MARK_KINDS: tuple[tuple[Kind, Callable[[str], object]], ...] = (
    ("letter", _LETTERS.__contains__),
    ("dash", _DASH.fullmatch),
    ("number", _NUMBER.fullmatch),
    ("presence", lambda text: any(rule.holds(text) for rule in (ABSENT_CELL, PRESENT_CELL, ABSENT, PRESENT))),
)
_TOLD_KINDS: tuple[tuple[Kind, Callable[[str], object]], ...] = (
    ("party", _is_bare_party),
    ("initials", _is_initials),
    ("place", municipality_of),
    ("role", lambda first: first_rule(ROLE_WORDS, first)),
    ("organisation", lambda first: names_group(first) or BODY_NAME.holds(first)),
    ("office", OFFICE.holds),
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: the texts of its lines and their spans in the sheet, the line it begins on, whether an empty line stands above.

    `what` is the kind of a head's column or of a label's list.
    """

    kind: Kind
    texts: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    line: int
    gap: bool
    what: str = ""

    @property
    def text(self) -> str:
        """The text of the cell, its lines joined."""
        return " ".join(self.texts)


def cells_below(layout: Layout, first: int, offset: int) -> list[Cell]:
    """List the cells from a line on, `offset` into it, up to what can be none («end»)."""
    found: list[Cell] = []
    for i in layout.text_lines(first, min(first + _MOST, len(layout.lines))):
        line = layout.lines[i]
        low = offset if i == first else 0
        text = line.text[low:].strip()
        if not text:
            continue
        at = line.start + line.text.index(text, low)
        gap = i > first and layout.lines[i - 1].blank
        kind = _kind_of(text)
        bullet = _BULLET.match(text) if kind != "name" else None
        if bullet is not None:
            at, text = at + bullet.end(), text[bullet.end() :]
            kind = _kind_of(text)
        cell = Cell(kind, (text,), ((at, at + len(text)),), i, gap)
        if found and _is_wrapped(found[-1], cell):
            found[-1] = _joined(found[-1], cell)
            continue
        if cell.kind == "end" and label_at(cell.text, PEOPLE_KINDS) is None:
            break
        found.append(cell)
    return _with_heads(found)


def _is_wrapped(before: Cell, cell: Cell) -> bool:
    """Tell a cell that was broken over two lines («(SD), tjänstgör för / Bo Ek (SD)»)."""
    open_there = before.text.count("(") > before.text.count(")")
    return (
        not cell.gap
        and cell.line == before.line + len(before.spans)
        and len(cell.text) <= _LONGEST
        and first_rule(COLUMN_HEADS, before.text) is None
        and (open_there or _GOES_ON.search(before.text) is not None)
    )


def _joined(before: Cell, cell: Cell) -> Cell:
    joined = replace(before, texts=(*before.texts, *cell.texts), spans=(*before.spans, *cell.spans))
    return replace(joined, kind=_kind_of(joined.text))


def _kind_of(text: str) -> Kind:
    """Tell what a line holds, whatever stands around it."""
    if len(text) > _LONGEST or _WIDE.search(text) or _ENDS_SENTENCE.search(text):
        return "end"
    mark = next((kind for kind, holds in _MARK_KINDS if holds(text)), None)
    if mark is not None:
        return mark
    plain = without_mark(text)
    name = name_at(plain)
    if name is None:
        return "end" if TELLING.holds(text) else _told_kind(text)
    if name.start == 0:
        return "name"
    relation = REPLACES.find(plain[: name.start].rstrip(" ("))
    before = "" if relation is None else plain[: relation.start()].rstrip(" ,;")
    return "end" if relation is None else _told_kind(before) if before else "replaces"


def name_at(text: str) -> NameHit | None:
    """Return the first name of a line, also where it gives the surname first («Berg Ulla», «Alm, Eva»)."""
    hit = next(find_names(text), None)
    return hit if hit is not None and hit.start == 0 else _surname_first(text) or hit


def _surname_first(text: str) -> NameHit | None:
    hit = next(iter(reversed_names(text)), None)
    given = [] if hit is None else hit.name.split()
    return hit if given and is_given_name(given[0]) and not is_given_name(given[-1]) else None


def _told_kind(text: str) -> Kind:
    """Tell what a line holds that names nobody, by what stands first in it."""
    inside = _IN_PARENTHESES.match(text)
    if inside is not None:
        return "party" if is_party(inside[1]) or _DASH.fullmatch(inside[1]) else "words"
    first = _FIRST_PART.split(text)[0].strip()
    told = next((kind for kind, holds in _TOLD_KINDS if holds(first)), None)
    if told is not None:
        return told
    if _says_when(text):
        return "items"
    words = first if first != text and _says_when(text[len(first) :]) else text  # «Habo Energi, § 36»
    return "words" if _WORDS.fullmatch(words) else "end"


def _says_when(text: str) -> bool:
    """Tell a cell that only says under which §§ or at what time somebody was there."""
    bare = Phrase("", 0, 0, 0)
    phrase, rest = with_presence(bare, text)
    return phrase != bare and not rest.strip(" ,;.()-–")


def _with_heads(cells: list[Cell]) -> list[Cell]:
    """Tell the heads of columns and the labels of lists from the cells of offices that read like them («Ordförande»)."""
    found: list[Cell] = []
    for k, cell in enumerate(cells):
        before, below = (found[-1] if found else None), (cells[k + 1] if k + 1 < len(cells) else None)
        first = cell.text == "1" and below is not None and below.kind == "number"
        told = _as_head(replace(cell, kind="number") if first else cell, before, below)
        if told.kind == "end":
            break
        found.append(told)
    return found


def _as_head(cell: Cell, before: Cell | None, below: Cell | None) -> Cell:
    """Tell a head or a label by what stands around it."""
    words = cell.text.rstrip(":").strip()
    label = label_at(cell.text, ALL_KINDS)
    rule = first_rule(COLUMN_HEADS, words)
    what = "" if rule is None else rule.name
    named = below is not None and below.kind == "name"
    if cell.kind == "presence" and not (label is not None and named and (cell.gap or not _gap(below))):
        return cell if what != "presence" or _among_marks(before, below) else replace(cell, kind="head", what=what)
    if below is not None and not below.gap and names_writer(cell.text, below.text):
        return replace(cell, kind="label", what="secretary")
    among = _among_offices(cell, before, below)
    if (cell.kind in _CALLS and words == cell.text and label is None) or (cell.kind in _CAN_CALL and among):
        heads_names = what == "name" and named and (before is None or before.kind not in _CALLS)
        called = cell if cell.kind in _CALLS else replace(cell, kind="role")  # «Adjungerad»
        return replace(cell, kind="head", what=what) if heads_names or what in _HEADS_ALONE else called
    if (what in _HEADS_ALONE and words != "Paragrafer") or (what == "presence" and _heads_marks(before, below)):
        return replace(cell, kind="head", what=what)
    if label is not None:
        alone = label.kind in PEOPLE_KINDS and label.alone
        return replace(cell, kind="label" if alone else "end", what=label.kind)
    return replace(cell, kind="head", what=what) if what and cell.kind != "name" else cell


def _among_marks(before: Cell | None, below: Cell | None) -> bool:
    """Tell «Närvarande» among marks that are words from the head of a column of them."""
    above = before is not None and (before.kind in MARKS or before.what == "presence")
    return above or (below is not None and below.kind == "presence" and len(below.text) > 3)


def _heads_marks(before: Cell | None, below: Cell | None) -> bool:
    """Tell the head «Närvaro», with marks below it or another head beside it, from the label of a list."""
    beside = any(one is not None and (one.kind == "head" or _heads(one)) for one in (before, below))
    return beside or (below is not None and below.kind in MARKS)


def _gap(cell: Cell | None) -> bool:
    return cell is not None and cell.gap


def _heads(cell: Cell) -> bool:
    rule = first_rule(COLUMN_HEADS, cell.text.rstrip(":"))
    return rule is not None and (rule.name in _HEADS_ALONE or rule.name == "name")


def _among_offices(cell: Cell, before: Cell | None, below: Cell | None) -> bool:
    """Tell an office in a column of offices from a label: others stand right beside it, and no name below."""
    above = before is not None and not cell.gap and before.kind in _CALLS
    under = below is not None and not below.gap and below.kind in _CALLS
    if cell.kind not in _CALLS:
        return above and under
    return (above or under) and (below is None or below.kind != "name" or below.gap)
