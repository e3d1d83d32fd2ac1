"""Labels one below the other, and below them what each introduces: a column of labels read before the column beside it."""

from __future__ import annotations

import re
from itertools import pairwise

from loaders.reading.lexicon.labels import ALL_KINDS, MEETING_KINDS, OFFICE_KINDS, PEOPLE_KINDS, label_at
from loaders.reading.lexicon.names import find_names
from loaders.reading.pages.label_runs import dealt_blocks
from loaders.reading.pages.layout import Layout

_KINDS = MEETING_KINDS | PEOPLE_KINDS
_FEWEST = 3  # labels that make a column
_ONE_LINE = MEETING_KINDS | OFFICE_KINDS
_DIGIT = re.compile(r"\d")


def stacked_blocks(layout: Layout, numbers: list[int]) -> dict[int, range]:
    """Map the line of each label of such a column to the lines that it introduces; empty where there is no such column."""
    return _parted_blocks(layout, numbers) or {
        **_counted_blocks(layout, numbers),
        **dealt_blocks(layout, numbers),
        **_office_column(layout, numbers),
    }


def _parted_blocks(layout: Layout, numbers: list[int]) -> dict[int, range]:
    """Take the empty lines that part the labels as those that part what they introduce; labels without share a block."""
    run = _labels(layout, numbers)
    groups = _parted(layout, run)
    if len(run) < _FEWEST or len(groups) < _FEWEST:
        return {}
    blocks = _parted(layout, [i for i in numbers if i > run[-1]])[: len(groups)]
    if len(blocks) < len(groups):
        return {}
    found: dict[int, range] = {}
    for labels, block in zip(groups, blocks, strict=True):
        if len(block) < len(labels):
            return {}
        for k, label in enumerate(labels):
            last = block[-1] if label == labels[-1] else block[k]
            found[label] = range(block[k], last + 1)
    return found if all(_fits(layout, label, block) for label, block in found.items()) else {}


def _counted_blocks(layout: Layout, numbers: list[int]) -> dict[int, range]:
    """Give labels of one line each as many lines below them, in their order («Datum / Tid / Plats / 3 maj 2019 / 9–12 / Stadshuset»)."""
    found: dict[int, range] = {}
    run: list[int] = []
    for k, i in enumerate(numbers):
        hit = label_at(layout.lines[i].text, _KINDS)
        if hit is not None:
            run = [*run, i] if hit.alone and hit.kind in _ONE_LINE else []
            continue
        below = numbers[k : k + len(run)]
        dealt = {label: range(j, j + 1) for label, j in zip(run, below, strict=False)}
        after = numbers[k + len(run) : k + len(run) + 1]
        closed = len(below) == len(run) and (not after or _ends_column(layout, after[0]))
        if len(run) > 1 and closed and all(_fits(layout, label, block) for label, block in dealt.items()):
            found |= dealt
        run = []
    return found


def _ends_column(layout: Layout, after: int) -> bool:
    """Tell whether a column ends before a line: an empty one stands above it, or it is a label."""
    return layout.lines[after - 1].blank or label_at(layout.lines[after].text, ALL_KINDS) is not None


def _office_column(layout: Layout, numbers: list[int]) -> dict[int, range]:
    """Give the offices of a column of signatures the names below it, in their order («Sekreterare / Ordförande / Eva Alm / Bo Ek»)."""
    run: list[int] = []
    for k, i in enumerate(numbers):
        hit = label_at(layout.lines[i].text, OFFICE_KINDS)
        if hit is not None and hit.alone:
            run.append(i)
            continue
        below = numbers[k : k + len(run)]
        if len(run) > 1 and len(below) == len(run) and all(_is_name(layout, j) for j in below):
            return {label: range(j, j + 1) for label, j in zip(run, below, strict=True)}
        run = []
    return {}


def _is_name(layout: Layout, i: int) -> bool:
    names = list(find_names(layout.lines[i].text.strip()))
    return len(names) == 1 and names[0].start == 0


def _labels(layout: Layout, numbers: list[int]) -> list[int]:
    """Return the first run of lines that are labels and nothing else, long enough to be a column."""
    run: list[int] = []
    for i in numbers:
        hit = label_at(layout.lines[i].text, _KINDS)
        if hit is not None and hit.alone:
            run.append(i)
        elif len(run) >= _FEWEST:
            break
        else:
            run = []
    return run


def _parted(layout: Layout, numbers: list[int]) -> list[list[int]]:
    """Cut lines into blocks at the empty lines between them."""
    blocks: list[list[int]] = [numbers[:1]] if numbers else []
    for a, b in pairwise(numbers):
        if any(layout.lines[i].blank for i in range(a + 1, b)):
            blocks.append([])
        blocks[-1].append(b)
    return blocks


def _fits(layout: Layout, label: int, block: range) -> bool:
    """Tell whether a block can be what its label introduces: people, or a time and the like."""
    hit = label_at(layout.lines[label].text, _KINDS)
    text = " ".join(layout.lines[i].text for i in block)
    if hit is not None and hit.kind in PEOPLE_KINDS:
        return next(find_names(text), None) is not None
    return hit is not None and (hit.kind == "where" or _DIGIT.search(text) is not None)
