"""Parsing many sources: one bad file never stops the others."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from build_samples import InlineExecutor, minutes_text

from aktorsgraf import parsing
from aktorsgraf.parsing import Job, Parsed, parse_all, parse_job, read_jobs, read_piece
from aktorsgraf.pool import Workers
from loaders.errors import LoaderError
from loaders.minutes import Minutes
from loaders.reading import Copies, Extract, ExtractRead, join_copies
from loaders.sources import SourceFile, find_sources

EXAMPLES = Path(__file__).parent.parent / "examples"


def job(number: int, data: bytes = b"") -> Job:
    return Job(SourceFile(None, f"{number}.txt"), data or minutes_text(number).encode())


def parse_inline(jobs: Iterable[Job]) -> list[Parsed]:
    with Workers(InlineExecutor()) as workers:
        return [parsed for _, parsed in parse_all(jobs, workers)]


def test_all_cores_give_what_one_gives_in_order() -> None:
    jobs = list(read_jobs(find_sources([str(EXAMPLES)])))
    with Workers() as workers:
        results = list(parse_all(jobs, workers))
    assert [one for one, _ in results] == jobs
    assert [parsed.minutes for _, parsed in results] == [parse_job(one).minutes for one in jobs]


def test_bad_files_are_reported_in_their_place() -> None:
    missing = Job(SourceFile(None, "borta.txt"), problem=LoaderError("borta.txt", "no such file"))
    results = parse_inline([job(1), missing, job(2, b"\xff\xd8\xff"), job(3)])
    assert [str(parsed.problem) for parsed in results if parsed.problem] == [
        "borta.txt: no such file",
        "2.txt: the file is a JPEG picture, not a text; name it .jpeg if it is a scan",
    ]
    assert [len(list(parsed.minutes)) for parsed in results] == [1, 0, 0, 1]


def test_a_failing_reader_is_one_files_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(data: bytes, name: str) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr(parsing, "parse_bytes", fail)
    assert str(parse_job(job(1)).problem) == (
        "1.txt: the reader failed (IndexError: list index out of range); please report it"
    )


def test_a_long_text_is_read_in_parts_as_it_is_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n\n".join(path.read_text("utf-8") for path in sorted(EXAMPLES.glob("*.txt")))
    whole, short = job(1, text.encode()), job(2)
    monkeypatch.setattr(parsing, "_LONG", 10_000)
    read: list[str] = []

    def noted(piece: parsing.Piece) -> Parsed | ExtractRead:
        read.append(piece.name)
        return read_piece(piece)

    monkeypatch.setattr(parsing, "read_piece", noted)
    with Workers(InlineExecutor()) as workers:
        results = [(one, list(parsed.given())) for one, parsed in parse_all([whole, short], workers)]
    expected = list(parse_job(whole).given())
    assert results == [(whole, expected), (short, list(parse_job(short).given()))]
    assert read == ["1.txt"] * len(expected) + ["2.txt"]


def test_minutes_of_a_long_text_that_fail_as_they_are_made_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n\n".join(path.read_text("utf-8") for path in sorted(EXAMPLES.glob("ks-*.txt")))
    made: list[Copies] = []

    def fail_once(copies: Copies) -> Minutes | None:
        made.append(copies)
        if len(made) > 1:
            raise IndexError("list index out of range")
        return join_copies(copies)

    monkeypatch.setattr(parsing, "_LONG", 1)
    monkeypatch.setattr(parsing, "join_copies", fail_once)
    (parsed,) = parse_inline([job(1, text.encode())])
    minutes = parsed.given()
    assert next(minutes).json
    with pytest.raises(LoaderError, match="the reader failed \\(IndexError"):
        next(minutes)


def test_a_part_that_fails_fails_its_file_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(extract: Extract) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr(parsing, "_LONG", 1)
    monkeypatch.setattr(parsing, "read_extract", fail)
    parsed, other = parse_inline([job(1), job(2, b"\xff\xd8\xff")])
    assert str(parsed.problem) == "1.txt: the reader failed (IndexError: list index out of range); please report it"
    assert "JPEG" in str(other.problem)


def test_a_long_text_that_cannot_be_cut_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "_LONG", 1)
    (nothing, spaces) = parse_inline([job(1, "Hej på dig, det var länge sedan.".encode()), job(2, b"  \n")])
    assert str(nothing.problem).startswith("1.txt: no meeting, attendance or items found")
    assert str(spaces.problem).startswith("2.txt: the file holds nothing but white space")
