"""Validation of a graph by the ontology's SHACL shapes: what does not hold, where, and by which evidence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import pyoxigraph as ox
from rdflib import Graph

from graph.by_pyshacl import check
from graph.plain_graph import to_triples
from graph.shacl import Data, Result, read_shapes
from graph.shacl import check as results_of
from graph.violation import Severity, Violation, order_of
from ontology.terms import NIF, PROV, RDFS
from ontology.turtle import SHAPES, SHAPES_WHOLE

__all__ = ["Severity", "Violation", "check", "validate"]

OF_A_DOCUMENT: Final = (SHAPES,)
OF_THE_WHOLE: Final = (SHAPES, SHAPES_WHOLE)


def validate(data: Graph | Iterable[ox.Quad | ox.Triple], *, whole: bool = True) -> tuple[Violation, ...]:
    """Check a graph; return what does not hold, the worst first, or nothing.

    With `whole` the data must hold everything, identity and reference data too; without, only the rules that one document's
    graph must fulfil by itself are checked. Names of graphs are of no account.
    """
    index = Data(to_triples(data) if isinstance(data, Graph) else data)
    shapes = read_shapes(OF_THE_WHOLE if whole else OF_A_DOCUMENT)
    found = {_violation(index, result) for result in results_of(index, shapes)}
    return tuple(sorted(found, key=order_of))


def _violation(data: Data, result: Result) -> Violation:
    """Tell a result with its subject's name and evidence in the data."""
    labels = (_text(label) for label in data.objects(result.focus, RDFS.label.value))
    return Violation(
        severity=Severity(result.severity),
        focus=_text(result.focus),
        label=min(labels, default=None),
        shape=result.shape,
        path=result.path,
        value=None if result.value is None else _text(result.value),
        message_sv=result.messages.get("sv", ""),
        message_en=result.messages.get("en", ""),
        evidence=_quotes(data, result.focus),
        constraint=result.component,
    )


def _quotes(data: Data, focus: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> tuple[str, ...]:
    """Return the quotes that a thing rests on: its own, or those of the appointment that generated it."""
    makers = data.subjects(PROV.generated.value, focus)
    things = (focus, *makers)
    spans = [focus, *(span for thing in things for span in data.objects(thing, PROV.wasDerivedFrom.value))]
    quotes = (quote for span in spans for quote in data.objects(span, NIF.anchorOf.value))
    return tuple(dict.fromkeys(sorted(_text(quote) for quote in quotes)))


def _text(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    """Return an IRI or a text as it is, a blank node by its name."""
    return str(term) if isinstance(term, (ox.BlankNode, ox.Triple)) else term.value
