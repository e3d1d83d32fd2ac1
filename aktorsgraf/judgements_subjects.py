"""Finding what a user names, by IRI or by name («vem menas»)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode

from aktorsgraf.errors import WorkspaceError
from graph.store import GraphStore
from ontology.iris import fold
from ontology.terms import DCTERMS, RDFS

_PREFIXES: Final = """
PREFIX ag: <https://w3id.org/aktorsgraf/ns#>
PREFIX eli-dl: <http://data.europa.eu/eli/eli-draft-legislation-ontology#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX person: <http://www.w3.org/ns/person#>
PREFIX cv: <http://data.europa.eu/m8g/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
_NAMED: Final = """
SELECT DISTINCT ?thing ?label WHERE {
  VALUES ?type { person:Person org:OrganizationalUnit org:FormalOrganization org:OrganizationalCollaboration
                 cv:PublicOrganisation ag:WorkingGroup }
  VALUES ?wanted { %s }
  ?thing a ?type ; rdfs:label ?label ; ag:searchKey ?key .
  FILTER(%s)
}
"""
_ABOUT: Final = """
SELECT DISTINCT ?order ?what WHERE {
  VALUES ?who { %s }
  { ?fact eli-dl:had_participant_person|org:member ?who ; ag:party/ag:abbreviation ?what BIND(1 AS ?order) }
  UNION { ?fact eli-dl:had_participant_person|org:member ?who ; ag:municipality/rdfs:label ?what BIND(2 AS ?order) }
  UNION { ?fact eli-dl:had_participant_person ?who ; ag:atMeeting/ag:heldBy/rdfs:label ?what BIND(3 AS ?order) }
  UNION { ?fact org:member ?who ; org:organization/rdfs:label ?what BIND(4 AS ?order) }
  UNION { ?who org:unitOf/rdfs:label ?what BIND(5 AS ?order) }
}
"""
_SHORT: Final = ("person", "body", "organisation", "group")
_SAID: Final = 5  # what a line says of somebody at most


class NothingFoundError(WorkspaceError):
    """Nothing is called what the user named."""


class SeveralFoundError(WorkspaceError):
    """Several things are called what the user named; `choices` is a line about each."""

    def __init__(self, message: str, choices: Sequence[str]) -> None:
        super().__init__(message)
        self.choices = tuple(choices)


class Subject(NamedTuple):
    """What a user names: the IRI given, without its base, the one it goes by now, and what it is called."""

    tail: str
    root: NamedNode
    label: str


def find_subject(store: GraphStore, base: str, text: str) -> Subject:
    """Find the one thing that a user names by IRI, by what follows the base in it, or by name.

    A whole name goes before a part of one. Raises NothingFoundError and SeveralFoundError.
    """
    for tail in _tails(text, base):
        found = _by_iri(store, base, tail)
        if found is not None:
            return found
    choices = _by_name(store, base, text)
    if not choices:
        raise NothingFoundError(
            f"{text}: nothing is called that; look with: aktorsgraf query person-roles --param person=…"
        )
    if len(choices) > 1:
        lines = [f"{one.tail}  {about(store, one)}" for one in choices]
        raise SeveralFoundError(f"{text}: {len(choices)} are called that; name one by the IRI at the left", lines)
    return choices[0]


def about(store: GraphStore, subject: Subject) -> str:
    """Say in a line who or what something is: name, party, municipality, bodies."""
    known = [what for _, what in sorted(rows(store, _ABOUT % subject.root, "order", "what"))]
    more = " …" if len(known) > _SAID else ""
    return f"{subject.label} ({'; '.join(known[:_SAID])}{more})" if known else subject.label


def _tails(text: str, base: str) -> Iterator[str]:
    if text.startswith(base):
        yield text.removeprefix(base)
    else:
        yield text
        yield from (f"{kind}/{text}" for kind in _SHORT)


def _by_iri(store: GraphStore, base: str, tail: str) -> Subject | None:
    try:
        iri = NamedNode(f"{base}{tail}")
    except ValueError:  # a name with blanks is no IRI
        return None
    root, label = iri, ""
    for quad in store.quads(subject=iri):
        if quad.predicate == DCTERMS.isReplacedBy and isinstance(quad.object, NamedNode):
            root = quad.object
    for quad in store.quads(subject=root):
        if quad.predicate == RDFS.label and isinstance(quad.object, Literal):
            label = label or quad.object.value
    return Subject(tail, root, label) if label else None


def _by_name(store: GraphStore, base: str, text: str) -> list[Subject]:
    wanted = Literal(fold(text))
    if not wanted.value:
        return []
    for condition in ("?key = ?wanted", "CONTAINS(?key, ?wanted)"):
        labels: dict[str, str] = {}
        for thing, label in sorted(rows(store, _NAMED % (wanted, condition), "thing", "label")):
            if thing.startswith(base):
                labels.setdefault(thing, label)
        if labels:
            return [Subject(iri.removeprefix(base), NamedNode(iri), label) for iri, label in labels.items()]
    return []


def rows(store: GraphStore, query: str, *names: str) -> Iterable[tuple[str, ...]]:
    """Yield the values of some variables of a SELECT; the terms in the query are written by the store's own rules, never pasted."""
    answer = store.query(_PREFIXES + query)
    if not isinstance(answer, ox.QuerySolutions):
        raise TypeError(f"expected solutions of a SELECT, got {type(answer).__name__}")
    for solution in answer:
        yield tuple(
            term.value if isinstance(term, NamedNode | Literal) else "" for term in map(solution.__getitem__, names)
        )
