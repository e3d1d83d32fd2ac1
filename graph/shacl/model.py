"""Shapes as values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.shacl.data import Data, Node

Walk = Callable[[Data, Node], Sequence[Node]]
Fault = Node | None
"""The value at fault; None where it is the number of values."""
Test = Callable[[Data, Node, Sequence[Node]], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class Path:
    """A property path, as it is written in SPARQL with prefixes, and how it is walked."""

    text: str
    walk: Walk


@dataclass(frozen=True, slots=True)
class Constraint:
    """One constraint: the name of its SHACL component, and a test that yields what is at fault."""

    component: str
    test: Test


@dataclass(frozen=True, slots=True)
class Query:
    """A constraint that is a query, and the predicates that it asks for: no other need be looked at."""

    select: str
    predicates: frozenset[str]


@dataclass(frozen=True, slots=True)
class Shape:
    """A node shape or, with a path, a property shape.

    `name` is that of the node shape it stands in; each solution of a query is a fault of `this`, at `value`.
    """

    name: str
    severity: str
    messages: Mapping[str, str]
    path: Path | None
    constraints: tuple[Constraint, ...]
    properties: tuple[Shape, ...]
    queries: tuple[Query, ...] = ()
    classes: tuple[str, ...] = ()
    subjects_of: tuple[str, ...] = ()
    objects_of: tuple[str, ...] = ()
