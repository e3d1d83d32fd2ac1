"""Evidence is written as Web Annotations where that is asked for: each fact and span once, with both selectors."""

from __future__ import annotations

from pyoxigraph import NamedNode
from query_samples import sample_store

from graph.annotated import annotated_view
from ontology.terms import NIF, OA, PROV


def test_each_fact_and_span_has_an_annotation_with_both_selectors() -> None:
    with sample_store() as store, annotated_view(store) as view:
        before, after = set(store.quads()), set(view.quads())
    assert before < after
    quotes = {quad.subject: str(quad.object) for quad in before if quad.predicate == NIF.anchorOf}
    proofs = {
        (quad.subject, quad.object)
        for quad in before
        if quad.predicate == PROV.wasDerivedFrom and quad.object in quotes
    }
    bodies = [quad for quad in after if quad.predicate == OA.hasBody]
    assert len({quad.subject for quad in bodies}) == len(proofs) > 0
    said = {(quad.subject, quad.predicate): quad.object for quad in after - before}
    for quad in bodies:
        target = said[quad.subject, OA.hasTarget]
        assert isinstance(target, NamedNode)
        selectors = {one.object for one in after if one.subject == target and one.predicate == OA.hasSelector}
        assert len(selectors) == 2
        exact = [str(one.object) for one in after if one.subject in selectors and one.predicate == OA.exact]
        places = {one.predicate for one in after if one.subject in selectors}
        assert exact[0] in quotes.values()
        assert {OA.start, OA.end, OA.exact} <= places
