"""The network of bodies, working groups and the people they share, as a typed networkx graph.

Nodes and edges carry plain values (text, whole numbers, dates, tuples of these); what is unknown is left out, so that
an attribute that is there has a value. Every order is fixed by label and IRI.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import networkx as nx

from graph.network.attributes import body_attributes, known, person_attributes
from graph.network.facts import VISITING_ROLES, BodyRow
from graph.network.ties import NetworkRows, TieRow


def body_network(rows: NetworkRows, *, everybody: bool = False) -> nx.Graph[str]:
    """Build the network of bodies, groups and the people of two or more of them, or of all with `everybody`.

    A node's `kind` is body, group or person; an edge's `relation` is tie (person–body) or part-of (`child` names the
    part). Raises ValueError when a tie names a body that is not among the rows, or stands twice.
    """
    bodies = {row.iri: row for row in rows.bodies}
    by_person, by_body = _ties_by_person_and_body(rows.ties, bodies)
    drawn = {person: ties for person, ties in by_person.items() if everybody or len(ties) > 1}

    network: nx.Graph[str] = nx.Graph(people="all" if everybody else "shared")
    for body in sorted(rows.bodies, key=lambda row: (row.label, row.iri)):
        ties = by_body[body.iri]
        network.add_node(body.iri, **body_attributes(body, ties), shared=sum(tie.person in drawn for tie in ties))
    for person, ties in sorted(drawn.items(), key=lambda entry: (entry[1][0].name, entry[0])):
        network.add_node(person, **person_attributes(ties))
    for body in sorted(rows.bodies, key=lambda row: row.iri):
        if body.parent in bodies and body.parent != body.iri:
            network.add_edge(body.iri, body.parent, relation="part-of", child=body.iri)
    for _, ties in sorted(drawn.items()):
        for tie in ties:
            network.add_edge(tie.person, tie.body, **_tie_attributes(tie))
    return network


def _ties_by_person_and_body(
    ties: Iterable[TieRow], bodies: dict[str, BodyRow]
) -> tuple[dict[str, list[TieRow]], dict[str, list[TieRow]]]:
    by_person: defaultdict[str, list[TieRow]] = defaultdict(list)
    by_body: defaultdict[str, list[TieRow]] = defaultdict(list)
    seen: set[tuple[str, str]] = set()
    for tie in sorted(ties, key=lambda row: (row.person, row.body)):
        if tie.body not in bodies:
            raise ValueError(f"tie of <{tie.person}>: <{tie.body}> is not among the bodies; add its row")
        if (tie.person, tie.body) in seen:
            raise ValueError(f"tie of <{tie.person}> to <{tie.body}> stands twice; merge its rows to one")
        seen.add((tie.person, tie.body))
        by_person[tie.person].append(tie)
        by_body[tie.body].append(tie)
    return dict(by_person), by_body


def _tie_attributes(tie: TieRow) -> dict[str, object]:
    """Tell belonging to a body from visiting it: `belongs` is false for guests and presenters only."""
    return known(
        relation="tie",
        weight=tie.weight,
        roles=tie.roles,
        belongs=not tie.roles or not VISITING_ROLES.issuperset(tie.roles),
        party=tie.party,
        municipality=tie.municipality,
        first=tie.first,
        last=tie.last,
        meetings=tie.meetings,
        quotes=tie.quotes,
    )
