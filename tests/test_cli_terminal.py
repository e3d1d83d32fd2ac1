"""On a terminal: tables that fit, progress on standard error alone, nothing hostile."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from build_samples import build_inline, minutes_text, write_minutes

from aktorsgraf.cli.tables import aligned


def on_terminal(*arguments: str | Path, settings: Mapping[str, str] | None = None) -> str:
    """Run one command with a terminal for all its streams; return what stands on it."""
    return shown_by([sys.executable, "-m", "aktorsgraf", *map(str, arguments)], settings)


def on_terminal_shell(command: str, settings: Mapping[str, str] | None = None) -> str:
    """Run a line of shell on a terminal."""
    return shown_by(["sh", "-c", command], settings)


def shown_by(command: list[str], settings: Mapping[str, str] | None) -> str:
    here, there = pty.openpty()
    with subprocess.Popen(
        command,
        stdin=there,
        stdout=there,
        stderr=there,
        env=os.environ | {"LC_ALL": "C.UTF-8", "COLUMNS": "100", "TERM": "dumb"} | (settings or {}),
    ):
        os.close(there)
        written = b""
        while True:
            try:
                part = os.read(here, 65536)
            except OSError:  # the other side is closed
                break
            if not part:
                break
            written += part
    os.close(here)
    return written.decode().replace("\r\n", "\n")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    write_minutes(tmp_path / "minutes", 1)
    build_inline(tmp_path / "workspace", tmp_path / "minutes")
    return tmp_path / "workspace"


def test_a_table_fits_and_leaves_out_what_is_empty(workspace: Path) -> None:
    shown = on_terminal("query", "group-members", "--workspace", workspace, settings={"TERM": "xterm"})
    assert max(len(re.sub(r"\x1b\[[0-9;]*m", "", line)) for line in shown.splitlines()) <= 100
    assert "Nyström" in shown
    assert "2024-02-02" in shown
    assert "since" not in shown


def test_a_terminal_that_is_too_narrow_gets_a_line_a_value(workspace: Path) -> None:
    arguments = ("query", "group-members", "--workspace", workspace)
    shown = on_terminal(*arguments, settings={"TERM": "xterm", "COLUMNS": "40"})
    assert "person: Bertil Nyström\n" in shown
    assert "decided on: 2024-02-02\n" in shown
    assert "since" not in shown


def test_progress_is_drawn_on_a_terminal(tmp_path: Path) -> None:
    write_minutes(tmp_path / "minutes", 1, 2)
    arguments = ("build", tmp_path / "minutes", "--workspace", tmp_path / "w")
    assert "reading" in on_terminal(*arguments, settings={"TERM": "xterm"})


def test_parse_draws_progress_where_its_minutes_go_elsewhere(tmp_path: Path) -> None:
    write_minutes(tmp_path / "minutes", 1, 2)
    command = f"{sys.executable} -m aktorsgraf parse {tmp_path / 'minutes'}"
    shown = on_terminal_shell(f"{command} > {tmp_path / 'parsed.jsonl'}", settings={"TERM": "xterm"})
    assert "reading" in shown
    assert len((tmp_path / "parsed.jsonl").read_text(encoding="utf-8").splitlines()) == 2
    assert "reading" not in on_terminal_shell(command, settings={"TERM": "xterm"})


def test_what_minutes_say_cannot_steer_the_terminal(tmp_path: Path) -> None:
    hostile = minutes_text(1).replace("Arbetsgrupp för vägar", "Väg\x1b]0;tagen\x07ar \u202eom")
    (tmp_path / "a.txt").write_text(hostile, encoding="utf-8")
    build_inline(tmp_path / "w", tmp_path / "a.txt")
    for arguments in (
        ("text", tmp_path / "a.txt"),
        ("query", "decisions", "--workspace", tmp_path / "w"),
        ("query", "decisions", "--format", "csv", "--workspace", tmp_path / "w"),
        ("sparql", "SELECT ?o WHERE { ?s ?p ?o }", "--workspace", tmp_path / "w"),
    ):
        shown = on_terminal(*arguments)
        assert "Väg" in shown
        assert not {"\x1b", "\x07", "\u202e"} & set(shown), arguments


def test_columns_are_aligned_by_what_is_seen() -> None:
    cells = [["A\u030are", "1"], ["日本", "2"]]
    assert aligned(["kommun", "n"], cells) == "kommun  n\nA\u030are     1\n日本    2\n"
