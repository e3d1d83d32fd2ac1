"""Columns of text side by side («Beslut | Skickas till») put one below the other, the left one first.

A column shows by where it begins: the same place on line after line, with nothing but a gap before it, and no line that crosses
it. Rows that belong together across (a table of tasks, members with their substitutes) stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from loaders.reading.lexicon.labels import (
    ALL_KINDS,
    ITEM_KINDS,
    MEETING_KINDS,
    OFFICE_KINDS,
    PEOPLE_KINDS,
    LabelHit,
    label_at,
)
from loaders.reading.lexicon.names import find_names
from loaders.reading.text.letters import LOWER
from loaders.reading.text.sheet import Line

_GAP = re.compile(r"(?<=\S)\s{3,}(?=\S)|^\s{16,}(?=\S)")
_ABOVE_PARTS = ITEM_KINDS - {"responsible", "diary", "decided-at-once"}
_ABOVE_LISTS = PEOPLE_KINDS | MEETING_KINDS
_HEAD = re.compile(r"\s*(?:#+\s|(?:[\w.]{1,8}\s)?§+\s*\d|\d{1,4}\s*§)|.*?\s{2,}§\s?\d+\s+[A-ZÅÄÖ]")
_NUMBERED = re.compile(r"\s*(\d{1,4})[.)]?\s+\S")
_MARK = re.compile(r"\s*(?:ja|nej|[x1✓–—-]|(?:från|när)v\w*\.?)\s*(?:[,(].*)?$", re.IGNORECASE)
_MOST = 200  # lines of such columns
_PARTED = 2  # blank lines that end what stands side by side
_FEWEST_LISTED = 3  # lines of people in either column
_FEWEST_PROSE = 4  # lines on which a sentence of either column goes on
_PROSE = 25  # characters of a line of prose
_SENTENCE = re.compile(rf"[{LOWER}]+(?:[-\s]|,\s)+[{LOWER}]+\s")


@dataclass(frozen=True, slots=True)
class _Block:
    """The lines [first, last) whose text from column `at` on stands beside the rest."""

    first: int
    last: int
    at: int


def unpicked(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Put columns of text one below the other; every line keeps its place in the sheet."""
    result: list[Line] = []
    done = 0
    for i in range(len(lines)):
        block = _block_at(lines, i) if i >= done and not lines[i].blank else None
        if block is not None:
            result += lines[done : block.first]
            result += _parted(lines[block.first : block.last], block.at)
            done = block.last
    return (*result, *lines[done:]) if done else lines


def _parted(lines: Iterable[Line], at: int) -> Iterable[Line]:
    """Yield the left parts of the lines, then the right ones, and an empty line where the block ends."""
    rows = tuple(lines)
    for line in rows:
        yield Line(line.start, line.start + len(line.text[:at].rstrip()), line.text[:at].rstrip())
    right = [line for line in rows if line.text[at:].strip()]
    for line in rows[rows.index(right[0]) : rows.index(right[-1]) + 1]:
        start = min(line.start + at, line.end)
        yield Line(start, line.end, line.text[at:])
    yield Line(rows[-1].end, rows[-1].end, "")


def _block_at(lines: tuple[Line, ...], i: int) -> _Block | None:
    """Find the columns side by side that begin at a line: under labels, as lists of people, or as prose."""
    cells = _two_cells(lines[i].text)
    if cells is None:
        return None
    left, right, at = cells
    label = label_at(right, ALL_KINDS)
    if label is None:
        return _prose(lines, i, at)
    if not label.alone:
        return None
    if label.kind in _ABOVE_PARTS:
        above = label_at(left, _ABOVE_PARTS)
        told = len(left) > _PROSE and _SENTENCE.search(left) is not None
        return _parts(lines, i, at) if told or not left or (above is not None and above.alone) else None
    return _lists(lines, i, at) if label.kind in _ABOVE_LISTS else None


def _two_cells(text: str) -> tuple[str, str, int] | None:
    """Cut a line at its only wide gap: left cell, right cell, where the right one begins."""
    if "|" in text or "\t" in text:
        return None
    gaps = list(_GAP.finditer(text.rstrip()))
    if len(gaps) != 1:
        return None
    at = gaps[0].end()
    return text[:at].strip(), text[at:].strip(), at


def _reach(lines: tuple[Line, ...], i: int, at: int) -> int:
    """Return where the lines from `i` on end that keep clear of the gap before a column."""
    blank = 0
    end = min(i + _MOST, len(lines))
    for j in range(i, end):
        text = lines[j].text
        if lines[j].blank:
            blank += 1
            if blank >= _PARTED:
                return j - 1
            continue
        blank = 0
        clear = len(text.rstrip()) < at - 1 or not text[max(at - 2, 0) : at].strip()
        if not clear or (j > i and _HEAD.match(text) is not None):
            return j
    return end


def _filled(lines: tuple[Line, ...], first: int, last: int, at: int) -> list[int]:
    """List the lines with text in the right column."""
    return [j for j in range(first, last) if lines[j].text[at:].strip()]


def _parts(lines: tuple[Line, ...], i: int, at: int) -> _Block | None:
    """Take the parts of an item beside each other, up to the next label or head on the left that nothing stands beside."""
    last = _reach(lines, i, at)
    for j in range(i + 1, last):
        label = label_at(lines[j].text[at:], _ABOVE_PARTS)
        beside = label_at(lines[j].text[:at], _ABOVE_PARTS)
        if label is not None and label.alone and beside is not None and lines[j].text[:at].strip():
            last = j  # the next pair of labels
            break
    right = _filled(lines, i, last, at)
    if len(right) < 2 or not any(lines[j].text[:at].strip() for j in range(i, last)):
        return None
    for j in range(right[-1] + 1, last):
        if _begins_anew(lines, i, j):
            return _Block(i, j, at)
    return _Block(i, last, at)


def _begins_anew(lines: tuple[Line, ...], i: int, j: int) -> bool:
    """Tell a label, or the head of another item, below the columns; a number that goes on with theirs is a point's."""
    label = label_at(lines[j].text, ALL_KINDS)
    if label is not None and lines[j - 1].blank:
        return True
    number = _NUMBERED.match(lines[j].text)
    if number is None or not lines[j - 1].blank:
        return False
    before = [found[1] for k in range(i + 1, j) if (found := _NUMBERED.match(lines[k].text)) is not None]
    return not before or int(number[1]) != int(before[-1]) + 1


def _lists(lines: tuple[Line, ...], i: int, at: int) -> _Block | None:
    """Take lists beside each other, where a label stands beside somebody or alone: so the rows do not belong together."""
    first = i
    while first and i - first < _MOST and not lines[first - 1].blank and _is_clear(lines[first - 1].text, at):
        first -= 1
    last = _reach(lines, first, at)
    right = _filled(lines, first, last, at)
    labels = [j for k, j in enumerate(right) if _opens_list(lines, right, k, at)]
    lefts = [lines[j].text[:at] for j in range(first, last) if lines[j].text[:at].strip()]
    listed = [text for text in lefts if label_at(text, ALL_KINDS, bare=True) is None]
    apart = any(_alone(lines[j].text[:at], ALL_KINDS) is None for j in labels)
    few = min(len(listed), len(right) - len(labels)) < _FEWEST_LISTED
    marked = sum(_MARK.match(lines[j].text[at:]) is not None for j in right) * 2 > len(
        right
    )  # «Närvaro» of whom it stands beside
    if few or marked or not apart or len(listed) * 2 < len(lefts) or right[0] not in labels:
        return None
    return _Block(right[0], last, at)


def _opens_list(lines: tuple[Line, ...], right: list[int], k: int, at: int) -> bool:
    """Tell a label that somebody stands below from an office beside who holds it («Eva Alm (S)      Ordförande»)."""
    text = lines[right[k]].text
    label = _alone(text[at:], _ABOVE_LISTS)
    if label is None or label.kind not in OFFICE_KINDS or not text[:at].strip():
        return label is not None
    below = [lines[j].text[at:].strip() for j in right[k + 1 : k + 2]]
    return any(name.start == 0 for text in below for name in find_names(text))


def _is_clear(text: str, at: int) -> bool:
    return len(text.rstrip()) < at - 1 or (not text[max(at - 2, 0) : at].strip() and bool(text[:at].strip()))


def _alone(text: str, kinds: frozenset[str]) -> LabelHit | None:
    label = label_at(text, kinds)
    return label if label is not None and label.alone else None


def _prose(lines: tuple[Line, ...], i: int, at: int) -> _Block | None:
    """Take sentences that go on in two columns over several lines, with one gap at one place on each."""
    last = i
    while last < min(i + _MOST, len(lines)) and (cells := _two_cells(lines[last].text)) is not None and cells[2] == at:
        last += 1
    rows = [(line.text[:at].strip(), line.text[at:].strip()) for line in lines[i:last]]
    if len(rows) < _FEWEST_PROSE:
        return None
    for column in zip(*rows, strict=True):
        wide = sum(len(cell) >= _PROSE for cell in column[:-1])
        goes_on = sum(cell[:1].islower() for cell in column[1:])
        if wide < len(column) - 1 or goes_on * 2 < len(column) - 1:
            return None
    return _Block(i, last, at)
