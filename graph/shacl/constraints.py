"""The constraints that shapes may use, by their names in SHACL, each as a test of the values of a node."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

import pyoxigraph as ox

from graph.shacl.data import Data, Node
from graph.shacl.faults import conforms
from graph.shacl.model import Fault, Shape, Test
from ontology.terms import RDF, XSD

Argument = Node | Sequence[Node]
_SH: Final = "http://www.w3.org/ns/shacl#"
_NUMBERS: Final = frozenset({XSD.integer, XSD.decimal})
_KINDS: Final[Mapping[str, type]] = {"IRI": ox.NamedNode, "Literal": ox.Literal, "BlankNode": ox.BlankNode}


def _each(good: Callable[[Node], bool]) -> Test:
    """Make a test of every value by itself."""

    def test(_data: Data, _focus: Node, values: Sequence[Node]) -> Iterator[Fault]:
        return (value for value in values if not good(value))

    return test


def _min_count(argument: Argument) -> Test:
    least = int(_text(argument))
    return lambda _data, _focus, values: iter((None,) if len(values) < least else ())


def _max_count(argument: Argument) -> Test:
    most = int(_text(argument))
    return lambda _data, _focus, values: iter((None,) if len(values) > most else ())


def _datatype(argument: Argument) -> Test:
    return _each(lambda value: isinstance(value, ox.Literal) and value.datatype == argument)


def _node_kind(argument: Argument) -> Test:
    kind = _KINDS[_text(argument).removeprefix(_SH)]
    return _each(lambda value: isinstance(value, kind))


def _class(argument: Argument) -> Test:
    def test(data: Data, _focus: Node, values: Sequence[Node]) -> Iterator[Fault]:
        below = frozenset(ox.NamedNode(one) for one in data.subclasses(_text(argument)))
        return (value for value in values if below.isdisjoint(data.objects(value, RDF.type.value)))

    return test


def _pattern(argument: Argument) -> Test:
    pattern = re.compile(_text(argument))
    return _each(lambda value: not isinstance(value, ox.BlankNode) and pattern.search(_text(value)) is not None)


def _min_length(argument: Argument) -> Test:
    least = int(_text(argument))
    return _each(lambda value: not isinstance(value, ox.BlankNode) and len(_text(value)) >= least)


def _min_inclusive(argument: Argument) -> Test:
    least = float(_text(argument))
    return _each(lambda value: _is_number(value) and float(_text(value)) >= least)


def _max_inclusive(argument: Argument) -> Test:
    most = float(_text(argument))
    return _each(lambda value: _is_number(value) and float(_text(value)) <= most)


def _in(argument: Argument) -> Test:
    allowed = frozenset(argument) if isinstance(argument, tuple) else frozenset()
    return _each(lambda value: value in allowed)


def _less_than(argument: Argument) -> Test:
    return _compared(argument, lambda order: order < 0)


def _less_than_or_equals(argument: Argument) -> Test:
    return _compared(argument, lambda order: order <= 0)


def _compared(argument: Argument, good: Callable[[int], bool]) -> Test:
    """Make a test of every value beside every one of another property; what cannot be compared does not hold."""
    other = _text(argument)

    def test(data: Data, focus: Node, values: Sequence[Node]) -> Iterator[Fault]:
        beside = data.objects(focus, other)
        for value in values:
            orders = (_order(value, one) for one in beside)
            if any(order is None or not good(order) for order in orders):
                yield value

    return test


def alternatives(shapes: Sequence[Shape]) -> Test:
    """Make a test that holds where any of the shapes does (sh:or)."""

    def test(data: Data, _focus: Node, values: Sequence[Node]) -> Iterator[Fault]:
        return (value for value in values if not any(conforms(data, value, shape) for shape in shapes))

    return test


TESTS: Final[Mapping[str, Callable[[Argument], Test]]] = {
    "minCount": _min_count,
    "maxCount": _max_count,
    "datatype": _datatype,
    "nodeKind": _node_kind,
    "class": _class,
    "pattern": _pattern,
    "minLength": _min_length,
    "minInclusive": _min_inclusive,
    "maxInclusive": _max_inclusive,
    "in": _in,
    "lessThan": _less_than,
    "lessThanOrEquals": _less_than_or_equals,
}


def _order(one: Node, other: Node) -> int | None:
    """Tell whether a literal comes before another: -1, 0 or 1; None where they cannot be compared."""
    if not isinstance(one, ox.Literal) or not isinstance(other, ox.Literal):
        return None
    if _is_number(one) and _is_number(other):
        left, right = float(one.value), float(other.value)
        return (left > right) - (left < right)
    if one.datatype != other.datatype or one.language or other.language:
        return None
    return (one.value > other.value) - (one.value < other.value)


def _is_number(node: Node) -> bool:
    return isinstance(node, ox.Literal) and node.datatype in _NUMBERS


def _text(argument: Argument) -> str:
    if isinstance(argument, (ox.NamedNode, ox.Literal)):
        return argument.value
    raise TypeError(f"{argument}: expected an IRI or a literal in a shape")
