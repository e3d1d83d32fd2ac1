"""Mentions resolved a second beside grouping by name: python benchmarks/bench_identity.py [MENTIONS ...].

Made-up minutes with 10,000, 100,000 and 1,000,000 mentions if not told otherwise. The records are read one by one from a
file, as a build reads them from its ledger: first to say who is who, then to resolve each protocol. The baseline reads the
same file in the same run and groups by folded name alone, which joins the wrong people. Each size has a process of its
own, so that its peak of memory is its own.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise, repeat
from pathlib import Path

import msgspec
from identity_corpus import corpus

from loaders.identity import mentions_of, resolve
from loaders.identity.records import DocumentRecord

SIZES = (10_000, 100_000, 1_000_000)
PART = 20_000  # mentions that are made by one job
SEED = 7


def main(sizes: tuple[int, ...]) -> None:
    """Measure each size in a process of its own, and print how time and memory grow."""
    measured: list[list[float]] = []
    for size in sizes:
        run = subprocess.run([sys.executable, __file__, "--one", str(size)], check=True, capture_output=True, text=True)
        *lines, last = run.stdout.splitlines()
        print("\n".join(lines))
        measured.append([float(value) for value in last.split()])
    for (small, before), (large, after) in pairwise(zip(sizes, measured, strict=True)):
        time_, processor, memory = (now / then for then, now in zip(before, after, strict=True))
        print(
            f"from {small} to {large} mentions, times {large / small:.0f}: time grows {time_:.1f} times, processor time "
            f"{processor:.1f} times, memory {memory:.1f} times"
        )


def one(size: int) -> None:
    """Measure one size; the last line has seconds, those of the processor, and the peak of memory in MB."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "records.jsonl"
        _write(file, size)
        before = _peak()
        started = time.perf_counter()
        names: Counter[str] = Counter(claim.name for record in _read(file) for claim in record.people)
        grouped = time.perf_counter() - started
        started, busy = time.perf_counter(), time.process_time()
        identities = resolve(_read(file))
        resolved = time.perf_counter() - started
        mentions = sum(len(identities.resolution(record).people) > -1 and len(record.people) for record in _read(file))
        whole, busy = time.perf_counter() - started, time.process_time() - busy
    people = sum(thing.kind == "person" for thing in identities.things)
    print(
        f"{mentions} mentions: {whole:.1f} s ({resolved:.1f} s to say who is who), {busy:.1f} s of the processor, "
        f"{mentions / busy:.0f} a second of it; {people} people, {identities.open_pairs} open pairs; "
        f"peak {_peak():.0f} MB, before {before:.0f} MB"
    )
    print(f"  by name alone: {grouped:.1f} s, {mentions / grouped:.0f} a second; {len(names)} names")
    print(whole, busy, _peak())


def _write(file: Path, size: int) -> None:
    parts = range(0, size, PART)
    with ProcessPoolExecutor() as pool, file.open("wb") as out:
        for lines in pool.map(_part, parts, repeat(size)):
            out.write(lines)


def _part(start: int, size: int) -> bytes:
    """Make the records of one part, a line each; parts are of different counties."""
    told = corpus(SEED + start, min(PART, size - start), first_county=start // 100)
    return b"".join(msgspec.json.encode(mentions_of(each.minutes)) + b"\n" for each in told)


def _read(file: Path) -> Iterator[DocumentRecord]:
    decoder = msgspec.json.Decoder(DocumentRecord)
    with file.open("rb") as lines:
        yield from map(decoder.decode, lines)


def _peak() -> float:
    """Return this process' peak of memory so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(int(sys.argv[2]))
    else:
        main(tuple(map(int, sys.argv[1:])) or SIZES)
