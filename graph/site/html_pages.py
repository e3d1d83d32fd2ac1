"""Every page of the site as HTML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from pyoxigraph import NamedNode

from graph.catalogue.publication import Texts
from graph.catalogue.sets import SETS
from graph.site.knowledge import Knowledge, Language
from graph.site.pages import Page, structured
from graph.site.places import Places
from graph.site.templates import environment, to_root
from graph.site.texts import WORDS
from ontology.terms import NIF, RDF

_OTHER: Final[Mapping[Language, Language]] = {"sv": "en", "en": "sv"}


class Site(NamedTuple):
    """What all pages share."""

    title: Texts
    description: Texts
    places: Places


class _Span(NamedTuple):
    """A stretch of a document on its page."""

    anchor: str
    text: str


def page_html(known: Knowledge, site: Site, page: Page, language: Language) -> bytes:
    """Return the page of one thing."""
    kind = known.type(page.thing.iri)
    anchors = {
        row.iri: site.places.anchor(row.iri)
        for section in page.sections
        for row in section.rows
        if site.places.owner(row.iri) == page.thing.iri.value
    }
    spans = _spans(known, site.places, page)
    shown = {*anchors.values(), *(span.anchor for span in spans)}
    return _html(
        "page.html",
        page.thing.path,
        site,
        language,
        page=page,
        links=_links(site.places, page, language),
        anchors=anchors,
        spans=spans,
        unshown=sorted({site.places.anchor(one.value) for one in page.thing.below} - shown),
        structured=structured(page.label, page.thing, kind.value if kind else None),
    )


def list_html(site: Site, name: str, entries: Sequence[tuple[str, str]], language: Language) -> bytes:
    """Return the list of all things of a kind, each given with label and path."""
    listed = [{"label": label, "path": path} for label, path in entries]
    heading = getattr(WORDS[language], name)
    return _html("list.html", f"lists/{name}", site, language, heading=heading, entries=listed)


def index_html(site: Site, numbers: Mapping[str, int], language: Language) -> bytes:
    """Return the first page; `numbers` tells how much there is in each list."""
    words = WORDS[language]
    lists = [{"name": name, "number": number, "heading": getattr(words, name)} for name, number in numbers.items()]
    fetched = [
        {"name": kind.name, "description": _in(kind.description, language)} for one in SETS for kind in one.files
    ]
    return _html("index.html", "index", site, language, lists=lists, files=fetched)


def moved_html(old: str, new: str, language: Language) -> bytes:
    """Return a page that leads from one path to another, for servers without rules."""
    target = f"{to_root(old)}{new}.{language}.html"
    made = environment().get_template("moved.html").render(language=language, target=target, label=new, iri=target)
    return made.encode()


def _html(template: str, path: str, site: Site, language: Language, **values: Any) -> bytes:
    made = (
        environment()
        .get_template(template)
        .render(
            language=language,
            other=_OTHER[language],
            words=WORDS[language],
            root=to_root(path),
            path=path,
            site_title=_in(site.title, language),
            site_description=_in(site.description, language),
            **values,
        )
    )
    return made.encode()


def _in(texts: Texts, language: Language) -> str:
    return texts.sv if language == "sv" else texts.en


def _links(places: Places, page: Page, language: Language) -> dict[str, str | None]:
    """Return, for every IRI that the page names, where it leads: within the site, else nowhere."""
    root = to_root(page.thing.path)

    def link(iri: str) -> str | None:
        path = places.page(iri)
        if path is None:
            return None
        anchor = places.anchor(iri)
        return f"{root}{path}.{language}.html{f'#{anchor}' if anchor else ''}"

    return {iri: link(iri) for iri in _named(page)}


def _named(page: Page) -> Iterator[str]:
    yield from (value.iri for one in page.properties for value in one.values if value.iri)
    yield from (quote.iri for quote in page.quotes)
    for row in (row for section in page.sections for row in section.rows):
        yield row.iri
        yield from (quote.iri for quote in row.quotes)
        yield from (value.iri for value in row.names if value.iri)


def _spans(known: Knowledge, places: Places, page: Page) -> list[_Span]:
    """Return the stretches of a document that prove something, in the order of the text, for its own page."""
    spans = [one for one in page.thing.below if known.value(one, RDF.type) == NIF.RFC5147String]
    return [_Span(places.anchor(one.value), known.text(one, NIF.anchorOf)) for one in sorted(spans, key=_start)]


def _start(span: NamedNode) -> tuple[int, int]:
    offsets = span.value.partition("#char=")[2].split(",")
    return tuple(int(part) for part in offsets) if len(offsets) == 2 else (0, 0)  # type: ignore[return-value]
