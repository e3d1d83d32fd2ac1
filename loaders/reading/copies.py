"""Two copies of the same meeting in one file, made one."""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from loaders.minutes import AgendaItem, Attendance, Meeting, Minutes, ReadingWarning
from loaders.reading.text.letters import fold

_Key = tuple[dt.date | None, str, str | None] | int


def merge_copies(read: list[Minutes]) -> list[Minutes]:
    """Make one of two copies of the same meeting; the first copy's facts stand, the second fills what it lacks."""
    result: dict[_Key, Minutes] = {}
    for number, minutes in enumerate(read):
        meeting = minutes.meeting
        undated = meeting.date is None
        key: _Key = number if undated else (meeting.date, fold(meeting.body or ""), meeting.start)
        result[key] = _merged(result[key], minutes) if key in result else minutes
    return list(result.values())


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
