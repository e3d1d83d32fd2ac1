"""The source, how it was read, and what it mentions («källa», «proveniens»)."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from loaders.identity import Entity
from loaders.mapping.context import Context, evidence, fact, link, texts
from loaders.mapping.literals import share_literal, text_literal
from loaders.minutes import Mention
from ontology.iris import graph_iri, mention_iri, run_iri, software_iri, warning_iri
from ontology.terms import AG, DCTERMS, NIF, PROV, RDF, RDFS, SKOS


def source_triples(context: Context, version: str) -> Iterator[Triple]:
    """Yield the document, and that its graph was derived from it by one version of the program."""
    source, document = context.minutes.source, context.document
    yield Triple(document, RDF.type, AG.Document)
    yield Triple(document, RDF.type, NIF.Context)
    yield from texts(
        document,
        (RDFS.label, source.name),
        (AG.sha256, source.sha256),
        (DCTERMS.format, source.media_type),
        (DCTERMS.language, source.language),
    )
    if source.unread is not None:
        yield Triple(document, AG.unread, share_literal(source.unread))
    graph, run = graph_iri(context.base, source.sha256), run_iri(context.base, version)
    software = software_iri(context.base, version)
    yield Triple(graph, PROV.wasDerivedFrom, document)
    yield Triple(graph, PROV.wasGeneratedBy, run)
    if source.unread is not None:
        yield Triple(graph, NIF.confidence, share_literal(1 - source.unread))
    yield Triple(run, RDF.type, PROV.Activity)
    yield Triple(run, RDFS.label, text_literal(f"Läsning med aktorsgraf {version}"))
    yield Triple(run, PROV.wasAssociatedWith, software)
    yield Triple(software, RDF.type, PROV.SoftwareAgent)
    yield Triple(software, RDFS.label, text_literal(f"aktorsgraf {version}"))


def mention_triples(context: Context) -> Iterator[Triple]:
    """Yield what is mentioned («omnämnanden»), and who or what it is where that is known."""
    for mention in context.minutes.mentions:
        iri = mention_iri(context.document, mention.kind, mention.name)
        yield from fact(context, iri, AG.Mention, mention.name, mention.evidence)
        yield from texts(iri, (AG.mentionKind, mention.kind))
        yield from link(iri, AG.mentions, _mentioned(context, mention))


def _mentioned(context: Context, mention: Mention) -> Entity | None:
    """Tell who or what a mention means."""
    resolution = context.resolution
    match mention.kind:
        case "person":
            return resolution.person(mention.name)
        case "municipality":
            return resolution.municipality(mention.name)
        case "party":
            return resolution.party(mention.name)
        case "body":
            return resolution.thing(mention.name)


def warning_triples(context: Context) -> Iterator[Triple]:
    """Yield the doubts about the reading («läsvarningar»)."""
    for warning in context.minutes.warnings:
        places = (part.start for part in warning.evidence)
        iri = warning_iri(context.document, warning.code, warning.message, *places)
        yield Triple(iri, RDF.type, AG.ReadingWarning)
        yield from texts(iri, (RDFS.label, warning.message), (AG.code, warning.code))
        yield from evidence(context, iri, warning.evidence)


def printed_names(context: Context) -> Iterator[Triple]:
    """Yield each form in which the document prints a person's name."""
    minutes, person_of = context.minutes, context.resolution.person
    appointed = (entry for item in minutes.items for entry in item.appointments)
    mentioned = (entry.name for entry in minutes.mentions if entry.kind == "person")
    named = [
        *((entry.name, entry.surface, context.resolution.attendant(entry)) for entry in minutes.participants),
        *((one.person, None, person_of(one.person, one.municipality, one.party)) for one in appointed),
        *((name, None, person_of(name)) for name in mentioned),
    ]
    for name, surface, person in named:
        if person is not None:
            yield from texts(NamedNode(person.iri), (SKOS.altLabel, name), (SKOS.altLabel, surface))
