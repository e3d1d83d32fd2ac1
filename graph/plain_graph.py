"""Plain rdflib graphs for pyshacl, which checks them many times faster than a graph over another store.

rdflib takes `"2024-13"^^xsd:gYearMonth` as good, and cannot compare a date that is none with another. So a literal that its
datatype forbids is carried over as plain text: then it is of the wrong datatype for every shape, and safe to compare. Blank
nodes, which the model has none of and pyshacl refuses to compare, become `_:name`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import XSD
from rdflib.term import Node

_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def _is_date(lexical: str) -> bool:
    """Tell whether this is a day of the calendar, as minutes give it: without time zone."""
    if not _DATE.fullmatch(lexical):
        return False
    try:
        dt.date.fromisoformat(lexical)
    except ValueError:
        return False
    return True


def _is_moment(lexical: str) -> bool:
    """Tell whether this is a moment, as judgements have it: in universal time."""
    try:
        return dt.datetime.fromisoformat(lexical).utcoffset() == dt.timedelta(0)
    except ValueError:
        return False


def _matches(pattern: str) -> Callable[[str], bool]:
    """Return a test of the whole lexical form."""
    compiled = re.compile(pattern, re.ASCII)
    return lambda lexical: compiled.fullmatch(lexical) is not None


_SOUND: Final[Mapping[str, Callable[[str], bool]]] = {
    str(XSD.boolean): _matches(r"true|false|1|0"),
    str(XSD.date): _is_date,
    str(XSD.dateTime): _is_moment,
    str(XSD.gYear): _matches(r"\d{4}"),
    str(XSD.gYearMonth): _matches(r"\d{4}-(0[1-9]|1[0-2])"),
    str(XSD.integer): _matches(r"[+-]?\d+"),
    str(XSD.decimal): _matches(r"[+-]?(\d+(\.\d*)?|\.\d+)"),
    str(XSD.string): lambda _: True,
}


def sound_lexical(lexical: str, datatype: str) -> bool:
    """Tell whether a datatype is one of the model's and allows a lexical form."""
    sound = _SOUND.get(datatype)
    return sound is not None and sound(lexical)


def from_quads(data: Iterable[ox.Quad | ox.Triple]) -> Graph:
    """Copy quads of any graphs into one."""
    graph = Graph(bind_namespaces="none")
    iris: dict[str, URIRef] = {}
    for fact in data:
        graph.add((_term(fact.subject, iris), _term(fact.predicate, iris), _term(fact.object, iris)))
    return graph


def from_rdflib(data: Graph) -> Graph:
    """Copy a graph of any store."""
    graph = Graph(bind_namespaces="none")
    for subject, predicate, value in data:
        graph.add((_sound_term(subject), predicate, _sound_term(value)))
    return graph


def _sound_term(term: Node) -> Node:
    """Return an rdflib term that is safe to compare."""
    if isinstance(term, Literal) and term.datatype is not None:
        return _literal(str(term), str(term.datatype))
    return _named(str(term)) if isinstance(term, BNode) else term


def _named(blank: str) -> URIRef:
    """Return a blank node as a name that no IRI can have."""
    return URIRef(f"_:{blank}")


def _term(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple, iris: dict[str, URIRef]) -> Node:
    """Return an rdflib term; equal IRIs are made once."""
    if isinstance(term, ox.NamedNode):
        found = iris.get(term.value)
        if found is None:
            found = iris[term.value] = URIRef(term.value)
        return found
    if isinstance(term, ox.Literal):
        if term.language is not None:
            return Literal(term.value, lang=term.language)
        return _literal(term.value, term.datatype.value)
    if isinstance(term, ox.BlankNode):
        return _named(term.value)
    raise TypeError(f"{term}: a triple as a term; expected an IRI, a literal or a blank node")


def _literal(lexical: str, datatype: str) -> Literal:
    """Return a literal, without its datatype where that is not kept or not one of the model's."""
    if datatype == str(XSD.string) or not sound_lexical(lexical, datatype):
        return Literal(lexical)
    return Literal(lexical, datatype=URIRef(datatype), normalize=False)


def to_triples(data: Graph) -> Iterator[ox.Triple]:
    """Yield what an rdflib graph holds."""
    for subject, predicate, value in data:
        if isinstance(subject, (URIRef, BNode)):
            yield ox.Triple(_resource(subject), ox.NamedNode(str(predicate)), _value(value))


def _resource(term: URIRef | BNode) -> ox.NamedNode | ox.BlankNode:
    if isinstance(term, BNode) or term.startswith("_:"):
        return ox.BlankNode(str(term).removeprefix("_:"))
    return ox.NamedNode(str(term))


def _value(term: Node) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    if isinstance(term, (URIRef, BNode)):
        return _resource(term)
    if not isinstance(term, Literal):
        raise TypeError(f"{term!r}: expected an IRI, a literal or a blank node")
    if term.language is not None:
        return ox.Literal(str(term), language=term.language)
    return ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype or XSD.string)))
