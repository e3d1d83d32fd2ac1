"""Mapping and validating many documents: a job a document, from its minutes to the quads of its graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pyoxigraph import NamedNode, Quad, RdfFormat, parse, serialize

from aktorsgraf.corrections_graph import Statement, corrected_quads, with_corrections
from aktorsgraf.pool import Workers, map_in_order
from graph.quarantine import part
from graph.redaction import Hidden, redacted
from graph.validate import Violation
from loaders.errors import LoaderError
from loaders.identity import Resolution
from loaders.mapping import document_quads
from loaders.minutes import decode_minutes


class GraphJob(NamedTuple):
    """One document to map: its graph, its minutes as JSON, each with who is meant in it, what corrects them, who is left out."""

    graph: str
    base: str
    minutes: tuple[tuple[bytes, Resolution], ...]
    corrections: tuple[Statement, ...] = ()
    hidden: Hidden = Hidden()


class Mapped(NamedTuple):
    """What became of a job: the graph as N-Quads and what the shapes find in it, or why there is none.

    `held` are the quads that would break the graph, as N-Quads too.
    """

    data: bytes = b""
    held: bytes = b""
    findings: tuple[Violation, ...] = ()
    problem: LoaderError | None = None

    def quads(self) -> Iterator[Quad]:
        """Yield the quads."""
        for quad in parse(self.data, format=RdfFormat.N_QUADS):
            yield Quad(quad.subject, quad.predicate, quad.object, quad.graph_name)


def map_documents(jobs: Iterable[GraphJob], workers: Workers) -> Iterator[tuple[GraphJob, Mapped]]:
    """Yield each job with what became of it, in order."""
    return map_in_order(map_job, jobs, _died, workers)


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
        return Mapped(_n_quads(parted.kept), _n_quads(parted.held), parted.findings)
    except Exception as error:  # noqa: BLE001 - the border where one document's failure must not stop the others
        return Mapped(problem=_problem(job, f"mapping failed ({type(error).__name__}: {error}); please report it"))


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
