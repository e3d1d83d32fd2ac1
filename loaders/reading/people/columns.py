"""Tables whose columns are lists of their own («Ordinarie ⇥ Personlig ersättare»)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec.structs import replace

from loaders.reading.lexicon.labels import OFFICE_KINDS, label_at
from loaders.reading.lexicon.names import find_names
from loaders.reading.pages.layout import Layout
from loaders.reading.people.column_heads import Column, cells_of
from loaders.reading.people.grammar import read_people
from loaders.reading.people.lines import Piece, join_lines
from loaders.reading.people.lists import Together, group_heading, read_list
from loaders.reading.people.phrase import Phrase
from loaders.reading.people.sections import Section
from loaders.reading.people.seen import Seen, note_phrase
from loaders.reading.people.surnames import surname_first
from loaders.reading.text.flow import flow
from loaders.reading.text.sheet import Line

_BOX = re.compile(r"\s*(?:\(\s*[xX–—-]?\s*\)|\[\s*[xX–—-]?\s*\])\s*\w")
_CROSS = re.compile(r"\s*[xX]\s+\w")
_DASH = re.compile(r"\s*[-–—]\s+\w")
_CROSSED = re.compile(r"\s[xX✓✔]\s*$")
_DASHED = re.compile(r"\s[-–—]\s*$")
_EMPTY = frozenset("-–—")  # a cell that names nobody
_TELLS_WHOM = re.compile(r"ersätter|(?:\btjg|tj\.?|ers\.?|ersättare|tjänstgör)\s+(?:för|f\.)", re.IGNORECASE)
_SERVES = re.compile(r"\b(?:tj\.?\s?g|tjänstg)", re.IGNORECASE)
_AWAY = frozenset({"absent", "absent-substitutes"})
_LEGEND = re.compile(r"\s*\S{1,3}\s*=\s")


Row = tuple[int, list[tuple[int, int, int]]]
"""A line, and its cells: column, from, to."""


def read_columns(layout: Layout, section: Section, columns: list[Column], lists: Together) -> list[Seen]:
    """Read a table of people: row by row where a row is a member with a substitute, else each column as a list."""
    numbers = layout.text_lines(section.first + 1, section.last)
    rows = [(i, _row(layout.lines[i], columns)) for i in numbers]
    pair = _pairing(layout, columns, rows)
    crossed = any(_is_crossed(layout.lines[i].text[low:high]) for i, row in rows for _, low, high in row)
    if pair is None:
        seen = [one for k, column in enumerate(columns) for one in _read_column(layout, k, column, rows, lists)]
    else:
        seen = [one for found in _read_rows(layout, columns, rows, lists, crossed=crossed) for one in pair(found)]
    legend = _legend(layout, section)
    beside = any(_CROSSED.search(layout.lines[i].text[low:high]) for i, row in rows for k, low, high in row if k)
    return [one for one in _unmarked(seen, beside=beside) if one.phrase.name not in legend]


def _is_crossed(cell: str) -> bool:
    return _CROSS.match(cell) is not None or _CROSSED.search(cell) is not None


def _pairing(layout: Layout, columns: list[Column], rows: list[Row]) -> Callable[[list[Seen]], list[Seen]] | None:
    """Tell how the people of a row belong together; None where each column is a list of its own."""
    told = [layout.lines[i].text[low:high] for i, row in rows for k, low, high in row if k]
    if columns[1].kind == "personal-substitutes":
        return _serving
    if any(column.kind in OFFICE_KINDS for column in columns):
        return _as_it_stands  # signatures: each under its own label
    if columns[1].kind == "substitutes" and any(map(_is_away, _cells_of_rows(layout, rows))):
        return _replacing if any(_SERVES.search(text) for text in told) else _serving
    marked = any(_BOX.match(text) or _CROSSED.search(text) for text in told)
    if columns[1].kind == "substitutes" and marked:
        return _serving  # a box before each substitute, or a cross behind, in the row of the member for whom they can serve
    alone = columns[1].kind != "serving" or any(_TELLS_WHOM.search(text) for text in told)
    return None if alone else _served


def _cells_of_rows(layout: Layout, rows: list[Row]) -> list[str]:
    return [layout.lines[i].text[low:high] for i, row in rows for _, low, high in row]


def _is_away(cell: str) -> bool:
    """Tell a cell that says of whoever it names to be away («Frånvarande: Eva Alm»)."""
    label = label_at(cell.strip(), _AWAY)
    return label is not None and not label.alone


def _read_column(layout: Layout, k: int, column: Column, rows: list[Row], lists: Together) -> list[Seen]:
    """Read one column as a list."""
    pieces = [
        Piece(layout.lines[i].start + low, layout.lines[i].start + high, layout.lines[i].text[low:high], layout.lines[i - 1].blank)
        for i, row in rows
        for at, low, high in row
        if at == k and layout.lines[i].text[low:high].strip() not in _EMPTY
    ]  # fmt: skip
    return read_list(column.kind, "", join_lines(layout, pieces), lists)


def _read_rows(
    layout: Layout, columns: list[Column], rows: list[Row], lists: Together, *, crossed: bool
) -> Iterator[list[Seen]]:
    """Read the people of each row, those of a column under the heading that stands in it; where some are `crossed`, a dash is absence."""
    texts = [layout.lines[i].text[low:high].strip() for i, row in rows for _, low, high in row]
    reverse = surname_first(texts, together=lists.reverse)
    groups: dict[int, str] = {}
    for i, row in rows:
        line = layout.lines[i]
        found: list[Seen] = []
        for k, low, high in row:
            part = flow(layout.sheet, [(line.start + low, line.start + high)])
            if (heading := group_heading(part.text)) is not None:
                groups = {**({} if len(row) == 1 else groups), k: heading}
            people = read_people(part, reverse=reverse, group=groups.get(k, groups.get(0)) or None)
            if people and _is_away(part.text):
                people[0] = replace(people[0], present=False, organisation=None)
            if crossed and people and (_DASH.match(part.text) or _DASHED.search(part.text)):
                people[0] = replace(people[0], present=False)
            found += [note_phrase(phrase, columns[k].kind, part) for phrase in people[: _most(people)]]
        yield found


def _most(people: list[Phrase]) -> int:
    """Count those a cell names: one, and the member whom that one replaces."""
    return 2 if len(people) > 1 and people[1].replaced else 1


def _row(line: Line, columns: list[Column]) -> list[tuple[int, int, int]]:
    """Put each cell of a line with a person or a heading in its column; a cell without adds to the person before it."""
    row: list[tuple[int, int, int]] = []
    cells = [cell for low, high in cells_of(line.text) for cell in _at_columns(line.text, low, high, columns)]
    for k, (low, high) in enumerate(cells):
        text = line.text[low:high].strip()
        at = low + len(line.text[low:high]) - len(line.text[low:high].lstrip())
        near = any(abs(c.at - at) < 3 for c in columns[1:])
        parted = "\t" in line.text or "|" in line.text
        empty = text in _EMPTY and (near or (parted and len(cells) <= len(columns)))
        begins = empty or group_heading(text) is not None or near
        if row and not begins and next(find_names(text), None) is None:
            row[-1] = (row[-1][0], row[-1][1], high)
        elif "\t" in line.text or "|" in line.text:
            row.append((min(k, len(columns) - 1), low, high))
        else:
            row.append((min(range(len(columns)), key=lambda c: abs(columns[c].at - at)), low, high))
    return row


def _at_columns(text: str, low: int, high: int, columns: list[Column]) -> Iterator[tuple[int, int]]:
    """Cut a cell where the next column begins, though a long name leaves but two spaces before it."""
    for column in columns[1:]:
        if low < column.at < high and text[column.at - 2 : column.at].isspace() and not text[column.at].isspace():
            yield low, column.at
            low = column.at
    yield low, high


def _unmarked(seen: list[Seen], *, beside: bool) -> list[Seen]:
    """Take personal substitutes without a mark for absent, in a table that marks who is there, and any where crosses stand `beside`."""
    marked = {"personal-substitutes"} if any(one.phrase.present for one in seen) else set[str]()
    marked |= {"substitutes"} if beside else set()
    away = [one.section in marked and one.phrase.present is None and not one.phrase.roles for one in seen]
    return [
        replace(one, phrase=replace(one.phrase, present=False)) if gone else one
        for one, gone in zip(seen, away, strict=True)
    ]


def _as_it_stands(row: list[Seen]) -> list[Seen]:
    return row


def _serving(row: list[Seen]) -> list[Seen]:
    if len(row) != 2 or row[1].phrase.present is False:
        return row
    member, substitute = row
    serves = member.phrase.present is None and "serving-substitute" in substitute.phrase.roles
    if member.phrase.present is not False and not serves:
        return row
    phrase = replace(substitute.phrase, replaces=member.phrase.name, roles=("serving-substitute",))
    gone = replace(member.phrase, present=False, replaced=serves or member.phrase.replaced)
    return [replace(member, phrase=gone), replace(substitute, phrase=phrase, section="serving")]


def _replacing(row: list[Seen]) -> list[Seen]:
    """Let only those serve of whom it is said, for the member beside who is away."""
    told = len(row) == 2 and row[0].phrase.present is False and "serving-substitute" in row[1].phrase.roles
    return _serving(row) if told else row


def _served(row: list[Seen]) -> list[Seen]:
    """Let the substitute beside a member serve for them («Ledamöter ⇥ Tjg ersättare»)."""
    if len(row) != 2:
        return row
    member, substitute = row
    phrase = replace(substitute.phrase, replaces=member.phrase.name, roles=("serving-substitute",))
    return [
        replace(member, phrase=replace(member.phrase, present=False, replaced=True)),
        replace(substitute, phrase=phrase),
    ]


def _legend(layout: Layout, section: Section) -> str:
    """Join the lines that explain marks («x = närvarande»); what is named there is nobody."""
    lines = (layout.lines[i].text for i in layout.text_lines(section.first, section.last))
    return " ".join(text for text in lines if _LEGEND.match(text))
