"""All that identity needs of one protocol: small, frozen, and made of the protocol alone («omnämnanden»)."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from itertools import product

import msgspec

from loaders.identity.bodynames import split_body
from loaders.identity.claims import Alias, PersonClaim, people_of
from loaders.identity.names import plain
from loaders.identity.places import municipality_code, place_key
from loaders.minutes import AgendaItem, Minutes, encode_minutes
from ontology.reference import find_party


class GroupClaim(msgspec.Struct, frozen=True):
    """One group that an item sets up or staffs."""

    item: str
    name: str
    kind: str
    parent: str | None


class NamedText(msgspec.Struct, frozen=True):
    """A text that may name a thing, in an item; `certain` where it can only be a body or group."""

    item: str
    text: str
    certain: bool


class DocumentRecord(msgspec.Struct, frozen=True):
    """The names of one protocol. `aliases` lead from names to entries of `people`."""

    key: str
    sha256: str
    date: str
    number: str
    body: str | None
    organisation: str | None
    body_kind: str | None
    people: tuple[PersonClaim, ...]
    aliases: tuple[Alias, ...]
    groups: tuple[GroupClaim, ...]
    texts: tuple[NamedText, ...]
    municipalities: tuple[str, ...]
    parties: tuple[tuple[str, str], ...]


def record_key(minutes: Minutes) -> str:
    """Return the key by which a protocol finds its resolution: from its content alone."""
    return f"{minutes.source.sha256[:16]}-{hashlib.sha256(encode_minutes(minutes)).hexdigest()[:16]}"


def mentions_of(minutes: Minutes) -> DocumentRecord:
    """Gather what identity needs of one protocol. Lone first names and surnames count where one participant fits."""
    key = record_key(minutes)
    meeting = minutes.meeting
    body, organisation = split_body(meeting.body, meeting.organisation)
    people, aliases = people_of(minutes, municipality_code(organisation))
    return DocumentRecord(
        key=key,
        sha256=minutes.source.sha256,
        date=meeting.date.isoformat() if meeting.date else "",
        number=meeting.number or "",
        body=body,
        organisation=organisation,
        body_kind=meeting.body_kind,
        people=people,
        aliases=aliases,
        groups=tuple(
            GroupClaim(item.number, group.name, group.kind, group.parent)
            for item in minutes.items
            for group in item.groups
        ),
        texts=tuple(dict.fromkeys(_texts(minutes))),
        municipalities=tuple(sorted(set(_municipalities(minutes)))),
        parties=tuple(sorted(set(_parties(minutes)))),
    )


def _texts(minutes: Minutes) -> Iterator[NamedText]:
    """Yield each text that may name a body, a group or a person."""
    for item in minutes.items:
        yield from (NamedText(item.number, text, certain=True) for text in filter(None, _surely(item)))
        yield from (NamedText(item.number, text, certain=False) for text in filter(None, _perhaps(item)))
    yield from (NamedText("", entry.name, certain=False) for entry in minutes.mentions if entry.kind == "body")


def _surely(item: AgendaItem) -> Iterator[str | None]:
    """Yield the texts of an item that can only name a body or a group."""
    yield from (entry.body for entry in item.appointments)
    yield from (entry.body for entry in item.seats)
    yield from (entry.body for entry in item.departures)
    yield from (entry.body for entry in item.vacancies)


def _perhaps(item: AgendaItem) -> Iterator[str | None]:
    """Yield the texts of an item that name a body or a group, or a title, a person, a law."""
    for assignment in item.assignments:
        yield from (*assignment.assignee, assignment.report_to)
    yield from (entry.name for entry in item.recipients)
    yield from (entry.name for entry in item.dissolutions)
    yield from (entry.body for entry in item.quoted)
    yield from (entry.body for entry in item.references)
    yield from (point.proposal_to for point in item.decisions)


def _municipalities(minutes: Minutes) -> Iterator[str]:
    """Yield each municipality as written."""
    yield from (entry.municipality for entry in minutes.participants if entry.municipality)
    for item in minutes.items:
        yield from (entry.municipality for entry in item.appointments if entry.municipality)
        yield from (entry.municipality for entry in item.departures if entry.municipality)
        yield from (entry.municipality for entry in item.vacancies if entry.municipality)
        yield from (name for entry in item.seats for name in entry.municipalities)
    named = (entry.name for entry in minutes.mentions if entry.kind == "municipality")
    yield from filter(municipality_code, named)  # a place that is none stays a text where it is only mentioned


def _parties(minutes: Minutes) -> Iterator[tuple[str, str]]:
    """Yield each party as written, with each municipality that the minutes state of those who stand for it."""
    stated: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    appointments = (entry for item in minutes.items for entry in item.appointments)
    departures = (entry for item in minutes.items for entry in item.departures)
    entries = [(entry.name, entry.municipality, entry.party) for entry in minutes.participants]
    entries += [(entry.person, entry.municipality, entry.party) for entry in appointments]
    entries += [(entry.person, entry.municipality, entry.party) for entry in departures]
    for name, municipality, party in entries:
        places, parties = stated[plain(name)]
        places.update({place_key(municipality)} if municipality else ())
        parties.update({party} if party else ())
    for places, parties in stated.values():
        yield from product(parties, places or {""})
    yield from ((entry.party, place_key(entry.municipality)) for entry in minutes.participants if entry.party)
    yield from ((entry.name, "") for entry in minutes.mentions if entry.kind == "party")
    for item in minutes.items:
        yield from ((entry.party, place_key(entry.municipality)) for entry in item.vacancies if entry.party)
        yield from ((one.party, "") for vote in item.votes for one in vote.named if one.party)
        movers = (name for motion in item.motions for name in (*motion.movers, *motion.supporters))
        yield from ((name, "") for name in movers if find_party(name))
