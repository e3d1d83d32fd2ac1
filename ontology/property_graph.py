"""The schema of the property graph: what nodes, relationships and properties are called, derived from the Turtle.

Names are the terms' own: a class «ag:Meeting» is the label `Meeting`, an object property «ag:heldBy» the relationship type
`HELD_BY`, any other property a key, `itemNumber`. A term of ours wins a name that two share. Texts of a stated language are
properties of their own: `label_sv`, `label_en`. Each node is keyed by `iri`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal

from ontology.turtle import read_data
from ontology.vocabulary import Kind, Term, terms, version

FILE: Final = "property-graph.json"
KEY: Final = "iri"
_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_PLAIN: Final = (  # they describe the ontology alone, or stand in exports alone
    "http://www.w3.org/2002/07/owl#",
    "http://purl.org/vocab/vann/",
    "http://www.w3.org/ns/oa#",
)
_IN_DATA: Final = "http://www.w3.org/2002/07/owl#sameAs"
_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"  # becomes a node's labels
_WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+")

ValueType = Literal["string", "integer", "decimal", "boolean", "date"]


@dataclass(frozen=True, slots=True)
class Label:
    """What a node is called: `iri` is its class, `parents` the labels of the classes above it, nearest first."""

    name: str
    iri: str
    label_sv: str
    label_en: str
    parents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relationship:
    """A type of relationship; `derived` says that it is a short-cut that follows from what is stated."""

    name: str
    iri: str
    label_sv: str
    label_en: str
    derived: bool
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Property:
    """A property of nodes; one that is `many` holds a list."""

    name: str
    iri: str
    label_sv: str
    label_en: str
    derived: bool
    type: ValueType
    many: bool


@dataclass(frozen=True, slots=True)
class PropertyGraph:
    """The schema; each mapping is by the IRI of the term."""

    version: str
    labels: Mapping[str, Label]
    relationships: Mapping[str, Relationship]
    properties: Mapping[str, Property]


@cache
def property_graph() -> PropertyGraph:
    """Return the schema as it is checked in."""
    data = json.loads(read_data(FILE))
    return PropertyGraph(
        data["version"],
        {row["iri"]: Label(**{**row, "parents": tuple(row["parents"])}) for row in data["labels"]},
        {row["iri"]: Relationship(**row) for row in data["relationships"]},
        {row["iri"]: Property(**row) for row in data["properties"]},
    )


def property_graph_text() -> str:
    """Return the text of `property-graph.json`: what the Turtle gives."""
    used = [term for term in terms() if not term.deprecated and _of_data(term.iri)]
    classes = [term for term in used if term.kind is Kind.CLASS]
    links = [term for term in used if term.kind is Kind.OBJECT]
    values = [term for term in used if term.kind in (Kind.DATATYPE, Kind.ANNOTATION) and term.value_type]
    by_iri = {term.iri: term for term in classes}
    rows: dict[str, Any] = {
        "version": version(),
        "key": KEY,
        "labels": [_label(term, by_iri) for term in classes],
        "relationships": [_relationship(term, by_iri) for term in links],
        "properties": [_property(term) for term in values],
    }
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def relationship_name(name: str) -> str:
    """Return a property's name as a type of relationship: `heldBy` gives `HELD_BY`."""
    return "_".join(_WORD.findall(name)).upper()


def _of_data(iri: str) -> bool:
    """Tell whether the data, and not only the ontology, uses a term."""
    return iri == _IN_DATA or (iri != _TYPE and not iri.startswith(_PLAIN))


def _named(term: Term, name: str) -> dict[str, Any]:
    return {"name": name, "iri": term.iri, "label_sv": term.labels["sv"], "label_en": term.labels["en"]}


def _label(term: Term, classes: Mapping[str, Term]) -> dict[str, Any]:
    parents: list[str] = []
    waiting = list(term.parents)
    while waiting:
        parent = classes.get(waiting.pop(0))
        if parent is not None and parent.name not in (*parents, term.name):
            parents.append(parent.name)
            waiting += parent.parents
    return {**_named(term, term.name), "parents": parents}


def _relationship(term: Term, classes: Mapping[str, Term]) -> dict[str, Any]:
    start, end = (classes[iri].name if iri and iri in classes else None for iri in (term.domain, term.range))
    return {**_named(term, relationship_name(term.name)), "derived": term.derived, "start": start, "end": end}


def _property(term: Term) -> dict[str, Any]:
    kind = (term.value_type or "").removeprefix(_XSD)
    return {
        **_named(term, term.name),
        "derived": term.derived,
        "type": kind if kind in ("integer", "decimal", "boolean", "date") else "string",
        "many": term.many,
    }
