"""The notebooks carry no outputs, and run from top to bottom on the examples."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import nbformat
import pytest
from missing import missing
from nbclient import NotebookClient
from patience import PATIENCE

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))

# What each must say when it has run: a part of its outputs.
SAYS = {
    "1-vem-sitter-var": (
        "Karin Ståhl: 2 are called that",
        "arbetsgrupp för översyn av förbundsordningen",
        "Simrishamn",
    ),
    "2-lankar-mellan-organ": ("allow-scripts", "Kerstin Wallsten", "position"),
    "3-over-tid": ("image/png", "kommit in", "över partigräns"),
    "4-beslut-och-uppdrag": ("image/png", "beredningsgrupp för nära vård", "dagar kvar"),
    "5-lankade-oppna-data": ("wikidata.org/entity/Q105112", "SERVICE", "decisions"),
    "6-detsamma-i-cypher": ("Attendance", "moten", "True", "ad-hoc queries only read"),
}
pytestmark = pytest.mark.xdist_group("notebooks")  # they share one workspace, which one process writes at a time


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Copy what they need; Jupyter reads and writes nothing of whoever runs the tests, who may have no folder of their own."""
    root = tmp_path_factory.mktemp("notebooks")
    shutil.copytree(ROOT / "examples", root / "examples")
    shutil.copytree(ROOT / "notebooks", root / "notebooks")
    with pytest.MonkeyPatch.context() as environment:
        for name in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR"):
            environment.setenv(name, str(root / name.lower()))
        yield root / "notebooks"


def read(path: Path) -> Any:
    return nbformat.read(path, as_version=4)


def test_there_is_one_for_each_story() -> None:
    assert [path.stem for path in NOTEBOOKS] == list(SAYS)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_is_clean_and_says_in_english_what_it_is(path: Path) -> None:
    notebook = read(path)
    nbformat.validate(notebook)
    assert re.match(r"# \d\. \w", notebook.cells[0].source)
    assert "*In English: " in notebook.cells[0].source
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert (cell.outputs, cell.execution_count) == ([], None)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_runs_from_top_to_bottom(folder: Path, path: Path) -> None:
    if "cypher" in path.stem and not find_spec("arcadedb_embedded"):
        missing("the notebook in Cypher: the extra `cypher` is not installed")
    notebook = read(folder / path.name)
    NotebookClient(
        notebook,
        timeout=int(PATIENCE),
        startup_timeout=int(PATIENCE),
        kernel_name="python3",
        resources={"metadata": {"path": str(folder)}},
    ).execute()
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    said = "".join(map(str, outputs))
    assert [part for part in SAYS[path.stem] if part not in said] == []
    errors = [output for output in outputs if output.output_type == "error"]
    assert not [error for error in errors if "Traceback" in "".join(error.traceback)]
    assert not [output for output in outputs if output.get("name") == "stderr" and "Warning" in output.text]
