"""The facts that every network is built from: who was where and when, and who was told to do what."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, NamedTuple

BodyKind = Literal["body", "group"]
VISITING_ROLES = frozenset({"guest", "presenter", "other"})


class Quote(NamedTuple):
    """Words of the minutes that prove a tie («belägg»), with the document's name and the meeting's day."""

    text: str
    source: str
    date: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyRow:
    """A body («organ») or working group («arbetsgrupp»).

    `parent` is the IRI of the unit it is part of; `organisation` the name of the outermost one, `municipality` the same
    where that is a municipality; `noun` what the minutes call a group («styrgrupp»); `meetings` counts those held.
    """

    iri: str
    label: str
    kind: BodyKind
    parent: str | None = None
    organisation: str | None = None
    municipality: str | None = None
    noun: str | None = None
    task: str | None = None
    meetings: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """One statement that a person was in a body: at a meeting («närvaro»), or elected («uppdrag») where `meeting` is None.

    `day` is the meeting's, or the election's; `begins` and `ends` are the term stated. `replaces` are the people served for.
    """

    person: str
    name: str
    body: str
    meeting: str | None = None
    present: bool = True
    day: dt.date | None = None
    begins: dt.date | None = None
    ends: dt.date | None = None
    roles: tuple[str, ...] = ()
    party: str | None = None
    municipality: str | None = None
    replaces: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()

    @property
    def days(self) -> tuple[dt.date, ...]:
        """Return the days that are known of it."""
        return tuple(day for day in (self.begins, self.day, self.ends) if day)


class Assignee(NamedTuple):
    """Who was told to do something: a person, body or group with its IRI, or words of the minutes alone («kommundirektören»)."""

    name: str
    iri: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """An assignment («uppdrag») that a body gave."""

    iri: str
    text: str
    body: str
    assignees: tuple[Assignee, ...]
    item: str | None = None
    day: dt.date | None = None
    due: dt.date | None = None
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class NetworkFacts:
    """All that networks are built from, in an order that depends on content only."""

    bodies: tuple[BodyRow, ...]
    stays: tuple[Stay, ...]
    tasks: tuple[Task, ...] = ()
