"""The lines of a text, and which of them carry none: furniture and running heads («sidhuvud»)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile

from loaders.reading.lexicon.labels import ALL_KINDS, label_at
from loaders.reading.lexicon.names import find_names
from loaders.reading.pages.feet import foot_numbers
from loaders.reading.pages.furniture import (
    BODY_TEXT,
    CELL,
    HEAD_WORD,
    LONE_DATE,
    NUMBERED,
    PAGE_AT_END,
    carries_none,
    line_key,
)
from loaders.reading.pages.side_by_side import unpicked
from loaders.reading.text.given import is_given_name
from loaders.reading.text.letters import fold
from loaders.reading.text.sheet import Line, Sheet

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_RECIPIENTS = frozenset({"recipients"})
_PAGE_ENDS = frozenset({"running-head", "page-number"})
_SIGNED = re.compile(r"\s*(?:[A-Za-zÅÄÖåäö.]{1,8}\s)?§\s*\d")
_FEWEST_SIGNED = 3  # heads of items with a sign, and pages whose numbers nothing else tells
_FEWEST_BARE = 2  # pages whose numbers stand alone
_TITLE = 10  # lines of the title block
_PAGE_NUMBERS = frozenset({"page-number", "minutes-page"})
_HEAD_WORDS = frozenset(
    {"protokoll", "tid", "datum", "sida", "sid", "sammantradesprotokoll", "sammantradesdatum", "blad"}
)


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of a sheet; `furniture[i]` names why line i carries no text, or is None.

    `full` are the numbers of the lines with text, `width` is where long ones end.
    """

    sheet: Sheet
    lines: tuple[Line, ...]
    furniture: tuple[str | None, ...]
    full: tuple[int, ...]
    width: int

    def text_lines(self, first: int, last: int) -> list[int]:
        """List the numbers of the lines with text in [first, last)."""
        return list(self.full[bisect_left(self.full, first) : bisect_left(self.full, last)])


def lay_out(sheet: Sheet, lines: tuple[Line, ...]) -> Layout:
    """Part columns side by side, and mark the furniture among the lines of a sheet; running heads are those of this sheet alone."""
    lines = unpicked(lines)
    furniture = [carries_none(sheet, line) for line in lines]
    full = [i for i, line in enumerate(lines) if not line.blank]
    for i in foot_numbers(sheet, lines):
        furniture[i] = furniture[i] or "foot-number"
    for i in _running_heads(lines, full, furniture):
        furniture[i] = furniture[i] or "running-head"
    for above, i in pairwise(full):
        if furniture[above] in _PAGE_ENDS and furniture[i] is None and i > 12 and LONE_DATE.holds(lines[i].text):
            furniture[i] = "running-head"
    told = tuple(i for i in full if furniture[i] is None)
    lengths = sorted(len(lines[i].text.rstrip()) for i in told)
    return Layout(sheet, lines, tuple(furniture), told, lengths[len(lengths) * 49 // 50] if lengths else 0)


def _running_heads(lines: tuple[Line, ...], full: list[int], furniture: list[str | None]) -> set[int]:
    """Find the lines that stand in a block of lines which comes back page after page.

    A single line that comes back is not enough (recipients, «Inga frågor»): two neighbours must come back together, or
    the line stands beside a page number. The first block is kept where it stands before anything else has been said.
    """
    keys = {i: line_key(lines[i].text) for i in full}
    often = Counter(keys.values())
    repeated = {
        i for i in full if furniture[i] == "page-number" or (often[keys[i]] > 1 and _can_head(keys[i], lines[i].text))
    }
    repeated -= _sent_to(lines, full, keys)
    for i in _bare_numbers(lines, full, keys, repeated):
        furniture[i] = "page-number"
        repeated.add(i)
    neighbours = [(a, b) for a, b in pairwise(full) if a in repeated and b in repeated]
    pairs = Counter((keys[a], keys[b]) for a, b in neighbours)
    heads: set[int] = set()
    for a, b in neighbours:
        together = pairs[keys[a], keys[b]]
        numbered = "page-number" in (furniture[a], furniture[b])
        if together >= 3 or (together == 2 and (numbered or min(often[keys[a]], often[keys[b]]) >= 3)):
            heads |= {a, b}
    for k, i in enumerate(full):  # a line near a head that itself repeats («Tid: 09:00-12:10» under torn numbers)
        near = any(j in heads for j in full[max(k - 5, 0) : k])
        if near and often[keys[i]] >= 3 and len(keys[i]) >= 4 and HEAD_WORD.holds(lines[i].text):
            heads.add(i)
    ending = {i for i in repeated if furniture[i] is None and NUMBERED.holds(lines[i].text)}
    heads |= ending | _beside_numbers(lines, full, keys, furniture, ending)
    first = min(heads, default=0)
    return {i for i in heads if i - first >= 8 or i >= 12}


def _bare_numbers(lines: tuple[Line, ...], full: list[int], keys: dict[int, str], repeated: set[int]) -> set[int]:
    """Find pages' numbers that stand alone on a line and count on.

    Each stands beside words of the title block that come back nowhere else; or signs head the items (§), and no other
    number stands alone.
    """
    numbers = {
        k: int(words) for k, i in enumerate(full) if (words := lines[i].text.strip()).isdigit() and len(words) < 4
    }
    if len(numbers) < _FEWEST_BARE:
        return set()
    signed = sum(_SIGNED.match(lines[i].text) is not None for i in full) >= _FEWEST_SIGNED
    if (
        signed
        and len(numbers) >= _FEWEST_SIGNED
        and min(numbers.values()) < _FEWEST_SIGNED
        and _counts(list(numbers.values()))
    ):
        return {full[k] for k in numbers}
    often = Counter(keys.values())
    title = {keys[i] for i in full[:_TITLE]}
    found: set[int] = set()
    for side in (-1, 1):
        beside: dict[str, list[int]] = {}
        for k in numbers:
            if 0 <= k + side < len(full) and full[k + side] in repeated and keys[full[k + side]] in title:
                beside.setdefault(keys[full[k + side]], []).append(k)
        for key, places in beside.items():
            only_there = often[key] - len(places) <= 1
            if len(places) >= _FEWEST_BARE and only_there and _counts([numbers[k] for k in places]):
                found |= {full[k] for k in places}
    return found


def _counts(numbers: list[int]) -> bool:
    return all(1 <= after - before <= 2 for before, after in pairwise(numbers))


def _sent_to(lines: tuple[Line, ...], full: list[int], keys: dict[int, str]) -> set[int]:
    """Find the lines of lists of recipients, which come back under item after item, and no head of a page among them."""
    sent = _listed(lines, full)
    pairs = [(a, b) for a, b in pairwise(full) if a in sent or b in sent]
    elsewhere = Counter((keys[a], keys[b]) for a, b in pairwise(full) if a not in sent and b not in sent)
    return sent - {i for a, b in pairs if elsewhere[keys[a], keys[b]] > 1 for i in (a, b)}


def _listed(lines: tuple[Line, ...], full: list[int]) -> set[int]:
    """Find the lines below a label of recipients, as far as such a list can go."""
    found: set[int] = set()
    for k, i in enumerate(full):
        label = label_at(lines[i].text, _RECIPIENTS)
        if label is None or not label.alone:
            continue
        for j, before in zip(full[k + 1 : k + 12], full[k:], strict=False):
            numbered = PAGE_AT_END.holds(lines[j].text[:200]) or NUMBERED.holds(lines[j].text[:200])
            if (j - before > 1 and before != i) or numbered:
                break  # a gap, or the head of the next page
            found.add(j)
    return found


def _beside_numbers(
    lines: tuple[Line, ...], full: list[int], keys: dict[int, str], furniture: list[str | None], found: set[int]
) -> set[int]:
    """Find heads that come only once: a page's number and the lines right above it, that only say again what the title block says.

    Lines right below it that do so, too, are of the head where they stand nowhere but there and in the title block, or where
    they repeat its date. The
    lines that were `found` end with such a number.
    """
    title = {word for i in full[:_TITLE] for word in re.findall(r"[a-z]{3,}", fold(lines[i].text[:200]))} | _HEAD_WORDS
    at_end = {
        k for k, i in enumerate(full) if furniture[i] is None and (i in found or PAGE_AT_END.holds(lines[i].text[:200]))
    }
    numbered = at_end | {k for k, i in enumerate(full) if furniture[i] in _PAGE_NUMBERS}
    often = Counter(keys.values())
    stray = {keys[i] for k, i in enumerate(full) if k >= _TITLE and numbered.isdisjoint(range(k - 3, k))}
    words = {word for i in full[:_TITLE] for word in keys[i].split()}
    opening = {key for key in keys.values() if _YEAR.search(key) is not None and words.issuperset(key.split())}
    heads: set[int] = set()
    for k in sorted(numbered):
        if k < _TITLE:
            continue
        i = full[k]
        heads |= set(_said_again(lines, reversed(full[k - 5 : k + (k in at_end)]), furniture, title))
        below = full[k + 1 : k + 3]
        if furniture[i] != "minutes-page":
            below = list(
                takewhile(
                    lambda j: keys[j] in opening or (often[keys[j]] > 1 and keys[j] not in stray), full[k + 1 : k + 4]
                )
            )
        heads |= set(_said_again(lines, below, furniture, title))
    return heads


def _said_again(
    lines: tuple[Line, ...], beside: Iterable[int], furniture: list[str | None], title: set[str]
) -> Iterator[int]:
    """Yield the lines beside a page's number as far as they only say again what the title block says."""
    for j in beside:
        words = re.findall(r"[a-z]{3,}", fold(lines[j].text[:200]))
        if furniture[j] is None and (
            len(" ".join(lines[j].text[:200].split())) > 60
            or BODY_TEXT.holds(lines[j].text)
            or lines[j].text.rstrip().endswith((".", ",", ";"))
            or _names_first(lines[j].text)
            or not title.issuperset(words)
        ):
            return
        yield j


def _can_head(key: str, text: str) -> bool:
    """Tell a line that can head a page from text, a label, and a cell of a column: names and marks come back in votes, too."""
    if (
        not key
        or len(text) >= 100
        or BODY_TEXT.holds(text)
        or CELL.holds(text)
        or label_at(text, ALL_KINDS) is not None
    ):
        return False
    return not _names_first(text)


def _names_first(text: str) -> bool:
    """Tell a line that begins with somebody's name."""
    name = next(find_names(text.strip()), None)
    return name is not None and name.start == 0 and is_given_name(name.name.split()[0])
