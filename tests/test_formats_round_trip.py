"""The same minutes say the same in every format."""

from __future__ import annotations

from pathlib import Path

import pytest
from format_samples import FORMATS, zipped

from aktorsgraf.parsing import parse_job, read_jobs
from loaders.documents import read_document
from loaders.minutes import Minutes, decode_minutes, evidence_of
from loaders.parse import parse_bytes
from loaders.sources import find_sources


def told(minutes: Minutes) -> object:
    meeting = minutes.meeting
    return (
        (meeting.body, meeting.date, meeting.start, meeting.end),
        sorted((one.name, one.party, one.roles, one.present, one.title) for one in minutes.participants),
        [(one.number, one.title, [point.text for point in one.decisions]) for one in minutes.items],
        [[(one.name, one.kind, one.members) for one in item.groups] for item in minutes.items],
        [[(one.person, one.role, one.body) for one in item.appointments] for item in minutes.items],
        [[(one.assignee, one.task, one.deadline) for one in item.assignments] for item in minutes.items],
    )


@pytest.fixture(scope="module")
def plain() -> object:
    (minutes,) = parse_bytes(FORMATS["protokoll.txt"](), "protokoll.txt")
    assert len(minutes.participants) == 6
    assert [item.number for item in minutes.items] == ["41", "42"]
    assert [group.members for group in minutes.items[1].groups] == [("Bo Lindkvist", "Karin Ståhl")]
    assert [str(task.deadline) for task in minutes.items[1].assignments] == ["2024-09-10"]
    return told(minutes)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_the_same(name: str, plain: object) -> None:
    data = FORMATS[name]()
    (minutes,) = parse_bytes(data, name)
    assert told(minutes) == plain
    document = read_document(data, name)
    assert "inte i texten" not in document.text.lower()
    paged = name.endswith(".pdf")
    for span in evidence_of(minutes):
        assert document.text[span.start : span.end] == span.quote
        assert span.page == (1 if paged else None)


def test_an_archive_of_all_formats_tells_the_same(tmp_path: Path, plain: object) -> None:
    archive = tmp_path / "alla.zip"
    archive.write_bytes(zipped({name: make() for name, make in FORMATS.items()}))
    jobs = list(read_jobs(find_sources([str(archive)])))
    assert [job.source.name for job in jobs] == sorted(f"alla.zip/{name}" for name in FORMATS)
    for job in jobs:
        parsed = parse_job(job)
        assert parsed.problem is None
        (minutes,) = [decode_minutes(stored.json) for stored in parsed.minutes]
        assert told(minutes) == plain


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_bytes_give_the_same_text_whatever_their_name(name: str) -> None:
    data = FORMATS[name]()
    assert read_document(data, name).text == read_document(data, "-").text
