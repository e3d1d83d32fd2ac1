"""An account: spans that cover a text without gap or overlap, each with its state and the rule that put it there."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from enum import IntEnum
from itertools import pairwise
from typing import Literal, NamedTuple

import msgspec

State = Literal["claimed", "ignored", "unread"]

UNREAD = "unread"
"""The rule's name of what no rule has read."""


class Layer(IntEnum):
    """What outranks what where claims overlap; within a layer the narrower claim counts."""

    TOLD = 0
    NARRATIVE = 1
    MENTION = 2
    STRUCTURE = 3
    FACT = 4


class Claim(msgspec.Struct, frozen=True, gc=False):
    """A rule's claim on `text[start:end]`; offsets count the source's code points."""

    start: int
    end: int
    state: State
    rule: str
    layer: Layer

    def moved(self, by: int) -> Claim:
        """Return the claim as it is on a text that begins elsewhere."""
        return Claim(self.start + by, self.end + by, self.state, self.rule, self.layer)


class Span(msgspec.Struct, frozen=True, gc=False):
    """A stretch of the text that one rule accounts for."""

    start: int
    end: int
    state: State
    rule: str

    def moved(self, by: int) -> Span:
        """Return the span as it stands in a text that begins elsewhere."""
        return Span(self.start + by, self.end + by, self.state, self.rule)

    def until(self, end: int) -> Span:
        """Return the span that goes on to another end."""
        return Span(self.start, end, self.state, self.rule)


class Account(NamedTuple):
    """The spans of a text in order, from 0 to its end, and how many of its `letters` no rule has read; blanks are none."""

    spans: tuple[Span, ...]
    unread_letters: int
    letters: int

    @property
    def unread(self) -> float:
        """The share that no rule has read."""
        return share_of(self.unread_letters, self.letters)


def share_of(unread: int, letters: int) -> float:
    """Return the share of letters that is unread, as minutes tell it."""
    return round(unread / letters, 3) if letters else 0.0


def flatten(claims: Iterable[Claim], length: int) -> Iterator[Span]:
    """Yield spans that cover [0, length), the strongest claim at each place; what nobody claims is unread."""
    waiting = sorted((claim for claim in claims if claim.start < claim.end), key=_order, reverse=True)
    edges = sorted({0, length, *(claim.start for claim in waiting), *(claim.end for claim in waiting)})
    open_claims: list[tuple[int, int, int, State, str]] = []
    last = Span(0, 0, "unread", UNREAD)
    for start, end in pairwise(edges):
        while waiting and waiting[-1].start <= start:
            claim = waiting.pop()
            rank = (-claim.layer, claim.end - claim.start, claim.end, claim.state, claim.rule)
            heapq.heappush(open_claims, rank)
        while open_claims and open_claims[0][2] <= start:
            heapq.heappop(open_claims)
        state, rule = open_claims[0][3:] if open_claims else ("unread", UNREAD)
        if (last.state, last.rule) == (state, rule):
            last = last.until(end)
            continue
        if last.end > last.start:
            yield last
        last = Span(start, end, state, rule)
    if last.end > last.start:
        yield last


def _order(claim: Claim) -> tuple[int, int, int, str]:
    return claim.start, claim.end, claim.layer, claim.rule
