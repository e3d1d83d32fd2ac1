"""A correction that would break the graph is refused in a line before it is noted; one that mends is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from build_samples import build_inline
from cli_runner import aktorsgraf
from left_out_samples import board_minutes

from aktorsgraf.workspace import Workspace
from ontology.terms import AG, RDF

MINUTES = board_minutes(
    "Emil Hallgård (S)\n",
    """§ 1 Val
Kommunstyrelsen beslutar
att välja Emil Hallgård (S) till ledamot i tekniska nämnden från och med 2024-04-01 till och med 2026-12-31.
""",
)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("refused")
    (folder / "ks.txt").write_text(MINUTES, encoding="utf-8")
    build_inline(folder / "workspace", folder / "ks.txt")
    return folder / "workspace"


def appointment(workspace: Path) -> str:
    with Workspace(workspace).open_store(read_only=True) as store:
        (found,) = [quad.subject for quad in store.quads(predicate=RDF.type, value=AG.Appointment)]
    return str(found)[1:-1]


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("until", "2023-12-31", "not after its end"),
        ("since", "2027", "not after its end"),
        ("until", "2023-02-31", "expected a year, a month or a day"),
        ("until", "snart", "expected a year, a month or a day"),
    ],
)
def test_what_would_break_the_graph_is_refused_in_a_line(workspace: Path, name: str, value: str, told: str) -> None:
    done = aktorsgraf("correct", appointment(workspace), name, value, "--reason", "x", "--workspace", workspace)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert told in done.err
    assert not Workspace(workspace).judgements_path.exists()


def test_what_holds_is_noted_and_nothing_of_it_goes_to_quarantine(workspace: Path, tmp_path: Path) -> None:
    for value in ("2025-12-31", "2024-06"):
        done = aktorsgraf("correct", appointment(workspace), "until", value, "--reason", "x", "--workspace", workspace)
        assert done.code == 0, done.err
    assert aktorsgraf("validate", "--quarantine", "--workspace", workspace).out == ""
    refused = aktorsgraf(
        "correct", appointment(workspace), "until", "2024-01", "--reason", "x", "--workspace", workspace
    )
    assert refused.code == 2
