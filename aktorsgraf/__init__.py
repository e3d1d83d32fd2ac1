"""Swedish meeting minutes as a knowledge graph: open a workspace, ask a question, get a DataFrame.

import aktorsgraf

with aktorsgraf.open("minutes.graph") as graph:
    graph.query("group-members", group="vägar")
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Literal

from aktorsgraf.versions import version as _version

if TYPE_CHECKING:
    from aktorsgraf.notebook import OpenGraph

__all__ = ["open", "read"]
__version__ = _version()


def open(  # noqa: A001 - read as aktorsgraf.open
    workspace: str | os.PathLike[str] = ".aktorsgraf", *, language: Literal["sv", "en"] = "sv", public: bool = False
) -> OpenGraph:
    """Open what `aktorsgraf build` made, for reading; `language` is that of pictures and cards.

    With `public`, nothing that it gives tells of people who have no public role. Raises WorkspaceError where there is nothing.
    """
    from aktorsgraf.notebook import OpenGraph  # noqa: PLC0415 - pandas takes half a second that no command waits for

    return OpenGraph(workspace, language, public=public)


def read(
    *sources: str | os.PathLike[str],
    workspace: str | os.PathLike[str] = ".aktorsgraf",
    language: Literal["sv", "en"] = "sv",
    public: bool = False,
) -> OpenGraph:
    """Read minutes (files, folders) into a workspace, as `aktorsgraf build` does, and open it as `open` does.

    What is there and unchanged is not read again. A file that cannot be read is a warning, and the others are read. Raises
    WorkspaceError, and StoreError where the workspace is open.
    """
    from aktorsgraf.notebook import read as read_into  # noqa: PLC0415 - as above

    return read_into(sources, workspace, language, public=public)
