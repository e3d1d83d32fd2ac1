"""Protocols and kilobytes read a second, on one core and on all: python benchmarks/bench_read.py FOLDER [COPIES].

Each file is read COPIES times (20 if not given), with a line added so that no two are the same. The baseline, in the
same run, only finds what looks like a Swedish name with one regular expression; reading on one core is told as so many times
its processor time, which other programs on the machine do not lengthen, and reading on all cores as so many times the speed on one,
by the clock.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from aktorsgraf.parsing import Job, parse_all, parse_job
from aktorsgraf.pool import Workers
from loaders.documents import read_document
from loaders.sources import SourceFile, find_sources, read_source

NAME = re.compile(r"\b[A-ZÅÄÖÉ][a-zåäöéü]+(?:-[A-ZÅÄÖ][a-zåäöéü]+)?(?: [A-ZÅÄÖÉ][a-zåäöéü]+)+\b")


def main(folder: str, copies: int) -> None:
    """Measure and print."""
    jobs = copied([source for source in find_sources([folder]) if source.path.suffix in {".txt", ".md"}], copies)
    characters = sum(len(read_document(job.data, job.source.name).text) for job in jobs)
    print(f"{len(jobs)} protocols, {characters / 1000:.0f} kB of text, {os.cpu_count()} cores")

    started = now()
    names = sum(len(NAME.findall(read_document(job.data, job.source.name).text)) for job in jobs)
    baseline = report(f"baseline, {names} names by regular expression", len(jobs), characters, started)

    for job in jobs[:: max(copies, 1)]:
        parse_job(job)  # what is compiled and loaded once is not measured
    started = now()
    parsed_here = [parse_job(job) for job in jobs]
    one_core = report("one core", len(jobs), characters, started)
    print(f"  {one_core.worked / baseline.worked:.0f} times the baseline's processor time")
    facts = sum(one.json.count(b'"evidence":') for parsed in parsed_here for one in parsed.minutes)
    unread = [msgspec.json.decode(one.json)["source"]["unread"] for parsed in parsed_here for one in parsed.minutes]
    print(f"  {facts} facts with evidence; {sum(unread) / max(len(unread), 1):.1%} of the texts unread")

    started = now()
    with Workers() as workers:
        read = sum(1 for _, parsed in parse_all(jobs, workers) for _ in parsed.given())
    all_cores = report(f"all cores, {read} minutes", len(jobs), characters, started)
    print(f"  {one_core.seconds / all_cores.seconds:.2f} times as fast as one core, by the clock")


def copied(sources: Sequence[SourceFile], copies: int) -> list[Job]:
    """Return each source as often as asked, every copy with bytes of its own."""
    jobs = []
    for source in sources:
        data = read_source(source)
        for copy in range(copies):
            name = f"{Path(source.name).stem}-{copy}{Path(source.name).suffix}"
            jobs.append(Job(SourceFile(source.path, name), data + f"\nKopia {copy}\n".encode()))
    return jobs


def now() -> tuple[float, float]:
    """Return the clock's time and this process' own."""
    return time.perf_counter(), time.process_time()


class Took(NamedTuple):
    """How long something took by the clock, and how long this process worked."""

    seconds: float
    worked: float


def report(what: str, protocols: int, characters: int, started: tuple[float, float]) -> Took:
    """Print one line and return what it took."""
    seconds, worked = (end - begun for begun, end in zip(started, now(), strict=True))
    speeds = f"{protocols / seconds:.0f} protocols/s, {characters / 1000 / seconds:.0f} kB/s"
    print(f"{what}: {seconds:.2f} s, {speeds}; by this process' processor time {characters / 1000 / worked:.0f} kB/s")
    return Took(seconds, worked)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "examples", int(sys.argv[2]) if len(sys.argv) > 2 else 20)
