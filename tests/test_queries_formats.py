"""Tables as CSV, JSON and DataFrames, and how rows are sorted."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import subprocess
import sys
from decimal import Decimal

import pandas as pd
import pytest

from queries.formats import as_text, to_csv, to_dataframe, to_json
from queries.table import Column, ColumnType, Table, Value, typed_table

COLUMNS = (
    Column("name", "text"),
    Column("day", "date"),
    Column("since", "partial-date"),
    Column("number", "integer"),
    Column("share", "decimal"),
    Column("parties", "list"),
    Column("iri", "iri"),
)
FULL: tuple[Value, ...] = ('Ö "x", y\nz', dt.date(2024, 1, 10), "2024-01", 3, Decimal("0.25"), ("C", "S"), "urn:a")
TABLE = Table(COLUMNS, (FULL, (None,) * 7))


def test_lexical_forms_become_values() -> None:
    row = ['Ö "x", y\nz', "2024-01-10", "2024-01", "3", "0.25000000", "S\x1f\x1fC\x1fS", "urn:a"]
    assert typed_table(COLUMNS, [row, [""] * 7, [None] * 7]).rows == (FULL, (None,) * 7, (None,) * 7)


@pytest.mark.parametrize(
    ("lexical", "share"), [("0.66666666666666", "0.6667"), ("1", "1"), ("10.0", "10"), ("0.5E0", "0.5"), ("0", "0")]
)
def test_decimals_are_rounded_alike_whatever_the_engine_gives(lexical: str, share: str) -> None:
    assert str(typed_table([Column("share", "decimal")], [[lexical]]).rows[0][0]) == share


def sorted_column(kind: ColumnType, *cells: str | None) -> list[Value]:
    return [row[0] for row in typed_table([Column("x", kind)], [[cell] for cell in cells]).rows]


def test_text_is_sorted_as_swedish_is_and_numbers_by_size() -> None:
    assert sorted_column("text", "Örn", "Ärla", "Åke", "ZAR", "anna", None, "Éva", "Eva") == [
        "anna",
        "Eva",
        "Éva",
        "ZAR",
        "Åke",
        "Ärla",
        "Örn",
        None,
    ]
    assert sorted_column("text", "10", "140 b", "9", "140") == ["9", "10", "140", "140 b"]
    assert sorted_column("integer", "10", "9", "-1") == [-1, 9, 10]
    assert sorted_column("text", "²", "1", "١") == ["1", "١", "²"]


def test_rows_are_sorted_from_left_to_right_unless_an_order_is_given() -> None:
    columns = (Column("a", "text"), Column("n", "integer"))
    rows = [["b", "1"], ["a", "1"], ["c", "2"]]
    assert [row[0] for row in typed_table(columns, rows).rows] == ["a", "b", "c"]
    assert [row[0] for row in typed_table(columns, rows, (("n", True),)).rows] == ["c", "a", "b"]


def test_csv_is_read_back() -> None:
    assert list(csv.reader(io.StringIO(to_csv(TABLE)))) == [
        [column.name for column in COLUMNS],
        ['Ö "x", y\nz', "2024-01-10", "2024-01", "3", "0.25", "C; S", "urn:a"],
        [""] * 7,
    ]


def test_truth_values_are_read_as_xml_schema_writes_them() -> None:
    assert (as_text(value=True), as_text(value=False)) == ("true", "false")


def test_json_has_the_types_and_typed_values() -> None:
    content = json.loads(to_json(TABLE))
    assert content["columns"][1] == {"name": "day", "type": "date"}
    assert content["rows"][0] == {
        "name": 'Ö "x", y\nz',
        "day": "2024-01-10",
        "since": "2024-01",
        "number": 3,
        "share": 0.25,
        "parties": ["C", "S"],
        "iri": "urn:a",
    }
    assert set(content["rows"][1].values()) == {None}


def test_a_dataframe_has_dates_as_dates_and_numbers_as_numbers() -> None:
    frame = to_dataframe(TABLE)
    assert pd.api.types.is_datetime64_any_dtype(frame["day"])
    assert frame["day"][0] == pd.Timestamp("2024-01-10")
    assert str(frame["number"].dtype) == "Int64"
    assert frame["number"][0] == 3
    assert frame["share"][0] == 0.25
    assert frame["parties"][0] == ("C", "S")
    assert frame.iloc[1].isna().all()


def test_a_dataframe_without_rows_keeps_columns_and_types() -> None:
    frame = to_dataframe(Table(COLUMNS, ()))
    assert list(frame.columns) == [column.name for column in COLUMNS]
    assert pd.api.types.is_datetime64_any_dtype(frame["day"])


def test_pandas_is_not_loaded_before_a_dataframe_is_wanted() -> None:
    program = "import queries.formats, queries.runner, queries.adhoc, sys; sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
