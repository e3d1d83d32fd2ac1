from __future__ import annotations

import pyoxigraph as ox
import pytest
from validation_broken import BROKEN
from validation_samples import changed

from graph.quarantine import CONTRADICTIONS, part
from graph.validate import validate
from graph.violation import Severity, Violation

GRAPH = ox.NamedNode("https://example.org/id/graph/0011223344556677")


def quads_of(text: str) -> list[ox.Quad]:
    triples = ox.parse(text.encode(), format=ox.RdfFormat.TURTLE)
    return [ox.Quad(one.subject, one.predicate, one.object, GRAPH) for one in triples]


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_left_never_breaks_the_graph_and_nothing_is_dropped(name: str) -> None:
    quads = quads_of(changed(*BROKEN[name][0]))
    parted = part(quads)
    assert not any(_breaks(one) for one in validate(parted.kept, whole=False))
    assert sorted(map(str, (*parted.kept, *parted.held))) == sorted(map(str, quads))
    assert any(map(_breaks, parted.findings)) == bool(parted.held)


def test_an_item_outside_the_stated_range_is_a_violation_that_takes_no_fact_away() -> None:
    parted = part(quads_of(changed(*BROKEN["an item outside the minutes"][0])))
    assert [(one.severity, one.shape) for one in parted.findings] == [(Severity.VIOLATION, "ItemRangeShape")]
    assert parted.held == []


def _breaks(found: Violation) -> bool:
    return found.severity is Severity.VIOLATION and found.shape not in CONTRADICTIONS


def test_a_fact_goes_with_what_stands_below_it_and_with_links_to_it() -> None:
    parted = part(quads_of(changed(('ag:itemNumber "1" ;', ""))))
    item = "https://example.org/id/meeting/m/item/1"
    assert parted.held
    # the correction of something in the item rests on what is held, so it is held too
    assert all(item in f"{quad.subject} {quad.object}" or "correction" in str(quad.subject) for quad in parted.held)
    assert not [quad for quad in parted.kept if item in f"{quad.subject} {quad.object}"]


def test_a_good_graph_is_kept_whole() -> None:
    quads = quads_of(changed())
    assert part(quads) == (quads, [], ())
