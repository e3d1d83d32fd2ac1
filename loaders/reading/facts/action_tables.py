"""Tables of tasks («åtgärdslista»): what, who, by when, a task a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.minutes import Assignment
from loaders.reading.items.context import Context, Item
from loaders.reading.items.deadlines import NEXT_MEETING
from loaders.reading.items.parts import Part
from loaders.reading.lexicon.dates import find_dates
from loaders.reading.lexicon.names import find_names
from loaders.reading.rules import Rule, first_rule
from loaders.reading.text.letters import clean
from loaders.reading.text.sheet import Sheet


def _head(name: str, pattern: str, example: str, counter: str) -> Rule:
    return Rule(name, rf"(?:{pattern}):?", example, counter, at="whole")


TASK_HEADS = (
    _head("task", r"vad|åtgärd(?:er)?|aktivitet(?:er)?|uppgift|uppdrag|att\s+göra|aktion|punkt", "Åtgärd", "Åtgärdat"),
    _head("who", r"vem|ansvarig(?:a)?|utförs\s+av|utförare|ansvar", "Ansvarig", "Ansvarigheten"),
    _head("due", r"när|klart?|senast|tid(?:punkt|plan)?|datum|deadline|klar\s+senast|klardatum|slutdatum", "Klart", "Klarhet"),
)  # fmt: skip
_CELL = re.compile(r"[^|\t]+")
_WIDE = re.compile(r"\S+(?:\s{1,2}\S+)*(?=\s{3,}|\s*$)")
_FEWEST = frozenset({"task", "who"})

Span = tuple[int, int]


def read_action_tables(item: Item, context: Context) -> Iterator[Assignment]:
    """Yield the tasks of the item's tables."""
    sheet = item.title.sheet
    for part in item.parts:
        for spans, row in _rows(sheet, part):
            yield from _task(sheet, spans, row, context)


def _rows(sheet: Sheet, part: Part) -> list[tuple[list[Span], dict[str, str]]]:
    """List the rows of a part's tables; a lone indented cell below a row goes on with its task."""
    rows: list[tuple[list[Span], dict[str, str]]] = []
    kinds: list[str] = []
    below = False
    for stretch in part.stretches:
        text = sheet.text[stretch.start : stretch.end]
        cells = cells_of(text)
        head = [_kind(text[low:high]) for low, high in cells]
        if set(head) >= _FEWEST:
            kinds, below = head, False
        elif below and len(cells) == 1 and text[:1].isspace() and not stretch.gap:
            spans, row = rows[-1]
            spans.append(stretch.span)
            row["task"] = f"{row.get('task', '')} {text.strip()}"
        elif not kinds or len(cells) < 2 or (stretch.gap and len(cells) != len(kinds)):
            kinds, below = ([] if text.strip("|:- \t") else kinds), False
        else:
            values = (text[low:high].strip() for low, high in cells)
            rows.append(([stretch.span], dict(zip(kinds, values, strict=False))))
            below = True
    return rows


def cells_of(text: str) -> list[Span]:
    """Cut a row of a table into its cells: between bars, tabs or wide gaps."""
    form = _CELL if "|" in text or "\t" in text else _WIDE
    return [match.span() for match in form.finditer(text) if match.group().strip()]


def _kind(cell: str) -> str:
    rule = first_rule(TASK_HEADS, cell.strip())
    return "other" if rule is None else rule.name


def _task(sheet: Sheet, spans: list[Span], row: dict[str, str], context: Context) -> Iterator[Assignment]:
    who, task, due = row.get("who", ""), clean(row.get("task", "")), row.get("due", "")
    names = tuple(name.name for name in find_names(who, context.known))
    told = names or tuple(words for words in map(clean, re.split(r",|/|\s+och\s+", who)) if re.search(r"\w{2}", words))
    if not told or not re.search(r"\w{3}", task) or len(who) > 80:
        return
    day = next((hit.value for hit in find_dates(due, context.date)), None)
    if day is None and NEXT_MEETING.holds(due):
        day = context.next_date
    yield Assignment(assignee=told, task=task, deadline=day, evidence=tuple(sheet.evidence(*span) for span in spans))
