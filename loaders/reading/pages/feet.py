"""Pages whose item's number stands at the foot («16 §» under the text), as some systems print it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.reading.text.sheet import Line, Sheet

_NUMBER = re.compile(r"\s*(?:(\d{1,4})\s*§|§\s*(\d{1,4}))\s*")
_PAGE = re.compile(r"\s*\d{1,3}\s*")
_LONGEST = 6  # lines of a foot
_FEWEST = 3  # pages that have it


def foot_numbers(sheet: Sheet, lines: Sequence[Line]) -> dict[int, tuple[str, int]]:
    """Find the lines of feet: each with the item's number and the first line of its page; none where few pages have one."""
    found: dict[int, tuple[str, int]] = {}
    pages = 0
    first = 0
    for i, line in enumerate(lines):
        if line.end < len(sheet.text) and sheet.text[line.end] != "\f" and i + 1 < len(lines):
            continue
        foot = _foot(lines, first, i)
        pages += bool(foot)
        found |= {at: (number, first) for at, number in foot.items()}
        first = i + 1
    return found if pages >= _FEWEST else {}


def _foot(lines: Sequence[Line], first: int, last: int) -> dict[int, str]:
    """Take the lines at a page's end that say its number, and nothing but this twice at most between running heads."""
    full = [i for i in range(first, last + 1) if not lines[i].blank][-_LONGEST:]
    numbers = {i: match for i in full if (match := _NUMBER.fullmatch(lines[i].text))}
    told = {match[1] or match[2] for match in numbers.values()}
    if len(told) != 1 or not full or (full[-1] not in numbers and not _PAGE.fullmatch(lines[full[-1]].text)):
        return {}
    number = told.pop()
    return dict.fromkeys([*numbers, *(i for i in full[-1:] if i not in numbers)], number)
