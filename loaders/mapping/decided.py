"""Which decision point a fact stands in («beslutspunkt»). Derived: the same characters prove both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Triple

from loaders.minutes import AgendaItem, DecisionPoint, Proof
from ontology.iris import decision_iri
from ontology.terms import AG


def decision_points(item: AgendaItem, of: NamedNode) -> list[tuple[DecisionPoint, NamedNode]]:
    """List an item's decision points with their IRIs; one that is said twice gets two."""
    texts = distinct(point.text for point in item.decisions)
    return [(point, decision_iri(of, text)) for point, text in zip(item.decisions, texts, strict=True)]


def decided_by(iri: NamedNode, item: AgendaItem, of: NamedNode, proof: Proof) -> Iterator[Triple]:
    """Yield the first decision point whose evidence overlaps a fact's."""
    for point, point_iri in decision_points(item, of):
        if any(a.start < b.end and b.start < a.end for a in point.evidence for b in proof):
            yield Triple(iri, AG.decidedBy, point_iri)
            return


def distinct(texts_in_order: Iterable[str]) -> Iterator[str]:
    """Yield each text; one that comes again with how often it has come."""
    seen: Counter[str] = Counter()
    for text in texts_in_order:
        seen[text] += 1
        yield text if seen[text] == 1 else f"{text} ({seen[text]})"
