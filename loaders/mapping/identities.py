"""The identity graph: labels, types, redirects and hierarchy of all that minutes name («vem är vem»)."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from loaders.identity import Identities, Thing
from loaders.mapping.literals import text_literal
from ontology.iris import identity_graph
from ontology.terms import AG, DCTERMS, ORG, RDF, RDFS


def identity_quads(identities: Identities, base: str) -> Iterator[Quad]:
    """Yield the identity graph. It holds what is derived from all protocols together, so it is written anew as a whole."""
    graph = identity_graph(base)
    for thing in identities.things:
        iri = NamedNode(thing.iri)
        for predicate, value in _properties(thing):
            yield Quad(iri, predicate, value, graph)
        for old in thing.replaces:
            yield Quad(NamedNode(old), DCTERMS.isReplacedBy, iri, graph)


def _properties(thing: Thing) -> Iterator[tuple[NamedNode, NamedNode | Literal]]:
    """Yield what the graph says of a thing."""
    if thing.kind == "group":
        return  # each document that sets it up or staffs it describes it
    for kind in thing.types:
        yield RDF.type, NamedNode(kind)
    yield RDFS.label, text_literal(thing.label)
    if thing.unit_of is not None:
        yield ORG.unitOf, NamedNode(thing.unit_of)
    for member in thing.members:
        yield ORG.hasMember, NamedNode(member)
    if thing.county is not None:
        yield AG.county, NamedNode(thing.county)
    if thing.body_kind is not None:
        yield AG.bodyKind, NamedNode(thing.body_kind)
    if thing.abbreviation is not None:
        yield AG.abbreviation, text_literal(thing.abbreviation)
