"""A real Neo4j holds what the graph holds: loaded once, twice, after changes, after being ended, with others beside it."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from build_samples import build_inline, write_minutes
from cli_runner import aktorsgraf
from neo4j_server import PASSWORD, Neo4jServer, neo4j_server
from patience import PATIENCE
from query_samples import BASE, TRIG, sample_graphs, sample_store

from aktorsgraf.workspace import Workspace
from graph.bolt import Access, connect
from graph.bolt import load as loading
from graph.bolt.check import compare, unfinished
from graph.bolt.load import Loaded, load
from graph.errors import ServerError
from graph.export import export
from graph.projection import count, project
from graph.store import GraphStore
from queries.adhoc_cypher import run_cypher
from queries.errors import RefusedError

pytestmark = pytest.mark.xdist_group("neo4j")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    with neo4j_server(tmp_path_factory.mktemp("neo4j"), tls=True) as server:
        yield server


@pytest.fixture
def server(running: Neo4jServer) -> Neo4jServer:
    running.empty()
    return running


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    write_minutes(tmp_path / "minutes", *range(1, 9))
    build_inline(tmp_path / "workspace", tmp_path / "minutes")
    return tmp_path / "workspace"


def load_store(access: Access, store: GraphStore) -> Loaded:
    with connect(access) as connection:
        return load(connection, lambda: project(store))


def assert_whole(access: Access, store: GraphStore) -> None:
    with connect(access) as connection:
        assert unfinished(connection) == 0
        assert [row for row in compare(connection, count(project(store))) if row.graph != row.server] == []


def everything(server: Neo4jServer) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    nodes = server.run("MATCH (n) RETURN n.iri AS iri, labels(n), properties(n) ORDER BY iri")
    links = server.run(
        "MATCH (a)-[r]->(b) RETURN a.iri AS start, type(r) AS type, b.iri AS target, r.derived ORDER BY start, type, target"
    )
    return nodes, links


def test_what_is_loaded_is_what_is_projected(server: Neo4jServer) -> None:
    with sample_store() as store:
        nodes = list(project(store))
        assert load_store(server.access, store).added == len(nodes)
        assert_whole(server.access, store)
        assert load_store(server.access, store).nothing
    found, links = everything(server)
    assert [iri for iri, _, _ in found] == [node.iri for node in nodes]
    assert [set(labels) - {"AgResource"} for _, labels, _ in found] == [set(node.labels) for node in nodes]  # type: ignore[call-overload]
    assert links == sorted((node.iri, link.type, link.target, link.derived) for node in nodes for link in node.links)
    [(date,)] = server.run("MATCH (m:Meeting {iri: $iri}) RETURN m.date.year", iri=f"{BASE}m1")
    assert date == 2024


def test_every_label_has_one_key(server: Neo4jServer) -> None:
    with sample_store() as store:
        load_store(server.access, store)
    keyed = {
        labels[0]
        for (labels,) in server.run("SHOW CONSTRAINTS YIELD labelsOrTypes, properties, type RETURN labelsOrTypes")
    }  # type: ignore[index]
    assert {"AgResource", "Person", "Meeting", "WorkingGroup", "RFC5147String"} <= keyed


def test_only_what_differs_is_written_and_what_is_gone_is_removed(server: Neo4jServer) -> None:
    with sample_store() as store:
        load_store(server.access, store)
        changed = TRIG.replace('"Cecilia Lind"', '"Cecilia Lindh"').replace(
            "<m3/2> a ag:AgendaItem", "<m3/2> a ag:Statement"
        )
        changed = changed.replace('ag:title "Övrigt"', "").replace('; dcterms:title "Övrigt"', "")
        gone = [graph for graph in sample_graphs(changed) if not graph[0].value.endswith("graph/b")]
        store.replace_graphs(gone)
        for name in store.graph_names():
            if name.value.endswith("graph/b"):
                store.remove_graph(name)
        done = load_store(server.access, store)
        assert (done.added, done.removed > 0) == (0, True)
        assert 0 < done.changed < done.unchanged
        assert_whole(server.access, store)
        nodes = {node.iri: node for node in project(store)}
    found, _ = everything(server)
    for iri, labels, properties in found:
        node = nodes[str(iri)]
        assert set(labels) == {"AgResource", *node.labels}  # type: ignore[call-overload]
        assert set(properties) == {"agKey", *node.properties}  # type: ignore[call-overload]


def test_what_others_put_there_stays(server: Neo4jServer) -> None:
    with sample_store() as store:
        load_store(server.access, store)
        server.run(
            "MATCH (a:Person {iri: $anna}), (m:Meeting {iri: $m1}) SET a.pagerank = 0.5, a:Watched "
            "CREATE (a)-[:ATTENDED {since: 1}]->(m) CREATE (a)-[:KNOWS]->(:Person {name: 'Foreign'}) "
            "CREATE (:AgResource {iri: 'foreign'}) CREATE (:Other)",
            anna=f"{BASE}person/anna", m1=f"{BASE}m1",
        )  # fmt: skip
        store.replace_graphs(sample_graphs(TRIG.replace('"Anna Åkesson Ek"', '"Anna Åkesson"')))
        assert load_store(server.access, store).changed > 0
        store.remove_graph(next(name for name in store.graph_names() if name.value.endswith("graph/c")))
        assert load_store(server.access, store).removed > 0
        assert_whole(server.access, store)
    [(label, pagerank, watched)] = server.run(
        "MATCH (a:Person {iri: $anna}) RETURN a.label, a.pagerank, a:Watched", anna=f"{BASE}person/anna"
    )
    assert (label, pagerank, watched) == ("Anna Åkesson", 0.5, True)
    assert server.run("MATCH (:Watched)-[k:KNOWS]->(f:Person) RETURN f.name") == [("Foreign",)]
    assert server.run("MATCH (:Watched)-[a:ATTENDED]->() WHERE a.since = 1 RETURN count(a)") == [(1,)]
    assert server.run("MATCH (n) WHERE n:Other OR n.iri = 'foreign' RETURN count(n)") == [(2,)]


def test_a_load_that_fails_half_way_is_completed_by_the_next(
    server: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "BATCH", 5)
    with sample_store() as store, connect(server.access) as connection:
        for stop_at in (1, 17, 60):
            with pytest.raises(KeyboardInterrupt):
                load(connection, lambda: project(store), interrupted_after(stop_at))
        assert unfinished(connection) > 0
        load(connection, lambda: project(store))
        assert_whole(server.access, store)
    _, links = everything(server)
    assert len(set(links)) == len(links)


def interrupted_after(number: int) -> loading.Tell:
    told: list[int] = []

    def tell(_step: str, _done: int) -> None:
        told.append(1)
        if len(told) > number // 5:
            raise KeyboardInterrupt

    return tell


def test_a_server_that_is_started_anew_in_the_middle_loses_nothing(
    server: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "BATCH", 20)
    left = {"nodes": server.stop, "relationships": server.kill}

    def restart(step: str, _done: int) -> None:
        if step in left:
            left.pop(step)()
            server.start()

    with sample_store() as store, connect(server.access) as connection:
        load(connection, lambda: project(store), restart)
        assert not left
        assert_whole(server.access, store)
        assert load_store(server.access, store).nothing


def test_a_load_whose_process_is_killed_is_completed_by_the_next(server: Neo4jServer, workspace: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "aktorsgraf",
        "neo4j",
        "load",
        "--uri",
        server.access.uri,
        "--workspace",
        str(workspace),
    ]
    environment = {**os.environ, "AKTORSGRAF_NEO4J_PASSWORD": PASSWORD}
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE)
    while process.poll() is None and server.run("MATCH (n:AgResource) RETURN count(n)") == [(0,)]:
        pass
    process.send_signal(signal.SIGKILL)
    process.communicate()
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    assert "Traceback" not in done.stderr
    with Workspace(workspace).open_store(read_only=True) as store:
        assert_whole(server.access, store)


def test_a_server_that_makes_no_key_gets_a_note_and_the_graph(
    server: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = "CREATE CONSTRAINT key FOR (n:Person) REQUIRE n.iri IS NODE KEY"  # what only other editions may
    monkeypatch.setattr(loading, "constraints", lambda: [("Person", key)])
    with sample_store() as store:
        done = load_store(server.access, store)
        assert len(done.notes) == 1
        assert "no key on Person.iri, the load goes on without" in done.notes[0]
        assert_whole(server.access, store)


def test_a_user_who_may_not_change_the_schema_is_told_once() -> None:
    class Forbidding:
        asked = 0

        def write(self, _work: object) -> None:
            self.asked += 1
            raise ServerError(
                "bolt://x: not allowed (Neo.ClientError.Security.Forbidden)", "Neo.ClientError.Security.Forbidden"
            )

    server = Forbidding()
    notes = loading._constrain(server)  # type: ignore[arg-type]
    assert (server.asked, len(notes)) == (1, 1)
    assert notes[0].startswith("no key on AgResource.iri")


def test_over_tls_with_a_certificate_of_ones_own(server: Neo4jServer) -> None:
    address = f"127.0.0.1:{server.port}"
    with sample_store() as store:
        for scheme in ("bolt+ssc", "neo4j+ssc"):
            load_store(Access(f"{scheme}://{address}", "neo4j", PASSWORD), store)
        assert_whole(server.access, store)
    with (
        pytest.raises(ServerError, match=r"^bolt\+s://.*certificate") as caught,
        connect(Access(f"bolt+s://{address}", "neo4j", PASSWORD)),
    ):
        pass
    assert "\n" not in str(caught.value)


def test_a_second_server_with_another_password_refuses_the_first_ones(server: Neo4jServer, tmp_path: Path) -> None:
    with neo4j_server(tmp_path / "second", password="another-password") as second:  # noqa: S106 - of a test's server
        with (
            pytest.raises(ServerError, match=r"refuses user 'neo4j' with this password; check both$"),
            connect(Access(second.access.uri, "neo4j", PASSWORD)),
        ):
            pass
        with sample_store() as store:
            load_store(second.access, store)
            assert_whole(second.access, store)


def test_the_commands_load_check_and_answer(
    server: Neo4jServer, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AKTORSGRAF_NEO4J_PASSWORD", PASSWORD)
    where = ("--uri", server.access.uri)
    here = ("--workspace", str(workspace))
    assert aktorsgraf("neo4j", "check", *where, *here).code == 1
    loaded = aktorsgraf("neo4j", "load", *where, *here)
    assert loaded.code == 0, loaded.err
    assert " added, 0 changed, 0 removed, 0 unchanged" in loaded.err
    assert "nothing changed" in aktorsgraf("neo4j", "load", *where, *here).err
    assert aktorsgraf("neo4j", "check", *where, *here).code == 0
    server.run("MATCH (a:Attendance) WITH a LIMIT 1 DETACH DELETE a")
    checked = aktorsgraf("neo4j", "check", "--format", "csv", *where, *here)
    assert checked.code == 1
    assert "numbers differ" in checked.err
    found = aktorsgraf("query", "group-members", "--engine", "cypher", "--format", "csv", *where)
    assert found.out == aktorsgraf("query", "group-members", "--format", "csv", *here).out
    asked = aktorsgraf("cypher", "MATCH (m:Meeting) RETURN min(m.date) AS first", "--format", "csv", *where)
    assert asked.out == "first\n2024-02-02\n"


def test_ad_hoc_queries_cannot_write_even_past_the_first_guard(server: Neo4jServer) -> None:
    with connect(server.access) as connection:
        with pytest.raises(RefusedError):
            run_cypher(connection, "CREATE (n:Mine) RETURN n")
        with pytest.raises(ServerError):
            connection.ask("CREATE (n:Mine) RETURN n", {}, seconds=PATIENCE, limit=5)
        with pytest.raises(ServerError, match=r"no answer within 0\.5 seconds"):
            run_cypher(connection, "UNWIND range(1, 1000000000) AS x WITH x WHERE x < 0 RETURN count(x)", seconds=0.5)
        answer = run_cypher(connection, "UNWIND range(1, 9) AS x RETURN x, date('2024-01-02') AS day", limit=3)
    assert (len(answer.table.rows), answer.more) == (3, True)
    assert str(answer.table.rows[0][1]) == "2024-01-02"
    assert server.run("MATCH (n:Mine) RETURN count(n)") == [(0,)]


def test_what_somebody_else_took_away_is_written_again(server: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "PAGE_SIZE", 7)
    monkeypatch.setattr(loading, "BATCH", 3)
    with sample_store() as store, connect(server.access) as connection:
        load(connection, lambda: project(store))
        server.run("MATCH (p:Person {iri: $anna}) DETACH DELETE p", anna=f"{BASE}person/anna")
        server.run("MATCH (:Meeting)-[r:HELD_BY]->() DELETE r")
        done = load(connection, lambda: project(store))
        assert (done.added, done.removed) == (1, 0)
        assert_whole(server.access, store)
        assert load(connection, lambda: project(store)).nothing


def test_neo4js_own_importer_takes_the_files(running: Neo4jServer, tmp_path: Path) -> None:
    home = tmp_path / "imported"
    imported = Neo4jServer(home, running.library)
    with sample_store() as store:
        export(store, "neo4j", tmp_path / "files")
        readme = (tmp_path / "files/README.txt").read_text(encoding="utf-8")
        command = readme.partition("neo4j-admin ")[2].partition("\n\n")[0].replace("\\\n", " ")
        subprocess.run(
            ["java", "-cp", f"{running.library}/*", "org.neo4j.server.startup.Neo4jAdminCommand", *shlex.split(command)],
            cwd=tmp_path / "files", env={**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")},
            check=True, capture_output=True,
        )  # fmt: skip
        try:
            imported.start()
            assert_whole(imported.access, store)
            assert load_store(imported.access, store).nothing
            nodes = {node.iri: node for node in project(store)}
        finally:
            imported.stop()
    assert nodes


def test_the_script_makes_the_same_graph(server: Neo4jServer, tmp_path: Path) -> None:
    with sample_store() as store:
        export(store, "neo4j", tmp_path / "files")
        for statement in (tmp_path / "files/graph.cypher").read_text(encoding="utf-8").split(";\n"):
            if statement:
                server.run(statement)
        by_script = everything(server)
        assert load_store(server.access, store).nothing
        server.empty()
        load_store(server.access, store)
        assert everything(server) == by_script
