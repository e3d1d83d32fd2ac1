"""What identity lays aside on disk while it works: parts of people by block, and what it found («mellanlager»).

A private database of SQLite's own, without a name: it grows on disk (where temporary files stand), keeps some megabytes in
memory, and is gone with the object or the process.
"""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

_SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA temp_store = FILE;
PRAGMA cache_size = -8192;
CREATE TABLE part (key TEXT NOT NULL, iri TEXT NOT NULL, data BLOB NOT NULL);
CREATE TABLE apart (key TEXT NOT NULL, one TEXT NOT NULL, other TEXT NOT NULL);
CREATE TABLE chain (key TEXT PRIMARY KEY, first TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE held (place TEXT NOT NULL, title TEXT NOT NULL, data BLOB NOT NULL);
CREATE TABLE merge (data BLOB NOT NULL);
CREATE TABLE candidate (score REAL NOT NULL, one TEXT NOT NULL, other TEXT NOT NULL, data BLOB NOT NULL);
"""


class Spool:
    """Rows that are written in any order and read by block; what is in them is for others to say."""

    def __init__(self) -> None:
        """Open an empty database."""
        self._connection = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        weakref.finalize(self, self._connection.close)
        self._connection.executescript(_SCHEMA)
        self._connection.execute("BEGIN")

    def lay(self, table: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Lay rows aside in a table."""
        rows = list(rows)
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            self._connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608 - names of ours

    def blocks(
        self, firsts: Iterable[tuple[str, str]]
    ) -> Iterator[tuple[str, list[tuple[str, bytes]], set[tuple[str, str]]]]:
        """Yield each block's first key, its parts by IRI, and the pairs of it that stay apart, in order of the keys.

        `firsts` say of each key which block it belongs to.
        """
        self._connection.executemany("INSERT INTO chain VALUES (?, ?)", firsts)
        parts = self._connection.execute(
            "SELECT first, iri, data FROM part JOIN chain USING (key) ORDER BY first, iri, data"
        )
        pairs = self._connection.execute(
            "SELECT DISTINCT first, one, other FROM apart JOIN chain USING (key) ORDER BY first, one, other"
        )
        waiting = groupby(pairs, itemgetter(0))
        block = next(waiting, None)
        for first, rows in groupby(parts, itemgetter(0)):
            apart: set[tuple[str, str]] = set()
            if block is not None and block[0] == first:
                apart = {(one, other) for _, one, other in block[1]}
                block = next(waiting, None)
            yield first, [(iri, data) for _, iri, data in rows], apart

    def rows(self, query: str, values: tuple[object, ...] = ()) -> Iterator[tuple[bytes, ...]]:
        """Yield the rows of a SELECT."""
        yield from self._connection.execute(query, values)

    def run(self, statement: str) -> None:
        """Do what a statement says, after all is laid aside («CREATE INDEX …»)."""
        self._connection.execute(statement)
