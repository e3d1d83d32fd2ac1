"""The network of bodies, groups and shared people from rows."""

import datetime as dt

import networkx as nx
import pytest
from network_samples import rows_of

from graph.network.bodies import body_network
from graph.network.facts import BodyRow, Quote
from graph.network.ties import NetworkRows, TieRow

BOARD = BodyRow(iri="b:board", label="Styrelsen", kind="body", organisation="Förbundet", meetings=3)
COUNCIL = BodyRow(iri="b:council", label="Rådet", kind="body")
GROUP = BodyRow(iri="b:group", label="Arbetsgruppen", kind="group", parent="b:board", noun="arbetsgrupp")
DAY = dt.date(2024, 10, 25)


def tie(person: str, body: BodyRow, **stated: object) -> TieRow:
    return TieRow(person=f"p:{person}", name=person.title(), body=body.iri, **stated)  # type: ignore[arg-type]


def test_only_shared_people_are_drawn() -> None:
    rows = NetworkRows((BOARD, GROUP), (tie("anna", BOARD), tie("anna", GROUP), tie("bo", BOARD)))
    network = body_network(rows)
    assert set(network) == {"b:board", "b:group", "p:anna"}
    assert network.nodes["b:board"]["people"] == 2
    assert network.nodes["b:board"]["shared"] == 1
    assert network.graph == {"people": "shared"}


def test_everybody_is_drawn_when_asked_for() -> None:
    rows = NetworkRows((BOARD,), (tie("anna", BOARD), tie("bo", BOARD)))
    assert {"p:anna", "p:bo"} <= set(body_network(rows, everybody=True))


def test_bodies_without_shared_people_stay() -> None:
    assert list(body_network(NetworkRows((COUNCIL, BOARD), ()))) == ["b:council", "b:board"]


def test_group_is_part_of_its_parent() -> None:
    network = body_network(NetworkRows((BOARD, GROUP), ()))
    assert network.edges["b:group", "b:board"] == {"relation": "part-of", "child": "b:group"}


def test_a_parent_that_is_no_body_here_makes_no_edge() -> None:
    assert not body_network(NetworkRows((GROUP,), ())).edges


def test_a_tie_carries_typed_values_and_leaves_out_the_unknown() -> None:
    quote = Quote("Anna Ek (S), Åre", "styrelsen.txt", DAY)
    full = tie("anna", BOARD, roles=("chair",), party="S", first=DAY, last=DAY, meetings=2, quotes=(quote,))
    network = body_network(NetworkRows((BOARD, COUNCIL), (full, tie("anna", COUNCIL, roles=("guest",)))))
    assert network.edges["p:anna", "b:board"] == {
        "relation": "tie",
        "weight": 2,
        "roles": ("chair",),
        "belongs": True,
        "party": "S",
        "first": DAY,
        "last": DAY,
        "meetings": 2,
        "quotes": (quote,),
    }
    assert network.edges["p:anna", "b:council"] == {
        "relation": "tie",
        "weight": 1,
        "roles": ("guest",),
        "belongs": False,
        "meetings": 0,
        "quotes": (),
    }


def test_a_guest_who_is_also_a_member_belongs() -> None:
    ties = (tie("anna", BOARD, roles=("guest", "member")), tie("anna", COUNCIL))
    network = body_network(NetworkRows((BOARD, COUNCIL), ties))
    assert [network.edges["p:anna", body]["belongs"] for body in ("b:board", "b:council")] == [True, True]


def test_a_person_has_the_latest_party_and_municipality_stated() -> None:
    ties = (
        tie("anna", BOARD, party="S", municipality="Åre", last=DAY),
        tie("anna", COUNCIL, party="V", last=DAY.replace(year=2025)),
    )
    person = body_network(NetworkRows((BOARD, COUNCIL), ties)).nodes["p:anna"]
    assert (person["party"], person["municipality"], person["bodies"]) == ("V", "Åre", 2)


def test_a_tie_to_an_unknown_body_says_what_to_do() -> None:
    with pytest.raises(ValueError, match=r"<b:board> is not among the bodies; add its row"):
        body_network(NetworkRows((COUNCIL,), (tie("anna", BOARD),)))


def test_a_tie_that_stands_twice_says_what_to_do() -> None:
    with pytest.raises(ValueError, match=r"stands twice; merge its rows"):
        body_network(NetworkRows((BOARD,), (tie("anna", BOARD), tie("anna", BOARD, party="S"))))


def test_order_of_rows_does_not_matter() -> None:
    rows = rows_of(40, 5)
    backwards = NetworkRows(rows.bodies[::-1], rows.ties[::-1])
    one, other = body_network(rows), body_network(backwards)
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(data=True)) == list(other.edges(data=True))
    assert nx.number_of_edges(one) > 80
