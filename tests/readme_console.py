"""The README's console blocks, run: `make readme` writes what the commands print now, and the pictures they draw."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from patience import PATIENCE

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
PYTHON_BLOCK = re.compile(r"(?<=^```python\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
PICTURE = re.compile(r"!\[[^]]+\]\((docs/[^)]+\.svg)\)")
PROMPT = "$ "


def executed(text: str, folder: Path) -> str:
    """Return the text with what each command prints, all run in order in one folder that holds the examples."""
    (folder / "examples").symlink_to(ROOT / "examples")
    return BLOCK.sub(lambda block: _run_block(block[0], folder), text)


def commands(text: str) -> list[str]:
    """Return every command of the console blocks."""
    lines = (line for block in BLOCK.findall(text) for line in block.splitlines())
    return [line.removeprefix(PROMPT) for line in lines if line.startswith(PROMPT)]


def pictures(text: str, folder: Path) -> dict[Path, Path]:
    """Return each picture that the text shows, and the one of that name that its commands have drawn in the folder."""
    return {ROOT / shown: folder / Path(shown).name for shown in PICTURE.findall(text)}


def _run_block(block: str, folder: Path) -> str:
    return "".join(
        f"{PROMPT}{command}\n{_output(command, folder)}" for command in commands(f"```console\n{block}```\n")
    )


def _output(command: str, folder: Path) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=os.environ | {"PATH": path, "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        timeout=PATIENCE,
    )
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.decode().splitlines())


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        text = executed(README.read_text(encoding="utf-8"), Path(folder))
        README.write_text(text, encoding="utf-8")
        for shown, drawn in pictures(text, Path(folder)).items():
            shutil.copyfile(drawn, shown)
