"""The account of a whole text out of what was claimed of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from loaders.minutes import ReadingWarning
from loaders.reading.account.known import BESIDE_NAMES, STANDING
from loaders.reading.account.spans import UNREAD, Account, Claim, Span, State, flatten
from loaders.reading.lexicon.names import find_names
from loaders.reading.pages.furniture import furniture_of
from loaders.reading.rules import first_rule
from loaders.reading.text.letters import fold
from loaders.reading.text.sheet import Sheet

LITTLE = 0.05
"""The share of unread text that needs no warning."""
_SHOWN = 5  # stretches that the warning shows, the largest
_QUOTED = 200  # characters of each
_LONGEST = 120  # characters of a rest that can be known
_LINES = re.compile(r"[^\n\r\f]+|[\n\r\f]+")
_CORE = re.compile(r"\w(?:.*[\w.!?)”\"»])?", re.DOTALL)


def account_of(text: str, claims: Iterable[Claim], people: frozenset[str] = frozenset()) -> Account:
    """Account for every character of a text: claimed, known and ignored, or unread.

    `people` are the folded names of those whom the minutes list, and who may sign or be named again.
    """
    spans = tuple(_joined(_settled(text, flatten(claims, len(text)), people)))
    unread = sum(_weight(text, span) for span in spans if span.state == "unread")
    return Account(spans, unread, _letters(text))


def unread_warning(sheet: Sheet, account: Account) -> ReadingWarning | None:
    """Warn of what is unread of the minutes that are a sheet's, with its largest stretches, where it is more than a little."""
    stretches = _stretches(sheet.raw, account.spans)
    unread = sum(_weight(sheet.raw, span) for span in stretches)
    if not account.letters or unread / account.letters <= LITTLE:
        return None
    largest = sorted(stretches, key=lambda span: (span.start - span.end, span.start))[:_SHOWN]
    return ReadingWarning(
        code="unread-text",
        message=f"No rule reads {unread / account.letters:.0%} of the text; the largest stretches are quoted.",
        evidence=tuple(
            sheet.raw_evidence(sheet.start + span.start, sheet.start + min(span.end, span.start + _QUOTED))
            for span in sorted(largest, key=lambda span: span.start)
        ),
    )


def _settled(text: str, spans: Iterable[Span], people: frozenset[str]) -> Iterator[Span]:
    """Take blanks, separators, standing phrases and known names out of what is unread, line by line."""
    for span in spans:
        if span.state != UNREAD:
            yield span
            continue
        for line in _LINES.finditer(text, span.start, span.end):
            core = _CORE.search(text, *line.span())
            if core is None:
                yield _between(text, *line.span())
                continue
            yield _between(text, line.start(), core.start())
            yield Span(*core.span(), *_rest(unicodedata.normalize("NFC", core.group()), people))
            yield _between(text, core.end(), line.end())


def _rest(words: str, people: frozenset[str]) -> tuple[State, str]:
    """Say what is left of a line: a standing phrase, the words beside a name, names again, or something unread."""
    if len(words) > _LONGEST:
        return "unread", UNREAD
    known = _phrase(words)
    if known is not None:
        return known
    rest, last = [], 0
    for name in find_names(words):
        if fold(name.name) not in people:
            return "unread", UNREAD
        rest.append(words[last : name.start])
        last = name.end
    if last and all(_says_nothing(piece) for piece in (*rest, words[last:])):
        return "claimed", "participants: named-again"
    return "unread", UNREAD


def _says_nothing(piece: str) -> bool:
    words = piece.strip(" \t,;:()/–-")
    return not words or _phrase(words) is not None


@lru_cache(maxsize=8192)
def _phrase(words: str) -> tuple[State, str] | None:
    furniture = furniture_of(words)
    if furniture is not None:
        return "ignored", f"page: {furniture}"
    rule = first_rule(STANDING, words)
    if rule is not None:
        return "ignored", f"known: {rule.name}"
    beside = first_rule(BESIDE_NAMES, words)
    return None if beside is None or len(words) > 40 else ("claimed", f"participants: {beside.name}")


def _between(text: str, start: int, end: int) -> Span:
    return Span(start, end, "ignored", "blank" if text[start:end].isspace() else "separator")


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Join neighbours of one rule; leave empty ones."""
    last: Span | None = None
    for span in spans:
        if span.start == span.end:
            continue
        if last is not None and (last.state, last.rule) == (span.state, span.rule):
            last = last.until(span.end)
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def _stretches(text: str, spans: Sequence[Span]) -> list[Span]:
    """Join unread spans with nothing but a line's end between them."""
    result: list[Span] = []
    for span in spans:
        if span.state != "unread":
            continue
        between = text[result[-1].end : span.start] if result else "-"
        if between.isspace() and between.count("\n") <= 1:
            result[-1] = result[-1].until(span.end)
        else:
            result.append(span)
    return result


def _weight(text: str, span: Span) -> int:
    """Count the characters of a span that are not blank."""
    return _letters(text[span.start : span.end])


def _letters(text: str) -> int:
    """Count the characters that are not blank; a letter with its combining marks is one."""
    return sum(map(len, unicodedata.normalize("NFC", text).split()))
