"""What ends, and what is left empty: departures, dissolutions, vacancies («avgångar», «upplösningar», «vakanser»)."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from loaders.mapping.context import Context, fact, link, texts
from loaders.mapping.decided import decided_by
from loaders.mapping.literals import date_literal, first_day
from loaders.mapping.office_terms import stated_term
from loaders.mapping.roles import role_triple
from loaders.minutes import AgendaItem, Departure, Dissolution, Vacancy
from ontology.iris import departure_iri, dissolution_iri, vacancy_iri
from ontology.terms import AG, BODY_ROLES, DEPARTURE_KINDS, ORG

_KINDS = {"resigned": "avsägelse", "released": "entledigande"}


def end_triples(context: Context, item: AgendaItem, of: NamedNode) -> Iterator[Triple]:
    """Yield all that an item ends or leaves empty."""
    for departure in item.departures:
        yield from _departure(context, item, of, departure)
    for dissolution in item.dissolutions:
        yield from _dissolution(context, item, of, dissolution)
    for place, vacancy in enumerate(item.vacancies, start=1):
        yield from _vacancy(context, item, of, vacancy, place)


def _departure(context: Context, item: AgendaItem, of: NamedNode, entry: Departure) -> Iterator[Triple]:
    """Yield that somebody leaves a role («avsägelse», «entledigande»); without a day, on that of the meeting."""
    person = context.resolution.person(entry.person, entry.municipality)
    iri = departure_iri(of, context.key(person) if person else entry.person, entry.kind, entry.role, entry.body)
    where = f", {entry.body}" if entry.body else ""
    yield from fact(context, iri, AG.Departure, f"{entry.person}, {_KINDS[entry.kind]}{where}", entry.evidence)
    yield Triple(iri, AG.ofItem, of)
    yield from decided_by(iri, item, of, entry.evidence)
    yield from link(iri, AG.departs, person)
    yield from texts(iri, (AG.departsText, entry.person))
    yield Triple(iri, AG.departureKind, DEPARTURE_KINDS[entry.kind])
    if entry.role:
        yield role_triple(iri, entry.role, BODY_ROLES)
    yield from link(iri, AG.fromBody, context.resolution.unit(entry.body, item.number) if entry.body else None)
    if entry.municipality:
        yield from link(iri, AG.municipality, context.resolution.municipality(entry.municipality))
    if entry.party:
        yield from link(iri, AG.party, context.resolution.party(entry.party, entry.municipality))
    yield from _ends(context, iri, entry.since)


def _dissolution(context: Context, item: AgendaItem, of: NamedNode, entry: Dissolution) -> Iterator[Triple]:
    """Yield the end of a group («upplösning»)."""
    group = context.resolution.unit(entry.name, item.number)
    if group is None:  # nobody has set it up: the decision point alone tells of it
        return
    iri = dissolution_iri(of, entry.name)
    yield from fact(context, iri, AG.Dissolution, f"{entry.name} upplöses, § {item.number}", entry.evidence)
    yield Triple(iri, AG.ofItem, of)
    yield from decided_by(iri, item, of, entry.evidence)
    yield Triple(iri, ORG.originalOrganization, NamedNode(group.iri))
    yield from _ends(context, iri, entry.since)


def _vacancy(context: Context, item: AgendaItem, of: NamedNode, entry: Vacancy, place: int) -> Iterator[Triple]:
    """Yield a seat that is left empty («vakans»)."""
    iri = vacancy_iri(of, place)
    named = ", ".join(part for part in (entry.role, entry.body, entry.party, entry.municipality) if part)
    yield from fact(context, iri, AG.Vacancy, f"Vakant: {named or 'plats'}", entry.evidence)
    yield Triple(iri, AG.ofItem, of)
    yield from decided_by(iri, item, of, entry.evidence)
    yield from link(iri, ORG.postIn, context.resolution.unit(entry.body, item.number) if entry.body else None)
    if entry.role:
        yield role_triple(iri, entry.role, BODY_ROLES)
    if entry.municipality:
        yield from link(iri, AG.seatFor, context.resolution.municipality(entry.municipality))
    if entry.party:
        yield from link(iri, AG.seatParty, context.resolution.party(entry.party, entry.municipality))
    yield from texts(iri, (AG.replacesText, entry.replaces))


def _ends(context: Context, iri: NamedNode, since: str | None) -> Iterator[Triple]:
    """Yield the day of an end: the first that is stated, else that of the meeting."""
    yield from stated_term(iri, since, None)
    day = (first_day(since) if since else None) or context.minutes.meeting.date
    if day is not None:
        yield Triple(iri, AG.endsOn, date_literal(day))
