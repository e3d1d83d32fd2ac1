"""A small good graph, in the form that minutes are mapped to, for the tests of validation."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import rdflib

from graph.plain_graph import from_quads
from graph.validate import Severity

Change = tuple[str, str]
# what is changed in the good graph; then the severity, shape and path of all that is found
Broken = dict[str, tuple[list[Change], set[tuple[Severity, str, str | None]]]]
V, W, N = Severity.VIOLATION, Severity.WARNING, Severity.INFO
GOOD = (Path(__file__).parent / "data" / "good-graph.ttl").read_text(encoding="utf-8")


def changed(*changes: tuple[str, str]) -> str:
    """Return the good graph with each old text replaced by its new one; an old text that is not there is an error."""
    text = GOOD
    for old, new in changes:
        if old not in text:
            raise ValueError(f"the good graph does not hold {old!r}")
        text = text.replace(old, new)
    return text


def graph_of(turtle: str) -> rdflib.Graph:
    """Read Turtle into the graph that validation checks."""
    return from_quads(ox.parse(turtle.encode(), format=ox.RdfFormat.TURTLE))
