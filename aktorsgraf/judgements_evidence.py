"""Who is who in a workspace, with where its minutes say what of whom («underlag»): read from the ledger, not from the graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from types import TracebackType
from typing import NamedTuple, Self

from aktorsgraf.errors import WorkspaceError
from aktorsgraf.judgements import InForce, in_force
from aktorsgraf.judgements_log import read_log
from aktorsgraf.loading import identify, records_of
from aktorsgraf.workspace import Workspace
from loaders.identity import DocumentRecord, Entity, Resolution, record_key
from loaders.identity.names import plain
from loaders.minutes import Evidence, Minutes, decode_minutes


class Seen(NamedTuple):
    """What one document says of somebody or something under one IRI of its own («local»)."""

    date: str
    document: str
    local: str
    body: str
    name: str
    roles: tuple[str, ...] = ()
    party: str = ""
    municipality: str = ""
    title: str = ""
    quote: str = ""


class Identified(AbstractContextManager["Identified"]):
    """All identities of a workspace, resolved anew with what counts of its log; the ledger is open until it is closed."""

    def __init__(self, workspace: Workspace) -> None:
        """Resolve. Raises WorkspaceError where nothing was built."""
        if not workspace.ledger_path.exists():
            raise WorkspaceError(f"{workspace.path}: no workspace; make it with: aktorsgraf build SOURCE...")
        self.base = workspace.base()
        self.said: InForce = in_force(read_log(workspace.judgements_path).entries)
        self._ledger = workspace.open_ledger()
        self.identities = identify(self._ledger, self.base, self.said)
        self.things = {thing.iri: thing for thing in self.identities.things}
        self._roots = {old: thing.iri for thing in self.identities.things for old in thing.replaces}
        self._named = {
            self.root(f"{self.base}{one.subject}"): one.value for one in self.said.corrections if one.property == "name"
        }
        self._documents = {record.key: document for document, record in records_of(self._ledger.mentions())}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ledger.close()

    def root(self, iri: str) -> str:
        """Return the IRI that a thing goes by."""
        return self._roots.get(iri, iri)

    def has(self, iri: str) -> bool:
        """Tell whether there is a thing of this IRI, or one that took its place."""
        return self.root(iri) in self.things

    def label(self, iri: str) -> str:
        """Return what a thing is called: as corrected, or else as the minutes have it."""
        return self._named.get(self.root(iri)) or self.minuted_label(iri)

    def minuted_label(self, iri: str) -> str:
        """Return what the minutes call a thing."""
        thing = self.things.get(self.root(iri))
        return thing.label if thing else iri.removeprefix(self.base)

    def seen(self, iri: str) -> tuple[Seen, ...]:
        """Return what every document says of a thing, by day."""
        root = self.root(iri)
        found = (one for _, record in records_of(self._ledger.mentions()) for one in self._in_document(record, root))
        return tuple(sorted(set(found)))

    def seen_in(self, keys: Iterable[str], iri: str) -> tuple[Seen, ...]:
        """Return what some protocols, by the keys of their records, say of a thing, by day."""
        root, wanted = self.root(iri), frozenset(keys)
        documents = sorted({self._documents[key] for key in wanted})
        records = (record for document in documents for _, record in records_of(self._ledger.mentions(document)))
        found = (one for record in records if record.key in wanted for one in self._in_document(record, root))
        return tuple(sorted(set(found)))

    def _in_document(self, record: DocumentRecord, root: str) -> Iterator[Seen]:
        resolution = self.identities.resolution(record)
        people = {entity.local for entity in resolution.people.values() if entity.iri == root}
        named = [(text, entity) for (_, text), entity in resolution.named.items() if entity.iri == root]
        own = [entity for entity in (resolution.body, resolution.organisation) if entity and entity.iri == root]
        if not (people or named or own):
            return
        minutes = self._minutes(record)
        names = _Names(minutes, resolution, self.base)
        found = list(names.of_a_person(root)) if people else []
        yield from found
        told = frozenset(one.name for one in found)
        for local in sorted(people):
            yield from names.mentioned(local, told)
        for entity in own:
            yield names.of_a_unit(entity, entity.label)
        for text, entity in named:
            yield names.of_a_unit(entity, names.as_written(text))

    def _minutes(self, record: DocumentRecord) -> Minutes:
        stored = map(decode_minutes, self._ledger.minutes_of(self._documents[record.key]))
        return next(one for one in stored if record_key(one) == record.key)


class _Names(NamedTuple):
    """The names of one protocol, with who and what is meant by them."""

    minutes: Minutes
    resolution: Resolution
    base: str

    def of_a_person(self, root: str) -> Iterator[Seen]:
        """Yield the attendance of a person, and the elections of one."""
        for entry in self.minutes.participants:
            person = self.resolution.attendant(entry)
            if person is not None and person.iri == root:
                said = (entry.roles, entry.party or "", entry.municipality or "", entry.title or "")
                yield Seen(*self._frame(person.local), entry.name, *said, _quote(entry.evidence))
        for item in self.minutes.items:
            for chosen in item.appointments:
                person = self.resolution.person(chosen.person, chosen.municipality, chosen.party)
                if person is not None and person.iri == root:
                    role = f"{chosen.role}, {chosen.body}" if chosen.body else chosen.role
                    said = ((role,), chosen.party or "", chosen.municipality or "", "")
                    yield Seen(*self._frame(person.local), chosen.person, *said, _quote(chosen.evidence))

    def mentioned(self, local: str, told: frozenset[str]) -> Iterator[Seen]:
        """Yield each way in which a person's name is written beside those that are `told`; the name itself where there is none."""
        written = {
            " ".join(span.quote.split()): mention.name
            for mention in self.minutes.mentions
            if mention.kind == "person" and self._is(self.resolution.person(mention.name), local)
            for span in mention.evidence
        }
        new = [(name, quote) for quote, name in sorted(written.items()) if quote not in told]
        yield from (Seen(*self._frame(local), name, quote=quote) for name, quote in new)
        if not new and not told:
            entity = next(one for one in self.resolution.people.values() if one.local == local)
            yield Seen(*self._frame(local), entity.label)

    @staticmethod
    def _is(entity: Entity | None, local: str) -> bool:
        return entity is not None and entity.local == local

    def of_a_unit(self, entity: Entity, name: str) -> Seen:
        """Return that a body, organisation or group is named."""
        return Seen(*self._frame(entity.local), name)

    def as_written(self, folded: str) -> str:
        """Return how the protocol writes a unit's name."""
        written = [group.name for item in self.minutes.items for group in item.groups]
        written += [chosen.body for item in self.minutes.items for chosen in item.appointments if chosen.body]
        written += [mention.name for mention in self.minutes.mentions]
        return next((one for one in written if plain(one) == folded), folded)

    def _frame(self, local: str) -> tuple[str, str, str, str]:
        meeting = self.minutes.meeting
        day = meeting.date.isoformat() if meeting.date else ""
        return day, self.minutes.source.name, local.removeprefix(self.base), meeting.body or ""


def _quote(evidence: tuple[Evidence, ...]) -> str:
    return " ".join(evidence[0].quote.split()) if evidence else ""
