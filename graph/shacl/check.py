"""Checking data by shapes: every fault as a result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import pyoxigraph as ox

from graph.shacl.data import Data, Node
from graph.shacl.faults import Result, faults
from graph.shacl.model import Shape


def check(data: Data, shapes: Iterable[Shape]) -> Iterator[Result]:
    """Yield every fault, in no order of meaning."""
    for shape in shapes:
        focuses = _targets(data, shape)
        for focus in focuses:
            yield from faults(data, focus, shape)
        if focuses:
            yield from _by_query(data, shape, frozenset(focuses))


def _targets(data: Data, shape: Shape) -> Sequence[Node]:
    found = chain(
        (node for class_ in shape.classes for node in data.instances(class_)),
        (node for predicate in shape.subjects_of for node in data.subjects_of(predicate)),
        (node for predicate in shape.objects_of for node in data.objects_of(predicate)),
    )
    return tuple(dict.fromkeys(found))


def _by_query(data: Data, shape: Shape, focuses: frozenset[Node]) -> Iterator[Result]:
    """Yield the faults that queries find: one query for all nodes, which never leaves the data at hand."""
    for query in shape.queries:
        solutions = data.store_of(query.predicates).query(query.select)
        if not isinstance(solutions, ox.QuerySolutions):
            raise TypeError(f"shape {shape.name}: a query that is no SELECT")
        for solution in solutions:
            focus, value = solution["this"], solution["value"]
            if focus in focuses:
                yield Result(focus, shape.name, shape.severity, "SPARQL", None, value, shape.messages)
