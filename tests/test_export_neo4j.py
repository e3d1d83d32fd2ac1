"""Files for Neo4j: complete, the same for the same graph, and safe with whatever minutes say."""

from __future__ import annotations

import csv
from pathlib import Path

from query_samples import TRIG, sample_graphs, sample_store

from graph.export import export
from graph.export.neo4j_files import DELIMITER, write_neo4j
from graph.projection import project
from graph.store import GraphStore

HOSTILE = "'}) DETACH DELETE (n) //\\\\ \\\"quoted\\\", `tick`;\\nsecond line \\\\'"


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_node_and_relationship_is_in_the_tables(tmp_path: Path) -> None:
    with sample_store() as store:
        write_neo4j(store, tmp_path / "files")
        nodes = {node.iri: node for node in project(store)}
    rows = {row["iri:ID"]: row for path in sorted(tmp_path.glob("files/nodes-*.csv")) for row in rows_of(path)}
    assert set(rows) == set(nodes)
    for iri, node in nodes.items():
        row = rows[iri]
        assert row[":LABEL"].split(DELIMITER) == ["AgResource", *node.labels]
        assert row["agKey:string"] == node.content_key
        filled = {name for name, cell in row.items() if cell and name not in {"iri:ID", ":LABEL", "agKey:string"}}
        assert {name.partition(":")[0] for name in filled} == set(node.properties) - {"iri"}
    links = [tuple(row.values()) for row in rows_of(tmp_path / "files/relationships.csv")]
    assert links == [
        (node.iri, link.target, str(link.derived).lower(), link.type) for node in nodes.values() for link in node.links
    ]


def test_heads_tell_the_types(tmp_path: Path) -> None:
    with sample_store() as store:
        write_neo4j(store, tmp_path / "files")
    head = (tmp_path / "files/nodes-Meeting.csv").read_text(encoding="utf-8").splitlines()[0]
    assert head.startswith("iri:ID,date:date,label:string,")
    assert "present:boolean" in (tmp_path / "files/nodes-Attendance.csv").read_text(encoding="utf-8").splitlines()[0]


def test_the_same_graph_gives_the_same_bytes(tmp_path: Path) -> None:
    backwards = GraphStore.open()
    backwards.replace_graphs((name, quads[::-1]) for name, quads in reversed(list(sample_graphs())))
    with sample_store() as store, backwards:
        export(store, "neo4j", tmp_path / "one")
        export(backwards, "neo4j", tmp_path / "two")
    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert [path.name for path in sorted((tmp_path / "two").iterdir())] == names
    assert all((tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes() for name in names)


def test_hostile_text_stays_inside_its_quotes(tmp_path: Path) -> None:
    store = GraphStore.open()
    store.replace_graphs(sample_graphs(TRIG.replace('"Cecilia Lind"', f'"{HOSTILE}"')))
    with store:
        write_neo4j(store, tmp_path / "files")
        label = next(str(node.properties["label"]) for node in project(store) if node.iri.endswith("person/cecilia"))
    script = (tmp_path / "files/graph.cypher").read_text(encoding="utf-8")
    escaped = label.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n")
    assert f"label: '{escaped}'" in script
    people = rows_of(tmp_path / "files/nodes-Person.csv")
    assert label in {row["label:string"] for row in people}
