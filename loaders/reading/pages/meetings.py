"""Where one meeting's minutes end and the next begin, in a file that holds several, or the same ones twice.

It is found from the text before anything else is made of it, so that no more than one meeting's lines are ever held. For the whole
text is looked at: whether it came flattened, and which titles come back with their dates, page after page.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise, repeat
from typing import NamedTuple

from loaders.reading.lexicon.dates import find_dates
from loaders.reading.lexicon.labels import ABBREVIATED, PEOPLE_KINDS, label_at
from loaders.reading.pages.flattened import unflattened
from loaders.reading.pages.furniture import carries_none, line_key
from loaders.reading.rules import Rule
from loaders.reading.text.sheet import Line, Sheet

TITLE_WORD = Rule(
    "title-word",
    r"(?:protokoll(?!et\b)|\b(?:minnesanteckningar|mötesanteckningar|styrelsemöte|årsmöte|föreningsstämma)\b)",
    "Sammanträdesprotokoll",
    "Protokollet justerades 2024-04-15",
)
TELLS_NEXT = Rule(
    "tells-next",
    r"[\s•*–-]*(?:nästa|kommande|nästkommande|följande)\s",
    "Nästa styrelsemöte är fredag 12 maj 2023.",
    "Styrelsemöte 12 maj 2023",
    at="start",
)
TOLD = Rule(
    "told",
    rf"\s*(?:(?:{ABBREVIATED}\s+)?§\s*\d+(?:\s+\w|\s*$)|\d+\s+§(?:\s+\w|\s*$)|beslut\b)",
    "Ks § 4 Budget",
    "§§ 4-9",
    at="start",
)
SIGNED = Rule(
    "signed-number",
    rf"\s*(?:(?:{ABBREVIATED}\s+)?§\s*(?P<number>\d{{1,4}})(?![\d\s]*[-–,]\s*\d)|(?P<before>\d{{1,4}})\s+§(?!§))",
    "Ks § 179",
    "§ 179-186",
    at="start",
)
EXTRACT = Rule("extract", r"utdrag", "Protokollsutdrag", "Protokoll")
_YEAR = re.compile(r"(?:19|20)\d\d|\d{6}")
_RECIPIENTS = frozenset({"recipients"})
_OF_ITEMS = frozenset({"recipients", "decision", "reservation", "voting"})
_ATT = re.compile(r"att\b", re.IGNORECASE)
_SHORTEST = 12  # lines of minutes, the title's among them
_TITLE = 120  # characters of a title's line at most
_BELOW = 18  # lines in which a title's date and attendance stand
_DATED = 8  # lines with text in which its date stands
_PAGES = 3  # times that a title and its date stand in a file where pages are headed by them


class _Title(NamedTuple):
    """A line that can be a title: its number, it and the line of its date folded, that day, whether a meeting opens there, and whether it heads an extract."""

    line: int
    key: tuple[str, str]
    day: dt.date | None
    opens: bool
    receives: bool

    @property
    def head(self) -> str:
        """The line itself, folded."""
        return self.key[0]


def split_meetings(sheet: Sheet) -> Iterator[tuple[Sheet, tuple[Line, ...]]]:
    """Cut a sheet at every title block that an attendance follows: yield the sheet of each meeting, and its lines."""
    every = unflattened(sheet.text)
    openings = _openings(sheet, every)
    lines: list[Line] = []
    opened, start = False, 0  # a line can begin below blank ones, which are the first meeting's all the same
    for number, line in enumerate(every):
        lines.append(line)
        if number in openings and not (opened and openings[number]):
            if opened and len(lines) - 1 > _SHORTEST:
                first = _block_start(sheet, lines)
                yield _cut(sheet, lines[:first], start, lines[first].start)
                lines, start = lines[first:], lines[first].start
            opened = True
    yield _cut(sheet, lines, start, len(sheet.text))


def _cut(sheet: Sheet, lines: list[Line], start: int, end: int) -> tuple[Sheet, tuple[Line, ...]]:
    return sheet.part(start, end), tuple(line.moved(-start) for line in lines) if start else tuple(lines)


def _openings(sheet: Sheet, lines: Iterable[Line]) -> dict[int, bool]:
    """Find the lines that open a meeting, by number; each with whether it can head an extract («Protokollsutdrag / …») as well.

    A title that comes back with the same date, page after page, is a running head («sidhuvud») but where it stands first.
    """
    titles = list(_titles(sheet, lines))
    often = Counter(title.key for title in titles)
    first = {title.key: title.line for title in reversed(titles)}
    found = [title for title in titles if title.opens and (often[title.key] < _PAGES or first[title.key] == title.line)]
    numbers = _numbers(lines) if len(found) > 1 else []
    running = {below.line for above, below in pairwise(found) if _runs_on(above, below, numbers)}
    return {title.line: title.receives for title in found if title.line not in running}


def _numbers(lines: Iterable[Line]) -> list[tuple[int, int]]:
    """List the numbers of items (§) that lines begin with, each behind its line's."""
    heads = ((number, SIGNED.find(line.text)) for number, line in enumerate(lines) if "§" in line.text)
    return [(number, int(head["before"] or head["number"])) for number, head in heads if head is not None]


def _runs_on(above: _Title, below: _Title, numbers: list[tuple[int, int]]) -> bool:
    """Tell the head of a page of the same minutes: the same words and day again, and the numbers of items count on."""
    if above.head != below.head or above.day is None or above.day != below.day or EXTRACT.holds(below.head):
        return False
    at = bisect_left(numbers, (below.line, 0))
    return 0 < at < len(numbers) and numbers[at][1] - numbers[at - 1][1] == 1


def _titles(sheet: Sheet, lines: Iterable[Line]) -> Iterator[_Title]:
    """Yield the lines that have a title's word and a year close below, each looked at with the lines below it."""
    window: deque[Line | None] = deque(maxlen=_BELOW)
    for number, line in enumerate(chain(lines, repeat(None, _BELOW - 1)), start=1 - _BELOW):
        window.append(line)
        if number >= 0 and (first := window[0]) is not None and _has_title_word(first.text):
            title = _title(sheet, [below for below in window if below is not None], number)
            if title is not None:
                yield title


def _has_title_word(text: str) -> bool:
    return len(text) <= _TITLE and TITLE_WORD.holds(text) and not TELLS_NEXT.holds(text)


def _title(sheet: Sheet, lines: list[Line], number: int) -> _Title | None:
    """Return the first of these lines as a title where a year stands close below."""
    if not _is_text(sheet, lines[0]):
        return None
    texts = [line.text for line in lines if _is_text(sheet, line)]
    dated = next((one for one in texts[:_DATED] if _YEAR.search(one)), None)
    if dated is None:
        return None
    key = (line_key(texts[0]), line_key(dated))
    day = next((hit.value for hit in find_dates(dated)), None)
    return _Title(number, key, day, _opens(texts), label_at(texts[0], _RECIPIENTS) is not None)


def _is_text(sheet: Sheet, line: Line) -> bool:
    return not line.blank and carries_none(sheet, line) is None


def _opens(texts: list[str]) -> bool:
    """Tell whether an attendance stands close below a title, before anything else is told."""
    attendance = next((k for k, text in enumerate(texts) if _is_attendance(text)), None)
    return attendance is not None and not any(map(_is_told, texts[:attendance]))


def _is_told(text: str) -> bool:
    """Tell what stands in an item, or heads it, from the lines of a title block."""
    label = label_at(text, _OF_ITEMS)
    return TOLD.holds(text) or (label is not None and label.alone)


def _is_attendance(text: str) -> bool:
    label = label_at(text, PEOPLE_KINDS)
    return label is not None and label.kind == "members"


def _block_start(sheet: Sheet, lines: list[Line]) -> int:
    """Walk back from a title, the last of these lines, over those that head it (organisation, place), to the text above them."""
    title = start = len(lines) - 1
    while start - 1 > 0 and title - start < 6:
        text = lines[start - 1].text.strip()
        told = len(text) > 60 or text.endswith(".") or _ATT.match(text) is not None
        if text and told and carries_none(sheet, lines[start - 1]) is None:
            break
        start -= 1
    return start
