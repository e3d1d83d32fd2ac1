"""Run the command line as a shell does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from patience import PATIENCE

EXAMPLES = Path(__file__).parent.parent / "examples"


class Done(NamedTuple):
    code: int
    out: str
    err: str


def aktorsgraf(
    *arguments: str | Path, given: bytes = b"", folder: Path | None = None, language: str = "en_GB.UTF-8"
) -> Done:
    """Run one command in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "aktorsgraf", *map(str, arguments)],
        input=given,
        capture_output=True,
        check=False,
        timeout=PATIENCE,
        cwd=folder,
        env=os.environ | {"LC_ALL": language, "COLUMNS": "200"},
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())
