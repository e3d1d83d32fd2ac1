"""Lists of tasks («att göra»), a task a line: «Eva: skicka bilderna – senast 19 januari (punkt 2)»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.reading.facts.listed_tasks import Listed, are_named, can_be_told, is_number, listed_task
from loaders.reading.items.context import Context, Item
from loaders.reading.rules import Rule
from loaders.reading.text.letters import UPPER

_LEAD = r"(?:[-•*–◦▪☐]\s*)?(?:\[[ x]?\]\s*|\d{1,2}[.)]\s+)?"
# of which item a task is: before it, or behind it in parentheses
ITEM_BEFORE = Rule(
    "item-before",
    rf"{_LEAD}(?P<item>(?:§+|punkt|p\.|ärende)\s*\d{{1,4}}(?:\s?[a-h])?)\s*[:.,–-]?\s+",
    "§ 4: Eva tar fram en budget",
    "4 personer tar fram en budget",
    at="start",
)
ITEM_BEHIND = Rule(
    "item-behind",
    r"\s*[\[(](?:se\s+|jfr\s+)?(?P<item>(?:§+|punkt|p\.?|ärende)\s*\d{1,4}(?:\s?[a-h])?)[\])]",
    "Eva tar fram en budget (punkt 4)",
    "Eva tar fram en budget (4 sidor)",
)
# who is told, what, and by when
WHO_FIRST = Rule(
    "who-first",
    rf"{_LEAD}(?P<who>[{UPPER}][\w-]*+(?:(?:,\s|\s?[&/]\s?|\s)[\w-]++){{0,7}})(?::|\s[–—-])\s+(?P<task>[^\s].{{5,}})",
    "Eva: skicka bilderna till alla",
    "Eva skickar bilderna till alla",
    at="whole",
    cased=True,
)
WHO_LAST = Rule(
    "who-last",
    rf"{_LEAD}(?P<task>[{UPPER}].{{5,}}?)\s*(?:[\[(]|\s[–—-]\s+|→\s*|:\s+)(?P<who>[{UPPER}][\w-]+(?:(?:,\s*|\s+och\s+|\s*/\s*|\s+)[{UPPER}][\w-]+){{0,5}})(?P<due>\s*[,–—-]\s*[^)\]]{{3,40}})?[\])]?\.?",
    "Skicka bilderna till alla (Eva, 19 januari)",
    "Skicka bilderna till alla",
    at="whole",
    cased=True,
)
EVERYBODY = Rule(
    "everybody", r"(?:alla|samtliga|varje|respektive)\s[\w-]+", "Samtliga socialchefer", "Samtidigt", at="whole"
)
WHO_DOES = Rule(
    "who-does",
    rf"{_LEAD}(?P<who>(?:Alla|Samtliga|Varje|Respektive)\s[\w-]++|[{UPPER}][\w-]*+(?:(?:,\s|\s?[&/]\s?|\s)(?:[{UPPER}][\w-]*+|och|samt))*+)\s(?P<task>(?:ska\s|skall\s|får\s)?[a-zåäö]+[ras]\s.{{4,}})",
    "Eva skickar bilderna till alla",
    "Eva: skicka bilderna till alla",
    at="whole",
    cased=True,
)
_DUE = re.compile(r"\s*(?:[,;(]|\s[–—-]\s|\.\s)\s*(?P<due>[^,;()–—]{3,60}?)[).]*\s*$")
_DUE_ALONE = re.compile(
    r"(?:(?:klart?|senast|till|före|innan|inför|under|vecka|v\.?|deadline|omgående|snarast|löpande|nästa|i\s+\w+|den)\b.*|[\d\s./-]+(?:\s*[a-zåäö]+(?:\s+20\d\d)?)?)",
    re.IGNORECASE,
)


def read_task_rows(item: Item, context: Context) -> Iterator[Listed]:
    """Yield the tasks of the lines under a label that heads a list of tasks."""
    sheet = item.title.sheet
    for stretch in (stretch for part in item.parts if part.kind == "tasks" for stretch in part.stretches):
        words, number = _numbered(sheet.text[stretch.start : stretch.end].strip())
        cut = _cut(words, context)
        if cut is None:
            continue
        task = listed_task(*cut, sheet, [stretch.span], context)
        if task is not None:
            yield Listed(task, number)


def _numbered(words: str) -> tuple[str, str | None]:
    """Part a line from the number of the item that it names."""
    before = ITEM_BEFORE.find(words)
    behind = None if before is not None else ITEM_BEHIND.find(words)
    if before is not None:
        return words[before.end() :], is_number(before["item"])
    if behind is not None:
        return (words[: behind.start()] + words[behind.end() :]).strip(), is_number(behind["item"])
    return words, None


def _cut(words: str, context: Context) -> tuple[str, str, str] | None:
    """Cut a line into who, what and by when; None where nobody is told."""
    first, last = WHO_FIRST.find(words), WHO_LAST.find(words)
    if first is not None and can_be_told(first["who"], context):
        due = _DUE.search(first["task"])
        if due is not None and _DUE_ALONE.fullmatch(due["due"]):
            return first["who"], first["task"][: due.start()], due["due"]
        return first["who"], first["task"], ""
    does = WHO_DOES.find(words)
    if does is not None and (are_named(does["who"], context) or EVERYBODY.holds(does["who"])):
        return does["who"], does["task"], ""
    if last is not None and are_named(last["who"], context):
        return last["who"], last["task"], last["due"] or ""
    return None
