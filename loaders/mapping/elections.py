"""Groups, elections, memberships and seats («arbetsgrupper», «val», «platser»)."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from loaders.identity import Entity
from loaders.identity.names import plain, printed_noun
from loaders.mapping.context import Context, fact, link, texts
from loaders.mapping.decided import decided_by
from loaders.mapping.literals import date_literal
from loaders.mapping.office_terms import interval_triples, stated_term, term_days
from loaders.mapping.roles import role_triple
from loaders.minutes import AgendaItem, Appointment, Group, Proof, Seats
from ontology.iris import appointment_iri, formation_iri, membership_iri, seat_iri
from ontology.terms import AG, BODY_ROLES, GROUP_CHANGES, GROUP_KINDS, ORG, PROV

_KINDS = {plain(noun): code for noun, code in GROUP_KINDS.items()}
_SWEDISH = {
    "chair": "ordförande",
    "vice-chair": "vice ordförande",
    "member": "ledamot",
    "substitute": "ersättare",
    "secretary": "sekreterare",
    "adjuster": "justerare",
    "representative": "representant",
    "reserve": "reserv",
    "convener": "sammankallande",
    "auditor": "revisor",
    "presenter": "föredragande",
    "official": "tjänsteman",
}


def election_triples(context: Context, item: AgendaItem, of: NamedNode) -> Iterator[Triple]:
    """Yield the groups, appointments and seats of an item."""
    for group in item.groups:
        yield from _formation(context, item, of, group)
    for appointment in item.appointments:
        yield from _appointment(context, item, of, appointment)
    for seats in item.seats:
        yield from _seats(context, item, of, seats)


def _formation(context: Context, item: AgendaItem, of: NamedNode, entry: Group) -> Iterator[Triple]:
    """Yield a group, and that the item set it up or staffed it."""
    group = context.resolution.unit(entry.name, item.number)
    if group is None:  # only a resolution of other minutes lacks it
        return
    iri, unit = formation_iri(of, entry.name), NamedNode(group.iri)
    yield from fact(context, iri, AG.GroupFormation, f"{entry.name}, § {item.number}", entry.evidence)
    yield Triple(iri, AG.ofItem, of)
    yield from decided_by(iri, item, of, entry.evidence)
    if entry.change is not None:
        yield Triple(iri, AG.change, GROUP_CHANGES[entry.change])
    yield Triple(iri, ORG.resultingOrganization, unit)
    yield Triple(unit, ORG.resultedFrom, iri)
    if entry.convener and context.resolution.person(entry.convener) is None:
        yield from texts(iri, (AG.convenerText, entry.convener))
    yield from _group(context, group, entry.kind, entry.evidence)
    yield from texts(unit, (ORG.purpose, entry.task))
    if entry.temporary is not None:
        yield Triple(unit, AG.temporary, Literal(entry.temporary))
    if entry.deadline is not None:
        yield Triple(unit, AG.deadline, date_literal(entry.deadline))


def _group(context: Context, group: Entity, noun: str, proof: Proof) -> Iterator[Triple]:
    """Yield what a working group is."""
    iri = NamedNode(group.iri)
    yield from fact(context, iri, AG.WorkingGroup, group.label, proof)
    yield from texts(iri, (AG.groupKindText, noun))
    if plain(noun) in _KINDS:
        yield Triple(iri, AG.groupKind, _KINDS[plain(noun)])
    if group.unit_of is not None:
        yield Triple(iri, ORG.unitOf, NamedNode(group.unit_of))


def _appointment(context: Context, item: AgendaItem, of: NamedNode, entry: Appointment) -> Iterator[Triple]:
    """Yield an election («val»), and the membership that it generates where it is to a body."""
    person = context.resolution.person(entry.person, entry.municipality, entry.party)
    body = context.resolution.unit(entry.body, item.number) if entry.body else None
    iri = appointment_iri(of, context.key(person) if person else entry.person, entry.role, entry.body)
    role = _SWEDISH.get(entry.role, entry.role)
    label = f"{entry.person}, {role}{f', {entry.body}' if entry.body else ''}"
    yield from fact(context, iri, AG.Appointment, label, entry.evidence)
    yield Triple(iri, AG.ofItem, of)
    yield from decided_by(iri, item, of, entry.evidence)
    yield from link(iri, AG.appointee, person)
    yield from texts(iri, (AG.appointeeText, entry.person), (AG.replacesText, entry.replaces))
    yield role_triple(iri, entry.role, BODY_ROLES)
    yield from link(iri, AG.toBody, body)
    yield from stated_term(iri, entry.since, entry.until, entry.term)
    if entry.substitute_for:
        yield from link(iri, AG.substituteFor, context.resolution.person(entry.substitute_for))
        yield from texts(iri, (AG.substituteForText, entry.substitute_for))
    if body is not None and body.kind == "group":
        yield from _named_group(context, body, item, entry.evidence)
    if body is not None and person is not None:
        membership = membership_iri(iri)
        yield Triple(iri, PROV.generated, membership)
        yield from fact(context, membership, ORG.Membership, label, entry.evidence)
        yield Triple(membership, ORG.member, NamedNode(person.iri))
        yield Triple(membership, ORG.organization, NamedNode(body.iri))
        yield role_triple(membership, entry.role, BODY_ROLES)
        yield from stated_term(membership, entry.since, entry.until)
        yield from term_days(membership, entry.since, entry.until)
        yield from interval_triples(context.base, membership, entry.since, entry.until)
        if context.minutes.meeting.date is not None:
            yield Triple(membership, AG.decidedOn, date_literal(context.minutes.meeting.date))
        yield from _stands_for(context, membership, entry, person)


def _named_group(context: Context, group: Entity, item: AgendaItem, proof: Proof) -> Iterator[Triple]:
    """Yield what a group is that an item appoints to without setting it up."""
    formed = {context.resolution.unit(entry.name, item.number) for entry in item.groups}
    if group not in formed:
        yield from _group(context, group, printed_noun(group.label) or "grupp", proof)


def _stands_for(context: Context, iri: NamedNode, entry: Appointment, person: Entity) -> Iterator[Triple]:
    """Yield party and municipality: the appointment's own, else what the list of attendance says of that person."""
    listed = [other for other in context.minutes.participants if context.resolution.attendant(other) == person]
    municipality = entry.municipality or next((other.municipality for other in listed if other.municipality), None)
    party = entry.party or next((other.party for other in listed if other.party), None)
    if municipality:
        yield from link(iri, AG.municipality, context.resolution.municipality(municipality))
    if party:
        yield from link(iri, AG.party, context.resolution.party(party, municipality))


def _held(
    context: Context, item: AgendaItem, seat: NamedNode, body: Entity | None, municipality: Entity
) -> Iterator[Triple]:
    """Yield who an item appoints to the seat that it gives a municipality; for an appointee's, see `_stands_for`."""
    resolution = context.resolution
    for entry in item.appointments:
        person = resolution.person(entry.person, entry.municipality, entry.party)
        listed = (other.municipality for other in context.minutes.participants if resolution.attendant(other) == person)
        stated = entry.municipality or next((name for name in listed if name), None)
        here = body is not None and entry.body is not None and resolution.unit(entry.body, item.number) == body
        if here and stated and resolution.municipality(stated) == municipality:
            yield from link(seat, ORG.heldBy, person)


def _seats(context: Context, item: AgendaItem, of: NamedNode, entry: Seats) -> Iterator[Triple]:
    """Yield a seat for each municipality («plats»)."""
    body = context.resolution.unit(entry.body, item.number)
    for name in entry.municipalities:
        iri = seat_iri(of, entry.body, name)
        municipality = context.resolution.municipality(name)
        yield from fact(context, iri, ORG.Post, f"Plats för {name} i {entry.body}", entry.evidence)
        yield Triple(iri, AG.ofItem, of)
        yield from decided_by(iri, item, of, entry.evidence)
        yield from link(iri, ORG.postIn, body)
        if municipality is not None and municipality.kind == "municipality":
            yield from link(iri, AG.seatFor, municipality)
            yield from _held(context, item, iri, body, municipality)
        else:
            yield from texts(iri, (AG.seatForText, name))
    if body is not None and body.kind == "group":
        yield from _named_group(context, body, item, entry.evidence)
