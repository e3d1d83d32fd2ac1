"""How the packed queries grow: python benchmarks/bench_queries.py [DOCUMENTS...] [--ways one] [--rdflib SECONDS] [--keep FOLDER].

Made-up minutes (85 and 850 documents if not said, some 130,000 and 1,270,000 quads; 4,250 are six million) are loaded into a
store on disk, which with --keep stays in that folder, and is asked again by the next run that keeps it there. Each query is
asked in three ways: `example`, with the parameters of its documentation, `one`, with parameters that choose one body, group or
person, and `all`, without any that may be left out; or only in the --ways that are named. The best of nine is printed, or of
as many as two seconds are enough for, in milliseconds of processor time, with the number of rows; after the last size, how
many times as long each took as at the first, beside how many times as large the graph was. With --rdflib, each is also asked
of rdflib over the smallest graph, and given up after so many seconds of processor time. For Neo4j see bench_cypher.py.
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType
from typing import Final, NamedTuple

import rdflib
from made_up_minutes import made_up_graphs

from graph.export import export
from graph.store import GraphStore
from ontology.terms import VERSION
from queries.pack import Query
from queries.parameters import Given
from queries.runner import collect, load_pack, run

WAYS: Final = ("example", "one", "all")
MOST: Final = 9  # times that a query is asked, unless that takes longer than so many seconds
SECONDS: Final = 2
ONE: Final[Mapping[str, Given]] = {
    "assignee": "växel",
    "at": "2015-06-01",
    "body": "bygden 0",
    "group": "växel",
    "months": 12,
    "municipality": "Östersund",
    "min_bodies": 2,
    "min_meetings": 5,
    "min_shared": 3,
    "open_at": "2015-06-01",
    "person": "börje ek-linda",
    "recipient": "kommun",
    "since": "2015-06-01",
    "text": "bredband",
    "until": "2015-12-31",
}


class Cell(NamedTuple):
    """The best, in milliseconds of processor time, and the number of rows."""

    milliseconds: float
    rows: int


def main(sizes: list[int], ways: Sequence[str], rdflib_seconds: int, kept: Path | None) -> None:
    """Measure each size and print a table of it, and then how the times grew."""
    found: list[tuple[int, dict[str, list[Cell]]]] = []
    for number, documents in enumerate(sizes):
        with ExitStack() as opened:
            folder = Path(opened.enter_context(tempfile.TemporaryDirectory()))
            store = opened.enter_context(_store(documents, kept or folder))
            dataset = _in_rdflib(store, folder) if rdflib_seconds and number == 0 else None
            heads = "".join(f"{head:>10}{'rows':>7}" for head in ways)
            print(f"{'ms':28}{heads}" + (f"{'rdflib, one':>13}" if dataset else ""))
            cells = {
                query.name: _measure(query, store, ways, dataset, rdflib_seconds) for query in load_pack().values()
            }
            found.append((store.count(), cells))
    if len(found) > 1:
        _print_growth(ways, *found[0], *found[-1])


def _store(documents: int, folder: Path) -> GraphStore:
    """Open the store of so many made-up minutes; make it where there is none of this version."""
    path = folder / f"{documents}-{VERSION}"
    if path.exists():
        store = GraphStore.open(path, read_only=True)
        print(f"\n{documents} documents, {store.count()} quads, made by an earlier run")
        return store
    started = time.perf_counter()
    folder.mkdir(parents=True, exist_ok=True)
    making = folder / f"{path.name}-unfinished"
    with GraphStore.open(making) as unfinished:
        unfinished.replace_graphs(made_up_graphs(documents))
        unfinished.optimize()
    making.rename(path)
    making.with_name(f"{making.name}.lock").unlink()
    store = GraphStore.open(path, read_only=True)
    seconds = time.perf_counter() - started
    print(f"\n{documents} documents, {store.count()} quads, made and loaded in {seconds:.0f} s")
    return store


def _print_growth(
    ways: Sequence[str], quads: int, before: dict[str, list[Cell]], more: int, after: dict[str, list[Cell]]
) -> None:
    print(f"\ntimes as long on a graph {more / quads:.1f} times as large")
    print(f"{'':28}" + "".join(f"{head:>10}" for head in ways))
    for name, cells in after.items():
        grown = (cell.milliseconds / first.milliseconds for cell, first in zip(cells, before[name], strict=True))
        print(f"{name:28}" + "".join(f"{times:10.1f}" for times in grown))


def _measure(
    query: Query, store: GraphStore, ways: Sequence[str], dataset: rdflib.Dataset | None, seconds: int
) -> list[Cell]:
    one = {parameter.name: ONE[parameter.name] for parameter in query.parameters}
    needed = {parameter.name: ONE[parameter.name] for parameter in query.parameters if parameter.required}
    given = {"example": dict(query.example), "one": one, "all": needed}
    cells = [_best(query, store, given[way]) for way in ways]
    line = "".join(f"{cell.milliseconds:10.1f}{cell.rows:7}" for cell in cells)
    beside = f"{_beside(query, dataset, one, seconds):>13}" if dataset is not None else ""
    print(f"{query.name:28}{line}{beside}", flush=True)
    return cells


def _best(query: Query, store: GraphStore, given: Mapping[str, Given]) -> Cell:
    times: list[float] = []
    rows = 0
    while len(times) < MOST and sum(times) < SECONDS:
        started = time.process_time()
        rows = len(run(query, store, given).rows)
        times.append(time.process_time() - started)
    return Cell(min(times) * 1000, rows)


def _in_rdflib(store: GraphStore, folder: Path) -> rdflib.Dataset:
    export(store, "nquads", folder / "all.nq")
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(folder / "all.nq", format="nquads")
    return dataset


def _beside(query: Query, dataset: rdflib.Dataset, given: Mapping[str, Given], seconds: int) -> str:
    started = time.process_time()
    try:
        with _given_up_after(seconds):
            found = dataset.query(query.bind(given))
            collect(query, ([None if cell is None else str(cell) for cell in row] for row in found))  # type: ignore[union-attr]
    except TimeoutError:
        return f">{seconds} s"
    return f"{(time.process_time() - started) * 1000:.0f}"


@contextmanager
def _given_up_after(seconds: int) -> Iterator[None]:
    def give_up(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    signal.signal(signal.SIGPROF, give_up)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=sys.modules[__name__].__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[85, 850])
    parser.add_argument("--ways", nargs="+", choices=WAYS, default=WAYS)
    parser.add_argument("--rdflib", type=int, default=0, metavar="SECONDS")
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    chosen = parser.parse_args()
    main(chosen.sizes, chosen.ways, chosen.rdflib, chosen.keep)
