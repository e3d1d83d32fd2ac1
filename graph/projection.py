"""The projection of the graph to nodes and relationships: the one table behind Neo4j, the embedded engine, and their files.

Names come from the schema that is generated from the ontology (`ontology.property_graph`), so a new term needs nothing here.
A node is a subject or an object of the union of all graphs; the ontology's own terms are left out, its code lists are in. Links
to an IRI that was merged lead to the one that replaced it. Nodes come by IRI, links by type and target, whatever the order of
writing; names are sorted in a file on disk, so that memory does not grow with the graph.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Final, NamedTuple

from pyoxigraph import Literal, NamedNode

from graph.projection_values import PropertyValue, properties_of
from graph.shortcuts import SHORTCUTS, pairs
from graph.store import GraphStore
from ontology.property_graph import KEY, property_graph, relationship_name
from ontology.terms import DCTERMS, PREFIXES, RDF
from ontology.vocabulary import split_iri

BASE_LABEL: Final = "AgResource"  # every node's, so that one index finds any; specific, so that no other graph has it
CONTENT_KEY: Final = "agKey"  # marks a node as ours and tells what it held when it was written
TYPES: Final = "types"  # a node's classes with their prefixes, for labels do not tell ours from another vocabulary's
DERIVED: Final = "derived"  # on every relationship of ours
_SQL: Final = """
CREATE TABLE node (iri TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE shortcut (start TEXT, type TEXT, target TEXT, PRIMARY KEY (start, type, target)) WITHOUT ROWID;
"""


class Link(NamedTuple):
    """A relationship from the node that holds it; `derived` says that it follows from what is stated."""

    type: str
    target: str
    derived: bool


@dataclass(frozen=True, slots=True)
class Node:
    """A node with its relationships to others. Every value is a text, number, truth value, date or a tuple of texts."""

    iri: str
    labels: tuple[str, ...]
    properties: Mapping[str, PropertyValue]
    links: tuple[Link, ...]

    @property
    def content_key(self) -> str:
        """Return 16 hexadecimal digits that change with anything the node or its relationships say."""
        content = [self.labels, sorted((name, str(value)) for name, value in self.properties.items()), self.links]
        return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:16]


class Counts(NamedTuple):
    """How many nodes have each label, and how many relationships each type."""

    labels: Mapping[str, int]
    types: Mapping[str, int]


def project(store: GraphStore) -> Iterator[Node]:
    """Yield all nodes in order of their IRIs."""
    left_out = _terms_of_the_ontology(store)
    with closing(sqlite3.connect("")) as names:
        names.executescript(_SQL)
        names.executemany("INSERT OR IGNORE INTO node VALUES (?)", _names(store, left_out))
        redirects = _redirects(store)
        for shortcut in SHORTCUTS:
            rows = ((start, shortcut.type, target) for start, target in pairs(store, shortcut))
            names.executemany("INSERT OR IGNORE INTO shortcut VALUES (?, ?, ?)", rows)
        found = names.execute("SELECT start, type, target FROM shortcut ORDER BY start, type, target")
        shortcuts = _Following(
            (start, [Link(type_, target, derived=True) for _, type_, target in rows])
            for start, rows in groupby(found, key=lambda row: row[0])
        )
        for (iri,) in names.execute("SELECT iri FROM node ORDER BY iri"):
            yield _node(store, iri, shortcuts.of(iri), redirects, left_out)


def count(nodes: Iterable[Node]) -> Counts:
    """Count nodes by label and relationships by type."""
    labels: Counter[str] = Counter()
    types: Counter[str] = Counter()
    for node in nodes:
        labels.update(node.labels)
        types.update(link.type for link in node.links)
    return Counts(dict(sorted(labels.items())), dict(sorted(types.items())))


def label_names() -> tuple[str, ...]:
    """Return every label that a node may have beside the base label, sorted."""
    return tuple(sorted(set(_labels().values())))


@cache
def _labels() -> Mapping[str, str]:
    """Return each class' label: its name, with the prefix of its vocabulary where a class of ours is called so."""
    found = {iri: label.name for iri, label in property_graph().labels.items()}
    ours = {name for iri, name in found.items() if iri.startswith(PREFIXES["ag"])}
    theirs = {iri: name for iri, name in found.items() if name in ours and not iri.startswith(PREFIXES["ag"])}
    return found | {iri: "_".join(split_iri(iri)) for iri in theirs}


def _terms_of_the_ontology(store: GraphStore) -> frozenset[str]:
    """Return what has a type, but none that the schema has a label for: classes and properties."""
    typed: dict[str, bool] = {}
    labels = _labels()
    for quad in store.quads(predicate=RDF.type):
        iri = _iri(quad.subject)
        if _iri(quad.object) in labels:
            typed[iri] = True
        elif iri not in typed:
            typed[iri] = False
    return frozenset(iri for iri, known in typed.items() if not known)


def _names(store: GraphStore, left_out: frozenset[str]) -> Iterator[tuple[str]]:
    last = ""
    for quad in store.quads():
        subject = _iri(quad.subject)
        if subject in left_out:
            continue
        if subject != last:
            yield (subject,)
            last = subject
        if isinstance(quad.object, NamedNode) and quad.predicate != RDF.type and quad.object.value not in left_out:
            yield (quad.object.value,)


def _redirects(store: GraphStore) -> dict[str, str]:
    """Return, for each IRI that was merged, the one that holds in the end."""
    steps = {_iri(quad.subject): _iri(quad.object) for quad in store.quads(predicate=DCTERMS.isReplacedBy)}
    ends: dict[str, str] = {}
    for iri in steps:
        end, seen = iri, {iri}
        while end in steps and steps[end] not in seen:
            end = steps[end]
            seen.add(end)
        ends[iri] = end
    return ends


def _node(
    store: GraphStore, iri: str, shortcuts: Iterable[Link], redirects: Mapping[str, str], left_out: frozenset[str]
) -> Node:
    classes: set[str] = set()
    links = set(shortcuts)
    literals: set[tuple[str, Literal]] = set()
    for quad in store.quads(subject=NamedNode(iri)):
        predicate, value = quad.predicate.value, quad.object
        if isinstance(value, Literal):
            literals.add((predicate, value))
        elif quad.predicate == RDF.type:
            classes.add(_iri(value))
        elif _iri(value) not in left_out:
            links.add(_link(quad.predicate, _iri(value), redirects))
    known = sorted(classes & _labels().keys())
    properties = {KEY: iri, **properties_of(literals)}
    if known:
        properties[TYPES] = tuple(sorted(":".join(split_iri(one)) for one in known))
    return Node(iri, tuple(sorted({_labels()[one] for one in known})), properties, tuple(sorted(links)))


def _link(predicate: NamedNode, target: str, redirects: Mapping[str, str]) -> Link:
    known = property_graph().relationships.get(predicate.value)
    if predicate != DCTERMS.isReplacedBy:
        target = redirects.get(target, target)
    if known is not None:
        return Link(known.name, target, known.derived)
    return Link(relationship_name(_local(predicate.value)), target, derived=False)


def _local(iri: str) -> str:
    return iri.replace("#", "/").rpartition("/")[2]


def _iri(term: object) -> str:
    """Return the IRI of a term; the model has no nodes without one."""
    if not isinstance(term, NamedNode):
        raise TypeError(f"{term}: is no IRI; expected nodes with IRIs only")
    return term.value


class _Following:
    """Groups in order of their keys, taken while the keys are walked in the same order."""

    def __init__(self, groups: Iterator[tuple[str, list[Link]]]) -> None:
        self._groups = groups
        self._next = next(groups, None)

    def of(self, key: str) -> list[Link]:
        while self._next is not None and self._next[0] < key:
            self._next = next(self._groups, None)
        return self._next[1] if self._next is not None and self._next[0] == key else []
