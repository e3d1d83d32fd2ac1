"""The explanation's page in a real browser: what it asks for, links, shows and refuses to run."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import Page
from cli_runner import EXAMPLES
from reading_samples import document_of
from test_explain import HOSTILE

from aktorsgraf.explain.explanation import explain
from aktorsgraf.explain.page import write_explanation
from loaders.reading.read import read_accounted

pytestmark = pytest.mark.browser
TEXT = (EXAMPLES / "ks-2022-11-15.txt").read_text("utf-8")
ON = "[...document.querySelectorAll('#text .on')].map(span => span.textContent).join('')"


def opened(tab: Page, folder: Path, text: str) -> Page:
    path = folder / "explanation.html"
    document = document_of(text)
    write_explanation(explain(document, read_accounted(document)), path, "sv")
    tab.requests.clear()
    tab.complaints.clear()
    tab.open(path)
    return tab


@pytest.fixture
def page(tab: Page, tmp_path: Path) -> Page:
    return opened(tab, tmp_path, TEXT)


@pytest.fixture(autouse=True)
def nothing_asked_nothing_wrong(tab: Page) -> Iterator[None]:
    """Hold every test here to it: the file is the only request, and the console stays empty."""
    yield
    assert [url for url in tab.requests if not url.endswith("/explanation.html")] == []
    assert tab.complaints == []


def choose(page: Page, family: str) -> None:
    page.run(
        f"(() => {{ const box = document.getElementById('family'); box.value = {json.dumps(family)};"
        " box.dispatchEvent(new Event('change')); })()"
    )


def status(page: Page) -> str:
    told: str = page.run("document.getElementById('status').textContent")
    return told


def test_a_click_on_a_fact_marks_its_characters_and_shows_them(page: Page) -> None:
    choose(page, "assignments")
    page.click_on("#facts li:not([hidden]) button")
    marked: str = page.run(ON)
    assert "uppdrag" in marked or "ska" in marked
    assert marked in TEXT
    start, end = map(int, status(page).removeprefix("tecken ").split("–"))
    assert TEXT[start:end] == marked
    box = page.run(
        "(() => { const b = document.querySelector('#text .on').getBoundingClientRect(), t = document.getElementById('text')"
        ".getBoundingClientRect(); return b.top >= t.top && b.bottom <= t.bottom; })()"
    )
    assert box


def test_a_click_on_a_span_finds_its_facts(page: Page) -> None:
    page.run(
        "[...document.querySelectorAll('#text .fact')].find(s => s.textContent.includes('Emil Hallgård')).id = 'one'"
    )
    page.run("document.getElementById('one').scrollIntoView({ block: 'center' })")
    page.click_on("#one")
    assert "Emil Hallgård" in page.run("document.querySelector('#facts [aria-current]').textContent")
    assert page.run("document.querySelectorAll('#facts .hit').length") >= 1
    assert "participants" in status(page)


def test_a_filter_shows_one_family(page: Page) -> None:
    choose(page, "decisions")
    kinds = page.run("[...document.querySelectorAll('#facts li:not([hidden]) .kind')].map(kind => kind.textContent)")
    assert set(kinds) == {"beslut"}
    choose(page, "")
    assert page.run("document.querySelectorAll('#facts li[hidden]').length") == 0


def test_the_keyboard_alone_goes_through_the_text_and_the_facts(page: Page) -> None:
    page.run("document.getElementById('text').focus()")
    page.press("ArrowRight")
    page.press("Enter")
    assert page.run(ON)
    first = page.run("document.querySelector('#facts [aria-current]').textContent")
    page.run("document.querySelector('#facts button').focus()")
    page.press("ArrowDown")
    page.press("Enter")
    assert page.run("document.querySelector('#facts [aria-current]').textContent") != first


def test_what_is_unread_is_found_by_its_button(page: Page) -> None:
    page.click_on("#next")
    assert page.run("document.querySelector('#text .here').classList.contains('unread')")
    assert status(page).startswith("tecken ")


def test_the_page_is_usable_on_a_phone_and_in_the_dark(page: Page) -> None:
    page.call("Emulation.setDeviceMetricsOverride", width=390, height=800, deviceScaleFactor=1, mobile=False)
    page.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark"}])
    assert page.run("document.documentElement.scrollWidth") <= 390
    assert page.run("document.getElementById('text').getBoundingClientRect().width") > 380
    assert page.run("getComputedStyle(document.body.parentElement).backgroundColor") == "rgb(20, 25, 29)"
    page.call("Emulation.setEmulatedMedia", features=[])
    page.call("Emulation.setDeviceMetricsOverride", width=1280, height=800, deviceScaleFactor=1, mobile=False)


def test_hostile_text_runs_nothing(tab: Page, tmp_path: Path) -> None:
    lines = "\n".join(
        f"{hostile}\n\n§ {k} {hostile}\n\nBeslut\nStyrelsen beslutar att {hostile}."
        for k, hostile in enumerate(HOSTILE, 1)
    )
    page = opened(tab, tmp_path, f"Protokoll Styrelsen 2024-03-01\nNärvarande:\nEva Alm (S)\n\n{lines}\n")
    assert page.run("document.querySelectorAll('img, svg, iframe, a, #text script, #facts script').length") == 0
    assert "<script>alert(1)</script>" in page.run("document.getElementById('text').textContent")
    page.run("[...document.querySelectorAll('#facts button')].forEach(button => button.click())")


def test_a_megabyte_stays_usable(tab: Page, tmp_path: Path) -> None:
    page = opened(tab, tmp_path, "\n\n".join(TEXT for _ in range(1_000_000 // len(TEXT))))
    took = page.run(
        "(() => { const begun = performance.now(); const all = document.querySelectorAll('#facts button');"
        " all[all.length - 1].click(); document.getElementById('text').getBoundingClientRect();"
        " return performance.now() - begun; })()"
    )
    assert page.run(ON)
    assert took < 2000
