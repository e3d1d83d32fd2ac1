"""Heads of items whose numbers stand at the foot of their pages; the list of contents has their titles."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from loaders.reading.items.forms import DIARY_ALONE
from loaders.reading.items.head import Head
from loaders.reading.pages.feet import foot_numbers
from loaders.reading.pages.layout import Layout
from loaders.reading.text.letters import fold

_CONTENTS = re.compile(r"\s*(?:(\d{1,4})\s*§|§\s*(\d{1,4}))\s+(?P<title>[^\n]{3,160}?)\s*(?:\.{4,}|…{2,})")
_ALIKE = 0.5


def foot_heads(layout: Layout) -> list[Head]:
    """Make a head of the first page of each number, in rising order."""
    titles = _titles(layout)
    heads: list[Head] = []
    for number, first in dict.fromkeys(foot_numbers(layout.sheet, layout.lines).values()):
        if heads and int(number) <= int(heads[-1].number):
            continue
        below = layout.text_lines(first, len(layout.lines))[:8]
        if below:
            heads.append(_head(layout, number, below, titles.get(number)))
    return heads if len(heads) > 1 else []


def _titles(layout: Layout) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for line in layout.lines:
        match = _CONTENTS.match(line.text)
        if match is not None:
            found.setdefault(match[1] or match[2], (line.start + match.start("title"), line.start + match.end("title")))
    return found


def _head(layout: Layout, number: str, below: list[int], title: tuple[int, int] | None) -> Head:
    """Take the title from the contents, else the page's first line that is no diary number."""
    match = DIARY_ALONE.find(layout.lines[below[0]].text.strip())
    diary = None if match is None else match["dnr"] or match["marked"]
    own = below[1] if diary is not None and len(below) > 1 else below[0]
    words = fold(layout.sheet.text[slice(*(title or layout.lines[own].span))])
    here = SequenceMatcher(None, words, fold(layout.lines[own].text), autojunk=False).ratio() >= _ALIKE
    last = own if here else below[0]
    return Head(number, below[0], last, (title or layout.lines[own].span,), None, diary)
