"""Evidence as Web Annotations («belägg»): derived from the spans where it is exported, with both selectors.

In the graph a span is five triples that all facts share (NIF, RFC 5147); as annotations it would be three quarters of all.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Triple

from ontology.terms import OA, RDF, XSD


class Span(NamedTuple):
    """A stretch of a document; offsets count code points, `end` is exclusive; `before` and `after` are the text around, if known."""

    document: NamedNode
    start: int
    end: int
    quote: str
    before: str = ""
    after: str = ""


def annotation_triples(fact: NamedNode, span: Span) -> Iterator[Triple]:
    """Yield the annotation that a span proves a fact: its target, the document, with a position and a quote selector.

    Its IRIs depend on fact and span alone. W3C: Web Annotation Data Model, 4.2.4 and 4.2.5.
    """
    annotation = NamedNode(f"{fact.value}/evidence/{span.start}-{span.end}")
    target, position, quote = (NamedNode(f"{annotation.value}/{part}") for part in ("target", "position", "quote"))
    yield Triple(annotation, RDF.type, OA.Annotation)
    yield Triple(annotation, OA.hasBody, fact)
    yield Triple(annotation, OA.hasTarget, target)
    yield Triple(target, RDF.type, OA.SpecificResource)
    yield Triple(target, OA.hasSource, span.document)
    yield Triple(target, OA.hasSelector, position)
    yield Triple(target, OA.hasSelector, quote)
    yield Triple(position, RDF.type, OA.TextPositionSelector)
    yield Triple(position, OA.start, _count(span.start))
    yield Triple(position, OA.end, _count(span.end))
    yield Triple(quote, RDF.type, OA.TextQuoteSelector)
    yield Triple(quote, OA.exact, Literal(span.quote))
    for predicate, text in ((OA.prefix, span.before), (OA.suffix, span.after)):
        if text:
            yield Triple(quote, predicate, Literal(text))


def _count(number: int) -> Literal:
    """Return an offset; the vocabulary wants xsd:nonNegativeInteger."""
    return Literal(str(number), datatype=NamedNode(XSD.integer.value.replace("#integer", "#nonNegativeInteger")))
