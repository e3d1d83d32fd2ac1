"""All that was resolved together («identiteter»): things, merges, open pairs, and what any protocol's names mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from loaders.identity.affiliations import Affiliations
from loaders.identity.bodies import frame_of
from loaders.identity.judgement import Conflict
from loaders.identity.names import plain
from loaders.identity.people import People, locals_of
from loaders.identity.places import place_key
from loaders.identity.records import DocumentRecord
from loaders.identity.resolution import Candidate, Entity, Holder, Merge, Resolution, Thing
from loaders.identity.titles import Titles
from loaders.identity.unitjoins import Units


@dataclass(frozen=True, slots=True)
class Known:
    """What the names of a protocol are looked up in. Units and people by local IRI, places by key, parties by IRI."""

    base: str
    units: Units
    people: People
    titles: Titles
    affiliations: Affiliations
    unit_entities: Mapping[str, Entity]
    places: Mapping[str, Entity]
    parties: Mapping[str, Entity]

    def person(self, local: str) -> Entity:
        """Return who a local IRI is."""
        first = self.people.root(local)
        return Entity("person", first, local, self.people.label(first))

    def root(self, local: str) -> str:
        """Return the IRI that a person goes by."""
        return self.people.root(local)


@dataclass(frozen=True, slots=True)
class Identities:
    """The things, and what is known of names; `conflicts` are judgements that could not be followed.

    It holds what grows with people and bodies, and nothing that grows with protocols: a protocol's resolution is made when it
    is asked for, and what explains people is read from disk.
    """

    things: tuple[Thing, ...]
    conflicts: tuple[Conflict, ...]
    known: Known

    @property
    def merges(self) -> tuple[Merge, ...]:
        """Return what was joined, with reasons."""
        return (*self.known.units.merges(), *self.known.people.merges())

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """Return pairs that stay open, the likeliest of `open_pairs`, these first."""
        return self.known.people.candidates

    @property
    def open_pairs(self) -> int:
        """Return how many pairs stay open in all."""
        return self.known.people.open_pairs

    def resolution(self, record: DocumentRecord) -> Resolution:
        """Say what the names of one of the protocols mean. Raises KeyError for a protocol that was not resolved."""
        known, units = self.known, self.known.units
        frame = frame_of(record, known.base, {})
        locals_ = locals_of(record, frame.scope, known.base)
        claimed = [known.person(iri) for iri in locals_]
        people = {(alias.name, alias.place, alias.mark): claimed[alias.entry] for alias in record.aliases}
        named: dict[tuple[str, str], Entity] = {}
        holders: dict[tuple[str, str], Holder] = {}
        above = [units.root(iri) for iri in (frame.body, frame.organisation) if iri]
        for entry in record.texts:
            key = (entry.item, plain(entry.text))
            iri = frame.named.get(key) or units.find(frame, entry.text, entry.item)
            if iri is not None:
                named[key] = known.unit_entities[iri]
            elif (plain(entry.text), "", "") not in people:
                held = known.titles.holder(record, entry.text, above, locals_, known.root)
                if held is not None:
                    holders[key] = Holder(known.person(held.person), held.sha256, held.spans)
        for claim, iri in frame.groups:
            named[claim.item, plain(claim.name)] = known.unit_entities[iri]
        own = frame.body or frame.organisation
        return Resolution(
            scope=frame.scope,
            body=known.unit_entities[own] if own else None,
            organisation=known.unit_entities[frame.organisation] if frame.organisation else None,
            people=people,
            named=named,
            municipalities={key: known.places[key] for key in map(place_key, record.municipalities)},
            parties=known.affiliations.parties_in(record, known.parties),
            holders=holders,
        )
