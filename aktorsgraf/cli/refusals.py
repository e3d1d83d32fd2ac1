"""The errors that say in one line what is wrong; each room has its own."""

from __future__ import annotations

from aktorsgraf.errors import AnsweringError, WorkspaceError
from graph.errors import GraphError
from loaders.errors import LoaderError
from queries.errors import QueryError

REFUSALS: tuple[type[Exception], ...] = (WorkspaceError, AnsweringError, LoaderError, GraphError, QueryError)
