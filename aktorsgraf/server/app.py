"""The server's routes: the site made as it is asked for, SPARQL, and the network of bodies."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cache
from typing import Final
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from aktorsgraf.server.accept import best, preferred
from aktorsgraf.server.answers import Answered, Answerer, Asked, refusal
from graph.catalogue.publication import Texts
from graph.network.by_name import network as bodies_network
from graph.network.style import styled
from graph.network.titles import network_title
from graph.page.write import page_html
from graph.site.html_pages import Site
from graph.site.knowledge import Language
from graph.site.places import Places
from graph.site.source import LANGUAGES, SiteSource
from graph.store import GraphStore

TITLE: Final = Texts(sv="aktorsgraf", en="aktorsgraf")
DESCRIPTION: Final = Texts(
    sv="Vem som sitter i vilket organ, vad som beslutas och vem som fått i uppdrag att göra vad, enligt protokollen.",
    en="Who sits on which body, what is decided and who was told to do what, according to the minutes.",
)
_NETWORKS: Final = ("network.sv.html", "network.en.html")
MAX_QUERY: Final = 100_000  # characters
_SUFFIXES: Final = {"text/html": "html", "text/turtle": "ttl", "application/ld+json": "jsonld"}
_MEDIA_TYPES: Final = {
    "html": "text/html; charset=utf-8",
    "ttl": "text/turtle; charset=utf-8",
    "jsonld": "application/ld+json",
    "json": "application/json",
    "css": "text/css; charset=utf-8",
    "js": "application/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
_HEADERS: Final = {
    "Vary": "Accept, Accept-Language",
    "Access-Control-Allow-Origin": "*",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


def make_app(base: str, store: GraphStore, *, seconds: float) -> Starlette:
    """Make the application for an open store in a folder, whose IRIs have that base; a SPARQL query may take so many seconds."""
    places = Places(base)
    answerer = Answerer(store.path, seconds)

    answer = _pages(SiteSource(store, Site(TITLE, DESCRIPTION, places)), store)

    async def page(request: Request) -> Response:
        headers = request.headers
        return await run_in_threadpool(
            answer, request.url.path, headers.get("accept", ""), headers.get("accept-language", "")
        )

    async def sparql(request: Request) -> Response:
        asked = await _asked(request)
        found = asked if isinstance(asked, Answered) else await run_in_threadpool(answerer.ask, asked)
        return Response(found.body, found.status, _HEADERS, found.media_type)

    @asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        yield
        answerer.close()

    routes = [Route("/sparql", sparql, methods=["GET", "POST"]), Route("/{path:path}", page, methods=["GET"])]
    return Starlette(routes=routes, lifespan=life)


def _pages(source: SiteSource, store: GraphStore) -> Callable[[str, str, str], Response]:
    """Return what answers a path, by the Accept and Accept-Language of its asker."""
    mount = source.site.places.mount

    @cache
    def network(language: Language) -> bytes:
        made = styled(bodies_network(store, "bodies"), "party", None)
        return page_html(made, title=network_title("bodies", language), language=language).encode()

    def content(name: str) -> bytes | None:
        return network("sv" if ".sv." in name else "en") if name in _NETWORKS else source.file(name)

    def answer(path: str, accept: str, accept_language: str) -> Response:
        language: Language = "en" if best(accept_language, LANGUAGES) == "en" else "sv"
        if path == "/" != mount:
            return RedirectResponse(f"{mount}index.{language}.html", 303, _HEADERS)
        if not path.startswith(mount):
            return Response("not found\n", 404, _HEADERS, "text/plain")
        name = path.removeprefix(mount)
        data = content(name)
        if data is not None:
            return Response(data, media_type=_MEDIA_TYPES[name.rpartition(".")[2]], headers=_HEADERS)
        target = _target(source, name, language, _SUFFIXES[best(accept, tuple(_SUFFIXES))])
        if target is None:
            return Response("not found\n", 404, _HEADERS, "text/plain")
        return RedirectResponse(f"{mount}{target}", 303, _HEADERS)

    return answer


def _target(source: SiteSource, name: str, language: Language, suffix: str) -> str | None:
    """Return where an IRI's path leads: to what it was merged into, or to the file of its page; None where it is unknown."""
    if not name:
        return f"index.{language}.html"
    if name in source.moved:
        return source.moved[name]
    places = source.site.places
    local = name.removeprefix(places.folder)
    page = places.page(f"{places.base}{local}") if name.startswith(places.folder) else name.partition("/")[0]
    known = page in source.things or page in {"ns", "catalog"}
    return f"{page}.{language}.html" if known and suffix == "html" else f"{page}.{suffix}" if known else None


async def _asked(request: Request) -> Asked | Answered:
    """Read a query as the SPARQL 1.1 Protocol has it (2.1); a refusal where there is none."""
    if request.method == "GET":
        text = request.query_params.get("query", "")
    else:
        body = (await request.body()).decode("utf-8", "replace")
        kind = request.headers.get("content-type", "").partition(";")[0].strip()
        if kind == "application/x-www-form-urlencoded":
            text = next(iter(parse_qs(body).get("query", ())), "")
        elif kind == "application/sparql-query":
            text = body
        else:
            return refusal(415, "expected application/sparql-query, or a form with the field query")
    if not text:
        return refusal(400, "expected a query: /sparql?query=SELECT …")
    if len(text) > MAX_QUERY:
        return refusal(413, f"a query of more than {MAX_QUERY} characters")
    return Asked(text, preferred(request.headers.get("accept", "")))
