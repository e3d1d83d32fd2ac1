"""Agenda items and what was decided in them («ärenden», «att-satser», «uppdrag», «mottagare»)."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from loaders.mapping.cited import cited_triples
from loaders.mapping.context import Context, fact, link, texts
from loaders.mapping.debate import debate_triples
from loaders.mapping.decided import decided_by, decision_points, distinct
from loaders.mapping.elections import election_triples
from loaders.mapping.ends import end_triples
from loaders.mapping.holders import holder_triples
from loaders.mapping.literals import count_literal, date_literal
from loaders.minutes import AgendaItem, Assignment, Recipient
from ontology.iris import assignment_iri, item_iri, recipient_iri
from ontology.terms import AG, DCTERMS, DECISION_KINDS, ELI


def item_triples(context: Context) -> Iterator[Triple]:
    """Yield each item with all that it holds; a number that comes again is an item of its own."""
    items = context.minutes.items
    for item, number in zip(items, distinct(item.number for item in items), strict=True):
        iri = item_iri(context.meeting, number)
        yield from fact(context, iri, AG.AgendaItem, f"§ {item.number} {item.title}", item.evidence)
        yield Triple(iri, AG.ofMeeting, context.meeting)
        yield from texts(
            iri, (AG.itemNumber, item.number), (DCTERMS.title, item.title), (AG.diaryNumber, item.diary_number)
        )
        if item.adjusted_at_once:
            yield Triple(iri, AG.adjustedAtOnce, Literal(item.adjusted_at_once))
        yield from _decisions(context, item, iri)
        for assignment in item.assignments:
            yield from _assignment(context, item, iri, assignment)
        for recipient in item.recipients:
            yield from _recipient(context, item, iri, recipient)
        yield from debate_triples(context, item, iri)
        yield from cited_triples(context, item, iri)
        yield from election_triples(context, item, iri)
        yield from end_triples(context, item, iri)


def _decisions(context: Context, item: AgendaItem, of: NamedNode) -> Iterator[Triple]:
    """Yield the decision points in their order; a proposal says to whom."""
    for number, (point, iri) in enumerate(decision_points(item, of), start=1):
        yield from fact(context, iri, AG.DecisionPoint, point.text, point.evidence)
        yield Triple(iri, AG.ofItem, of)
        yield Triple(iri, ELI.number, count_literal(number))
        yield from texts(iri, (AG.text, point.text), (AG.proposedToText, point.proposal_to))
        if point.kind is not None:
            yield Triple(iri, AG.decisionKind, DECISION_KINDS[point.kind])
        if point.proposal_to:
            yield from link(iri, AG.proposedTo, context.resolution.unit(point.proposal_to, item.number))


def _assignment(context: Context, item: AgendaItem, of: NamedNode, entry: Assignment) -> Iterator[Triple]:
    """Yield a task («uppdrag») and who was given it: the thing where that is known, and always the words."""
    iri = assignment_iri(of, entry.task, *entry.assignee)
    yield from fact(context, iri, AG.Assignment, f"{', '.join(entry.assignee)}: {entry.task}", entry.evidence)
    yield Triple(iri, AG.ofItem, of)
    yield from decided_by(iri, item, of, entry.evidence)
    for name in entry.assignee:
        yield from link(iri, AG.assignee, context.resolution.thing(name, item.number))
        yield from texts(iri, (AG.assigneeText, name))
    yield from link(iri, AG.assignedBy, context.resolution.body)
    yield from texts(iri, (AG.task, entry.task), (AG.dueText, entry.deadline_text), (AG.reportToText, entry.report_to))
    if entry.report_to:
        yield from link(iri, AG.reportTo, context.resolution.thing(entry.report_to, item.number))
    if entry.deadline is not None:
        yield Triple(iri, AG.due, date_literal(entry.deadline))
    yield from holder_triples(context, item.number, iri, entry)


def _recipient(context: Context, item: AgendaItem, of: NamedNode, entry: Recipient) -> Iterator[Triple]:
    """Yield somebody whom the decision is sent to («mottagare»)."""
    iri = recipient_iri(of, entry.name)
    yield from fact(context, iri, AG.Recipient, entry.name, entry.evidence)
    yield Triple(iri, AG.ofItem, of)
    yield Triple(of, AG.sentTo, iri)
    yield from link(iri, AG.recipientBody, context.resolution.unit(entry.name, item.number))
