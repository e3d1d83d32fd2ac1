"""What a correction is of: the things that state a property, and what they state now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from pyoxigraph import Literal, NamedNode

from aktorsgraf.corrections import Property, Value, kind_of, properties_of, property_of
from aktorsgraf.errors import WorkspaceError
from aktorsgraf.judgements_subjects import NothingFoundError, Subject, rows
from graph.store import GraphStore
from ontology.terms import RDFS

_STATED_OF_A_PERSON: Final = ("party", "municipality")  # each attendance and membership states its own
_FACTS_OF: Final = """
SELECT DISTINCT ?fact WHERE {
  ?fact eli-dl:had_participant_person|org:member|ag:appointee|ag:assignee|ag:ofItem|ag:ofMeeting|ag:atMeeting|ag:heldBy %s
}
"""
_TOGETHER: Final = """
SELECT DISTINCT ?fact WHERE {
  VALUES ?known { %s }
  { ?known prov:generated ?fact } UNION { ?fact prov:generated ?known } UNION { ?a ag:ofItem/ag:ofMeeting ?known ; prov:generated ?fact }
}
"""


class Stated(NamedTuple):
    """What a thing states under a property, as people read it; `values` are the terms."""

    thing: Subject
    property: Property
    text: str
    values: frozenset[Value]


def stated_of(store: GraphStore, base: str, subject: Subject) -> Iterator[Stated]:
    """Yield what can be corrected of a subject: its own properties, and those of what the minutes say of it."""
    for thing in (subject, *_things(store, base, _FACTS_OF % subject.root)):
        for known in properties_of(kind_of(thing.tail) or ""):
            yield _stated(store, base, thing, known)


def corrected_by(store: GraphStore, base: str, subject: Subject, name: str, was: str | None) -> tuple[Stated, ...]:
    """Return the things whose property a correction of a subject's changes, with what they state.

    A person's party and municipality are those of its attendances and memberships that state `was`. Raises WorkspaceError.
    """
    kind = kind_of(subject.tail) or ""
    if kind == "person" and name in _STATED_OF_A_PERSON:
        return _of_a_person(store, base, subject, name, was)
    known = property_of(name, kind)
    if known is None:
        names = ", ".join(sorted({one.name for one in properties_of(kind)}))
        extra = ", ".join(("", *_STATED_OF_A_PERSON)) if kind == "person" else ""
        expected = f"expected {names}{extra}" if names else "nothing of it can be corrected"
        raise WorkspaceError(f"{subject.label}: no property {name!r} of a {kind or 'thing of this kind'}; {expected}")
    beside = _things(store, base, _TOGETHER % subject.root)
    things = [subject, *(one for one in beside if kind_of(one.tail) in known.kinds and one.tail != subject.tail)]
    found = tuple(_stated(store, base, thing, known) for thing in things)
    wanted = _wanted(known, was, base)
    if wanted is not None and found[0].values != wanted:
        raise NothingFoundError(f"{subject.label}: its {name} is {found[0].text or 'not stated'}, not {was}")
    return found


def _of_a_person(store: GraphStore, base: str, subject: Subject, name: str, was: str | None) -> tuple[Stated, ...]:
    facts = [one for one in stated_of(store, base, subject) if one.property.name == name and one.values]
    states = sorted({one.text for one in facts})
    if not facts:
        raise NothingFoundError(
            f"{subject.label}: no minutes state a {name}; name an attendance, as: aktorsgraf correct IRI"
        )
    if was is None and len(states) > 1:
        raise WorkspaceError(
            f"{subject.label}: minutes state {name} {' and '.join(states)}; say which is wrong: --was VALUE"
        )
    wanted = _wanted(facts[0].property, was, base)
    found = tuple(one for one in facts if wanted is None or one.values == wanted)
    if not found:
        raise NothingFoundError(f"{subject.label}: no minutes state {name} {was}; they state {', '.join(states)}")
    return found


def _wanted(known: Property, was: str | None, base: str) -> frozenset[Value] | None:
    if was is None:
        return None
    value = known.form.read(was)
    if value is None:
        raise WorkspaceError(f"--was {was}: expected {known.form.expected}")
    return frozenset(known.targets[0].values(value, base))


def _stated(store: GraphStore, base: str, thing: Subject, known: Property) -> Stated:
    target = next(one for one in known.targets if one.kind == kind_of(thing.tail))
    quads = [quad for quad in store.quads(subject=thing.root) if quad.predicate in (target.predicate, *target.hides)]
    values = frozenset(quad.object for quad in quads if isinstance(quad.object, NamedNode | Literal))
    return Stated(thing, known, ", ".join(sorted(_readable(store, base, value) for value in values)), values)


def _readable(store: GraphStore, base: str, value: Value) -> str:
    """Return a value as a user would write it: a code's last part, a party by its IRI's, a municipality by its name."""
    if isinstance(value, Literal):
        return value.value
    if value.value.startswith(f"{base}party/"):
        tail = value.value.removeprefix(base)
        return tail if tail.count("/") > 1 else tail.removeprefix("party/").upper()
    labels = (quad.object for quad in store.quads(subject=value) if quad.predicate == RDFS.label)
    label = next((one.value for one in labels if isinstance(one, Literal)), None)
    return label or value.value.rpartition("/")[2]


def _things(store: GraphStore, base: str, query: str) -> Iterator[Subject]:
    """Yield the things that a query finds, by their IRIs."""
    found: Iterable[str] = sorted({iri for (iri,) in rows(store, query, "fact") if iri.startswith(base)})
    for iri in found:
        labels = (quad.object for quad in store.quads(subject=NamedNode(iri)) if quad.predicate == RDFS.label)
        label = next((one.value for one in labels if isinstance(one, Literal)), iri.removeprefix(base))
        yield Subject(iri.removeprefix(base), NamedNode(iri), label)
