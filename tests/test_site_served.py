"""A real web server answers every IRI of the graph in the form asked for, and a real browser walks the site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pyoxigraph as ox
import pytest
from browser import Page, find_chromium, open_page
from missing import missing
from pyoxigraph import NamedNode
from site_samples import BASE, site_folder
from web_servers import Server, path_of, serving

from ontology.terms import DCTERMS

FORMS = {
    "text/html": "text/html",
    "text/turtle": "text/turtle",
    "application/ld+json": "application/ld+json",
    "text/turtle;q=0.9, application/ld+json;q=0.1": "application/ld+json",
    "text/html,application/xhtml+xml,*/*;q=0.8": "text/html",
    "*/*": "text/html",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site_folder(tmp_path_factory.mktemp("served"))


@pytest.fixture(scope="module", params=["nginx", "apache2"])
def server(request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(request.param, site, tmp_path_factory.mktemp(request.param)) as running:
        yield running


@pytest.fixture(scope="module")
def quads(site: Path) -> list[ox.Quad]:
    return [quad for quad in ox.parse(path=site / "graph.nq") if isinstance(quad, ox.Quad)]


def iris(quads: list[ox.Quad]) -> set[str]:
    """Return every IRI of ours that the export names, without fragments: those a server is never sent."""
    named = {
        term.value
        for quad in quads
        for term in (quad.subject, quad.predicate, quad.object, quad.graph_name)
        if isinstance(term, NamedNode)
    }
    return {iri.partition("#")[0] for iri in named if iri.startswith("https://w3id.org/aktorsgraf/")}


def test_every_iri_of_the_export_answers_in_every_form(server: Server, quads: list[ox.Quad]) -> None:
    asked = sorted(iris(quads))
    assert len(asked) > 500
    for iri in asked:
        for form in ("text/html", "text/turtle", "application/ld+json"):
            answer = server.follow(urlsplit(iri).path, form)
            assert (answer.status, answer.headers["content-type"].partition(";")[0]) == (200, form), f"{iri} as {form}"


@pytest.mark.parametrize("accept", FORMS)
def test_the_form_is_that_of_accept(server: Server, quads: list[ox.Quad], accept: str) -> None:
    person = next(iri for iri in sorted(iris(quads)) if "/person/karin" in iri)
    answer = server.follow(urlsplit(person).path, accept)
    assert answer.headers["content-type"].partition(";")[0] == FORMS[accept]


def test_what_turtle_answers_is_about_the_iri(server: Server, quads: list[ox.Quad]) -> None:
    for iri in sorted(iris(quads)):
        if re.search(r"/(attendance|assignment)/[^/]+$", iri):
            answer = server.follow(urlsplit(iri).path, "text/turtle")
            told = {quad.subject for quad in ox.parse(answer.body, format=ox.RdfFormat.TURTLE)}
            assert NamedNode(iri) in told


def test_the_language_is_that_of_accept_language(server: Server, quads: list[ox.Quad]) -> None:
    person = urlsplit(next(iri for iri in sorted(iris(quads)) if "/person/karin" in iri)).path
    assert b'<html lang="sv">' in server.follow(person, "text/html", "sv,en;q=0.5").body
    assert b'<html lang="en">' in server.follow(person, "text/html", "en-GB,en;q=0.9").body


def test_a_merged_iri_leads_to_what_it_was_merged_into(server: Server, quads: list[ox.Quad]) -> None:
    merged = {
        str(quad.subject).strip("<>"): quad.object
        for quad in quads
        if quad.predicate == DCTERMS.isReplacedBy and str(quad.subject).startswith(f"<{BASE}")
    }
    assert merged
    for old, new in merged.items():
        answer = server.ask(urlsplit(old).path, "text/turtle")
        assert answer.status == 303
        assert isinstance(new, NamedNode)
        assert path_of(answer.headers["location"]) == urlsplit(new.value).path


@pytest.mark.parametrize(
    "path",
    [
        "person/nobody",
        "meeting/x/y/2024-01-01/attendance/z",
        "",
        "person/../../../etc/passwd",
        "person/a%0d%0aX-Y:z",
        "%00",
    ],
)
def test_what_is_not_there_is_not_found(server: Server, path: str) -> None:
    answer = server.ask(f"{urlsplit(BASE).path}{path}")
    assert answer.status in {400, 404}
    assert "x-y" not in answer.headers


def test_every_answer_says_what_it_varies_by_and_that_pages_elsewhere_may_read_it(
    server: Server, quads: list[ox.Quad]
) -> None:
    person = urlsplit(next(iri for iri in sorted(iris(quads)) if "/person/karin" in iri)).path
    redirected, found = server.ask(person, "text/turtle"), server.follow(person, "text/turtle")
    assert (redirected.status, found.status) == (303, 200)
    for answer in (redirected, found):
        assert {"Accept", "Accept-Language"} <= set(re.split(r", *", answer.headers["vary"]))
        assert answer.headers["access-control-allow-origin"] == "*"
    assert found.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("name", ["site.css", "search.js", "icon.svg", "search-index.json", "tables.zip", "graph.nq"])
def test_every_kind_of_file_has_its_media_type(server: Server, name: str) -> None:
    known = {"css": "text/css", "js": "javascript", "svg": "image/svg+xml", "zip": "application/zip", "nq": "n-quads"}
    answer = server.ask(f"/aktorsgraf/{name}")
    assert answer.status == 200
    assert known.get(name.rpartition(".")[2], "application/json") in answer.headers["content-type"]


def test_the_catalogue_and_its_files_are_served(server: Server) -> None:
    assert server.ask("/aktorsgraf/catalog.rdf").headers["content-type"] == "application/rdf+xml"
    assert server.follow("/aktorsgraf/catalog", "text/turtle").status == 200
    for name in ("graph.ttl", "graph.nq", "graph.jsonld", "tables.zip", "ontology.ttl"):
        assert server.ask(f"/aktorsgraf/{name}").status == 200


# --- in a browser


@pytest.fixture
def tab() -> Iterator[Page]:
    chromium = find_chromium()
    if chromium is None:
        missing("the site in a browser: no Chromium or Chrome is on PATH; install Debian's «chromium»")
    with open_page(chromium) as page:
        yield page


def follow_link(tab: Page, selector: str) -> None:
    assert tab.run(f"document.querySelector({selector!r}) !== null"), selector
    tab.run(f"document.querySelector({selector!r}).click()")
    tab.wait_for_page()


@pytest.mark.browser
def test_a_browser_walks_from_person_to_group_to_decision_to_evidence(tab: Page, server: Server) -> None:
    origin = f"http://127.0.0.1:{server.port}"
    tab.open(f"{origin}/aktorsgraf/index.sv.html")
    tab.run("document.getElementById('search').focus()")
    tab.type("hallgard")
    tab.run(
        "new Promise(done => { const look = () => document.querySelector('#matches [role=option]') ? done() : setTimeout(look, 20); look(); })"
    )
    tab.press("Enter")
    tab.wait_for_page()
    assert tab.run("document.querySelector('h1').textContent") == "Emil Hallgård"
    follow_link(tab, "td a[href*='/group/'], td a[href*='group/']")
    assert "arbetsgrupp" in tab.run("document.querySelector('h1').textContent")
    follow_link(tab, "td a[href*='/meeting/'], td a[href*='meeting/']")
    follow_link(tab, "td a[href*='/decision/']")
    assert tab.run("document.querySelector('.kind').textContent") == "beslutspunkt"
    follow_link(tab, "blockquote a[href*='document/']")
    assert "char=" in tab.run("location.hash")
    assert tab.run("document.querySelector('blockquote:target').textContent.length") > 20
    assert [url for url in tab.requests if not url.startswith(origin)] == []
    assert [one for one in tab.complaints if "favicon" not in one] == []
    assert tab.run("document.title") != "ran"


@pytest.mark.browser
def test_a_hostile_name_is_text_and_nothing_of_it_runs(tab: Page, server: Server, quads: list[ox.Quad]) -> None:
    group = next(iri for iri in sorted(iris(quads)) if "/group/" in iri and "cykel" in iri)
    tab.open(f"http://127.0.0.1:{server.port}{urlsplit(group).path}")
    assert "onerror" in tab.run("document.querySelector('h1').textContent")
    assert tab.run("document.images.length") == 0
    assert tab.run("document.title") != "ran"


@pytest.mark.browser
def test_a_phone_needs_no_sideways_scrolling(tab: Page, server: Server, quads: list[ox.Quad]) -> None:
    tab.call("Emulation.setDeviceMetricsOverride", width=390, height=800, deviceScaleFactor=2, mobile=True)
    person = next(iri for iri in sorted(iris(quads)) if "/person/emil" in iri)
    tab.open(f"http://127.0.0.1:{server.port}{urlsplit(person).path}")
    assert tab.run("document.documentElement.scrollWidth <= innerWidth")
