"""Cells that were read one after the other made to columns as long as the names: by counting, and by what each holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.reading.people.turned.cells import Cell

_FITS: dict[str, frozenset[str]] = {
    "party": frozenset({"party", "initials", "letter", "dash"}),
    "presence": frozenset({"presence", "letter", "dash", "items", "replaces", "role"}),
    "number": frozenset({"number", "letter"}),
    "place": frozenset({"place", "organisation", "initials", "words"}),
    "role": frozenset({"role", "office", "words", "replaces", "items", "organisation"}),
    "items": frozenset({"items", "replaces", "dash"}),
}
"""What the cells of a column can be beside what tells which column it is."""
_TELLS: dict[str, frozenset[str]] = {
    "party": frozenset({"party", "initials"}),
    "presence": frozenset({"presence", "letter", "dash"}),
    "number": frozenset({"number"}),
    "place": frozenset({"place", "organisation", "initials"}),
    "role": frozenset({"role", "office"}),
    "items": frozenset({"items", "replaces"}),
}
"""What most cells of a column are."""
_NEEDED: dict[str, frozenset[str]] = {"party": frozenset({"party"}), "presence": frozenset({"presence", "letter"})}
"""What at least one cell of a column is."""
SHARP = frozenset({"party", "presence"})
"""Columns whose cells read as nothing else, so that they end where other cells begin."""
FEWEST = 3
"""Names beside which cells that read as this or that make a column without a head."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table, a cell for each name."""

    kind: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Dealt:
    """The columns that were found among cells, and the cells that belong to none."""

    columns: tuple[Column, ...]
    rest: tuple[Cell, ...]


def columns_of(cells: Sequence[Cell], count: int, head: str) -> Dealt:
    """Deal cells out in columns of `count`; `head` is what the head above them says that they hold, or ""."""
    if head:
        return _headed(cells, count, head)
    cells = _with_party_first(cells, count)
    for dealt in (_chunks(cells, count), _by_gaps(cells, count), _sharp_beginning(cells, count)):
        if dealt is not None:
            return dealt
    return Dealt((), tuple(cells))


def column_kind(cells: Sequence[Cell]) -> str | None:
    """Return what a column of these cells holds; None where they do not belong together."""
    kinds = {cell.kind for cell in cells}
    for kind, fits in _FITS.items():
        telling = sum(cell.kind in _TELLS[kind] for cell in cells)
        if kinds <= fits and 2 * telling >= len(cells) and not kinds.isdisjoint(_NEEDED.get(kind, kinds)):
            return kind if len(cells) >= FEWEST or kind in SHARP or len(kinds) == 1 else None
    return None


def _headed(cells: Sequence[Cell], count: int, head: str) -> Dealt:
    """Trust a head for the cells below it, where they are as many as the names, or a gap closes them there."""
    if len(cells) > count and not cells[count].gap:
        return _chunks(cells, count) or Dealt((), tuple(cells))
    if len(cells) < count:
        return Dealt((), tuple(cells))
    further = _chunks(cells[count:], count) or Dealt((), tuple(cells[count:]))
    return Dealt((Column(head, tuple(cells[:count])), *further.columns), further.rest)


def _with_party_first(cells: Sequence[Cell], count: int) -> Sequence[Cell]:
    """Join what stands below a party to it, where parties are as many as names and each begins a cell («(C) / ordförande»)."""
    starts = [k for k, cell in enumerate(cells) if cell.kind == "party"]
    told = [k for k, cell in enumerate(cells) if cell.kind != "party"]
    if len(starts) != count or starts[:1] != [0] or not told or told[0] > starts[-1]:
        return cells
    ends = [*starts[1:], len(cells)]
    return [_joined(cells[low:high]) for low, high in zip(starts, ends, strict=True)]


def _joined(cells: Sequence[Cell]) -> Cell:
    texts, spans = (text for cell in cells for text in cell.texts), (span for cell in cells for span in cell.spans)
    return replace(cells[0], texts=tuple(texts), spans=tuple(spans))


def _chunks(cells: Sequence[Cell], count: int) -> Dealt | None:
    """Cut cells whose number is that of the names, or a multiple, into columns, none of which holds what the one before does."""
    if not cells or len(cells) % count:
        return None
    cut = [tuple(cells[k : k + count]) for k in range(0, len(cells), count)]
    kinds = [column_kind(column) for column in cut]
    if None in kinds or any(a == b for a, b in pairwise(kinds)):
        return None
    return Dealt(tuple(Column(kind or "", column) for kind, column in zip(kinds, cut, strict=True)), ())


def _by_gaps(cells: Sequence[Cell], count: int) -> Dealt | None:
    """Take the blocks between empty lines that are as long as the names."""
    blocks: list[list[Cell]] = []
    for cell in cells:
        if cell.gap or not blocks:
            blocks.append([])
        blocks[-1].append(cell)
    found = {k: kind for k, block in enumerate(blocks) if len(block) == count and (kind := column_kind(block))}
    if not found or len(set(found.values())) < len(found):
        return None
    columns = tuple(Column(kind, tuple(blocks[k])) for k, kind in found.items())
    return Dealt(columns, tuple(cell for k, block in enumerate(blocks) if k not in found for cell in block))


def _sharp_beginning(cells: Sequence[Cell], count: int) -> Dealt | None:
    """Take as many parties, or marks, as there are names, where something else follows."""
    kind = column_kind(cells[:count]) if len(cells) > count else None
    if kind not in SHARP or cells[count].kind in _TELLS[kind or ""]:
        return None
    return Dealt((Column(kind or "", tuple(cells[:count])),), tuple(cells[count:]))
