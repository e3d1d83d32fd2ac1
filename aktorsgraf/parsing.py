"""Parsing many sources: a job a file, from its bytes to minutes as the ledger keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from aktorsgraf.ledger import StoredMinutes
from aktorsgraf.pool import Workers, map_in_order
from loaders.archives import is_archive, member_bytes, members_of
from loaders.errors import LoaderError
from loaders.identity import mentions_of
from loaders.minutes import Minutes, encode_minutes
from loaders.parse import parse_bytes
from loaders.sources import SourceFile, read_source

_LITTLE = 100_000  # bytes of a file that is read at once


class Job(NamedTuple):
    """One source to parse: its bytes, or why they cannot be had."""

    source: SourceFile
    data: bytes = b""
    problem: LoaderError | None = None


class Parsed(NamedTuple):
    """What became of a job: its minutes, or why there are none."""

    minutes: tuple[StoredMinutes, ...] = ()
    problem: LoaderError | None = None


def read_jobs(sources: Iterable[SourceFile]) -> Iterator[Job]:
    """Read the bytes of each source as it is asked for; each file in an archive is a job."""
    for source in sources:
        try:
            data = read_source(source)
            if source.member:
                yield Job(source, member_bytes(source, data))
            elif is_archive(data):
                yield from (Job(*member) for member in members_of(source, data))
            else:
                yield Job(source, data)
        except LoaderError as error:
            yield Job(source, problem=error)


def parse_all(jobs: Iterable[Job], workers: Workers) -> Iterator[tuple[Job, Parsed]]:
    """Yield each job with what became of it, in order."""
    return map_in_order(parse_job, jobs, _died, workers, size=lambda job: len(job.data), small=_is_plain_text)


def _is_plain_text(job: Job) -> bool:
    """Tell a file that no library written in C is asked to open, and that is read in no time."""
    return job.source.name.lower().endswith((".txt", ".md")) and len(job.data) <= _LITTLE


def parse_job(job: Job) -> Parsed:
    """Parse one file's bytes, in whatever process the executor has."""
    if job.problem:
        return Parsed(problem=job.problem)
    try:
        return Parsed(tuple(map(_stored, parse_bytes(job.data, job.source.name))))
    except LoaderError as error:
        return Parsed(problem=error)
    except Exception as error:  # noqa: BLE001 - the border where one file's failure must not stop the others
        reason = f"the reader failed ({type(error).__name__}: {error}); please report it"
        return Parsed(problem=LoaderError(job.source.name, reason))


def _stored(minutes: Minutes) -> StoredMinutes:
    return StoredMinutes(minutes.source.sha256, encode_minutes(minutes), msgspec.json.encode(mentions_of(minutes)))


def _died(job: Job) -> Parsed:
    reason = "the process that parsed it died; the file may be damaged, please report it"
    return Parsed(problem=LoaderError(job.source.name, reason))
