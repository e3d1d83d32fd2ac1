"""Titles torn from their numbers: the likeliest headings up to the next number, in order."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.reading.items.candidates import Candidate
from loaders.reading.items.forms import ASIDE, DIARY_ALONE, LETTER_FORM, REFERENCE, SUB_HEAD
from loaders.reading.lexicon.acts import RUNNING_VERB
from loaders.reading.lexicon.labels import ALL_KINDS, label_at
from loaders.reading.lexicon.names import find_names
from loaders.reading.pages.layout import Layout

_TITLES = frozenset({"information", "adjuster", "adjusting", "next", "contents", "members"})
_TELLING = frozenset({"decision", "proposal", "basis"})
_NO_HEADING = re.compile(r"[-•*–]|\d+[.)]\s|Att\b|§")
_DIARY = re.compile(r"\s*(?:Dnr|Diarienr|Diarienummer|Ärendenr)\b\.?:?\s*[\w./:, -]{3,40}$")
_ATT = re.compile(r"att\b")


def is_diary(text: str) -> bool:
    """Tell a line that holds a diary number and nothing else."""
    return _DIARY.match(text) is not None or DIARY_ALONE.holds(text.strip())


Torn = tuple[int, int, tuple[tuple[int, int], ...]]
"""The first line that a title takes, the last, and the sheet spans of the title."""


@dataclass(frozen=True, slots=True)
class _Block:
    """The opening of a paragraph: its lines, and how much it looks like a heading."""

    lines: tuple[int, ...]
    score: int


def torn_titles(layout: Layout, group: list[Candidate], end: int) -> list[Torn]:
    """Find a title for each number of a group that stands alone, between it and the line `end`."""
    blocks = _blocks(layout, group[-1].line + 1, end)
    if len(group) == 1 and blocks and blocks[0].score > -2:
        chosen = blocks[:1]
    else:
        likeliest = sorted(blocks, key=lambda block: -block.score)[: len(group)]
        chosen = sorted(likeliest, key=lambda block: block.lines)
    return [(block.lines[0], block.lines[-1], tuple(layout.lines[i].span for i in block.lines)) for block in chosen]


def _blocks(layout: Layout, first: int, end: int) -> list[_Block]:
    """List the openings of paragraphs, each with the lines that it wraps to."""
    numbers = [i for i in layout.text_lines(first, end) if not is_diary(layout.lines[i].text)]
    blocks: list[_Block] = []
    k = 0
    while k < len(numbers):
        if not _opens(layout, numbers, k, first):
            k += 1
            continue
        stop = k + 1
        while stop < min(len(numbers), k + 6) and _wraps(layout, numbers, stop):
            stop += 1
        blocks.append(_Block(tuple(numbers[k:stop]), _score(layout, numbers, k, stop)))
        k = stop
    return blocks


def _opens(layout: Layout, numbers: list[int], k: int, first: int) -> bool:
    """Tell a line that can open a heading: after a gap, with a capital, no label and no point of a list."""
    text = layout.lines[numbers[k]].text.strip()
    if k and numbers[k - 1] + 1 == numbers[k]:
        return False
    label = label_at(text, ALL_KINDS)
    shouted = k == 0 and text.isupper() and label is not None and label.alone and label.kind not in _TELLING
    below = numbers[k] == first or (k == 0 and label is not None and label.kind == "next")
    titled = below and label is not None and label.alone and label.kind in _TITLES
    return (
        len(text) <= 160
        and not text[0].islower()
        and not _NO_HEADING.match(text)
        and (label is None or shouted or titled)
    )


def _wraps(layout: Layout, numbers: list[int], stop: int) -> bool:
    text = layout.lines[numbers[stop]].text.strip()
    before = layout.lines[numbers[stop - 1]].text.rstrip()
    return (
        (text[0].islower() or text[0].isdigit() or text[0] == "(")
        and not before.endswith(".")
        and not _ATT.match(text)
        and not SUB_HEAD.match(text)
        and not LETTER_FORM.holds(text)
        and not REFERENCE.holds(text)
        and not ASIDE.holds(text)
    )


def _score(layout: Layout, numbers: list[int], k: int, stop: int) -> int:
    """Weigh an opening by itself, by what stands above it and by what follows: a label, a presenter's name."""
    title = " ".join(layout.lines[i].text.strip() for i in numbers[k:stop])
    above = layout.lines[numbers[k - 1]].text.rstrip() if k else ""
    below = layout.lines[numbers[stop]].text if stop < len(numbers) else ""
    label = label_at(below, ALL_KINDS)
    score = 0 if label is None else 3 if label.kind == "presenters" else 2
    if RUNNING_VERB.holds(title):
        score -= 2
    if title.endswith(":") or above.endswith(":"):
        score -= 2
    if next(find_names(title, strict=True), None) is not None:
        score -= 3
    if len(below) < 60 and next(find_names(below, strict=True), None) is not None:
        score += 1
    return score if title.endswith(".") else score + 1
