"""The meeting's own facts («protokollshuvud»): body, organisation, number, date, times, place, range, adjustment, next."""

from __future__ import annotations

import re
from collections import Counter

import msgspec

from loaders.minutes import Meeting, ReadingWarning
from loaders.reading.heading.bodies import body_kind
from loaders.reading.heading.fields import read_labels
from loaders.reading.heading.found import Found
from loaders.reading.heading.prose import (
    read_broken_date,
    read_date,
    read_prose,
    read_range,
    read_sentences,
    read_times,
)
from loaders.reading.heading.title import read_title
from loaders.reading.lexicon.dates import find_dates
from loaders.reading.lexicon.places import municipality_of
from loaders.reading.pages.layout import Layout
from loaders.reading.text.letters import LOWER, UPPER, fold

_NOTICE_BOARD = re.compile(
    rf"(?<=på\s)(?:[^.\n]{{3,60}},\s+)?((?:[{UPPER}][{LOWER}]+)(?:\s[{UPPER}{LOWER}]+){{0,3}}?)s\s+(?:digitala\s+)?anslagstavla"
)


def read_meeting(
    layout: Layout, first_head: int, tail: int, numbers: list[str], organisations: Counter[str]
) -> tuple[Meeting, list[ReadingWarning]]:
    """Read the meeting from the lines before `first_head` and from `tail` on.

    `numbers` are the items' numbers; `organisations` those of officials present, by how often, which name the
    organisation where no heading does.
    """
    found = Found(layout.sheet)
    front = layout.text_lines(0, first_head)
    read_labels(layout, front, found)
    read_title(layout, front, found)
    read_date(layout, front, found)
    read_broken_date(layout, front, found)
    read_times(layout, front, found)
    read_prose(layout, front, found)
    read_labels(layout, layout.text_lines(tail, len(layout.lines)), found, tail=True)
    read_sentences(layout, found)
    read_range(layout, front, found)
    _infer_organisation(layout, found, organisations)
    meeting = msgspec.structs.replace(
        found.meeting,
        body_kind=body_kind(found.meeting.body or ""),
        first_item=found.meeting.first_item or (numbers[0].split()[0] if numbers else None),
        last_item=found.meeting.last_item or (numbers[-1].split()[0] if numbers else None),
        evidence=tuple(dict.fromkeys(found.evidence)),
    )
    return meeting, _doubts(layout, meeting)


# what sends members to bodies rather than housing them
_MEMBER_ORGANISATION = re.compile(
    r"(?:Region|Landsting|Länsstyrelse|Polis|Arbetsförmedling|Försäkringskassa)", re.IGNORECASE
)


def _infer_organisation(layout: Layout, found: Found, organisations: Counter[str]) -> None:
    """Name the organisation by its officials present or by the notice board («… anslagstavla») when no heading does."""
    if found.has("organisation"):
        return
    text = layout.sheet.text
    for name, often in organisations.most_common(1):
        if _MEMBER_ORGANISATION.match(name) or 2 * often <= organisations.total():
            return  # one of those who send members
        plain = re.sub(r"^(?:sekretariatet|kansliet)\s+", "", name)
        if plain[:1].isupper() and text.count(plain) >= 3 and fold(plain) != fold(found.meeting.body or ""):
            at = text.index(plain)
            found.note("organisation", plain, at, at + len(plain))
            return
    match = _NOTICE_BOARD.search(text)
    if match is not None and municipality_of(match[1]) is None:
        found.note("organisation", match[1], match.start(1), match.end(1))


def _doubts(layout: Layout, meeting: Meeting) -> list[ReadingWarning]:
    """Warn of a meeting without a date, and of the first running head that carries another."""
    if meeting.date is None:
        return [ReadingWarning(code="no-date", message="The minutes state no date for the meeting.")]
    for i, line in enumerate(layout.lines):
        if layout.furniture[i] != "running-head":
            continue
        hit = next(find_dates(line.text, short=False), None)
        if hit is not None and hit.value != meeting.date:
            message = f"A running head says {hit.value}; the title block says {meeting.date}."
            evidence = layout.sheet.evidence(line.start + hit.start, line.start + hit.end)
            return [ReadingWarning(code="date-conflict", message=message, evidence=(evidence,))]
    return []
