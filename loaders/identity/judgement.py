"""What a person has said of two things: that they are the same, different, or not to be told («bedömning»)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import msgspec


class Verdict(StrEnum):
    """POSITIVE joins, NEGATIVE keeps apart, UNSURE leaves the pair open, whatever the machine would say of it."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNSURE = "unsure"


class Judgement(msgspec.Struct, frozen=True):
    """A verdict on two IRIs. Local ones (`Entity.local`) never change, so that judgements outlive every build."""

    left: str
    right: str
    verdict: Verdict

    @property
    def pair(self) -> tuple[str, str]:
        """Return the two IRIs in one order."""
        return (self.left, self.right) if self.left <= self.right else (self.right, self.left)


class Conflict(msgspec.Struct, frozen=True):
    """A judgement that was not followed: others, `against`, say the contrary; or an IRI of it, `unknown`, is nothing now."""

    judgement: Judgement
    against: tuple[Judgement, ...] = ()
    unknown: tuple[str, ...] = ()


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return the last judgement on each pair, in the order in which they were made."""
    last = {judgement.pair: judgement for judgement in judgements if judgement.left != judgement.right}
    return tuple(last.values())
