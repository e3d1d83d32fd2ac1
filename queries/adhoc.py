"""Queries that users write themselves: they read, and reach nothing beyond the store."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal, InvalidOperation
from itertools import islice
from typing import Final

import pyoxigraph as ox

from graph.store import GraphStore
from queries.endpoint import Endpoint
from queries.errors import RefusedError
from queries.lexer import tokens
from queries.prefixes import declarations, unknown_prefix
from queries.reach import may_ask_another_server
from queries.syntax import brief, slip_of
from queries.table import Answer, Column, Table, Value, sorted_rows

SECONDS: Final = 60.0
ROWS: Final = 10_000

_UPDATES: Final = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})
_FORMS: Final = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_INTEGERS: Final = frozenset(
    f"{_XSD}{name}"
    for name in ("integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "unsignedInt")
)


def run_adhoc(store: GraphStore | Endpoint, sparql: str, *, limit: int | None = None) -> Table:
    """Answer a SELECT, ASK, CONSTRUCT or DESCRIBE over the union of all graphs; the project's prefixes need no declaration.

    Raises RefusedError in one line, and EndpointError for what an endpoint says. Values have the types that the graph gives
    them. Solutions keep the order of the query; triples come sorted. At most `limit` rows are read.
    """
    check_adhoc(sparql)
    declared = declarations(sparql)
    try:
        return _table(store.query(declared + sparql), limit)
    except SyntaxError as error:
        slip = slip_of(error)
        column = slip.column - len(declared) if slip.line == 1 else slip.column  # as the user's text has it
        unknown = unknown_prefix(sparql)
        reason = (
            slip.reason
            if unknown is None
            else f"the prefix {unknown}: is not declared; write PREFIX {unknown}: <…> first"
        )
        raise RefusedError(f"no valid SPARQL: line {slip.line}, column {column}: {reason}") from error
    except (OSError, ValueError, RuntimeError) as error:
        raise RefusedError(f"the query cannot be answered: {brief(str(error))}") from error


def run_limited(store: GraphStore | Endpoint, sparql: str, limit: int) -> Answer:
    """Answer as `run_adhoc` does, and tell whether there are more than so many rows."""
    table = run_adhoc(store, sparql, limit=limit + 1)
    return Answer(Table(table.columns, table.rows[:limit]), len(table.rows) > limit)


def check_adhoc(sparql: str) -> None:
    r"""Raise RefusedError for a query that writes or asks other servers.

    SPARQL undoes escapes such as \u0053 before anything else (§ 19.2), and engines differ in where; so the text is checked
    both as it stands and with them undone.
    """
    for text in {sparql, _ESCAPE.sub(_unescaped, sparql)}:
        _check_form(text)
        _check_reach(text)


def _check_form(text: str) -> None:
    form = _form(text)
    if form in _UPDATES:
        raise RefusedError(f"{form} would change the graph; ad-hoc queries only read: {', '.join(sorted(_FORMS))}")
    if form not in _FORMS:
        raise RefusedError(f"no query: expected one of {', '.join(sorted(_FORMS))}")


def _form(text: str) -> str | None:
    """Return the first keyword after the prologue («PREFIX …», «BASE …»)."""
    for token in tokens(text):
        if token.kind == "word" and token.text.upper() not in {"PREFIX", "BASE", "VERSION"}:
            return token.text.upper()
        if token.kind == "sign":
            return None
    return None


def _check_reach(text: str) -> None:
    if may_ask_another_server(text):
        raise RefusedError(
            "SERVICE would ask another server; only the store itself is queried (no name may hold «service»)"
        )
    for token in tokens(text):
        if token.kind in {"word", "name"} and token.text.partition(":")[0].upper() == "FROM":
            raise RefusedError("FROM is refused: all graphs of the store are queried; choose one with GRAPH <…> { … }")


def _unescaped(match: re.Match[str]) -> str:
    code = int(match.group(1) or match.group(2), 16)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else match.group()


def _table(
    answer: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples | tuple[ox.Triple, ...], limit: int | None
) -> Table:
    if isinstance(answer, ox.QueryBoolean):
        return Table((Column("answer", "boolean"),), ((bool(answer),),))
    if isinstance(answer, ox.QueryTriples | tuple):
        columns = tuple(Column(name, "any") for name in ("subject", "predicate", "object"))
        triples = [tuple(_value(term) for term in triple) for triple in islice(answer, limit)]
        return Table(columns, tuple(sorted_rows(columns, triples)))
    names = [variable.value for variable in answer.variables]
    rows = tuple(tuple(_value(solution[name]) for name in names) for solution in islice(answer, limit))
    return Table(tuple(Column(name, "any") for name in names), rows)


def _value(term: object) -> Value:
    """Return a term as Python has it; what has no such type, or a wrong lexical form, as its text."""
    match term:
        case None:
            return None
        case ox.Literal():
            return _literal(term.value, term.datatype.value)
        case ox.NamedNode():
            return term.value
        case _:
            return str(term)


def _literal(lexical: str, datatype: str) -> Value:
    try:
        if datatype in _INTEGERS:
            return int(lexical)
        if datatype == f"{_XSD}decimal":
            return Decimal(lexical)
        if datatype == f"{_XSD}date":
            return dt.date.fromisoformat(lexical)
    except (ValueError, InvalidOperation):
        return lexical
    if datatype == f"{_XSD}boolean":
        return lexical in {"true", "1"}
    return lexical
