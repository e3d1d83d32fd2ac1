"""What identity says of one protocol (`Resolution`), of things, of what was merged and of what stays open."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import msgspec

from loaders.identity.names import plain
from loaders.identity.places import place_key
from loaders.identity.weights import Feature
from loaders.minutes import Attendance

EntityKind = Literal["person", "organisation", "body", "group", "municipality", "place", "party"]


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing that minutes name.

    `iri` is the one it goes by among all documents; `local` the one that its own document alone gives, which never
    changes when documents are added. `label` is its best spelling, `unit_of` the body that a group belongs to.
    """

    kind: EntityKind
    iri: str
    local: str
    label: str
    unit_of: str | None = None


@dataclass(frozen=True, slots=True)
class Holder:
    """Who held a title when a protocol names it: derived, by the spans of a source that show the person with it."""

    person: Entity
    sha256: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who and what is meant by the names of one protocol; made by `resolve`, asked by the mapping to quads.

    `scope` is the path below which its meeting stands: the body's local key, or the source's where no body is named.
    `people` leads from folded name, place key and mark; `holders` from item and folded text, where that is a title.
    """

    scope: str
    body: Entity | None
    organisation: Entity | None
    people: Mapping[tuple[str, str, str], Entity]
    named: Mapping[tuple[str, str], Entity]
    municipalities: Mapping[str, Entity]
    parties: Mapping[tuple[str, str], Entity]
    holders: Mapping[tuple[str, str], Holder] = field(default_factory=dict)
    key: str = field(init=False)

    def __post_init__(self) -> None:
        """Derive the key: two resolutions with the same key give the same quads."""
        tables = (self.people, self.named, self.municipalities, self.parties, self.holders)
        content = msgspec.json.encode(
            (self.scope, self.body, self.organisation, *(sorted(table.items()) for table in tables))
        )
        object.__setattr__(self, "key", hashlib.sha256(content).hexdigest()[:16])

    def person(self, name: str, municipality: str | None = None, *marks: str | None) -> Entity | None:
        """Tell who a name means in this protocol; None where it is no person or could be several.

        `marks` are what stands beside the name (party, title, organisation): they tell namesakes of one meeting apart.
        """
        folded = plain(name)
        for place in dict.fromkeys((place_key(municipality), "")):
            for mark in ("", *(plain(each) for each in marks if each)):
                found = self.people.get((folded, place, mark))
                if found is not None:
                    return found
        return None

    def attendant(self, entry: Attendance) -> Entity | None:
        """Tell who an entry of the list of attendance is."""
        return self.person(entry.name, entry.municipality, entry.party, entry.title, entry.organisation)

    def unit(self, name: str, item: str = "") -> Entity | None:
        """Tell which group, body or organisation a text means, in an item («arbetsgruppen») or anywhere."""
        return self.named.get((item, plain(name))) or self.named.get(("", plain(name)))

    def thing(self, name: str, item: str = "") -> Entity | None:
        """Tell which unit or else which person a text means."""
        return self.unit(name, item) or self.person(name)

    def municipality(self, name: str) -> Entity | None:
        """Tell which municipality or place a name means."""
        return self.municipalities.get(place_key(name))

    def party(self, abbreviation: str, municipality: str | None = None) -> Entity | None:
        """Tell which party an abbreviation means, for somebody of a municipality."""
        exact = self.parties.get((plain(abbreviation), place_key(municipality)))
        if exact is not None:
            return exact
        any_place = {party for (name, _), party in self.parties.items() if name == plain(abbreviation)}
        return any_place.pop() if len(any_place) == 1 else None


@dataclass(frozen=True, slots=True)
class Merge:
    """Two IRIs found to mean one thing, and why: in words (`reason_sv`, `reason`), and by weighed features where there are.

    `rule` is stable: «judgement» where a person said so; `kept` is the thing's IRI.
    """

    kept: str
    left: str
    right: str
    rule: str
    reason_sv: str
    reason: str
    features: tuple[Feature, ...] = ()

    @property
    def score(self) -> float:
        """Return the weight of all features, in bits."""
        return sum(feature.weight for feature in self.features)


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where a document names a thing: the record's key, the folded name there, and the place key («» for none)."""

    record: str
    name: str
    place: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two people that may be one and were not joined («kandidat»), with what speaks for it and against it.

    `left` and `right` are local IRIs, to be judged; the evidence of each is some places where documents name them.
    """

    left: str
    right: str
    features: tuple[Feature, ...]
    evidence: tuple[tuple[Sighting, ...], tuple[Sighting, ...]]
    unsure: bool = False

    @property
    def score(self) -> float:
        """Return the weight of all features, in bits."""
        return sum(feature.weight for feature in self.features)


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing of the identity graph: its IRI, label, types and kind, what it belongs to, and the IRIs it replaces.

    `members` are the municipalities that an association is of, as those who sit in its bodies imply.
    """

    kind: EntityKind
    iri: str
    label: str
    types: tuple[str, ...] = ()
    unit_of: str | None = None
    body_kind: str | None = None
    abbreviation: str | None = None
    replaces: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    county: str | None = None
