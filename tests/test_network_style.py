"""What a picture shows: sizes and colours, and of too many links the strongest."""

from __future__ import annotations

import datetime as dt
from itertools import combinations

import networkx as nx
import pytest
from fact_samples import SMALL, large_facts

from graph.errors import NetworkError
from graph.network.by_name import network_of
from graph.network.style import strongest, styled


def meetings(*weighed: tuple[str, str, int]) -> nx.Graph[str]:
    network: nx.Graph[str] = nx.Graph()
    for one, other, weight in weighed:
        network.add_edge(one, other, relation="met", weight=weight, last=dt.date(2024, 1, 1))
    return network


def test_a_colour_or_size_that_is_none_is_said() -> None:
    network = network_of(SMALL, "bodies")
    with pytest.raises(NetworkError, match="no colour 'blue'; there are party, municipality, kind, community"):
        styled(network, "blue", None)  # type: ignore[arg-type]
    with pytest.raises(NetworkError, match="no size 'huge'; there are degree, betweenness"):
        styled(network, "party", "huge")  # type: ignore[arg-type]


def test_what_is_not_too_much_stays_as_it_is() -> None:
    network = network_of(SMALL, "co-attendance")
    assert strongest(network) is network
    bodies = network_of(SMALL, "bodies")
    assert strongest(bodies, most=1) is bodies, "only those who met are so many that links must go"


def test_the_strongest_links_stay_and_whoever_was_linked_still_is() -> None:
    network = meetings(("a", "b", 5), ("b", "c", 4), ("a", "c", 1), ("c", "d", 1))
    thinned = strongest(network, most=3)
    assert {frozenset(pair) for pair in thinned.edges} == {frozenset(pair) for pair in ("ab", "bc", "cd")}
    assert thinned.graph["links"] == 4
    assert network.number_of_edges() == 4


def test_as_many_links_of_everybody_as_there_is_room_for() -> None:
    network = meetings(*((one, other, 1 + (one + other == "ab")) for one, other in combinations("abcdefgh", 2)))
    few, more = strongest(network, most=8), strongest(network, most=20)
    assert few.number_of_edges() <= 8 < more.number_of_edges() <= 20
    assert few.has_edge("a", "b")
    assert nx.is_connected(few)


def test_a_large_network_stays_connected_and_the_same_every_time() -> None:
    network = network_of(large_facts(400), "co-attendance")
    one, other = (strongest(styled(network, "party", None), most=900) for _ in range(2))
    assert list(one.edges(data=True)) == list(other.edges(data=True))
    assert list(one) == list(network)
    assert nx.number_connected_components(one) == nx.number_connected_components(network)
    assert one.number_of_edges() <= 900
