"""The quarantine («karantän»): what breaks the graph is kept aside, so that no query rests on it.

The grain is a fact with all that stands below it: IRIs are paths, so an item goes with its decisions, an appointment with its
membership, an attendance with its presence; and so do links to them. What rests only on what is held is held too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from graph.validate import validate
from graph.violation import Severity, Violation

# Two facts that contradict each other, each with its evidence: the graph is at fault and says so, but an item is not less true
# because the minutes state another range elsewhere, and it would take its decisions with it.
CONTRADICTIONS: Final = frozenset({"ItemRangeShape"})


class Parted(NamedTuple):
    """A document's quads: those that hold and those that are held back, and all that the shapes found."""

    kept: list[Quad]
    held: list[Quad]
    findings: tuple[Violation, ...]


def part(quads: Sequence[Quad], beside: Sequence[Quad] = ()) -> Parted:
    """Part what holds from what breaks the graph; `beside` is checked with it and never held.

    Each round holds back what is at fault, and what is left is checked again: at the end nothing in it breaks the graph but
    what contradicts itself.
    """
    kept, held = list(quads), list[Quad]()
    found: dict[Violation, None] = {}
    while True:
        findings = validate([*kept, *beside], whole=False)
        found.update(dict.fromkeys(findings))
        broken = frozenset(
            one.focus for one in findings if one.severity is Severity.VIOLATION and one.shape not in CONTRADICTIONS
        )
        aside = [quad for quad in kept if _touches(quad, broken)] if broken else []
        if not aside:
            return Parted(kept, held, tuple(found))
        away = frozenset(aside)
        held += aside
        kept = [quad for quad in kept if quad not in away]


def _touches(quad: Quad, broken: frozenset[str]) -> bool:
    """Tell whether a quad is of something broken, of what stands below it, or links to it."""
    return _within(quad.subject, broken) or _within(quad.object, broken)


def _within(term: NamedNode | BlankNode | Literal | Triple, broken: frozenset[str]) -> bool:
    if isinstance(term, BlankNode):
        return str(term) in broken
    if not isinstance(term, NamedNode):
        return False
    path = term.value
    while path:
        if path in broken:
            return True
        path = path.rpartition("/")[0]
    return False
