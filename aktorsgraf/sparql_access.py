"""Ad-hoc SPARQL over a store, within limits of time and rows."""

from __future__ import annotations

from typing import NamedTuple

from aktorsgraf.answering import AnsweringProcess
from graph.errors import GraphError
from graph.store import GraphStore
from queries.adhoc import check_adhoc, run_limited
from queries.errors import QueryError
from queries.table import Answer


class _Asked(NamedTuple):
    sparql: str
    limit: int


class LimitedSparql:
    """Answers queries that read in a process of its own, which is ended where a query takes too long."""

    def __init__(self, store: GraphStore) -> None:
        """Answer over a store that lies in a folder, and is open as long as this is."""
        self._process: AnsweringProcess[_Asked, Answer | QueryError | GraphError] = AnsweringProcess(
            store.path, _answer
        )

    def ask(self, sparql: str, *, seconds: float, limit: int) -> Answer:
        """Return at most so many rows within so many seconds. Raises RefusedError and AnsweringError."""
        check_adhoc(sparql)
        found = self._process.ask(_Asked(sparql, limit), seconds)
        if isinstance(found, Exception):
            raise found
        return found

    def close(self) -> None:
        """End the process."""
        self._process.close()


def _answer(store: GraphStore, asked: _Asked) -> Answer | QueryError | GraphError:
    try:
        return run_limited(store, asked.sparql, asked.limit)
    except (QueryError, GraphError) as error:
        return error
