"""Two copies of the same meeting in one file, made one."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from functools import reduce

import msgspec

from loaders.minutes import AgendaItem, Attendance, Meeting, Minutes, ReadingWarning
from loaders.reading.text.letters import fold

MeetingKey = tuple[dt.date, str, str | None]
"""By what two copies of the same meeting are known: its day, body and beginning."""


def key_of(meeting: Meeting) -> MeetingKey | None:
    """Return a meeting's key; None where it has no date."""
    return None if meeting.date is None else (meeting.date, fold(meeting.body or ""), meeting.start)


def copies_of(keys: Iterable[MeetingKey | None]) -> list[list[int]]:
    """Group the numbers of those that are copies of one meeting, in the order of the first."""
    groups: dict[MeetingKey | int, list[int]] = {}
    for number, key in enumerate(keys):
        groups.setdefault(number if key is None else key, []).append(number)
    return list(groups.values())


def merged(copies: Sequence[Minutes]) -> Minutes:
    """Make one of the copies of a meeting; the first copy's facts stand, the others fill what it lacks."""
    return reduce(_merged, copies)


def _merged(first: Minutes, second: Minutes) -> Minutes:
    warning = ReadingWarning(
        code="duplicate-copy",
        message="The file holds these minutes twice; they are read as one.",
        evidence=second.meeting.evidence[:1],
    )
    mentions = {(mention.kind, fold(mention.name)): mention for mention in (*second.mentions, *first.mentions)}
    return msgspec.structs.replace(
        first,
        meeting=_filled(first.meeting, second.meeting),
        participants=_union(first.participants, second.participants),
        items=_fuller(first.items, second.items),
        mentions=tuple(mentions.values()),
        warnings=(*first.warnings, warning),
    )


def _filled(first: Meeting, second: Meeting) -> Meeting:
    names = (name for name in Meeting.__struct_fields__ if getattr(first, name) is None)
    return msgspec.structs.replace(first, **{name: getattr(second, name) for name in names})


def _union(first: tuple[Attendance, ...], second: tuple[Attendance, ...]) -> tuple[Attendance, ...]:
    names = {fold(person.name) for person in first}
    return (*first, *(person for person in second if fold(person.name) not in names))


def _fuller(first: tuple[AgendaItem, ...], second: tuple[AgendaItem, ...]) -> tuple[AgendaItem, ...]:
    """Take each number once, from the copy that has more to tell of it."""
    items = {item.number: item for item in first}
    for item in second:
        held = items.get(item.number)
        if held is None or _told(item) > _told(held):
            items[item.number] = item
    return tuple(sorted(items.values(), key=_order))


def _told(item: AgendaItem) -> int:
    return len(item.decisions) + len(item.groups) + len(item.appointments) + len(item.assignments)


def _order(item: AgendaItem) -> tuple[list[int], str]:
    """Rank «4.13», «140» and «140 b» as they follow each other."""
    return [int(number) for number in re.findall(r"\d+", item.number)], item.number
