"""Mapping and validating many documents: a job a document, or a part of a long one, from its minutes to the quads of its graph."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from pyoxigraph import NamedNode, Quad, RdfFormat, parse, serialize

from aktorsgraf.corrections_graph import Statement, corrected_quads, with_corrections
from aktorsgraf.pool import Workers, map_in_order
from graph.quarantine import part
from graph.redaction import Hidden, redacted
from graph.violation import Violation, order_of
from loaders.errors import LoaderError
from loaders.identity import Resolution
from loaders.mapping import document_quads
from loaders.minutes import decode_minutes

MINUTES_AT_ONCE = 50
"""The minutes of one document that are mapped and checked together; few documents hold more, and what binds them is checked in the whole graph."""
_FAST = 1  # how hard quads are packed: to a fourteenth, in a fiftieth of the time that mapping takes


class GraphJob(NamedTuple):
    """Minutes of one document to map: its graph, the minutes as JSON, each with who is meant in it, what corrects them, who is left out."""

    graph: str
    base: str
    minutes: tuple[tuple[bytes, Resolution], ...]
    corrections: tuple[Statement, ...] = ()
    hidden: Hidden = Hidden()


class Mapped(NamedTuple):
    """What became of a document: its graph as N-Quads, packed part by part, and what the shapes find in it, or why there is none.

    `held` are the quads that would break the graph, as N-Quads too.
    """

    parts: tuple[bytes, ...] = ()
    held: bytes = b""
    findings: tuple[Violation, ...] = ()
    problem: LoaderError | None = None

    def quads(self) -> Iterator[Quad]:
        """Yield the quads."""
        for piece in self.parts:
            for quad in parse(zlib.decompress(piece), format=RdfFormat.N_QUADS):
                yield Quad(quad.subject, quad.predicate, quad.object, quad.graph_name)


def map_documents(jobs: Iterable[GraphJob], workers: Workers) -> Iterator[Mapped]:
    """Yield what became of each document, in order; the jobs of one follow each other."""
    mapped = map_in_order(map_job, jobs, _died, workers)
    for _, of_one in groupby(mapped, key=lambda done: done[0].graph):
        yield _joined([outcome for _, outcome in of_one])


def map_job(job: GraphJob) -> Mapped:
    """Map and validate one document, in whatever process the executor has."""
    try:
        stated = (
            quad
            for json, resolution in job.minutes
            for quad in document_quads(decode_minutes(json), resolution, job.base)
        )
        quads = redacted(with_corrections(stated, job.corrections), job.hidden)
        corrected = corrected_quads(_of_these(job.corrections, quads), NamedNode(job.graph))
        parted = part(quads, list(corrected))
        return Mapped((zlib.compress(_n_quads(parted.kept), _FAST),), _n_quads(parted.held), parted.findings)
    except Exception as error:  # noqa: BLE001 - the border where one document's failure must not stop the others
        return Mapped(problem=_problem(job, f"mapping failed ({type(error).__name__}: {error}); please report it"))


def _joined(outcomes: Sequence[Mapped]) -> Mapped:
    """Make one of what became of a document's parts; where one failed, the whole has."""
    if len(outcomes) == 1:
        return outcomes[0]
    failed = next((one for one in outcomes if one.problem is not None), None)
    findings = {finding for one in outcomes for finding in one.findings}
    return failed or Mapped(
        tuple(piece for one in outcomes for piece in one.parts),
        b"".join(one.held for one in outcomes),
        tuple(sorted(findings, key=order_of)),
    )


def _n_quads(quads: Iterable[Quad]) -> bytes:
    return serialize(quads, format=RdfFormat.N_QUADS) or b""


def _of_these(corrections: Sequence[Statement], quads: Iterable[Quad]) -> Iterator[Statement]:
    """Yield what corrects something of these quads: another document may share the place of its meeting."""
    if corrections:
        subjects = {quad.subject for quad in quads}
        yield from (one for one in corrections if one.subject in subjects)


def _died(job: GraphJob) -> Mapped:
    return Mapped(problem=_problem(job, "the process that mapped it died; please report it"))


def _problem(job: GraphJob, reason: str) -> LoaderError:
    name = decode_minutes(job.minutes[0][0]).source.name if job.minutes else NamedNode(job.graph).value
    return LoaderError(name, reason)
