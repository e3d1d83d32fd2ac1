"""The page of every network in a real browser: nothing is asked for, found, filtered, clicked; hostile texts run nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from browser import Page
from fact_samples import SMALL, hostile_facts
from network_samples import HOSTILE

from graph.network.by_name import NETWORKS, SURROUNDINGS, network_of
from graph.network.facts import NetworkFacts
from graph.network.style import styled
from graph.network.write import write_network

pytestmark = pytest.mark.browser
ABOUT = {"person": "p:anna", "body": "b:board"}
HOSTILE_ABOUT = {"person": "https://w3id.org/aktorsgraf/id/person/0", "body": "https://w3id.org/aktorsgraf/id/group/0"}
SOUGHT = {"decisions": ("ta fram", "får i uppdrag"), "substitutions": ("CILLA", "Cilla, ledamot")}
PARTY = {"substitutions": "M", "decisions": "M"}


def opened(tab: Page, folder: Path, name: str, facts: NetworkFacts, about: dict[str, str]) -> Page:
    path = folder / "network.html"
    network = styled(network_of(facts, name, about=about.get(name), depth=depth_of(name)), "party", "degree")
    write_network(network, path, title="Nätverk", language="sv")
    tab.requests.clear()
    tab.complaints.clear()
    tab.open(path)
    return tab


def depth_of(name: str) -> int:
    return 2 if name in SURROUNDINGS else 1


def text(page: Page, selector: str) -> str:
    found: str = page.run(f"document.querySelector({json.dumps(selector)}).textContent")
    return found


def drawn(page: Page) -> str:
    """Return the picture as it is painted now, from a copy, as reading the page's own makes the browser complain."""
    found: str = page.run(
        "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {"
        " const c = document.querySelector('canvas'), copy = document.createElement('canvas');"
        " copy.width = c.width; copy.height = c.height; copy.getContext('2d').drawImage(c, 0, 0);"
        " done(copy.toDataURL()); })))"
    )
    return found


@pytest.mark.parametrize("name", NETWORKS)
def test_a_page_is_searched_filtered_and_clicked_and_asks_for_nothing(tab: Page, tmp_path: Path, name: str) -> None:
    page = opened(tab, tmp_path, name, SMALL, ABOUT)
    whole = drawn(page)

    party = f"[data-party={PARTY.get(name, 'S')}]"
    page.click_on(party)
    assert drawn(page) != whole
    page.click_on(party)
    assert drawn(page) == whole

    page.click(*_middle_of_a_node(page))
    assert page.run("!document.getElementById('panel').hidden")
    assert text(page, "#panel blockquote")
    page.press("Escape")
    assert page.run("document.getElementById('panel').hidden")

    sought, quote = SOUGHT.get(name, ("ANNA", "nna"))
    page.click_on("#search")
    page.type(sought)
    page.press("Enter")
    assert sought.casefold() in text(page, "#panel-name").casefold()
    assert quote in text(page, "#panel blockquote")
    assert text(page, "#panel-iri") in network_of(SMALL, name, about=ABOUT.get(name), depth=depth_of(name))
    assert len(page.requests) == 1
    assert page.complaints == []


@pytest.mark.parametrize("name", NETWORKS)
def test_hostile_texts_run_nothing_in_any_network(tab: Page, tmp_path: Path, name: str) -> None:
    page = opened(tab, tmp_path, name, hostile_facts(), HOSTILE_ABOUT)
    for hostile in HOSTILE:
        page.press("Escape")
        page.run("document.getElementById('search').focus()")
        page.type(hostile)
        page.press("Enter")
        assert hostile in text(page, "#panel-name")
    assert page.run("document.querySelectorAll('img, iframe, a, #panel script, #matches script').length") == 0
    assert len(page.requests) == 1
    assert page.complaints == []


def _middle_of_a_node(page: Page) -> tuple[float, float]:
    """Return a point of the window where a mark's border is painted: the ink of a person, or a body's or group's blue."""
    x, y = page.run(
        "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {"
        " const c = document.querySelector('canvas'), copy = document.createElement('canvas');"
        " copy.width = c.width; copy.height = c.height;"
        " const pen = copy.getContext('2d', { willReadFrequently: true }); pen.drawImage(c, 0, 0);"
        " const box = c.getBoundingClientRect(), scale = c.width / box.width;"
        " const colours = [[82, 189, 236], [232, 17, 45], [0, 133, 62], [43, 58, 74]];"
        " const data = pen.getImageData(0, 0, c.width, c.height).data;"
        " for (const [r, g, b] of colours) for (let i = 0; i < data.length; i += 4) {"
        "  if (data[i] === r && data[i + 1] === g && data[i + 2] === b) {"
        "   done([box.x + (i / 4 % c.width) / scale, box.y + Math.floor(i / 4 / c.width) / scale + 2]); return; } }"
        " done([0, 0]); })))"
    )
    return x, y
