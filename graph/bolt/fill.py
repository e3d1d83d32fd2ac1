"""Filling an empty database of the embedded engine: plain CREATEs, which are the fastest, and keep no account of what was there.

The engine cannot give a node another label once it is there, as loading into a user's server does; so its database is made
anew when the graph changes.
"""

from __future__ import annotations

import pickle
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from graph.bolt.connection import GraphServer, Run
from graph.bolt.load import BATCH, Tell, batches, links_by_type, unspooled, values_of
from graph.bolt.statements import constraints, create_links, create_nodes
from graph.projection import Node


def fill(server: GraphServer, nodes: Iterable[Node], tell: Tell = lambda _step, _done: None) -> None:
    """Write all nodes and relationships into a database that holds none. Raises ServerError."""
    _, key_of_all = next(iter(constraints()))
    server.write(lambda run: run(key_of_all))
    with tempfile.TemporaryFile() as spool:
        done = 0
        for batch in batches(iter(nodes), BATCH):
            server.write(_nodes(batch))
            for node in batch:
                pickle.dump((node.iri, node.links), spool)
            done += len(batch)
            tell("nodes", done)
        spool.seek(0)
        linked = 0
        for links in batches(unspooled(spool), BATCH):
            server.write(_links(links))
            linked += len(links)
            tell("relationships", linked)


def _nodes(batch: Sequence[Node]) -> Callable[[Run], None]:
    def work(run: Run) -> None:
        by_labels: defaultdict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
        for node in batch:
            by_labels[node.labels].append(values_of(node))
        for labels, rows in sorted(by_labels.items()):
            run(create_nodes(labels), rows=rows)

    return work


def _links(batch: Sequence[Any]) -> Callable[[Run], None]:
    def work(run: Run) -> None:
        for type_, rows in links_by_type(batch):
            run(create_links(type_), rows=rows)

    return work
