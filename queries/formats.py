"""A table as CSV, JSON and a pandas DataFrame."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from queries.table import Table, Value

if TYPE_CHECKING:
    import pandas as pd

LIST_JOINT: Final = "; "


def to_csv(table: Table) -> str:
    """Write a head and a line a row (RFC 4180, but lines end in a plain newline); unknown values are empty, lists joined by «; »."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows([as_text(value) for value in row] for row in table.rows)
    return out.getvalue()


def to_json(table: Table) -> str:
    """Write `columns` with their types and `rows` as objects: numbers as numbers, lists as lists, unknown values as null."""
    names = [column.name for column in table.columns]
    content = {
        "columns": [{"name": column.name, "type": column.type} for column in table.columns],
        "rows": [dict(zip(names, map(_json_value, row), strict=True)) for row in table.rows],
    }
    return json.dumps(content, ensure_ascii=False, indent=1)


def to_dataframe(table: Table) -> pd.DataFrame:
    """Make a DataFrame: dates as datetime64, whole numbers as Int64, shares as float, lists as tuples, the rest as objects."""
    import pandas as pd  # noqa: PLC0415 - it takes half a second, which no command waits for

    frame = {
        column.name: _series([row[index] for row in table.rows], column.type)
        for index, column in enumerate(table.columns)
    }
    return pd.DataFrame(frame, columns=[column.name for column in table.columns])


def as_text(value: Value) -> str:
    """Write a value as people read it."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case tuple():
            return LIST_JOINT.join(value)
        case _:
            return str(value)


def _json_value(value: Value) -> str | int | float | bool | list[str] | None:
    match value:
        case Decimal():
            return float(value)
        case dt.date():
            return value.isoformat()
        case tuple():
            return list(value)
        case _:
            return value


def _series(values: list[Value], kind: str) -> pd.Series[Any]:
    import pandas as pd  # noqa: PLC0415 - as above

    match kind:
        case "date":
            return pd.Series(pd.to_datetime(pd.Series(values, dtype="object")))
        case "integer":
            return pd.Series(values, dtype="Int64")
        case "decimal":
            return pd.Series([None if value is None else float(str(value)) for value in values], dtype="float64")
        case _:
            return pd.Series(values, dtype="object")
