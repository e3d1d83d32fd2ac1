"""The store of named graphs: pyoxigraph, in a folder or in memory.

Each document is a named graph, replaced as a whole; queries see the union of all graphs. Measured on 300,000 quads in a
thousand graphs: `Store.extend` 84,000 quads a second with 370 MB at its peak, `bulk_extend` in batches 190,000 with 65 MB and
a third of the disk, a batch being written as a whole or not at all. So every writing goes through `bulk_extend`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final, Self

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad, Variable

from graph.errors import StoreError
from graph.lock import lock_store
from graph.search import with_search_keys
from ontology.terms import OWL

BATCH: Final = 50_000  # quads; larger batches cost memory and gain nothing
BUILD_KEY: Final = NamedNode("https://w3id.org/aktorsgraf/ns#buildKey")
Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class GraphStore(AbstractContextManager["GraphStore"]):
    """An open store. One process at a time writes; make it with `GraphStore.open`."""

    def __init__(
        self, store: ox.Store, path: Path | None = None, *, read_only: bool = False, lock: BinaryIO | None = None
    ) -> None:
        self._store: ox.Store | None = store
        self._path = path
        self._read_only = read_only
        self._lock = lock

    @classmethod
    def open(cls, path: Path | None = None, *, read_only: bool = False) -> Self:
        """Open the store in the folder `path`, made where there is none; without `path`, a new one in memory.

        Any number of processes may read; while they do, none writes. Raises StoreError.
        """
        if path is None:
            return cls(ox.Store())
        try:
            lock = lock_store(path, for_writing=not read_only)
            store = ox.Store.read_only(str(path)) if read_only else ox.Store(str(path))
        except FileNotFoundError as error:
            raise StoreError(f"{path}: no store there; build it first with: aktorsgraf build SOURCE...") from error
        except (OSError, RuntimeError, ValueError) as error:
            reason = " ".join(str(error).split())
            raise StoreError(f"{path}: not a store that can be opened ({reason}); build a new one") from error
        return cls(store, path, read_only=read_only, lock=lock)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store and of its lock."""
        self._store = None
        if self._lock is not None:
            self._lock.close()

    def replace_graphs(self, graphs: Iterable[tuple[NamedNode, Iterable[Quad]]]) -> int:
        """Write whole graphs in place of what they held, search keys added; return the number of quads written.

        Both levels are streamed. Graphs are removed just before their batch is written, as a whole: when the process is
        killed between the two, the graphs of one batch are absent and so are their build keys. A graph larger than a batch is
        written batch by batch, so its build key, by which it is complete, must come last. The quads may not come from this store. Raises ValueError for a quad that is not in its graph and for a graph given twice.
        """
        batch = _Batch(self._writable)
        for name, quads in graphs:
            batch.add(name, with_search_keys(_only_in(name, quads)))
        batch.write()
        return batch.written

    def remove_graph(self, name: NamedNode) -> bool:
        """Remove a graph with all it holds; tell whether there was one."""
        if not self._writable.contains_named_graph(name):
            return False
        self._writable.remove_graph(name)
        return True

    def optimize(self) -> None:
        """Put what was written one after the other in one order, on disk; costs nothing where it is so already.

        After a few graphs were written, questions take half as long again or twice as long. Measured: 1.5 s of processor
        time for 1.27 million quads.
        """
        self._writable.optimize()

    def graph_names(self) -> tuple[NamedNode, ...]:
        """Return the names of all graphs, sorted."""
        names = (name for name in self._open.named_graphs() if isinstance(name, NamedNode))
        return tuple(sorted(names, key=lambda name: name.value))

    def build_keys(self) -> dict[NamedNode, str]:
        """Return, for each graph that is complete, the key of what it was made from: `<graph> ag:buildKey "…"` in itself."""
        return {
            quad.subject: quad.object.value
            for quad in self._open.quads_for_pattern(None, BUILD_KEY, None)
            if isinstance(quad.subject, NamedNode)
            and isinstance(quad.object, Literal)
            and quad.subject == quad.graph_name
        }

    def query(self, sparql: str, substitutions: Mapping[Variable, NamedNode | Literal] | None = None) -> Answer:
        """Answer a query over the union of all graphs; solutions are streamed. Raises SyntaxError.

        The caller vouches for the query: a SERVICE in it makes requests (`queries.adhoc` checks those of users).
        """
        return self._open.query(
            sparql,
            use_default_graph_as_union=True,
            substitutions=dict(substitutions) if substitutions else None,
        )

    def quads(
        self,
        graph: NamedNode | None = None,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        value: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """Yield all quads, or those of one graph, subject, predicate or value, in the store's own order."""
        return self._open.quads_for_pattern(subject, predicate, value, graph)

    def ontology_version(self) -> str | None:
        """Return which version of the ontology the graph was built with; None where it holds none."""
        found = (quad.object for quad in self._open.quads_for_pattern(None, OWL.versionInfo, None))
        return next((version.value for version in found if isinstance(version, Literal)), None)

    def count(self) -> int:
        """Count the quads of all graphs."""
        return len(self._open)

    @property
    def path(self) -> Path:
        """Return the folder it is in. Raises StoreError for one in memory."""
        if self._path is None:
            raise StoreError("the store is in memory; expected one in a folder")
        return self._path

    @property
    def _open(self) -> ox.Store:
        if self._store is None:
            raise StoreError("the store is closed; open it again")
        return self._store

    @property
    def _writable(self) -> ox.Store:
        if self._read_only:
            raise StoreError("the store is opened for reading only; open it for writing")
        return self._open


def build_key(graph: NamedNode, key: str) -> Quad:
    """Make the quad that says what a graph was made from."""
    return Quad(graph, BUILD_KEY, Literal(key), graph)


def _only_in(name: NamedNode, quads: Iterable[Quad]) -> Iterator[Quad]:
    for quad in quads:
        if quad.graph_name != name:
            raise ValueError(f"graph {name.value}: got a quad of {quad.graph_name}; expected its own only")
        yield quad


class _Batch:
    """Whole graphs that wait until they are `BATCH` quads; a larger graph is written in batches of its own.

    Nothing is removed while `bulk_extend` runs: a store in memory would wait for itself.
    """

    def __init__(self, store: ox.Store) -> None:
        self._store = store
        self._names: list[NamedNode] = []
        self._quads: list[Quad] = []
        self._seen: set[str] = set()
        self.written = 0

    def add(self, name: NamedNode, quads: Iterator[Quad]) -> None:
        if name.value in self._seen:
            raise ValueError(f"graph {name.value}: given twice; expected all of its quads together")
        self._seen.add(name.value)
        start = list(islice(quads, BATCH))
        if len(self._quads) + len(start) >= BATCH:
            self.write()
        self._names.append(name)
        self._quads += start
        while len(start) == BATCH:
            self.write()
            start = list(islice(quads, BATCH))
            self._quads += start

    def write(self) -> None:
        for name in self._names:
            self._store.remove_graph(name)
        self._store.bulk_extend(self._quads)
        self.written += len(self._quads)
        self._names.clear()
        self._quads.clear()
