"""Reading shapes from Turtle. What is not known is refused, so that no constraint is ever passed over in silence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

import pyoxigraph as ox

from graph.shacl.constraints import TESTS, alternatives
from graph.shacl.data import Data, Node
from graph.shacl.model import Constraint, Path, Query, Shape
from ontology.terms import RDF
from ontology.turtle import curie, read_turtle

_SH: Final = "http://www.w3.org/ns/shacl#"
_NAMES: Final = "https://w3id.org/aktorsgraf/shapes#"
_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_PREFIX: Final = re.compile(r"PREFIX\s+([\w-]+):\s*<([^>]*)>")
_NAME: Final = re.compile(r"\b([a-z][\w-]*):(\w[\w-]*)")
_IRI: Final = re.compile(r"<([^<>\s]+)>")
_STRUCTURE: Final = frozenset(
    "path severity message property sparql or targetClass targetSubjectsOf targetObjectsOf name description".split()
)


@cache
def read_shapes(names: tuple[str, ...]) -> tuple[Shape, ...]:
    """Return the node shapes of some files of the ontology. Raises ValueError for a constraint that is not known."""
    found = []
    for name in names:
        reader = _Reader(read_turtle(name))
        found += [reader.shape(node, _local(node, _NAMES)) for node in reader.node_shapes()]
    return tuple(found)


class _Reader:
    """The triples of one file of shapes."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        self._index: defaultdict[Node, list[tuple[str, Node]]] = defaultdict(list)
        for triple in triples:
            self._index[triple.subject].append((triple.predicate.value, triple.object))

    def node_shapes(self) -> Iterator[Node]:
        """Yield the node shapes in the order they stand."""
        for node, says in self._index.items():
            if (RDF.type.value, ox.NamedNode(f"{_SH}NodeShape")) in says:
                yield node

    def shape(self, node: Node, name: str) -> Shape:
        """Read one shape."""
        says = self._of(node)
        path = says.get("path")
        return Shape(
            name=name,
            severity=_local(says["severity"][0], _SH) if "severity" in says else "Violation",
            messages=_by_language(says.get("message", ())),
            path=self._path(path[0]) if path else None,
            constraints=tuple(self._constraints(name, says)),
            properties=tuple(self.shape(inner, name) for inner in says.get("property", ())),
            queries=tuple(self._query(one) for one in says.get("sparql", ())),
            classes=tuple(_iri(one) for one in says.get("targetClass", ())),
            subjects_of=tuple(_iri(one) for one in says.get("targetSubjectsOf", ())),
            objects_of=tuple(_iri(one) for one in says.get("targetObjectsOf", ())),
        )

    def _of(self, node: Node) -> Mapping[str, list[Node]]:
        """Return what SHACL says of a node, by the local names of its terms."""
        found: defaultdict[str, list[Node]] = defaultdict(list)
        for predicate, value in self._index[node]:
            if predicate.startswith(_SH):
                found[predicate.removeprefix(_SH)].append(value)
        return found

    def _constraints(self, name: str, says: Mapping[str, list[Node]]) -> Iterator[Constraint]:
        for term, values in says.items():
            if term in TESTS:
                yield from (
                    Constraint(f"{term[0].upper()}{term[1:]}", TESTS[term](self._argument(one))) for one in values
                )
            elif term == "or":
                for one in values:
                    shapes = tuple(self.shape(part, name) for part in self._list(one))
                    yield Constraint("Or", alternatives(shapes))
            elif term not in _STRUCTURE:
                raise ValueError(f"shape {name}: sh:{term} is not known; teach it in graph/shacl/constraints.py")

    def _argument(self, node: Node) -> Node | Sequence[Node]:
        """Return the value of a constraint, a list as a list."""
        return tuple(self._list(node)) if isinstance(node, ox.BlankNode) else node

    def _list(self, node: Node) -> Iterator[Node]:
        """Yield the members of an RDF list."""
        while node != ox.NamedNode(f"{_RDF}nil"):
            cell = dict(self._index[node])
            yield cell[f"{_RDF}first"]
            node = cell[f"{_RDF}rest"]

    def _query(self, node: Node) -> Query:
        says = self._of(node)
        select = says["select"][0]
        if not isinstance(select, ox.Literal):
            raise TypeError("sh:select: expected a text")
        return Query(select.value.replace("$this", "?this"), _predicates(select.value))

    def _path(self, node: Node) -> Path:
        if isinstance(node, ox.NamedNode):
            return _forward(node.value)
        says = self._of(node)
        if "inversePath" in says:
            return _backward(_iri(says["inversePath"][0]))
        if "alternativePath" in says:
            return _either([self._path(one) for one in self._list(says["alternativePath"][0])])
        return _chain([self._path(one) for one in self._list(node)])


def _predicates(select: str) -> frozenset[str]:
    """Return every IRI that a query names: its predicates are among them."""
    declared = dict(_PREFIX.findall(select))
    body = _PREFIX.sub("", select)
    named = {f"{declared[prefix]}{name}" for prefix, name in _NAME.findall(body) if prefix in declared}
    return frozenset(named | set(_IRI.findall(body)) | {RDF.type.value})


def _forward(predicate: str) -> Path:
    def walk(data: Data, node: Node) -> Sequence[Node]:
        values = data.objects(node, predicate)
        return values if len(values) < 2 else tuple(dict.fromkeys(values))

    return Path(curie(predicate), walk)


def _backward(predicate: str) -> Path:
    return Path(f"^{curie(predicate)}", lambda data, node: tuple(dict.fromkeys(data.subjects(predicate, node))))


def _either(paths: Sequence[Path]) -> Path:
    def walk(data: Data, node: Node) -> Sequence[Node]:
        return tuple(dict.fromkeys(value for path in paths for value in path.walk(data, node)))

    return Path("|".join(path.text for path in paths), walk)


def _chain(paths: Sequence[Path]) -> Path:
    def walk(data: Data, node: Node) -> Sequence[Node]:
        nodes: Sequence[Node] = (node,)
        for path in paths:
            nodes = tuple(dict.fromkeys(value for one in nodes for value in path.walk(data, one)))
        return nodes

    return Path("/".join(path.text for path in paths), walk)


def _by_language(texts: Iterable[Node]) -> Mapping[str, str]:
    return {text.language or "": text.value for text in texts if isinstance(text, ox.Literal)}


def _iri(node: Node) -> str:
    if not isinstance(node, ox.NamedNode):
        raise TypeError(f"{node}: expected an IRI in a shape")
    return node.value


def _local(node: Node, namespace: str) -> str:
    return _iri(node).removeprefix(namespace)
