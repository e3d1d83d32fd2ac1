"""Parquet tables: typed, with dates as dates and several values as lists."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from graph.errors import ExportError
from graph.export.tables.definitions import TABLES, Column, TableOf
from graph.export.tables.rows import Cell, rows_of
from graph.export.tables.titles import ENGLISH, SWEDISH
from graph.export.whole import whole_folder
from graph.extras import how_to_install
from graph.store import GraphStore

_VALUES: Final[Mapping[str, Callable[[str], object]]] = {
    "date": dt.date.fromisoformat,
    "integer": int,
    "boolean": lambda text: text in {"true", "1"},
}


def write_parquet(store: GraphStore, path: Path) -> None:
    """Write each table as NAME.parquet into the folder `path`. Raises ExportError where pyarrow is not installed."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - large, and an extra
        import pyarrow.parquet as pq  # noqa: PLC0415
    except ImportError as error:
        raise ExportError(f"parquet: needs pyarrow; install it with: {how_to_install('parquet')}") from error
    with whole_folder(path) as folder:
        for table in TABLES:
            pq.write_table(_arrow(pa, table, rows_of(table, store)), folder / f"{table.name}.parquet")


def _arrow(pa: Any, table: TableOf, rows: list[tuple[Cell, ...]]) -> Any:
    """Return rows as an Arrow table whose fields carry their titles."""
    kinds = {"date": pa.date32(), "integer": pa.int64(), "boolean": pa.bool_()}

    def field(column: Column) -> Any:
        kind = kinds.get(column.datatype, pa.string())
        titles = {"title_sv": SWEDISH[column.name], "title_en": ENGLISH[column.name]}
        return pa.field(column.name, pa.list_(kind) if column.several else kind, metadata=titles)

    schema = pa.schema([field(column) for column in table.columns])
    arrays = [
        pa.array([_value(table, column, row[place]) for row in rows], type=schema.field(place).type)
        for place, column in enumerate(table.columns)
    ]
    return pa.Table.from_arrays(arrays, schema=schema)


def _value(table: TableOf, column: Column, cell: Cell) -> object:
    """Return a cell as Python has it. Raises ExportError for what is not of the column's type."""
    parse = _VALUES.get(column.datatype, str)
    try:
        values = [parse(text) for text in cell]
    except ValueError as error:
        raise ExportError(f"{table.name}, {column.name}: {error}; see: aktorsgraf validate") from error
    return values if column.several else next(iter(values), None)
