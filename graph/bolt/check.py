"""Whether a server holds what the graph holds: nodes by label, relationships by type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from graph.bolt.connection import GraphServer
from graph.bolt.statements import COUNT_LABELS, COUNT_TYPES, UNSEALED
from graph.projection import Counts, label_names


class Difference(NamedTuple):
    """One label («node») or type («relationship») with how many the graph and the server have."""

    kind: str
    name: str
    graph: int
    server: int


def compare(server: GraphServer, counts: Counts) -> tuple[Difference, ...]:
    """Return every label and type with both numbers. Raises ServerError."""
    ours = set(label_names())
    labels = {label: number for label, number in server.read(COUNT_LABELS).rows if label in ours}
    types = dict(server.read(COUNT_TYPES).rows)
    return (
        *_compared("node", counts.labels, labels),
        *_compared("relationship", counts.types, types),
    )


def unfinished(server: GraphServer) -> int:
    """Return how many nodes wait for their relationships since a load was ended. Raises ServerError."""
    return int(server.read(UNSEALED).rows[0][0])


def _compared(kind: str, graph: Mapping[str, int], server: Mapping[str, int]) -> list[Difference]:
    return [Difference(kind, name, graph.get(name, 0), server.get(name, 0)) for name in sorted({*graph, *server})]
