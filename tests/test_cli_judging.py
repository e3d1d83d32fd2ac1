"""The commands that judge: names, exit codes, one line for each mistake."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from build_samples import build_inline
from cli_runner import Done, aktorsgraf
from judgement_samples import write_homonyms

from aktorsgraf.workspace import JUDGEMENTS

WHO = ("--who", "Anna Ek", "--when", "2026-01-05T10:00:00+01:00")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("judged")
    write_homonyms(folder / "minutes")
    build_inline(folder / "workspace", folder / "minutes")
    return folder / "workspace"


def run(built: Path, *arguments: str) -> Done:
    return aktorsgraf(*arguments, "--workspace", built)


def test_a_name_that_several_have_lists_them_a_line_each(built: Path) -> None:
    done = run(built, "same", "anders lindberg", "Gun Holm")
    assert done.code == 2
    first, *choices = done.err.splitlines()
    assert first == "aktorsgraf: anders lindberg: 2 are called that; name one by the IRI at the left"
    assert len(choices) == 2
    assert all(choice.startswith("  person/anders-lindberg-") for choice in choices)
    assert {"Åre" in choice for choice in choices} == {True, False}


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("same", "Nils Ingen", "Gun Holm"), 1, "Nils Ingen: nothing is called that"),
        (("different", "Gun Holm", "gun holm"), 2, "are the same IRI"),
        (("undo",), 1, "nothing in it counts"),
        (("undo", "12345678"), 1, "no entry 12345678"),
        (("why", "Nils Ingen"), 1, "nothing is called that"),
        (("correct", "Gun Holm", "name", "Gunn Holm"), 2, "--reason: a correction needs one"),
        (
            ("correct", "Gun Holm", "age", "7", "--reason", "x"),
            2,
            "no property 'age' of a person; expected name, party",
        ),
        (("correct", "Gun Holm", "party", "Kalle", "--reason", "x"), 2, "expected a party of the Riksdag"),
        (("correct", "Gun Holm", "party", "party/2380/xx", "--reason", "x"), 1, "nothing is called that"),
        (("correct", "Gun Holm", "municipality", "Ingenstans", "--reason", "x"), 2, "expected a municipality"),
        (
            ("correct", "Gun Holm", "party", "M", "--was", "V", "--reason", "x"),
            1,
            "no minutes state party V; they state C",
        ),
        (("same", "Gun Holm", "Ivar Lind", "--when", "igår"), 2, "--when igår: expected a time"),
        (("review", "--import", "saknas.csv"), 2, "saknas.csv"),
    ],
)
def test_mistakes_are_a_line_and_a_code(built: Path, arguments: tuple[str, ...], code: int, told: str) -> None:
    done = run(built, *arguments)
    assert (done.code, done.out) == (code, "")
    (line,) = done.err.splitlines()
    assert told in line
    assert not (built / JUDGEMENTS).exists()


@pytest.mark.parametrize("arguments", [("same", "A", "B"), ("why", "A"), ("review",), ("correct", "A")])
def test_without_a_workspace_it_says_how_to_make_one(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = run(tmp_path / "none", *arguments)
    assert done.code == 2
    assert "aktorsgraf build" in done.err
    assert len(done.err.splitlines()) == 1


def test_judging_correcting_and_undoing(tmp_path: Path) -> None:
    write_homonyms(tmp_path / "minutes")
    workspace = tmp_path / "w"
    build_inline(workspace, tmp_path / "minutes")
    done = run(workspace, "same", "Gun Holm", "Bertil Nyström", *WHO)
    assert done.code == 0, done.err
    judged, follows = done.err.splitlines()
    assert judged.startswith("Gun Holm and Bertil Nyström are judged the same (noted as ")
    assert "by Anna Ek" in judged
    assert follows.startswith("the graph follows: ")
    (line,) = (workspace / JUDGEMENTS).read_text(encoding="utf-8").splitlines()
    again = run(workspace, "same", json.loads(line)["right"], json.loads(line)["left"], *WHO)
    assert again.code == 0
    assert again.err.splitlines()[0].startswith(f"judged already: {json.loads(line)['id']}")
    assert again.err.splitlines()[1] == "the graph is as it was"
    done = run(workspace, "correct", "Ivar Lind", "name", "Ivar Lindh", "--reason", "stavning", *WHO)
    assert done.code == 0, done.err
    assert "Ivar Lind: name is Ivar Lindh, not Ivar Lind (noted as " in done.err
    shown = json.loads(run(workspace, "correct", "Ivar Lindh", "--format", "json").out)["rows"]
    assert {("name", "Ivar Lindh"), ("party", "M"), ("present", "true")} <= {
        (row["property"], row["value"]) for row in shown
    }
    same = run(workspace, "correct", "Ivar Lindh", "name", "Ivar Lindh", "--reason", "x", *WHO)
    assert (same.code, same.err) == (0, "Ivar Lindh: name is Ivar Lindh already\n")
    for expected in ("Ivar Lind: name = Ivar Lindh", "Gun Holm / Bertil Nyström the same"):
        done = run(workspace, "undo", *WHO)
        assert (done.code, expected in done.err) == (0, True), done.err
    assert run(workspace, "undo", *WHO).code == 1
    assert len((workspace / JUDGEMENTS).read_text(encoding="utf-8").splitlines()) == 4


def test_a_torn_line_is_told_by_the_build(tmp_path: Path) -> None:
    write_homonyms(tmp_path / "minutes")
    workspace = tmp_path / "w"
    build_inline(workspace, tmp_path / "minutes")
    assert run(workspace, "same", "Gun Holm", "Bertil Nyström", *WHO).code == 0
    path = workspace / JUDGEMENTS
    path.write_bytes(path.read_bytes() + b'{"kind":"judg')
    done = run(workspace, "build", str(tmp_path / "minutes"))
    assert done.code == 0
    assert "line 2: ends in the middle, as a crash leaves it" in done.err


def test_the_builds_option_leaves_judgements_out(tmp_path: Path) -> None:
    write_homonyms(tmp_path / "minutes")
    workspace = tmp_path / "w"
    build_inline(workspace, tmp_path / "minutes")
    assert run(workspace, "correct", "Gun Holm", "name", "Gunn Holm", "--reason", "x", *WHO).code == 0
    assert run(workspace, "build", str(tmp_path / "minutes"), "--ignore-judgements").code == 0
    assert run(workspace, "why", "Gunn Holm").code == 1
    assert run(workspace, "build", str(tmp_path / "minutes")).code == 0
    assert run(workspace, "why", "Gunn Holm").code == 0
