"""Where the nodes of a network are drawn: the same places every time, with room for every label.

A connected part of moderate size is laid out by path lengths (Kamada–Kawai). In a larger one only its hubs are, and the
others are gathered in rings around the middle of those they belong to, which stays quick at thousands of nodes. Hubs are
bodies and groups, or communities where people are linked with people. Boxes are then pushed apart until none
overlaps another, and the parts are set side by side.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy.spatial import KDTree  # type: ignore[import-untyped]  # scipy publishes no types

from graph.network.measures import communities

WHOLE_LIMIT = 150
MANY_NODES, WHOLE_LIMIT_OF_MANY = 1000, 12
HUB_LIMIT = 400
PART_OF_LENGTH = 0.8
FILLED_SMALL, FILLED_LARGE = 0.33, 0.5
LARGE = 3.0
ASPECT = 1.5
MOST_STRETCHED = 1.7
THIN = 0.35
GAP = 14.0
PART_GAP = 90.0
SHELF_FACTORS = (1.0, 1.15, 1.3, 1.5, 1.75)
ROUNDS = 400
PATIENCE = 40
SPREAD = 1.08
LINE_ROUNDS = 60
CLEAR = 1.3
SEED = 20
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))

Points = NDArray[np.float64]
Numbers = NDArray[np.intp]


class Box(NamedTuple):
    """Width and height in pixels that a node takes with its label."""

    width: float
    height: float


class Place(NamedTuple):
    """Middle of a node in pixels; y grows downwards."""

    x: int
    y: int


def lay_out(network: nx.Graph[str], boxes: Mapping[str, Box]) -> dict[str, Place]:
    """Place every node, in the network's order. Needs a box for each."""
    order = {node: number for number, node in enumerate(network)}
    network = network.to_undirected() if network.is_directed() else network
    parts = [sorted(part, key=order.__getitem__) for part in nx.connected_components(network)]
    parts.sort(key=lambda part: (-len(part), order[part[0]]))
    placed: list[tuple[list[str], Points, Points]] = []
    for part in parts:
        sizes = np.array([boxes[node] for node in part], dtype=np.float64)
        points = _push_apart(_roomy(_lying(_part_points(network, part)), sizes), sizes)
        if len(part) <= WHOLE_LIMIT:
            points = _clear_of_lines(network, part, points, sizes)
        placed.append((part, points, sizes))
    places = _side_by_side(placed)
    return {node: places[node] for node in network}


def _part_points(network: nx.Graph[str], part: Sequence[str]) -> Points:
    near: nx.Graph[str] = nx.Graph()
    near.add_nodes_from(part)
    for one, other in _pairs(network, part):
        near.add_edge(one, other, length=PART_OF_LENGTH if network[one][other]["relation"] == "part-of" else 1.0)
    if len(part) <= (WHOLE_LIMIT if len(network) <= MANY_NODES else WHOLE_LIMIT_OF_MANY):
        return _by_path_lengths(near)
    hubs = [node for node in part if network.nodes[node]["kind"] in {"body", "group"}]
    homes = _homes(near, hubs)
    return _around_hubs(near, hubs, homes) if homes is not None else _around_communities(near)


def _pairs(network: nx.Graph[str], part: Sequence[str]) -> list[tuple[str, str]]:
    """Return a part's links sorted, each in the order of its names: a subgraph gives them in that of a set."""
    return sorted((min(pair), max(pair)) for pair in network.subgraph(part).edges)


def _by_path_lengths(near: nx.Graph[str]) -> Points:
    if len(near) == 1:
        return np.zeros((1, 2))
    lengths = dict(nx.all_pairs_dijkstra_path_length(near, weight="length"))
    found = nx.kamada_kawai_layout(near, dist=lengths, pos=nx.circular_layout(near))
    return np.array([found[node] for node in near], dtype=np.float64)


def _homes(near: nx.Graph[str], hubs: Sequence[str]) -> dict[str, tuple[str, ...]] | None:
    """Return the hubs that each other node is linked to, directly or over one node; None where some node has none."""
    chosen = set(hubs)
    direct = {node: tuple(sorted(chosen.intersection(near[node]))) for node in near}
    homes = {
        node: direct[node] or tuple(sorted({hub for other in near[node] for hub in direct[other]}))
        for node in near
        if node not in chosen
    }
    return homes if all(homes.values()) else None


def _around_communities(near: nx.Graph[str]) -> Points:
    """Lay out the communities of a network without hubs, as if each were a hub that its members are linked to."""
    community = {node: f"community {number}" for node, number in communities(near).items()}
    linked: nx.Graph[str] = near.copy()
    hubs = sorted(set(community.values()))
    linked.add_nodes_from(hubs)
    homes: dict[str, tuple[str, ...]] = {}
    for node in near:
        others = {community[other] for other in near[node]} - {community[node]}
        homes[node] = (community[node],)
        linked.add_edge(node, community[node], length=1.0)
        linked.add_edges_from((community[node], other, {"length": 1.0}) for other in sorted(others))
    return _around_hubs(linked, hubs, homes)[: len(near)]


def _around_hubs(near: nx.Graph[str], hubs: Sequence[str], homes: Mapping[str, tuple[str, ...]]) -> Points:
    """Lay out hubs, and put each other node in the middle of its homes; those of the same ones in a spiral."""
    linked = _hub_graph(near, hubs, homes)
    if len(hubs) <= HUB_LIMIT:
        centres = _by_path_lengths(linked)
    else:
        found = nx.spring_layout(linked, seed=SEED, weight=None)
        centres = np.array([found[hub] for hub in hubs], dtype=np.float64)
    index = {hub: number for number, hub in enumerate(hubs)}
    step = 0.25 * math.sqrt(float(np.prod(np.ptp(centres, axis=0))) / len(near)) or 1 / len(near)
    gathered: defaultdict[tuple[int, ...], int] = defaultdict(int)
    points = np.zeros((len(near), 2))
    for number, node in enumerate(near):
        if node in index:
            points[number] = centres[index[node]]
            continue
        places = tuple(sorted(index[hub] for hub in homes[node]))
        rank = gathered[places] + (1 if len(places) == 1 else 0)
        gathered[places] += 1
        radius, angle = step * math.sqrt(rank), rank * GOLDEN_ANGLE
        points[number] = centres[list(places)].mean(axis=0) + radius * np.array([math.cos(angle), math.sin(angle)])
    return points


def _hub_graph(near: nx.Graph[str], hubs: Sequence[str], homes: Mapping[str, tuple[str, ...]]) -> nx.Graph[str]:
    """Link hubs directly that are part of each other or share somebody."""
    linked: nx.Graph[str] = nx.Graph()
    linked.add_nodes_from(hubs)
    for node in near:
        if node in homes:
            pairs = [(a, b) for a in homes[node] for b in homes[node] if a < b]
        else:
            pairs = [(node, other) for other in sorted(near[node]) if other in linked]
        for a, b in pairs:
            direct = near.edges[a, b]["length"] if near.has_edge(a, b) else 1.0
            linked.add_edge(a, b, length=direct)
    return linked


def _lying(points: Points) -> Points:
    """Turn the longest extent sideways and stretch the whole towards the shape of a window."""
    centred = points - points.mean(axis=0)
    axes = np.linalg.eigh(centred.T @ centred)[1][:, ::-1]
    turned: Points = centred @ axes
    turned *= np.where(turned[np.abs(turned).argmax(axis=0), [0, 1]] < 0, -1.0, 1.0)
    width, height = np.ptp(turned, axis=0)
    if height > 0:
        turned[:, 0] *= min(max(ASPECT * height / width, 1 / MOST_STRETCHED), MOST_STRETCHED)
    return turned


def _roomy(points: Points, sizes: Points) -> Points:
    """Scale places so that the boxes would fill a fixed share of the area between the outermost."""
    width, height = np.ptp(points, axis=0)
    height = max(height, THIN * width)  # nodes in a row would otherwise be set apart without end
    wanted = np.prod(sizes + GAP, axis=1).sum() / (FILLED_SMALL if len(points) <= WHOLE_LIMIT else FILLED_LARGE)
    scaled: Points = points * (np.sqrt(wanted / (width * height)) if width * height > 0 else sizes.max())
    return scaled


def _push_apart(points: Points, sizes: Points) -> Points:
    """Move boxes that overlap away from each other along the side where they overlap least; spread all if that is slow."""
    points = points + _jitter(len(points))
    room = sizes + GAP
    for number in range(1, ROUNDS):
        if number % PATIENCE == 0:
            points *= SPREAD
        first, second = _close_pairs(points, room)
        apart = points[second] - points[first]
        lacking = (room[first] + room[second]) / 2 - np.abs(apart)
        overlapping = np.flatnonzero((lacking[:, 0] > 0.5) & (lacking[:, 1] > 0.5))
        if not len(overlapping):
            break
        first, second = first[overlapping], second[overlapping]
        apart, lacking = apart[overlapping], lacking[overlapping]
        along_x = lacking[:, 0] < lacking[:, 1]
        for axis, moved in ((0, along_x), (1, ~along_x)):
            move = np.where(moved, lacking[:, axis] * 0.52 * np.where(apart[:, axis] < 0, -1.0, 1.0), 0.0)
            points[:, axis] += np.bincount(second, move, len(points)) - np.bincount(first, move, len(points))
    return points


def _clear_of_lines(network: nx.Graph[str], part: Sequence[str], points: Points, sizes: Points) -> Points:
    """Move bodies out from under lines that are not theirs, which would read as ties to them."""
    index = {node: number for number, node in enumerate(part)}
    lines = np.array([(index[one], index[other]) for one, other in _pairs(network, part)], dtype=np.intp)
    bodies = np.array([index[node] for node in part if network.nodes[node]["kind"] == "body"], dtype=np.intp)
    if not len(lines) or not len(bodies):
        return points
    lines = lines[np.lexsort((lines[:, 1], lines[:, 0]))]
    line, body = (grid.ravel() for grid in np.meshgrid(np.arange(len(lines)), bodies, indexing="ij"))
    foreign = (lines[line] != body[:, None]).all(axis=1)
    start, end, body = lines[line[foreign], 0], lines[line[foreign], 1], body[foreign]
    reach = sizes[body] / 2
    for _ in range(LINE_ROUNDS):
        along = (points[end] - points[start]) / reach
        out = (points[start] - points[body]) / reach
        share = np.clip(-(out * along).sum(axis=1) / np.maximum((along**2).sum(axis=1), 1e-9), 0.0, 1.0)
        away = -(out + along * share[:, None])
        distance = np.hypot(away[:, 0], away[:, 1])
        under = np.flatnonzero(distance < CLEAR)
        if not len(under):
            break
        sideways = np.stack([-along[under, 1], along[under, 0]], axis=1)
        away = np.where(distance[under, None] > 0.05, away[under], sideways)
        step = (
            away / np.hypot(away[:, 0], away[:, 1])[:, None] * (CLEAR + 0.1 - distance[under])[:, None] * reach[under]
        )
        for axis in (0, 1):
            points[:, axis] += np.bincount(body[under], 0.3 * step[:, axis], len(points))
            for ends in (start, end):
                points[:, axis] -= np.bincount(ends[under], 0.2 * step[:, axis], len(points))
        points = _push_apart(points, sizes)
    return points


def _close_pairs(points: Points, room: Points) -> tuple[Numbers, Numbers]:
    """Find pairs of boxes that may overlap: small ones among themselves within their own reach, large ones among all."""
    areas = room[:, 0] * room[:, 1]
    large = areas > LARGE * np.median(areas)
    few, many = np.flatnonzero(large), np.flatnonzero(~large)
    reach = room[many].max(axis=0)
    small_pairs = many[KDTree(points[many] / reach).query_pairs(1.0, p=math.inf, output_type="ndarray")]
    if not len(few):
        return small_pairs[:, 0], small_pairs[:, 1]
    reach = room.max(axis=0)
    near = KDTree(points[few] / reach).sparse_distance_matrix(
        KDTree(points / reach), 1.0, p=math.inf, output_type="ndarray"
    )
    first, second = few[near["i"]], near["j"]
    once = ~large[second] | (first < second)
    return np.concatenate([small_pairs[:, 0], first[once]]), np.concatenate([small_pairs[:, 1], second[once]])


def _jitter(count: int) -> Points:
    """Return small differences that keep nodes from lying exactly upon each other."""
    numbers = np.arange(count)
    return np.stack([np.cos(numbers * GOLDEN_ANGLE), np.sin(numbers * GOLDEN_ANGLE)], axis=1)


def _side_by_side(placed: Sequence[tuple[list[str], Points, Points]]) -> dict[str, Place]:
    """Set parts on shelves, the largest first, so that the whole is seen as large as can be in a wide window."""
    if not placed:
        return {}
    lows = [(points - sizes / 2).min(axis=0) for _, points, sizes in placed]
    highs = [(points + sizes / 2).max(axis=0) for _, points, sizes in placed]
    extents = [high - low + PART_GAP for low, high in zip(lows, highs, strict=True)]
    widest = max(float(extent[0]) for extent in extents)
    least = math.sqrt(ASPECT * sum(float(extent[0] * extent[1]) for extent in extents))
    tried = (_shelves(extents, max(widest, factor * least)) for factor in SHELF_FACTORS)
    corners = min(tried, key=lambda corners: _seen_size(corners, extents))
    places: dict[str, Place] = {}
    for (part, points, _), low, corner in zip(placed, lows, corners, strict=True):
        for node, (x, y) in zip(part, points - low + corner, strict=True):
            places[node] = Place(round(float(x)), round(float(y)))
    return places


def _shelves(extents: Sequence[Points], width: float) -> list[Points]:
    """Return the upper left corner of each part, shelf under shelf."""
    left, top, shelf = 0.0, 0.0, 0.0
    corners = []
    for extent in extents:
        if left + extent[0] > width + 1e-6:
            left, top, shelf = 0.0, top + shelf, 0.0
        corners.append(np.array([left, top]))
        left, shelf = left + float(extent[0]), max(shelf, float(extent[1]))
    return corners


def _seen_size(corners: Sequence[Points], extents: Sequence[Points]) -> float:
    """Return the height of the smallest window that shows all."""
    width, height = np.max([corner + extent for corner, extent in zip(corners, extents, strict=True)], axis=0)
    return max(float(width) / ASPECT, float(height))
