"""A task of a table or a list: who, what, by when, and of which item it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from loaders.minutes import Assignment
from loaders.reading.facts.assignees import can_act, named_by_meeting
from loaders.reading.items.context import Context
from loaders.reading.items.deadlines import NEXT_MEETING, deadline_of
from loaders.reading.lexicon.dates import find_dates
from loaders.reading.lexicon.names import find_names
from loaders.reading.text.letters import clean, fold
from loaders.reading.text.sheet import Sheet

_NUMBER = re.compile(r"(?:§+|punkt|p\.?|ärende)?\s*(\d{1,4})(?:\s?([a-h]))?\.?", re.IGNORECASE)
_AND = re.compile(r"\s*[,/&+]\s*|\s+(?:och|samt)\s+")
_LONGEST = 80  # characters of who is told
_STEM = 5  # letters by which a word is known again


class Listed(NamedTuple):
    """A task, and the number of the item that it names."""

    task: Assignment
    item: str | None


def is_number(words: str) -> str | None:
    """Return the number of an item, where the words are one («§ 4», «punkt 4 b»)."""
    match = _NUMBER.fullmatch(words.strip())
    return None if match is None else " ".join(filter(None, match.groups())).lower()


def can_be_told(who: str, context: Context) -> bool:
    """Tell somebody at the meeting, a group or an office from other words before a colon."""
    return are_named(who, context) or can_act(who, [], context)


def are_named(who: str, context: Context) -> bool:
    """Tell whether words are nothing but names of those at the meeting, by the first name alone where it is enough."""
    return bool(named_by_meeting(_AND.sub(", ", clean(who)), context))


def told_by_name(who: str, context: Context) -> tuple[str, ...]:
    """Name those told: in full, by a first name that only one at the meeting has, else by the words for them."""
    full = list(find_names(who, context.known))
    told: list[str] = [name.name for name in full]
    rest = who
    for name in reversed(full):
        rest = rest[: name.start] + rest[name.end :]
    others = (words for words in map(clean, _AND.split(rest)) if re.search(r"\w{2}", words))
    told += [context.by_first_name(words) or words for words in others]
    return tuple(told)


def listed_task(
    who: str, task: str, due: str, sheet: Sheet, spans: Sequence[tuple[int, int]], context: Context
) -> Assignment | None:
    """Make a task of the cells of a row; None where they tell of none."""
    told, words = told_by_name(who, context), clean(task)
    if not told or not re.search(r"\w{3}", words) or len(who) > _LONGEST:
        return None
    day = next((hit.value for hit in find_dates(due, context.date)), None)
    if day is None and NEXT_MEETING.holds(due):
        day = context.next_date
    if day is None and not due:
        day = deadline_of(task, context)
    return Assignment(assignee=told, task=words, deadline=day, evidence=tuple(sheet.evidence(*span) for span in spans))


def given_once(tasks: Iterable[Assignment]) -> Iterator[Assignment]:
    """Yield the tasks without those that a list only repeats: the same people, and most of the same words."""
    kept: list[Assignment] = []
    for task in tasks:
        again = next((one for one in kept if set(one.assignee) == set(task.assignee) and _same(one, task)), None)
        if again is None:
            kept.append(task)
    yield from kept


def _same(one: Assignment, other: Assignment) -> bool:
    a, b = ({word[:_STEM] for word in fold(task.task).split()} for task in (one, other))
    both = one.deadline is None or other.deadline is None or one.deadline == other.deadline
    return both and len(a & b) * 3 >= min(len(a), len(b)) * 2
