"""One source to its minutes, as text or parsed already."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from loaders.errors import LoaderError
from loaders.minutes import Minutes, encode_minutes
from loaders.parse import parse_bytes, parse_source, read_text
from loaders.sources import SourceFile

SHA256 = "0" * 64
PARSED: dict[str, Any] = {
    "source": {"name": "a.txt", "sha256": SHA256, "media_type": "text/plain", "characters": 10},
    "meeting": {"body": "Styrelsen", "date": "2024-05-03"},
}
EXAMPLES = Path(__file__).parent.parent / "examples"


def lines(*values: object) -> bytes:
    return "\n".join(json.dumps(value) for value in values).encode()


@pytest.mark.parametrize(
    ("data", "name", "count"),
    [
        (lines(PARSED), "a.json", 1),
        (lines([PARSED, PARSED]), "a.json", 2),
        (json.dumps(PARSED, indent=2).encode(), "a.json", 1),
        (json.dumps([PARSED], indent=2).encode(), "-", 1),
        (lines(PARSED, PARSED, PARSED) + b"\n\n", "a.jsonl", 3),
        (b"\xef\xbb\xbf" + lines(PARSED, PARSED), "-", 2),
    ],
)
def test_parsed_minutes_in_every_form(data: bytes, name: str, count: int) -> None:
    minutes = parse_bytes(data, name)
    assert [one.meeting.body for one in minutes] == ["Styrelsen"] * count


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (lines(PARSED, PARSED | {"meeting": {"date": "i går"}}), "line 2: not parsed minutes: .*\\$.meeting.date"),
        (lines(PARSED | {"meeting": {"body": ""}}), "\\$.meeting.body"),
        (lines({"source": PARSED["source"]}), "missing required field `meeting`"),
        (lines(PARSED | {"participants": [{"name": 7}]}), "\\$.participants\\[0\\].name"),
        (lines(PARSED | {"deltagare": []}), "unknown field `deltagare`"),
        (lines([PARSED, 3]), "\\$\\[1\\]"),
        (lines(PARSED)[:-9], "truncated"),
        (b"[" * 100_000, "not parsed minutes"),
        (b"  \n", "empty"),
        (b"{\xff}", "not parsed minutes"),
    ],
)
def test_malformed_parsed_minutes_say_which_field(data: bytes, words: str) -> None:
    with pytest.raises(LoaderError, match=words) as caught:
        parse_bytes(data, "a.jsonl")
    assert "\n" not in str(caught.value)


def test_what_was_read_can_be_read_again_as_parsed_minutes() -> None:
    minutes: list[Minutes] = []
    for path in sorted(EXAMPLES.glob("*.*")):
        if path.suffix in {".txt", ".md", ".pdf"}:
            minutes.extend(parse_source(SourceFile(path, path.name)))
    assert len(minutes) >= 8
    assert list(parse_bytes(b"\n".join(map(encode_minutes, minutes)), "alla.jsonl")) == minutes


def test_a_text_without_minutes_is_refused() -> None:
    with pytest.raises(LoaderError, match="no meeting, attendance or items found"):
        parse_bytes("Hej på dig, det var länge sedan.".encode(), "brev.txt")


def test_parsed_minutes_have_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(lines(PARSED))
    with pytest.raises(LoaderError, match="no text of their own"):
        read_text(SourceFile(path, path.name))


def test_an_empty_list_of_parsed_minutes_is_said() -> None:
    with pytest.raises(LoaderError, match="an empty list; expected parsed minutes"):
        parse_bytes(b"[]", "a.json")
