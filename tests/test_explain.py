"""`aktorsgraf explain`: the page says what the reader made of a source, and a terminal gets a text form."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest
from cli_runner import EXAMPLES, aktorsgraf
from reading_samples import document_of

from aktorsgraf.explain.explanation import Explanation, explain
from aktorsgraf.explain.page import explanation_html, shown
from aktorsgraf.explain.texts import TEXTS
from loaders.minutes import AgendaItem
from loaders.reading.read import read_accounted

TEXT = (EXAMPLES / "ks-2022-11-15.txt").read_text("utf-8")
SPAN = re.compile(r'<span class="(?:claimed|ignored|unread) r\d+" data-s="(\d+)">([^<]*)</span>')
FACT = re.compile(r'data-e="([^"]*)"')
HOSTILE = (
    "<script>alert(1)</script>", "</script><b>x", "</style><i>x", "<img src=x onerror=alert(1)>", "\"'><svg onload=alert(1)>",
    "&lt;b&gt; &amp;", "{{ 7*7 }}", "\u202eomvänt\u2066", "javascript:alert(1)", "\x00\x1b[31m",
)  # fmt: skip


def explained(text: str) -> Explanation:
    document = document_of(text)
    return explain(document, read_accounted(document))


def page_of(text: str) -> str:
    return explanation_html(explained(text), "sv")


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.glob("*.txt")))
def test_the_pieces_are_the_text_and_every_fact_s_places_are_whole_pieces(name: str) -> None:
    text = (EXAMPLES / name).read_text("utf-8")
    explanation = explained(text)
    pieces = [piece for block in explanation.blocks for piece in block]
    assert "".join(piece.text for piece in pieces) == text
    assert [piece.start for piece in pieces] == [sum(len(p.text) for p in pieces[:k]) for k in range(len(pieces))]
    edges = {piece.start for piece in pieces} | {len(text)}
    places = {
        edge for meeting in explanation.meetings for fact in meeting.facts for place in fact.places for edge in place
    }
    assert places
    assert places <= edges
    assert sum(rule.characters for rule in explanation.rules) == len(text)


def test_the_page_holds_the_text_and_its_facts() -> None:
    page = page_of(TEXT)
    spans = [(int(start), html.unescape(text)) for start, text in SPAN.findall(page)]
    assert "".join(text for _, text in spans) == TEXT
    assert all(TEXT.startswith(text, start) for start, text in spans)
    starts = {start for start, _ in spans}
    linked = [place.split("-") for fact in FACT.findall(page) for place in fact.split()]
    assert len(linked) > 40
    assert {int(start) for start, _ in linked} <= starts
    assert page == page_of(TEXT)


def test_the_page_asks_nobody() -> None:
    page = page_of(TEXT)
    assert not re.search(r"\b(?:src|href|url|@import)\s*[=(]", page)
    assert "default-src &#39;none&#39;" in page


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_is_text(hostile: str) -> None:
    text = f"Protokoll Styrelsen 2024-03-01 {hostile}\nNärvarande:\nEva Alm (S)\n{hostile}\n\n§ 1 {hostile}\n\nBeslut\nStyrelsen beslutar att {hostile}\n"
    page = page_of(text)
    assert "".join(html.unescape(piece) for _, piece in SPAN.findall(page)) == shown(text)
    assert len(re.findall(r"<script", page)) == 1
    assert not re.search(r"<(?:img|svg|b|i)\b", page)
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", page)


def test_blocks_begin_with_lines() -> None:
    explanation = explained(TEXT * 5)
    assert len(explanation.blocks) > 2
    pieces = ["".join(piece.text for piece in block) for block in explanation.blocks]
    assert all(block.endswith("\n") for block in pieces[:-1])


def test_several_meetings_are_listed_each_with_its_facts() -> None:
    other = (EXAMPLES / "direktionen-2023-02-10.txt").read_text("utf-8")
    explanation = explained(f"{TEXT}\n\n{other}")
    assert ["2022-11-15" in m.title for m in explanation.meetings] == [True, False]
    assert all(len(meeting.facts) > 10 for meeting in explanation.meetings)


def test_every_family_has_a_name_in_both_languages() -> None:
    families = {name for name in AgendaItem.__struct_fields__ if name in TEXTS["sv"].families}
    assert {"decisions", "groups", "appointments", "assignments"} <= families
    assert TEXTS["sv"].families.keys() == TEXTS["en"].families.keys()


@pytest.mark.parametrize(("language", "words"), [("sv", "Så lästes"), ("en", "How ks-2022-11-15.txt was read")])
def test_the_command_writes_the_page(tmp_path: Path, language: str, words: str) -> None:
    path = tmp_path / "page.html"
    done = aktorsgraf("explain", EXAMPLES / "ks-2022-11-15.txt", "--output", path, "--language", language)
    assert (done.code, done.out) == (0, "")
    assert "unread" in done.err
    assert words in path.read_text("utf-8")
    assert list(tmp_path.iterdir()) == [path]


def test_without_a_page_the_rules_are_a_table_and_the_spans_csv_or_json() -> None:
    table = aktorsgraf("explain", EXAMPLES / "ks-2022-11-15.txt")
    assert table.code == 0
    assert re.search(r"^claimed +assignments: assign-to +1 +\d+$", table.out, re.MULTILINE)
    spans = json.loads(aktorsgraf("explain", "-", "--format", "json", given=TEXT.encode()).out)["rows"]
    assert "".join(span["quote"] for span in spans) == TEXT
    assert {span["state"] for span in spans} <= {"claimed", "ignored", "unread"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["."], "folder"), (["x.txt", "--output", "x.pdf"], ".html"), (["not-there.txt"], "not-there.txt")],
)
def test_wrong_usage_is_one_line(tmp_path: Path, arguments: list[str], words: str) -> None:
    done = aktorsgraf("explain", *arguments, folder=tmp_path)
    assert done.code == 2
    assert done.err.count("\n") == 1
    assert words in done.err
