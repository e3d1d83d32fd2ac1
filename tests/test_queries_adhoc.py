"""Ad-hoc queries read the store and nothing else."""

from __future__ import annotations

import datetime as dt
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal

import pytest
from query_samples import sample_store

from queries.adhoc import check_adhoc, run_adhoc
from queries.errors import RefusedError

STORE = sample_store()
PREFIXES = """
PREFIX ag: <https://w3id.org/aktorsgraf/ns#> PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""


@contextmanager
def listener() -> Iterator[tuple[int, list[bytes]]]:
    """Listen on loopback; yield the port and what was received."""
    received: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            try:
                while True:
                    connection, _ = server.accept()
                    with connection:
                        received.append(connection.recv(100))
            except OSError:
                return

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield server.getsockname()[1], received
        server.shutdown(socket.SHUT_RDWR)
    thread.join()


REACHING = [
    "SELECT * WHERE {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * WHERE {{ SERVICE SILENT <{url}> {{ ?s ?p ?o }} }}",
    "select * where {{ service silent <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * WHERE {{ BIND(<{url}> AS ?u) SERVICE?u{{ ?s ?p ?o }} }}",
    "PREFIX : <{url}> SELECT * WHERE {{ SERVICE:x {{ ?s ?p ?o }} }}",
    "PREFIX e: <{url}> SELECT * WHERE {{ ?s ?p e:a\\' . SERVICE <{url}> {{ ?s ?p ?o }} FILTER('x') }}",
    "SELECT * WHERE {{ ?s ?p 1SERVICE <{url}> {{ ?s ?p ?o }} }}",
    'SELECT * WHERE {{ ?s ?p "a" SERVICE <{url}> {{ ?s ?p ?o }} }}',
    "SELECT * WHERE {{ FILTER(EXISTS {{ SERVICE <{url}> {{ ?s ?p ?o }} }}) }}",
    "SELECT * WHERE {{ {{ SELECT * WHERE {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }} }}",
    "SELECT * WHERE {{ #\nSERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * WHERE {{ \\u0053ERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * WHERE {{ ?s ?p '''it's''' SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * WHERE {{ ?s ?a ?b FILTER(?a<?b)SERVICE#>\n<{url}> {{ ?s ?p ?o }} }}",
    "SELECT * WHERE {{ ?s ?a ?b FILTER(?a<'>')SERVICE <{url}> {{ ?s ?p ?o }} FILTER(?a='') }}",
    "SELECT * WHERE {{ ?s ?a ?b FILTER(?a<?b#> '''\n) SERVICE <{url}> {{ ?s ?p ?o }} #'''\n }}",
    "SELECT * FROM <{url}> WHERE {{ ?s ?p ?o }}",
    "SELECT * FROM NAMED <{url}> WHERE {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    "CONSTRUCT {{ ?s ?p ?o }} FROM <{url}> WHERE {{ ?s ?p ?o }}",
    "LOAD <{url}>",
    "LOAD SILENT <{url}> INTO GRAPH <urn:g>",
]


@pytest.mark.parametrize("query", REACHING)
def test_no_query_makes_a_request(query: str) -> None:
    with listener() as (port, received):
        with pytest.raises(RefusedError) as caught:
            run_adhoc(STORE, query.format(url=f"http://127.0.0.1:{port}/x"))
        assert received == []
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "PREFIX x: <urn:x> DELETE WHERE { ?s ?p ?o }",
        "# a comment\nDROP ALL",
        "CLEAR ALL",
        "create graph <urn:g>",
        "ADD <urn:a> TO <urn:b>",
        "MOVE <urn:a> TO <urn:b>",
        "COPY <urn:a> TO <urn:b>",
        "WITH <urn:g> DELETE { ?s ?p ?o } INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }",
    ],
)
def test_updates_are_refused_and_change_nothing(update: str) -> None:
    before = STORE.count()
    with pytest.raises(RefusedError, match="would change the graph; ad-hoc queries only read"):
        run_adhoc(STORE, update)
    assert STORE.count() == before


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?name WHERE { ?name ?p 'SERVICE <urn:x> {}' }",
        "# SERVICE\nASK { ?s ?p ?o }",
        'SELECT * { ?s <urn:p> ?o FILTER(?o < 3 && CONTAINS(?o, "it\'s servicenämnden")) }',
        'ASK { ?s ?p "FROM <http://a/>"@sv }',
    ],
)
def test_words_in_texts_names_and_comments_are_no_keywords(query: str) -> None:
    check_adhoc(query)


@pytest.mark.parametrize(
    "query", ["", "   ", "# nothing", "hello", "PREFIX a: <urn:a>", "{ }", "SELEKT ?s { ?s ?p ?o }"]
)
def test_what_is_no_query_says_what_was_expected(query: str) -> None:
    with pytest.raises(RefusedError, match="expected one of ASK, CONSTRUCT, DESCRIBE, SELECT"):
        run_adhoc(STORE, query)


def test_a_slip_is_told_with_its_line() -> None:
    with pytest.raises(RefusedError, match=r"^no valid SPARQL: line 2") as caught:
        run_adhoc(STORE, "SELECT ?s\nWHERE { ?s ?p }")
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 300


def test_select_keeps_its_order_and_the_types_of_its_values() -> None:
    table = run_adhoc(
        STORE,
        PREFIXES + "SELECT ?date ?n ?share ?yes ?m ?none WHERE { ?m a ag:Meeting ; dcterms:date ?date "
        "BIND(1 AS ?n) BIND(0.50 AS ?share) BIND(true AS ?yes) } ORDER BY DESC(?date)",
    )
    assert [column.name for column in table.columns] == ["date", "n", "share", "yes", "m", "none"]
    assert [row[0] for row in table.rows] == [dt.date(2024, 6, 10), dt.date(2024, 3, 1), dt.date(2024, 1, 10)]
    assert table.rows[0][1:4] == (1, Decimal("0.5"), True)
    assert str(table.rows[0][4]).endswith("/m2")
    assert table.rows[0][5] is None


def test_all_graphs_are_seen_and_each_can_be_named() -> None:
    everything = run_adhoc(STORE, "SELECT * WHERE { ?s ?p ?o }")
    one = run_adhoc(STORE, "SELECT * WHERE { GRAPH <https://w3id.org/aktorsgraf/id/graph/c> { ?s ?p ?o } }")
    assert len(everything.rows) == STORE.count() > len(one.rows) > 0


def test_ask_construct_and_describe() -> None:
    assert run_adhoc(STORE, "ASK { ?s ?p ?o }").rows == ((True,),)
    triples = run_adhoc(STORE, PREFIXES + "CONSTRUCT { ?m dcterms:date ?d } WHERE { ?m dcterms:date ?d }")
    assert [column.name for column in triples.columns] == ["subject", "predicate", "object"]
    assert [row[2] for row in triples.rows] == [dt.date(2024, 1, 10), dt.date(2024, 6, 10), dt.date(2024, 3, 1)]
    assert run_adhoc(STORE, "DESCRIBE <https://w3id.org/aktorsgraf/id/party/s>").rows


def test_rows_are_read_up_to_the_limit() -> None:
    assert len(run_adhoc(STORE, "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", limit=5).rows) == 5
    assert len(run_adhoc(STORE, "CONSTRUCT WHERE { ?s ?p ?o }", limit=5).rows) == 5


def test_a_wrong_lexical_form_is_shown_as_it_stands() -> None:
    table = run_adhoc(STORE, 'SELECT ?x WHERE { BIND("2024-99-99"^^<http://www.w3.org/2001/XMLSchema#date> AS ?x) }')
    assert table.rows == (("2024-99-99",),)


def test_the_prefixes_of_the_project_need_no_declaration() -> None:
    query = "SELECT ?m WHERE { ?m a ag:Meeting ; dcterms:date ?date ; rdfs:label ?label FILTER EXISTS { ?m ?p _:b } }"
    assert run_adhoc(STORE, query) == run_adhoc(STORE, PREFIXES + query)
    assert run_adhoc(STORE, query).rows


def test_a_prefix_that_the_query_declares_is_its_own() -> None:
    assert not run_adhoc(STORE, "PREFIX ag: <https://data.example.org/> SELECT ?m WHERE { ?m a ag:Meeting }").rows


def test_a_place_is_that_of_the_text_as_it_was_written() -> None:
    with pytest.raises(RefusedError, match=r"^no valid SPARQL: line 1, column 28:"):
        run_adhoc(STORE, "SELECT ?s { ?s a ag:Meeting")
    with pytest.raises(RefusedError, match=r"^no valid SPARQL: line 2, column 16:"):
        run_adhoc(STORE, "SELECT ?s {\n?s a ag:Meeting")


def test_a_prefix_that_is_unknown_is_named() -> None:
    with pytest.raises(RefusedError, match=r"the prefix nix: is not declared; write PREFIX nix: <…> first$"):
        run_adhoc(STORE, "SELECT ?s { ?s a nix:Meeting ; ag:heldBy _:b }")
