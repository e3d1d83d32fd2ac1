"""The places and parties that people stand for («kommun», «ort», «parti»)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from loaders.identity.names import best_spelling, plain
from loaders.identity.places import PLACE, municipality_code, place_key, place_name
from loaders.identity.records import DocumentRecord
from loaders.identity.resolution import Entity
from ontology.iris import local_party_iri, municipality_iri, party_iri, place_iri
from ontology.reference import find_party

_SEATED = frozenset({"chair", "vice-chair", "member", "serving-substitute", "substitute"})


@dataclass(slots=True)
class Affiliations:
    """All places and parties named so far, with how they are spelled.

    `represented` are, by organisation, the municipalities of the members of its bodies.
    """

    base: str
    represented: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _places: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    _parties: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, record: DocumentRecord, organisation: str | None) -> None:
        """Take in what one protocol of an organisation names."""
        if organisation is not None:
            seated = (claim.municipality for claim in record.people if _SEATED.intersection(claim.roles))
            self.represented[organisation].update(place for place in seated if place and not place.startswith(PLACE))
        for text in record.municipalities:
            self._places[place_key(text)][text] += 1
        for text, place in record.parties:
            party = find_party(text)
            named = party.name if party else text.upper() if text.islower() and len(text) < 5 else text
            self._parties[self._party_iri(record, text, place)][named] += 1

    def _party_iri(self, record: DocumentRecord, text: str, place: str) -> str:
        """Return a party's IRI; one that is not of the Riksdag is of its place, organisation or document."""
        party = find_party(text)
        if party is not None:
            return party_iri(self.base, party.abbreviation).value
        scope = place or municipality_code(record.organisation) or record.organisation or record.sha256[:16]
        return local_party_iri(self.base, scope, text).value

    def places(self) -> Mapping[str, Entity]:
        """Return each municipality and place by its key."""
        return {key: self._place(key, spellings) for key, spellings in self._places.items()}

    def _place(self, key: str, spellings: Counter[str]) -> Entity:
        if not key.startswith(PLACE):
            iri = municipality_iri(self.base, key).value
            return Entity("municipality", iri, iri, place_name(key))
        iri = place_iri(self.base, key.removeprefix(PLACE)).value
        return Entity("place", iri, iri, best_spelling(spellings.items()))

    def parties(self) -> Mapping[str, Entity]:
        """Return each party by its IRI."""
        labels = {iri: best_spelling(spellings.items()) for iri, spellings in self._parties.items()}
        return {iri: Entity("party", iri, iri, label) for iri, label in labels.items()}

    def parties_in(self, record: DocumentRecord, parties: Mapping[str, Entity]) -> dict[tuple[str, str], Entity]:
        """Return one protocol's parties by folded abbreviation and place key."""
        return {(plain(text), place): parties[self._party_iri(record, text, place)] for text, place in record.parties}
