"""The files of a site by name, each made when it is asked for: for writing them all, and for a server that has none."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from pyoxigraph import NamedNode, Triple

from graph.site.data_files import jsonld, turtle
from graph.site.html_pages import Site, index_html, list_html, moved_html, page_html
from graph.site.knowledge import Knowledge, Language
from graph.site.pages import LISTS, Thing, list_of, page, things, triples_of
from graph.site.places import TERMS_PAGE
from graph.store import GraphStore
from ontology.terms import DCTERMS
from ontology.turtle import VOCABULARY, read_turtle

LANGUAGES: Final[tuple[Language, ...]] = ("sv", "en")
_OWN: Final = ("site.css", "search.js", "icon.svg")
_INDEX: Final = "search-index.json"
_SWEDISH: Final = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"})  # å, ä and ö stand last


class Entry(NamedTuple):
    """A thing in the lists and in the search: its label, path, and kind in each language."""

    label: str
    path: str
    kinds: tuple[str, ...]


class SiteSource:
    """All that a site of one graph holds, but for the catalogue; the graph must not change meanwhile."""

    def __init__(self, store: GraphStore, site: Site) -> None:
        self.site = site
        self._known = Knowledge(store)
        self.things: Mapping[str, Thing] = {thing.path: thing for thing in things(self._known, site.places)}
        self.moved: Mapping[str, str] = dict(sorted(self._moved(store)))
        self._triples = lru_cache(1)(self._triples_of)

    def names(self) -> Iterator[str]:
        """Yield the names of all files, the things' before the rest."""
        for path in self.things:
            yield from (f"{path}.{language}.html" for language in LANGUAGES)
            yield from (f"{path}.ttl", f"{path}.jsonld")
        for path in (*self.moved, "index", "catalog", TERMS_PAGE, *(f"lists/{name}" for name in LISTS)):
            yield from (f"{path}.{language}.html" for language in LANGUAGES)
        yield from (f"{TERMS_PAGE}.ttl", f"{TERMS_PAGE}.jsonld", _INDEX, *_OWN)

    def file(self, name: str) -> bytes | None:
        """Return a file's content; None where the site has no such file."""
        if name in _OWN:
            return files("graph.site").joinpath("html", name).read_bytes()
        if name == _INDEX:
            return self._search_index()
        for language in LANGUAGES:
            if name.endswith(f".{language}.html"):
                return self._page(name.removesuffix(f".{language}.html"), language)
        path, _, suffix = name.rpartition(".")
        if suffix not in {"ttl", "jsonld"} or (path not in self.things and path != TERMS_PAGE):
            return None
        triples = _ontology() if path == TERMS_PAGE else self._triples(path)
        return turtle(triples) if suffix == "ttl" else jsonld(triples)

    def _page(self, path: str, language: Language) -> bytes | None:
        thing = self.things.get(path)
        if thing is not None:
            return page_html(self._known, self.site, page(self._known, thing, language), language)
        if path in self.moved:
            return moved_html(path, self.moved[path], language)
        return self._shared_page(path, language)

    def _shared_page(self, path: str, language: Language) -> bytes | None:
        if path == "index":
            return index_html(self.site, {name: len(self._lists[name]) for name in LISTS}, language)
        if path == "catalog":
            return moved_html(path, "index", language)
        if path == TERMS_PAGE:
            return files("ontology").joinpath("documentation.html").read_bytes()
        name = path.removeprefix("lists/")
        if path.startswith("lists/") and name in LISTS:
            return list_html(self.site, name, [(one.label, one.path) for one in self._lists[name]], language)
        return None

    def _triples_of(self, path: str) -> tuple[Triple, ...]:
        return tuple(triples_of(self._known, self.things[path]))

    @cached_property
    def _lists(self) -> Mapping[str, list[Entry]]:
        lists: defaultdict[str, list[Entry]] = defaultdict(list)
        for thing in self.things.values():
            name = list_of(self._known, thing)
            kind = self._known.type(thing.iri)
            if name and kind:
                kinds = tuple(self._known.name_of_term(kind.value, language) for language in LANGUAGES)
                lists[name].append(Entry(self._known.label(thing.iri, "sv"), thing.path, kinds))
        return {name: sorted(lists[name], key=_alphabetically) for name in LISTS}

    def _search_index(self) -> bytes:
        entries = [entry for name in LISTS if name != "decisions" for entry in self._lists[name]]
        return json.dumps(entries, ensure_ascii=False, separators=(",", ":")).encode()

    def _moved(self, store: GraphStore) -> Iterator[tuple[str, str]]:
        """Yield the path of each merged thing with that of the thing it was merged into."""
        for quad in store.quads(predicate=DCTERMS.isReplacedBy):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
                old, new = self.site.places.page(quad.subject.value), self.site.places.page(quad.object.value)
                if old and new and TERMS_PAGE not in {old, new} and old != new:
                    yield old, new


def _alphabetically(entry: Entry) -> tuple[str, str]:
    return entry.label.casefold().translate(_SWEDISH), entry.path


def _ontology() -> list[Triple]:
    return sorted({triple for name in VOCABULARY for triple in read_turtle(name)}, key=str)
