"""Ad-hoc SPARQL keeps within its time and its rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from build_samples import build_inline
from cli_runner import aktorsgraf as command

import aktorsgraf
from aktorsgraf.errors import TooSlowError

EXAMPLE = Path(__file__).parent.parent / "examples" / "ks-2023-03-14.txt"
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?d && ?d != ?g) }"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("limits") / "workspace"
    build_inline(folder, EXAMPLE)
    return folder


def test_what_takes_too_long_is_given_up_in_one_line(workspace: Path) -> None:
    done = command("sparql", ENDLESS, "--seconds", "0.5", "--workspace", str(workspace))
    assert done.code == 2
    assert done.err == "aktorsgraf: no answer within 0.5 seconds; ask for less, or with a LIMIT\n"


def test_more_rows_than_asked_for_are_told(workspace: Path) -> None:
    done = command("sparql", "SELECT ?s { ?s ?p ?o }", "--limit", "3", "--format", "csv", "--workspace", str(workspace))
    assert len(done.out.splitlines()) == 4
    assert done.err == "there are more than 3 rows; ask for them with --limit\n"


def test_a_notebook_can_ask_on_after_one_that_took_too_long(workspace: Path) -> None:
    with aktorsgraf.open(workspace) as graph:
        with pytest.raises(TooSlowError):
            graph.sparql(ENDLESS, seconds=0.5)
        assert len(graph.sparql("SELECT ?s { ?s ?p ?o }", limit=2)) == 2
