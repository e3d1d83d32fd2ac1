from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Triple

from ontology.terms import OA
from ontology.web_annotation import Span, annotation_triples

FACT = NamedNode("https://example.org/id/meeting/m/item/1")
DOCUMENT = NamedNode("https://example.org/id/document/0011")


def values(triples: list[Triple], predicate: NamedNode) -> list[str]:
    return [
        str(triple.object.value) for triple in triples if triple.predicate == predicate and triple.object is not None
    ]


def test_evidence_as_an_annotation_has_both_selectors() -> None:
    triples = list(annotation_triples(FACT, Span(DOCUMENT, 4, 13, "Styrelsen", "och ", " beslutar")))
    assert values(triples, OA.hasBody) == [FACT.value]
    assert values(triples, OA.hasSource) == [DOCUMENT.value]
    assert len(values(triples, OA.hasSelector)) == 2
    assert values(triples, OA.start) == ["4"]
    assert values(triples, OA.end) == ["13"]
    assert values(triples, OA.exact) == ["Styrelsen"]
    assert values(triples, OA.prefix) == ["och "]
    assert values(triples, OA.suffix) == [" beslutar"]
    (start,) = [triple.object for triple in triples if triple.predicate == OA.start]
    assert isinstance(start, Literal)
    assert start.datatype.value.endswith("#nonNegativeInteger")


def test_the_same_evidence_gives_the_same_annotation() -> None:
    span = Span(DOCUMENT, 4, 13, "Styrelsen")
    assert list(annotation_triples(FACT, span)) == list(annotation_triples(FACT, span))
    assert not values(list(annotation_triples(FACT, span)), OA.prefix)
