"""RDF in W3C's formats, in sorted order: graph by graph where the format has graphs, else their union subject by subject.

Memory holds the largest graph, or the names of all subjects; the rest is streamed.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Final

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad, RdfFormat, Triple

from graph.errors import ExportError
from graph.export.whole import whole_file
from graph.store import GraphStore
from ontology.iris import CODES
from ontology.terms import PREFIXES, RDF

SCHEMES: Final = ("meeting-role", "body-role", "group-kind", "body-kind", "decision-kind", "reservation-kind")
ALL_PREFIXES: Final = {**PREFIXES, **{scheme: f"{CODES}{scheme}/" for scheme in SCHEMES}}

_PREFIX_LINE: Final = re.compile(rb"@prefix [^\n]*\n")
_XMLNS: Final = re.compile(rb" xmlns:[^ >]*")


def write_turtle(store: GraphStore, path: Path) -> None:
    """Write the union of the graphs as Turtle."""
    _write(sorted_triples(store), path, RdfFormat.TURTLE)


def write_ntriples(store: GraphStore, path: Path) -> None:
    """Write the union of the graphs as N-Triples."""
    _write(sorted_triples(store), path, RdfFormat.N_TRIPLES)


def write_rdfxml(store: GraphStore, path: Path) -> None:
    """Write the union of the graphs as RDF/XML."""
    _write(sorted_triples(store), path, RdfFormat.RDF_XML)


def write_trig(store: GraphStore, path: Path) -> None:
    """Write all graphs as TriG."""
    _write(sorted_quads(store), path, RdfFormat.TRIG)


def write_nquads(store: GraphStore, path: Path) -> None:
    """Write all graphs as N-Quads."""
    _write(sorted_quads(store), path, RdfFormat.N_QUADS)


def write_triples(
    triples: Iterable[Triple], path: Path, kind: RdfFormat, prefixes: Mapping[str, str] = ALL_PREFIXES
) -> None:
    """Write triples that no store holds, each once and sorted."""
    _write(sorted(set(triples), key=_order), path, kind, prefixes)


def sorted_quads(store: GraphStore) -> Iterator[Quad]:
    """Yield all quads: graph by graph, in each by subject, its type first."""
    for graph in store.graph_names():
        yield from sorted(store.quads(graph), key=_order)


def sorted_triples(store: GraphStore) -> Iterator[Triple]:
    """Yield the triples of the union of the graphs, each once: by subject, its type first."""
    for _, triples in by_subject(store):
        yield from triples


def by_subject(store: GraphStore) -> Iterator[tuple[NamedNode, tuple[Triple, ...]]]:
    """Yield each subject with its triples in the union of the graphs, sorted."""
    for subject in sorted({_named(quad.subject) for quad in store.quads()}, key=lambda node: node.value):
        triples = {quad.triple for quad in store.quads(subject=subject)}
        yield subject, tuple(sorted(triples, key=_order))


def _named(subject: object) -> NamedNode:
    if not isinstance(subject, NamedNode):
        raise ExportError(f"{subject}: is no IRI; expected IRIs only, for other names would change with every export")
    return subject


def _order(fact: Quad | Triple) -> tuple[str, bool, str, str]:
    return str(fact.subject), fact.predicate != RDF.type, fact.predicate.value, str(fact.object)


def _write(
    facts: Iterable[Triple] | Iterable[Quad], path: Path, kind: RdfFormat, known: Mapping[str, str] = ALL_PREFIXES
) -> None:
    prefixes = dict(known) if kind in {RdfFormat.TURTLE, RdfFormat.TRIG, RdfFormat.RDF_XML} else {}
    with whole_file(path) as out:
        ox.serialize(facts, out, kind, prefixes=prefixes)
        _sort_head(out, kind, prefixes)


def _sort_head(out: BinaryIO, kind: RdfFormat, prefixes: dict[str, str]) -> None:
    """Sort the prefixes at the top, whose order pyoxigraph leaves open; the head keeps its length."""
    any_term = NamedNode("urn:a:b")
    sample = ox.serialize([Triple(any_term, any_term, any_term)], format=kind, prefixes=prefixes) or b""
    pattern = _XMLNS if kind == RdfFormat.RDF_XML else _PREFIX_LINE
    found = list(pattern.finditer(sample))
    if not found:
        return
    start, end = found[0].start(), found[-1].end()
    out.flush()
    out.seek(start)
    head = out.read(end - start)
    out.seek(start)
    out.write(b"".join(sorted(pattern.findall(head))))
    out.seek(0, io.SEEK_END)
