"""Triples loaded a second beside rdflib: python benchmarks/bench_load.py [DOCUMENTS].

The same N-Quads (made-up minutes, 200 if not given) are read by each in the same run: into the store on disk, into the
store in memory, and into rdflib's dataset in memory. The store also writes its search keys, which the others do not; only
the triples that were read are counted.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import chain, groupby
from pathlib import Path

import pyoxigraph as ox
import rdflib
from made_up_minutes import made_up_graphs
from pyoxigraph import NamedNode, Quad

from graph.store import GraphStore


def main(documents: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "made-up.nq"
        ox.serialize(chain.from_iterable(quads for _, quads in made_up_graphs(documents)), file, ox.RdfFormat.N_QUADS)
        with file.open("rb") as lines:
            triples = sum(1 for _ in lines)
        print(f"{documents} documents, {triples} triples, {file.stat().st_size / 1e6:.0f} MB of N-Quads")
        on_disk = measured("store on disk", triples, lambda: load(file, folder / "store"))
        in_memory = measured("store in memory", triples, lambda: load(file, None))
        again = measured("store on disk, every graph replaced", triples, lambda: load(file, folder / "store"))
        beside = measured("rdflib in memory", triples, lambda: load_rdflib(file))
        print(f"rdflib's time to ours: on disk {beside / on_disk:.1f}, replacing {beside / again:.1f}, ", end="")
        print(f"in memory {beside / in_memory:.1f}")


def load(file: Path, path: Path | None) -> None:
    """Load a file of N-Quads, whose graphs stand one after the other, into the store."""
    with GraphStore.open(path) as store:
        store.replace_graphs(graphs_of(file))


def graphs_of(file: Path) -> Iterator[tuple[NamedNode, Iterator[Quad]]]:
    """Yield the graphs of a file with their quads, as a stream."""
    quads = (quad for quad in ox.parse(path=file, format=ox.RdfFormat.N_QUADS) if isinstance(quad, Quad))
    for name, content in groupby(quads, key=lambda quad: quad.graph_name):
        if not isinstance(name, NamedNode):
            raise TypeError(f"graph {name}: expected named graphs only")
        yield name, content


def load_rdflib(file: Path) -> None:
    """Load the same file into rdflib."""
    with file.open("rb") as source:
        rdflib.Dataset().parse(source, format="nquads")


def measured(what: str, triples: int, action: Callable[[], None]) -> float:
    """Print one line and return the seconds. Memory is the process' peak so far."""
    started = time.perf_counter()
    action()
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{what}: {seconds:.2f} s, {triples / seconds:.0f} triples/s, peak {peak:.0f} MB")
    return seconds


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
