"""What can be corrected, and how a corrected value is written («rättelser»): a row a property."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from pyoxigraph import Literal, NamedNode

from loaders.mapping.literals import date_literal, first_day, last_day, partial_literal, text_literal
from loaders.privacy import mask_text
from ontology.iris import municipality_iri, party_iri
from ontology.reference import find_municipality, find_party
from ontology.terms import AG, BODY_KINDS, BODY_ROLES, DCTERMS, GROUP_KINDS, MEETING_ROLES, RDFS, XSD

Value: TypeAlias = NamedNode | Literal
_PARTIAL: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
_LOCAL_PARTY: Final = re.compile(r"party/[a-z0-9.-]+/[a-z0-9.-]+", re.ASCII)
_LISTED: Final = 12  # codes that an error names; more would be no line
# What a thing is, by the end of its IRI (the base cut off); the first that fits.
_KINDS: Final = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("membership", r"meeting/.+/appointment/[^/]+/membership"),
        ("appointment", r"meeting/.+/item/[^/]+/appointment/[^/]+"),
        ("assignment", r"meeting/.+/item/[^/]+/assignment/[^/]+"),
        ("decision", r"meeting/.+/item/[^/]+/decision/[^/]+"),
        ("attendance", r"meeting/.+/attendance/[^/]+"),
        ("item", r"meeting/.+/item/[^/]+"),
        ("meeting", r"meeting/.+/[^/]+"),
        ("person", r"person/.+"),
        ("organisation", r"organisation/.+"),
        ("body", r"body/.+"),
        ("group", r"group/.+"),
    )
)


def kind_of(tail: str) -> str | None:
    """Tell what a thing is by its IRI without the base; None for what cannot be corrected."""
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(tail)), None)


@dataclass(frozen=True, slots=True)
class Form:
    """How a value is written: `read` makes of what a user gives what the log keeps, or None where it is none."""

    expected: str
    read: Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Target:
    """Where a value stands: on things of a kind, under a predicate, as `values` makes it of the log's form and the base.

    `hides` are predicates that say the same in other words and go with it.
    """

    kind: str
    predicate: NamedNode
    values: Callable[[str, str], Iterator[Value]]
    hides: tuple[NamedNode, ...] = ()


@dataclass(frozen=True, slots=True)
class Property:
    """A property that can be corrected."""

    name: str
    form: Form
    targets: tuple[Target, ...]

    @property
    def kinds(self) -> frozenset[str]:
        """Return the kinds of things that have it."""
        return frozenset(target.kind for target in self.targets)


def property_of(name: str, kind: str) -> Property | None:
    """Find a property of things of a kind."""
    return next((one for one in PROPERTIES if one.name == name and kind in one.kinds), None)


def properties_of(kind: str) -> tuple[Property, ...]:
    """Return all that can be corrected of things of a kind."""
    return tuple(one for one in PROPERTIES if kind in one.kinds)


# --- forms


def _text(given: str) -> str | None:
    return " ".join(mask_text(given).split()) or None


def _date(given: str) -> str | None:
    try:
        return dt.date.fromisoformat(given).isoformat()
    except ValueError:
        return None


def _partial(given: str) -> str | None:
    return given if _PARTIAL.fullmatch(given) and first_day(given) else None


def _boolean(given: str) -> str | None:
    words = {"true": "true", "yes": "true", "ja": "true", "false": "false", "no": "false", "nej": "false"}
    return words.get(given.casefold())


def _party(given: str) -> str | None:
    party = find_party(given)
    if party is not None:
        return _tail(party_iri("x:", party.abbreviation))
    return given if _LOCAL_PARTY.fullmatch(given) else None


def _municipality(given: str) -> str | None:
    found = find_municipality(given)
    return None if found is None else _tail(municipality_iri("x:", found.code))


def _tail(iri: NamedNode) -> str:
    return iri.value.removeprefix("x:")


def _codes(codes: Mapping[str, NamedNode], *, several: bool = False) -> Form:
    """Make the form of a code of a list, or of several with commas between."""

    def read(given: str) -> str | None:
        parts = [part.strip().casefold() for part in given.split(",")] if several else [given.strip().casefold()]
        return ", ".join(parts) if parts and all(part in codes for part in parts) else None

    named = ", ".join(list(codes)[:_LISTED]) + (" …" if len(codes) > _LISTED else "")
    return Form(f"{'one or more' if several else 'one'} of {named}", read)


TEXT: Final = Form("a text", _text)
DATE: Final = Form("a date, YYYY-MM-DD", _date)
PARTIAL: Final = Form("a year, a month or a day: 2023, 2023-05 or 2023-05-31", _partial)
BOOLEAN: Final = Form("yes or no", _boolean)
PARTY: Final = Form("a party of the Riksdag («S»), or the IRI of a local one («party/2380/vv»)", _party)
MUNICIPALITY: Final = Form("a municipality's name or code", _municipality)


# --- values


def _as_text(value: str, _: str) -> Iterator[Value]:
    yield text_literal(value)


def _as_date(value: str, _: str) -> Iterator[Value]:
    yield date_literal(dt.date.fromisoformat(value))


def _as_partial(value: str, _: str) -> Iterator[Value]:
    literal = partial_literal(value)
    if literal is not None:
        yield literal


def _as_first_day(value: str, _: str) -> Iterator[Value]:
    day = first_day(value)
    if day is not None:
        yield date_literal(day)


def _as_last_day(value: str, _: str) -> Iterator[Value]:
    day = last_day(value)
    if day is not None:
        yield date_literal(day)


def _as_boolean(value: str, _: str) -> Iterator[Value]:
    yield Literal(value, datatype=XSD.boolean)


def _as_thing(value: str, base: str) -> Iterator[Value]:
    yield NamedNode(f"{base}{value}")


def _as_codes(codes: Mapping[str, NamedNode]) -> Callable[[str, str], Iterator[Value]]:
    def values(value: str, _: str) -> Iterator[Value]:
        yield from (codes[part] for part in value.split(", "))

    return values


def _on(kinds: str, predicate: NamedNode, values: Callable[[str, str], Iterator[Value]]) -> tuple[Target, ...]:
    return tuple(Target(kind, predicate, values) for kind in kinds.split())


def _role(kinds: str, codes: Mapping[str, NamedNode]) -> tuple[Target, ...]:
    return tuple(Target(kind, AG.role, _as_codes(codes), (AG.roleText,)) for kind in kinds.split())


PROPERTIES: Final = (
    Property("name", TEXT, _on("person organisation body group", RDFS.label, _as_text)),
    Property("kind", _codes(BODY_KINDS), _on("body organisation", AG.bodyKind, _as_codes(BODY_KINDS))),
    Property(
        "kind",
        _codes(GROUP_KINDS),
        (
            Target("group", AG.groupKind, _as_codes(GROUP_KINDS)),
            Target("group", AG.groupKindText, _as_text),
        ),
    ),
    Property("deadline", DATE, _on("assignment", AG.due, _as_date)),
    Property("deadline", DATE, _on("group", AG.deadline, _as_date)),
    Property("task", TEXT, _on("assignment", AG.task, _as_text)),
    Property("text", TEXT, _on("decision", AG.text, _as_text)),
    Property("title", TEXT, _on("item", DCTERMS.title, _as_text)),
    Property("date", DATE, (*_on("meeting", DCTERMS.date, _as_date), *_on("membership", AG.decidedOn, _as_date))),
    Property("present", BOOLEAN, _on("attendance", AG.present, _as_boolean)),
    Property("role", _codes(MEETING_ROLES, several=True), _role("attendance", MEETING_ROLES)),
    Property("role", _codes(BODY_ROLES), _role("appointment membership", BODY_ROLES)),
    Property("party", PARTY, _on("attendance membership", AG.party, _as_thing)),
    Property("municipality", MUNICIPALITY, _on("attendance membership", AG.municipality, _as_thing)),
    Property(
        "since",
        PARTIAL,
        (*_on("appointment membership", AG.since, _as_partial), Target("membership", AG.beginsOn, _as_first_day)),
    ),
    Property(
        "until",
        PARTIAL,
        (*_on("appointment membership", AG.until, _as_partial), Target("membership", AG.endsOn, _as_last_day)),
    ),
)
