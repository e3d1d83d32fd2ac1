"""The minutes of one meeting («protokoll») as typed, frozen values, each with its evidence.

These types are the parsed protocol of the public contract: `msgspec` writes them as JSON and reads them back, and
`minutes_schema` publishes them as JSON Schema (2020-12). None means that the minutes do not say.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Literal

import msgspec
import msgspec.inspect

from loaders.item_facts import (
    Appointment,
    Assignment,
    Ballot,
    CitedDocument,
    CountedKind,
    DecisionKind,
    DecisionPoint,
    Departure,
    Dissolution,
    Group,
    GroupChange,
    Motion,
    MotionKind,
    NamedVote,
    Proposition,
    QuotedDecision,
    Recipient,
    Reference,
    ReferenceKind,
    Reservation,
    ReservationKind,
    Seats,
    StatedCount,
    Statement,
    Vacancy,
    Vote,
)
from loaders.values import ClockTime, Evidence, Fact, Offset, PartialDate, Proof, Text

__all__ = [
    "AgendaItem",
    "Appointment",
    "Assignment",
    "Attendance",
    "Ballot",
    "CitedDocument",
    "CountedKind",
    "DecisionKind",
    "DecisionPoint",
    "Departure",
    "Dissolution",
    "Evidence",
    "Fact",
    "Group",
    "GroupChange",
    "Meeting",
    "Mention",
    "MentionKind",
    "Minutes",
    "Motion",
    "MotionKind",
    "NamedVote",
    "PartialDate",
    "Proof",
    "Proposition",
    "QuotedDecision",
    "ReadingWarning",
    "Recipient",
    "Reference",
    "ReferenceKind",
    "Reservation",
    "ReservationKind",
    "Seats",
    "Source",
    "StatedCount",
    "Statement",
    "Vacancy",
    "Vote",
    "decode_minutes",
    "encode_minutes",
    "evidence_of",
    "minutes_schema",
]

MentionKind = Literal["person", "body", "municipality", "party"]


class Source(Fact, frozen=True, kw_only=True, omit_defaults=False):
    """The file that was read. `sha256` is of its bytes; `characters` counts code points of its text.

    `unread` is the share of these, blanks apart, that no rule has read or knows to ignore; None where nobody counted.
    """

    name: Text
    sha256: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}$")]
    media_type: Text
    language: Text | None = None
    characters: Offset
    pages: Offset | None = None
    ocr: bool = False
    unread: Annotated[float, msgspec.Meta(ge=0, le=1)] | None = None


class Meeting(Fact, frozen=True, kw_only=True):
    """The meeting («sammanträde») itself. `first_item` and `last_item` are § numbers without the sign."""

    body: Text | None = None
    body_kind: Text | None = None
    organisation: Text | None = None
    number: Text | None = None
    date: dt.date | None = None
    start: ClockTime | None = None
    end: ClockTime | None = None
    place: Text | None = None
    first_item: Text | None = None
    last_item: Text | None = None
    adjusted_on: dt.date | None = None
    adjusted_at: Text | None = None
    next_date: dt.date | None = None
    evidence: tuple[Evidence, ...] = ()


class Attendance(Fact, frozen=True, kw_only=True):
    """One person at the meeting («närvaro»), with all of its roles; absent members have `present` false.

    `surface` is what stands in the source where it differs from `name`; `items` is the part attended, as written
    without the sign, and `partly` the one of them attended in part («§ 43 (del)»); `remote` is «på distans»; `replaces`
    names the absent member whom a serving substitute replaces.
    """

    name: Text
    surface: Text | None = None
    roles: tuple[Text, ...] = ()
    present: bool
    voting: bool | None = None
    municipality: Text | None = None
    party: Text | None = None
    organisation: Text | None = None
    title: Text | None = None
    replaces: Text | None = None
    items: Text | None = None
    partly: Text | None = None
    remote: bool | None = None
    arrived: ClockTime | None = msgspec.field(default=None, name="from")
    left: ClockTime | None = msgspec.field(default=None, name="until")
    evidence: Proof


class AgendaItem(Fact, frozen=True, kw_only=True):
    """One § of the minutes («ärende»). `number` is without the sign; a sub-item («140 b») is an item of its own.

    `adjusted_at_once` is «omedelbart justerad». `quoted` holds decisions that are not this meeting's.
    """

    number: Text
    label: Text | None = None
    title: Text
    diary_number: Text | None = None
    adjusted_at_once: bool | None = None
    decisions: tuple[DecisionPoint, ...] = ()
    quoted: tuple[QuotedDecision, ...] = ()
    groups: tuple[Group, ...] = ()
    dissolutions: tuple[Dissolution, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    departures: tuple[Departure, ...] = ()
    vacancies: tuple[Vacancy, ...] = ()
    seats: tuple[Seats, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    statements: tuple[Statement, ...] = ()
    motions: tuple[Motion, ...] = ()
    propositions: tuple[Proposition, ...] = ()
    votes: tuple[Vote, ...] = ()
    reservations: tuple[Reservation, ...] = ()
    documents: tuple[CitedDocument, ...] = ()
    counts: tuple[StatedCount, ...] = ()
    references: tuple[Reference, ...] = ()
    evidence: Proof


class Mention(Fact, frozen=True, kw_only=True):
    """A person, body, municipality or party named anywhere in the minutes."""

    kind: MentionKind
    name: Text
    evidence: Proof


class ReadingWarning(Fact, frozen=True, kw_only=True):
    """A doubt about the reading; `code` is stable, `message` is for people."""

    code: Text
    message: Text
    evidence: tuple[Evidence, ...] = ()


class Minutes(Fact, frozen=True, kw_only=True, omit_defaults=False):
    """The parsed protocol: one meeting as its minutes tell it."""

    source: Source
    meeting: Meeting
    participants: tuple[Attendance, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    mentions: tuple[Mention, ...] = ()
    warnings: tuple[ReadingWarning, ...] = ()

    def __post_init__(self) -> None:
        """Refuse evidence that ends behind the source's text. Raises ValueError."""
        last = _last_end(self)
        if last > self.source.characters:
            raise ValueError(f"evidence ends at {last}, but the source has {self.source.characters} characters")


def evidence_of(fact: msgspec.Struct) -> Iterator[Evidence]:
    """Yield every span of evidence in a fact and the facts within it, in the order of the fields."""
    if isinstance(fact, Evidence):
        yield fact
        return
    for name in fact.__struct_fields__:
        value = getattr(fact, name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, msgspec.Struct):
                yield from evidence_of(part)


def _last_end(fact: msgspec.Struct) -> int:
    """Return where the last evidence in a fact ends; asked of everything that is read, so it looks only where some can be."""
    last = 0
    for name in _holding_facts(type(fact)):
        value = getattr(fact, name)
        for part in value if isinstance(value, tuple) else (value,):
            if part is not None:
                last = max(last, part.end if isinstance(part, Evidence) else _last_end(part))
    return last


@cache
def _holding_facts(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    """List the fields of a type that can hold other facts."""
    told = msgspec.inspect.type_info(kind)
    fields = told.fields if isinstance(told, msgspec.inspect.StructType) else ()
    return tuple(one.name for one in fields if _can_be_fact(one.type))


def _can_be_fact(told: msgspec.inspect.Type) -> bool:
    match told:
        case msgspec.inspect.VarTupleType(item_type=item):
            return _can_be_fact(item)
        case msgspec.inspect.UnionType(types=types):
            return any(map(_can_be_fact, types))
    return isinstance(told, msgspec.inspect.StructType)


def encode_minutes(minutes: Minutes) -> bytes:
    """Write one line of JSON, without the newline."""
    return msgspec.json.encode(minutes)


def decode_minutes(data: bytes | str) -> Minutes:
    """Read what `encode_minutes` wrote. Raises `msgspec.ValidationError`, whose message names the field."""
    return msgspec.json.decode(data, type=Minutes)


def minutes_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of `Minutes`."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Minutes)}
