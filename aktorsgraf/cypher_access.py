"""Where Cypher is answered: on the server that a user names, or by the embedded engine over the workspace."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from aktorsgraf.progress import Progress, silent
from aktorsgraf.workspace import Workspace
from graph.bolt import Access, GraphServer, connect
from graph.embedded import embedded_engine
from graph.embedded.engine import state_of
from graph.projection import project

ENGINE = "cypher-engine"


@contextmanager
def cypher_server(workspace: Workspace, access: Access | None, progress: Progress = silent) -> Iterator[GraphServer]:
    """Open what answers Cypher; the embedded engine is started, filled where the graph is another, and stopped at the end.

    Raises WorkspaceError, StoreError and ServerError.
    """
    if access is not None:
        with connect(access) as server:
            yield server
        return
    with (
        workspace.open_store(read_only=True) as store,
        embedded_engine(
            workspace.path / ENGINE,
            state_of(store),
            lambda: project(store),
            lambda step, done: progress(step, done, max(done, 1)),
        ) as server,
    ):
        yield server
