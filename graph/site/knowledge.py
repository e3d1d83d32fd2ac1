"""Looking things up in the graph while pages are made: labels, types, what is said of a thing and what refers to it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, Literal

from pyoxigraph import Literal as Text
from pyoxigraph import NamedNode, Triple

from graph.store import GraphStore
from ontology.terms import AG, NIF, PROV, RDF, RDFS, SKOS
from ontology.vocabulary import schemes, terms

Language = Literal["sv", "en"]
Node = NamedNode | Text

_CACHED: Final = 200_000  # labels, types, quotes
_THINGS: Final = 20_000  # with all that is said of them


class Knowledge:
    """A graph to look things up in; what pages ask for again and again is remembered."""

    def __init__(self, store: GraphStore) -> None:
        self._store = store
        self._terms = {term.iri: term for term in terms()}
        self._codes = {code.iri: code for scheme in schemes() for code in scheme.concepts}
        self.said_of = lru_cache(_THINGS)(self._said_of)
        self.label = lru_cache(_CACHED)(self._label)
        self.type = lru_cache(_CACHED)(self._type)
        self.quotes = lru_cache(_CACHED)(self._quotes)

    def _said_of(self, thing: NamedNode) -> tuple[Triple, ...]:
        """Return what is said of a thing in all graphs, each once, sorted."""
        return tuple(sorted({quad.triple for quad in self._store.quads(subject=thing)}, key=_order))

    def referring_to(self, thing: NamedNode) -> tuple[Triple, ...]:
        """Return what is said of others with this thing as its value, each once, sorted."""
        return tuple(sorted({quad.triple for quad in self._store.quads(value=thing)}, key=_order))

    def referred_by_facts(self, thing: NamedNode) -> bool:
        """Tell whether anything refers to this thing."""
        return next(iter(self._store.quads(value=thing)), None) is not None

    def value(self, thing: NamedNode, predicate: NamedNode) -> Node | None:
        """Return the first value of a property in sorted order."""
        return next(iter(self.values(thing, predicate)), None)

    def values(self, thing: NamedNode, predicate: NamedNode) -> tuple[Node, ...]:
        """Return the values of a property, sorted."""
        found = (triple.object for triple in self.said_of(thing) if triple.predicate == predicate)
        return tuple(one for one in found if isinstance(one, NamedNode | Text))

    def text(self, thing: NamedNode, predicate: NamedNode) -> str:
        """Return the first value of a property as text; empty where there is none."""
        found = self.value(thing, predicate)
        return found.value if found is not None else ""

    def name_of_term(self, iri: str, language: Language) -> str:
        """Return what a class or property is called."""
        term = self._terms.get(iri)
        return term.labels[language] if term and language in term.labels else iri.rpartition("#")[2] or iri

    def _label(self, thing: NamedNode, language: Language) -> str:
        code = self._codes.get(thing.value)
        if code is not None:
            return code.labels[language]
        if thing.value in self._terms:
            return self.name_of_term(thing.value, language)
        return self.text(thing, RDFS.label) or self.text(thing, SKOS.altLabel) or thing.value

    def _type(self, thing: NamedNode) -> NamedNode | None:
        """Return a thing's class, one of our own where it has one."""
        found = [one for one in self.values(thing, RDF.type) if isinstance(one, NamedNode)]
        return min(found, key=lambda one: (not one.value.startswith(AG.Meeting.value[:-7]), one.value), default=None)

    def _quotes(self, fact: NamedNode) -> tuple[tuple[NamedNode, str], ...]:
        """Return the spans that prove a fact, with their words, in the order of the text."""
        spans = (one for one in self.values(fact, PROV.wasDerivedFrom) if isinstance(one, NamedNode))
        found = [(span, self.text(span, NIF.anchorOf)) for span in spans]
        return tuple(sorted(((span, quote) for span, quote in found if quote), key=lambda one: _place(one[0])))

    def subjects(self) -> Iterator[NamedNode]:
        """Yield everything that something is said of, in no order, some more than once."""
        for quad in self._store.quads():
            if isinstance(quad.subject, NamedNode):
                yield quad.subject


def _order(triple: Triple) -> tuple[str, str, str]:
    return str(triple.subject), triple.predicate.value, str(triple.object)


def _place(span: NamedNode) -> tuple[str, int]:
    document, _, offsets = span.value.partition("#char=")
    start = offsets.partition(",")[0]
    return document, int(start) if start.isdigit() else 0
