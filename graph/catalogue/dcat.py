"""The catalogue as triples: DCAT-AP-SE 3.0.1, and VoID with the counts of the sets that are RDF.

Everything has an IRI below the catalogue's own, so that the same data give the same bytes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Triple

from graph.catalogue.counts import Counts
from graph.catalogue.publication import Publication, Texts
from graph.catalogue.sets import GRAPH, FileKind, PublishedSet
from graph.catalogue.terms import (
    COUNTRY,
    ENGLISH,
    GOVERNMENT,
    MEDIA_TYPES,
    PUBLIC,
    PUBLISHER_TYPES,
    SHA256,
    STABLE,
    SWEDISH,
    term,
)

_DATE = term("xsd:date")
_FILE_TYPES = "http://publications.europa.eu/resource/authority/file-type/"


class WrittenFile(NamedTuple):
    """A file as it was written: its size in bytes and its SHA-256."""

    size: int
    sha256: str


class Contents(NamedTuple):
    """What the sets hold: their files by name, counts by the set's key, and the days of the first and last meeting."""

    files: Mapping[str, WrittenFile]
    counts: Mapping[str, Counts]
    period: tuple[dt.date, dt.date] | None
    vocabularies: tuple[str, ...]
    uri_space: str


def catalogue_triples(publication: Publication, sets: tuple[PublishedSet, ...], contents: Contents) -> Iterator[Triple]:
    """Yield the catalogue with its sets."""
    catalogue = _at(publication, "catalog")
    yield Triple(catalogue, term("rdf:type"), term("dcat:Catalog"))
    yield from _described(catalogue, publication.title, publication.description, publication)
    yield Triple(catalogue, term("dcterms:license"), NamedNode(publication.license))
    yield Triple(catalogue, term("dcterms:spatial"), COUNTRY)
    yield Triple(catalogue, term("foaf:homepage"), NamedNode(publication.home))
    for language in (SWEDISH, ENGLISH):
        yield Triple(catalogue, term("dcterms:language"), language)
    yield from _agents(publication)
    for published in sets:
        yield Triple(catalogue, term("dcat:dataset"), _at(publication, published.key))
        yield from _dataset(publication, published, contents)
    if publication.endpoint:
        yield from _service(publication, publication.endpoint, catalogue)


def _at(publication: Publication, name: str) -> NamedNode:
    return NamedNode(f"{publication.home}catalog#{name}")


def _texts(subject: NamedNode, predicate: NamedNode, texts: Texts) -> Iterator[Triple]:
    yield Triple(subject, predicate, Literal(texts.sv, language="sv"))
    yield Triple(subject, predicate, Literal(texts.en, language="en"))


def _described(subject: NamedNode, title: Texts, description: Texts, publication: Publication) -> Iterator[Triple]:
    yield from _texts(subject, term("dcterms:title"), title)
    yield from _texts(subject, term("dcterms:description"), description)
    yield Triple(subject, term("dcterms:publisher"), _publisher(publication))
    for name, day in (("issued", publication.issued), ("modified", publication.modified)):
        if day is not None:
            yield Triple(subject, term(f"dcterms:{name}"), Literal(day.isoformat(), datatype=_DATE))


def _publisher(publication: Publication) -> NamedNode:
    return NamedNode(publication.publisher.iri) if publication.publisher.iri else _at(publication, "publisher")


def _agents(publication: Publication) -> Iterator[Triple]:
    """Describe the publisher and the contact point."""
    publisher, stated = _publisher(publication), publication.publisher
    yield Triple(publisher, term("rdf:type"), term("foaf:Agent"))
    yield Triple(publisher, term("foaf:name"), Literal(stated.name))
    yield Triple(publisher, term("dcterms:type"), NamedNode(f"{PUBLISHER_TYPES}{stated.type}"))
    if stated.homepage:
        yield Triple(publisher, term("foaf:homepage"), NamedNode(stated.homepage))
    contact = _at(publication, "contact")
    yield Triple(contact, term("rdf:type"), term("vcard:Organization"))
    yield Triple(contact, term("vcard:fn"), Literal(publication.contact.name))
    yield Triple(contact, term("vcard:hasEmail"), NamedNode(f"mailto:{publication.contact.email}"))


def _dataset(publication: Publication, published: PublishedSet, contents: Contents) -> Iterator[Triple]:
    dataset = _at(publication, published.key)
    yield Triple(dataset, term("rdf:type"), term("dcat:Dataset"))
    yield from _described(dataset, published.title, published.description, publication)
    yield Triple(dataset, term("dcterms:accessRights"), PUBLIC)
    yield Triple(dataset, term("dcterms:license"), NamedNode(publication.license))
    yield Triple(dataset, term("dcterms:spatial"), COUNTRY)
    yield Triple(dataset, term("dcat:contactPoint"), _at(publication, "contact"))
    yield Triple(dataset, term("dcat:landingPage"), NamedNode(publication.home))
    yield Triple(dataset, term("dcat:theme"), GOVERNMENT)
    for language in (SWEDISH, ENGLISH):
        yield Triple(dataset, term("dcterms:language"), language)
    for keyword in publication.keywords:
        yield from _texts(dataset, term("dcat:keyword"), keyword)
    if contents.period and published.key != "ontology":
        yield from _period(dataset, _at(publication, f"{published.key}-period"), *contents.period)
    for kind in published.files:
        yield from _distribution(publication, dataset, kind, contents.files[kind.name])
    if published.key in contents.counts:
        yield from _void(publication, published, contents)


def _period(dataset: NamedNode, period: NamedNode, first: dt.date, last: dt.date) -> Iterator[Triple]:
    """Tell the days that the data speak of."""
    yield Triple(dataset, term("dcterms:temporal"), period)
    yield Triple(period, term("rdf:type"), term("dcterms:PeriodOfTime"))
    yield Triple(period, term("dcat:startDate"), Literal(first.isoformat(), datatype=_DATE))
    yield Triple(period, term("dcat:endDate"), Literal(last.isoformat(), datatype=_DATE))


def _distribution(
    publication: Publication, dataset: NamedNode, kind: FileKind, written: WrittenFile
) -> Iterator[Triple]:
    distribution, url = _at(publication, kind.name), NamedNode(f"{publication.home}{kind.name}")
    checksum = _at(publication, f"{kind.name}-checksum")
    yield Triple(dataset, term("dcat:distribution"), distribution)
    yield Triple(distribution, term("rdf:type"), term("dcat:Distribution"))
    yield from _texts(distribution, term("dcterms:title"), Texts(sv=kind.name, en=kind.name))
    yield from _texts(distribution, term("dcterms:description"), kind.description)
    yield Triple(distribution, term("dcat:accessURL"), url)
    yield Triple(distribution, term("dcat:downloadURL"), url)
    yield Triple(distribution, term("dcterms:format"), NamedNode(f"{_FILE_TYPES}{kind.eu_format}"))
    yield Triple(distribution, term("dcat:mediaType"), NamedNode(f"{MEDIA_TYPES}{kind.media_type}"))
    yield Triple(distribution, term("dcterms:license"), NamedNode(publication.license))
    yield Triple(distribution, term("dcatap:availability"), STABLE)
    size = Literal(str(written.size), datatype=term("xsd:nonNegativeInteger"))
    yield Triple(distribution, term("dcat:byteSize"), size)
    yield Triple(distribution, term("spdx:checksum"), checksum)
    yield Triple(checksum, term("rdf:type"), term("spdx:Checksum"))
    yield Triple(checksum, term("spdx:algorithm"), SHA256)
    yield Triple(checksum, term("spdx:checksumValue"), Literal(written.sha256, datatype=term("xsd:hexBinary")))


def _service(publication: Publication, endpoint: str, catalogue: NamedNode) -> Iterator[Triple]:
    """Describe the SPARQL endpoint."""
    service = _at(publication, "sparql")
    yield Triple(catalogue, term("dcat:service"), service)
    yield Triple(service, term("rdf:type"), term("dcat:DataService"))
    yield from _texts(service, term("dcterms:title"), Texts(sv="SPARQL-gränssnitt", en="SPARQL endpoint"))
    yield Triple(service, term("dcterms:publisher"), _publisher(publication))
    yield Triple(service, term("dcat:contactPoint"), _at(publication, "contact"))
    yield Triple(service, term("dcterms:license"), NamedNode(publication.license))
    yield Triple(service, term("dcat:endpointURL"), NamedNode(endpoint))
    yield Triple(service, term("dcat:servesDataset"), _at(publication, GRAPH.key))
    yield Triple(_at(publication, GRAPH.key), term("void:sparqlEndpoint"), NamedNode(endpoint))


def _void(publication: Publication, published: PublishedSet, contents: Contents) -> Iterator[Triple]:
    """Describe how much a set of triples holds."""
    dataset, counts = _at(publication, published.key), contents.counts[published.key]
    yield Triple(dataset, term("rdf:type"), term("void:Dataset"))
    yield from _number(dataset, "triples", counts.triples)
    yield from _number(dataset, "entities", counts.subjects)
    yield from _number(dataset, "distinctSubjects", counts.subjects)
    yield from _number(dataset, "distinctObjects", counts.objects)
    yield from _number(dataset, "classes", len(counts.classes))
    yield from _number(dataset, "properties", len(counts.properties))
    if published.key == GRAPH.key:
        yield Triple(dataset, term("void:uriSpace"), Literal(contents.uri_space))
    for vocabulary in contents.vocabularies:
        yield Triple(dataset, term("void:vocabulary"), NamedNode(vocabulary))
    for kind in published.files:
        yield Triple(dataset, term("void:dataDump"), NamedNode(f"{publication.home}{kind.name}"))
    for number, (class_, instances) in enumerate(sorted(counts.classes.items(), key=lambda one: one[0].value), start=1):
        part = _at(publication, f"{published.key}-class-{number}")
        yield Triple(dataset, term("void:classPartition"), part)
        yield Triple(part, term("void:class"), class_)
        yield from _number(part, "entities", instances)
    for number, (used, triples) in enumerate(sorted(counts.properties.items(), key=lambda one: one[0].value), start=1):
        part = _at(publication, f"{published.key}-property-{number}")
        yield Triple(dataset, term("void:propertyPartition"), part)
        yield Triple(part, term("void:property"), used)
        yield from _number(part, "triples", triples)


def _number(subject: NamedNode, name: str, value: int) -> Iterator[Triple]:
    yield Triple(subject, term(f"void:{name}"), Literal(value))
