"""Reviewing: candidates with their evidence, judged by key on a terminal or in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from build_samples import build_inline, minutes_text
from cli_runner import aktorsgraf
from judgement_samples import write_open_pair

from aktorsgraf.cli.review_csv import COLUMNS, RowsError, read_verdicts, write_candidates
from aktorsgraf.judgements_evidence import Identified
from aktorsgraf.judgements_log import read_log
from aktorsgraf.workspace import JUDGEMENTS, Workspace
from loaders.identity import Verdict

NAME = "Anders Lindberg"
WHO = ("--who", "Anna Ek", "--when", "2026-01-05")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    write_open_pair(tmp_path / "minutes")
    build_inline(tmp_path / "workspace", tmp_path / "minutes")
    return tmp_path / "workspace"


def review(workspace: Path, keys: Sequence[str], *options: str, columns: int = 80) -> str:
    """Review on a terminal, a key each time that it asks; return what stands on it."""
    here, there = pty.openpty()
    command = [sys.executable, "-m", "aktorsgraf", "review", "--workspace", str(workspace), *WHO, *options]
    settings = {"LC_ALL": "en_GB.UTF-8", "COLUMNS": str(columns), "TERM": "dumb"}
    with subprocess.Popen(command, stdin=there, stdout=there, stderr=there, env=os.environ | settings) as process:
        os.close(there)
        shown, waiting = b"", list(keys)
        while True:
            try:
                part = os.read(here, 65536)
            except OSError:  # the other side is closed
                break
            shown += part
            if part.rstrip(b" ").endswith(b"quit:") and waiting:
                os.write(here, waiting.pop(0).encode())
        assert process.wait(60) == 0, shown.decode()
    os.close(here)
    assert not waiting
    return shown.decode().replace("\r\n", "\n")


def verdicts(workspace: Path) -> list[str]:
    return [getattr(one, "verdict", "undo") for one in read_log(workspace / JUDGEMENTS).entries]


def candidates(workspace: Path) -> list[dict[str, str]]:
    done = aktorsgraf("review", "--format", "csv", "--workspace", workspace)
    assert done.code == 0, done.err
    return list(csv.DictReader(io.StringIO(done.out)))


def test_namesakes_are_listed_with_their_evidence(workspace: Path) -> None:
    (row,) = [row for row in candidates(workspace) if row["name_left"] == NAME]
    assert row["name_right"] == NAME
    assert row["left"] != row["right"]
    assert {"Fjällbygden" in row[side] or "fjäll.txt" in row[side] for side in ("evidence_left", "evidence_right")} == {
        True,
        False,
    }
    assert "«Anders Lindberg" in row["evidence_left"]
    assert float(row["score"]) == pytest.approx(
        sum(float(one.split()[0]) for one in row["features"].split("; ")), abs=0.5
    )


def test_a_key_judges_and_the_graph_follows(workspace: Path) -> None:
    number = len(candidates(workspace))
    shown = review(workspace, "y" + "s" * (number - 1))
    assert f"1 of {number}" in shown
    assert f"1 of {number} judged" in shown
    assert " written anew" in shown
    (entry,) = read_log(workspace / JUDGEMENTS).entries
    assert (entry.who, entry.when) == ("Anna Ek", "2026-01-05T00:00:00Z")
    assert entry.verdict is Verdict.POSITIVE
    assert entry.score is not None
    assert entry.features
    assert len(candidates(workspace)) < number or number == 1


def test_the_last_can_be_taken_back_and_wrong_keys_are_passed_by(tmp_path: Path) -> None:
    write_open_pair(tmp_path / "minutes")
    third = (tmp_path / "minutes" / "hav.txt").read_text(encoding="utf-8").replace("Havsbandet", "Skogen")
    third = third.replace("Gun Holm", "Åsa Dal").replace("Ivar Lind", "Olle Ek")
    (tmp_path / "minutes" / "skog.txt").write_text(third, encoding="utf-8")
    build_inline(tmp_path / "w", tmp_path / "minutes")
    shown = review(tmp_path / "w", ["xn", "z", "u", "q"])
    assert "1 of " in shown
    assert verdicts(tmp_path / "w") == ["negative", "undo", "unsure"]


def test_quitting_at_once_notes_nothing(workspace: Path) -> None:
    shown = review(workspace, "q")
    assert "0 of " in shown
    assert not (workspace / JUDGEMENTS).exists()


def test_a_card_fits_80_columns(workspace: Path) -> None:
    shown = review(workspace, "q")
    assert NAME in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_what_is_judged_is_not_asked_again_and_unsure_when_asked_for(workspace: Path) -> None:
    before = candidates(workspace)
    review(workspace, "u" * len(before))
    assert candidates(workspace) == []
    assert "nothing to judge" in review(workspace, "")
    again = aktorsgraf("review", "--unsure", "--format", "csv", "--workspace", workspace)
    assert len(again.out.splitlines()) == 1 + len(before)


def test_candidates_go_to_standard_output_for_a_dash(workspace: Path, tmp_path: Path) -> None:
    path = tmp_path / "candidates.csv"
    aktorsgraf("review", "--export", path, "--workspace", workspace)
    done = aktorsgraf("review", "--export", "-", "--workspace", workspace, folder=tmp_path)
    assert (done.code, done.out) == (0, path.read_bytes().decode())
    assert not (tmp_path / "-").exists()


def test_a_spreadsheet_goes_round(workspace: Path, tmp_path: Path) -> None:
    path = tmp_path / "candidates.csv"
    done = aktorsgraf("review", "--export", path, "--workspace", workspace)
    assert done.code == 0, done.err
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    assert tuple(rows[0]) == COLUMNS
    rows[1][:2] = ["Same", "samma personnummer 19121212-1212"]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)  # as a Swedish spreadsheet saves it
    done = aktorsgraf("review", "--import", path, "--workspace", workspace, *WHO)
    assert done.code == 0, done.err
    assert "1 verdict noted by Anna Ek" in done.err
    (entry,) = read_log(workspace / JUDGEMENTS).entries
    assert (entry.verdict, entry.reason) == (Verdict.POSITIVE, "samma personnummer ¤¤¤¤¤¤¤¤-¤¤¤¤")
    assert entry.features
    done = aktorsgraf("review", "--import", path, "--workspace", workspace, *WHO)
    assert (done.code, len(verdicts(workspace))) == (0, 1)
    assert "nothing new" in done.err


def test_wrong_rows_are_told_with_what_is_allowed_and_nothing_is_taken(workspace: Path, tmp_path: Path) -> None:
    path = tmp_path / "candidates.csv"
    good, bad = candidates(workspace)[0], "person/ingen-00000000"
    lines = [
        "verdict,left,right",
        f"same,{good['left']},{good['right']}",
        f"kanske,{good['left']},{good['right']}",
        f"same,{good['left']},",
        ",,",
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    done = aktorsgraf("review", "--import", path, "--workspace", workspace)
    assert done.code == 2
    assert done.err.splitlines() == [
        f"aktorsgraf: {path}: row 3: verdict 'kanske': expected same, different, unsure, or nothing",
        f"aktorsgraf: {path}: row 4: left or right is empty: expected the two IRIs of --export",
    ]
    path.write_text("\n".join([*lines[:2], f"same,{good['left']},{bad}"]), encoding="utf-8")
    done = aktorsgraf("review", "--import", path, "--workspace", workspace)
    assert done.code == 2
    assert f"row 3: {bad}: there is nothing of that IRI" in done.err
    assert not (workspace / JUDGEMENTS).exists()


def test_no_cell_is_a_formula_and_files_that_are_none_are_told(tmp_path: Path) -> None:
    path = tmp_path / "c.csv"
    write_candidates([("", "", "-3.25", "a", "b", "=1+1", "@x", "+46", "-", "\tx")], path)
    (_, row) = csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig")))
    assert row == ["", "", "-3.25", "a", "b", "'=1+1", "'@x", "+46", "'-", "'\tx"]
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(RowsError, match="no column verdict, left, right"):
        read_verdicts(path)
    path.write_bytes("verdict;left\nå".encode("latin-1"))
    with pytest.raises(RowsError, match="save it as CSV UTF-8"):
        read_verdicts(path)


def test_hostile_names_cannot_steer_the_terminal(tmp_path: Path) -> None:
    write_open_pair(tmp_path / "minutes")
    for path in (tmp_path / "minutes").iterdir():
        text = path.read_text(encoding="utf-8").replace("Kommunförbundet ", "Kommunförbundet \x1b]0;tagen\x07\u202e")
        path.write_text(text, encoding="utf-8")
    build_inline(tmp_path / "w", tmp_path / "minutes")
    shown = review(tmp_path / "w", "q")
    assert "Lindberg" in shown
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_why_tells_all_in_words(workspace: Path) -> None:
    (row,) = [row for row in candidates(workspace) if row["name_left"] == NAME]
    apart = aktorsgraf("why", row["left"], "--workspace", workspace)
    assert apart.code == 0, apart.err
    assert "Kept apart from" in apart.out
    assert row["right"] in apart.out
    assert (
        aktorsgraf("same", row["left"], row["right"], "--workspace", workspace, *WHO, "--reason", "syskon?").code == 0
    )
    one = aktorsgraf("why", NAME, "--workspace", workspace)
    for part in ("What the minutes say", "«Anders Lindberg", "One and the same, because", "judged", "Anna Ek: syskon?"):
        assert part in one.out
    swedish = aktorsgraf("why", NAME, "--workspace", workspace, language="sv_SE.UTF-8")
    assert "Så står det" in swedish.out
    assert "Vad människor har bedömt" in swedish.out
    rows = json.loads(aktorsgraf("why", NAME, "--workspace", workspace, "--format", "json").out)["rows"]
    assert {"seen", "joined", "judged"} <= {row["what"] for row in rows}
    assert re.search(r"[0-9a-f]{8}", next(row["text"] for row in rows if row["what"] == "judged"))


def test_why_shows_the_corrected_name_and_what_the_minutes_say(workspace: Path) -> None:
    corrected = aktorsgraf(
        "correct", "Ivar Lind", "name", "Ivar Lindh", "--workspace", workspace, *WHO, "--reason", "fel"
    )
    assert corrected.code == 0, corrected.err
    shown = aktorsgraf("why", "Ivar Lindh", "--workspace", workspace).out.splitlines()
    assert shown[0].startswith("Ivar Lindh  (the minutes: Ivar Lind)  person/ivar-lind-")
    assert any(line.lstrip().startswith("2024-") and "Ivar Lind " in line for line in shown), "what the minutes say"
    assert aktorsgraf("undo", "--workspace", workspace, *WHO).code == 0
    assert aktorsgraf("why", "Ivar Lind", "--workspace", workspace).out.startswith("Ivar Lind  person/")


def test_why_explains_bodies_and_groups_too(workspace: Path) -> None:
    done = aktorsgraf("why", "Kommunförbundet Havsbandet", "--workspace", workspace)
    assert (done.code, "hav.txt" in done.out) == (0, True)


def test_whoever_was_at_many_meetings_is_seen_at_each(tmp_path: Path) -> None:
    for number in range(1, 40):
        (tmp_path / f"{number}.txt").write_text(minutes_text(number), encoding="utf-8")
    build_inline(tmp_path / "w", tmp_path)
    with Identified(Workspace(tmp_path / "w")) as known:
        root = next(iri for iri, thing in known.things.items() if thing.label == "Eva Almgren")
        assert len(known.seen(root)) == 39
