"""Lists of people whose columns were read in turn, made to lists with one person a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.minutes import ReadingWarning
from loaders.reading.pages.layout import Layout
from loaders.reading.people.lines import Piece, join_lines
from loaders.reading.people.turned.cells import Cell, cells_below
from loaders.reading.people.turned.groups import Group, GroupedList, Told, grouped
from loaders.reading.people.turned.rows import row_of
from loaders.reading.people.turned.solving import solve
from loaders.reading.text.flow import Flow, flow

_HEADINGS = frozenset({"place", "organisation"})


@dataclass(frozen=True, slots=True)
class TurnedList:
    """A list of such a table: its kind, its label's words, and its rows as lines of a list."""

    kind: str
    words: str
    rows: list[Flow]


@dataclass(frozen=True, slots=True)
class Turned:
    """The lists of such a table, the line after them, and what they leave out because nothing tells whose it is."""

    lists: tuple[TurnedList, ...]
    after: int
    warnings: tuple[ReadingWarning, ...]


def read_turned(layout: Layout, kind: str, words: str, first: int, offset: int) -> Turned | None:
    """Read the lists from a label on as far as their columns were read in turn; None where those of the first were not.

    The label is of that `kind` and has those `words`; what it introduces begins `offset` into the line `first`.
    """
    cells = cells_below(layout, first, offset)
    lists = list(grouped(cells, GroupedList(kind, words, first, [Group()])))
    solve(lists)
    count = next((k for k, one in enumerate(lists) if not any(group.turned for group in one.groups)), len(lists))
    if not count:
        return None
    after = lists[count].line if count < len(lists) else cells[-1].line + len(cells[-1].spans)
    groups = [group for one in lists[:count] for group in one.groups]
    warnings = [_warning(layout, group, told) for group in groups for told in group.dropped]
    rows = tuple(TurnedList(one.kind, one.words, list(_rows(layout, one.groups))) for one in lists[:count])
    return Turned(rows, after, tuple(warnings))


def _rows(layout: Layout, groups: list[Group]) -> Iterator[Flow]:
    for group in groups:
        if not group.turned:
            told = [cell for one in group.told for cell in one.cells]
            yield from join_lines(layout, list(_pieces(sorted([*group.names, *told], key=lambda cell: cell.line))))
            continue
        rows = [
            (name.line, row_of(layout.sheet, name, [(column.kind, column.cells[k]) for column in group.columns]))
            for k, name in enumerate(group.names)
        ]
        rows += [(cell.line, flow(layout.sheet, cell.spans)) for cell in group.rest if cell.kind in _HEADINGS]
        yield from (row for _, row in sorted(rows, key=lambda row: row[0]))


def _pieces(cells: list[Cell]) -> Iterator[Piece]:
    for cell in cells:
        for text, (start, end) in zip(cell.texts, cell.spans, strict=True):
            yield Piece(start, end, text, cell.gap)


def _warning(layout: Layout, group: Group, told: Told) -> ReadingWarning:
    message = (
        f"{len(group.names)} names, and {len(told.cells)} cells of a column («{told.cells[0].text}» …): "
        "nothing tells whose they are, so they are left out."
    )
    evidence = tuple(layout.sheet.evidence(*span) for cell in told.cells for span in cell.spans)
    return ReadingWarning(code="column-not-told", message=message, evidence=evidence)
