"""Errors of the graph: each says in one line where, what stood there, what was expected and what to do."""

from __future__ import annotations


class GraphError(Exception):
    """Base of what goes wrong in this room."""


class StoreError(GraphError):
    """The store cannot be opened, read or written."""


class ExportError(GraphError):
    """An export cannot be written."""


class ServerError(GraphError):
    """A graph server is away, refuses, is too old, or does not do what is asked; `code` is its own name for it."""

    def __init__(self, message: str, code: str = "") -> None:
        super().__init__(message)
        self.code = code

    """A graph server is away, refuses, is too old, or does not do what is asked."""


class NetworkError(GraphError):
    """A network cannot be built or drawn as asked."""


class PlotError(GraphError):
    """A plot cannot be drawn as asked."""


class NothingToDrawError(PlotError):
    """What is asked for holds nothing to draw."""
