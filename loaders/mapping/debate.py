"""What is moved, put to the vote and recorded beside a decision («yrkanden», «voteringar», «reservationer»)."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from loaders.mapping.context import Context, fact, link, texts
from loaders.mapping.literals import count_literal
from loaders.minutes import AgendaItem, Motion, NamedVote, Proposition, Reservation, Statement, Vote
from ontology.iris import ballot_iri, motion_iri, proposition_iri, reservation_iri, statement_iri, vote_iri
from ontology.terms import AG, CHOICES, MOTION_KINDS, RESERVATION_KINDS

_DISSENT = {
    "reservation": "reservation",
    "disqualified": "jäv",
    "not-taking-part": "deltar inte i beslutet",
    "note": "protokollsanteckning",
}
_CHOICES = {"yes": "ja", "no": "nej", "abstained": "avstår", "absent": "frånvarande"}


def debate_triples(context: Context, item: AgendaItem, of: NamedNode) -> Iterator[Triple]:
    """Yield what was said, moved and voted in an item."""
    for statement in item.statements:
        yield from _statement(context, of, statement)
    for motion in item.motions:
        yield from _motion(context, of, motion)
    for place, proposition in enumerate(item.propositions, start=1):
        yield from _proposition(context, of, place, proposition)
    for place, vote in enumerate(item.votes, start=1):
        yield from _vote(context, of, place, vote)
    for reservation in item.reservations:
        yield from _reservation(context, of, reservation)


def _statement(context: Context, of: NamedNode, entry: Statement) -> Iterator[Triple]:
    """Yield a quoted opinion («synpunkt»)."""
    iri = statement_iri(of, entry.speaker, entry.text)
    yield from fact(context, iri, AG.Statement, f"{entry.speaker}: {entry.text}", entry.evidence)
    yield Triple(iri, AG.ofItem, of)
    yield from link(iri, AG.speaker, context.resolution.person(entry.speaker))
    yield from texts(iri, (AG.speakerText, entry.speaker), (AG.text, entry.text))


def _motion(context: Context, of: NamedNode, entry: Motion) -> Iterator[Triple]:
    """Yield what somebody moves («yrkande»); a mover may be a party."""
    iri = motion_iri(of, entry.text, *entry.movers)
    yield from fact(context, iri, AG.Motion, f"{', '.join(entry.movers)}: {entry.text}", entry.evidence)
    yield Triple(iri, AG.ofItem, of)
    for name in entry.movers:
        yield from link(iri, AG.mover, context.resolution.person(name) or context.resolution.party(name))
        yield from texts(iri, (AG.moverText, name))
    yield Triple(iri, AG.motionKind, MOTION_KINDS[entry.kind])
    yield from texts(iri, (AG.text, entry.text))


def _proposition(context: Context, of: NamedNode, place: int, entry: Proposition) -> Iterator[Triple]:
    """Yield what the chair finds decided («proposition»)."""
    iri = proposition_iri(of, place)
    yield from fact(context, iri, AG.Proposition, entry.outcome, entry.evidence)
    yield Triple(iri, AG.ofItem, of)
    yield from texts(iri, (AG.outcome, entry.outcome))


def _vote(context: Context, of: NamedNode, place: int, entry: Vote) -> Iterator[Triple]:
    """Yield a counted vote («votering»), and how each who is named voted."""
    iri = vote_iri(of, place)
    counts = (
        (AG.yes, "ja", entry.yes),
        (AG.no, "nej", entry.no),
        (AG.abstained, "avstår", entry.abstained),
        (AG.absent, "frånvarande", entry.absent),
    )
    label = ", ".join(f"{count} {word}" for _, word, count in counts if count is not None)
    yield from fact(context, iri, AG.Vote, f"Votering: {label or 'utan räknat utfall'}", entry.evidence)
    yield Triple(iri, AG.ofItem, of)
    for predicate, _, count in counts:
        if count is not None:
            yield Triple(iri, predicate, count_literal(count))
    yield from texts(iri, (AG.yesMeans, entry.yes_means), (AG.noMeans, entry.no_means), (AG.outcome, entry.outcome))
    if entry.secret is not None:
        yield Triple(iri, AG.secret, Literal(entry.secret))
    for ballot in entry.named:
        yield from _ballot(context, of, iri, ballot)


def _ballot(context: Context, of: NamedNode, vote: NamedNode, entry: NamedVote) -> Iterator[Triple]:
    """Yield how one person voted («röst»)."""
    iri = ballot_iri(vote, entry.person)
    yield from fact(context, iri, AG.Ballot, f"{entry.person}: {_CHOICES[entry.vote]}", entry.evidence)
    yield Triple(iri, AG.ofItem, of)
    yield Triple(iri, AG.inVote, vote)
    yield Triple(iri, AG.choice, CHOICES[entry.vote])
    yield from link(iri, AG.voter, context.resolution.person(entry.person))
    yield from texts(iri, (AG.voterText, entry.person))
    if entry.party:
        yield from link(iri, AG.party, context.resolution.party(entry.party))


def _reservation(context: Context, of: NamedNode, entry: Reservation) -> Iterator[Triple]:
    """Yield a recorded dissent or disqualification («reservation», «jäv»)."""
    iri = reservation_iri(of, entry.person, entry.kind)
    yield from fact(context, iri, AG.Reservation, f"{entry.person}: {_DISSENT[entry.kind]}", entry.evidence)
    yield Triple(iri, AG.ofItem, of)
    yield from link(iri, AG.person, context.resolution.person(entry.person))
    yield from texts(iri, (AG.personText, entry.person))
    yield Triple(iri, AG.reservationKind, RESERVATION_KINDS[entry.kind])
