"""The workspace: the folder that holds what was built («arbetsyta»)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import NamedTuple

from aktorsgraf.errors import WorkspaceError
from aktorsgraf.ledger import Ledger
from graph.public import public_view
from graph.store import GraphStore
from ontology.iris import DEFAULT_BASE
from ontology.terms import VERSION

DEFAULT_WORKSPACE = Path(".aktorsgraf")
LEDGER = "ledger.sqlite"
STORE = "store"
UNFINISHED = "unfinished"
JUDGEMENTS = "judgements.jsonl"
BASE = "base"


class Workspace(NamedTuple):
    """A folder with a ledger of what was read and the store of the graph made of it."""

    path: Path

    @property
    def ledger_path(self) -> Path:
        """Return where the ledger is."""
        return self.path / LEDGER

    @property
    def store_path(self) -> Path:
        """Return where the store is."""
        return self.path / STORE

    @property
    def judgements_path(self) -> Path:
        """Return where the log of judgements is, which nothing can make again."""
        return self.path / JUDGEMENTS

    def prepare(self) -> tuple[Path, ...] | None:
        """Make the folder. Raises WorkspaceError where it cannot be, or holds something else.

        Returns the folders that were made, innermost first, for `unmake`; None where there is a workspace already.
        """
        ours = any(path.exists() for path in (self.ledger_path, self.store_path, self.judgements_path))
        if self.path.exists() and not ours and _entries(self.path):
            raise WorkspaceError(f"{self.path}: holds other files and is no workspace; name a new folder")
        missing = tuple(folder for folder in (self.path, *self.path.parents) if not folder.exists())
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WorkspaceError(f"{self.path}: cannot be made ({error.strerror}); name another folder") from error
        return None if ours else missing

    def unmake(self, folders: Sequence[Path]) -> None:
        """Take away a workspace that is new and empty, and the folders that were made for it."""
        shutil.rmtree(self.store_path)
        for file in (*self.path.glob(f"{LEDGER}*"), *self.path.glob(f"{STORE}.lock")):
            file.unlink()
        for folder in folders:
            folder.rmdir()

    def open_ledger(self) -> Ledger:
        """Open the ledger for a build."""
        return Ledger(self.ledger_path)

    def base(self) -> str:
        """Return the base of the IRIs that this workspace was built with. Raises WorkspaceError."""
        with self.open_ledger() as ledger:
            return ledger.setting(BASE) or DEFAULT_BASE

    def check_built(self) -> None:
        """Raise WorkspaceError where nothing is built."""
        if not self.store_path.is_dir():
            raise WorkspaceError(f"{self.path}: no workspace; make it with: aktorsgraf build SOURCE...")

    def open_store(self, *, read_only: bool) -> GraphStore:
        """Open the graph. Raises StoreError where it is in use, WorkspaceError where there is none that can be read.

        That is where nothing is built, or not to its end, or by another version of the ontology.
        """
        if read_only:
            self.check_built()
        store = GraphStore.open(self.store_path, read_only=read_only)
        wrong = self._why_not_read(store.ontology_version()) if read_only else None
        if wrong is not None:
            store.close()
            raise WorkspaceError(f"{self.path}: {wrong}; run aktorsgraf build again")
        return store

    def _why_not_read(self, version: str | None) -> str | None:
        """Say what keeps the store from answering, or None. Queries look for what a graph of this version holds."""
        if (self.path / UNFINISHED).exists():
            return "its last build was ended before it was done"
        if version not in {None, VERSION}:
            return f"was built with version {version} of the ontology, and this is {VERSION}"
        return None

    @contextmanager
    def reading(self, *, public: bool = False) -> Iterator[GraphStore]:
        """Open the graph for reading; or its public view, a copy that is gone when the block ends. Raises as `open_store`."""
        with self.open_store(read_only=True) as whole, public_view(whole) if public else nullcontext(whole) as store:
            yield store

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Mark the store as unfinished while it is written; the mark stays where that does not come to its end."""
        mark = self.path / UNFINISHED
        mark.touch()
        yield
        mark.unlink()


def _entries(path: Path) -> list[Path]:
    try:
        return list(path.iterdir())
    except OSError as error:
        raise WorkspaceError(f"{path}: not a folder that can be read ({error.strerror}); name another") from error
