"""Networks of people alone: who meets whom, and who serves for whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations, groupby

import networkx as nx

from graph.network.attributes import known, person_attributes
from graph.network.facts import BodyRow, NetworkFacts, Quote, Stay
from graph.network.ties import TieRow, latest_quotes, ties_of


def co_attendance(facts: NetworkFacts) -> nx.Graph[str]:
    """Link people who were present at the same meetings («möts»); the weight counts the meetings.

    A link's `bodies` names where they met. The evidence stands on each person (`quotes`), once for all of the links.
    """
    present = [stay for stay in facts.stays if stay.meeting is not None and stay.present]
    network: nx.Graph[str] = nx.Graph()
    _add_people(network, ties_of(present), evidence=True)
    meetings: defaultdict[str, dict[str, Stay]] = defaultdict(dict)
    for stay in present:
        meetings[stay.meeting or ""].setdefault(stay.person, stay)
    shared: defaultdict[tuple[str, str], list[Stay]] = defaultdict(list)
    for people in meetings.values():
        for pair in combinations(sorted(people), 2):
            shared[pair].append(people[pair[0]])
    labels = _labels(facts.bodies)
    for (one, other), stays in sorted(shared.items()):
        network.add_edge(one, other, relation="met", **_times(stays, labels))
    return network


def substitutions(facts: NetworkFacts, people: frozenset[str]) -> nx.DiGraph[str]:
    """Link each substitute to the members served for («tjänstgjort för»); the weight counts the times.

    Of each link one or both are among `people`. An edge's parties are those at the time of the last service.
    """
    serving = [stay for stay in facts.stays if stay.replaces]
    drawn = {
        (stay.person, member): stay
        for stay in serving
        for member in stay.replaces
        if stay.person in people or member in people
    }
    known_people = {person for pair in drawn for person in pair}
    network: nx.DiGraph[str] = nx.DiGraph()
    _add_people(network, ties_of(stay for stay in facts.stays if stay.person in known_people), evidence=False)
    labels = _labels(facts.bodies)
    for pair in sorted(drawn):
        services = [stay for stay in serving if stay.person == pair[0] and pair[1] in stay.replaces]
        if pair[1] in network:  # a member named without any entry of his or her own is nobody yet
            substitute, member = pair
            network.add_edge(
                substitute, member, relation="served-for", quotes=_quotes(services), **_times(services, labels)
            )
    return network


def _add_people(network: nx.Graph[str], ties: Iterable[TieRow], *, evidence: bool) -> None:
    ordered = sorted(ties, key=lambda tie: (tie.name, tie.person, tie.body))
    for person, of_person in groupby(ordered, key=lambda tie: tie.person):
        mine = list(of_person)
        quotes = latest_quotes(quote for tie in mine for quote in tie.quotes)
        network.add_node(person, **person_attributes(mine), **({"quotes": quotes} if evidence else {}))


def _labels(bodies: Iterable[BodyRow]) -> Mapping[str, str]:
    return {row.iri: row.label for row in bodies}


def _quotes(stays: Iterable[Stay]) -> tuple[Quote, ...]:
    return latest_quotes(quote for stay in stays for quote in stay.quotes)


def _times(stays: Iterable[Stay], labels: Mapping[str, str]) -> dict[str, object]:
    each = list(stays)
    days = [stay.day for stay in each if stay.day]
    return known(
        weight=len({stay.meeting for stay in each}),
        bodies=tuple(sorted({labels[stay.body] for stay in each})),
        first=min(days, default=None),
        last=max(days, default=None),
    )
