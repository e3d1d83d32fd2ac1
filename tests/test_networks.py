"""Every network by name, and what a choice leaves of it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest
from fact_samples import AUTUMN, NEXT_YEAR, SMALL, SPRING, large_facts

from graph.errors import NetworkError
from graph.network.by_name import NETWORKS, SURROUNDINGS, network_of
from graph.network.choice import Choice
from graph.network.facts import NetworkFacts

ABOUT = {"person": "p:anna", "body": "b:board"}


def edges(network: nx.Graph[str]) -> set[tuple[str, str]]:
    return set(network.edges) if network.is_directed() else {(min(edge), max(edge)) for edge in network.edges}


def test_groups_stand_under_their_bodies_with_conveners() -> None:
    network = network_of(SMALL, "groups")
    assert set(network) == {"b:board", "b:group", "p:anna", "p:bo"}
    assert network.edges["p:anna", "b:group"]["roles"] == ("convener",)
    assert network.edges["b:group", "b:board"]["relation"] == "part-of"


def test_co_attendance_counts_meetings_at_which_both_were_present() -> None:
    network = network_of(SMALL, "co-attendance")
    assert edges(network) == {("p:anna", "p:bo"), ("p:anna", "p:cilla"), ("p:anna", "p:dag")}
    met = network.edges["p:anna", "p:bo"]
    assert (met["weight"], met["bodies"], met["first"]) == (1, ("Styrelsen",), SPRING)
    assert network.nodes["p:anna"]["quotes"][0].date == NEXT_YEAR


def test_substitutions_go_from_the_substitute_to_the_member() -> None:
    network = network_of(SMALL, "substitutions")
    assert edges(network) == {("p:cilla", "p:bo")}
    assert network.is_directed()
    served = network.edges["p:cilla", "p:bo"]
    assert (served["weight"], served["first"], served["quotes"][0].text) == (1, AUTUMN, "Cilla, ledamot")
    assert [network.nodes[node]["party"] for node in ("p:cilla", "p:bo")] == ["C", "M"]


def test_substitutions_of_a_party_keep_whom_it_serves_for() -> None:
    assert edges(network_of(SMALL, "substitutions", choice=Choice(party="c"))) == {("p:cilla", "p:bo")}
    assert not network_of(SMALL, "substitutions", choice=Choice(party="S"))


def test_decisions_go_from_body_over_assignment_to_assignee() -> None:
    network = network_of(SMALL, "decisions")
    assert edges(network) == {
        ("b:board", "t:1"), ("t:1", "b:group"), ("t:1", "b:board#forbundschefen"), ("b:council", "t:2"), ("t:2", "p:dag"),
    }  # fmt: skip
    assert network.nodes["t:1"]["due"] == AUTUMN
    assert network.nodes["b:board#forbundschefen"] == {"kind": "title", "label": "förbundschefen"}
    assert [network.nodes[node]["kind"] for node in ("b:group", "p:dag")] == ["group", "person"]


@pytest.mark.parametrize(
    ("depth", "expected"),
    [(1, {"p:cilla", "b:board"}), (2, {"p:cilla", "b:board", "b:group", "p:anna", "p:bo"}), (3, None)],
)
def test_surroundings_reach_as_far_as_asked(depth: int, expected: set[str] | None) -> None:
    network = network_of(SMALL, "person", about="p:cilla", depth=depth)
    assert set(network) == (expected or {"p:cilla", "b:board", "b:group", "p:anna", "p:bo", "b:council"})


def test_surroundings_of_a_body_are_its_people_and_groups() -> None:
    assert set(network_of(SMALL, "body", about="b:board")) == {"b:board", "b:group", "p:anna", "p:bo", "p:cilla"}


def test_a_choice_of_party_keeps_the_person_asked_for() -> None:
    network = network_of(SMALL, "person", about="p:cilla", depth=2, choice=Choice(party="M"))
    assert {node for node in network if node.startswith("p:")} == {"p:cilla", "p:bo"}


def test_a_window_leaves_what_was_so_in_it() -> None:
    network = network_of(SMALL, "body", about="b:board", choice=Choice(since=dt.date(2023, 7, 1), until=AUTUMN))
    assert network.nodes["b:board"]["meetings"] == 1
    assert set(network) == {"b:board", "b:group", "p:anna", "p:bo", "p:cilla"}
    assert not network.has_edge("p:bo", "b:group"), "his term had ended"
    assert network.has_edge("p:anna", "b:group"), "hers has no stated end"


def test_choices_of_body_party_and_municipality() -> None:
    assert set(network_of(SMALL, "co-attendance", choice=Choice(body="RAD"))) == {"p:anna", "p:dag"}
    assert set(network_of(SMALL, "co-attendance", choice=Choice(municipality="habo"))) == {"p:anna", "p:dag"}
    assert set(network_of(SMALL, "groups", choice=Choice(party="S"))) == {"b:board", "b:group", "p:anna"}
    assert set(network_of(SMALL, "decisions", choice=Choice(party="M"))) == {"b:council", "t:2", "p:dag"}
    assert "b:council" in network_of(SMALL, "bodies", choice=Choice(body="skolskjuts"))


def test_links_of_less_weight_go() -> None:
    assert edges(network_of(SMALL, "bodies", choice=Choice(min_weight=2))) == {("b:board", "b:group")}
    assert not network_of(SMALL, "co-attendance", choice=Choice(min_weight=2))


def test_assignments_weigh_as_many_as_the_body_gave_the_same_assignee() -> None:
    again = dataclasses.replace(SMALL.tasks[0], iri="t:3", assignees=SMALL.tasks[0].assignees[:1])
    made = network_of(
        NetworkFacts(SMALL.bodies, SMALL.stays, (*SMALL.tasks, again)), "decisions", choice=Choice(min_weight=2)
    )
    assert set(made) == {"b:board", "t:1", "t:3", "b:group"}
    assert {link["weight"] for _, _, link in made.edges(data=True)} == {2}


@pytest.mark.parametrize("name", NETWORKS)
def test_attributes_are_typed_and_the_order_of_facts_does_not_matter(name: str) -> None:
    backwards = NetworkFacts(SMALL.bodies[::-1], SMALL.stays[::-1], SMALL.tasks[::-1])
    one, other = (network_of(facts, name, about=ABOUT.get(name), depth=1) for facts in (SMALL, backwards))
    assert one
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(data=True)) == list(other.edges(data=True))
    for attributes in one.nodes.values():
        assert {"kind", "label"} <= set(attributes)
        assert all(isinstance(value, str | int | dt.date | tuple) for value in attributes.values())
    for _, _, attributes in one.edges(data=True):
        assert attributes["relation"] == "part-of" or attributes["weight"] >= 1


@pytest.mark.parametrize("name", NETWORKS)
def test_nothing_makes_an_empty_network(name: str) -> None:
    assert not network_of(NetworkFacts((), ()), name, about=ABOUT.get(name))


def test_what_cannot_be_asked_is_said() -> None:
    with pytest.raises(NetworkError, match="bodies: is drawn whole; only person and body have a depth"):
        network_of(SMALL, "bodies", depth=2)
    with pytest.raises(NetworkError, match="since 2024-01-01, until 2023-12-31: ends before it begins"):
        Choice(since=dt.date(2024, 1, 1), until=dt.date(2023, 12, 31))
    with pytest.raises(NetworkError, match="least weight 0: expected 1 or more"):
        Choice(min_weight=0)
    with pytest.raises(NetworkError, match="no network 'parties'; there are bodies, groups"):
        network_of(SMALL, "parties")
    with pytest.raises(NetworkError, match="of whom"):
        network_of(SMALL, SURROUNDINGS[0])
    with pytest.raises(NetworkError, match="expected 1, 2 or 3"):
        network_of(SMALL, "person", about="p:anna", depth=4)
    with pytest.raises(NetworkError, match="only person and body take a name"):
        network_of(SMALL, "bodies", about="p:anna")


_DIGEST = """
import hashlib
from fact_samples import large_facts
from graph.network.graph_files import gexf
from graph.network.style import styled
from graph.network.by_name import network_of
facts = large_facts(180)
files = [gexf(styled(network_of(facts, name), "community", "betweenness")) for name in ("bodies", "co-attendance", "decisions")]
print(hashlib.sha256(b"".join(files)).hexdigest())
"""


def test_another_process_gives_the_same_places_communities_and_bytes() -> None:
    root = Path(__file__).parent.parent
    found = {
        subprocess.run(
            [sys.executable, "-c", _DIGEST],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": f"{root}:{root / 'tests'}"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


def test_large_networks_have_what_the_pages_are_measured_with() -> None:
    assert len(network_of(large_facts(500), "bodies")) > 500
