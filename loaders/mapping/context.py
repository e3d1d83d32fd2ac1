"""What the parts of the mapping share: the protocol they map, and how a fact is written with its evidence («belägg»)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Triple

from loaders.identity import Entity, Resolution
from loaders.mapping.literals import count_literal, text_literal
from loaders.minutes import Minutes, Proof
from ontology.iris import document_iri, key_of, meeting_iri, span_iri
from ontology.terms import AG, NIF, PROV, RDF, RDFS

_LABEL = 120  # a longer text is shortened where it serves as a label


@dataclass(frozen=True, slots=True)
class Context:
    """The protocol that is mapped. `document` and `meeting` are its IRIs."""

    minutes: Minutes
    resolution: Resolution
    base: str
    document: NamedNode
    meeting: NamedNode

    @property
    def place_in_time(self) -> str:
        """Return the meeting's day, or the words that stand for it."""
        date = self.minutes.meeting.date
        return date.isoformat() if date else "utan datum"

    @property
    def body_label(self) -> str:
        """Return the name of the body that met."""
        body = self.resolution.body
        return body.label if body else "Sammanträde"

    def key(self, entity: Entity) -> str:
        """Return the key of an entity that never changes with other documents."""
        return key_of(NamedNode(entity.local), self.base)


def context_of(minutes: Minutes, resolution: Resolution, base: str) -> Context:
    """Mint the document and the meeting of a protocol; a meeting without date or number goes by its first item."""
    meeting, sha256 = minutes.meeting, minutes.source.sha256
    number = meeting.number or (None if meeting.date else meeting.first_item)
    return Context(
        minutes,
        resolution,
        base,
        document_iri(base, sha256),
        meeting_iri(base, resolution.scope, meeting.date, number=number, sha256=sha256),
    )


def fact(context: Context, iri: NamedNode, kind: NamedNode, label: str, proof: Proof) -> Iterator[Triple]:
    """Yield a fact's type, label and evidence."""
    yield Triple(iri, RDF.type, kind)
    yield Triple(iri, RDFS.label, text_literal(shortened(label) or label))
    yield from evidence(context, iri, proof)


def evidence(context: Context, iri: NamedNode, proof: Proof) -> Iterator[Triple]:
    """Yield the stretches of text that prove a fact."""
    for part in proof:
        span = span_iri(context.document, part.start, part.end)
        yield Triple(iri, PROV.wasDerivedFrom, span)
        yield Triple(span, RDF.type, NIF.RFC5147String)
        yield Triple(span, NIF.beginIndex, count_literal(part.start))
        yield Triple(span, NIF.endIndex, count_literal(part.end))
        yield Triple(span, NIF.anchorOf, text_literal(part.quote))
        yield Triple(span, NIF.referenceContext, context.document)
        if part.page is not None:
            yield Triple(span, AG.page, count_literal(part.page))


def texts(iri: NamedNode, *stated: tuple[NamedNode, str | None]) -> Iterator[Triple]:
    """Yield the texts that are stated, and nothing for those that are not."""
    for predicate, text in stated:
        if text:
            yield Triple(iri, predicate, text_literal(text))


def link(iri: NamedNode, predicate: NamedNode, entity: Entity | None) -> Iterator[Triple]:
    """Yield the link to an entity, if there is one."""
    if entity is not None:
        yield Triple(iri, predicate, NamedNode(entity.iri))


def shortened(text: str) -> str:
    """Return a text short enough for a label, cut between words."""
    words = " ".join(text.split())
    return words if len(words) <= _LABEL else f"{words[:_LABEL].rsplit(' ', 1)[0]} …"
