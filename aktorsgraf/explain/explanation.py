"""What there is to show of a source: its text in pieces, each with its rule, and the facts with their places."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from loaders.documents import Document
from loaders.minutes import Evidence, Minutes
from loaders.reading.account.facts import facts_of
from loaders.reading.account.spans import Account, Span, State
from loaders.reading.read import Reading

BLOCK = 4000
"""Characters after which a new block of the text begins, at the next line."""
_NOT_TOLD = frozenset({"evidence", "present", "surface", "kind", "temporary"})


class Piece(NamedTuple):
    """A stretch of the text under one rule, cut also where the evidence of a fact begins or ends."""

    start: int
    text: str
    state: State
    rule: str


class FactShown(NamedTuple):
    """A fact: the family that it is of, what it says in a line, and the places that prove it."""

    family: str
    text: str
    places: tuple[tuple[int, int], ...]


class MeetingShown(NamedTuple):
    """One meeting of the source by its body and date, and its facts."""

    title: str
    facts: tuple[FactShown, ...]


class RuleCount(NamedTuple):
    """How many spans and characters one rule accounts for."""

    state: State
    rule: str
    spans: int
    characters: int


class Explanation(NamedTuple):
    """All there is to show of one source."""

    name: str
    characters: int
    unread: float
    blocks: tuple[tuple[Piece, ...], ...]
    meetings: tuple[MeetingShown, ...]
    rules: tuple[RuleCount, ...]


def explain(document: Document, reading: Reading) -> Explanation:
    """Lay out what the reader made of a document."""
    meetings = tuple(_meeting(minutes) for minutes in reading.minutes)
    edges = {edge for meeting in meetings for fact in meeting.facts for place in fact.places for edge in place}
    return Explanation(
        document.name,
        len(document.text),
        reading.account.unread,
        tuple(_blocks(document.text, reading.account, edges)),
        meetings,
        count_rules(reading.account),
    )


def count_rules(account: Account) -> tuple[RuleCount, ...]:
    """Count spans and characters by rule: what is unread first, then what is claimed, then what is ignored."""
    counts: dict[tuple[State, str], list[int]] = {}
    for span in account.spans:
        count = counts.setdefault((span.state, span.rule), [0, 0])
        count[0] += 1
        count[1] += span.end - span.start
    order: tuple[State, ...] = ("unread", "claimed", "ignored")
    rows = [RuleCount(state, rule, spans, characters) for (state, rule), (spans, characters) in counts.items()]
    return tuple(sorted(rows, key=lambda row: (order.index(row.state), row.rule)))


def _blocks(text: str, account: Account, edges: set[int]) -> Iterator[tuple[Piece, ...]]:
    """Yield the pieces of the text, some thousands of characters a block; a block begins with a line."""
    starts = list(_line_starts(text))
    cuts = sorted(edges | set(starts))
    block: list[Piece] = []
    openings = set(starts)
    for span in account.spans:
        for start, end in _cut(span, cuts):
            if start in openings and block:
                yield tuple(block)
                block = []
            block.append(Piece(start, text[start:end], span.state, span.rule))
    if block:
        yield tuple(block)


def _line_starts(text: str) -> Iterator[int]:
    """Yield where blocks begin."""
    at = text.find("\n", BLOCK)
    while at >= 0:
        yield at + 1
        at = text.find("\n", at + BLOCK)


def _cut(span: Span, cuts: list[int]) -> Iterator[tuple[int, int]]:
    """Cut a span at the sorted places within it."""
    start = span.start
    at = bisect_right(cuts, start)
    while at < len(cuts) and cuts[at] < span.end:
        yield start, cuts[at]
        start = cuts[at]
        at += 1
    yield start, span.end


def _meeting(minutes: Minutes) -> MeetingShown:
    meeting = minutes.meeting
    title = ", ".join(str(part) for part in (meeting.body, meeting.organisation, meeting.date) if part)
    return MeetingShown(title or minutes.source.name, tuple(_facts(minutes)))


def _facts(minutes: Minutes) -> Iterator[FactShown]:
    if minutes.meeting.evidence:
        yield _fact("meeting", minutes.meeting, minutes.meeting.evidence)
    for person in minutes.participants:
        yield _fact("participants", person, person.evidence)
    for item in minutes.items:
        yield FactShown("items", f"§ {item.number} {item.title}", _places(item.evidence))
        for family, fact, evidence in facts_of(item):
            yield _fact(family, fact, evidence)
    for mention in minutes.mentions:
        yield FactShown("mentions", f"{mention.name} ({mention.kind})", _places(mention.evidence))
    for warning in minutes.warnings:
        yield FactShown("warnings", f"{warning.code}: {warning.message}", _places(warning.evidence))


def _fact(family: str, fact: msgspec.Struct, evidence: Iterable[Evidence]) -> FactShown:
    return FactShown(family, " · ".join(_told(fact)), _places(evidence))


def _told(fact: msgspec.Struct) -> Iterator[str]:
    """Yield what a fact says, field by field, in the order of the contract."""
    for name in fact.__struct_fields__:
        value = getattr(fact, name)
        if name in _NOT_TOLD or value is None or value == ():
            continue
        if isinstance(value, str | int | dt.date):
            yield str(value)
        elif isinstance(value, tuple) and all(isinstance(part, str) for part in value):
            yield ", ".join(value)


def _places(evidence: Iterable[Evidence]) -> tuple[tuple[int, int], ...]:
    return tuple((one.start, one.end) for one in evidence)
