"""Measures of bodies and people, and what changed between two days."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import networkx as nx
import pytest
from fact_samples import AUTUMN, BOARD, COUNCIL, NEXT_YEAR, SMALL, SPRING, elected, large_facts, seen

from aktorsgraf.measuring import changed_bodies, changed_persons, measured_bodies, measured_persons
from graph.network.by_name import network_of
from graph.network.facts import BodyRow, NetworkFacts
from graph.network.measures import EXACT_LIMIT, betweenness, body_measures, communities, person_measures
from graph.network.on_day import on_day
from graph.network.style import styled
from graph.network.ties import tie_rows

LINE = tuple(BodyRow(iri=f"b:{at}", label=f"Organ {at}", kind="body") for at in range(3))
CHAIN = NetworkFacts(
    LINE,
    (
        seen("anna", LINE[0], SPRING), seen("anna", LINE[1], SPRING), seen("bo", LINE[1], SPRING),
        seen("bo", LINE[2], SPRING), seen("cilla", LINE[2], SPRING),
    ),
)  # fmt: skip


def test_the_middle_of_a_chain_of_bodies_lies_between_the_others() -> None:
    measured = {one.iri: one for one in body_measures(tie_rows(CHAIN))}
    assert [measured[f"b:{at}"].betweenness for at in range(3)] == [0.0, 1.0, 0.0]
    assert [measured[f"b:{at}"].degree for at in range(3)] == [1, 2, 1]
    assert [measured[f"b:{at}"].shared for at in range(3)] == [1, 2, 1]
    assert measured["b:1"].bridges == ("b:0", "b:2")


def test_who_joins_bodies_alone_is_a_bridge() -> None:
    measured = {one.iri: one for one in person_measures(tie_rows(CHAIN))}
    assert [measured[f"p:{name}"].bridged for name in ("anna", "bo", "cilla")] == [1, 1, 0]
    assert [measured[f"p:{name}"].degree for name in ("anna", "bo", "cilla")] == [1, 2, 1]
    assert measured["p:bo"].betweenness > measured["p:cilla"].betweenness == 0


def test_communities_are_those_who_are_linked_most() -> None:
    network = nx.Graph(nx.disjoint_union(nx.complete_graph(5), nx.complete_graph(4)))
    network.add_edge(0, 5)
    named = nx.relabel_nodes(network, {number: f"n{number}" for number in network})
    found = communities(named)
    assert {found[f"n{number}"] for number in range(5)} == {1}
    assert {found[f"n{number}"] for number in range(5, 9)} == {2}


def test_large_networks_are_estimated_and_near_the_truth() -> None:
    star = nx.star_graph([f"n{number}" for number in range(EXACT_LIMIT + 100)])
    assert betweenness(star)["n0"] == pytest.approx(1.0, abs=0.1)


def test_size_and_colour_are_attributes_of_a_copy() -> None:
    network = network_of(SMALL, "bodies")
    made = styled(network, "community", "betweenness")
    assert {made.nodes[node]["community"] for node in made} <= {1, 2, 3}
    assert max(made.nodes[node]["size"] for node in made) == 1.0
    assert "community" not in network.nodes["b:board"]


def test_on_a_day_a_body_has_those_last_listed_and_those_in_office() -> None:
    def who(day: dt.date, body: str) -> set[str]:
        return {tie.name for tie in tie_rows(on_day(SMALL, day)).ties if tie.body == body}

    assert who(SPRING - dt.timedelta(1), "b:board") == set()
    assert who(SPRING, "b:board") == {"Anna", "Bo"}
    assert who(NEXT_YEAR, "b:board") == {"Anna", "Bo", "Cilla"}, "no later minutes tell that anybody left"
    assert who(SPRING, "b:group") == {"Anna", "Bo"}
    assert who(AUTUMN, "b:group") == {"Anna"}, "his term had ended"


def test_visitors_do_not_belong() -> None:
    facts = NetworkFacts((BOARD,), (seen("gäst", BOARD, SPRING, roles=("guest",)), seen("anna", BOARD, SPRING)))
    assert [tie.name for tie in tie_rows(on_day(facts, SPRING)).ties] == ["Anna"]


def test_changes_tell_who_came_and_who_left() -> None:
    facts = NetworkFacts(
        (BOARD, COUNCIL),
        (
            seen("anna", BOARD, SPRING), seen("bo", BOARD, SPRING), seen("anna", BOARD, AUTUMN), seen("dag", BOARD, AUTUMN),
            elected("anna", COUNCIL, AUTUMN),
        ),
    )  # fmt: skip
    bodies, people = (make(facts, SPRING, AUTUMN) for make in (changed_bodies, changed_persons))
    assert [row[:6] for row in bodies.rows] == [
        ("Rådet", "body", 0, 1, ("Anna",), None),
        ("Styrelsen", "body", 2, 2, ("Dag",), ("Bo",)),
    ]
    assert [row[:6] for row in people.rows] == [
        ("Anna", None, 1, 2, ("Rådet",), None),
        ("Bo", None, 1, 0, None, ("Styrelsen",)),
        ("Dag", None, 0, 1, ("Styrelsen",), None),
    ]
    assert not changed_bodies(facts, AUTUMN, NEXT_YEAR).rows


def test_tables_are_typed_and_sorted_from_the_most_central() -> None:
    bodies, people = measured_bodies(CHAIN), measured_persons(CHAIN)
    assert [row[0] for row in bodies.rows] == ["Organ 1", "Organ 0", "Organ 2"]
    assert bodies.rows[0] == ("Organ 1", "body", 2, 2, 2, Decimal(1), 1, ("Organ 0", "Organ 2"))
    assert people.rows[-1][0] == "Cilla"
    assert all(len(row) == len(table.columns) for table in (bodies, people) for row in table.rows)
    assert len(measured_bodies(CHAIN, min_weight=2).rows) == 0


def test_a_large_graph_is_measured() -> None:
    assert len(measured_persons(large_facts(300)).rows) == 300
