"""The ledger keeps whole readings, and one file's minutes for each document."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from aktorsgraf.errors import WorkspaceError
from aktorsgraf.ledger import Ledger, Reading, StoredMinutes

A, B = "a" * 64, "b" * 64


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite"


def test_a_reading_takes_the_place_of_the_one_before(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.record("/x", Reading(A, "1"), [StoredMinutes(A, b"1", b"m1"), StoredMinutes(A, b"2", b"m2")])
        ledger.record("/x", Reading(B, "1"), [StoredMinutes(B, b"3", b"m3")])
    with Ledger(path) as ledger:
        assert ledger.readings() == {"/x": Reading(B, "1")}
        assert list(ledger.mentions()) == [(B, b"m3")]
        assert list(ledger.minutes_of(B)) == [b"3"]
        assert list(ledger.minutes_of(A)) == []
        ledger.forget(["/x"])
        assert not ledger.readings()
        assert list(ledger.mentions()) == []


def test_the_document_itself_goes_before_parsed_minutes_of_it_and_copies_are_one(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.record(
            "/a.json",
            Reading("c" * 64, "1"),
            [StoredMinutes(A, b"parsed", b"mparsed"), StoredMinutes(B, b"other", b"mother")],
        )
        ledger.record("/b.txt", Reading(A, "1"), [StoredMinutes(A, b"read", b"mread")])
        ledger.record("/c.txt", Reading(A, "1"), [StoredMinutes(A, b"read", b"mread")])
        assert list(ledger.mentions()) == [(A, b"mread"), (B, b"mother")]
        assert list(ledger.minutes_of(A)) == [b"read"]
        assert list(ledger.minutes_of(B)) == [b"other"]
        assert ledger.unused() == [("/a.json", "/b.txt")]


def test_a_failing_write_leaves_what_was(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.record("/x", Reading(A, "1"), [StoredMinutes(A, b"1", b"m1")])
        with pytest.raises(WorkspaceError, match="cannot be written"):
            ledger.record("/x", Reading(B, "1"), [StoredMinutes(B, None, b"")])  # type: ignore[arg-type]
        assert list(ledger.minutes_of(A)) == [b"1"]


def test_another_file_and_another_version_are_refused_in_one_line(path: Path) -> None:
    path.write_text("inte en databas, men en längre text än en rad")
    with pytest.raises(WorkspaceError, match="not a ledger"):
        Ledger(path)
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(WorkspaceError, match="schema 99, expected 2"):
        Ledger(path)
