"""The data files beside a page: the same thing as Turtle and as JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

import pyoxigraph as ox
from pyoxigraph import NamedNode, RdfFormat, Triple

from graph.export.jsonld import jsonld_of
from graph.export.rdf import ALL_PREFIXES


def turtle(triples: Iterable[Triple]) -> bytes:
    """Return triples in their order as Turtle, the prefixes that they use sorted at the top."""
    listed = list(triples)
    plain = " ".join(map(str, listed))
    used = {prefix: namespace for prefix, namespace in ALL_PREFIXES.items() if namespace in plain}
    text = ox.serialize(listed, format=RdfFormat.TURTLE, prefixes=used) or b""
    body = (line for line in text.splitlines(keepends=True) if not line.startswith(b"@prefix "))
    head = (f"@prefix {prefix}: <{namespace}> .\n".encode() for prefix, namespace in sorted(used.items()))
    return b"".join((*head, *body))


def jsonld(triples: Iterable[Triple]) -> bytes:
    """Return triples, sorted by subject, as JSON-LD."""
    groups = groupby(triples, key=lambda triple: triple.subject)
    return jsonld_of((subject, list(group)) for subject, group in groups if isinstance(subject, NamedNode))
