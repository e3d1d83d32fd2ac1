"""Lines that can be the head of an item, each weighed by how much it looks like a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from loaders.reading.items.forms import (
    AMOUNT,
    CODE_ALONE,
    DIARY,
    DIARY_FIRST,
    NO_LABELS,
    NOT_ITEM,
    REFERENCE,
    diary_number,
)
from loaders.reading.items.formulas import NAMED_BODY
from loaders.reading.items.numbers_named import SENT_OF_ITEM
from loaders.reading.lexicon.acts import RUNNING_VERB
from loaders.reading.lexicon.dates import find_dates
from loaders.reading.lexicon.labels import ITEM_KINDS, MEETING_KINDS, PEOPLE_KINDS, label_at
from loaders.reading.lexicon.names import find_names
from loaders.reading.pages.layout import Layout
from loaders.reading.rules import Rule

_FULL = 40  # characters of a line that a title fills
OF_ITEM = Rule(
    "of-item",
    r"[\s•*–◦▪☐-]*(?:§+|punkt|p\.|ärende)\s*\d{1,4}(?:\s?[a-h])?\s*[:,–-]\s",
    "§ 3: Eva skickar enkäten",
    "§ 3 Enkät",
    at="start",
)
_TASKS = frozenset({"tasks"})
_FACTS = frozenset({"when", "where", "when-where", "range"})
_NO_TITLES = (PEOPLE_KINDS - {"adjuster"}) | _FACTS | {"notice"}
_NUMBERED = re.compile(r"[\s>|#•*–(-]*(?:\w[\w.]{0,14}\s*)?(?:§\s*)?\d|[\s>|#•*–-]*\w{5,16}\s+(?:n\w{1,5}\.?\s+)?\d")


_LETTERED = re.compile(r"[\s>|#•*–(-]*(?:§\s*|\w{5,16}\s+)?(?:[A-Za-z]|[IVX]{1,6})\s?(?:[.):|–]|\s\s|\t)")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_NUMBER_LAST = re.compile(r"\b(?:punkt|ärende|paragraf|p\.)\s?\d{1,4}\)?[\s|]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line with a number: `order` ranks the numbers, `title` is its sheet span where one stands on the line.

    `above` is the first line of a title that stands before its number.
    """

    line: int
    number: str
    order: tuple[int, int, int]
    title: tuple[int, int] | None
    label: str | None
    diary: str | None
    weight: int
    above: int | None = None


def numbered_lines(layout: Layout) -> list[int]:
    """List the lines that begin with a number or its word, or hold its sign, as any head does."""
    every = layout.text_lines(0, len(layout.lines))
    tasks = _of_tasks(layout, every)
    short = ((i, text) for i in every if len(text := layout.lines[i].text) <= 400 and i not in tasks)
    short = ((i, text) for i, text in short if not SENT_OF_ITEM.holds(text))
    return [i for i, text in short if "§" in text or _NUMBERED.match(text) or _NUMBER_LAST.search(text)]


def lettered_lines(layout: Layout) -> list[int]:
    """List the lines that begin with a letter or a Roman numeral, as heads do where none is numbered."""
    every = layout.text_lines(0, len(layout.lines))
    return [i for i in every if len(text := layout.lines[i].text) <= 400 and _LETTERED.match(text)]


def _of_tasks(layout: Layout, every: list[int]) -> set[int]:
    """List the lines of a list of tasks that say of which item each is («§ 3: Eva skickar enkäten»)."""
    found: set[int] = set()
    for k, i in enumerate(every):
        label = label_at(layout.lines[i].text, _TASKS)
        if label is not None and label.alone:
            found |= set(takewhile(lambda j: OF_ITEM.holds(layout.lines[j].text), every[k + 1 :]))
    return found


def candidates(layout: Layout, numbers: list[int], form: Rule, *, sure: bool) -> Iterator[Candidate]:
    """Yield the lines of that form; the weight of one that is not `sure` must bear it out."""
    for i in numbers:
        match = form.find(layout.lines[i].text.rstrip())
        candidate = None if match is None else _candidate(layout, i, match)
        if candidate is None:
            continue
        title = "" if candidate.title is None else layout.sheet.text[slice(*candidate.title)]
        if sure:
            if form.name != "sign-number" or not title[:1].islower() or title.startswith(("e-", "i", "tf")):
                yield replace(candidate, weight=1 if _in_contents(layout, i, form) else 2)
        elif form.name != "plain" or not _is_counted(title):
            weight = _weight(layout, i, title)
            if weight > 0:
                yield Candidate(i, candidate.number, candidate.order, candidate.title, None, candidate.diary, weight)


def candidates_behind(layout: Layout, numbers: list[int], form: Rule) -> Iterator[Candidate]:
    """Yield the lines that end in that form: short, after a gap, and no sentence, person or earlier treatment."""
    for i in numbers:
        match = form.find(layout.lines[i].text.rstrip())
        candidate = None if match is None else _candidate(layout, i, match)
        if candidate is None or candidate.title is None:
            continue
        above = _first_of(layout, i)
        title = layout.sheet.text[layout.lines[above].start : candidate.title[1]].strip(" \t\n|>#•–-")
        if _begins_apart(layout, above) and title[:1].isupper() and not _is_told(title):
            yield replace(candidate, above=above)


def _first_of(layout: Layout, i: int) -> int:
    """Find where the title that ends on line i begins: there, or on a full line above."""
    first = i
    while first and i - first < 3 and not _begins_apart(layout, first):
        wrapped = layout.lines[first].text.lstrip()[:1].islower() or len(layout.lines[first - 1].text) >= _FULL
        if not wrapped:
            break
        first -= 1
    return first


def _begins_apart(layout: Layout, i: int) -> bool:
    return i == 0 or layout.lines[i - 1].blank or layout.furniture[i - 1] is not None


def _is_told(title: str) -> bool:
    """Tell a sentence, a person («Eva Alm, ekonom   § 8») and an earlier treatment («Nämnden 2015-03-12 § 8») from a title."""
    person = next(find_names(title, strict=True), None)
    return (
        RUNNING_VERB.holds(title)
        or title.endswith((".", ":"))
        or (NAMED_BODY.holds(title) and next(find_dates(title), None) is not None)
        or label_at(title, _NO_TITLES) is not None
        or (person is not None and person.start == 0)
    )


def _candidate(layout: Layout, i: int, match: re.Match[str]) -> Candidate | None:
    """Take the head's parts: number, letter, label, title, diary number."""
    parts = match.groupdict()
    label, sub, title = parts.get("label"), parts.get("sub"), parts["title"] or ""
    if label is not None and label.lower().rstrip(".") in NO_LABELS:
        return None
    start = layout.lines[i].start + match.start("title")
    first = DIARY_FIRST.find(title)
    if first is not None:
        start, title = start + first.end(), title[first.end() :]
    diary = DIARY.find(title)
    number = None if diary is None else diary_number(diary)
    title = (title[: diary.start()].strip() if diary is not None else title).rstrip(" \t|")
    if number is None and CODE_ALONE.holds(title):
        number, title = title, ""
    if REFERENCE.holds(title):
        title = ""  # «Kst § 64/19.3.2014» is where the matter was before
    stated = parts.get("number") or parts.get("letter") or parts["roman"]
    whole, _, part = stated.replace(":", ".").partition(".")
    return Candidate(
        line=i,
        number=stated + (f" {sub}" if sub else ""),
        order=(_rank(whole, roman=parts.get("roman") is not None), int(part or 0), ord(sub) if sub else 0),
        title=(start, start + len(title)) if title else None,
        label=label,
        diary=(first["dnr"] or first["bare"]) if first is not None else number or parts.get("file"),
        weight=1,
    )


def _rank(number: str, *, roman: bool) -> int:
    """Return the place of a number, a letter or a Roman numeral among its like."""
    if number.isdigit():
        return int(number)
    if not roman:
        return ord(number.lower()) - ord("a") + 1
    values = [_ROMAN[letter] for letter in number]
    return sum(-value if value < max(values[k:]) else value for k, value in enumerate(values))


def _in_contents(layout: Layout, i: int, form: Rule) -> bool:
    """Tell a line of a list of contents: other lines of its form stand right above or below."""
    beside = (j for j in (i - 1, i + 1) if 0 <= j < len(layout.lines))
    return any(form.holds(layout.lines[j].text.rstrip()) for j in beside)


def _is_counted(title: str) -> bool:
    label = label_at(title, MEETING_KINDS)
    return NOT_ITEM.holds(title) or (label is not None and label.kind in _FACTS)


def _weight(layout: Layout, i: int, title: str) -> int:
    """Weigh how much a numbered line looks like a heading: short, after a gap, without a verb, not under a label."""
    weight = 1
    if _begins_apart(layout, i):
        weight += 2
    weight += 1 if not title.endswith(".") and len(title) < 130 else -1
    if RUNNING_VERB.holds(title):
        weight -= 2
    elif len(title) < 60:
        weight += 1
    if not title or AMOUNT.holds(title):
        weight -= 4
    label = label_at(_line_before(layout, i), ITEM_KINDS)
    return weight - 3 if label is not None and label.alone else weight


def _line_before(layout: Layout, i: int) -> str:
    """Return the text line above, at most fifty lines up."""
    above = (j for j in range(i - 1, max(i - 50, -1), -1) if layout.furniture[j] is None and not layout.lines[j].blank)
    return next((layout.lines[j].text for j in above), "")
