"""Loading and asking in Cypher, beside SPARQL: python benchmarks/bench_cypher.py [DOCUMENTS] [URI].

Made-up minutes (85 if not given, some 100,000 triples) are projected, filled into the embedded engine, and loaded into the Neo4j
server at URI where one is given, whose database must be there for it (user neo4j, AKTORSGRAF_NEO4J_PASSWORD). Then each query
of the pack is asked of each engine in the same run, with parameters that choose one body, group or person (those of
bench_queries.py); the best of three is printed, in milliseconds by the clock.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TypeVar

from bench_queries import ONE
from made_up_minutes import made_up_graphs

from graph.bolt import Access, GraphServer, connect
from graph.bolt.load import load
from graph.embedded import embedded_engine
from graph.projection import project
from graph.store import GraphStore
from queries.pack import Query
from queries.runner import load_pack, run

Done = TypeVar("Done")


def main(documents: int, uri: str | None) -> None:
    """Measure and print."""
    with GraphStore.open() as store, tempfile.TemporaryDirectory() as folder, ExitStack() as servers:
        store.replace_graphs(made_up_graphs(documents))
        nodes, seconds = measured(lambda: list(project(store)))
        things = len(nodes) + sum(len(node.links) for node in nodes)
        print(f"{documents} documents, {store.count()} quads, {len(nodes)} nodes, {things - len(nodes)} relationships")
        print(f"projection: {seconds:.1f} s, {things / seconds:.0f} nodes and relationships/s")
        engines: dict[str, GraphStore | GraphServer] = {"Oxigraph": store}
        starting = embedded_engine(Path(folder), "benchmark", lambda: iter(nodes))
        engines["embedded"], seconds = measured(lambda: servers.enter_context(starting))
        print(f"embedded engine started and filled: {seconds:.1f} s")
        if uri:
            access = Access(uri, "neo4j", os.environ["AKTORSGRAF_NEO4J_PASSWORD"])
            neo4j = engines["Neo4j"] = servers.enter_context(connect(access))
            for what in ("first load", "load that changes nothing"):
                _, seconds = measured(lambda: load(neo4j, lambda: iter(nodes)))
                print(f"Neo4j, {what}: {seconds:.1f} s, {things / seconds:.0f} nodes and relationships/s")
        print(f"{'ms':28}" + "".join(f"{name:>10}" for name in engines))
        for query in load_pack().values():
            times = [min(asked(query, engine) for _ in range(3)) for engine in engines.values()]
            print(f"{query.name:28}" + "".join(f"{seconds * 1000:10.1f}" for seconds in times))


def asked(query: Query, engine: GraphStore | GraphServer) -> float:
    """Return how many seconds a query takes, with parameters that choose one thing."""
    one = {parameter.name: ONE[parameter.name] for parameter in query.parameters}
    return measured(lambda: run(query, engine, one))[1]


def measured(action: Callable[[], Done]) -> tuple[Done, float]:
    """Return what an action gives and how many seconds it took."""
    started = time.perf_counter()
    done = action()
    return done, time.perf_counter() - started


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 85, sys.argv[2] if len(sys.argv) > 2 else None)
