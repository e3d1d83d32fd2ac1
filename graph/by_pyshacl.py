"""Checking by pyshacl, which knows all of SHACL: for shapes beyond what `graph.shacl` knows, and to compare it with."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

import pyoxigraph as ox
import pyshacl
from rdflib import RDF, RDFS, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.namespace import PROV, SH
from rdflib.term import Node

from graph.plain_graph import from_quads, from_rdflib
from graph.violation import Severity, Violation, order_of
from ontology.turtle import curie, read_data

_NIF: Final = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
_SHAPES: Final = "https://w3id.org/aktorsgraf/shapes#"


def check(data: Graph | Iterable[ox.Quad | ox.Triple], shapes: tuple[str, ...]) -> tuple[Violation, ...]:
    """Check a graph by files of shapes of the ontology; return what does not hold, the worst first, or nothing."""
    graph = from_rdflib(data) if isinstance(data, Graph) else from_quads(data)
    rules = _shapes(shapes)
    _, report, _ = pyshacl.validate(graph, shacl_graph=rules, inplace=True)
    if not isinstance(report, Graph):
        raise TypeError(f"SHACL gave no report but {report!r}")
    results = report.subjects(RDF.type, SH.ValidationResult)
    found = {_violation(report, result, graph, rules) for result in results}
    return tuple(sorted(found, key=order_of))


@cache
def _shapes(names: tuple[str, ...]) -> Graph:
    """Return the shapes as an rdflib graph."""
    graph = Graph(bind_namespaces="none")
    for name in names:
        graph.parse(data=read_data(name), format="turtle")
    return graph


def _violation(report: Graph, result: Node, data: Graph, shapes: Graph) -> Violation:
    """Read one result of the report, and its subject's name and evidence in the data."""
    focus = report.value(result, SH.focusNode)
    source = report.value(result, SH.sourceShape)
    # pyshacl forgets the languages of messages where the constraint is a query
    texts = (*shapes.objects(source, SH.message), *report.objects(result, SH.resultMessage))
    messages = {text.language: str(text) for text in texts if isinstance(text, Literal)}
    path = report.value(result, SH.resultPath)
    value = report.value(result, SH.value)
    label = min(data.objects(focus, RDFS.label), key=str, default=None)
    return Violation(
        severity=Severity(_local(report.value(result, SH.resultSeverity))),
        focus=str(focus),
        label=None if label is None else str(label),
        shape=_shape_of(shapes, source),
        path=None if path is None else _path(report, path),
        value=None if value is None else str(value),
        message_sv=messages.get("sv", ""),
        message_en=messages.get("en", ""),
        evidence=_quotes(data, focus),
        constraint=_local(report.value(result, SH.sourceConstraintComponent)).removesuffix("ConstraintComponent"),
    )


def _local(term: Node | None) -> str:
    """Return what follows the # in a term of SHACL."""
    return str(term).rpartition("#")[2]


def _shape_of(shapes: Graph, shape: Node | None) -> str:
    """Return the name of a node shape, or of the one that a property shape stands in."""
    owner = shape if isinstance(shape, URIRef) else shapes.value(predicate=SH.property, object=shape)
    return str(owner).removeprefix(_SHAPES)


def _path(graph: Graph, path: Node) -> str:
    """Write a property path as in SPARQL, with prefixes."""
    if isinstance(path, URIRef):
        return curie(str(path))
    inverse = graph.value(path, SH.inversePath)
    if inverse is not None:
        return f"^{_path(graph, inverse)}"
    alternatives = graph.value(path, SH.alternativePath)
    if alternatives is not None:
        return "|".join(_path(graph, step) for step in Collection(graph, alternatives))
    return "/".join(_path(graph, step) for step in Collection(graph, path))


def _quotes(data: Graph, focus: Node | None) -> tuple[str, ...]:
    """Return the quotes that a thing rests on: its own, or those of the appointment that generated it."""
    makers = data.subjects(PROV.generated, focus)
    spans = [focus, *(span for thing in (focus, *makers) for span in data.objects(thing, PROV.wasDerivedFrom))]
    return tuple(dict.fromkeys(sorted(str(quote) for span in spans for quote in data.objects(span, _NIF.anchorOf))))
