"""The graph with its evidence as Web Annotations, too («annoteringar»), for tools that know those and not NIF."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from graph.search import ALL_KEYS
from graph.store import GraphStore
from ontology.terms import NIF, PROV
from ontology.web_annotation import Span, annotation_triples


@contextmanager
def annotated_view(store: GraphStore) -> Iterator[GraphStore]:
    """Open a copy in which each graph has an annotation, with both selectors, for every fact and span; it is gone at the end."""
    with (
        tempfile.TemporaryDirectory(prefix="aktorsgraf-") as folder,
        GraphStore.open(Path(folder) / "annotated") as copy,
    ):
        copy.replace_graphs((graph, _annotated(store, graph)) for graph in store.graph_names())
        yield copy


def _annotated(store: GraphStore, graph: NamedNode) -> Iterator[Quad]:
    quads = [
        quad for quad in store.quads(graph) if quad.predicate not in ALL_KEYS
    ]  # made anew by the store that is written
    yield from quads
    spans = dict(_spans(quads))
    for quad in quads:
        span = spans.get(quad.object) if quad.predicate == PROV.wasDerivedFrom else None
        if span is not None and isinstance(quad.subject, NamedNode):
            for triple in annotation_triples(quad.subject, span):
                yield Quad(triple.subject, triple.predicate, triple.object, graph)


def _spans(quads: list[Quad]) -> Iterator[tuple[object, Span]]:
    """Yield the stretches of text that a graph describes."""
    said: dict[object, dict[NamedNode, object]] = {}
    for quad in quads:
        if quad.predicate in {NIF.beginIndex, NIF.endIndex, NIF.anchorOf, NIF.referenceContext}:
            said.setdefault(quad.subject, {})[quad.predicate] = quad.object
    for subject, known in said.items():
        document, quote = known.get(NIF.referenceContext), known.get(NIF.anchorOf)
        start, end = known.get(NIF.beginIndex), known.get(NIF.endIndex)
        if (
            isinstance(document, NamedNode)
            and isinstance(quote, Literal)
            and isinstance(start, Literal)
            and isinstance(end, Literal)
        ):
            yield subject, Span(document, int(start.value), int(end.value), quote.value)
