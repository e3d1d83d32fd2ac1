"""Whether a graph would hold with a correction («rimlighet»), asked before anybody notes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pyoxigraph import NamedNode, Quad

from aktorsgraf.corrections_graph import Statement, corrected_quads, statements_of, with_corrections
from aktorsgraf.judgements import Correction
from graph.store import GraphStore
from graph.validate import validate
from graph.violation import Severity, Violation
from ontology.iris import judgements_graph


def broken_by(store: GraphStore, base: str, correction: Correction) -> Violation | None:
    """Return what a correction would break: the first violation in a document with it that is not there without it."""
    statements = statements_of([correction], base, {})
    said = judgements_graph(base)
    graphs = {quad.graph_name for one in statements for quad in store.quads(subject=one.subject)} - {said}
    for graph in sorted((one for one in graphs if isinstance(one, NamedNode)), key=lambda one: one.value):
        quads = list(store.quads(graph))
        subjects = {quad.subject for quad in quads}
        quads += [quad for quad in store.quads(said) if quad.subject in subjects]
        before = {_place(one) for one in _violations(quads)}
        for found in _violations(_corrected(quads, statements, graph)):
            if _place(found) not in before:
                return found
    return None


def _corrected(quads: Sequence[Quad], statements: Sequence[Statement], graph: NamedNode) -> list[Quad]:
    return [*with_corrections(quads, statements), *corrected_quads(statements, graph)]


def _violations(quads: Iterable[Quad]) -> list[Violation]:
    return [one for one in validate(quads, whole=False) if one.severity is Severity.VIOLATION]


def _place(found: Violation) -> tuple[str, str, str | None]:
    return found.focus, found.shape, found.path
