"""`parse`, `text`, `schema`: what comes out, and what is said of bad input."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from build_samples import minutes_text, write_minutes
from cli_runner import EXAMPLES, aktorsgraf
from missing import missing
from patience import PATIENCE
from pdf_samples import protected_pdf, text_pdf

from aktorsgraf.schema import minutes_schema_json

SCHEMA_FILE = Path(__file__).parent.parent / "docs" / "minutes.schema.json"
SHARED = Path(__file__).parent.parent.parent / "shared" / "protocols"


def check_against_schema(lines: str) -> int:
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA_FILE.read_text(encoding="utf-8")))
    minutes = [json.loads(line) for line in lines.splitlines()]
    for one in minutes:
        validator.validate(one)
    return len(minutes)


def test_the_published_schema_is_the_types_schema() -> None:
    assert aktorsgraf("schema").out == minutes_schema_json()
    published = SCHEMA_FILE.read_text(encoding="utf-8")
    assert published == minutes_schema_json(), "run: aktorsgraf schema > docs/minutes.schema.json"
    jsonschema.Draft202012Validator.check_schema(json.loads(minutes_schema_json()))


def test_what_parse_prints_fits_the_schema_and_its_quotes_stand_in_the_text() -> None:
    done = aktorsgraf("parse", EXAMPLES)
    assert (done.code, done.err) == (0, "")
    assert check_against_schema(done.out) >= 8
    for line in done.out.splitlines():
        minutes = json.loads(line)
        text = aktorsgraf("text", EXAMPLES / minutes["source"]["name"]).out
        assert len(text) == minutes["source"]["characters"]
        for participant in minutes["participants"]:
            for evidence in participant["evidence"]:
                assert text[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_minutes_from_outside_fit_the_schema() -> None:
    if not SHARED.is_dir():
        missing(f"real minutes, which are no part of the project: there is no {SHARED}")
    done = aktorsgraf("parse", SHARED)
    assert (done.code, done.err) == (0, "")
    assert check_against_schema(done.out) >= 15


def test_what_parse_prints_is_accepted_again(tmp_path: Path) -> None:
    printed = aktorsgraf("parse", EXAMPLES).out
    (tmp_path / "a.jsonl").write_text(printed, encoding="utf-8")
    assert aktorsgraf("parse", tmp_path).out == printed
    assert aktorsgraf("parse", "-", given=printed.encode()).out == printed


def test_standard_input() -> None:
    text = minutes_text(1)
    minutes = json.loads(aktorsgraf("parse", "-", given=text.encode()).out)
    assert minutes["source"]["name"] == "-"
    assert aktorsgraf("text", "-", given=b"\xef\xbb\xbf" + text.encode()).out == text


def test_text_keeps_every_character(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Å\r\nb\tc\x0b\f\u2028d".encode())
    done = subprocess.run([sys.executable, "-m", "aktorsgraf", "text", path], capture_output=True, check=True)
    assert done.stdout == path.read_bytes()


def test_bad_input_is_a_line_each_and_the_rest_is_read(tmp_path: Path) -> None:
    write_minutes(tmp_path, 1)
    (tmp_path / "bild.txt").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF")
    (tmp_path / "brev.md").write_text("Hej!")
    (tmp_path / "fel.json").write_text('{"source": {"name": "a", "sha256": 3}, "meeting": {}}')
    (tmp_path / "hemlig.pdf").write_bytes(protected_pdf())
    (tmp_path / "stor.txt").write_bytes(b"Protokoll\n" * 5_000_000)
    (tmp_path / "tom.txt").touch()
    (tmp_path / "trasig.pdf").write_bytes(text_pdf(["Protokoll"])[:200])
    (tmp_path / "tom mapp").mkdir()
    done = aktorsgraf("parse", tmp_path, tmp_path / "tom mapp", tmp_path / "saknas.txt")
    assert done.code == 2
    assert [json.loads(line)["source"]["name"] for line in done.out.splitlines()] == ["1.txt"]
    assert done.err.splitlines() == [
        "aktorsgraf: bild.txt: the file is a JPEG picture, not a text; name it .jpeg if it is a scan",
        "aktorsgraf: brev.md: no meeting, attendance or items found; expected the text of minutes",
        "aktorsgraf: fel.json: not parsed minutes: Expected `str`, got `int` - at `$.source.sha256`",
        "aktorsgraf: hemlig.pdf: the PDF is protected by a password; save a copy without one",
        "aktorsgraf: stor.txt: 47 MB of text; minutes of at most 20 MB are read, so split the file",
        "aktorsgraf: tom.txt: the file is empty; expected the text of minutes",
        "aktorsgraf: trasig.pdf: the PDF is broken and cannot be opened; fetch or save it again",
        f"aktorsgraf: {tmp_path}/tom mapp: the folder holds no file to read (.docx .htm .html .json .jsonl .markdown .md .ndjson .odt .pdf .txt .xhtml .zip)",
        f"aktorsgraf: {tmp_path}/saknas.txt: no such file or folder",
    ]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Missing command"),
        (["parse"], "Missing argument"),
        (["parse", "--nej", "x"], "No such option"),
        (["pars"], "No such command"),
        (["text", "."], "is a folder"),
        (["query", "--workspace", "finns-inte", "decisions"], "no workspace"),
        (["validate", "--workspace", "finns-inte"], "no workspace"),
        (["exclude", "--workspace", "finns-inte"], "no workspace"),
        (["undo", "--workspace", "finns-inte"], "no workspace"),
        (["visualise", "bodies", "--output", "x.gif"], "expected a name that ends in .html, .svg"),
        (["visualise", "sky", "--output", "x.html"], "is not"),
    ],
)
def test_wrong_usage_is_one_line(tmp_path: Path, arguments: list[str], words: str) -> None:
    done = aktorsgraf(*arguments, folder=tmp_path)
    assert done.code == 2
    assert words in done.err
    assert done.out == ""
    assert done.err.startswith("aktorsgraf: ")
    assert done.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_hostile_names_do_not_reach_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2J\nb\u202e.txt").write_bytes(b"")
    done = aktorsgraf("parse", tmp_path)
    assert done.err == "aktorsgraf: a [2J b .txt: the file is empty; expected the text of minutes\n"


def test_a_reader_that_leaves_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Protokoll " * 100_000)
    process = subprocess.Popen(
        [sys.executable, "-m", "aktorsgraf", "text", tmp_path / "a.txt"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(PATIENCE) == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_is_one_line() -> None:
    command = [sys.executable, "-m", "aktorsgraf", "schema"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (
        2,
        b"aktorsgraf: output: no space left on device; make room or write elsewhere\n",
    )


HEEDING = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)  # undoes what a shell does to whatever it runs in the background
os.execv(sys.executable, [sys.executable, "-m", "aktorsgraf", *sys.argv[1:]])
"""


def test_a_closed_standard_input_is_an_empty_one() -> None:
    closing = f'exec "{sys.executable}" -W error -m aktorsgraf parse - <&-'
    done = subprocess.run(["sh", "-c", closing], capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (2, "aktorsgraf: -: the file is empty; expected the text of minutes\n")


def test_an_interruption_is_one_line(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rör.txt")
    process = subprocess.Popen(
        [sys.executable, "-c", HEEDING, "parse", tmp_path / "rör.txt"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with (tmp_path / "rör.txt").open("wb"):  # opens when the other side reads
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out, err) == (130, b"", b"aktorsgraf: interrupted\n")


@pytest.mark.parametrize(
    "command", ["parse", "text", "build", "query", "sparql", "visualise", "measure", "export", "validate", "schema"]
)
def test_every_command_explains_itself_with_an_example(command: str) -> None:
    done = aktorsgraf(command, "--help")
    assert done.code == 0
    assert f"  aktorsgraf {command}" in done.out
