"""`import aktorsgraf`: a workspace, a question, a DataFrame."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from build_samples import build_inline, write_minutes
from patience import PATIENCE

import aktorsgraf
from aktorsgraf.errors import WorkspaceError
from queries.errors import ParameterError, RefusedError

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("notebook")
    write_minutes(folder / "minutes", 1, 2)
    build_inline(folder / "workspace", folder / "minutes")
    return folder / "workspace"


def test_a_question_gives_a_frame_with_dates(workspace: Path) -> None:
    with aktorsgraf.open(workspace) as graph:
        frame = graph.query("group-members", group="VAGAR")
    assert set(frame["person"]) == {"Bertil Nyström", "Carin Öhman"}
    assert pd.api.types.is_datetime64_any_dtype(frame["decided_on"])
    assert set(frame["decided_on"].dt.date) == {dt.date(2024, 2, 2), dt.date(2024, 3, 3)}


def test_parameters_are_of_their_own_types(workspace: Path) -> None:
    with aktorsgraf.open(str(workspace)) as graph:
        assert len(graph.query("decisions", since=dt.date(2024, 3, 1))) == 1
        with pytest.raises(ParameterError, match="no parameter 'grupp'"):
            graph.query("group-members", grupp="vägar")
        with pytest.raises(ParameterError, match="there are appointments"):
            graph.query("gruppmedlemmar")


def test_questions_are_listed(workspace: Path) -> None:
    with aktorsgraf.open(workspace) as graph:
        assert "group-members" in set(graph.queries()["name"])
        assert repr(graph) == f"aktorsgraf.open('{workspace}')"


def test_sparql_reads_and_nothing_else(workspace: Path) -> None:
    with aktorsgraf.open(workspace) as graph:
        assert graph.sparql("SELECT (COUNT(*) AS ?number) WHERE { ?s ?p ?o }")["number"][0] > 100
        with pytest.raises(RefusedError):
            graph.sparql("DROP ALL")


def test_where_nothing_is_built_one_line_says_so(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="no workspace"):
        aktorsgraf.open(tmp_path)


def test_the_command_line_does_not_wait_for_pandas() -> None:
    code = "import sys, aktorsgraf, aktorsgraf.cli.parse, aktorsgraf.cli.build; sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_script_without_a_guard_builds_and_asks_in_other_processes(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import aktorsgraf\n"
        "print('begun')\n"
        f"with aktorsgraf.read({str(EXAMPLES)!r}, workspace={str(tmp_path / 'workspace')!r}) as graph:\n"
        "    print(len(graph.query('meetings')), len(graph.sparql('SELECT ?s WHERE { ?s ?p ?o } LIMIT 3')))\n"
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True, timeout=PATIENCE)
    assert done.stdout == "begun\n12 3\n", done.stderr
    assert "died" not in done.stderr
