"""A group while its item is read, and the facts that it becomes."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from loaders.minutes import Appointment, Evidence, Group, GroupChange
from loaders.reading.lexicon.terms import Term, find_terms
from loaders.reading.people.phrase import Phrase
from loaders.reading.text.flow import Flow
from loaders.reading.text.letters import fold


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who sits on a group: a person, or an official by title; `text` is the sentence that says so."""

    name: str
    role: str
    person: Phrase | None
    text: Flow


@dataclass(slots=True)
class Draft:
    """A group while its item is read. `members` are kept by folded name, in the order named."""

    noun: str
    name: str
    decided: bool
    change: GroupChange
    members: dict[str, Member] = field(default_factory=dict)
    convener: str | None = None
    task: str | None = None
    deadline: dt.date | None = None
    temporary: bool = False
    evidence: dict[Evidence, None] = field(default_factory=dict)
    place: int = 0
    """Where in the sheet the group is named first."""

    def add(self, member: Member) -> None:
        """Add a member who is not on the group yet."""
        if fold(member.name) not in self.members:
            self.members[fold(member.name)] = member
            if member.role == "convener":
                self.convener = member.name

    def prove(self, text: Flow) -> None:
        """Add a sentence to the evidence."""
        self.place = min(self.place, text.place(0)) if self.evidence else text.place(0)
        self.evidence |= dict.fromkeys(text.evidence())


def group_of(draft: Draft) -> Group:
    """Freeze a draft to a group."""
    return Group(
        name=draft.name,
        kind=kind_of(draft.noun),
        change=draft.change,
        members=tuple(member.name for member in draft.members.values()),
        convener=draft.convener,
        task=draft.task,
        deadline=draft.deadline,
        temporary=True if draft.temporary else None,
        evidence=tuple(draft.evidence),
    )


def appointments_of(draft: Draft) -> list[Appointment]:
    """Make an appointment of each member."""
    return [_appointment(draft.name, member) for member in draft.members.values()]


def kind_of(noun: str) -> str:
    """Return the kind of a group by its noun."""
    if "kommitt" in noun:
        return "kommitté"
    return "nätverk" if noun.endswith("nätverk") else noun


def _appointment(body: str, member: Member) -> Appointment:
    term = _term(member.text.text)
    return Appointment(
        person=member.name,
        role=member.role,
        body=body,
        municipality=member.person.municipality if member.person else None,
        party=member.person.party if member.person else None,
        since=term.since if term else None,
        until=term.until if term else None,
        evidence=member.text.evidence(),
    )


_OF_WORK = re.compile(r"(?:senast|inför)[^\n]{0,16}$|\b(?:med\s+uppgift(?:en)?|med\s+uppdrag(?:et)?|i\s+syfte)\s+att\b")

_DAY = len("2024-09-01")
_LASTS = re.compile(r"och\s+med|t\.?\s?o\.?\s?m|intill|längst|fram\s+till|utgången", re.IGNORECASE)
"""What tells an office that lasts from work that is due («till den 1 september 2024»)."""


def _term(words: str) -> Term | None:
    """Return the term stated for the members; a date by which the work is due is none."""
    term = next(iter(find_terms(words)), None)
    if term is None or _OF_WORK.search(words, 0, term.start):
        return None
    due = term.since is None and len(term.until or "") == _DAY and not _LASTS.search(words[term.start : term.end])
    return None if due else term
