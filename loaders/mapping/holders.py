"""Titles that stand for people («Förbundschef får i uppdrag»): who held the title, derived, with both evidences."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from loaders.identity.names import plain
from loaders.mapping.context import Context, evidence, texts
from loaders.minutes import Assignment
from ontology.iris import document_iri, span_iri, title_holding_iri
from ontology.terms import AG, PROV, RDF, RDFS


def holder_triples(context: Context, item: str, assignment: NamedNode, entry: Assignment) -> Iterator[Triple]:
    """Yield who held each title that a task is given to; the holder's evidence may stand in other minutes."""
    for title in entry.assignee:
        held = context.resolution.holders.get((item, plain(title)))
        if held is None:
            continue
        iri, person = title_holding_iri(assignment, title), NamedNode(held.person.iri)
        yield Triple(assignment, AG.derivedAssignee, person)
        yield Triple(iri, RDF.type, AG.TitleHolding)
        yield from texts(iri, (RDFS.label, f"{title}: {held.person.label}"), (AG.heldTitle, title))
        yield Triple(iri, AG.forAssignment, assignment)
        yield Triple(iri, AG.holder, person)
        yield from evidence(context, iri, entry.evidence)
        for start, end in held.spans:
            yield Triple(iri, PROV.wasDerivedFrom, span_iri(document_iri(context.base, held.sha256), start, end))
