"""The wheel, installed in an empty environment and used outside the checkout (`make check`; needs a package index)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from patience import PATIENCE

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.wheel


def run(*command: str | Path, folder: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=3 * PATIENCE
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_answers_outside_the_checkout(tmp_path: Path) -> None:
    run(sys.executable, "-m", "build", "--wheel", "--outdir", tmp_path / "dist", ROOT, folder=tmp_path)
    wheel = next((tmp_path / "dist").glob("*.whl"))
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {
        "aktorsgraf", "ontology", "loaders", "graph", "queries",
    }  # fmt: skip
    run(sys.executable, "-m", "venv", "empty", folder=tmp_path)
    programs = tmp_path / "empty" / ("Scripts" if os.name == "nt" else "bin")
    run(programs / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, folder=tmp_path)
    shutil.copytree(ROOT / "examples", tmp_path / "minutes")
    run(programs / "aktorsgraf", "build", "minutes", folder=tmp_path)
    table = run(programs / "aktorsgraf", "query", "group-members", "--format", "csv", folder=tmp_path)
    assert table.startswith("group,kind,parent,person,role,party,municipality,since,until,decided_on,item\n")
    assert table.count("\n") > 5
    run(programs / "aktorsgraf", "visualise", "bodies", "--output", "bodies.html", folder=tmp_path)
    run(programs / "aktorsgraf", "export", "--format", "turtle", "--output", "graph.ttl", folder=tmp_path)
    assert (tmp_path / "bodies.html").stat().st_size > 10_000
    assert (tmp_path / "graph.ttl").stat().st_size > 10_000
