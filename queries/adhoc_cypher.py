"""Cypher that users write themselves: it reads, and reaches nothing beyond the graph."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from graph.bolt import GraphServer
from queries.cypher_lexer import cypher_tokens
from queries.cypher_reach import refusal_of
from queries.errors import RefusedError
from queries.table import Answer, Column, Table, Value
from queries.twins import returned

SECONDS: Final = 60.0
ROWS: Final = 10_000


def run_cypher(
    server: GraphServer,
    cypher: str,
    parameters: Mapping[str, Any] | None = None,
    *,
    seconds: float = SECONDS,
    limit: int = ROWS,
) -> Answer:
    """Answer a query that reads, within so many seconds and rows. Raises RefusedError, and ServerError for what the server says.

    Nodes and relationships are told as text; dates are dates.
    """
    check_cypher(cypher)
    found = server.ask(cypher, parameters or {}, seconds=seconds, limit=limit)
    rows = tuple(tuple(_value(cell) for cell in row) for row in found.rows)
    names = found.columns or [item.name for item in returned(tuple(cypher_tokens(cypher)))]  # some say none for no rows
    return Answer(Table(tuple(Column(name, "any") for name in names), rows), found.more)


def check_cypher(cypher: str) -> None:
    """Raise RefusedError for a query that does more than read the graph."""
    if refused := refusal_of(cypher):
        line = cypher.count("\n", 0, refused.start) + 1
        raise RefusedError(f"ad-hoc queries only read: line {line}: {refused.reason}")


def _value(cell: Any) -> Value:
    match cell:
        case None | bool() | int() | str():
            return cell
        case list():
            return tuple(_text(one) for one in cell)
        case _:
            return _day(cell) or _text(cell)


def _day(cell: Any) -> dt.date | None:
    from neo4j.time import Date  # noqa: PLC0415 - an extra: commands that need no server start without it

    return cell.to_native() if isinstance(cell, Date) else None


def _text(cell: Any) -> str:
    """Return what is no plain value as text: a node by its label and IRI, a relationship by its type."""
    from neo4j.graph import Node, Relationship  # noqa: PLC0415 - as above

    match cell:
        case Node():
            return str(cell.get("label") or cell.get("iri") or sorted(cell.labels))
        case Relationship():
            return cell.type
        case dict():
            return "{" + ", ".join(f"{key}: {_text(value)}" for key, value in cell.items()) + "}"
        case list():
            return "[" + ", ".join(map(_text, cell)) + "]"
        case None:
            return ""
        case _:
            return str(cell)
