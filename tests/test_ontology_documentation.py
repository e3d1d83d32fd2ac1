from __future__ import annotations

from html.parser import HTMLParser

import pytest

from ontology.documentation import anchor_of, documentation_page
from ontology.rules import rules
from ontology.turtle import SHAPES, SHAPES_WHOLE, alignment_names, read_data
from ontology.vocabulary import schemes, terms, version

VOID = {"meta", "br"}


class Page(HTMLParser):
    """Gathers ids, links and addresses, and checks that every element is closed where it should be."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(given["id"] or "")
        if tag == "a":
            self.links.append(given.get("href") or "")
        elif given.get("href") or given.get("src"):
            self.loaded.append(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def page() -> Page:
    parsed = Page()
    parsed.feed(documentation_page())
    assert parsed.open == []
    return parsed


def test_every_term_and_code_has_a_place_of_its_own(page: Page) -> None:
    assert len(set(page.ids)) == len(page.ids)
    wanted = {anchor_of(term.iri) for term in terms()}
    wanted |= {anchor_of(concept.iri) for scheme in schemes() for concept in scheme.concepts}
    wanted |= {anchor_of(scheme.iri) for scheme in schemes()}
    wanted |= {rule.name for name in (SHAPES, SHAPES_WHOLE) for rule in rules(name)}
    wanted |= {name.removeprefix("alignments/").removesuffix(".ttl") for name in alignment_names()}
    assert wanted <= set(page.ids)
    assert anchor_of("https://w3id.org/aktorsgraf/ns#heldBy") == "heldBy"


def test_links_lead_to_places_on_the_page_and_nothing_is_fetched(page: Page) -> None:
    assert all(link.startswith("#") and link[1:] in page.ids for link in page.links)
    assert page.loaded == []
    assert "<script" not in read_data("documentation.html")


def test_both_languages_and_the_version_are_there() -> None:
    text = read_data("documentation.html")
    assert version() in text
    for term in terms():
        assert term.definitions["sv"].replace("'", "&#x27;") in text, term
        assert term.definitions["en"].replace("'", "&#x27;") in text, term


def test_every_check_says_what_is_wrong_in_both_languages() -> None:
    checks = [check for name in (SHAPES, SHAPES_WHOLE) for rule in rules(name) for check in rule.checks]
    assert len(checks) > 100
    assert {check.severity for check in checks} == {"Violation", "Warning", "Info"}
    assert all(set(check.messages) == {"sv", "en"} for check in checks)
    assert all(rule.about and rule.checks for name in (SHAPES, SHAPES_WHOLE) for rule in rules(name))
