"""Lists of cells parted by their labels, and below each label the names and the cells that stand beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from loaders.reading.people.marks import without_mark
from loaders.reading.people.turned.cells import Cell
from loaders.reading.people.turned.columns import Column
from loaders.reading.text.given import is_given_name

_NO_TOLD = frozenset({"name", "head", "label"})


@dataclass(frozen=True, slots=True)
class Told:
    """Cells that stand together, what the head above them says that they hold, and whether they stand before the names."""

    head: str
    before: bool
    cells: list[Cell] = field(default_factory=list)


@dataclass(slots=True)
class Group:
    """Names with the cells that belong to them; then the columns that were found, and the cells that fit nowhere.

    Cells of `rest` can be lines of another kind, such as headings; those of `dropped` are a column of which nobody can
    tell whose they are.
    """

    names: list[Cell] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    columns: list[Column] = field(default_factory=list)
    rest: list[Cell] = field(default_factory=list)
    dropped: list[Told] = field(default_factory=list)

    @property
    def turned(self) -> bool:
        """Whether its columns were read in turn."""
        return bool(self.columns or self.dropped)


@dataclass(frozen=True, slots=True)
class GroupedList:
    """The groups below a label: the list's kind, the label's words and its line."""

    kind: str
    words: str
    line: int
    groups: list[Group]


def grouped(cells: Sequence[Cell], current: GroupedList) -> Iterator[GroupedList]:
    """Part cells by the labels among them; `current` is the list that the first of them stand in."""
    head, told = "", None
    heads: list[str] = []
    rows_to = 0
    for k, cell in enumerate(cells):
        if k < rows_to:
            continue
        group = current.groups[-1]
        if cell.kind == "label":
            yield current
            current = GroupedList(cell.what, cell.text.rstrip(": "), cell.line, [Group()])
            head, told = "", None
            continue
        if cell.kind == "head":
            heads = [*heads, cell.what] if k and cells[k - 1].kind == "head" else [cell.what]
            if group.names and any(one.head == cell.what for one in group.told):
                current.groups.append(Group())  # the heads of the next page's columns
            head, told = ("" if cell.what in ("name", "substitute") else cell.what), None
            continue
        rows = _rows(cells[k:], heads) if k and cells[k - 1].kind in ("head", "label") else None
        if rows is not None:
            current.groups.append(rows)
            rows_to = k + len(rows.names) * len(heads)
        elif cell.kind != "number" or head:  # a column without a head that numbers the names says nothing
            told = _placed(current, cell, head, told)
            head = head if told is not None else ""
    yield current


def _placed(current: GroupedList, cell: Cell, head: str, told: Told | None) -> Told | None:
    """Put a cell to the names of the last group, or to those that stand together with the one before it, which are returned."""
    group = current.groups[-1]
    if cell.kind == "name" and not _is_told(cell, group, head, told):
        if told is not None and group.names:
            current.groups.append(Group())
        current.groups[-1].names.append(cell)
        return None
    if told is None:
        if not head and group.names and any(one.before and not one.head for one in group.told):
            current.groups.append(Group())
        told = Told(head, before=not current.groups[-1].names)
        current.groups[-1].told.append(told)
    told.cells.append(cell)
    return told


def _rows(cells: Sequence[Cell], heads: Sequence[str]) -> Group | None:
    """Take the rows of a table whose cells stand one below the other, row after row, below all of its heads."""
    if len(heads) < 2 or heads.count("name") != 1:
        return None
    at, width = heads.index("name"), len(heads)
    cut = (cells[k : k + width] for k in range(0, len(cells), width))
    rows = list(takewhile(lambda row: len(row) == width and _is_row(row, at), cut))
    columns = [Column(head, tuple(row[k] for row in rows)) for k, head in enumerate(heads) if k != at]
    return Group(names=[row[at] for row in rows], columns=columns) if rows else None


def _is_row(row: Sequence[Cell], at: int) -> bool:
    return row[at].kind == "name" and not any(cell.kind in _NO_TOLD for cell in (*row[:at], *row[at + 1 :]))


def _is_told(cell: Cell, group: Group, head: str, told: Told | None) -> bool:
    """Tell a cell below a head that reads like a name from another of the list's people: whom somebody replaces, a company."""
    full = told is not None and bool(group.names) and len(told.cells) >= len(group.names)
    given = is_given_name(without_mark(cell.text).split()[0])
    return bool(head) and not full and (head == "replaces" or not given)
