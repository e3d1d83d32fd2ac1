"""The examples in `--help` that read are answered on examples/."""

from __future__ import annotations

import shlex
from pathlib import Path

import click
import pytest
from cli_runner import EXAMPLES, aktorsgraf

from aktorsgraf.cli import cli, run

READING = ("query", "sparql", "why", "visualise", "measure", "plot", "validate", "export")
NOT_HERE = ("--config", "--engine", " - ")  # a file that the reader has, an engine that takes its time, standard input


def _examples() -> list[str]:
    texts = [cli.get_command(click.Context(cli), name).help or "" for name in READING]  # type: ignore[union-attr]
    lines = [line.strip() for text in texts for line in text.splitlines()]
    shown = [line for line in lines if line.startswith("aktorsgraf ")]
    return [line for line in shown if not any(word in line for word in NOT_HERE)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("examples")
    assert aktorsgraf("build", EXAMPLES, folder=made).code == 0
    return made


@pytest.mark.parametrize("example", [*_examples(), 'aktorsgraf correct "Ylva Norring"'])
def test_an_example_of_help_is_answered(
    example: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(folder)
    _, *arguments = shlex.split(example.partition(" > ")[0])
    code = run(arguments)
    assert (code, b"nothing" in capfdbinary.readouterr().err) == (0, False)


def test_every_command_that_reads_shows_an_example() -> None:
    assert {example.split()[1] for example in _examples()} == set(READING)
