"""A plot's page in a real browser: the picture is drawn, nothing is asked for, nothing is refused."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from browser import Page

from graph.plots.parties import party_balance
from graph.plots.words import WORDS
from graph.plots.write import Said, write_plot

pytestmark = pytest.mark.browser


def test_the_page_shows_the_picture_and_the_table_and_asks_nobody(tab: Page, tmp_path: Path) -> None:
    name = "<img src=x onerror=alert(1)>"
    rows = [(name, "S", 3), (name, "M", 2)]
    figure = party_balance(pd.DataFrame(rows, columns=["body", "party", "members"]), WORDS["sv"])
    said = [Said("Partier", ("organ", "parti"), ((name, "S"), (name, "M")))]
    write_plot(figure, tmp_path / "plot.html", title=name, said=said, language="sv")
    tab.requests.clear()
    tab.complaints.clear()
    tab.open(tmp_path / "plot.html")
    assert tab.run("document.images.length") == 1
    assert tab.run("document.images[0].naturalWidth > 500") is True
    assert tab.run("getComputedStyle(document.querySelector('table')).borderCollapse") == "collapse"
    assert tab.run("document.querySelector('td').textContent") == name
    assert [url for url in tab.requests if not url.startswith(("data:", "file:"))] == []
    assert len([url for url in tab.requests if url.startswith("file:")]) == 1
    assert tab.complaints == []
