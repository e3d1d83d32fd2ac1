"""Checking a catalogue by the profile: what DCAT-AP-SE 3.0.1 demands is a violation, what it recommends a warning."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from graph.validate import Violation, check
from ontology.turtle import SHAPES_CATALOGUE


def check_catalogue(triples: Iterable[ox.Triple | ox.Quad]) -> tuple[Violation, ...]:
    """Return what does not hold, the worst first."""
    return check(triples, (SHAPES_CATALOGUE,))
