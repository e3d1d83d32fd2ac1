"""Nothing that a notebook is given of the public view names people without a public role, not after the whole graph was asked either."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from build_samples import build_inline
from left_out_samples import GUEST, GUESTS_NAME, MINUTES_WITH_A_GUEST

import aktorsgraf
from aktorsgraf.errors import WorkspaceError
from aktorsgraf.notebook import OpenGraph
from graph.network.by_name import NETWORKS
from queries.pack import load_pack


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("notebook")
    (folder / "ks.txt").write_text(MINUTES_WITH_A_GUEST, encoding="utf-8")
    build_inline(folder / "workspace", folder / "ks.txt")
    return folder / "workspace"


@pytest.fixture(scope="module")
def public(workspace: Path) -> Iterator[OpenGraph]:
    with aktorsgraf.open(workspace, public=True) as graph:
        yield graph


def holds_none_of_them(found: str) -> None:
    assert "Emil Hallgård" in found
    assert not GUESTS_NAME.search(found)


@pytest.mark.parametrize("name", load_pack())
def test_no_answer_names_them(public: OpenGraph, name: str) -> None:
    required = {one.name: "a" for one in load_pack()[name].parameters if one.required}
    assert not GUESTS_NAME.search(public.query(name, **required).to_csv())


def test_no_question_of_ones_own_names_them(workspace: Path, public: OpenGraph) -> None:
    every_triple, every_node = "SELECT ?s ?p ?o { ?s ?p ?o }", "MATCH (n) RETURN properties(n) AS all"
    with aktorsgraf.open(workspace) as graph:  # first, so that an engine is filled with the whole
        for whole in (graph.sparql(every_triple), graph.cypher(every_node)):
            assert GUESTS_NAME.search(whole.to_csv())
    holds_none_of_them(public.sparql(every_triple).to_csv())
    holds_none_of_them(public.cypher(every_node).to_csv())


@pytest.mark.parametrize("name", NETWORKS)
def test_no_network_names_them(public: OpenGraph, name: str) -> None:
    about = {"body": ("Kommunstyrelsen",), "person": ("Emil Hallgård",)}.get(name, ())
    made = public.network(name, *about)
    shown = public.visualise(name, *about).html if made.number_of_nodes() else ""
    assert not GUESTS_NAME.search(f"{list(made.nodes(data=True))} {list(made.edges(data=True))} {shown}")


def test_no_measure_and_no_card_names_them(public: OpenGraph) -> None:
    holds_none_of_them(public.measure("persons").to_csv())
    assert not GUESTS_NAME.search(public.measure("bodies").to_csv())
    for card in (public.person("Emil Hallgård"), public.body("Kommunstyrelsen")):
        holds_none_of_them(card._repr_html_())


def test_who_is_left_out_is_nobody(public: OpenGraph) -> None:
    with pytest.raises(WorkspaceError, match="nothing is called that"):
        public.person(GUEST)


def test_it_says_what_it_is(workspace: Path, public: OpenGraph) -> None:
    assert repr(public) == f"aktorsgraf.open({str(workspace)!r}, public=True)"
