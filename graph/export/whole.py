"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file to write that takes the place of `path` at the end; when anything fails, `path` stays as it was.

    It stands beside `path` until then, for only within a file system is a renaming one step. What is no plain file (a pipe,
    /dev/stdout) is written to instead of replaced.
    """
    if path.is_dir():
        raise IsADirectoryError(21, "a folder stands there", str(path))
    if path.exists() and not path.is_file():
        with tempfile.TemporaryFile() as out, path.open("wb") as target:
            yield out
            out.seek(0)
            shutil.copyfileobj(out, target)
        return
    target_path = path.resolve()
    part = _beside(target_path)
    try:
        with part.open("w+b") as out:
            yield out
        part.replace(target_path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """Make a folder to fill whose files take their places in `path` at the end, each as a whole."""
    if path.exists() and not path.is_dir():
        raise NotADirectoryError(20, "a file stands there", str(path))
    target_path = path.resolve()
    part = _beside(target_path)
    try:
        part.mkdir()
        yield part
        target_path.mkdir(exist_ok=True)
        for file in sorted(part.iterdir()):
            file.replace(target_path / file.name)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.part")
