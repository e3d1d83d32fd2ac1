"""The store: whole graphs, replaced and removed; one writer; killed without harm."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from pyoxigraph import Literal, NamedNode, Quad
from query_samples import sample_graphs, sample_store

from graph import store as store_module
from graph.errors import StoreError
from graph.search import ALL_KEYS, ITEM_KEY, NAME_KEY, SEARCH_KEY, TEXT_KEY, with_search_keys
from graph.store import GraphStore, build_key
from ontology.terms import AG, DCTERMS, OWL

P = NamedNode("urn:p")
LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
FIRST, SECOND = NamedNode("urn:g:1"), NamedNode("urn:g:2")


def quads(graph: NamedNode, *numbers: int) -> list[Quad]:
    return [Quad(NamedNode(f"urn:s:{number}"), P, Literal(str(number)), graph) for number in numbers]


@pytest.fixture(params=["memory", "disk"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[GraphStore]:
    with GraphStore.open(tmp_path / "store" if request.param == "disk" else None) as opened:
        yield opened


def test_a_graph_is_replaced_as_a_whole(store: GraphStore) -> None:
    assert store.replace_graphs([(FIRST, quads(FIRST, 1, 2)), (SECOND, quads(SECOND, 3))]) == 3
    assert store.replace_graphs([(FIRST, quads(FIRST, 4))]) == 1
    assert set(store.quads()) == {*quads(FIRST, 4), *quads(SECOND, 3)}
    assert list(store.quads(FIRST)) == quads(FIRST, 4)
    assert store.graph_names() == (FIRST, SECOND)


def test_a_graph_without_quads_is_gone(store: GraphStore) -> None:
    store.replace_graphs([(FIRST, quads(FIRST, 1))])
    store.replace_graphs([(FIRST, [])])
    assert store.count() == 0
    assert store.graph_names() == ()


def test_writing_the_same_twice_changes_nothing(store: GraphStore) -> None:
    store.replace_graphs(sample_graphs())
    before = set(store.quads())
    store.replace_graphs(sample_graphs())
    assert set(store.quads()) == before


@pytest.mark.parametrize("batch", [1, 2, 3, 5])
def test_batches_of_any_size_write_the_same(store: GraphStore, batch: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "BATCH", batch)
    graphs = [(NamedNode(f"urn:g:{n}"), quads(NamedNode(f"urn:g:{n}"), *range(n))) for n in range(7)]
    for _ in range(2):
        assert store.replace_graphs((name, iter(content)) for name, content in graphs) == 21
        assert set(store.quads()) == {quad for _, content in graphs for quad in content}


def test_putting_it_in_order_keeps_every_quad(store: GraphStore) -> None:
    store.replace_graphs(sample_graphs())
    store.replace_graphs([(FIRST, quads(FIRST, 1, 2))])
    store.remove_graph(FIRST)
    before = set(store.quads())
    store.optimize()
    assert set(store.quads()) == before


def test_removing_tells_whether_there_was_one(store: GraphStore) -> None:
    store.replace_graphs([(FIRST, quads(FIRST, 1))])
    assert store.remove_graph(FIRST)
    assert not store.remove_graph(FIRST)
    assert store.count() == 0


def test_build_keys_are_those_of_the_graph_itself(store: GraphStore) -> None:
    strange = Quad(SECOND, build_key(SECOND, "x").predicate, Literal("of another"), FIRST)
    store.replace_graphs([(FIRST, [*quads(FIRST, 1), build_key(FIRST, "one"), strange]), (SECOND, quads(SECOND, 2))])
    assert store.build_keys() == {FIRST: "one"}


def test_a_quad_of_another_graph_is_an_error_and_nothing_is_written(store: GraphStore) -> None:
    with pytest.raises(ValueError, match="urn:g:1: got a quad of <urn:g:2>"):
        store.replace_graphs([(FIRST, [*quads(FIRST, 1), *quads(SECOND, 2)])])
    assert store.count() == 0


def test_a_graph_given_twice_is_an_error(store: GraphStore) -> None:
    with pytest.raises(ValueError, match="given twice"):
        store.replace_graphs([(FIRST, quads(FIRST, 1)), (FIRST, quads(FIRST, 2))])


def test_queries_see_the_union_of_all_graphs_and_each_graph(store: GraphStore) -> None:
    store.replace_graphs([(FIRST, quads(FIRST, 1)), (SECOND, quads(SECOND, 2))])
    everything = store.query("SELECT ?o WHERE { ?s ?p ?o }")
    assert isinstance(everything, ox.QuerySolutions)
    assert sorted(solution["o"].value for solution in everything) == ["1", "2"]
    one = store.query("SELECT ?o WHERE { GRAPH <urn:g:2> { ?s ?p ?o } }")
    assert isinstance(one, ox.QuerySolutions)
    assert [solution["o"].value for solution in one] == ["2"]


def test_a_query_takes_substitutions(store: GraphStore) -> None:
    store.replace_graphs([(FIRST, quads(FIRST, 1, 2))])
    answer = store.query("SELECT ?s ?o WHERE { ?s ?p ?o }", {ox.Variable("s"): NamedNode("urn:s:2")})
    assert isinstance(answer, ox.QuerySolutions)
    assert [solution["o"].value for solution in answer] == ["2"]


def test_a_second_writer_is_told_to_wait(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path / "store") as opened:
        opened.replace_graphs([(FIRST, quads(FIRST, 1))])
        with pytest.raises(StoreError, match=r"another process is writing to or reading it; try again") as caught:
            GraphStore.open(tmp_path / "store")
        assert "\n" not in str(caught.value)
    with GraphStore.open(tmp_path / "store") as opened:
        assert opened.count() == 1


def test_a_read_only_store_reads_beside_a_writer_and_does_not_write(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path / "store") as writer:
        writer.replace_graphs([(FIRST, quads(FIRST, 1))])
    with GraphStore.open(tmp_path / "store", read_only=True) as reader:
        assert reader.count() == 1
        with pytest.raises(StoreError, match="opened for reading only"):
            reader.replace_graphs([(FIRST, quads(FIRST, 2))])
        with pytest.raises(StoreError, match="opened for reading only"):
            reader.remove_graph(FIRST)


@pytest.mark.parametrize("content", ["nothing", "a file", "an empty folder", "other files"])
def test_what_is_no_store_is_one_clear_line(tmp_path: Path, content: str) -> None:
    path = tmp_path / "place"
    if content == "a file":
        path.write_text("text")
    elif content != "nothing":
        path.mkdir()
        if content == "other files":
            (path / "CURRENT").write_text("no manifest\n")
    with pytest.raises(StoreError) as caught:
        GraphStore.open(path, read_only=True)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_closed_store_says_so(store: GraphStore) -> None:
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.count()


def test_killed_while_writing_leaves_whole_graphs_only(tmp_path: Path) -> None:
    program = """
        import os, sys
        from pathlib import Path
        from pyoxigraph import Literal, NamedNode, Quad
        from graph import store as store_module
        store_module.BATCH = 40
        def graphs():
            for number in range(100):
                name = NamedNode(f"urn:g:{number}")
                def content(name=name, number=number):
                    for at in range(20):
                        if number == 57 and at == 11:
                            os.kill(os.getpid(), 9)
                        yield Quad(NamedNode(f"urn:s:{at}"), NamedNode("urn:p"), Literal(str(number)), name)
                    yield store_module.build_key(name, "whole")
                yield name, content()
        store_module.GraphStore.open(Path(sys.argv[1])).replace_graphs(graphs())
    """
    run = subprocess.run([sys.executable, "-c", textwrap.dedent(program), str(tmp_path / "store")], check=False)
    assert run.returncode == -9
    with GraphStore.open(tmp_path / "store") as opened:
        assert opened.count() == 21 * len(opened.graph_names()) > 0
        assert set(opened.build_keys()) == set(opened.graph_names())


def test_a_graph_larger_than_a_batch_has_its_build_key_when_it_is_whole(
    store: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_off() -> Iterator[Quad]:
        yield from quads(FIRST, *range(5))
        raise RuntimeError("the reader of quads failed")

    monkeypatch.setattr(store_module, "BATCH", 2)
    store.replace_graphs([(FIRST, [*quads(FIRST, 9), build_key(FIRST, "old")])])
    with pytest.raises(RuntimeError, match="failed"):
        store.replace_graphs([(FIRST, broken_off())])
    assert store.build_keys() == {}
    store.replace_graphs([(FIRST, [*quads(FIRST, *range(5)), build_key(FIRST, "new")])])
    assert set(store.quads(FIRST)) == {*quads(FIRST, *range(5)), build_key(FIRST, "new")}


def test_search_keys_stand_beside_what_they_fold() -> None:
    subject = NamedNode("urn:s")
    label = Quad(subject, LABEL, Literal("Børje  ÖMAN"), FIRST)
    key = Quad(subject, SEARCH_KEY, Literal("borje oman"), FIRST)
    assert list(with_search_keys([label])) == [label, key]


def test_search_keys_pass_by_other_languages_other_terms_and_iris() -> None:
    subject = NamedNode("urn:s")
    others = [
        Quad(subject, LABEL, Literal("ledamot", language="sv"), FIRST),
        Quad(subject, LABEL, subject, FIRST),
        Quad(subject, P, Literal("text"), FIRST),
    ]
    assert list(with_search_keys(others)) == others


def test_names_in_facts_have_keys_of_their_own() -> None:
    store = sample_store()
    keys = {
        quad.object.value for quad in store.quads() if quad.predicate == NAME_KEY and isinstance(quad.object, Literal)
    }
    assert keys == {"anna akesson ek", "borje oman", "vakant", "forbundschefen", "ordforanden"}


def test_titles_and_wordings_have_keys_of_their_own() -> None:
    item = NamedNode("urn:item")
    stated = [
        Quad(item, DCTERMS.title, Literal("Översyn"), FIRST),
        Quad(item, AG.diaryNumber, Literal("KS 2024/1"), FIRST),
        Quad(item, AG.text, Literal("Att ÅTERKOMMA"), FIRST),
    ]
    found = {
        (quad.predicate, quad.object.value) for quad in with_search_keys(stated) if isinstance(quad.object, Literal)
    }
    assert {(predicate, text) for predicate, text in found if predicate in ALL_KEYS} == {
        (ITEM_KEY, "oversyn"),
        (SEARCH_KEY, "ks 2024/1"),
        (ITEM_KEY, "ks 2024/1"),
        (SEARCH_KEY, "att aterkomma"),
        (TEXT_KEY, "att aterkomma"),
    }


def test_a_store_tells_the_version_of_its_ontology(store: GraphStore) -> None:
    assert store.ontology_version() is None
    graph = NamedNode("urn:ontology")
    store.replace_graphs([(graph, [Quad(graph, OWL.versionInfo, Literal("0.1.0"), graph)])])
    assert store.ontology_version() == "0.1.0"


def test_while_one_writes_none_reads_and_the_other_way_round(tmp_path: Path) -> None:
    with GraphStore.open(tmp_path / "store") as writing:
        writing.replace_graphs([(FIRST, quads(FIRST, 1))])
        with pytest.raises(StoreError, match="another process is writing to it; try again"):
            GraphStore.open(tmp_path / "store", read_only=True)
    with (
        GraphStore.open(tmp_path / "store", read_only=True),
        GraphStore.open(tmp_path / "store", read_only=True) as second,
    ):
        assert second.count() > 0
        with pytest.raises(StoreError, match="writing to or reading it"):
            GraphStore.open(tmp_path / "store")
