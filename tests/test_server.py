"""The server answers IRIs and SPARQL as asked, refuses what it must, and is bound to this machine."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlsplit

import pyoxigraph as ox
import pytest
from build_samples import build_inline
from patience import PATIENCE
from served import served
from site_samples import site_minutes

from aktorsgraf.server.accept import best, preferred
from aktorsgraf.workspace import Workspace
from ontology.terms import DCTERMS

SLOW = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


class Running(NamedTuple):
    port: int
    folder: Path

    def ask(self, path: str, body: str | None = None, **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request("POST" if body is not None else "GET", path, body, named)
            answer = connection.getresponse()
            return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()

    def sparql(self, query: str, accept: str = "*/*") -> Answer:
        return self.ask(f"/sparql?query={quote(query)}", Accept=accept)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("server")
    build_inline(folder / "workspace", *site_minutes(folder / "minutes"))
    with served("--seconds", str(PATIENCE), "--workspace", str(folder / "workspace")) as port:
        yield Running(port, folder / "workspace")


def iri_of(server: Running, part: str) -> str:
    found = json.loads(
        server.sparql(
            f"SELECT DISTINCT ?s {{ ?s ?p ?o FILTER(CONTAINS(STR(?s), '{part}')) }} ORDER BY STRLEN(STR(?s)) LIMIT 1"
        ).body
    )
    path: str = urlsplit(found["results"]["bindings"][0]["s"]["value"]).path
    return path


@pytest.mark.parametrize("part", ["/person/emil", "/attendance/emil", "/decision/", "/document/", "aktorsgraf/ns"])
@pytest.mark.parametrize("form", ["text/html", "text/turtle", "application/ld+json"])
def test_an_iri_answers_in_the_form_asked_for(server: Running, part: str, form: str) -> None:
    found = server.ask(iri_of(server, part), Accept=form)
    assert found.status == 303
    while found.status == 303:
        found = server.ask(found.headers["location"], Accept=form)
    assert (found.status, found.headers["content-type"].partition(";")[0]) == (200, form)


def test_a_merged_iri_leads_on_and_an_unknown_one_is_not_found(server: Running) -> None:
    with Workspace(server.folder).open_store(read_only=True) as store:
        old, new = next(
            (q.subject, q.object) for q in store.quads(predicate=DCTERMS.isReplacedBy) if "/person/" in str(q.subject)
        )
    answer = server.ask(urlsplit(str(old).strip("<>")).path)
    assert (answer.status, answer.headers["location"]) == (303, urlsplit(str(new).strip("<>")).path)
    for path in ("/aktorsgraf/id/person/nobody", "/nope", "/id/person/nobody"):
        assert server.ask(path).status == 404
    assert server.ask("/aktorsgraf/id/person/..%2f..%2fetc").status == 404


def test_pages_lists_search_and_network_are_there(server: Running) -> None:
    assert server.ask("/").headers["location"] == "/aktorsgraf/index.sv.html"
    assert server.ask("/", Accept_Language="en-GB,en;q=0.9,sv;q=0.1").headers["location"] == "/aktorsgraf/index.en.html"
    for name in ("index.sv.html", "lists/persons.en.html", "site.css", "search.js", "network.sv.html"):
        assert server.ask(f"/aktorsgraf/{name}").status == 200
    names = [name for name, _, _ in json.loads(server.ask("/aktorsgraf/search-index.json").body)]
    assert "Emil Hallgård" in names


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/csv;q=0.1, application/sparql-results+json", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
    ],
)
def test_sparql_answers_in_the_form_asked_for(server: Running, accept: str, media_type: str) -> None:
    answer = server.sparql("SELECT ?p { ?p a <http://www.w3.org/ns/person#Person> }", accept)
    assert (answer.status, answer.headers["content-type"].partition(";")[0]) == (200, media_type)


def test_sparql_is_asked_by_post_too(server: Running) -> None:
    query = "ASK { ?p a <http://www.w3.org/ns/person#Person> }"
    plain = server.ask("/sparql", query, Content_Type="application/sparql-query")
    form = server.ask("/sparql", f"query={quote(query)}", Content_Type="application/x-www-form-urlencoded")
    assert json.loads(plain.body)["boolean"] is json.loads(form.body)["boolean"] is True
    assert server.ask("/sparql", query, Content_Type="text/plain").status == 415


def test_construct_gives_a_graph(server: Running) -> None:
    answer = server.sparql("CONSTRUCT { ?p a ?c } WHERE { ?p a ?c } LIMIT 3", "text/turtle")
    assert len(list(ox.parse(answer.body, format=ox.RdfFormat.TURTLE))) == 3


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("DELETE WHERE { ?s ?p ?o }", "would change the graph"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "another server"),
        ("SELECT * FROM <http://127.0.0.1:1/> { ?s ?p ?o }", "FROM is refused"),
        ("SELECT", "expected"),
        ("", "expected a query"),
    ],
)
def test_what_would_do_more_than_read_is_refused(server: Running, query: str, words: str) -> None:
    answer = server.sparql(query)
    assert answer.status == 400
    assert words in answer.body.decode()


def test_a_query_that_takes_too_long_is_given_up_and_the_next_is_answered(server: Running) -> None:
    with served("--seconds", "3", "--workspace", str(server.folder)) as port:
        hasty = Running(port, server.folder)
        answer = hasty.sparql(SLOW)
        assert answer.status == 503
        assert b"no answer within 3 seconds" in answer.body
        assert hasty.sparql("ASK {}").status == 200


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("text/html", ("text/html",)),
        ("a/b;q=0.2, c/d;q=0.9, e/f;q=0", ("c/d", "a/b")),
        ("", ()),
        (",,;q=1", ()),
    ],
)
def test_accept_is_read_by_weight(header: str, found: tuple[str, ...]) -> None:
    assert preferred(header) == found


def test_the_best_of_what_is_offered() -> None:
    offered = ("text/html", "text/turtle")
    assert best("text/turtle;q=0.5, */*;q=0.1", offered) == "text/turtle"
    assert best("image/png", offered) == best("", offered) == best("text/*", offered) == "text/html"
    assert best("en-GB, sv;q=0.5", ("sv", "en")) == "en"
