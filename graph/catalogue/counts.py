"""How much a published set of triples holds, for its VoID description («omfång»)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pyoxigraph import NamedNode, Triple

from graph.catalogue.terms import term
from graph.export.rdf import by_subject
from graph.store import GraphStore

_TYPE = term("rdf:type")


class Counts(NamedTuple):
    """Distinct triples, subjects and objects; instances by class; triples by property."""

    triples: int
    subjects: int
    objects: int
    classes: Counter[NamedNode]
    properties: Counter[NamedNode]


def count_store(store: GraphStore) -> Counts:
    """Count the union of a store's graphs."""
    return _count(triple for _, triples in by_subject(store) for triple in triples)


def count_triples(triples: Iterable[Triple]) -> Counts:
    """Count triples, each once."""
    return _count(iter(set(triples)))


def _count(distinct: Iterator[Triple]) -> Counts:
    """Count in one pass; memory holds a hash of each subject and object."""
    subjects: set[int] = set()
    objects: set[int] = set()
    classes: Counter[NamedNode] = Counter()
    properties: Counter[NamedNode] = Counter()
    for subject, predicate, value in ((one.subject, one.predicate, one.object) for one in distinct):
        subjects.add(hash(subject))
        objects.add(hash(value))
        properties[predicate] += 1
        if predicate == _TYPE and isinstance(value, NamedNode):
            classes[value] += 1
    return Counts(properties.total(), len(subjects), len(objects), classes, properties)
