"""Tables of tasks («åtgärdslista»): what, who, by when, in which item, a task a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.reading.facts.listed_tasks import Listed, is_number, listed_task
from loaders.reading.items.context import Context, Item
from loaders.reading.items.parts import Part
from loaders.reading.rules import Rule, first_rule
from loaders.reading.text.letters import clean
from loaders.reading.text.sheet import Sheet


def _head(name: str, pattern: str, example: str, counter: str) -> Rule:
    return Rule(name, rf"(?:{pattern}):?", example, counter, at="whole")


TASK_HEADS = (
    _head("task", r"vad|åtgärd(?:er)?|aktivitet(?:er)?|uppgift(?:er)?|uppdrag|att\s+göra|aktion|vad\s+ska\s+göras", "Åtgärd", "Åtgärdat"),
    _head("who", r"vem|ansvarig(?:a)?|utförs\s+av|utförare|ansvar|vem\s+gör|namn", "Ansvarig", "Ansvarigheten"),
    _head("due", r"när|klart?|senast|tid(?:punkt|plan)?|datum|deadline|klar\s+senast|klardatum|slutdatum|klart?\s+när", "Klart", "Klarhet"),
    _head("item", r"(?:dagordnings)?punkt(?:en)?|§+|paragraf|ärende|p\.?|till\s+punkt|punkt\s*/\s*§", "Punkt", "Punktlig"),
)  # fmt: skip
_CELL = re.compile(r"[^|\t]+")
_WIDE = re.compile(r"\S+(?:\s{1,2}\S+)*(?=\s{3,}|\s*$)")
_FEWEST = frozenset({"task", "who"})
_NEAR = 2  # characters by which a cell can miss the head of its column

Span = tuple[int, int]
Row = dict[str, str]


def read_action_tables(item: Item, context: Context) -> Iterator[Listed]:
    """Yield the tasks of the item's tables."""
    sheet = item.title.sheet
    for part in item.parts:
        for spans, row in _rows(sheet, part):
            task = listed_task(row.get("who", ""), row.get("task", ""), row.get("due", ""), sheet, spans, context)
            if task is not None:
                yield Listed(task, is_number(row.get("item", "")))


def _rows(sheet: Sheet, part: Part) -> list[tuple[list[Span], Row]]:
    """List the rows of a part's tables; a lone indented cell below a row goes on with its task, one without a number with its item."""
    rows: list[tuple[list[Span], Row]] = []
    kinds: list[str] = []
    starts: list[int] = []
    below = False
    for stretch in part.stretches:
        text = sheet.text[stretch.start : stretch.end]
        cells = cells_of(text)
        head = _kinds(text[low:high] for low, high in cells)
        if set(head) >= _FEWEST:
            kinds, starts, below = head, [low for low, _ in cells], False
        elif below and len(cells) == 1 and text[:1].isspace() and not stretch.gap:
            spans, row = rows[-1]
            spans.append(stretch.span)
            row["task"] = f"{row.get('task', '')} {text.strip()}"
        elif not kinds or len(cells) < 2 or (stretch.gap and len(cells) != len(kinds)):
            kinds, below = ([] if text.strip("|:- \t") else kinds), False
        else:
            row = _row(text, cells, kinds, starts)
            if "item" in kinds and not row.get("item") and below:
                row["item"] = rows[-1][1].get("item", "")
            rows.append(([stretch.span], row))
            below = True
    return rows


def _kinds(cells: Iterator[str]) -> list[str]:
    """Name what the columns of a head hold; «Punkt» is the task where nothing else is."""
    kinds = [_kind(cell) for cell in cells]
    return [kind.replace("item", "task") for kind in kinds] if "task" not in kinds else kinds


def _row(text: str, cells: Sequence[Span], kinds: Sequence[str], starts: Sequence[int]) -> Row:
    """Put the cells of a row under their heads: by where they begin, where some are empty; else in order."""
    if "|" in text or "\t" in text:
        inner = re.split(r"[|\t]", text.strip().strip("|"))
        if len(inner) == len(kinds):
            return {kind: cell.strip() for kind, cell in zip(kinds, inner, strict=True)}
    elif len(cells) < len(kinds):
        below = [min(range(len(starts)), key=lambda k: abs(starts[k] - low)) for low, _ in cells]
        if all(abs(starts[k] - low) <= _NEAR for k, (low, _) in zip(below, cells, strict=True)):
            return {kinds[k]: text[low:high].strip() for k, (low, high) in zip(below, cells, strict=True)}
    return dict(zip(kinds, (text[low:high].strip() for low, high in cells), strict=False))


def cells_of(text: str) -> list[Span]:
    """Cut a row of a table into its cells: between bars, tabs or wide gaps."""
    form = _CELL if "|" in text or "\t" in text else _WIDE
    return [match.span() for match in form.finditer(text) if match.group().strip()]


def _kind(cell: str) -> str:
    rule = first_rule(TASK_HEADS, clean(cell))
    return "other" if rule is None else rule.name
