"""The log of judgements: whole whatever happens to it, and read for what it says."""

from __future__ import annotations

import datetime as dt
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from judgement_samples import NEGATIVE, POSITIVE, UNSURE, opinion, undo

from aktorsgraf.errors import WorkspaceError
from aktorsgraf.judgements import Correction, in_force, keyed, last_in_force, stamp
from aktorsgraf.judgements_log import append_to_log, read_log

A_B = opinion("person/a", "person/b")
B_C = opinion("person/b", "person/c", NEGATIVE, when="2026-01-05T11:00:00Z", reason="far och son")
APPENDING = """
import os, signal, sys
from pathlib import Path
from aktorsgraf import judgements_log
from judgement_samples import opinion

path, how, number = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
if how == "killed":
    def fsync(descriptor):
        os.ftruncate(descriptor, os.fstat(descriptor).st_size - number)  # as much of it has reached the disk
        os.kill(os.getpid(), signal.SIGKILL)
    judgements_log.os.fsync = fsync
    judgements_log.append_to_log(path, [opinion("person/x", "person/y")])
for at in range(number):
    judgements_log.append_to_log(path, [opinion(f"person/{how}-{at}", "person/y", reason="x" * 5000)])
"""


def run_appending(tmp_path: Path, how: str, number: int) -> subprocess.Popen[bytes]:
    paths = os.pathsep.join([str(Path(__file__).parent), str(Path(__file__).parent.parent)])
    command = [sys.executable, "-c", APPENDING, str(tmp_path / "log.jsonl"), how, str(number)]
    return subprocess.Popen(command, env=os.environ | {"PYTHONPATH": paths})


def test_what_is_added_is_read_in_order(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    assert read_log(path) == ((), ())
    append_to_log(path, [A_B])
    append_to_log(path, [B_C])
    assert read_log(path) == ((A_B, B_C), ())
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [line["verdict"] for line in lines] == ["positive", "negative"]
    assert lines[1]["reason"] == "far och son"


def test_the_order_of_merged_lines_and_lines_that_come_twice_are_of_no_account(tmp_path: Path) -> None:
    one, other = tmp_path / "1.jsonl", tmp_path / "2.jsonl"
    append_to_log(one, [A_B, B_C])
    append_to_log(other, [B_C, A_B, B_C])
    assert in_force(read_log(one).entries) == in_force(read_log(other).entries)


@pytest.mark.parametrize("torn", [1, 2, 30, 100])
def test_a_kill_in_the_middle_of_a_line_loses_that_line_alone(tmp_path: Path, torn: int) -> None:
    path = tmp_path / "log.jsonl"
    append_to_log(path, [A_B])
    with run_appending(tmp_path, "killed", torn) as process:
        assert process.wait(60) == -signal.SIGKILL
    log = read_log(path)
    whole = torn == 1  # only the end of the line is missing
    assert len(log.entries) == 1 + whole
    assert len(log.problems) == (not whole)
    assert all("line 2: ends in the middle, as a crash leaves it" in problem for problem in log.problems)
    append_to_log(path, [B_C])
    assert {A_B, B_C} <= set(read_log(path).entries)
    assert len(read_log(path).problems) == (not whole)


def test_two_processes_at_once_lose_nothing(tmp_path: Path) -> None:
    with run_appending(tmp_path, "one", 40) as one, run_appending(tmp_path, "two", 40) as two:
        assert (one.wait(60), two.wait(60)) == (0, 0)
    log = read_log(tmp_path / "log.jsonl")
    assert (len(log.entries), log.problems) == (80, ())


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("<<<<<<< HEAD", "no entry of the log"),
        ('{"kind":"judgement"}', "id"),
        ('{"kind":"oracle","id":"1"}', "oracle"),
        ('{"kind":"undo","id":"1","when":"igår","who":"a","undoes":"2"}', "when"),
        ('{"kind":"undo","id":"1","when":"2026-01-05T10:00:00Z","who":"a","undoes":"2","extra":1}', "extra"),
    ],
)
def test_a_spoilt_line_is_told_and_passed_by(tmp_path: Path, line: str, told: str) -> None:
    path = tmp_path / "log.jsonl"
    append_to_log(path, [A_B])
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    append_to_log(path, [B_C])
    log = read_log(path)
    assert log.entries == (A_B, B_C)
    (problem,) = log.problems
    assert "line 2: " in problem
    assert told in problem
    assert "\n" not in problem


def test_a_log_that_cannot_be_written_is_told_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "log.jsonl").mkdir()
    with pytest.raises(WorkspaceError, match="cannot be written"):
        append_to_log(tmp_path / "log.jsonl", [A_B])
    with pytest.raises(WorkspaceError, match="cannot be read"):
        read_log(tmp_path / "log.jsonl")


def test_an_undo_can_be_undone() -> None:
    first = undo(A_B)
    second = undo(first, when="2026-01-07T10:00:00Z")
    third = undo(second, when="2026-01-08T10:00:00Z")
    assert in_force([A_B]).opinions == (A_B,)
    assert in_force([A_B, first]).opinions == ()
    assert in_force([A_B, first, second]).opinions == (A_B,)
    assert in_force([third, second, first, A_B]).opinions == ()


def test_the_last_opinion_on_a_pair_counts_until_it_is_undone() -> None:
    later = opinion("person/b", "person/a", UNSURE, when="2026-02-01T10:00:00Z")
    assert in_force([later, A_B]).opinions == (later,)
    assert in_force([later, A_B, undo(later, when="2026-02-02T10:00:00Z")]).opinions == (A_B,)
    assert last_in_force([later, A_B]) == later
    assert last_in_force([undo(A_B)]) is None


def test_personal_identity_numbers_are_masked_in_what_is_said() -> None:
    by = stamp("Anna 19121212-1212", dt.datetime.fromisoformat("2026-01-05T11:00:00+01:00"), "ser på\npnr 121212-1212")
    assert by == ("Anna ¤¤¤¤¤¤¤¤-¤¤¤¤", "2026-01-05T10:00:00Z", "ser på pnr ¤¤¤¤¤¤-¤¤¤¤")


def test_the_key_of_an_entry_is_its_content() -> None:
    assert opinion("person/a", "person/b").id == A_B.id != opinion("person/a", "person/b", who="bo").id
    same = Correction(
        id="-", when=A_B.when, who="a", reason="r", subject="s", name="n", property="name", value="v", facts=("s",)
    )
    assert keyed(same).id == keyed(keyed(same)).id


def test_verdicts_are_those_of_identity() -> None:
    assert {POSITIVE.value, NEGATIVE.value, UNSURE.value} == {"positive", "negative", "unsure"}
