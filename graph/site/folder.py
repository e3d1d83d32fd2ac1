"""The site's folder: files are written where they differ, and what this program wrote before and is gone is removed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final, NamedTuple

from graph.errors import ExportError

_LISTING: Final = ".aktorsgraf-site"


class Written(NamedTuple):
    """How many files were written, left as they were, and removed."""

    written: int
    unchanged: int
    removed: int


class Folder:
    """A folder that is being brought up to date; `finish` removes what was not put."""

    def __init__(self, path: Path) -> None:
        """Open the folder, made where there is none. Raises ExportError where it holds other files."""
        self._path = path
        listing = path / _LISTING
        if path.is_dir() and any(path.iterdir()) and not listing.exists():
            raise ExportError(f"{path}: holds other files and is no site of aktorsgraf; name a new folder")
        path.mkdir(parents=True, exist_ok=True)
        self._before = set(listing.read_text(encoding="utf-8").splitlines()) if listing.exists() else set()
        self._put: set[str] = set()
        self._changed = 0
        # Each new name is noted before its file is written: should this be ended, the next writing knows what is here.
        self._listing = listing.open("a", encoding="utf-8")

    def put(self, name: str, data: bytes) -> None:
        """Write a file as a whole, unless it is there already with this content."""
        path = self._path / name
        self._put.add(name)
        if name not in self._before:
            self._listing.write(f"{name}\n")
            self._listing.flush()
        try:
            if path.stat().st_size == len(data) and path.read_bytes() == data:
                return
        except OSError:
            path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            part.write_bytes(data)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        self._changed += 1

    def finish(self) -> Written:
        """Remove what is gone, with folders that are empty then, and note what is here."""
        self._listing.close()
        gone = self._before - self._put
        for name in sorted(gone):
            path = self._path / name
            if self._is_within(path):
                path.unlink(missing_ok=True)
                _remove_empty(path.parent, self._path)
        (self._path / _LISTING).write_text("".join(f"{name}\n" for name in sorted(self._put)), encoding="utf-8")
        return Written(self._changed, len(self._put) - self._changed, len(gone))

    def _is_within(self, path: Path) -> bool:
        """Tell whether a path of the listing, which somebody may have edited, is in this folder."""
        return path.resolve().is_relative_to(self._path.resolve())


def _remove_empty(folder: Path, top: Path) -> None:
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
