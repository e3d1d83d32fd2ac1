"""Joining what is the same, and never what must stay apart: a union-find that keeps why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from loaders.identity.judgement import Conflict, Judgement, Verdict, in_force
from loaders.identity.weights import Feature

JUDGED = "judgement"


@dataclass(frozen=True, slots=True)
class Link:
    """Two IRIs that were joined, by a rule with a stable name: for a reason in words (Swedish, English), or by features."""

    left: str
    right: str
    rule: str
    reason: tuple[str, str] | None
    features: tuple[Feature, ...] = ()


@dataclass(slots=True)
class Clusters:
    """IRIs and which of them are one thing. `rank` orders them: the first of a cluster gives it its name.

    `open` are pairs that were judged unsure, which nothing joins directly.
    """

    rank: dict[str, tuple[str, ...]] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    open: set[tuple[str, str]] = field(default_factory=set)
    _above: dict[str, str] = field(default_factory=dict)
    _apart: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, iri: str, *rank: str) -> None:
        """Take in an IRI; added again, the smaller rank counts."""
        self._above.setdefault(iri, iri)
        self.rank[iri] = min(self.rank.get(iri, rank), rank)

    def __contains__(self, iri: str) -> bool:
        return iri in self._above

    def root(self, iri: str) -> str:
        """Return the first of the cluster of `iri`."""
        above = self._above
        while above[iri] != iri:
            above[iri] = above[above[iri]]
            iri = above[iri]
        return iri

    def roots(self) -> Iterator[str]:
        """Yield the first of each cluster."""
        return (iri for iri in self._above if self.root(iri) == iri)

    def forbid(self, left: str, right: str) -> None:
        """Keep two clusters apart, for good."""
        a, b = self.root(left), self.root(right)
        if a != b:
            self._apart[a].add(b)
            self._apart[b].add(a)

    def forbidden(self, left: str, right: str) -> bool:
        """Tell whether two clusters must stay apart."""
        return self.root(right) in self._apart.get(self.root(left), ())

    def join(
        self, left: str, right: str, rule: str, reason: tuple[str, str] | None, features: tuple[Feature, ...] = ()
    ) -> bool:
        """Make two clusters one, unless they must stay apart; tell whether they were made one now."""
        a, b = self.root(left), self.root(right)
        if a == b or b in self._apart.get(a, ()):
            return False
        first, second = sorted((a, b), key=lambda iri: (self.rank[iri], iri))
        self._above[second] = first
        for other in self._apart.pop(second, ()):
            self._apart[other].discard(second)
            self._apart[other].add(first)
            self._apart[first].add(other)
        self.links.append(Link(left, right, rule, reason, features))
        return True

    def join_all(self, iris: Iterable[str], rule: str, reason: tuple[str, str]) -> None:
        """Make the clusters of all `iris` one, but for pairs that must stay apart or were judged unsure."""
        ordered = sorted(set(iris), key=lambda iri: (self.rank[iri], iri))
        for iri in ordered[1:]:
            if (min(ordered[0], iri), max(ordered[0], iri)) not in self.open:
                self.join(ordered[0], iri, rule, reason)

    def members(self) -> Mapping[str, tuple[str, ...]]:
        """Return by the first of each cluster all that it holds, sorted."""
        found: dict[str, list[str]] = defaultdict(list)
        for iri in sorted(self._above):
            found[self.root(iri)].append(iri)
        return {first: tuple(iris) for first, iris in found.items()}

    # --- judgements

    def follow(self, judgements: Iterable[Judgement]) -> Iterator[Conflict]:
        """Follow those judgements whose IRIs are here, and yield each that others contradict.

        What is judged different stays apart; then what is judged the same is joined, in the order of judging, unless that
        would make one of what was judged different.
        """
        known = [each for each in in_force(judgements) if each.left in self and each.right in self]
        negative = [each for each in known if each.verdict is Verdict.NEGATIVE]
        self.open.update(each.pair for each in known if each.verdict is Verdict.UNSURE)
        for each in negative:
            self.forbid(each.left, each.right)
        for each in known:
            if each.verdict is Verdict.POSITIVE and not self._judged(each):
                yield Conflict(each, tuple(other for other in negative if self._parts(other, each)))

    def _judged(self, judgement: Judgement) -> bool:
        """Join what was judged the same; tell whether it is one now."""
        reason = ("bedömda som samma", "judged to be the same")
        joined = self.join(judgement.left, judgement.right, JUDGED, reason)
        return joined or self.root(judgement.left) == self.root(judgement.right)

    def _parts(self, negative: Judgement, positive: Judgement) -> bool:
        """Tell whether a negative judgement is about the two clusters that a positive one would join."""
        return {self.root(negative.left), self.root(negative.right)} == {
            self.root(positive.left),
            self.root(positive.right),
        }
