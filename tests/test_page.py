"""The network's page: one file that asks for nothing and takes no text for markup."""

import base64
import dataclasses
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import networkx as nx
import pytest
from network_samples import HOSTILE, hostile_rows, rows_of

from graph.network.bodies import body_network
from graph.network.write import write_network
from graph.page import page_html
from graph.page.colours import party_colour, party_rank
from graph.page.texts import ENGLISH, SWEDISH
from graph.page.write import script_json

TITLE = "Organ & <personer>"
FETCHING = {"src", "href", "srcset", "data", "poster", "action", "formaction", "background", "style"}


class Elements(HTMLParser):
    """The elements of a page: names and attributes in order, and the text of scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self.texts.append("")
        self.inside = True

    def handle_endtag(self, tag: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.texts[-1] += data

    def of(self, tag: str) -> list[tuple[dict[str, str | None], str]]:
        return [(attrs, text) for (name, attrs), text in zip(self.found, self.texts, strict=True) if name == tag]


@pytest.fixture(scope="module")
def page() -> str:
    return page_html(body_network(rows_of(30, 4)), title=TITLE, language="sv")


@pytest.fixture(scope="module")
def hostile() -> str:
    return page_html(body_network(hostile_rows()), title=HOSTILE[1], language="en")


def policy_of(html: str) -> str:
    return next(
        attrs["content"] or ""
        for attrs, _ in Elements(html).of("meta")
        if attrs.get("http-equiv") == "Content-Security-Policy"
    )


def test_no_element_names_anything_to_fetch(page: str) -> None:
    elements = Elements(page)
    assert [(tag, attrs) for tag, attrs in elements.found if FETCHING & set(attrs)] == []
    assert {tag for tag, _ in elements.found}.isdisjoint({"link", "img", "iframe", "object", "embed", "base"})
    assert "sourceMappingURL" not in page
    assert "url(" not in elements.of("style")[0][1]


def test_no_element_carries_a_handler(page: str, hostile: str) -> None:
    for html in (page, hostile):
        assert [name for _, attrs in Elements(html).found for name in attrs if name.startswith("on")] == []


def test_policy_allows_just_the_scripts_and_style_inside(page: str) -> None:
    elements = Elements(page)
    code = [text for attrs, text in elements.of("script") if attrs.get("type") != "application/json"]
    digests = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in code]
    style = base64.b64encode(hashlib.sha256(elements.of("style")[0][1].encode()).digest()).decode()
    scripts = " ".join(f"'sha256-{digest}'" for digest in digests)
    assert len(code) == 2
    assert policy_of(page) == (
        f"default-src 'none'; script-src {scripts}; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'"
    )


def test_hostile_texts_make_no_elements(hostile: str, page: str) -> None:
    def shape(html: str) -> set[str]:
        return {tag for tag, _ in Elements(html).found}

    assert shape(hostile) <= shape(page)
    assert len(Elements(hostile).of("script")) == 6
    for text in HOSTILE[:2]:
        assert text not in hostile


def test_hostile_texts_reach_the_data_as_they_are(hostile: str) -> None:
    data = {attrs.get("id"): text for attrs, text in Elements(hostile).of("script")}
    names = {node["name"] for node in json.loads(data["facts"])["nodes"].values()}
    assert names == set(HOSTILE)
    assert "<" not in data["nodes"] + data["edges"] + data["facts"]


def test_json_in_a_script_cannot_end_it() -> None:
    text = "</script><!-- & \u2028\u2029"
    written = script_json({"name": text})
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == {"name": text}


def test_the_same_network_gives_the_same_bytes(page: str) -> None:
    assert page_html(body_network(rows_of(30, 4)), title=TITLE, language="sv") == page


def test_title_and_language(page: str) -> None:
    assert '<html lang="sv">' in page
    assert "<title>Organ &amp; &lt;personer&gt;</title>" in page
    assert "<h1>Organ &amp; &lt;personer&gt;</h1>" in page


def test_legend_counts_what_is_drawn(page: str) -> None:
    network = body_network(rows_of(30, 4))
    people = [node for node, attributes in network.nodes.items() if attributes["kind"] == "person"]
    assert f"4 organ · 4 grupper · {len(people)} personer" in page
    numbers = [int(number) for number in re.findall(r'<span class="number">(\d+)</span>', page)]
    assert numbers[:3] == [4, 4, len(people)]
    assert sum(numbers[3:]) == len(people)


def test_english_page_has_no_swedish_words(hostile: str) -> None:
    head = hostile.partition('<script type="application/json"')[0]
    assert "Search the network" in head
    assert "Parti<" not in head


def test_both_languages_name_the_same_roles_and_leave_no_word_empty() -> None:
    assert SWEDISH.role_names.keys() == ENGLISH.role_names.keys()
    assert all(dataclasses.asdict(SWEDISH).values())
    assert all(dataclasses.asdict(ENGLISH).values())


def test_panel_tells_roles_in_words_and_quotes_with_their_source(page: str) -> None:
    data = json.loads({attrs.get("id"): text for attrs, text in Elements(page).of("script")}["facts"])
    ties = [edge for edge in data["edges"].values() if edge["relation"] == "tie"]
    assert {"ledamot", "ordförande"} <= {value for tie in ties for label, value in tie["facts"] if label == "Roll"}
    assert all(tie["from"].startswith("https://w3id.org/aktorsgraf/id/person/") for tie in ties)
    assert {quote["source"].split(",")[0] for tie in ties for quote in tie["quotes"]} == {"styrelsen.txt"}


def test_an_empty_network_says_so() -> None:
    html = page_html(nx.Graph(people="shared"), title="Tomt", language="sv")
    assert SWEDISH.empty in html


def test_a_page_replaces_the_old_one_and_leaves_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "nät.html"
    path.write_text("old")
    write_network(body_network(rows_of(5, 2)), path, title=TITLE, language="sv")
    assert path.read_bytes().startswith(b"<!doctype html>\n")
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_page_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "net.html"
    path.write_text("old")
    with pytest.raises(KeyError):
        write_network(nx.Graph([("a", "b")]), path, title=TITLE, language="sv")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_parties_have_colours_that_differ_and_an_order() -> None:
    parties = ("V", "S", "MP", "C", "L", "KD", "M", "SD", "VV", None)
    assert len({party_colour(party) for party in parties}) == len(parties)
    assert party_colour("s") == party_colour("S")
    assert tuple(sorted(sorted(parties, key=str), key=party_rank)) == parties
