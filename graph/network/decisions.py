"""The network of decisions: bodies, the assignments they gave, and those who were told to do them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import networkx as nx

from graph.network.attributes import body_attributes, known, person_attributes
from graph.network.facts import Assignee, NetworkFacts, Task
from graph.network.ties import TieRow, ties_of
from ontology.iris import fold


def decisions(facts: NetworkFacts) -> nx.DiGraph[str]:
    """Link each body to the assignments («uppdrag») it gave, and these to their assignees.

    An assignee whom the minutes name by words alone («kommundirektören») is a node of kind title, one for each body, without
    an IRI. A link's weight counts the assignments that the body has given the assignee, and the one of several who has most.
    """
    bodies = {row.iri: row for row in facts.bodies}
    ties: defaultdict[str, list[TieRow]] = defaultdict(list)
    for tie in ties_of(facts.stays):
        ties[tie.person].append(tie)
        ties[tie.body].append(tie)
    network: nx.DiGraph[str] = nx.DiGraph()
    tasks = sorted(
        (task for task in facts.tasks if task.body in bodies), key=lambda task: (bodies[task.body].label, task.iri)
    )
    given = Counter((task.body, _node(task, one)) for task in tasks for one in task.assignees)
    for iri in dict.fromkeys(task.body for task in tasks):
        network.add_node(iri, **body_attributes(bodies[iri], ties[iri]))
    for task in tasks:
        network.add_node(task.iri, **_task_attributes(task))
        most = max((given[task.body, _node(task, one)] for one in task.assignees), default=1)
        network.add_edge(task.body, task.iri, relation="gave", weight=most, quotes=task.quotes)
    for task in tasks:
        for one in task.assignees:
            node = _node(task, one)
            if node not in network:
                network.add_node(node, **_assignee_attributes(one, facts, ties))
            weight = given[task.body, node]
            network.add_edge(task.iri, node, relation="given-to", weight=weight, quotes=task.quotes)
    return network


def _node(task: Task, one: Assignee) -> str:
    return one.iri or f"{task.body}#{fold(one.name)}"


def _task_attributes(task: Task) -> dict[str, object]:
    return known(
        kind="assignment",
        label=task.text,
        iri=task.iri,
        item=task.item,
        first=task.day,
        due=task.due,
        quotes=task.quotes,
    )


def _assignee_attributes(one: Assignee, facts: NetworkFacts, ties: Mapping[str, list[TieRow]]) -> dict[str, object]:
    if one.iri is None:
        return known(kind="title", label=one.name)
    body = next((row for row in facts.bodies if row.iri == one.iri), None)
    if body is not None:
        return body_attributes(body, ties.get(one.iri, ()))
    of_person = _ties_of_person(ties.get(one.iri, ()), one.iri)
    if of_person:
        return person_attributes(of_person)
    return known(kind="body", label=one.name, iri=one.iri)


def _ties_of_person(ties: Iterable[TieRow], iri: str) -> list[TieRow]:
    return [tie for tie in ties if tie.person == iri]
