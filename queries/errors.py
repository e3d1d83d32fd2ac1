"""Errors of queries: each says in one line where, what stood there, what was expected and what to do."""

from __future__ import annotations


class QueryError(Exception):
    """Base of what goes wrong in this room."""


class PackError(QueryError):
    """A query file is wrong; the message begins with file and line."""


class ParameterError(QueryError):
    """A query was asked for with wrong parameters, or there is no such query."""


class RefusedError(QueryError):
    """An ad-hoc query is wrong, or does what is not allowed."""


class EndpointError(QueryError):
    """A SPARQL endpoint cannot be reached, or does not answer as one."""
