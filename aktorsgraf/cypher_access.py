"""Where Cypher is answered: on the server that a user names, or by the embedded engine over the workspace."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from aktorsgraf.progress import Progress, silent
from aktorsgraf.workspace import Workspace
from graph.bolt import Access, GraphServer, connect
from graph.embedded import embedded_engine
from graph.embedded.engine import state_of
from graph.projection import Node, project
from graph.public import public_view
from graph.store import GraphStore

ENGINE = "cypher-engine"
PUBLIC_ENGINE = "cypher-engine-public"  # beside the other, so that neither is filled anew when both are asked


@contextmanager
def cypher_server(
    workspace: Workspace, access: Access | None, progress: Progress = silent, *, public: bool = False
) -> Iterator[GraphServer]:
    """Open what answers Cypher; the embedded engine is started, filled where the graph is another, and stopped at the end.

    A server that a user names has what it was loaded with, so the public view is the embedded engine's only. Raises WorkspaceError,
    StoreError, ServerError, and ValueError for the public view of a server.
    """
    if access is not None and public:
        raise ValueError("the public view is asked for on a server that was loaded before")
    if access is not None:
        with connect(access) as server:
            yield server
        return
    with (
        workspace.open_store(read_only=True) as store,
        embedded_engine(
            workspace.path / (PUBLIC_ENGINE if public else ENGINE),
            state_of(store, public=public),
            lambda: _nodes(store, public=public),
            lambda step, done: progress(step, done, max(done, 1)),
        ) as server,
    ):
        yield server


def _nodes(store: GraphStore, *, public: bool) -> Iterator[Node]:
    """Yield what the engine is filled with; the public view is there as long as it takes."""
    with public_view(store) if public else nullcontext(store) as seen:
        yield from project(seen)
