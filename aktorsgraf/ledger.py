"""The ledger: which files were read, by which version of the reader, and the minutes found in them («liggare»).

One SQLite file in the workspace. Everything in it can be made again from the files, so it is never migrated. Each
file's reading is one transaction; a build that is killed leaves whole readings only.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from aktorsgraf.errors import WorkspaceError

SCHEMA_VERSION = 2
SCHEMA = """
CREATE TABLE IF NOT EXISTS file (
    location TEXT PRIMARY KEY, sha256 TEXT NOT NULL, reader TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS minutes (
    location TEXT NOT NULL REFERENCES file ON DELETE CASCADE,
    position INTEGER NOT NULL,
    document TEXT NOT NULL,
    json BLOB NOT NULL,
    mentions BLOB NOT NULL,
    PRIMARY KEY (location, position)
);
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS quarantine (graph TEXT PRIMARY KEY, findings BLOB NOT NULL, quads BLOB NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS minutes_document ON minutes (document);
"""
# A document's minutes come from one file: the document itself before parsed minutes of it, then by location.
CHOSEN_FILES = """
SELECT document, location FROM (
    SELECT document, location,
           row_number() OVER (PARTITION BY document ORDER BY sha256 <> document, location) AS choice
    FROM (SELECT DISTINCT document, location FROM minutes) JOIN file USING (location)
) WHERE choice = 1
"""


class Reading(NamedTuple):
    """What one file's bytes and the version of the reader were when its minutes were read."""

    sha256: str
    reader: str


class StoredMinutes(NamedTuple):
    """The minutes of one meeting as JSON, the SHA-256 of the document they stand in, and all identity needs of them."""

    document: str
    json: bytes
    mentions: bytes


class Ledger(AbstractContextManager["Ledger"]):
    """The open ledger. One process writes; `Workspace` sees to that."""

    def __init__(self, path: Path) -> None:
        """Open the ledger, making it where there is none. Raises WorkspaceError."""
        self._path = path
        try:
            self._connection = sqlite3.connect(path)
        except sqlite3.Error as error:
            raise WorkspaceError(f"{path}: cannot be opened ({error}); name another workspace") from error
        try:
            version = self._prepare()
        except sqlite3.Error as error:
            self.close()
            raise WorkspaceError(f"{path}: not a ledger that can be opened ({error}); build a new workspace") from error
        if version != SCHEMA_VERSION:
            self.close()
            raise WorkspaceError(
                f"{path}: made by another version of aktorsgraf (schema {version}, expected {SCHEMA_VERSION}); "
                "build a new workspace"
            )

    def _prepare(self) -> int:
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.execute("PRAGMA foreign_keys = ON")
        version: int = self._connection.execute("PRAGMA user_version").fetchone()[0]
        if version == 0:
            self._connection.executescript(f"BEGIN; {SCHEMA} PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;")
            return SCHEMA_VERSION
        return version

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __enter__(self) -> Self:
        return self

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """Write all of a block or nothing. Raises WorkspaceError."""
        try:
            with self._connection:
                yield self._connection
        except sqlite3.Error as error:
            raise WorkspaceError(
                f"{self._path}: cannot be written ({error}); make room or name another workspace"
            ) from error

    def setting(self, name: str) -> str | None:
        """Return what was chosen for this workspace; None where nothing was."""
        row = self._connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def choose(self, name: str, value: str) -> None:
        """Remember a choice for this workspace."""
        with self._writing() as connection:
            connection.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))

    def readings(self) -> Mapping[str, Reading]:
        """Return what is known of every file, by location."""
        rows = self._connection.execute("SELECT location, sha256, reader FROM file")
        return {location: Reading(sha256, reader) for location, sha256, reader in rows}

    def record(self, location: str, reading: Reading, minutes: Iterable[StoredMinutes]) -> None:
        """Put a file's reading in place of what was known of it; where its minutes fail as they are made, all stays as it was."""
        with self._writing() as connection:
            connection.execute("DELETE FROM file WHERE location = ?", (location,))
            connection.execute("INSERT INTO file VALUES (?, ?, ?)", (location, *reading))
            connection.executemany(
                "INSERT INTO minutes VALUES (?, ?, ?, ?, ?)",
                ((location, position, *one) for position, one in enumerate(minutes)),
            )

    def forget(self, locations: Sequence[str]) -> None:
        """Remove files and their minutes."""
        with self._writing() as connection:
            connection.executemany("DELETE FROM file WHERE location = ?", [(one,) for one in locations])

    def mentions(self, document: str | None = None) -> Iterator[tuple[str, bytes]]:
        """Yield each document's SHA-256, or one document's, with what identity needs of its minutes, as `minutes_of` orders."""
        yield from self._connection.execute(
            f"SELECT document, mentions FROM minutes JOIN ({CHOSEN_FILES}) USING (document, location) "  # noqa: S608 - ours
            "WHERE :document IS NULL OR document = :document ORDER BY document, position",
            {"document": document},
        )

    def minutes_of(self, document: str) -> Iterator[bytes]:
        """Yield a document's minutes as JSON, in the order of their places in the file."""
        rows = self._connection.execute(
            "SELECT json FROM minutes WHERE document = :document AND location = ("
            "  SELECT location FROM minutes JOIN file USING (location) WHERE document = :document"
            "  ORDER BY sha256 <> document, location LIMIT 1"
            ") ORDER BY position",
            {"document": document},
        )
        yield from (json for (json,) in rows)

    def unused(self) -> list[tuple[str, str]]:
        """Return locations whose minutes of a document are not used, each with the location used in its place.

        Copies of one file say the same and are not listed.
        """
        rows = self._connection.execute(
            f"SELECT DISTINCT other.location, chosen.location FROM ({CHOSEN_FILES}) AS chosen "  # noqa: S608 - ours
            "JOIN minutes AS other ON other.document = chosen.document AND other.location <> chosen.location "
            "JOIN file AS other_file ON other_file.location = other.location "
            "JOIN file AS chosen_file ON chosen_file.location = chosen.location "
            "WHERE other_file.sha256 <> chosen_file.sha256 ORDER BY 1, 2"
        )
        return [(other, chosen) for other, chosen in rows]

    def hold(self, graph: str, findings: bytes, quads: bytes) -> None:
        """Put what a document's graph would break by in quarantine, in place of what was there of it."""
        with self._writing() as connection:
            connection.execute("INSERT OR REPLACE INTO quarantine VALUES (?, ?, ?)", (graph, findings, quads))

    def release(self, graphs: Iterable[str]) -> None:
        """Take what was held of some graphs out of quarantine."""
        with self._writing() as connection:
            connection.executemany("DELETE FROM quarantine WHERE graph = ?", [(one,) for one in graphs])

    def quarantine(self) -> Iterator[tuple[bytes, bytes]]:
        """Yield what is held of each graph: the findings, and the quads as N-Quads."""
        yield from self._connection.execute("SELECT findings, quads FROM quarantine ORDER BY graph")
