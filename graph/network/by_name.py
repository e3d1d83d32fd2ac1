"""Every network there is, by name: facts of a store → a networkx graph with typed attributes.

A node has `kind` (person, body, group, assignment, title), `label` and what is known of it; its key is its IRI, and so is `iri`,
which a title named by words alone has not. An edge has `relation` (tie, part-of, met, served-for, gave, given-to) and, but for
part-of, `weight`. Values are texts, whole numbers, dates and tuples of these; what is unknown is left out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

import networkx as nx

from graph.errors import NetworkError
from graph.network.bodies import body_network
from graph.network.choice import Choice, in_window, of_bodies, of_people
from graph.network.decisions import decisions
from graph.network.facts import NetworkFacts
from graph.network.gather import network_facts
from graph.network.people import co_attendance, substitutions
from graph.network.selects import Queryable
from graph.network.ties import NetworkRows, tie_rows

DEPTHS: Final = (1, 2, 3)
EVERYTHING: Final = Choice()


def network(
    store: Queryable, name: str, *, about: str | None = None, depth: int = 1, choice: Choice = EVERYTHING
) -> nx.Graph[str]:
    """Build the network called `name`; `person` and `body` are the surroundings of the IRI `about`, `depth` links away.

    Raises NetworkError for a name that is none, where `about` is missing, and for `about` and `depth` of another network.
    """
    return network_of(network_facts(store), name, about=about, depth=depth, choice=choice)


def network_of(
    facts: NetworkFacts, name: str, *, about: str | None = None, depth: int = 1, choice: Choice = EVERYTHING
) -> nx.Graph[str]:
    """Build the network called `name` from facts, as `network` does."""
    facts = in_window(facts, choice)
    if name in SURROUNDINGS:
        built = _surroundings(facts, about, depth, choice)
    elif name not in BUILDERS:
        raise NetworkError(f"no network {name!r}; there are {', '.join(NETWORKS)}")
    elif about is not None:
        raise NetworkError(f"{name}: is about everybody; only {' and '.join(SURROUNDINGS)} take a name")
    elif depth != 1:
        raise NetworkError(f"{name}: is drawn whole; only {' and '.join(SURROUNDINGS)} have a depth")
    else:
        built = BUILDERS[name](facts, choice)
    _say_what_else_is_known(built, facts)
    return built


def _say_what_else_is_known(built: nx.Graph[str], facts: NetworkFacts) -> None:
    """Give people the latest party and municipality of all facts: those drawn, as an election to a group, may state none."""
    for name in ("party", "municipality"):
        stated = [
            (stay.day or dt.date.min, value, stay.person)
            for stay in facts.stays
            if (value := getattr(stay, name)) and stay.person in built
        ]
        nx.set_node_attributes(built, {person: value for _, value, person in sorted(stated)}, name)


def _bodies(facts: NetworkFacts, choice: Choice) -> nx.Graph[str]:
    """Draw the bodies chosen with those they share people with, which a choice of facts would take away."""
    built = body_network(_weighty(of_people(facts, choice), choice))
    if choice.body is not None:
        chosen = choice.bodies(facts)
        _keep(built, {node for start in chosen if start in built for node in _within(built, start, 2)})
    return built


def _groups(facts: NetworkFacts, choice: Choice) -> nx.Graph[str]:
    rows = _weighty(of_people(of_bodies(facts, choice), choice), choice)
    groups = {row.iri for row in rows.bodies if row.kind == "group"}
    parents = {row.parent for row in rows.bodies if row.iri in groups}
    bodies = tuple(row for row in rows.bodies if row.iri in groups or row.iri in parents)
    return body_network(NetworkRows(bodies, tuple(tie for tie in rows.ties if tie.body in groups)), everybody=True)


def _co_attendance(facts: NetworkFacts, choice: Choice) -> nx.Graph[str]:
    return _without_light_links(co_attendance(of_people(of_bodies(facts, choice), choice)), choice)


def _substitutions(facts: NetworkFacts, choice: Choice) -> nx.Graph[str]:
    chosen = of_bodies(facts, choice)
    return _without_light_links(substitutions(chosen, choice.people(facts)), choice)


def _decisions(facts: NetworkFacts, choice: Choice) -> nx.Graph[str]:
    return _without_light_links(decisions(of_people(of_bodies(facts, choice), choice)), choice)


BUILDERS: Final[Mapping[str, Callable[[NetworkFacts, Choice], nx.Graph[str]]]] = MappingProxyType(
    {
        "bodies": _bodies,
        "groups": _groups,
        "co-attendance": _co_attendance,
        "substitutions": _substitutions,
        "decisions": _decisions,
    }
)
SURROUNDINGS: Final = ("person", "body")
NETWORKS: Final = (*BUILDERS, *SURROUNDINGS)


def _surroundings(facts: NetworkFacts, about: str | None, depth: int, choice: Choice) -> nx.Graph[str]:
    if about is None:
        raise NetworkError("surroundings: of whom? give the name or IRI of a person or body")
    if depth not in DEPTHS:
        raise NetworkError(f"depth {depth}: expected 1, 2 or 3")
    chosen = of_bodies(facts, choice)
    rows = _weighty(of_people(chosen, choice, always=frozenset({about})), choice)
    built = body_network(rows, everybody=True)
    if about in built:
        _keep(built, _within(built, about, depth))
        built.graph["about"] = about
    else:
        built.clear()
    return built


def _weighty(facts: NetworkFacts, choice: Choice) -> NetworkRows:
    rows = tie_rows(facts)
    return NetworkRows(rows.bodies, tuple(tie for tie in rows.ties if tie.weight >= choice.min_weight))


def _without_light_links(built: nx.Graph[str], choice: Choice) -> nx.Graph[str]:
    """Take away links of less weight than chosen, and nodes that no link is left of."""
    if choice.min_weight > 1:
        light = [(one, other) for one, other, edge in built.edges(data=True) if edge["weight"] < choice.min_weight]
        built.remove_edges_from(light)
    built.remove_nodes_from([node for node, degree in built.degree if degree == 0])
    return built


def _within(built: nx.Graph[str], start: str, depth: int) -> set[str]:
    return set(nx.single_source_shortest_path_length(built, start, cutoff=depth))


def _keep(built: nx.Graph[str], nodes: set[str]) -> None:
    """Leave these nodes only, in their order, which a networkx subgraph would lose."""
    built.remove_nodes_from([node for node in built if node not in nodes])
