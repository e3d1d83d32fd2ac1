"""People across documents: which mentions of a name are one person, and why («personidentitet»).

Never on the name alone: what the minutes say of body, organisation, municipality, party, title and time is weighed.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import combinations
from typing import Final

import msgspec

from loaders.identity.bodies import LATE, Frame
from loaders.identity.bodynames import is_distinctive, is_organisation
from loaders.identity.chains import Chains
from loaders.identity.clusters import Clusters
from loaders.identity.judgement import Conflict, Judgement
from loaders.identity.linking import Linking, reason_of
from loaders.identity.names import best_spelling
from loaders.identity.personnames import name_keys, relation
from loaders.identity.persons import Person, day_of
from loaders.identity.places import PLACE, municipality_code, place_name
from loaders.identity.rarity import Rarity
from loaders.identity.records import DocumentRecord
from loaders.identity.resolution import Candidate, Merge, Thing
from loaders.identity.scoring import Scoring
from loaders.identity.spool import Spool
from loaders.identity.unitjoins import Units
from ontology.iris import organisation_iri, person_iri
from ontology.terms import FOAF, PERSON

LISTED: Final = 20_000  # candidates that are kept, the likeliest; a person looks at some hundred
WAITING: Final = 1024  # people who are put together in memory before they are laid aside
_TYPES: Final = (PERSON.Person.value, FOAF.Person.value)
_UNNAMED: Final = "som ett protokoll nämner / which one document names"


class People:
    """All people: who each local IRI is, and what was joined and stays open, which is read from disk when it is asked for."""

    def __init__(self, spool: Spool, known: Iterable[str]) -> None:
        """Begin with nobody; `known` are the IRIs among them that judgements are about."""
        self._spool = spool
        self._known = frozenset(known)
        self._roots: dict[str, str] = {}
        self._labels: dict[str, str] = {}
        self._likeliest: list[float] = []
        self.things: list[Thing] = []
        self.conflicts: list[Conflict] = []
        self.open_pairs = 0

    def __contains__(self, iri: str) -> bool:
        return iri in self._known

    def root(self, local: str) -> str:
        """Return the IRI that somebody goes by."""
        return self._roots.get(local, local)

    def label(self, first: str) -> str:
        """Return the best spelling of the person whose first IRI this is."""
        return self._labels[first]

    def merges(self) -> Iterator[Merge]:
        """Yield what was joined."""
        rows = self._spool.rows("SELECT data FROM merge ORDER BY rowid")
        yield from (msgspec.msgpack.decode(data, type=Merge) for (data,) in rows)

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """Return the likeliest of the pairs that stay open."""
        rows = self._spool.rows("SELECT data FROM candidate ORDER BY score DESC, one, other LIMIT ?", (LISTED,))
        return tuple(msgspec.msgpack.decode(data, type=Candidate) for (data,) in rows)

    def add(self, linking: Linking) -> None:
        """Take in a block whose people are joined, and lay aside why."""
        clusters = linking.clusters
        for first, members in clusters.members().items():
            others = tuple(iri for iri in members if iri != first)
            self._roots.update(dict.fromkeys(others, first))
            self._labels[first] = best_spelling(linking.people[first].spellings.items())
            self.things.append(Thing("person", first, self._labels[first], _TYPES, replaces=others))
        merges = (
            Merge(clusters.root(link.left), link.left, link.right, link.rule, *reason, link.features)
            for link in clusters.links
            for reason in (link.reason or reason_of(link.features),)
        )
        self._spool.lay("merge", [(msgspec.msgpack.encode(merge),) for merge in merges])
        self._spool.lay("candidate", filter(None, map(self._listed, linking.candidates())))

    def _listed(self, candidate: Candidate) -> tuple[float, str, str, bytes] | None:
        """Return a candidate's row, where it may be among the likeliest; all are counted."""
        self.open_pairs += 1
        score = round(candidate.score, 3)
        if len(self._likeliest) < LISTED:
            heapq.heappush(self._likeliest, score)
        elif heapq.heappushpop(self._likeliest, score) == score and score < self._likeliest[0]:
            return None
        return score, candidate.left, candidate.right, msgspec.msgpack.encode(candidate)


@lru_cache(maxsize=32768)
def _local(base: str, scope: str, name: str, municipality: str, party: str, mark: str) -> str:
    """Mint the IRI that a document alone gives a person: a name in one body, of one municipality and one party."""
    place = municipality.removeprefix(PLACE)
    shown = place_name(place) if place and place == municipality else place
    return person_iri(base, f"{name} {shown}".strip(), name, scope, municipality, party, mark).value


def locals_of(record: DocumentRecord, scope: str, base: str) -> list[str]:
    """Return the local IRI of each of a protocol's people."""
    return [_local(base, scope, one.name, one.municipality, one.party, one.mark) for one in record.people]


@dataclass(slots=True)
class Gathered:
    """The people of all protocols so far, before any are joined.

    They are laid aside in parts, by a key of their names; in memory stay the names themselves, and how their keys are
    chained. `judged` are the IRIs that judgements are about, which chain keys, too.
    """

    base: str
    spool: Spool
    judged: frozenset[str] = frozenset()
    stated: dict[str, str] = field(default_factory=dict)
    _parts: dict[str, Person] = field(default_factory=dict)
    _names: set[str] = field(default_factory=set)
    _chains: Chains = field(default_factory=Chains)
    _keys: dict[str, str] = field(default_factory=dict)

    def add(self, frame: Frame) -> list[str]:
        """Take in the people of one protocol; return their local IRIs."""
        record = frame.record
        own = municipality_code(record.organisation)
        body, unit = frame.body or frame.organisation or frame.scope, frame.body or frame.organisation
        day, locals_ = day_of(record.date), locals_of(record, frame.scope, self.base)
        for iri, claim in zip(locals_, record.people, strict=True):
            rank = (record.date or LATE, frame.scope, claim.municipality, claim.party)
            person = self._parts.setdefault(iri, Person(iri, claim.name, rank))
            person.rank = min(person.rank, rank)
            person.add(claim, day, body, unit, own, record.key)
            for name in filter(_tells, claim.organisations):
                known = organisation_iri(self.base, name).value
                person.units |= {known}
                self.stated[known] = min(self.stated.get(known, name), name)
        self.spool.lay("apart", _attending(record, locals_))
        if len(self._parts) >= WAITING:
            self._lay_aside()
        return locals_

    def _lay_aside(self) -> None:
        """Lay aside what waits in memory, under the first key of each name."""
        rows = []
        for iri, person in self._parts.items():
            keys = name_keys(person.name)
            self._chains.join((*keys, *(key for name in sorted(person.also) for key in name_keys(name))))
            self._names.add(person.name)
            if iri in self.judged:
                self._keys[iri] = keys[0]
            rows.append((keys[0], iri, msgspec.msgpack.encode(person)))
        self.spool.lay("part", rows)
        self._parts.clear()

    def resolve(self, units: Units, judgements: Sequence[Judgement]) -> People:
        """Say which of the gathered are one person, block by block: nobody is compared beyond a chain of names."""
        self._lay_aside()
        for each in judgements:
            self._chains.join(self._keys[iri] for iri in each.pair if iri in self._keys)
        judged: dict[str, list[Judgement]] = defaultdict(list)
        for each in judgements:
            if each.left in self._keys and each.right in self._keys:
                judged[self._chains.first(self._keys[each.left])].append(each)
        scoring = Scoring(Rarity.of(self._names), _Labels(units, self.stated))
        people = People(self.spool, self._keys)
        for first, parts, apart in self.spool.blocks(self._chains.firsts()):
            linking = Linking(_whole(parts, units), Clusters(), scoring)
            parts.clear()
            people.conflicts += linking.begin(judged[first], apart)
            linking.join()
            people.add(linking)
        order = {each.pair: place for place, each in enumerate(judgements)}
        people.conflicts.sort(key=lambda conflict: order[conflict.judgement.pair])
        return people


def _whole(parts: Iterable[tuple[str, bytes]], units: Units) -> dict[str, Person]:
    """Put the parts of people together, by IRI, with bodies and organisations under the IRIs that these go by now."""
    people: dict[str, Person] = {}
    shared: dict[frozenset[str], frozenset[str]] = {}
    for iri, data in parts:
        part = msgspec.msgpack.decode(data, type=Person)
        if iri in people:
            people[iri].complete(part)
        else:
            people[part.iri] = part
    for person in people.values():
        person.bodies = _rooted(person.bodies, units)
        person.units = frozenset(_above(iri, units) for iri in person.units)
        person.share(shared)
    return people


def _above(iri: str, units: Units) -> str:
    """Return the organisation of a unit, or what minutes state beside a person as it stands."""
    return (units.above(iri) or iri) if iri in units.units else iri


def _rooted(bodies: dict[str, tuple[int, int] | None], units: Units) -> dict[str, tuple[int, int] | None]:
    """Return a person's bodies under the IRIs that they go by now."""
    whole = Person("", "")
    for iri, days in bodies.items():
        part = Person("", "", bodies={units.root(iri) if iri in units.units else iri: days})
        whole.take(part)
    return whole.bodies


@dataclass(frozen=True, slots=True)
class _Labels:
    """What bodies and organisations are called: those that were gathered, and those that minutes state beside a person."""

    units: Units
    stated: Mapping[str, str]

    def __call__(self, iri: str) -> str:
        if iri in self.units.units:
            return self.units.label([iri])
        return self.stated.get(iri, _UNNAMED)


def _attending(record: DocumentRecord, iris: list[str]) -> Iterator[tuple[str, str, str]]:
    """Yield the pairs of one meeting's participants whose names could be one person's, with a key of theirs: they are two."""
    blocks: dict[str, set[int]] = defaultdict(set)
    for place, claim in enumerate(record.people):
        if claim.attends:
            for key in name_keys(claim.name):
                blocks[key].add(place)
    for key, block in blocks.items():
        for a, b in combinations(sorted(block), 2):
            left, right = record.people[a], record.people[b]
            if relation(left.spellings[0][0], right.spellings[0][0]) is not None:
                yield key, min(iris[a], iris[b]), max(iris[a], iris[b])


def _tells(organisation: str) -> bool:
    """Tell an organisation's name that says which it is («Region Skåne») from one that many have («länsstyrelsen»)."""
    return not municipality_code(organisation) and (is_organisation(organisation) or is_distinctive(organisation))
