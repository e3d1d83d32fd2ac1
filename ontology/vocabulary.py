"""The declared terms and code lists as frozen values, read from the Turtle."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Final

from pyoxigraph import Literal, NamedNode

from ontology.turtle import CODES, CORE, VOCABULARY, prefixes, read_turtle

_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
_OWL: Final = "http://www.w3.org/2002/07/owl#"
_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_DCTERMS: Final = "http://purl.org/dc/terms/"
_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_AG: Final = "https://w3id.org/aktorsgraf/ns#"
ONTOLOGY: Final = "https://w3id.org/aktorsgraf/ns"
LANGUAGES: Final = ("sv", "en")


class Kind(Enum):
    """What a term is."""

    CLASS = "Class"
    OBJECT = "ObjectProperty"
    DATATYPE = "DatatypeProperty"
    ANNOTATION = "AnnotationProperty"


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property; `labels` and `definitions` are by language, other terms are IRIs.

    `value_type` is the datatype of its values, by its range or, where that is open, by use. `replaced_by` is the term to use
    instead of a deprecated one.
    """

    iri: str
    prefix: str
    name: str
    kind: Kind
    labels: dict[str, str]
    definitions: dict[str, str]
    domain: str | None
    range: str | None
    value_type: str | None = None
    parents: tuple[str, ...] = ()
    derived: bool = False
    many: bool = False
    deprecated: bool = False
    replaced_by: str | None = None


@dataclass(frozen=True, slots=True)
class Concept:
    """An entry of a code list («kod»)."""

    iri: str
    notation: str
    labels: dict[str, str]
    definitions: dict[str, str]
    broader: str | None


@dataclass(frozen=True, slots=True)
class Scheme:
    """A code list («kodlista») with its entries in the order they stand."""

    iri: str
    name: str
    labels: dict[str, str]
    definitions: dict[str, str]
    concepts: tuple[Concept, ...]


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the Turtle says of one subject."""

    iris: dict[str, list[str]]
    texts: dict[tuple[str, str | None], str]

    def iri(self, predicate: str) -> str | None:
        """Return the one object of a predicate, if any."""
        return next(iter(self.iris.get(predicate, ())), None)

    def holds(self, predicate: str) -> bool:
        """Tell whether a yes-or-no predicate is true."""
        return self.texts.get((predicate, None)) == "true"

    def by_language(self, predicate: str) -> dict[str, str]:
        """Return the texts of a predicate by language, sv before en."""
        return {lang: self.texts[predicate, lang] for lang in LANGUAGES if (predicate, lang) in self.texts}


@cache
def terms() -> tuple[Term, ...]:
    """Return all declared terms, ours and the reused ones, by prefix and name."""
    kinds = {f"{_OWL}{kind.value}": kind for kind in Kind}
    found = []
    for iri, facts in _subjects(VOCABULARY).items():
        kind = kinds.get(facts.iri(f"{_RDF}type") or "")
        if kind is not None:
            found.append(_term(iri, kind, facts))
    return tuple(sorted(found, key=lambda term: (term.prefix, term.name)))


def _term(iri: str, kind: Kind, facts: _Facts) -> Term:
    """Read one term."""
    range_ = facts.iri(f"{_RDFS}range")
    return Term(
        iri,
        *split_iri(iri),
        kind,
        facts.by_language(f"{_RDFS}label"),
        facts.by_language(f"{_SKOS}definition"),
        domain=facts.iri(f"{_RDFS}domain"),
        range=range_,
        value_type=facts.iri(f"{_AG}valueType") or (range_ if (range_ or "").startswith(_XSD) else None),
        parents=tuple(facts.iris.get(f"{_RDFS}subClassOf", ())),
        derived=facts.holds(f"{_AG}derived"),
        many=facts.holds(f"{_AG}manyValued"),
        deprecated=facts.holds(f"{_OWL}deprecated"),
        replaced_by=facts.iri(f"{_DCTERMS}isReplacedBy"),
    )


def version() -> str:
    """Return the ontology's version."""
    return _subjects((CORE,))[ONTOLOGY].texts[f"{_OWL}versionInfo", None]


@cache
def schemes() -> tuple[Scheme, ...]:
    """Return the code lists in the order they stand."""
    subjects = _subjects((CODES,))
    found = []
    for iri, facts in subjects.items():
        if facts.iri(f"{_RDF}type") == f"{_SKOS}ConceptScheme":
            members = {key: value for key, value in subjects.items() if value.iri(f"{_SKOS}inScheme") == iri}
            concepts = tuple(
                Concept(
                    key,
                    value.texts.get((f"{_SKOS}notation", None), ""),
                    value.by_language(f"{_SKOS}prefLabel"),
                    value.by_language(f"{_SKOS}definition"),
                    value.iri(f"{_SKOS}broader"),
                )
                for key, value in members.items()
            )
            labels, definitions = facts.by_language(f"{_SKOS}prefLabel"), facts.by_language(f"{_SKOS}definition")
            found.append(Scheme(iri, iri.rpartition("/")[2], labels, definitions, concepts))
    return tuple(found)


def split_iri(iri: str) -> tuple[str, str]:
    """Split the IRI of a term into its prefix and local name; raises ValueError outside the declared namespaces."""
    for prefix, namespace in prefixes().items():
        name = iri.removeprefix(namespace)
        if name != iri and name and "/" not in name and "#" not in name:
            return prefix, name
    raise ValueError(f"{iri}: expected a term of a namespace that ontology/*.ttl gives a prefix")


@cache
def _subjects(names: tuple[str, ...]) -> dict[str, _Facts]:
    """Gather the triples of some files by their subject."""
    found: dict[str, _Facts] = {}
    for name in names:
        for triple in read_turtle(name):
            if not isinstance(triple.subject, NamedNode):
                raise TypeError(f"ontology/{name}: a subject without an IRI; give it one")
            facts = found.setdefault(triple.subject.value, _Facts({}, {}))
            if isinstance(triple.object, Literal):
                facts.texts[triple.predicate.value, triple.object.language] = triple.object.value
            elif isinstance(triple.object, NamedNode):
                facts.iris.setdefault(triple.predicate.value, []).append(triple.object.value)
    return found
