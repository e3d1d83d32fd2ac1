"""The embedded engine: started and stopped by itself, its database kept while the graph stays as it is."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest
from build_samples import build_inline, write_minutes
from cli_runner import aktorsgraf
from patience import PATIENCE
from query_samples import TRIG, sample_graphs, sample_store

from graph.embedded import embedded_engine
from graph.embedded import engine as engine_module
from graph.embedded.engine import state_of
from graph.errors import ServerError
from graph.projection import project
from queries.adhoc_cypher import run_cypher

pytestmark = pytest.mark.xdist_group("embedded")
COUNT = "MATCH (n:AgResource) RETURN count(n) AS number"


def no_filling() -> Any:
    raise AssertionError("the database is filled again though the graph is the same")


def test_the_database_is_filled_once_and_anew_when_the_graph_is_another(tmp_path: Path) -> None:
    with sample_store() as store:
        number = len(list(project(store)))
        with embedded_engine(tmp_path, state_of(store), lambda: project(store)) as server:
            assert server.read(COUNT).rows == ((number,),)
            with pytest.raises(ServerError):
                server.read("MATCH (n RETURN n")
        with embedded_engine(tmp_path, state_of(store), no_filling) as server:
            assert server.read(COUNT).rows == ((number,),)
            assert server.access.uri.startswith("bolt://127.0.0.1:")
            first = server.access.password
        before = state_of(store)
        store.remove_graph(store.graph_names()[0])
        assert state_of(store) != before
        fewer = len(list(project(store)))
        with embedded_engine(tmp_path, state_of(store), lambda: project(store)) as server:
            assert server.read(COUNT).rows == ((fewer,),)
            assert server.access.password != first
    assert fewer < number
    assert not Path("log").exists() or "arcadedb" not in str(list(Path("log").iterdir()))


def test_a_filling_that_was_ended_is_done_anew(tmp_path: Path) -> None:
    def ended(_step: str, _done: int) -> None:
        raise KeyboardInterrupt

    with sample_store() as store:
        with pytest.raises(KeyboardInterrupt), embedded_engine(tmp_path, "a", lambda: project(store), ended):
            pass
        with embedded_engine(tmp_path, "a", lambda: project(store)) as server:
            assert server.read(COUNT).rows == ((len(list(project(store))),),)


def test_what_a_user_asks_leaves_nothing_and_ends_in_time(tmp_path: Path) -> None:
    with sample_store() as store, embedded_engine(tmp_path, "a", lambda: project(store)) as server:
        server.ask("CREATE (n:Mine) RETURN n", {}, seconds=PATIENCE, limit=5)
        assert server.read("MATCH (n:Mine) RETURN count(n)").rows == ((0,),)
        answer = run_cypher(server, "MATCH (m:Meeting {iri: $iri}) RETURN m.date AS day, m", {"iri": "nowhere"})
        assert [column.name for column in answer.table.columns] == ["day", "m"]
        long = "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS c WITH a + b + c AS x WHERE x < 0 RETURN x"
        with pytest.raises(ServerError, match=r"no answer within 0\.2 seconds"):
            run_cypher(server, long, seconds=0.2)


def test_without_the_extra_a_line_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with (
        pytest.raises(ServerError, match=r"^the embedded Cypher engine is not installed; .*aktorsgraf\[cypher\]"),
        embedded_engine(tmp_path, "a", list),
    ):
        pass
    with (
        sample_store() as store,
        pytest.raises(ServerError, match="not installed"),
    ):
        state_of(store)


def test_an_engine_that_does_not_start_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(engine_module.HEAP_VARIABLE, "no size")
    with (
        pytest.raises(ServerError, match=r"^the embedded Cypher engine does not start") as caught,
        embedded_engine(tmp_path, "a", list),
    ):
        pass
    assert "\n" not in str(caught.value)


def test_the_commands_answer_as_sparql_does(tmp_path: Path) -> None:
    write_minutes(tmp_path / "minutes", 1, 2, 3)
    build_inline(tmp_path / "workspace", tmp_path / "minutes")
    here = ("--workspace", str(tmp_path / "workspace"), "--format", "csv")
    expected = aktorsgraf("query", "group-members", *here)
    assert aktorsgraf("query", "group-members", "--engine", "cypher", *here, folder=tmp_path) == expected
    asked = "MATCH (:WorkingGroup)<-[:MEMBER_OF {derived: true}]-(p:Person) WHERE p.label CONTAINS $part RETURN p.label AS person"
    found = aktorsgraf("cypher", asked, "--param", "part=Öhman", *here, folder=tmp_path)
    assert (found.code, found.out) == (0, "person\nCarin Öhman\n")
    none = aktorsgraf("cypher", asked, "--param", "part=Nobody", *here, folder=tmp_path)
    assert (none.code, none.out) == (0, "person\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["minutes", "workspace"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("cypher", "CREATE (n) RETURN n"), "ad-hoc queries only read: line 1: CREATE begins no query that reads"),
        (("cypher", "MATCH (n) RETURN n", "--uri", "http://127.0.0.1"), "no password for neo4j"),
        (("query", "bridges", "--uri", "bolt://127.0.0.1:1"), "--uri: names a server that is asked in Cypher"),
        (("query", "bridges", "--engine", "cypher", "--param", "nothing=1"), "bridges: no parameter 'nothing'"),
        (("query", "bridges", "--engine", "cypher"), "no workspace"),
        (("neo4j", "load", "--uri", "bolt://127.0.0.1:1"), "no password for neo4j"),
    ],
)
def test_wrong_usage_is_one_line(tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    done = aktorsgraf(*arguments, folder=tmp_path)
    assert done.code == 2
    assert message in done.err
    assert done.err.count("\n") == 1


def test_two_graphs_with_one_number_of_triples_have_two_states() -> None:
    with sample_store() as one, sample_store() as other:
        assert state_of(one) == state_of(other)
        other.replace_graphs(sample_graphs(TRIG.replace('"Dag Ström"', '"Dag Strøm"')))
        assert state_of(one) != state_of(other)
