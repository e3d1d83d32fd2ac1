"""Headings of minutes that number nothing and mark nothing: short lines that stand apart, above what is told."""

from __future__ import annotations

import re
from itertools import pairwise

from loaders.reading.items.head import Head
from loaders.reading.items.parts import LISTED
from loaders.reading.lexicon.acts import RUNNING_VERB
from loaders.reading.lexicon.labels import ALL_KINDS, ITEM_KINDS, label_at
from loaders.reading.lexicon.names import find_names
from loaders.reading.pages.layout import Layout
from loaders.reading.text.letters import UPPER

_FEWEST = 3  # headings that make an order of business
_LONGEST = 80  # characters of a heading
_HEADING = re.compile(rf"[{UPPER}][^\n\t|:]*[^\s.,;:!?\d]")
_WIDE = re.compile(r"\s{3,}")
_TITLE = re.compile(r"protokoll\b|anteckningar|sammanträde\s+med|\d{4}", re.IGNORECASE)
_TITLES = frozenset({"dagordning", "ekonomi", "information", "diskussion", "föregående protokoll"})  # labels elsewhere
_TOLD = re.compile(r"[.!?]$|^att\b")


def plain_heads(layout: Layout) -> list[Head]:
    """Give numbers to the headings; none where they are too few to be an order of business."""
    numbers = layout.text_lines(0, len(layout.lines))
    found = [i for i, below in pairwise(numbers) if _heads(layout, i, below)]
    if len(found) < _FEWEST:
        return []
    return [Head(str(k), i, i, (layout.lines[i].span,)) for k, i in enumerate(found, start=1)]


def _heads(layout: Layout, i: int, below: int) -> bool:
    """Tell a heading: after a gap, without a verb, and with something told right below it."""
    text = layout.lines[i].text.strip()
    apart = i > 0 and (layout.lines[i - 1].blank or layout.furniture[i - 1] is not None)
    if not apart or not 4 <= len(text) <= _LONGEST or _HEADING.fullmatch(text) is None or _WIDE.search(text):
        return False
    labelled = label_at(text, ALL_KINDS) is not None and text.lower() not in _TITLES
    if _TITLE.search(text) or RUNNING_VERB.holds(text) or labelled or LISTED.match(text):
        return False
    if next(find_names(text, strict=True), None) is not None:
        return False
    told = layout.lines[below].text.strip()
    return below - i <= 2 and (
        _TOLD.search(told) is not None or RUNNING_VERB.holds(told) or label_at(told, ITEM_KINDS) is not None
    )
