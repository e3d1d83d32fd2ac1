"""The pack gives the same columns and rows in SPARQL on Oxigraph and in Cypher: on the embedded engine, and on a real Neo4j."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from build_samples import build_inline
from missing import missing
from neo4j_server import neo4j_server
from query_samples import sample_store
from test_queries_parity import EXAMPLES, PACK, variations

from aktorsgraf.workspace import Workspace
from graph.bolt import GraphServer, connect
from graph.bolt.fill import fill
from graph.bolt.load import load
from graph.embedded import embedded_engine
from graph.projection import project
from graph.store import GraphStore
from queries.runner import run

pytestmark = pytest.mark.xdist_group("neo4j")
PROTOCOLS = EXAMPLES.parent.parent / "shared" / "protocols"
MADE_UP = EXAMPLES.parent / "benchmarks" / "made_up_minutes.py"
DOCUMENTS = 85  # some 100,000 triples
DATA = ("sample", "examples", "protocols", "made-up")


class Graph(NamedTuple):
    """A graph in the store, and the same on a server."""

    store: GraphStore
    server: GraphServer


@pytest.fixture(scope="module")
def neo4j(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphServer]:
    with neo4j_server(tmp_path_factory.mktemp("neo4j")) as server, connect(server.access) as connection:
        yield connection


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphServer]:
    with embedded_engine(tmp_path_factory.mktemp("engine"), "empty", list) as server:
        yield server


@pytest.fixture(scope="module", params=DATA)
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    with open_store(request.param, tmp_path_factory.mktemp(request.param)) as store:
        yield store


def open_store(data: str, folder: Path) -> GraphStore:
    if data == "sample":
        return sample_store()
    if data == "made-up":
        spec = importlib.util.spec_from_file_location("made_up_minutes", MADE_UP)
        assert spec is not None
        assert spec.loader is not None
        made_up = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(made_up)
        store = GraphStore.open()
        store.replace_graphs(made_up.made_up_graphs(DOCUMENTS))
        assert store.count() > 90_000
        return store
    source = EXAMPLES if data == "examples" else PROTOCOLS
    if not source.is_dir():
        missing(f"the minutes in {source}")
    build_inline(folder / "workspace", source)
    return Workspace(folder / "workspace").open_store(read_only=True)


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def graph(request: pytest.FixtureRequest, store: GraphStore) -> Graph:
    server: GraphServer = request.getfixturevalue(request.param)
    if request.param == "neo4j":
        load(server, lambda: project(store))
    else:
        server.write(lambda run: run("MATCH (n) DETACH DELETE n"))
        fill(server, project(store))
    return Graph(store, server)


@pytest.mark.parametrize("name", PACK)
def test_both_languages_give_the_same_table(graph: Graph, name: str) -> None:
    for given in variations(name):
        assert run(PACK[name], graph.server, given) == run(PACK[name], graph.store, given), given


@pytest.mark.parametrize("name", PACK)
def test_a_server_gives_the_declared_columns(graph: Graph, name: str) -> None:
    query = PACK[name]
    given = {parameter.name: "a" for parameter in query.parameters if parameter.required}
    answer = graph.server.read(query.cypher or "", query.values(given))
    if answer.rows:
        assert list(answer.columns) == [column.name for column in query.columns]
