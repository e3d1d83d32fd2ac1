"""A row of a table whose columns were read in turn, written as a line of a list: the name, and what its cells say of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from loaders.reading.lexicon.names import find_names
from loaders.reading.people.marks import without_mark
from loaders.reading.people.tables import ABSENT_CELL
from loaders.reading.people.turned.cells import MARKS, Cell, name_at
from loaders.reading.people.wordings import ABSENT
from loaders.reading.text.flow import Flow, worded
from loaders.reading.text.sheet import Sheet

Piece = tuple[str, tuple[int, int] | None]
_ORDER = ("party", "municipality", "place", "organisation", "role", "items", "presence", "replaces")


def row_of(sheet: Sheet, name: Cell, told: Iterable[tuple[str, Cell]]) -> Flow:
    """Write a row: the name, its cells, what else stands on the name's line, and last the cells that name somebody else."""
    own = sorted((cell for cell in told if cell[0] in _ORDER), key=lambda cell: _ORDER.index(cell[0]))
    alone = [_written(kind, cell) for kind, cell in own if not _names_another(kind, cell)]
    others = [_written(kind, cell) for kind, cell in own if _names_another(kind, cell)]
    first, rest = _parted(name)
    parts = [*alone, rest, *others] if alone else [rest, *others]
    return worded(sheet, [*first, *(piece for part in parts if part for piece in (_joint(part), *part))])


def _joint(part: Sequence[Piece]) -> Piece:
    return ("" if part[0][0][:1] in ("", " ", ",", ";") else "; "), None


def _names_another(kind: str, cell: Cell) -> bool:
    return kind == "replaces" or next(find_names(cell.text), None) is not None


def _parted(name: Cell) -> tuple[list[Piece], list[Piece]]:
    """Part the line of a name behind it."""
    lead = len(name.text) - len(without_mark(name.text))
    hit = name_at(name.text[lead:])
    (start, end), *more = name.spans
    if hit is None or more:
        return list(_verbatim(name)), []
    at = start + lead + hit.end
    cut = lead + hit.end
    rest = name.text[cut:]
    return [(name.text[:cut], (start, at))], [(rest, (at, end))] if rest.strip() else []


def _written(kind: str, cell: Cell) -> list[Piece]:
    """Write what a cell says as it would be said after a name; empty where it says nothing."""
    text = cell.text
    if kind == "presence" and cell.kind in MARKS:
        absent = ABSENT_CELL.holds(text) or ABSENT.holds(text)
        return [("frånv." if absent else "närv.", cell.spans[0])]
    if cell.kind in ("dash", "letter") and kind != "party":
        return []
    if kind == "party":
        return list(_party(cell))
    if kind in ("items", "presence") and text[:1].isdigit():
        return [("§ ", None), *_verbatim(cell)]
    if kind == "replaces" and cell.kind == "name":
        return [("tjänstgör för ", None), *_verbatim(cell)]
    return list(_verbatim(cell))


def _party(cell: Cell) -> Iterator[Piece]:
    """Write a party in parentheses, as lists do."""
    word = cell.text.split(",")[0].split(";")[0]
    if cell.kind == "dash":
        return
    if cell.text.startswith("(") or len(cell.spans) > 1:
        yield from _verbatim(cell)
        return
    start, end = cell.spans[0]
    yield from (("(", None), (word, (start, start + len(word))), (")", None))
    if rest := cell.text[len(word) :]:
        yield rest, (start + len(word), end)


def _verbatim(cell: Cell) -> Iterator[Piece]:
    """Write a cell as it stands, its lines joined."""
    for k, (text, span) in enumerate(zip(cell.texts, cell.spans, strict=True)):
        if k:
            yield " ", None
        yield text, span
