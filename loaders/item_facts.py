"""What an item of the minutes can hold («ärendets uppgifter»): each fact a typed value with its evidence."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from loaders.values import Fact, Offset, PartialDate, Proof, Text

DecisionKind = Literal[
    "election",
    "resignation",
    "assignment",
    "noted",
    "opinion",
    "tabled",
    "sent-back",
    "referral",
    "funding",
    "delegation",
    "adoption",
    "approval",
    "rejection",
    "formation",
    "dissolution",
    "proposal",
]
"""Codes of the ontology's list of kinds of decision («beslut»); what fits none has no kind."""
MotionKind = Literal["approval", "rejection", "amendment", "sent-back", "tabled", "own"]
ReservationKind = Literal["reservation", "disqualified", "not-taking-part", "note"]
Ballot = Literal["yes", "no", "abstained", "absent"]
ReferenceKind = Literal["item", "meeting", "law", "diary"]
CountedKind = Literal["members", "substitutes", "seats"]
GroupChange = Literal["set-up", "staffed", "enlarged"]


class DecisionPoint(Fact, frozen=True, kw_only=True):
    """One decided point («att-sats»), the formula before it cut.

    `kind` is None where the wording tells none; `proposal_to` is the higher body («kommunfullmäktige») that a point only
    proposes to.
    """

    text: Text
    kind: DecisionKind | None = None
    proposal_to: Text | None = None
    evidence: Proof


class Group(Fact, frozen=True, kw_only=True):
    """A group that an item sets up or staffs («arbetsgrupp»). `kind` is the Swedish noun; `parent` a body's name.

    `change` is what the item does with it; the end of a group is a `Dissolution`.
    """

    name: Text
    kind: Text
    change: GroupChange | None = None
    members: tuple[Text, ...] = ()
    convener: Text | None = None
    task: Text | None = None
    deadline: dt.date | None = None
    temporary: bool | None = None
    parent: Text | None = None
    evidence: Proof


class Dissolution(Fact, frozen=True, kw_only=True):
    """The decided end of a group («upplösning»). `since` is from when."""

    name: Text
    kind: Text
    since: PartialDate | None = msgspec.field(default=None, name="from")
    evidence: Proof


class Appointment(Fact, frozen=True, kw_only=True):
    """An election («val») of one person. `body` is the body or group appointed to; None for a role at the meeting.

    `term` is the period in the words of the minutes; `substitute_for` the member whose personal substitute one becomes.
    """

    person: Text
    role: Text
    body: Text | None = None
    municipality: Text | None = None
    party: Text | None = None
    since: PartialDate | None = msgspec.field(default=None, name="from")
    until: PartialDate | None = None
    term: Text | None = None
    replaces: Text | None = None
    substitute_for: Text | None = None
    evidence: Proof


class Departure(Fact, frozen=True, kw_only=True):
    """Somebody who leaves an office («avsägelse», «entledigande»). `kind`: has resigned, or is released by a decision."""

    person: Text
    kind: Literal["resigned", "released"]
    role: Text | None = None
    body: Text | None = None
    municipality: Text | None = None
    party: Text | None = None
    since: PartialDate | None = msgspec.field(default=None, name="from")
    evidence: Proof


class Vacancy(Fact, frozen=True, kw_only=True):
    """A seat that is left empty («vakant»). `party` or `municipality` is whose seat it is."""

    role: Text | None = None
    body: Text | None = None
    municipality: Text | None = None
    party: Text | None = None
    replaces: Text | None = None
    evidence: Proof


class Seats(Fact, frozen=True, kw_only=True):
    """Municipalities that are given seats («platser») in a body."""

    body: Text
    municipalities: tuple[Text, ...]
    evidence: Proof


class Assignment(Fact, frozen=True, kw_only=True):
    """A task («uppdrag»): who was told to do what by when. `assignee` holds names or titles as written.

    `deadline_text` is the time in the words of the minutes («under v. 44»); `report_to` who gets the result.
    """

    assignee: tuple[Text, ...]
    task: Text
    deadline: dt.date | None = None
    deadline_text: Text | None = None
    report_to: Text | None = None
    evidence: Proof


class Recipient(Fact, frozen=True, kw_only=True):
    """Somebody whom the decision is sent to («Beslutet skickas till»)."""

    name: Text
    evidence: Proof


class Statement(Fact, frozen=True, kw_only=True):
    """A quoted opinion («synpunkt»)."""

    speaker: Text
    text: Text
    evidence: Proof


class Motion(Fact, frozen=True, kw_only=True):
    """What somebody moves at the meeting («yrkande»). `movers` are people, and parties or groups that move as one.

    `supporters` agree with it («instämmer i yrkandet»). `kind` «own» is a proposal of the movers' own wording; «amendment» changes or adds to another.
    """

    movers: tuple[Text, ...]
    supporters: tuple[Text, ...] = ()
    kind: MotionKind
    text: Text
    evidence: Proof


class Proposition(Fact, frozen=True, kw_only=True):
    """What the chair finds decided when it is put to the meeting («proposition»)."""

    outcome: Text
    evidence: Proof


class NamedVote(Fact, frozen=True, kw_only=True):
    """How one person voted («röst»)."""

    person: Text
    vote: Ballot
    party: Text | None = None
    evidence: Proof


class Vote(Fact, frozen=True, kw_only=True):
    """A vote («votering»): its counts as stated, what yes and no stand for, who voted how, and what came of it.

    `secret` is true for «sluten omröstning».
    """

    yes: Offset | None = None
    no: Offset | None = None
    abstained: Offset | None = None
    absent: Offset | None = None
    yes_means: Text | None = None
    no_means: Text | None = None
    outcome: Text | None = None
    secret: bool | None = None
    named: tuple[NamedVote, ...] = ()
    evidence: Proof


class Reservation(Fact, frozen=True, kw_only=True):
    """A recorded dissent («reservation»), disqualification («jäv»), abstention from deciding, or note to the minutes."""

    person: Text
    kind: ReservationKind = "reservation"
    evidence: Proof


class CitedDocument(Fact, frozen=True, kw_only=True):
    """A document the decision rests on («beslutsunderlag»)."""

    title: Text
    evidence: Proof


class Reference(Fact, frozen=True, kw_only=True):
    """What an item refers to: another §, a meeting, a law, a diary number («hänvisning»).

    `target` is in one form for each kind: «§ 45», «2024-03-01», «Kommunallagen 5 kap. 50 §», «KS 2023/12»; `text` is as
    written; `body` and `date` are whose § or meeting it is, where that is said.
    """

    target: Text
    kind: ReferenceKind
    text: Text
    body: Text | None = None
    date: dt.date | None = None
    evidence: Proof


class QuotedDecision(Fact, frozen=True, kw_only=True):
    """A decision that an item only tells of («återgivet beslut»): another body's, or made at another time."""

    body: Text
    text: Text
    date: dt.date | None = None
    item: Text | None = None
    evidence: Proof


class StatedCount(Fact, frozen=True, kw_only=True):
    """A number that the minutes state and that their lists must give («sina 16 ledamöter»): a checksum.

    `body` is whose members or seats are counted; None for the body that met.
    """

    what: CountedKind
    number: Offset
    body: Text | None = None
    evidence: Proof
