"""The first half of a build: files into the ledger, read only where they or the reader are new."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from aktorsgraf.ledger import Ledger, Reading, StoredMinutes
from aktorsgraf.parsing import Job, parse_all, read_jobs
from aktorsgraf.pool import Workers
from aktorsgraf.progress import Progress
from aktorsgraf.versions import reader_version
from loaders.errors import LoaderError
from loaders.sources import SourceFile, find_sources

STEP = "reading"


class Intake(NamedTuple):
    """What became of the sources: how many were read, unchanged or gone, and why some could not be read.

    `characters` are those of the texts that were read, `unread` the share of them that no rule has read or knows.
    """

    read: int
    unchanged: int
    gone: int
    pruned: int
    problems: tuple[LoaderError, ...]
    characters: int = 0
    unread: float = 0.0


def take_in(arguments: Sequence[str], ledger: Ledger, workers: Workers, *, prune: bool, progress: Progress) -> Intake:
    """Read what is new or changed. With `prune`, forget files within the arguments that are no more.

    A file that cannot be read any longer keeps what was read from it before.
    """
    sources = list(find_sources(arguments))
    known = ledger.readings()
    count = _Count(len(sources), progress)
    problems = []
    unread = []
    read = 0
    met: list[Job] = []
    texts: list[_Text] = []
    for job, parsed in parse_all(_changed(_noted(read_jobs(sources), met), known, count), workers):
        sha256 = hashlib.sha256(job.data).hexdigest()
        told: list[_Text] = []
        try:
            minutes = _noting(parsed.given(), told)
            ledger.record(_location(job.source, sha256), Reading(sha256, reader_version()), minutes)
            texts += told
            read += 1
        except LoaderError as error:
            problems.append(error)
            unread.append(job.source)
        count.add()
    gone = list(_gone(arguments, met, unread, known))
    if prune:
        ledger.forget(gone)
    pruned = len(gone) if prune else 0
    unchanged = len(met) - read - len(problems)
    return Intake(read, unchanged, len(gone) - pruned, pruned, tuple(problems), *_summed(texts))


class _Text(msgspec.Struct):
    """How long a text is and how much of it is unread, as its minutes tell; None where another program read them."""

    characters: int
    unread: float | None = None


class _Told(msgspec.Struct):
    """Minutes, of which only the source is looked at."""

    source: _Text


def _noting(minutes: Iterable[StoredMinutes], told: list[_Text]) -> Iterator[StoredMinutes]:
    """Pass the minutes of a text on, and note what the first of them tell of it."""
    for one in minutes:
        if not told:
            told.append(msgspec.json.decode(one.json, type=_Told).source)
        yield one


def _summed(texts: Iterable[_Text]) -> tuple[int, float]:
    """Add up texts: their characters and the share unread."""
    counted = [(text.characters, text.unread) for text in texts if text.unread is not None]
    characters = sum(length for length, _ in counted)
    return characters, sum(length * unread for length, unread in counted) / characters if characters else 0.0


class _Count:
    """How many of the sources are done with."""

    def __init__(self, total: int, progress: Progress) -> None:
        self._total = total
        self._progress = progress
        self._done = 0

    def add(self) -> None:
        self._done += 1
        self._progress(STEP, self._done, max(self._total, self._done))  # an archive is one source, and many files


def _noted(jobs: Iterable[Job], met: list[Job]) -> Iterator[Job]:
    """Pass the jobs on, and keep them without their bytes."""
    for job in jobs:
        met.append(job._replace(data=b""))
        yield job


def _changed(jobs: Iterable[Job], known: Mapping[str, Reading], count: _Count) -> Iterator[Job]:
    for job in jobs:
        sha256 = hashlib.sha256(job.data).hexdigest()
        if not job.problem and known.get(_location(job.source, sha256)) == Reading(sha256, reader_version()):
            count.add()
        else:
            yield job


def _location(source: SourceFile, sha256: str) -> str:
    """Tell where a file lies on this machine; what came on standard input lies nowhere and is known by its content."""
    if source.path is None:
        return f"-/{sha256}"
    return os.path.join(_absolute(source.path), source.member) if source.member else _absolute(source.path)  # noqa: PTH118 - as below


def _absolute(path: str | Path) -> str:
    return os.fsencode(os.path.abspath(path)).decode("utf-8", "backslashreplace")  # noqa: PTH100 - Path keeps «..»


def _gone(
    arguments: Sequence[str], met: Sequence[Job], unread: Sequence[SourceFile], known: Mapping[str, Reading]
) -> Iterator[str]:
    """Yield known locations within the arguments that are no more.

    A folder that is not there says nothing of them, nor does an archive that cannot be opened.
    """
    present = {_location(job.source, "") for job in met if job.source.path and not job.source.problem}
    within = tuple(os.path.join(_absolute(one), "") for one in arguments if Path(one).exists())  # noqa: PTH118 - ends in /
    closed = tuple(f"{_absolute(source.path)}/" for source in unread if source.path and source.path.is_file())
    named = {_absolute(one) for one in arguments}
    for location in known:
        asked = location in named or location.startswith(within)
        if asked and location not in present and not location.startswith(closed) and _is_no_more(location):
            yield location


def _is_no_more(location: str) -> bool:
    try:
        os.lstat(location)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False  # it may be there, behind a folder without permission
    return False
