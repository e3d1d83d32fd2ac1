"""Bodies, organisations and groups: which things the minutes name, before any are joined («organ»)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from pyoxigraph import NamedNode

from loaders.identity.bodynames import (
    abbreviates,
    body_name,
    is_distinctive,
    is_internal,
    is_organisation,
    names_owner,
    owner_and_noun,
    split_abbreviation,
)
from loaders.identity.names import group_name, head_noun, indefinite, is_bare, is_person, is_working_group, plain
from loaders.identity.places import municipality_code, official_name
from loaders.identity.records import DocumentRecord, GroupClaim
from ontology.iris import body_iri, group_iri, key_of, municipality_iri, organisation_iri, source_key

LATE = "9999"  # minutes without a date come after all others
UnitKind = Literal["organisation", "body", "group", "municipality"]


@dataclass(slots=True)
class Unit:
    """An organisation, body or group under the IRI that a document alone gives it.

    `match` is the folded name by which it is compared; `parent` the IRI of what it is named below; `owned` whether the
    minutes say that it belongs there; `seated` whether minutes of its own meetings were read.
    """

    kind: UnitKind
    iri: str
    match: str
    parent: str | None
    owned: bool = False
    seated: bool = False
    date: str = LATE
    spellings: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class Frame:
    """One protocol's own body and organisation, its groups by item, and the texts that name units for certain.

    `defined` are the abbreviations that it defines, with what they stand for.
    """

    record: DocumentRecord
    scope: str
    organisation: str | None = None
    body: str | None = None
    groups: list[tuple[GroupClaim, str]] = field(default_factory=list)
    named: dict[tuple[str, str], str] = field(default_factory=dict)
    defined: dict[str, str] = field(default_factory=dict)


def frame_of(record: DocumentRecord, base: str, units: dict[str, Unit]) -> Frame:
    """Return one protocol's frame, which depends on it alone, and take what it names into `units`, by IRI."""
    return _Gathering(base, record, units).frame()


@dataclass(slots=True)
class _Gathering:
    """The gathering of one protocol's units into those of all."""

    base: str
    record: DocumentRecord
    units: dict[str, Unit]

    def frame(self) -> Frame:
        """Take in the protocol's own body and organisation, then its groups, then what its texts name."""
        record, frame = self.record, Frame(self.record, source_key(self.record.sha256))
        written = [text for text in (record.body, *(entry.text for entry in record.texts)) if text]
        parted = map(split_abbreviation, written)
        frame.defined = {short: name for name, short in parted if short and not is_person(name)}
        if record.organisation:
            frame.organisation = self._organisation(record.organisation)
            frame.scope = _key(frame.organisation, self.base)
        if record.body:
            frame.body = self._body(record.body, frame, owned=True)
            self.units[frame.body].seated = True
            self.units[frame.body].kinds.update([record.body_kind] if record.body_kind else ())
            frame.scope = _key(frame.body, self.base)
        for claim in record.groups:
            frame.groups.append((claim, self._group(claim.name, claim.item, frame, parent=claim.parent)))
        for entry in record.texts:
            key = (entry.item, plain(entry.text))
            iri = frame.named.get(key) or self._named(entry.text, entry.item, frame, certain=entry.certain)
            if iri is not None:
                frame.named[key] = iri
        return frame

    def _add(self, unit: Unit, name: str) -> str:
        """Take in a unit, or what is new of it."""
        known = self.units.setdefault(unit.iri, unit)
        known.match = min(known.match, unit.match)  # whatever order protocols come in
        known.parent = min(filter(None, (known.parent, unit.parent)), default=None)
        known.date = min(known.date, self.record.date or LATE)
        known.owned = known.owned or unit.owned
        known.spellings[name] += 1
        return unit.iri

    def _organisation(self, name: str) -> str:
        code = municipality_code(name)
        if code:
            return self._add(Unit("municipality", municipality_iri(self.base, code).value, plain(name), None), name)
        return self._add(Unit("organisation", organisation_iri(self.base, name).value, plain(name), None), name)

    def _body(self, name: str, frame: Frame, *, owned: bool) -> str:
        """Take in a body: below the organisation, or by its own name where that says which it is, or the document's."""
        name = split_abbreviation(name)[0]
        organisation = self.record.organisation
        above = official_name(organisation) if organisation else name if is_distinctive(name) else frame.scope
        return self._body_of(name, above, frame.organisation, owned=owned)

    def _body_of(self, name: str, above: str, parent: str | None, *, owned: bool) -> str:
        iri = body_iri(self.base, above, name).value
        return self._add(Unit("body", iri, body_name(name), parent, owned=owned and parent is not None), name)

    def _group(self, name: str, item: str, frame: Frame, *, parent: str | None = None) -> str:
        """Take in a group: below its body, and with meeting and item where its name is bare."""
        above = self._parent(parent, frame) if parent else frame.body or frame.organisation
        bare = is_bare(name)
        meeting = (self.record.date or source_key(self.record.sha256)) if bare else None
        below = _key(above, self.base) if above else frame.scope
        iri = group_iri(self.base, below, name, meeting, item if bare else None).value
        return self._add(Unit("group", iri, "" if bare else group_name(name), above, owned=above is not None), name)

    def _parent(self, name: str, frame: Frame) -> str:
        """Find the body that a group's parent names."""
        return self._own(name, frame) or self._body(name, frame, owned=is_internal(name, municipal=self._municipal()))

    def _municipal(self) -> bool:
        return bool(municipality_code(self.record.organisation))

    def _own(self, name: str, frame: Frame) -> str | None:
        """Tell whether a name means the protocol's own body or organisation, or a municipality's («Habo kommun»)."""
        body = split_abbreviation(self.record.body)[0] if self.record.body else ""
        if frame.body and body and (body_name(name) == body_name(body) or abbreviates(name, body)):
            return frame.body
        if self.record.organisation and plain(name) == plain(self.record.organisation):
            return frame.organisation
        if " " in name.strip() and municipality_code(name):
            return self._organisation(name)
        return None

    def _without_owner(self, text: str) -> str:
        """Leave out the protocol's own organisation behind the name of one of its bodies («sekretariatet Kommunförbundet X»)."""
        owner, words = plain(self.record.organisation or "").split(), text.split()
        noun = (
            " ".join(words[: -len(owner)]) if owner and plain(" ".join(words[-len(owner) :])).split() == owner else ""
        )
        return noun if noun and is_internal(noun, municipal=self._municipal()) else text

    def _named(self, text: str, item: str, frame: Frame, *, certain: bool) -> str | None:
        """Tell what a text names, taking it in where it is a unit for `certain` or by its very name."""
        certain = certain or text in frame.defined  # what is given an abbreviation is a thing
        text = self._without_owner(split_abbreviation(frame.defined.get(text, text))[0])
        found = group_here(frame, text, item) or self._own(text, frame)
        if found is not None:
            return found
        if is_organisation(text):
            return self._organisation(text)
        owner, noun = owner_and_noun(text)
        if noun and (is_organisation(owner) or municipality_code(owner)):
            return self._body_of(noun, official_name(owner), self._organisation(owner), owned=True)
        within = bool(noun) and is_internal(owner, municipal=self._municipal())  # «kommunstyrelsens arbetsutskott»
        internal = frame.organisation is not None and (within or is_internal(text, municipal=self._municipal()))
        if certain and is_working_group(text) and not names_owner(text):
            return self._group(text, item, frame)
        return self._body(text, frame, owned=internal) if certain or internal else None


def group_here(frame: Frame, text: str, item: str) -> str | None:
    """Find the group that a text means in an item («arbetsgruppen»), or by its full name in the whole protocol."""
    name, noun = group_name(text), indefinite(plain(text))
    here = {iri for claim, iri in frame.groups if claim.item == item and group_name(claim.name) == name}
    if not here and " " not in noun and head_noun(text) == noun:
        nouns = ((head_noun(claim.name) or plain(claim.kind), claim, iri) for claim, iri in frame.groups)
        here = {iri for head, claim, iri in nouns if claim.item == item and head.endswith(noun)}
    if not here and not is_bare(text):
        here = {iri for claim, iri in frame.groups if group_name(claim.name) == name}
    return next(iter(here)) if len(here) == 1 else None


def _key(iri: str, base: str) -> str:
    """Return what follows the kind in a unit's IRI."""
    return key_of(NamedNode(iri), base)
