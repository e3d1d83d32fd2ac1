"""The ontology and the reference data as quads, so that their labels can be queried beside the minutes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, Triple

from ontology.iris import county_iri, identifier_iri, municipality_iri, ontology_graph, party_iri, reference_graph
from ontology.reference import County, Municipality, Party, counties, municipalities, parties
from ontology.terms import ADMS, AG, CV, OWL, RDF, RDFS, SKOS, BodyKind
from ontology.turtle import VOCABULARY, read_turtle

_WIKIDATA: Final = "http://www.wikidata.org/entity/"


def ontology_quads(base: str) -> Iterator[Quad]:
    """Yield the terms and code lists in their graph."""
    graph = ontology_graph(base)
    for name in VOCABULARY:
        for triple in read_turtle(name):
            yield Quad(triple.subject, triple.predicate, triple.object, graph)


def reference_quads(base: str) -> Iterator[Quad]:
    """Yield the counties, municipalities and national parties in their graph."""
    graph = reference_graph(base)
    for county in counties():
        yield from _in(graph, _county(base, county))
    for municipality in municipalities():
        yield from _in(graph, _municipality(base, municipality))
    for party in parties():
        yield from _in(graph, _party(base, party))


def _in(graph: NamedNode, triples: Iterator[Triple]) -> Iterator[Quad]:
    """Put triples into a graph."""
    for triple in triples:
        yield Quad(triple.subject, triple.predicate, triple.object, graph)


def _county(base: str, county: County) -> Iterator[Triple]:
    """Describe a county («län»)."""
    iri = county_iri(base, county.code)
    yield Triple(iri, RDF.type, AG.County)
    yield Triple(iri, RDFS.label, Literal(county.name))
    yield Triple(iri, AG.countyCode, Literal(county.code))


def _municipality(base: str, municipality: Municipality) -> Iterator[Triple]:
    """Describe a municipality («kommun»), its code as a value and as an identifier of its own."""
    iri = municipality_iri(base, municipality.code)
    identifier = identifier_iri(iri)
    yield Triple(iri, RDF.type, CV.PublicOrganisation)
    yield Triple(iri, RDFS.label, Literal(municipality.name))
    yield Triple(iri, SKOS.altLabel, Literal(municipality.official))
    yield Triple(iri, AG.bodyKind, BodyKind.KOMMUN)
    yield Triple(iri, AG.municipalityCode, Literal(municipality.code))
    yield Triple(iri, AG.county, county_iri(base, municipality.county.code))
    yield Triple(iri, ADMS.identifier, identifier)
    yield Triple(identifier, RDF.type, ADMS.Identifier)
    yield Triple(identifier, SKOS.notation, Literal(municipality.code))


def _party(base: str, party: Party) -> Iterator[Triple]:
    """Describe a party of the Riksdag («riksdagsparti»)."""
    iri = party_iri(base, party.abbreviation)
    yield Triple(iri, RDF.type, AG.Party)
    yield Triple(iri, RDFS.label, Literal(party.name))
    yield Triple(iri, AG.abbreviation, Literal(party.abbreviation))
    for former in party.former:
        yield Triple(iri, SKOS.altLabel, Literal(former))
    yield Triple(iri, OWL.sameAs, NamedNode(f"{_WIKIDATA}{party.wikidata}"))
