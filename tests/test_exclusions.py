"""Who is excluded is in no answer, export or quote, is listed with the reason, and comes back by an undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_runner import aktorsgraf
from left_out_samples import board_minutes

from aktorsgraf.workspace import Workspace
from graph.export import FORMATS, export

MINUTES = board_minutes(
    "Gunvor Kvillberg (S)\nEmil Hallgård (S)\n",
    """§ {month} Arbetsgrupp för skolvägar
Gunvor Kvillberg föredrar ärendet.
Kommunstyrelsen beslutar
att utse Emil Hallgård (S) och Gunvor Kvillberg (S) att ingå i arbetsgruppen för skolvägar.
""",
    day="2024-0{month}-05",
)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    for month in (3, 4):
        (tmp_path / f"{month}.txt").write_text(MINUTES.replace("{month}", str(month)), encoding="utf-8")
    folder = tmp_path / "workspace"
    assert aktorsgraf("build", tmp_path / "3.txt", tmp_path / "4.txt", "--workspace", folder).code == 0
    return folder


def everything(folder: Path) -> str:
    with Workspace(folder).open_store(read_only=True) as store:
        return "\n".join(map(str, store.quads()))


def exclude(folder: Path, *more: str) -> None:
    done = aktorsgraf(
        "exclude", "Gunvor Kvillberg", "--reason", "skydd", "--who", "Kansliet", *more, "--workspace", folder
    )
    assert done.code == 0, done.err


def test_the_excluded_are_nowhere_and_come_back(workspace: Path, tmp_path: Path) -> None:
    before = everything(workspace)
    exclude(workspace)
    after = everything(workspace)
    assert "Kvillberg" in before
    assert "kvillberg" not in after.lower()
    assert "Emil Hallgård (S) och ****** ********* (S)" in after
    with Workspace(workspace).open_store(read_only=True) as store:
        for name in FORMATS:
            export(store, name, tmp_path / name)
            files = [tmp_path / name] if (tmp_path / name).is_file() else list((tmp_path / name).iterdir())
            assert not any("kvillberg" in str(file.read_bytes()).lower() for file in files)
    members = aktorsgraf("query", "group-members", "--format", "csv", "--workspace", workspace).out
    assert "Emil Hallgård" in members
    assert aktorsgraf("undo", "--workspace", workspace).code == 0
    assert everything(workspace) == before


def test_new_minutes_are_read_without_the_excluded(workspace: Path, tmp_path: Path) -> None:
    exclude(workspace)
    (tmp_path / "5.txt").write_text(MINUTES.replace("{month}", "5"), encoding="utf-8")
    assert aktorsgraf("build", tmp_path / "5.txt", "--workspace", workspace).code == 0
    found = everything(workspace)
    assert "2024-05-05" in found
    assert "kvillberg" not in found.lower()


def test_the_list_says_who_and_why(workspace: Path) -> None:
    assert aktorsgraf("exclude", "--workspace", workspace, "--format", "csv").out.splitlines()[1:] == []
    exclude(workspace, "--when", "2026-01-02T03:04:05")
    (row,) = aktorsgraf("exclude", "--workspace", workspace, "--format", "csv").out.splitlines()[1:]
    key, iri, *rest = row.split(",")
    assert len(key) == 8
    assert iri.startswith("person/gunvor-kvillberg-")
    assert rest == ["Gunvor Kvillberg", "skydd", "Kansliet", "2026-01-02T03:04:05Z"]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["Gunvor Kvillberg"], 2, "--reason"),
        (["Kommunstyrelsen", "--reason", "x"], 2, "is no person"),
        (["Ingen Alls", "--reason", "x"], 1, "nothing is called that"),
    ],
)
def test_what_cannot_be_excluded_is_one_line(workspace: Path, arguments: list[str], code: int, words: str) -> None:
    done = aktorsgraf("exclude", *arguments, "--workspace", workspace)
    assert done.code == code
    assert words in done.err
