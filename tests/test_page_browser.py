"""The network's page in a real browser: what it asks for, finds, shows and refuses to run."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from browser import Page
from network_samples import BASE, HOSTILE, hostile_rows, rows_of

from graph.network.bodies import body_network
from graph.network.ties import NetworkRows
from graph.network.write import write_network

pytestmark = pytest.mark.browser
PERSON = f"{BASE}person/4"


def opened(tab: Page, folder: Path, rows: NetworkRows) -> Page:
    path = folder / "network.html"
    write_network(body_network(rows), path, title="Organ", language="sv")
    tab.requests.clear()
    tab.complaints.clear()
    tab.open(path)
    return tab


@pytest.fixture
def page(tab: Page, tmp_path: Path) -> Page:
    return opened(tab, tmp_path, rows_of(30, 4))


@pytest.fixture(autouse=True)
def nothing_asked_nothing_wrong(tab: Page) -> Iterator[None]:
    """Hold every test here to it: the file is the only request, and the console stays empty."""
    yield
    assert [url for url in tab.requests if not url.endswith("/network.html")] == []
    assert tab.complaints == []


def text(page: Page, selector: str) -> str:
    found: str = page.run(f"document.querySelector({json.dumps(selector)}).textContent")
    return found


def panel_is_open(page: Page) -> bool:
    return bool(page.run("!document.getElementById('panel').hidden"))


# Reads a copy of the canvas, as reading the page's own makes the browser complain; S's red is painted by people only.
PIXELS = """(() => {
  const c = document.querySelector('canvas'), copy = document.createElement('canvas');
  copy.width = c.width; copy.height = c.height;
  const pen = copy.getContext('2d', { willReadFrequently: true });
  pen.drawImage(c, 0, 0);
  const box = c.getBoundingClientRect(), scale = c.width / box.width;
  const data = pen.getImageData(0, 0, c.width, c.height).data, found = [];
  for (let i = 0; i < data.length; i += 4) {
    if (data[i] === 232 && data[i + 1] === 17 && data[i + 2] === 45) {
      found.push([box.x + (i / 4 % c.width) / scale, box.y + Math.floor(i / 4 / c.width) / scale]);
    }
  }
  return found;
})()"""


def red(page: Page) -> list[list[float]]:
    """Return the points of the window where a person of S is painted, once the next frame has been drawn."""
    points: list[list[float]] = page.run(
        f"new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done({PIXELS}))))"
    )
    return points


def test_the_page_draws_without_asking_for_anything(page: Page) -> None:
    assert len(red(page)) > 100


def test_search_without_diacritics_finds_a_person_and_opens_the_panel(page: Page) -> None:
    page.click_on("#search")
    page.type("MARIA wahlstrom")
    assert text(page, "#matches li").startswith("Maria Wahlström")
    page.press("Enter")
    assert panel_is_open(page)
    assert text(page, "#panel-name") == "Maria Wahlström"
    assert text(page, "#panel-iri") == PERSON
    assert text(page, "#panel blockquote").startswith("Maria Wahlström, ledamot")
    assert text(page, "#panel blockquote footer").startswith("styrelsen.txt, 20")


def test_search_that_finds_nothing_says_so(page: Page) -> None:
    page.click_on("#search")
    page.type("Maria Wahlström")
    assert text(page, "#status") == "1 träff"
    page.run("document.getElementById('search').select()")
    page.type("qqq")
    assert text(page, "#matches") == "Ingen träff"
    assert text(page, "#status") == "Ingen träff"
    page.press("Enter")
    assert not panel_is_open(page)


def test_keyboard_alone_walks_from_a_person_to_a_body_and_back(page: Page) -> None:
    page.run("document.getElementById('search').focus()")
    page.press("ArrowDown")
    page.press("ArrowDown")
    page.press("Enter")
    first = text(page, "#panel-name")
    page.press("Tab")
    assert page.run("document.activeElement.id") == "close"
    page.press("Tab")
    assert page.run("document.activeElement.matches(':focus-visible')")
    assert page.run("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.press("Enter")
    assert text(page, "#panel-name") != first
    page.press("Escape")
    assert not panel_is_open(page)
    assert page.run("document.activeElement.id") == "search"


def test_a_click_on_a_node_opens_the_panel_and_one_beside_it_closes_it(page: Page) -> None:
    x, y = red(page)[0]
    page.click(x, y + 2)
    assert panel_is_open(page)
    assert text(page, "#panel-kind") == "Person"
    assert "PartiS" in text(page, "#panel-facts")
    page.click(240, 790)
    assert not panel_is_open(page)


def test_a_click_on_a_name_opens_the_panel(page: Page) -> None:
    points = red(page)
    x, top = points[0]
    bottom = max(y for across, y in points if abs(across - x) < 3 and y < top + 40)
    page.click(x, bottom + 9)
    assert panel_is_open(page)
    assert text(page, "#panel-kind") == "Person"


# Notes each line of a name that is written in pixels of the window: text, left, middle, width, size.
NAMES = """new Promise(done => {
  const pen = CanvasRenderingContext2D.prototype, own = pen.fillText, seen = [];
  pen.fillText = function (text, x, y) {
    if (this.getTransform().a === devicePixelRatio && this.getTransform().e === 0) {
      const width = this.measureText(text).width;
      seen.push([text, x - width / 2, y, width, parseFloat(this.font.match(/([0-9.]+)px/)[1])]);
    }
    return own.call(this, text, x, y);
  };
  document.getElementById('whole').click();
  requestAnimationFrame(() => requestAnimationFrame(() => { pen.fillText = own; done(seen); }));
})"""


def test_names_can_be_read_and_lie_on_no_other_when_all_is_shown(tab: Page, tmp_path: Path) -> None:
    page = opened(tab, tmp_path, rows_of(150, 10))
    names = page.run(NAMES)
    assert len(names) > 30
    assert min(size for *_, size in names) >= 11
    boxes = [(left, left + width, middle - size / 2, middle + size / 2) for _, left, middle, width, size in names]
    for one, other in combinations(set(boxes), 2):
        assert one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2]


def test_a_filter_hides_a_party_and_brings_it_back(page: Page) -> None:
    before = red(page)
    page.click_on("[data-party=S]")
    assert red(page) == []
    page.click_on("[data-party=S]")
    assert red(page) == before


def test_a_filter_hides_people(page: Page) -> None:
    page.click_on("[data-kind=person]")
    assert red(page) == []


def test_choosing_somebody_hidden_shows_everybody(page: Page) -> None:
    page.click_on("[data-kind=person]")
    page.click_on("#search")
    page.type("maria wahl")
    page.press("Enter")
    assert panel_is_open(page)
    assert page.run("[...document.querySelectorAll('#legend input')].every(box => box.checked)")


def test_hostile_texts_run_nothing_and_are_shown(tab: Page, tmp_path: Path) -> None:
    page = opened(tab, tmp_path, hostile_rows())
    for hostile in HOSTILE:
        page.press("Escape")
        page.run("document.getElementById('search').focus()")
        page.type(hostile)
        page.press("Enter")
        assert text(page, "#panel-name") == hostile
        assert hostile in page.run("[...document.querySelectorAll('#panel blockquote')].map(q => q.firstChild.data)")
        assert hostile in page.run("[...document.querySelectorAll('#panel dd')].map(d => d.textContent)")
    assert page.run("document.querySelectorAll('img, iframe, a, #panel script, #matches script').length") == 0


def test_the_policy_stops_what_is_not_in_the_file(page: Page) -> None:
    page.run("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = true\">')")
    page.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.run("window.ran") is None
    assert any("Content Security Policy" in complaint for complaint in page.complaints)
    page.complaints.clear()
    page.requests.clear()  # the picture was asked for and refused


def test_a_large_network_is_drawn_and_searched(tab: Page, tmp_path: Path) -> None:
    page = opened(tab, tmp_path, rows_of(900, 60))
    page.click_on("#search")
    page.type("maria wahl")
    page.press("Enter")
    assert text(page, "#panel-name") == "Maria Wahlström"


def test_a_network_without_bodies_says_so(tab: Page, tmp_path: Path) -> None:
    page = opened(tab, tmp_path, NetworkRows((), ()))
    assert "Här finns inget att visa." in text(page, "#picture")
