"""The faults of one node by one shape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from graph.shacl.data import Data, Node
from graph.shacl.model import Shape


class Result(NamedTuple):
    """One fault, as a `sh:ValidationResult` tells it."""

    focus: Node
    shape: str
    severity: str
    component: str
    path: str | None
    value: Node | None
    messages: Mapping[str, str]


def faults(data: Data, focus: Node, shape: Shape) -> Iterator[Result]:
    """Yield the faults of one node by one shape, queries aside."""
    values = (focus,) if shape.path is None else shape.path.walk(data, focus)
    path = None if shape.path is None else shape.path.text
    for constraint in shape.constraints:
        for fault in constraint.test(data, focus, values):
            yield Result(focus, shape.name, shape.severity, constraint.component, path, fault, shape.messages)
    for inner in shape.properties:
        for value in values:
            yield from faults(data, value, inner)


def conforms(data: Data, focus: Node, shape: Shape) -> bool:
    """Tell whether a node has no fault by a shape."""
    return next(faults(data, focus, shape), None) is None
