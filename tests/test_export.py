"""Exports are read back as the same graph, have the same bytes every time, and appear whole or not at all."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import textwrap
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Triple
from query_samples import sample_graphs, sample_store
from rdflib.compare import isomorphic

from graph.errors import ExportError
from graph.export import FORMATS, export
from graph.export.rdf import ALL_PREFIXES
from graph.export.tables import TABLES
from graph.store import GraphStore
from ontology.quads import ontology_quads, reference_quads

BASE = "https://w3id.org/aktorsgraf/id/"
GRAPHS = {"trig": ox.RdfFormat.TRIG, "nquads": ox.RdfFormat.N_QUADS}
UNIONS = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}
RDFLIB = {"turtle": "turtle", "ntriples": "nt", "rdfxml": "xml", "jsonld": "json-ld"}


@pytest.fixture(scope="module")
def store() -> Iterator[GraphStore]:
    with sample_store() as opened:
        for quads in (reference_quads(BASE), ontology_quads(BASE)):
            content = list(quads)
            opened.replace_graphs([(content[0].graph_name, content)])
        yield opened


def triples_of(store: GraphStore) -> set[Triple]:
    return {quad.triple for quad in store.quads()}


def parsed(path: Path, kind: ox.RdfFormat) -> list[Quad]:
    return [quad for quad in ox.parse(path=path, format=kind) if isinstance(quad, Quad)]


@pytest.mark.parametrize("name", UNIONS)
def test_a_union_is_read_back_by_oxigraph(store: GraphStore, tmp_path: Path, name: str) -> None:
    export(store, name, tmp_path / "out")
    found = parsed(tmp_path / "out", UNIONS[name])
    assert {quad.triple for quad in found} == triples_of(store)
    assert len(found) == len(triples_of(store))


@pytest.mark.parametrize("name", GRAPHS)
def test_graphs_are_read_back_by_oxigraph(store: GraphStore, tmp_path: Path, name: str) -> None:
    export(store, name, tmp_path / "out")
    assert set(parsed(tmp_path / "out", GRAPHS[name])) == set(store.quads())


@pytest.mark.parametrize("name", RDFLIB)
def test_a_union_is_read_back_by_rdflib(tmp_path: Path, name: str) -> None:
    with sample_store() as store:
        export(store, name, tmp_path / "out")
        export(store, "ntriples", tmp_path / "out.nt")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's JSON-LD reader uses its own old names
        found = rdflib.Graph().parse(data=(tmp_path / "out").read_bytes(), format=RDFLIB[name])
    assert isomorphic(found, rdflib.Graph().parse(data=(tmp_path / "out.nt").read_bytes(), format="nt"))


@pytest.mark.parametrize("name", ["turtle", "trig", "nquads", "rdfxml", "jsonld", "csv"])
def test_bytes_do_not_depend_on_the_store_or_the_order_of_loading(tmp_path: Path, name: str) -> None:
    graphs = list(sample_graphs())
    with GraphStore.open() as memory, GraphStore.open(tmp_path / "store") as disk:
        memory.replace_graphs(graphs)
        for graph, quads in reversed(graphs):
            disk.replace_graphs([(graph, reversed(quads))])
        target = ".zip" if name == "csv" else ""
        export(memory, name, tmp_path / f"a{target}")
        export(disk, name, tmp_path / f"b{target}")
    assert (tmp_path / f"a{target}").read_bytes() == (tmp_path / f"b{target}").read_bytes()


@pytest.mark.parametrize("name", ["turtle", "trig", "rdfxml"])
def test_prefixes_are_written_in_order_and_used(store: GraphStore, tmp_path: Path, name: str) -> None:
    export(store, name, tmp_path / "out")
    text = (tmp_path / "out").read_text(encoding="utf-8")
    places = [text.index(f"{'xmlns:' if name == 'rdfxml' else '@prefix '}{prefix}") for prefix in sorted(ALL_PREFIXES)]
    assert places == sorted(places)
    if name == "turtle":
        assert "\tag:role meeting-role:adjuster , meeting-role:chair ;" in text
        assert ' ;\n\tdcterms:date "2024-01-10"^^xsd:date ;' in text


def test_jsonld_has_its_context_inline_and_names_terms_plainly(store: GraphStore, tmp_path: Path) -> None:
    export(store, "jsonld", tmp_path / "out.jsonld")
    document = json.loads((tmp_path / "out.jsonld").read_text(encoding="utf-8"))
    assert isinstance(document["@context"], dict)
    assert not any("http" in str(value) for key, value in document["@context"].items() if key == "@import")
    nodes = {node["id"]: node for node in document["@graph"]}
    meeting = nodes[f"{BASE}m1"]
    assert meeting["type"] == "Meeting"
    assert meeting["heldBy"] == f"{BASE}body/styrelsen"
    assert meeting["dcterms:date"] in (
        "2024-01-10",
        {"@value": "2024-01-10", "@type": "http://www.w3.org/2001/XMLSchema#date"},
    )
    assert meeting["rdfs:label"] == "Styrelsen, 2024-01-10"


def hostile_store(text: str) -> GraphStore:
    graph, subject = NamedNode("urn:g"), NamedNode("https://a.example/å#x(1)'2")
    objects = [
        Literal(text),
        Literal(text, language="sv"),
        Literal("x", datatype=NamedNode("urn:t:1")),
        Literal("01", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#integer")),
        NamedNode("https://a.example/?a=1&b=<".replace("<", "%3C")),
    ]
    predicates = [
        "http://www.w3.org/2000/01/rdf-schema#label",
        "https://w3id.org/aktorsgraf/ns#heldBy",
        "https://a.example/p",
    ]
    store = GraphStore.open()
    store.replace_graphs([(graph, [Quad(subject, NamedNode(p), o, graph) for p in predicates for o in objects])])
    return store


# RDF/XML cannot hold control characters; N-Triples, Turtle and JSON-LD can.
HOSTILE = [
    '"',
    "\\",
    "<script>&amp;</script>",
    "'''\"\"\"",
    "a\nb\r\nc\td",
    "]]>",
    "\u2028\ufeff",
    "😀",
    "@context",
    "id:x",
    " ",
]


@pytest.mark.parametrize("name", UNIONS)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_read_back(tmp_path: Path, name: str, text: str) -> None:
    with hostile_store(text) as store:
        export(store, name, tmp_path / "out")
        assert {quad.triple for quad in parsed(tmp_path / "out", UNIONS[name])} == triples_of(store)


@settings(max_examples=40)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_is_read_back_as_nquads_and_jsonld(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("any") / "out"
    with hostile_store(text) as store:
        for name in ("ntriples", "turtle", "jsonld"):
            export(store, name, path)
            assert {quad.triple for quad in parsed(path, UNIONS[name])} == triples_of(store)


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_graph_is_written_too(tmp_path: Path, name: str) -> None:
    with GraphStore.open() as empty:
        export(empty, name, tmp_path / "out")
    if name in UNIONS:
        assert parsed(tmp_path / "out", UNIONS[name]) == []
    assert (tmp_path / "out").exists()


# --- tables


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_folder_holds_a_file_for_each_table(store: GraphStore, tmp_path: Path) -> None:
    export(store, "csv", tmp_path / "tables")
    names = [*(f"{one.name}.csv" for one in TABLES), "csv-metadata.json"]
    assert sorted(file.name for file in (tmp_path / "tables").iterdir()) == sorted(names)


def test_tables_say_what_the_graph_says(store: GraphStore, tmp_path: Path) -> None:
    export(store, "csv", tmp_path)
    persons = {row["name"]: row for row in table(tmp_path, "persons")}
    assert persons["Anna Åkesson Ek"]["other_names"] == "Anna Akesson Ek"
    assert len(table(tmp_path, "persons")) == 5
    bodies = {row["name"]: row for row in table(tmp_path, "bodies")}
    assert set(bodies) == {"Styrelsen", "Nämnden för växel"}
    assert bodies["Styrelsen"]["kind"] == "styrelse"
    assert bodies["Styrelsen"]["parent"] == "Kommunförbundet Fjällbygden"
    (group,) = table(tmp_path, "groups")
    assert (group["kind"], group["parent"]) == ("arbetsgrupp", "Styrelsen")
    members = {row["person"]: row for row in table(tmp_path, "memberships")}
    assert set(members) == {"Anna Åkesson Ek", "Börje Øman", "Cecilia Lind"}
    assert (members["Börje Øman"]["since"], members["Börje Øman"]["until"]) == ("2025", "2026-06")
    assert len(table(tmp_path, "meetings")) == 3
    attendance = [row for row in table(tmp_path, "attendance") if row["date"] == "2024-01-10"]
    assert {row["person"]: (row["role"], row["present"], row["party"]) for row in attendance} == {
        "Anna Åkesson Ek": ("adjuster; chair", "true", "S"),
        "Börje Øman": ("member", "false", "C"),
        "Cecilia Lind": ("serving-substitute", "true", "S"),
    }
    assert [row["decision"] for row in table(tmp_path, "decisions")][-1] == "Enligt förslag"
    assert {row["person"] for row in table(tmp_path, "appointments")} >= {"Vakant", "Cecilia Lind"}
    (assignment,) = table(tmp_path, "assignments")
    assert assignment["assignee"] == "förbundschefen; ordföranden"
    assert {(row["document"], row["start"]) for row in table(tmp_path, "evidence")} == {
        ("januari.txt", "0"),
        ("januari.txt", "20"),
    }


def test_a_zip_holds_the_same_tables(store: GraphStore, tmp_path: Path) -> None:
    export(store, "csv", tmp_path / "tables")
    export(store, "csv", tmp_path / "tables.zip")
    with zipfile.ZipFile(io.BytesIO((tmp_path / "tables.zip").read_bytes())) as archive:
        for one in TABLES:
            assert archive.read(f"{one.name}.csv") == (tmp_path / "tables" / f"{one.name}.csv").read_bytes()


# --- whole or not at all


def test_what_stood_there_is_replaced(store: GraphStore, tmp_path: Path) -> None:
    for name, path in (("turtle", tmp_path / "a.ttl"), ("csv", tmp_path / "tables")):
        export(store, name, path)
        before = [file.read_bytes() for file in sorted(tmp_path.rglob("*")) if file.is_file()]
        export(store, name, path)
        assert [file.read_bytes() for file in sorted(tmp_path.rglob("*")) if file.is_file()] == before


class BreakingStore(GraphStore):
    """A store that fails in the middle of being read."""

    def quads(self, graph: NamedNode | None = None, subject: NamedNode | None = None) -> Iterator[Quad]:
        for number, quad in enumerate(super().quads(graph, subject)):
            if number == 5:
                raise OSError(5, "disk broken")
            yield quad


@pytest.mark.parametrize("name", [*UNIONS, *GRAPHS])
def test_what_stood_there_stays_when_an_export_fails(tmp_path: Path, name: str) -> None:
    store = BreakingStore(ox.Store())
    store.replace_graphs(sample_graphs())
    path = tmp_path / "out"
    path.write_text("before")
    with pytest.raises(ExportError, match=r"out: cannot be written \(disk broken\)"):
        export(store, name, path)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["turtle", "jsonld", "csv"])
def test_a_path_that_cannot_be_written_is_one_line(store: GraphStore, tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("x")
    for path in (tmp_path / "missing" / "out", tmp_path / "file" / "out"):
        with pytest.raises(ExportError) as caught:
            export(store, name, path)
        assert str(caught.value).startswith(f"{path}: cannot be written (")
        assert "\n" not in str(caught.value)


def test_a_file_and_a_folder_are_not_mistaken_for_each_other(store: GraphStore, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    with pytest.raises(ExportError, match="a folder stands there"):
        export(store, "turtle", tmp_path / "folder")
    with pytest.raises(ExportError, match="a file stands there"):
        export(store, "csv", tmp_path / "file")


def test_a_pipe_is_written_to(store: GraphStore, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "copy").open("wb") as copy, subprocess.Popen(["cat", str(tmp_path / "pipe")], stdout=copy):
        export(store, "ntriples", tmp_path / "pipe")
    assert (tmp_path / "copy").read_bytes().count(b"\n") == len(triples_of(store))
    assert (tmp_path / "pipe").is_fifo()


def test_a_link_keeps_pointing_to_the_file_that_is_written(store: GraphStore, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "there" / "out.nt")
    export(store, "ntriples", tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "there" / "out.nt").stat().st_size > 0


def test_the_file_gets_the_rights_that_files_get(store: GraphStore, tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    export(store, "ntriples", tmp_path / "out")
    assert (tmp_path / "out").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_an_unknown_format_lists_those_there_are(store: GraphStore, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no format 'docx'; there are turtle, ntriples"):
        export(store, "docx", tmp_path / "out")


def test_bytes_do_not_depend_on_the_seed_of_hashing(tmp_path: Path) -> None:
    program = """
        import sys
        from pathlib import Path
        sys.path.insert(0, sys.argv[1])
        from query_samples import sample_store
        from graph.export import FORMATS, export
        for name in FORMATS:
            export(sample_store(), name, Path(sys.argv[2]) / f"{name}.out")
    """
    found = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        folder.mkdir()
        arguments = [sys.executable, "-c", textwrap.dedent(program), str(Path(__file__).parent), str(folder)]
        subprocess.run(arguments, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
        found.append({file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()})
    assert found[0] == found[1]
