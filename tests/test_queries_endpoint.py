"""A SPARQL endpoint in place of the store: what it answers is read, and whatever else it does is one line."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import parse_qs

import pyoxigraph as ox
import pytest
from cli_runner import aktorsgraf as command
from patience import PATIENCE
from query_samples import sample_store

from graph.store import GraphStore
from queries.adhoc import run_adhoc
from queries.endpoint import Endpoint
from queries.errors import EndpointError, RefusedError
from queries.runner import load_pack, run

STORE = sample_store()
PACK = load_pack()
Reply = tuple[int, str, bytes]


@contextmanager
def endpoint(reply: Callable[[str], Reply]) -> Iterator[str]:
    """Serve what a function replies to each query; yield the address."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version: ClassVar[str] = "HTTP/1.1"

        def do_POST(self) -> None:
            form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            status, kind, body = reply(form["query"][0])
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            if status == 302:
                self.send_header("Location", "http://127.0.0.1:1/")
            self.end_headers()
            with suppress(BrokenPipeError):  # who asked has given up
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the library calls it
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/sparql"
        server.shutdown()
    thread.join()


def as_endpoint(store: GraphStore) -> Callable[[str], Reply]:
    def reply(sparql: str) -> Reply:
        answer = store.query(sparql)
        if isinstance(answer, ox.QueryTriples):
            return 200, "application/n-triples", answer.serialize(format=ox.RdfFormat.N_TRIPLES) or b""
        body = answer.serialize(format=ox.QueryResultsFormat.JSON) or b""
        return 200, "application/sparql-results+json; charset=utf-8", body

    return reply


@pytest.mark.parametrize("name", PACK)
def test_an_endpoint_gives_the_same_table(name: str) -> None:
    with endpoint(as_endpoint(STORE)) as url:
        given = dict(PACK[name].example)
        assert run(PACK[name], Endpoint(url), given) == run(PACK[name], STORE, given)


@pytest.mark.parametrize(
    "sparql", ["SELECT ?s WHERE { ?s a ?c } ORDER BY ?s ?c", "ASK { ?s ?p ?o }", "CONSTRUCT WHERE { ?s a ?c }"]
)
def test_ad_hoc_queries_are_answered_too(sparql: str) -> None:
    with endpoint(as_endpoint(STORE)) as url:
        assert run_adhoc(Endpoint(url), sparql) == run_adhoc(STORE, sparql)


def test_nothing_that_writes_reaches_an_endpoint() -> None:
    with pytest.raises(RefusedError):
        run_adhoc(Endpoint("http://127.0.0.1:1/"), "CLEAR ALL")


ODD: list[tuple[Callable[[str], Reply], str]] = [
    (lambda _: (200, "text/html", b"<html>"), "answers with text/html; expected application/sparql-results+json"),
    (lambda _: (200, "application/sparql-results+json", b"{"), "its answer is no application/sparql-results+json"),
    (lambda _: (200, "application/sparql-results+json", b'{"head": {}, "boolean": true}'), "answers with no table"),
    (lambda _: (200, "application/sparql-results+json", b'{"head": {"vars": ["x"]}, "results": {"bindings": []}}'), "answers with x;"),
    (lambda _: (400, "text/plain", b"Parse error:\n line 1"), "answers 400 Bad Request: Parse error: line 1"),
    (lambda _: (302, "text/plain", b""), "answers 302 Found"),
]  # fmt: skip


@pytest.mark.parametrize(("reply", "message"), ODD)
def test_what_is_no_answer_is_one_line(reply: Callable[[str], Reply], message: str) -> None:
    with endpoint(reply) as url, pytest.raises(EndpointError) as caught:
        run(PACK["bridges"], Endpoint(url), {})
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_answer_that_does_not_come_is_given_up() -> None:
    given_up = threading.Event()

    def silent(_: str) -> Reply:
        given_up.wait(PATIENCE)
        return 200, "text/plain", b""

    with endpoint(silent) as url:
        with pytest.raises(EndpointError, match=re.escape("no answer within 0.3 seconds")):
            run(PACK["bridges"], Endpoint(url, seconds=0.3), {})
        given_up.set()


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("file:///etc/hostname", "no address of an endpoint"),
        ("sparql", "no address of an endpoint"),
        ("http://user:word@localhost/", "holds a user or a password"),
        ("http://127.0.0.1:1/sparql", "cannot be reached"),
    ],
)
def test_a_wrong_address_is_one_line(url: str, message: str) -> None:
    with pytest.raises(EndpointError, match=message) as caught:
        Endpoint(url).query("ASK {}")
    assert "word" not in str(caught.value).replace("password", "")


def test_the_commands_ask_an_endpoint() -> None:
    with endpoint(as_endpoint(STORE)) as url:
        found = command("query", "bridges", "--endpoint", url, "--format", "csv")
        assert "Anna Åkesson Ek" in found.out
        assert command("sparql", "ASK { ?s ?p 1234 }", "--endpoint", url).code == 1
        assert command("query", "bridges", "--endpoint", url, "--engine", "cypher").code == 2
