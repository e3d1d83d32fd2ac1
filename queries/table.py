"""The answer to a query: typed columns and sorted rows."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

ColumnType = Literal["text", "date", "partial-date", "integer", "decimal", "iri", "list", "boolean", "any"]
Value = str | int | bool | Decimal | dt.date | tuple[str, ...] | None
Lexical = Sequence[str | None]
LIST_SEPARATOR: Final = "\x1f"
DECIMALS: Final = 4

_DIGITS: Final = re.compile(r"(\d+)")
# In Swedish å, ä and ö come after z, which { | } do among characters.
_ALPHABET: Final = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "é": "e", "ü": "y"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column's name and the type of its values. Of these, `boolean` and `any` are found in ad-hoc answers only."""

    name: str
    type: ColumnType


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under typed columns; None where the minutes do not say."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]


class Answer(NamedTuple):
    """A table, and whether there were more rows than were asked for."""

    table: Table
    more: bool


def typed_table(columns: Sequence[Column], rows: Iterable[Lexical], order: Sequence[tuple[str, bool]] = ()) -> Table:
    """Make a table of rows of lexical forms, as any engine gives them: values typed, rows sorted.

    `order` names the columns to sort by first and whether from the highest; the others follow from left to right.
    """
    cells = list(zip(*rows, strict=True)) or [()] * len(columns)
    typed = (_values(READERS[column.type], of_one) for column, of_one in zip(columns, cells, strict=True))
    return Table(tuple(columns), tuple(sorted_rows(columns, zip(*typed, strict=True), order)))


def _values(read: Callable[[str], Value], cells: Sequence[str | None]) -> list[Value]:
    """Read a column's cells; one that stands in many rows is read once."""
    values = {cell: read(cell) if cell else None for cell in set(cells)}
    return [values[cell] for cell in cells]


def sorted_rows(
    columns: Sequence[Column], rows: Iterable[tuple[Value, ...]], order: Sequence[tuple[str, bool]] = ()
) -> list[tuple[Value, ...]]:
    """Sort rows: text as Swedish does and numbers in it by size (§ 9 before § 10); unknown values last."""
    found = list(rows)
    names = [column.name for column in columns]
    leading = {names.index(name): descending for name, descending in order}
    # A value stands in many rows: it is placed once among those of its column, and rows are compared by these numbers.
    ranks = [_ranks(column) for column in zip(*found, strict=True)]
    places = [
        [-ranks[at][row[at]] if leading.get(at) else ranks[at][row[at]] for row in found]
        for at in (*leading, *(at for at in range(len(names)) if at not in leading))
        if found
    ]
    keys = list(zip(*places, strict=True))
    return [found[at] for at in sorted(range(len(found)), key=keys.__getitem__)]


def _ranks(values: Iterable[Value]) -> dict[Value, int]:
    return {value: rank for rank, value in enumerate(sorted(set(values), key=_place))}


@lru_cache(maxsize=1 << 16)
def _place(value: Value) -> tuple[int, tuple[tuple[int, Decimal, str], ...], str]:
    if value is None:
        return 1, (), ""
    if isinstance(value, bool | int | Decimal):
        return 0, ((0, Decimal(value), ""),), ""
    text = LIST_SEPARATOR.join(value) if isinstance(value, tuple) else str(value)
    parts = _DIGITS.split(text.casefold().translate(_ALPHABET))
    pieces = ((0, Decimal(part), "") if at % 2 else (1, Decimal(0), part) for at, part in enumerate(parts))
    return 0, tuple(pieces), text


def _whole(lexical: str) -> int:
    return int(Decimal(lexical))


def _rounded(lexical: str) -> Decimal:
    text = f"{Decimal(lexical):.{DECIMALS}f}"
    return Decimal(text.rstrip("0").rstrip("."))


def _pieces(lexical: str) -> tuple[str, ...] | None:
    pieces = {piece for piece in lexical.split(LIST_SEPARATOR) if piece}
    return tuple(sorted(pieces, key=_place)) or None


READERS: Final[Mapping[ColumnType, Callable[[str], Value]]] = MappingProxyType(
    {
        "text": str,
        "date": lambda lexical: dt.date.fromisoformat(lexical[:10]),
        "partial-date": str,
        "integer": _whole,
        "decimal": _rounded,
        "iri": str,
        "list": _pieces,
        "boolean": lambda lexical: lexical in {"true", "1"},
        "any": str,
    }
)
