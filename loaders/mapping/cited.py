"""What an item points to or counts: documents, references, quoted decisions, stated numbers («hänvisningar»)."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from loaders.mapping.context import Context, fact, link, texts
from loaders.mapping.literals import count_literal, date_literal
from loaders.minutes import AgendaItem, QuotedDecision, Reference, StatedCount
from ontology.iris import cited_document_iri, count_iri, item_iri, quoted_decision_iri, reference_iri
from ontology.terms import AG, COUNT_KINDS, DCTERMS, REFERENCE_KINDS

_COUNTED = {"members": "ledamöter", "substitutes": "ersättare", "seats": "platser"}


def cited_triples(context: Context, item: AgendaItem, of: NamedNode) -> Iterator[Triple]:
    """Yield what an item cites and counts."""
    for document in item.documents:
        iri = cited_document_iri(of, document.title)
        yield from fact(context, iri, AG.CitedDocument, document.title, document.evidence)
        yield Triple(iri, AG.ofItem, of)
        yield from texts(iri, (DCTERMS.title, document.title))
    for reference in item.references:
        yield from _reference(context, item, of, reference)
    for quoted in item.quoted:
        yield from _quoted(context, item, of, quoted)
    for count in item.counts:
        yield from _count(context, item, of, count)


def _reference(context: Context, item: AgendaItem, of: NamedNode, entry: Reference) -> Iterator[Triple]:
    """Yield a reference («hänvisning»), and the item it means where that is one of the same meeting."""
    iri = reference_iri(of, entry.kind, entry.target, entry.text)
    yield from fact(context, iri, AG.Reference, entry.text, entry.evidence)
    yield Triple(iri, AG.ofItem, of)
    yield Triple(iri, AG.referenceKind, REFERENCE_KINDS[entry.kind])
    yield from texts(iri, (AG.target, entry.target), (AG.text, entry.text), (AG.citedBodyText, entry.body))
    yield from link(iri, AG.citedBody, context.resolution.unit(entry.body, item.number) if entry.body else None)
    if entry.date is not None:
        yield Triple(iri, AG.citedDate, date_literal(entry.date))
    if entry.kind == "item":
        number = entry.target.removeprefix("§").strip()
        yield from texts(iri, (AG.citedItem, number))
        here = entry.body is None and entry.date in (None, context.minutes.meeting.date)
        if here and number != item.number and any(other.number == number for other in context.minutes.items):
            yield Triple(iri, DCTERMS.references, item_iri(context.meeting, number))


def _quoted(context: Context, item: AgendaItem, of: NamedNode, entry: QuotedDecision) -> Iterator[Triple]:
    """Yield a decision that the item only tells of («återgivet beslut»)."""
    iri = quoted_decision_iri(of, entry.body, entry.text)
    yield from fact(context, iri, AG.QuotedDecision, f"{entry.body}: {entry.text}", entry.evidence)
    yield Triple(iri, AG.ofItem, of)
    yield from texts(iri, (AG.text, entry.text), (AG.citedBodyText, entry.body), (AG.citedItem, entry.item))
    yield from link(iri, AG.citedBody, context.resolution.unit(entry.body, item.number))
    if entry.date is not None:
        yield Triple(iri, AG.citedDate, date_literal(entry.date))


def _count(context: Context, item: AgendaItem, of: NamedNode, entry: StatedCount) -> Iterator[Triple]:
    """Yield a number that the lists of the minutes must give («kontrollsumma»), and whose members or seats it counts."""
    iri = count_iri(of, entry.what, entry.number, entry.body)
    body = context.resolution.unit(entry.body, item.number) if entry.body else context.resolution.body
    label = f"{entry.number} {_COUNTED[entry.what]}{f', {body.label}' if body else ''}"
    yield from fact(context, iri, AG.StatedCount, label, entry.evidence)
    yield Triple(iri, AG.ofItem, of)
    yield Triple(iri, AG.counts, COUNT_KINDS[entry.what])
    yield Triple(iri, AG.statedNumber, count_literal(entry.number))
    yield from link(iri, AG.countedIn, body)
