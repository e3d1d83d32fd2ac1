"""Joining people by the weight of evidence, the surest first («sammanlänkning»).

In rounds: what is joined in one round is compared as one person, with all that is said of it, in the next. Who fits two
different people about as well joins neither. Nothing depends on the order of documents.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import inf

from loaders.identity.blocking import misprints, namesakes, pairs, supported
from loaders.identity.clusters import Clusters
from loaders.identity.judgement import Conflict, Judgement
from loaders.identity.persons import Person
from loaders.identity.resolution import Candidate
from loaders.identity.scoring import CONTRARY, Scoring, vaguer
from loaders.identity.weights import JOIN, MARGIN, OPEN, Feature, total

_NAME = frozenset(
    {"name", "spelled", "shortened", "initial", "said", "near-in-time", "far-in-time", "very-far-in-time"}
)


@dataclass(slots=True)
class Linking:
    """The joining of people. `people` leads from the first IRI of each to all that is said of it; in the beginning all are first."""

    people: dict[str, Person]
    clusters: Clusters
    scoring: Scoring
    _close: dict[str, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))

    def begin(self, judgements: Iterable[Judgement], apart: Iterable[tuple[str, str]]) -> list[Conflict]:
        """Follow judgements, and keep apart the pairs that are two; return the judgements that others contradict."""
        for iri, person in self.people.items():
            self.clusters.add(iri, *person.rank)
        conflicts = list(self.clusters.follow(judgements))
        for iri in list(self.people):
            if self.clusters.root(iri) != iri:
                self.people[self.clusters.root(iri)].take(self.people.pop(iri))
        for left, right in sorted(apart):
            self.clusters.forbid(left, right)
        return conflicts

    def join(self) -> None:
        """Join until nothing more is joined."""
        changed: set[str] | None = None
        while changed is None or changed:
            changed = self._round(changed)

    def _current(self) -> Iterator[Person]:
        return iter(self.people.values())

    def _round(self, changed: set[str] | None) -> set[str]:
        """Join those pairs, one of which has changed, that weigh enough; return who has changed now."""
        edges: list[tuple[float, str, str]] = []
        for left, right in pairs(self._current(), supported, lambda each: changed is None or each.iri in changed):
            features = self.scoring.features(left, right)
            score = total(features) if features else OPEN
            if score >= JOIN and not self.clusters.forbidden(left.iri, right.iri):
                edges.append((-score, left.iri, right.iri))
                self._close[left.iri][right.iri] = self._close[right.iri][left.iri] = score
        joined: set[str] = set()
        for negative, a, b in sorted(edges):
            if self._fits(a, b, -negative):
                joined.add(self._join(a, b))
        return {self.clusters.root(iri) for iri in joined}

    def _fits(self, a: str, b: str, score: float) -> bool:
        """Tell whether two may be joined: nothing forbids it, and no different person fits one of them about as well."""
        left, right = self.clusters.root(a), self.clusters.root(b)
        unsure = (min(a, b), max(a, b)) in self.clusters.open
        if left == right or unsure or self.clusters.forbidden(left, right):
            return False
        features = self.scoring.features(self.people[left], self.people[right])
        if features is None or total(features) < JOIN:  # since the round began, one of them was joined with another
            return False
        return not (self._rival(a, right, score) or self._rival(b, left, score))

    def _rival(self, iri: str, chosen: str, score: float) -> bool:
        """Tell whether somebody fits `iri` about as well as `chosen` does, and is somebody else."""
        mine = self.clusters.root(iri)
        for other, close in self._close[iri].items():
            root = self.clusters.root(other)
            if close >= score - MARGIN and root not in (chosen, mine) and self._apart(mine, root, chosen):
                return True
        return False

    def _apart(self, between: str, left: str, right: str) -> bool:
        """Tell whether two are different people, of whom one `between` them can be one only.

        Names that differ tell so where the one between is known by less of a name («B. Ek»: Bo or Britta); beside a full
        name they may be two spellings of it.
        """
        if self.clusters.forbidden(left, right):
            return True
        one, other, mine = self.people[left], self.people[right], self.people[between]
        features = self.scoring.features(one, other)
        if features is None:
            return vaguer(mine, one) and vaguer(mine, other)
        return total(features) < JOIN and any(each.name in CONTRARY for each in features)

    def _join(self, a: str, b: str) -> str:
        """Join two people and what is said of them; return the first."""
        left, right = self.clusters.root(a), self.clusters.root(b)
        features = self.scoring.features(self.people[left], self.people[right]) or ()
        self.clusters.join(a, b, _rule(features), None, features)
        first = self.clusters.root(left)
        self.people[first].take(self.people.pop(right if first == left else left))
        return first

    # --- what stays open

    def candidates(self) -> Iterator[Candidate]:
        """Yield the pairs that stay open: those whose evidence weighs enough, and all of one name, or of two that a scan confuses."""
        told: set[tuple[str, str]] = set()
        for keys, least in ((supported, OPEN), (namesakes, -inf), (misprints, -inf)):
            for left, right in pairs(self._current(), keys, lambda _: True):
                features = self.scoring.features(left, right)
                pair = (left.iri, right.iri)
                if features is None or total(features) < least or pair in told or self.clusters.forbidden(*pair):
                    continue
                told.add(pair)
                yield self._candidate(*pair, features)

    def _candidate(self, left: str, right: str, features: tuple[Feature, ...]) -> Candidate:
        seen = tuple(self.people[left].seen), tuple(self.people[right].seen)
        unsure = any({self.clusters.root(a), self.clusters.root(b)} == {left, right} for a, b in self.clusters.open)
        return Candidate(left, right, features, seen, unsure=unsure)


def _rule(features: tuple[Feature, ...]) -> str:
    """Return the stable name of what chiefly joins: the weightiest evidence beside the name."""
    beside = [each for each in features if each.name not in _NAME]
    return max(beside, key=lambda each: each.weight).name if beside else "name"


def reason_of(features: tuple[Feature, ...]) -> tuple[str, str]:
    """Return the evidence in words, Swedish and English."""
    return (
        "; ".join(f"{each.sv} ({each.weight:+.1f})" for each in features),
        "; ".join(f"{each.en} ({each.weight:+.1f})" for each in features),
    )
