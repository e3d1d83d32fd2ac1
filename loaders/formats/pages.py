"""Pages of text as one text («sidor»)."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

PAGE_BREAK = "\f"
_EDGE = 5  # lines at the top and at the bottom of a page among which heads and feet are looked for
_NUMBERS = re.compile(r"\d+")
_SHORTEST_SHARE = 0.5  # of the pages must have a line for it to be a head


class Pages(NamedTuple):
    """The text of all pages, with a form feed between them, and where each begins.

    `running` are the spans of lines that stand at the edge of page after page; where they stand first they are text.
    """

    text: str
    offsets: tuple[int, ...]
    running: tuple[tuple[int, int], ...] = ()
    ocr: bool = False
    unread: tuple[int, ...] = ()


def join_pages(pages: list[str], *, ocr: bool = False, unread: tuple[int, ...] = ()) -> Pages:
    """Join the pages, and find their heads and feet by what they repeat."""
    offsets = []
    offset = 0
    for page in pages:
        offsets.append(offset)
        offset += len(page) + len(PAGE_BREAK)
    return Pages(PAGE_BREAK.join(pages), tuple(offsets), _running(pages, offsets), ocr, unread)


def _running(pages: list[str], offsets: list[int]) -> tuple[tuple[int, int], ...]:
    edges = [_edge_lines(page) for page in pages]
    often = Counter(key for edge in edges for key in {key for key, _, _ in edge})
    enough = max(3, _SHORTEST_SHARE * sum(1 for edge in edges if edge))
    said: set[str] = set()
    spans = []
    for edge, offset in zip(edges, offsets, strict=True):
        for key, start, end in edge:
            if often[key] >= enough:
                if key in said:
                    spans.append((offset + start, offset + end))
                said.add(key)
    return tuple(sorted(set(spans)))


def _edge_lines(page: str) -> list[tuple[str, int, int]]:
    """Return the outer lines of a page, keyed without their numbers, with their spans."""
    lines = []
    start = 0
    for line in page.split("\n"):
        if line.strip():
            lines.append((_NUMBERS.sub("0", " ".join(line.split())).casefold(), start, start + len(line)))
        start += len(line) + 1
    return lines if len(lines) <= 2 * _EDGE else lines[:_EDGE] + lines[-_EDGE:]
