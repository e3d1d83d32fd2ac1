"""What people judged and corrected, as quads of a graph of its own: from the log alone, so the same log gives the same graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad, Triple

from aktorsgraf.corrections_graph import Statement, corrected_quads
from aktorsgraf.judgements import Correction, InForce, Opinion, Said
from loaders.mapping.literals import text_literal
from ontology.iris import feature_iri, judgement_iri, judgements_graph
from ontology.terms import AG, DCTERMS, RDF, RDFS, VERDICTS, XSD


def judgement_quads(said: InForce, statements: Iterable[Statement], base: str) -> Iterator[Quad]:
    """Yield each judgement and correction that counts, with who made it and when, and the corrected triples."""
    graph = judgements_graph(base)
    stated = list(statements)
    corrections = {one.id: one for one in said.corrections}
    for opinion in said.opinions:
        for triple in _opinion(opinion, base):
            yield Quad(triple.subject, triple.predicate, triple.object, graph)
    for statement in stated:
        for triple in _correction(statement, corrections[statement.correction]):
            yield Quad(triple.subject, triple.predicate, triple.object, graph)
    yield from corrected_quads(stated, graph)


def _opinion(opinion: Opinion, base: str) -> Iterator[Triple]:
    iri = judgement_iri(base, opinion.id)
    yield Triple(iri, RDF.type, AG.Judgement)
    yield Triple(iri, RDFS.label, text_literal(" / ".join(opinion.names)))
    yield from _provenance(iri, opinion)
    for tail in sorted(opinion.pair):
        yield Triple(iri, AG.judges, NamedNode(f"{base}{tail}"))
    yield Triple(iri, AG.verdict, VERDICTS[opinion.verdict])
    if opinion.score is not None:
        yield Triple(iri, AG.score, _decimal(opinion.score))
    for feature in opinion.features:
        node = feature_iri(iri, feature.feature)
        yield Triple(iri, AG.feature, node)
        yield Triple(node, RDF.type, AG.JudgedFeature)
        yield Triple(node, AG.featureName, text_literal(feature.feature))
        yield Triple(node, AG.weight, _decimal(feature.weight))


def _correction(statement: Statement, correction: Correction) -> Iterator[Triple]:
    iri = statement.iri
    yield Triple(iri, RDF.type, AG.Correction)
    yield Triple(iri, RDFS.label, text_literal(f"{correction.name}: {correction.property}"))
    yield from _provenance(iri, correction)
    yield Triple(iri, RDF.subject, statement.subject)
    yield Triple(iri, RDF.predicate, statement.predicate)
    for value in statement.values:
        yield Triple(iri, RDF.object, value)


def _provenance(iri: NamedNode, said: Said) -> Iterator[Triple]:
    yield Triple(iri, AG.judgedBy, text_literal(said.who))
    yield Triple(iri, DCTERMS.created, Literal(said.when, datatype=XSD.dateTime))
    if said.reason:
        yield Triple(iri, AG.reason, text_literal(said.reason))


def _decimal(number: float) -> Literal:
    return Literal(f"{number:.4f}".rstrip("0").rstrip("."), datatype=XSD.decimal)
