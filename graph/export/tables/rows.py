"""The rows of a table, sorted, each cell the set of its values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from graph.export.tables.definitions import TableOf
from graph.store import GraphStore

Cell = tuple[str, ...]  # sorted; one value where the column holds one, none where nothing is stated


def rows_of(table: TableOf, store: GraphStore) -> list[tuple[Cell, ...]]:
    """Return the rows: where a column may hold several values, those of rows that are the same in all else."""
    return sorted(_gathered(table, _solutions(table, store)))


def _solutions(table: TableOf, store: GraphStore) -> Iterator[tuple[str, ...]]:
    answer = store.query(table.query)
    if not isinstance(answer, ox.QuerySolutions):
        raise TypeError(f"table {table.name}: expected solutions of a SELECT")
    for solution in answer:
        terms = (solution[column.name] for column in table.columns)
        yield tuple("" if term is None else _lexical(term) for term in terms)


def _lexical(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)


def _gathered(table: TableOf, solutions: Iterable[tuple[str, ...]]) -> Iterator[tuple[Cell, ...]]:
    several = [column.several for column in table.columns]
    found: dict[tuple[str, ...], tuple[set[str], ...]] = {}
    for solution in solutions:
        key = tuple("" if many else value for value, many in zip(solution, several, strict=True))
        cells = found.setdefault(key, tuple(set() for _ in solution))
        for value, values in zip(solution, cells, strict=True):
            values.add(value)
    for cells in found.values():
        yield tuple(tuple(sorted(values - {""})) for values in cells)
