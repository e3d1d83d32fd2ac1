"""Parsing many sources: a job a file, from its bytes to minutes as the ledger keeps them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

import msgspec

from aktorsgraf.ledger import StoredMinutes
from aktorsgraf.pool import Workers, map_in_order
from loaders.archives import is_archive, member_bytes, members_of
from loaders.documents import is_plain_text
from loaders.errors import LoaderError
from loaders.identity import mentions_of
from loaders.minutes import Minutes, encode_minutes
from loaders.parse import cut_bytes, nothing_found, parse_bytes
from loaders.reading import Copies, Extract, ExtractRead, copies_in, join_copies, read_extract
from loaders.sources import SourceFile, read_source

_LITTLE = 100_000  # bytes of a file that is read at once
_LONG = 1_000_000  # bytes of a text that is worth cutting where meetings begin


class Job(NamedTuple):
    """One source to parse: its bytes, or why they cannot be had."""

    source: SourceFile
    data: bytes = b""
    problem: LoaderError | None = None


class Piece(NamedTuple):
    """What is read at once: a whole job, or one of the parts of a long text, the `last` of which makes it whole."""

    name: str
    content: Job | Extract
    last: bool = True


class Joint(NamedTuple):
    """What is made of the parts of a long text: the minutes of one meeting, out of all copies of them."""

    name: str
    copies: Copies


class Parsed(NamedTuple):
    """What became of a job: its minutes, or why there are none.

    Those of a long text are made as they are asked for, once.
    """

    minutes: Iterable[StoredMinutes] = ()
    problem: LoaderError | None = None

    def given(self) -> Iterator[StoredMinutes]:
        """Yield the minutes. Raises LoaderError where there are none, or where some fail."""
        if self.problem is not None:
            raise self.problem
        yield from self.minutes


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
    """Yield each job with what became of it, in order; a long text is read by all workers, meeting by meeting.

    Minutes that are not asked for before the next job is are not made.
    """
    begun: deque[Job] = deque()
    read: list[Parsed | ExtractRead] = []
    for piece, one in map_in_order(read_piece, _pieces(jobs, begun), _died, workers, size=_size, small=_is_small):
        read.append(one)
        if piece.last:
            yield begun.popleft(), _joined(piece.name, read, workers)
            read = []


def parse_job(job: Job) -> Parsed:
    """Parse one file's bytes, in whatever process the executor has."""
    if job.problem:
        return Parsed(problem=job.problem)
    return _guarded(lambda: parse_bytes(job.data, job.source.name), job.source.name)


def read_piece(piece: Piece) -> Parsed | ExtractRead:
    """Read what is read at once, in whatever process the executor has."""
    if isinstance(piece.content, Job):
        return parse_job(piece.content)
    try:
        return read_extract(piece.content)
    except Exception as error:  # noqa: BLE001 - the border where one file's failure must not stop the others
        return Parsed(problem=_failed(error, piece.name))


def join_piece(joint: Joint) -> Parsed:
    """Make the minutes of one meeting, in whatever process the executor has."""
    return _guarded(lambda: filter(None, [join_copies(joint.copies)]), joint.name)


def _pieces(jobs: Iterable[Job], begun: deque[Job]) -> Iterator[Piece]:
    """Yield the pieces of each job, and note the job as `begun`."""
    for job in jobs:
        begun.append(job)
        name = job.source.name
        if len(job.data) < _LONG or not is_plain_text(job.data, name):
            yield Piece(name, job)
            continue
        try:
            for extract, after in pairwise(chain(cut_bytes(job.data, name), [None])):
                if extract is not None:
                    yield Piece(name, extract, last=after is None)
        except Exception as error:  # noqa: BLE001 - as above
            problem = error if isinstance(error, LoaderError) else _failed(error, name)
            yield Piece(name, Job(job.source, problem=problem))


def _size(piece: Piece) -> int:
    return len(piece.content.data if isinstance(piece.content, Job) else piece.content.sheet.raw)


def _is_small(piece: Piece) -> bool:
    """Tell what no library written in C is asked to open, and what is read in no time; a long text is worth starting processes for."""
    return isinstance(piece.content, Job) and piece.name.lower().endswith((".txt", ".md")) and _size(piece) <= _LITTLE


def _joined(name: str, read: Sequence[Parsed | ExtractRead], workers: Workers) -> Parsed:
    """Make one of the pieces of a job; where a piece failed, the whole has."""
    whole = next((one for one in read if isinstance(one, Parsed)), None)
    if whole is not None:
        return whole
    minutes = _minutes_of(name, [one for one in read if isinstance(one, ExtractRead)], workers)
    try:
        first = next(minutes, None)
    except LoaderError as error:
        return Parsed(problem=error)
    return Parsed(problem=nothing_found(name)) if first is None else Parsed(chain([first], minutes))


def _minutes_of(name: str, read: Sequence[ExtractRead], workers: Workers) -> Iterator[StoredMinutes]:
    """Yield the minutes of a text out of its parts. Raises LoaderError."""
    joints = (Joint(name, copies) for copies in copies_in(read))
    for _, parsed in map_in_order(join_piece, joints, _died, workers):
        yield from parsed.given()


def _guarded(minutes: Callable[[], Iterable[Minutes]], name: str) -> Parsed:
    """Store the minutes that a function returns, or tell why it did not."""
    try:
        return Parsed(tuple(map(_stored, minutes())))
    except LoaderError as error:
        return Parsed(problem=error)
    except Exception as error:  # noqa: BLE001 - the border where one file's failure must not stop the others
        return Parsed(problem=_failed(error, name))


def _failed(error: Exception, name: str) -> LoaderError:
    return LoaderError(name, f"the reader failed ({type(error).__name__}: {error}); please report it")


def _stored(minutes: Minutes) -> StoredMinutes:
    return StoredMinutes(minutes.source.sha256, encode_minutes(minutes), msgspec.json.encode(mentions_of(minutes)))


def _died(piece: Piece | Joint) -> Parsed:
    reason = "the process that parsed it died; the file may be damaged, please report it"
    return Parsed(problem=LoaderError(piece.name, reason))
