"""The meeting and who was there («sammanträde», «närvaro»)."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from loaders.identity import Entity
from loaders.mapping.context import Context, fact, link, texts
from loaders.mapping.literals import date_literal
from loaders.mapping.presence import presence_triples
from loaders.mapping.roles import role_triple
from loaders.minutes import Attendance
from ontology.iris import attendance_iri
from ontology.terms import AG, DCTERMS, ELI_DL, MEETING_ROLES


def meeting_triples(context: Context) -> Iterator[Triple]:
    """Yield the meeting itself."""
    meeting, iri, resolution = context.minutes.meeting, context.meeting, context.resolution
    organisation = resolution.organisation.label if resolution.organisation else None
    parts = (context.body_label, organisation if organisation != context.body_label else None, context.place_in_time)
    yield from fact(context, iri, AG.Meeting, ", ".join(part for part in parts if part), meeting.evidence)
    yield Triple(iri, DCTERMS.source, context.document)
    yield from link(iri, AG.heldBy, resolution.body)
    days = (
        (DCTERMS.date, meeting.date),
        (AG.adjustedOn, meeting.adjusted_on),
        (AG.nextMeetingDate, meeting.next_date),
    )
    for predicate, day in days:
        if day is not None:
            yield Triple(iri, predicate, date_literal(day))
    yield from texts(
        iri,
        (AG.meetingNumber, meeting.number),
        (AG.startTime, meeting.start),
        (AG.endTime, meeting.end),
        (AG.place, meeting.place),
        (AG.adjustedAt, meeting.adjusted_at),
        (AG.firstItem, meeting.first_item),
        (AG.lastItem, meeting.last_item),
    )


def attendance_triples(context: Context) -> Iterator[Triple]:
    """Yield each participant's attendance."""
    for entry in context.minutes.participants:
        person = context.resolution.attendant(entry)
        if person is not None:  # every participant is a person; only a resolution of other minutes lacks one
            yield from _attendance(context, entry, person)


def _attendance(context: Context, entry: Attendance, person: Entity) -> Iterator[Triple]:
    iri = attendance_iri(context.meeting, context.key(person))
    label = f"{entry.name}, {context.body_label} {context.place_in_time}"
    yield from fact(context, iri, AG.Attendance, label, entry.evidence)
    yield Triple(iri, AG.atMeeting, context.meeting)
    yield Triple(iri, ELI_DL.had_participant_person, NamedNode(person.iri))
    for role in entry.roles:
        yield role_triple(iri, role, MEETING_ROLES)
    yield Triple(iri, AG.present, Literal(entry.present))
    if entry.voting is not None:
        yield Triple(iri, AG.voting, Literal(entry.voting))
    if entry.remote is not None:
        yield Triple(iri, AG.remote, Literal(entry.remote))
    if entry.party:
        yield from link(iri, AG.party, context.resolution.party(entry.party, entry.municipality))
    if entry.municipality:
        yield from link(iri, AG.municipality, context.resolution.municipality(entry.municipality))
    yield from texts(
        iri,
        (AG.organisationName, entry.organisation),
        (AG.jobTitle, entry.title),
        (AG.asStated, entry.surface),
    )
    yield from _substitution(context, entry, iri)
    yield from presence_triples(context, entry, iri)


def _substitution(context: Context, entry: Attendance, iri: NamedNode) -> Iterator[Triple]:
    """Yield whom a substitute serves for, where that member stands in the list of attendance."""
    if entry.replaces is None:
        return
    member = context.resolution.person(entry.replaces)
    for other in context.minutes.participants:
        listed = context.resolution.attendant(other)
        if member is not None and listed == member and other is not entry:
            yield Triple(iri, AG.substitutesFor, attendance_iri(context.meeting, context.key(member)))
            return
