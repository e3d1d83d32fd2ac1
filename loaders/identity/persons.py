"""A person as the minutes show them: dated claims of place, party, body and title («uppgifter om en person»)."""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from loaders.identity.claims import PersonClaim
from loaders.identity.resolution import Sighting

Dated = dict[str, tuple[int, int] | None]  # what is claimed, with its first and last day; None where no day is known
SHOWN = 3  # sightings that are kept of a person, to be looked at
_ELECTIONS = 2  # 2018, 2022: years that leave 2 when divided by four, since 1994
_ELECTED = frozenset({"member", "chair", "vice-chair", "serving-substitute", "substitute"})
_POLITICAL = re.compile(r"rad$|ordforande|ledamot|ersattare|politisk")  # «kommunalråd»
_TELLING = frozenset({"chair", "vice-chair", "secretary"})


class Person(msgspec.Struct, array_like=True):
    """All that is said of a person under the IRI that a document alone gives, or of several joined.

    `rank` orders them; `homes` are place keys, `own` those in whose own bodies the person sits; `units` are organisations.
    """

    iri: str
    name: str
    rank: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()
    homes: Dated = msgspec.field(default_factory=dict)
    own: frozenset[str] = frozenset()
    parties: Dated = msgspec.field(default_factory=dict)
    bodies: Dated = msgspec.field(default_factory=dict)
    units: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    days: tuple[int, int] | None = None
    spellings: dict[str, int] = msgspec.field(default_factory=dict)
    seen: list[Sighting] = msgspec.field(default_factory=list)

    def add(self, claim: PersonClaim, day: int | None, body: str, unit: str | None, own: str, record: str) -> None:
        """Add a claim of one protocol; `body` and `unit` are where it was made, `own` the municipality whose body it is."""
        days = None if day is None else (day, day)
        self.names |= {claim.name}
        self.also |= frozenset(claim.also)
        _put(self.homes, claim.home, days)
        for party in claim.parties:
            _put(self.parties, party, days)
        _put(self.bodies, body, days)
        if unit:
            self.units |= {unit}
        if own and own == claim.home:
            self.own |= {own}
        self.titles |= frozenset(claim.titles)
        self.roles |= frozenset(claim.roles)
        self.days = _span(self.days, days)
        for spelling, count in claim.spellings:
            self.spellings[spelling] = self.spellings.get(spelling, 0) + count
        self._see([Sighting(record, claim.name, claim.municipality)])

    def complete(self, other: Person) -> None:
        """Add what other protocols say under the same IRI."""
        self.take(other)
        self.rank = min(self.rank, other.rank)
        self._see(other.seen)

    def take(self, other: Person) -> None:
        """Add what is said of another."""
        self.names |= other.names
        self.also |= other.also
        for mine, theirs in ((self.homes, other.homes), (self.parties, other.parties), (self.bodies, other.bodies)):
            for key, days in theirs.items():
                _put(mine, key, days)
        self.own |= other.own
        self.units |= other.units
        self.titles |= other.titles
        self.roles |= other.roles
        self.days = _span(self.days, other.days)
        for spelling, count in other.spellings.items():
            self.spellings[spelling] = self.spellings.get(spelling, 0) + count

    def share(self, known: dict[frozenset[str], frozenset[str]]) -> None:
        """Hold what many have in common but once: `known` leads from each set to the one that is kept."""
        self.names, self.also = known.setdefault(self.names, self.names), known.setdefault(self.also, self.also)
        self.own, self.units = known.setdefault(self.own, self.own), known.setdefault(self.units, self.units)
        self.titles, self.roles = known.setdefault(self.titles, self.titles), known.setdefault(self.roles, self.roles)

    def _see(self, sightings: list[Sighting]) -> None:
        """Keep the first few places where the person is named, whatever order they come in."""
        if len(self.seen) < SHOWN or sightings[0].record <= self.seen[-1].record:
            self.seen = sorted([*self.seen, *sightings], key=lambda each: (each.record, each.name, each.place))[:SHOWN]

    @property
    def elected(self) -> bool:
        """Tell whether the person stands for a party."""
        return bool(self.parties)

    @property
    def official(self) -> bool:
        """Tell whether the person only serves, as far as is known («tjänsteperson»)."""
        employed = "official" in self.roles or any(not _POLITICAL.search(title) for title in self.titles)
        return not self.parties and (employed or ("secretary" in self.roles and not self.roles & _ELECTED))

    @property
    def telling_roles(self) -> frozenset[str]:
        """Return the roles that one or two in a body have."""
        return self.roles & _TELLING


def day_of(date: str) -> int | None:
    """Return a date as the number of its day; None where it is unknown."""
    return dt.date.fromisoformat(date).toordinal() if date else None


def gap(left: Dated, right: Dated) -> int | None:
    """Return how many days lie between two claims; 0 where they overlap, None where a day is unknown."""
    return between(whole(left), whole(right))


def between(left: tuple[int, int] | None, right: tuple[int, int] | None) -> int | None:
    """Return how many days lie between two stretches of time; 0 where they overlap, None where one is unknown."""
    if left is None or right is None:
        return None
    return max(0, left[0] - right[1], right[0] - left[1])


def overlap(left: tuple[int, int], right: tuple[int, int]) -> int:
    """Return how many days two stretches of time have in common, less than 0 where they have none."""
    return min(left[1], right[1]) - max(left[0], right[0])


def new_term_between(left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Tell whether a term of office begins between two stretches of time that lie apart («ny mandatperiod»).

    Councils are elected in September of every fourth year, and what they elect takes office from October until New Year.
    """
    before, after = min(left[1], right[1]), max(left[0], right[0])
    first = dt.date.fromordinal(before).year
    years = (year for year in range(first - 1, dt.date.fromordinal(after).year + 1) if year % 4 == _ELECTIONS)
    return any(
        before < dt.date(year + 1, 1, 1).toordinal() and after > dt.date(year, 10, 15).toordinal() for year in years
    )


def whole(claims: Dated) -> tuple[int, int] | None:
    """Return from when to when anything is claimed; None where no day is known."""
    whole: tuple[int, int] | None = None
    for days in claims.values():
        whole = _span(whole, days)
    return whole


def _put(claims: Dated, key: str, days: tuple[int, int] | None) -> None:
    if key:
        claims[key] = _span(claims.get(key), days)


def _span(left: tuple[int, int] | None, right: tuple[int, int] | None) -> tuple[int, int] | None:
    if left is None or right is None:
        return left or right
    return min(left[0], right[0]), max(left[1], right[1])
