"""Places of nodes: stable, and with room for each label."""

from __future__ import annotations

import itertools
import math

import networkx as nx
import pytest
from network_samples import rows_of

from graph.network.bodies import body_network
from graph.network.layout import WHOLE_LIMIT, Box, Place, lay_out
from graph.network.ties import NetworkRows


def sized(network: nx.Graph[str]) -> dict[str, Box]:
    return {node: Box(*((210, 60) if a["kind"] == "body" else (120, 34))) for node, a in network.nodes.items()}


def overlaps(places: dict[str, Place], boxes: dict[str, Box]) -> list[tuple[str, str]]:
    return [
        (one, other)
        for one, other in itertools.combinations(places, 2)
        if abs(places[one].x - places[other].x) < (boxes[one].width + boxes[other].width) / 2
        and abs(places[one].y - places[other].y) < (boxes[one].height + boxes[other].height) / 2
    ]


@pytest.mark.parametrize(("people", "organisations"), [(7, 2), (48, 4), (300, 20)])
def test_no_label_lies_on_another(people: int, organisations: int) -> None:
    network = body_network(rows_of(people, organisations))
    boxes = sized(network)
    places = lay_out(network, boxes)
    assert list(places) == list(network)
    assert overlaps(places, boxes) == []
    width, height = (max(axis) - min(axis) for axis in zip(*places.values(), strict=True))
    assert 1.0 < width / height < 2.5


def test_places_are_the_same_every_time() -> None:
    network = body_network(rows_of(WHOLE_LIMIT, 10))
    assert lay_out(network, sized(network)) == lay_out(network, sized(network))


def test_two_thousand_nodes_are_placed() -> None:
    network = body_network(rows_of(1900, 60))
    boxes = sized(network)
    places = lay_out(network, boxes)
    assert len(places) == len(network) > 2000
    assert len(overlaps(places, boxes)) < len(network) / 10


def test_parts_that_hang_together_with_nothing_stand_side_by_side() -> None:
    network = body_network(NetworkRows(rows_of(0, 9).bodies, ()))
    boxes = sized(network)
    assert nx.number_connected_components(network) == 9
    assert overlaps(lay_out(network, boxes), boxes) == []


def test_linked_nodes_lie_nearer_than_others() -> None:
    network = body_network(rows_of(48, 4))
    places = lay_out(network, sized(network))
    linked = [math.dist(places[one], places[other]) for one, other in network.edges]
    every = [math.dist(one, other) for one, other in itertools.combinations(places.values(), 2)]
    assert sum(linked) / len(linked) < 0.7 * sum(every) / len(every)


def test_nothing_is_placed_nowhere() -> None:
    assert lay_out(nx.Graph(), {}) == {}


def test_lines_keep_clear_of_bodies_that_they_do_not_belong_to() -> None:
    network = body_network(rows_of(48, 4))
    boxes = sized(network)
    places = lay_out(network, boxes)
    bodies = [node for node, attributes in network.nodes.items() if attributes["kind"] == "body"]
    crossed = [
        (one, other, body)
        for one, other in network.edges
        for body in bodies
        if body not in {one, other} and _crosses(places[one], places[other], places[body], boxes[body])
    ]
    assert len(crossed) <= 2 < len(network.edges)


def _crosses(start: Place, end: Place, middle: Place, box: Box) -> bool:
    spots = ((start.x + (end.x - start.x) * t / 60, start.y + (end.y - start.y) * t / 60) for t in range(61))
    return any(abs(x - middle.x) < box.width / 2 and abs(y - middle.y) < box.height / 2 for x, y in spots)
