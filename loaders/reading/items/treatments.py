"""Earlier treatments of a matter that stand above this meeting's own («Bildningsnämnden 21.3.2018 § 27»)."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from dataclasses import dataclass

from loaders.reading.items.formulas import is_own
from loaders.reading.lexicon.dates import MONTH_NAME, find_dates
from loaders.reading.lexicon.labels import ITEM_KINDS, label_at
from loaders.reading.pages.layout import Layout
from loaders.reading.rules import Rule
from loaders.reading.text.letters import UPPER

_WHO = rf"[{UPPER}][\w-]*(?:\s(?!den\b|§)[\w-]+){{0,2}}"
_DAY = rf"(?:den\s+)?(?:\d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|\d{{1,2}}\s(?:{MONTH_NAME})\s(?:19|20)\d\d)"
_NUMBER = r"(?:§\s?\d{1,4}|\d{1,4}\s?§)"
TREATED = Rule(
    "treated",
    rf"(?P<who>{_WHO})[\s,]+(?:{_NUMBER}[\s,/–-]+)?(?P<day>{_DAY})(?:[\s,/–-]+{_NUMBER})?[\s.:]*|{_NUMBER}[\s,]+(?P<after>{_WHO})[\s,]+(?P<last>{_DAY})[\s.:]*",
    "Ungdomsfullmäktige 20.2.2023, 13 §",
    "Mötet hölls 20.2.2023 i Ekby",
    at="whole",
    cased=True,
)
_ITEM = re.compile(r"§\s?(\d{1,4})|(?<![\d.])(\d{1,4})\s?§(?!\s?\d)")
_FURTHEST = 200  # lines of an earlier treatment
_DECIDED = frozenset({"decision"})
_NAMED = re.compile(r"\S+\s+beslut", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Treatment:
    """The head of a treatment: who treated the matter, when, under which §."""

    who: str
    date: dt.date | None
    item: str | None


@dataclass(frozen=True, slots=True)
class Treatments:
    """The lines [first, own) tell of earlier treatments, and this meeting's own is from `own` on."""

    first: int
    own: int


def earlier_treatments(
    layout: Layout, first: int, last: int, body: str | None, date: dt.date | None
) -> Treatments | None:
    """Find the earlier treatments of an item in the lines [first, last); None where none is told from its own.

    This meeting's own begins with its own head, below a line drawn across, or with a decision in its own name.
    """
    opened: int | None = None
    for i in range(first, last):
        if layout.furniture[i] == "rule" and opened is not None:
            below = layout.text_lines(i, last)[:1]
            if below and _day(layout.lines[below[0]].text, date) != "earlier":
                return Treatments(opened, i)
        if layout.furniture[i] is not None or layout.lines[i].blank:
            continue
        day = _day(layout.lines[i].text, date)
        if day == "earlier":
            opened = i if opened is None and not _is_listed(layout, i, first) else opened
        elif opened is not None and (day == "own" or _decides_in_own_name(layout.lines[i].text, body)):
            return Treatments(opened, i)
    return None


def treatment_above(layout: Layout, place: int) -> Treatment | None:
    """Return the head of the treatment that a place in the sheet stands under."""
    at = bisect_right(layout.lines, place, key=lambda line: line.start) - 1
    for i in range(at, max(at - _FURTHEST, -1), -1):
        text = layout.lines[i].text.strip()
        match = TREATED.find(text)
        if match is not None:
            item = _ITEM.search(text)
            return Treatment(
                match["who"] or match["after"],
                _day_in(match),
                None if item is None else item[1] or item[2],
            )
    return None


def _day_in(match: re.Match[str]) -> dt.date | None:
    hit = next(find_dates(match["day"] or match["last"]), None)
    return None if hit is None else hit.value


def _is_listed(layout: Layout, i: int, first: int) -> bool:
    """Tell a line of a list of documents or of recipients, under its label."""
    above = layout.text_lines(first, i)[-1:]
    return bool(above) and label_at(layout.lines[above[0]].text, ITEM_KINDS) is not None


def _day(text: str, date: dt.date | None) -> str | None:
    """Tell the head of an earlier treatment, and of this meeting's own, by its day."""
    match = TREATED.find(text.strip())
    if date is None or match is None:
        return None
    day = _day_in(match)
    if day is None:
        return None
    return "own" if day == date else "earlier" if day < date else None


def _decides_in_own_name(text: str, body: str | None) -> bool:
    """Tell «Kommunstyrelsens beslut», or «Ks beslut», from a mere «Beslut»."""
    hit = label_at(text, _DECIDED)
    return hit is not None and body is not None and _NAMED.match(hit.words) is not None and is_own(hit.words, body)
