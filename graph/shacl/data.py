"""A graph indexed for checking: what a subject says, and who says something of an object."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

import pyoxigraph as ox

from graph.plain_graph import sound_lexical
from ontology.terms import RDF, RDFS

Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
_NONE: Final[Sequence[Node]] = ()
_NO_INDEX: Final[Mapping[Node, list[Node]]] = {}


class Data:
    """Triples of any graphs as one graph. A literal that its datatype forbids is plain text, so of the wrong datatype."""

    def __init__(self, facts: Iterable[ox.Quad | ox.Triple]) -> None:
        index: defaultdict[str, defaultdict[Node, list[Node]]] = defaultdict(lambda: defaultdict(list))
        for fact in facts:
            index[fact.predicate.value][fact.subject].append(_sound(fact.object))
        self._index: Mapping[str, Mapping[Node, list[Node]]] = index
        self._inverse: dict[str, Mapping[Node, list[Node]]] = {}
        self._stores: dict[frozenset[str], ox.Store] = {}

    def objects(self, subject: Node, predicate: str) -> Sequence[Node]:
        """Return what a subject says by a predicate."""
        return self._index.get(predicate, _NO_INDEX).get(subject, _NONE)

    def subjects(self, predicate: str, value: Node) -> Sequence[Node]:
        """Return who says something of a value by a predicate."""
        if predicate not in self._inverse:
            inverse: defaultdict[Node, list[Node]] = defaultdict(list)
            for subject, values in self._index.get(predicate, _NO_INDEX).items():
                for one in values:
                    inverse[one].append(subject)
            self._inverse[predicate] = inverse
        return self._inverse[predicate].get(value, _NONE)

    def subjects_of(self, predicate: str) -> Iterable[Node]:
        """Return all that say anything by a predicate."""
        return self._index.get(predicate, _NO_INDEX).keys()

    def objects_of(self, predicate: str) -> Iterable[Node]:
        """Return all that anything says by a predicate, each once."""
        values = self._index.get(predicate, _NO_INDEX).values()
        return dict.fromkeys(value for some in values for value in some)

    def instances(self, class_: str) -> Sequence[Node]:
        """Return the things of a class and of the subclasses that the data itself declares."""
        below = self.subclasses(class_)
        if len(below) == 1:
            return self._by_class.get(class_, _NONE)
        return tuple(dict.fromkeys(thing for one in below for thing in self._by_class.get(one, _NONE)))

    def subclasses(self, class_: str) -> tuple[str, ...]:
        """Return a class and those that the data declares below it."""
        found = [class_]
        for one in found:  # grows while it is walked
            for sub in self.subjects(RDFS.subClassOf.value, ox.NamedNode(one)):
                if isinstance(sub, ox.NamedNode) and sub.value not in found:
                    found.append(sub.value)
        return tuple(found)

    def store_of(self, predicates: frozenset[str]) -> ox.Store:
        """Return a store of what is said by some predicates, for constraints that are queries."""
        if predicates not in self._stores:
            self._stores[predicates] = ox.Store()
            self._stores[predicates].bulk_extend(self._said_by(predicates))
        return self._stores[predicates]

    def _said_by(self, predicates: frozenset[str]) -> Iterator[ox.Quad]:
        for predicate in predicates & self._index.keys():
            name = ox.NamedNode(predicate)
            for subject, values in self._index[predicate].items():
                if isinstance(subject, (ox.NamedNode, ox.BlankNode)):
                    yield from (ox.Quad(subject, name, value) for value in values)

    @cached_property
    def _by_class(self) -> Mapping[str, list[Node]]:
        found: defaultdict[str, list[Node]] = defaultdict(list)
        for subject, classes in self._index.get(RDF.type.value, _NO_INDEX).items():
            for class_ in classes:
                if isinstance(class_, ox.NamedNode):
                    found[class_.value].append(subject)
        return {class_: list(dict.fromkeys(things)) for class_, things in found.items()}


def _sound(value: Node) -> Node:
    if (
        isinstance(value, ox.Literal)
        and value.language is None
        and not sound_lexical(value.value, value.datatype.value)
    ):
        return ox.Literal(value.value)
    return value
