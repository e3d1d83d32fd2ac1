"""Whom a workspace's exclusions leave out of its graph, and so of all that is made of it («utelämnade»)."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode

from aktorsgraf.judgements import Exclusion
from graph.redaction import Hidden
from loaders.identity import Identities


def hidden_people(exclusions: Iterable[Exclusion], identities: Identities, base: str) -> Hidden:
    """Find every IRI of the excluded, and the names by which they go: those in the log, and those of today."""
    excluded = {f"{base}{one.subject}": one.name for one in exclusions}
    if not excluded:
        return Hidden()
    iris, names = set(excluded), set(excluded.values())
    for thing in identities.things:
        if thing.kind == "person" and not excluded.keys().isdisjoint((thing.iri, *thing.replaces)):
            iris |= {thing.iri, *thing.replaces}
            names.add(thing.label)
    return Hidden(frozenset(map(NamedNode, iris)), frozenset(names))
