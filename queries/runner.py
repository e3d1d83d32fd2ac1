"""Running the queries of the pack, in the language of whatever holds the graph: parameters in, a table out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import pyoxigraph as ox

from graph.bolt import GraphServer
from graph.store import GraphStore
from queries.endpoint import Endpoint
from queries.errors import EndpointError, QueryError
from queries.pack import Query, load_pack
from queries.parameters import Given
from queries.syntax import brief
from queries.table import LIST_SEPARATOR, Lexical, Table, typed_table

__all__ = ["collect", "lexical_rows", "load_pack", "run"]


Engine = GraphStore | GraphServer | Endpoint


def run(query: Query, engine: Engine, given: Mapping[str, Given] | None = None) -> Table:
    """Answer a query of the pack: in SPARQL over a store or by an endpoint, in Cypher on a graph server.

    Raises ParameterError, EndpointError and ServerError.
    """
    if isinstance(engine, GraphServer):
        return collect(query, _rows_in_cypher(query, engine, given or {}))
    if isinstance(engine, Endpoint):
        return _from_endpoint(query, engine, given or {})
    answer = engine.query(query.bind(given or {}))
    if not isinstance(answer, ox.QuerySolutions):
        raise TypeError(f"{query.name}: expected solutions of a SELECT, got {type(answer).__name__}")
    return collect(query, lexical_rows(answer))


def _from_endpoint(query: Query, endpoint: Endpoint, given: Mapping[str, Given]) -> Table:
    """Read what another program answers: anything may stand there."""
    answer = endpoint.query(query.bind(given))
    expected = [column.name for column in query.columns]
    names = [variable.value for variable in answer.variables] if isinstance(answer, ox.QuerySolutions) else []
    if not isinstance(answer, ox.QuerySolutions) or names != expected:
        got = ", ".join(names) or "no table"
        raise EndpointError(f"{endpoint.url}: {query.name}: answers with {got}; expected {', '.join(expected)}")
    try:
        return collect(query, lexical_rows(answer))
    except (SyntaxError, ValueError, ArithmeticError) as error:
        raise EndpointError(f"{endpoint.url}: {query.name}: a value is wrong ({brief(str(error))})") from error


def collect(query: Query, rows: Iterable[Lexical]) -> Table:
    """Make the query's table of its solutions as any engine gives them: for each column the lexical form, or None."""
    return typed_table(query.columns, rows, query.order)


def lexical_rows(answer: ox.QuerySolutions) -> Iterator[Sequence[str | None]]:
    """Yield each solution's terms in the order of the selection."""
    for solution in answer:
        yield [_lexical(term) for term in solution]


def _rows_in_cypher(query: Query, server: GraphServer, given: Mapping[str, Given]) -> Iterator[Lexical]:
    if query.cypher is None:
        raise QueryError(f"{query.name}: there is no such query in Cypher; ask it in SPARQL")
    for row in server.read(query.cypher, query.values(given)).rows:
        yield [_lexical_of_value(value) for value in row]


def _lexical(term: ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple | None) -> str | None:
    if term is None:
        return None
    return str(term) if isinstance(term, ox.Triple) else term.value


def _lexical_of_value(value: object) -> str | None:
    """Return what a server gives as RDF writes it; dates come as ISO 8601."""
    match value:
        case None:
            return None
        case bool():
            return "true" if value else "false"
        case list():
            return LIST_SEPARATOR.join(text for text in map(_lexical_of_value, value) if text)
        case _:
            return str(value)
