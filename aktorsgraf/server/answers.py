"""Answering SPARQL in another process, which can be ended when it takes too long."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

import pyoxigraph as ox

from aktorsgraf.answering import AnsweringProcess
from aktorsgraf.errors import EndedError, TooSlowError
from graph.errors import GraphError
from graph.store import GraphStore
from queries.adhoc import check_adhoc
from queries.errors import QueryError, RefusedError

RESULTS: Final = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
GRAPHS: Final = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}


class Asked(NamedTuple):
    """A query, and the media types that its asker takes, the best first."""

    sparql: str
    accepted: tuple[str, ...]


class Answered(NamedTuple):
    """The answer with its media type; or, where `status` is not 200, a line that says why there is none."""

    status: int
    media_type: str
    body: bytes


class Answerer:
    """Answers queries one at a time in a process of its own."""

    def __init__(self, store: Path, seconds: float) -> None:
        """Answer over the store in this folder; a query may take so many seconds."""
        self._process: AnsweringProcess[Asked, Answered] = AnsweringProcess(store, answer)
        self._seconds = seconds

    def ask(self, asked: Asked) -> Answered:
        """Return the answer; one that takes too long is given up."""
        try:
            return self._process.ask(asked, self._seconds)
        except TooSlowError as error:
            return refusal(503, str(error))
        except EndedError as error:
            return refusal(500, str(error))

    def close(self) -> None:
        """End the process."""
        self._process.close()


def refusal(status: int, line: str) -> Answered:
    """Return a line as an answer that is none."""
    return Answered(status, "text/plain", f"{line}\n".encode())


def answer(store: GraphStore, asked: Asked) -> Answered:
    """Answer one query in the best form that the asker takes; what is no query or would do more than read is refused."""
    try:
        check_adhoc(asked.sparql)
        found = store.query(asked.sparql)
        forms = GRAPHS if isinstance(found, ox.QueryTriples) else RESULTS
        media_type = next((one for one in asked.accepted if one in forms), next(iter(forms)))
        return Answered(200, media_type, _written(found, media_type))
    except (RefusedError, QueryError, SyntaxError) as error:
        return refusal(400, " ".join(str(error).split()))
    except (GraphError, OSError, RuntimeError, ValueError) as error:
        return refusal(500, f"the query cannot be answered: {' '.join(str(error).split())}")


def _written(found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, media_type: str) -> bytes:
    write: Callable[..., bytes | None] = found.serialize
    form = GRAPHS[media_type] if isinstance(found, ox.QueryTriples) else RESULTS[media_type]
    return write(format=form) or b""
