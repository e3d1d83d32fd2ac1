"""JSON-LD 1.1, compact, with the ontology's context inlined: reading it asks no server.

One node a line, in sorted order, so that it is written and compared as a stream.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final, NamedTuple

from pyoxigraph import Literal, NamedNode, Triple

from graph.export.rdf import by_subject
from graph.export.whole import whole_file
from graph.store import GraphStore
from ontology.terms import PREFIXES, RDF

_STRING: Final = "http://www.w3.org/2001/XMLSchema#string"

Json = str | Mapping[str, str]


class _Term(NamedTuple):
    """How a predicate or class is written, and what the context says of its values: «@id», a datatype or nothing."""

    key: str
    coercion: str | None


def write_jsonld(store: GraphStore, path: Path) -> None:
    """Write the union of the graphs as JSON-LD."""
    context, terms = _context(), _terms_of_context()
    with whole_file(path) as out:
        out.write(f'{{"@context": {_json(context)},\n"@graph": ['.encode())
        for number, (subject, triples) in enumerate(by_subject(store)):
            out.write(f"{',' if number else ''}\n{_json(_node(subject, triples, terms))}".encode())
        out.write(b"\n]}\n")


def jsonld_of(subjects: Iterable[tuple[NamedNode, Iterable[Triple]]]) -> bytes:
    """Return a few subjects with their triples as one document, whose context has only what they use."""
    context = _context()
    nodes = [_node(subject, triples, _terms_of_context()) for subject, triples in subjects]
    return f"{_json({'@context': _used(context, nodes), '@graph': nodes})}\n".encode()


@cache
def _terms_of_context() -> Mapping[str, _Term]:
    return _terms(_context())


@cache
def _context() -> Mapping[str, object]:
    """Return the ontology's own context."""
    context: Mapping[str, object] = json.loads((files("ontology") / "context.jsonld").read_text(encoding="utf-8"))[
        "@context"
    ]
    return context


def _used(context: Mapping[str, object], nodes: Iterable[Mapping[str, object]]) -> dict[str, object]:
    """Return the entries that these nodes are written with."""
    names = {"@version", "id", "type"}
    for node in nodes:
        kinds = node.get("type", ())
        names |= {*node, *([kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else ())}
    prefixes = {name.partition(":")[0] for name in names if ":" in name}
    entries = {name: entry for name, entry in context.items() if name in names}
    prefixes |= {part.partition(":")[0] for entry in entries.values() for part in _curies(entry)}
    return {name: entry for name, entry in context.items() if name in names | prefixes}


def _curies(entry: object) -> tuple[str, ...]:
    """Return the names with prefixes in an entry of the context."""
    values = entry.values() if isinstance(entry, dict) else (entry,)
    return tuple(value for value in values if isinstance(value, str) and ":" in value)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _terms(context: Mapping[str, object]) -> dict[str, _Term]:
    """Return, by full IRI, the shortest way the context has to write each term: its own name before `prefix:name`."""
    found: dict[str, _Term] = {}
    for key, entry in sorted(context.items(), key=lambda item: (":" in item[0], item[0])):
        match entry:
            case str() if ":" in entry and not entry.endswith(("#", "/")):
                found.setdefault(_expand(entry), _Term(key, None))
            case {"@id": str(name), "@type": str(kind)}:
                found.setdefault(_expand(name), _Term(key, _expand(kind)))
            case {"@id": str(name)}:
                found.setdefault(_expand(name), _Term(key, None))
            case {"@type": str(kind)}:
                found.setdefault(_expand(key), _Term(key, _expand(kind)))
    return found


def _expand(name: str) -> str:
    prefix, colon, local = name.partition(":")
    return f"{PREFIXES[prefix]}{local}" if colon and prefix in PREFIXES else name


def _node(subject: NamedNode, triples: Iterable[Triple], terms: Mapping[str, _Term]) -> dict[str, object]:
    node: dict[str, object] = {"id": subject.value}
    types = [_name(kind.value, terms) for kind in map(_type, triples) if kind is not None]
    if types:
        node["type"] = types[0] if len(types) == 1 else types
    for triple in triples:
        if _type(triple) is not None:
            continue
        term = terms.get(triple.predicate.value, _Term(_compact(triple.predicate.value), None))
        value = _value(triple.object, term.coercion)
        present = node.get(term.key)
        if present is None:
            node[term.key] = value
        else:
            node[term.key] = [*present, value] if isinstance(present, list) else [present, value]
    return node


def _type(triple: Triple) -> NamedNode | None:
    return triple.object if triple.predicate == RDF.type and isinstance(triple.object, NamedNode) else None


def _name(iri: str, terms: Mapping[str, _Term]) -> str:
    return terms[iri].key if iri in terms else _compact(iri)


def _compact(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        local = iri.removeprefix(namespace)
        if local != iri and local and "/" not in local and ":" not in local:
            return f"{prefix}:{local}"
    return iri


def _value(value: object, coercion: str | None) -> Json:
    """Write a value as the context lets it be read back: plainly where that means the same, else with its type."""
    if isinstance(value, Literal):
        if value.language is not None:
            return {"@value": value.value, "@language": value.language}
        datatype = value.datatype.value
        if datatype == (coercion or _STRING):
            return value.value
        return {"@value": value.value} if datatype == _STRING else {"@value": value.value, "@type": datatype}
    if isinstance(value, NamedNode):
        return value.value if coercion == "@id" else {"@id": value.value}
    raise TypeError(f"JSON-LD: got {value}; expected an IRI or a literal, for the graph has no blank nodes")
