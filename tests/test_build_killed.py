"""A build that is killed, at any point, is completed by the next."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from build_samples import build_inline, quads_of, write_minutes
from patience import PATIENCE

from aktorsgraf.errors import WorkspaceError

DOCUMENTS = 9
SCRIPT = """
import os, signal, sys
from pathlib import Path
from aktorsgraf.build import build
from aktorsgraf.workspace import Workspace
from build_samples import InlineExecutor

folder, workspace, step, done = sys.argv[1:5]

def kill_when_reached(at: str, count: int, total: int) -> None:
    if (at, count) == (step, int(done)):
        os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    build([folder], Workspace(Path(workspace)), executor=InlineExecutor(), progress=kill_when_reached)
"""
SCRIPT_WITH_WORKERS = """
import os, signal, sys
from aktorsgraf.pool import process_pool

if __name__ == "__main__":
    with process_pool("time", 2) as pool:
        print(*{pool.submit(os.getpid).result() for _ in range(20)}, flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
"""


def run_killed(script: str, tmp_path: Path, *arguments: str) -> str:
    path = tmp_path / "killed.py"
    path.write_text(script)
    paths = os.pathsep.join([str(Path(__file__).parent), str(Path(__file__).parent.parent)])
    done = subprocess.run(
        [sys.executable, str(path), *arguments],
        env=os.environ | {"PYTHONPATH": paths},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode == -signal.SIGKILL
    return done.stdout


@pytest.mark.parametrize(
    ("step", "done"),
    [("reading", 1), ("reading", 5), ("reading", DOCUMENTS), ("loading", 1), ("loading", 5), ("loading", DOCUMENTS)],
)
def test_the_next_build_completes_a_killed_one(tmp_path: Path, step: str, done: int) -> None:
    folder, workspace = tmp_path / "minutes", tmp_path / "workspace"
    write_minutes(folder, *range(1, DOCUMENTS + 1))
    run_killed(SCRIPT, tmp_path, str(folder), str(workspace), step, str(done))
    build_inline(workspace, folder)
    build_inline(tmp_path / "fresh", folder)
    assert quads_of(workspace) == quads_of(tmp_path / "fresh")
    assert build_inline(workspace, folder).changes.nothing


def test_a_killed_replacement_is_completed(tmp_path: Path) -> None:
    folder, workspace = tmp_path / "minutes", tmp_path / "workspace"
    write_minutes(folder, *range(1, DOCUMENTS + 1))
    build_inline(workspace, folder)
    for path in folder.iterdir():
        path.write_text(path.read_text().replace("Carin Öhman", "Karin Öman"))
    run_killed(SCRIPT, tmp_path, str(folder), str(workspace), "loading", "4")
    with pytest.raises(WorkspaceError, match="ended before it was done; run aktorsgraf build again"):
        quads_of(workspace)
    build_inline(workspace, folder)
    build_inline(tmp_path / "fresh", folder)
    assert quads_of(workspace) == quads_of(tmp_path / "fresh")


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="this system cannot wait for other programs' processes")
def test_workers_end_when_the_build_is_killed(tmp_path: Path) -> None:
    for worker in map(int, run_killed(SCRIPT_WITH_WORKERS, tmp_path).split()):
        try:
            handle = os.pidfd_open(worker)
        except ProcessLookupError:
            continue  # it has ended already
        ended, _, _ = select.select([handle], [], [], 20)
        os.close(handle)
        assert ended, f"worker {worker} lives on"
