"""Twins in Cypher: what they declare nowhere else, they share with the query in SPARQL, or loading fails with file and line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from test_queries_pack import GOOD

from ontology.property_graph import property_graph
from queries.errors import PackError
from queries.runner import load_pack

TWIN = """\
// RETURN nothing AS label: a comment
MATCH (thing)
WHERE $name IS NULL OR any(key IN thing.searchKey WHERE key CONTAINS $name)
WITH thing.label AS label, count(thing) AS number
WHERE number >= coalesce($least, 1)
RETURN label, number
"""


def load(folder: Path, twin: str | None) -> None:
    for name in ("sparql", "cypher"):
        (folder / name).mkdir()
    (folder / "sparql/names.rq").write_text(GOOD, encoding="utf-8")
    if twin is not None:
        (folder / "cypher/names.cypher").write_text(twin, encoding="utf-8")
    query = load_pack(folder / "sparql", folder / "cypher")["names"]
    assert query.cypher == twin


def test_every_query_of_the_pack_has_a_twin() -> None:
    assert all(query.cypher for query in load_pack().values())


@pytest.mark.parametrize(
    "last",
    [
        "RETURN label, number",
        "RETURN DISTINCT label AS label, [number, 1][0] AS number ORDER BY label, number",
        "WITH label, number RETURN label, count(number) AS `number` LIMIT 5;",
    ],
)
def test_a_good_twin_loads(tmp_path: Path, last: str) -> None:
    load(tmp_path, TWIN.replace("RETURN label, number", last))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "RETURN label, number",
            "RETURN number, label",
            "6: columns differ: declared label, number; returned number, label",
        ),
        ("RETURN label, number", "RETURN label", "6: columns differ: declared label, number; returned label"),
        ("RETURN label, number", "RETURN label, number, 1 AS one", "6: columns differ"),
        ("RETURN label, number", "", "5: no RETURN at the end"),
        ("CONTAINS $name", "CONTAINS $named", "3: $named is no declared parameter"),
        ("coalesce($least, 1)", "1", "1: parameter least is not used"),
        ("WHERE number", "SET number", "4: number SET: no keyword"),
        ("MATCH (thing)", "CALL db.labels() YIELD label MATCH (thing)", "2: CALL: procedures are refused"),
    ],
)
def test_a_wrong_twin_is_an_error_with_file_and_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in TWIN
    with pytest.raises(PackError) as caught:
        load(tmp_path, TWIN.replace(old, new))
    assert str(caught.value).startswith(f"names.cypher:{message}")


def test_a_missing_twin_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"^names\.cypher:1: there is no such file"):
        load(tmp_path, None)


def test_a_twin_of_no_query_is_an_error(tmp_path: Path) -> None:
    load(tmp_path, TWIN)
    (tmp_path / "cypher/other.cypher").write_text(TWIN, encoding="utf-8")
    with pytest.raises(PackError, match=r"^other\.cypher:1: there is no other\.rq"):
        load_pack(tmp_path / "sparql", tmp_path / "cypher")


def test_names_in_the_twins_are_of_the_schema() -> None:
    schema = property_graph()
    labels = {label.name for label in schema.labels.values()} | {"AgResource"}
    types = {relationship.name for relationship in schema.relationships.values()}
    keys = {one.name for one in schema.properties.values()} | {"iri", "types"}
    for name, query in load_pack().items():
        cypher = re.sub(r"'[^']*'|//.*", "", query.cypher or "")
        assert set(re.findall(r"\(\w*:(\w+)", cypher)) <= labels, name
        assert {one for found in re.findall(r"\[\w*:([\w|]+)", cypher) for one in found.split("|")} <= types, name
        own = {key for made in re.findall(r"collect\(\{(.*?)\}\)", cypher) for key in re.findall(r"(\w+):", made)}
        assert set(re.findall(r"\w\.(\w+)", cypher)) <= keys | own, name
