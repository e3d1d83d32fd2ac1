"""Corrections in the graph: the corrected value stands in a graph of its own, and the minutes' value stays as a statement.

Where the corrected triple stood, in its document's graph or in that of identity, the same is kept as an `ag:MinutedValue` (an
`rdf:Statement`) with `ag:correctedBy`. So a query that asks for a property finds the value that counts, in any language and without knowing of
corrections; what the minutes say, and its evidence, is one step away; and without the log the graph is the machine's again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pyoxigraph import NamedNode, Quad

from aktorsgraf.corrections import Value, kind_of, property_of
from aktorsgraf.judgements import Correction
from ontology.iris import correction_iri, minuted_iri
from ontology.terms import AG, RDF


class Statement(NamedTuple):
    """What a correction states of one thing: the values of a predicate, and the predicates that they take the place of."""

    iri: NamedNode
    subject: NamedNode
    predicate: NamedNode
    values: tuple[Value, ...]
    hides: tuple[NamedNode, ...]
    correction: str


def statements_of(corrections: Iterable[Correction], base: str, roots: Mapping[str, str]) -> tuple[Statement, ...]:
    """Return what the corrections state, the last on a thing's property, by subject; `roots` leads from merged IRIs on."""
    found: dict[tuple[str, str], Statement] = {}
    for one in corrections:
        for fact in one.facts:
            kind = kind_of(fact) or ""
            known = property_of(one.property, kind)
            iri = f"{base}{fact}"
            subject = NamedNode(roots.get(iri, iri))
            for target in known.targets if known else ():
                if target.kind == kind:
                    found[subject.value, target.predicate.value] = Statement(
                        correction_iri(base, one.id, subject.value, target.predicate.value),
                        subject,
                        target.predicate,
                        tuple(target.values(one.value, base)),
                        (target.predicate, *target.hides),
                        one.id,
                    )
    return tuple(statement for _, statement in sorted(found.items()))


def within(statements: Sequence[Statement], start: str, things: Iterable[str]) -> tuple[Statement, ...]:
    """Return the statements on subjects whose IRIs begin with `start` or are among `things`; all are sorted by subject."""
    subjects = [statement.subject.value for statement in statements]
    found = {}
    for prefix, whole in ((start, False), *((thing, True) for thing in sorted(things))):
        at = bisect_left(subjects, prefix)
        while at < len(subjects) and subjects[at].startswith(prefix):
            if not whole or subjects[at] == prefix:
                found[at] = statements[at]
            at += 1
    return tuple(statement for _, statement in sorted(found.items()))


def with_corrections(quads: Iterable[Quad], statements: Iterable[Statement]) -> Iterator[Quad]:
    """Yield the quads; each that a correction takes the place of becomes a statement that the correction is named at."""
    hidden = {(one.subject, predicate): one.iri for one in statements for predicate in one.hides}
    for quad in quads:
        correction = hidden.get((quad.subject, quad.predicate)) if isinstance(quad.subject, NamedNode) else None
        if correction is None:
            yield quad
        else:
            yield from _kept(quad, correction)


def corrected_quads(statements: Iterable[Statement], graph: NamedNode) -> Iterator[Quad]:
    """Yield the corrected triples themselves."""
    for one in statements:
        for value in one.values:
            yield Quad(one.subject, one.predicate, value, graph)


def _kept(quad: Quad, correction: NamedNode) -> Iterator[Quad]:
    iri = minuted_iri(correction, str(quad.object))
    graph = quad.graph_name
    yield Quad(iri, RDF.type, AG.MinutedValue, graph)
    yield Quad(iri, RDF.subject, quad.subject, graph)
    yield Quad(iri, RDF.predicate, quad.predicate, graph)
    yield Quad(iri, RDF.object, quad.object, graph)
    yield Quad(iri, AG.correctedBy, correction, graph)
