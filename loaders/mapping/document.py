"""One protocol as the quads of its document's graph."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterator
from itertools import chain

from pyoxigraph import Quad, Triple

from loaders.identity import Resolution
from loaders.mapping.context import context_of
from loaders.mapping.items import item_triples
from loaders.mapping.meeting import attendance_triples, meeting_triples
from loaders.mapping.source import mention_triples, printed_names, source_triples, warning_triples
from loaders.minutes import Minutes
from ontology.iris import graph_iri
from ontology.terms import RDFS


def document_quads(
    minutes: Minutes, resolution: Resolution, base: str, *, version: str | None = None
) -> Iterator[Quad]:
    """Yield what a protocol states, each quad once, always in the same order, all in its document's graph.

    `resolution` is the one that `resolve` gives for `minutes`; `version` is the reader's, by default the program's.
    """
    context = context_of(minutes, resolution, base)
    graph = graph_iri(base, minutes.source.sha256)
    seen: set[Triple] = set()
    labelled: set[object] = set()
    for triple in chain(
        source_triples(context, version or importlib.metadata.version("aktorsgraf")),
        meeting_triples(context),
        attendance_triples(context),
        item_triples(context),
        printed_names(context),
        mention_triples(context),
        warning_triples(context),
    ):
        # one label a thing: a fact told in two spellings («skärgårdsfragor») is labelled by the first
        other_label = triple.predicate == RDFS.label and triple.subject in labelled
        if triple not in seen and not other_label:
            seen.add(triple)
            if triple.predicate == RDFS.label:
                labelled.add(triple.subject)
            yield Quad(triple.subject, triple.predicate, triple.object, graph)
