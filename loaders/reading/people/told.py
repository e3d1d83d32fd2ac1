"""Attendance told in sentences: «Med på mötet som ledamöter var …», «Anmält förhinder hade …», «… förde anteckningarna»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from loaders.reading.lexicon.attendance import ATTENDING
from loaders.reading.lexicon.labels import ALL_KINDS, label_at
from loaders.reading.lexicon.names import opens_with_name
from loaders.reading.pages.layout import Layout
from loaders.reading.people.clauses import Told, clauses_of, replacing
from loaders.reading.text.flow import flow, goes_on_below, sentences
from loaders.reading.text.letters import LOWER

_LISTS = frozenset({"members", "substitutes", "others", "officials", "guests", ATTENDING})
"""Those of whom a sentence in other words can tell more."""
_TABULAR = re.compile(r"\S(?:\s{3,}|\t)\S")
_GOES_ON = re.compile(rf"\s*[{LOWER}(]")
_FULL = 60
"""Characters of a line that ends where the page does, not where a person's entry does."""
_LONGEST = 40  # lines of a paragraph


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The lines [first, last) of a paragraph that tells in sentences who was there, and what these tell."""

    first: int
    last: int
    told: tuple[Told, ...]


def find_told(layout: Layout, first: int, last: int) -> list[Paragraph]:
    """Find the paragraphs of the lines [first, last) that tell in sentences who was there."""
    found: list[Paragraph] = []
    numbers = layout.text_lines(first, last)
    read_to = first
    for k, i in enumerate(numbers):
        if i < read_to:
            continue
        lines = _paragraph(layout, numbers[k : k + _LONGEST])
        read_to = lines[-1] + 1
        told = tuple(_told_in(layout, lines))
        if told:
            found.append(Paragraph(i, read_to, told))
    return found


def names_members(paragraph: Paragraph) -> bool:
    """Tell a paragraph that tells who the members are, or just who was there."""
    return any(told.kind in ("members", ATTENDING) for told in paragraph.told)


def _paragraph(layout: Layout, numbers: list[int]) -> list[int]:
    """Take the lines that a sentence begun on the first goes on in."""
    taken = numbers[:1]
    for above, i in pairwise(numbers):
        text, below = layout.lines[above].text.strip(), layout.lines[i].text
        goes_on = goes_on_below(text, below.strip()) or _GOES_ON.match(below) or len(text) >= _FULL
        if i != above + 1 or not goes_on or label_at(below, ALL_KINDS) is not None:
            break
        taken.append(i)
    return taken


def _told_in(layout: Layout, lines: list[int]) -> Iterator[Told]:
    """Yield what the sentences of a paragraph tell, where one of them does more than open with a label."""
    if any(_TABULAR.search(layout.lines[i].text.strip()) for i in lines):
        return
    paragraph = flow(layout.sheet, [layout.lines[i].span for i in lines])
    read = [(sentence, clauses_of(sentence)) for sentence in sentences(paragraph)]
    if all(clause.plain for _, clauses in read for clause in clauses):
        return
    above: Told | None = None
    for sentence, clauses in read:
        told = clauses
        if not told and (served := replacing(sentence)) is not None:
            told = [Told("members", "", served)]
        elif not told and above is not None and above.kind in _LISTS and opens_with_name(sentence.text):
            told = [Told(above.kind, above.words, sentence)]
        yield from told
        above = told[-1] if told else above
