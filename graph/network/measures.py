"""Measures of networks: degree, betweenness, communities and bridges, the same every time.

Nodes are numbered before networkx' algorithms see them: sets of texts have no fixed order, and ties would be broken anew in
each process.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final

import networkx as nx

from graph.network.ties import NetworkRows, TieRow

EXACT_LIMIT: Final = 1000  # nodes; betweenness in larger networks is estimated from so many of them
PIVOTS: Final = 250
SEED: Final = 20
DIGITS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyMeasures:
    """A body's place («läge») among those it shares people with.

    `degree` counts these bodies and `shared` the people; `betweenness` is the share of shortest ways between others that go
    through it; `bridges` are links of which nothing else takes the place, by IRI of the other body.
    """

    iri: str
    people: int
    degree: int
    shared: int
    betweenness: float
    community: int
    bridges: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMeasures:
    """A person's place among those met in bodies.

    `degree` counts the people of the same bodies; `betweenness` is the share of shortest ways over bodies and people that go
    through this one; `bridged` counts pairs of bodies that only this person joins; `community` is most of the bodies'.
    """

    iri: str
    bodies: int
    degree: int
    betweenness: float
    community: int
    bridged: int


def body_measures(rows: NetworkRows) -> tuple[BodyMeasures, ...]:
    """Measure bodies and groups that have people, in order of their IRIs."""
    people = _people_by_body(rows.ties)
    shared = shared_people(rows.ties)
    linked = _linked(people, shared)
    between, community = betweenness(linked), communities(linked)
    bridges: defaultdict[str, set[str]] = defaultdict(set)
    for pair in nx.bridges(linked):
        bridges[pair[0]].add(pair[1])
        bridges[pair[1]].add(pair[0])
    return tuple(
        BodyMeasures(
            iri=iri,
            people=len(people[iri]),
            degree=int(linked.degree(iri)),
            shared=len({person for pair, joint in shared.items() if iri in pair for person in joint}),
            betweenness=between[iri],
            community=community[iri],
            bridges=tuple(sorted(bridges[iri])),
        )
        for iri in linked
    )


def person_measures(rows: NetworkRows) -> tuple[PersonMeasures, ...]:
    """Measure people, in order of their IRIs."""
    people = _people_by_body(rows.ties)
    shared = shared_people(rows.ties)
    of_bodies = communities(_linked(people, shared))
    bodies: defaultdict[str, set[str]] = defaultdict(set)
    whole: nx.Graph[str] = nx.Graph()
    for tie in sorted(rows.ties, key=lambda tie: (tie.person, tie.body)):
        bodies[tie.person].add(tie.body)
        whole.add_edge(tie.person, tie.body)
    between = betweenness(whole)
    alone: defaultdict[str, int] = defaultdict(int)
    for joint in shared.values():
        if len(joint) == 1:
            alone[next(iter(joint))] += 1
    return tuple(
        PersonMeasures(
            iri=iri,
            bodies=len(mine),
            degree=len(set().union(*(people[body] for body in mine))) - 1,
            betweenness=between[iri],
            community=_most([of_bodies[body] for body in mine]),
            bridged=alone[iri],
        )
        for iri, mine in sorted(bodies.items())
    )


def shared_people(ties: tuple[TieRow, ...]) -> dict[tuple[str, str], frozenset[str]]:
    """Return the people whom each pair of bodies shares."""
    bodies: defaultdict[str, set[str]] = defaultdict(set)
    for tie in ties:
        bodies[tie.person].add(tie.body)
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for person, mine in bodies.items():
        for one, other in combinations(sorted(mine), 2):
            found[one, other].add(person)
    return {pair: frozenset(people) for pair, people in sorted(found.items())}


def betweenness(network: nx.Graph[str]) -> dict[str, float]:
    """Return each node's betweenness («mellanhandsläge»), 0 to 1; estimated where the network is large."""
    numbered, names = _numbered(network)
    pivots = PIVOTS if len(names) > EXACT_LIMIT else None
    found = nx.betweenness_centrality(numbered, k=pivots, seed=SEED)
    return {names[number]: round(value, DIGITS) for number, value in found.items()}


def communities(network: nx.Graph[str]) -> dict[str, int]:
    """Return each node's community («gruppering», by Louvain's method), numbered from 1, the largest."""
    numbered, names = _numbered(network)
    found = nx.community.louvain_communities(numbered.to_undirected(), weight="weight", seed=SEED)
    ordered = sorted(found, key=lambda members: (-len(members), min(members)))
    return {names[node]: number for number, members in enumerate(ordered, 1) for node in sorted(members)}


def _numbered(network: nx.Graph[str]) -> tuple[nx.Graph[int], list[str]]:
    names = list(network)
    numbers = {name: number for number, name in enumerate(names)}
    numbered: nx.Graph[int] = nx.DiGraph() if network.is_directed() else nx.Graph()
    numbered.add_nodes_from(range(len(names)))
    numbered.add_weighted_edges_from(
        (numbers[one], numbers[other], weight) for one, other, weight in network.edges(data="weight", default=1)
    )
    return numbered, names


def _people_by_body(ties: tuple[TieRow, ...]) -> dict[str, set[str]]:
    people: defaultdict[str, set[str]] = defaultdict(set)
    for tie in ties:
        people[tie.body].add(tie.person)
    return dict(people)


def _linked(people: Mapping[str, set[str]], shared: Mapping[tuple[str, str], frozenset[str]]) -> nx.Graph[str]:
    linked: nx.Graph[str] = nx.Graph()
    linked.add_nodes_from(sorted(people))
    linked.add_weighted_edges_from((one, other, len(joint)) for (one, other), joint in shared.items())
    return linked


def _most(numbers: list[int]) -> int:
    return min(numbers, key=lambda number: (-numbers.count(number), number))
