"""Where the heads of items stand in flattened pages: of every form all are found, and the numbers that count on choose."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.reading.lexicon.labels import LabelHit, label_within
from loaders.reading.pages.flattened.head_forms import COUNTED, COUNTS_OTHER, OF_A_PERSON, REFERS, SIGNED
from loaders.reading.pages.flattened.running import page_heads
from loaders.reading.rules import Rule
from loaders.reading.text.given import is_given_name
from loaders.reading.text.letters import UPPER

_SURE = 3  # heads with a sign, beside which numbers without one are points of a decision
_FEWEST = {"marked": 2, "plain": 3, "decimal": 3}
"""Heads without a sign that tell by their numbers that they are heads."""
_STEPS = ((1, 0.0), (2, -0.5), (3, -0.75))
"""How far the next number is from the one before, and what that costs."""
_DAY_LAST = re.compile(r"(?:19|20)\d\d-\d\d-\d\d$")
_LISTED = 3  # entries of a list of contents
_BEFORE = 24
_LEADER = re.compile(r"\.{4,}|…{2,}|(?:\. ){4,}")
_TELLS = re.compile(rf"\w{{2}}[.!?] [{UPPER}]|\bBESLUT|\b[Bb]eslut(?:et|as|ade|ar|ades)?\b|\batt\b|:")
_CAPITAL = re.compile(rf" [{UPPER}]")
_ENTRY = 160  # characters of an entry in a list of contents
_SHORT = 0.5  # what a head weighs that nothing is told under, as in a list of contents
_FOLLOWS = 1.0  # what it adds that a number is the next


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a number stands that can head an item: its place among its like, and what it weighs."""

    page: int
    at: int
    order: tuple[int, int]
    label: str | None
    weight: float


@dataclass(frozen=True, slots=True)
class Heads:
    """Where in a page heads begin, and where entries of a list of contents do."""

    items: tuple[int, ...] = ()
    entries: tuple[int, ...] = ()

    def moved(self, by: int) -> Heads:
        """Return them as they stand in a page that begins elsewhere."""
        return Heads(tuple(at + by for at in self.items), tuple(at + by for at in self.entries))


def heads_of(texts: Sequence[str], *, whole: bool) -> list[Heads]:
    """Find the heads of items in each of the pages; without a sign only where all of it came flattened."""
    first = page_heads(list(texts)) if whole else [0] * len(texts)
    found = [list(_places(texts, first, form)) for form in SIGNED]
    ways = [(_rising([place for place in places if place.weight]), places) for places in found]
    best, like = max(ways, key=lambda way: _total(way[0]))
    if whole and len(best) < _SURE:
        best, like = max([(best, like), *_counted(texts, first)], key=lambda way: _total(way[0]))
    label = Counter(place.label for place in best).most_common(1)
    begin = {
        place: place.at + (len(place.label) + 1 if place.label and place.label != label[0][0] else 0) for place in best
    }
    before = [
        place for place in like if best and place.weight < 1 and place not in begin and place.page <= best[0].page
    ]
    entries = _counting_run([place for place in before if (place.page, place.at) < (best[0].page, best[0].at)])
    entries = entries if len(entries) >= _LISTED else []
    return [
        Heads(
            tuple(at for place, at in begin.items() if place.page == page),
            tuple(place.at for place in entries if place.page == page),
        )
        for page in range(len(texts))
    ]


def _total(chain: list[_Place]) -> float:
    return sum(place.weight for place in chain)


def _counted(texts: Sequence[str], first: list[int]) -> Iterator[tuple[list[_Place], list[_Place]]]:
    for form in COUNTED:
        places = list(_places(texts, first, form))
        run = _counting_run([place for place in places if place.weight])
        if len(run) >= _FEWEST[form.name]:
            yield run, places


def _places(texts: Sequence[str], first: list[int], form: Rule) -> Iterator[_Place]:
    """Yield where a number stands that can head an item; those in a list of contents are none, or weigh little."""
    refers = REFERS if form in SIGNED else COUNTS_OTHER
    for page, text in enumerate(texts):
        found = [
            match
            for match in form.regex.finditer(text, first[page])
            if not _is_other(text, match, first[page], refers, form)
        ]
        ends = [*(after.start() for after in found[1:]), len(text)]
        for match, end in zip(found, ends, strict=False):
            told = text[match.end() : end]
            listed = _LEADER.search(told[:_ENTRY]) is not None and len(told) < 2 * _ENTRY
            parts = match.groupdict()
            part = int(parts["part"]) if parts.get("part") else ord(parts["sub"]) if parts.get("sub") else 0
            short = len(told) < _ENTRY and _TELLS.search(told) is None
            weight = 0.0 if listed else _SHORT if short else 1.0
            yield _Place(page, match.start(), (int(parts["number"]), part), parts.get("label"), weight)


def _is_other(text: str, match: re.Match[str], first: int, refers: Rule, form: Rule) -> bool:
    before = text[max(match.start() - _BEFORE, first) : match.start()].rstrip()
    if refers.holds(before) or _is_part(label_within(text, match.end()), text):
        return True
    if form.name == "plain":
        return before[-1:].isdigit() and _DAY_LAST.search(before) is None
    person = OF_A_PERSON.find(text[match.start() : match.start() + 80]) if form.name == "sign-number" else None
    return person is not None and (person["person"] is None or any(map(is_given_name, person["person"].split()[:2])))


def _is_part(label: LabelHit | None, text: str) -> bool:
    """Tell the label of a part of an item from a title: «§ 150 Beslut: …»."""
    return (
        label is not None and text[label.start : label.end].rstrip().endswith(":") and not _CAPITAL.search(label.words)
    )


def _rising(found: list[_Place]) -> list[_Place]:
    """Return the heaviest sequence with rising numbers; of an entry in a list of contents and a head, the later."""
    keys = sorted({place.order for place in found})
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(keys) + 1)  # a Fenwick tree over the numbers
    back: list[int] = []
    for k, place in enumerate(found):
        rank = bisect_left(keys, place.order)
        score, previous = 0.0, -1
        j = rank
        while j > 0:
            if tree[j][0] > score:
                score, previous = tree[j]
            j -= j & -j
        back.append(previous)
        follows = previous >= 0 and place.order[0] - found[previous].order[0] <= 1
        total = score + place.weight + (_FOLLOWS if follows else 0)
        j = rank + 1
        while j <= len(keys):
            if total > tree[j][0] or (total == tree[j][0] and place.weight < 1):
                tree[j] = (total, k)
            j += j & -j
    return _back_from(max(tree, key=lambda entry: entry[0])[1] if found else -1, found, back)


def _counting_run(found: list[_Place]) -> list[_Place]:
    """Return the run in the order of the text whose numbers count on best; a number or two can be lost."""
    latest: dict[tuple[int, int], int] = {}  # by number: the place with it where the best run ends
    weight: list[float] = []
    back: list[int] = []
    for k, place in enumerate(found):
        whole, part = place.order
        before = [((whole, part - step) if part else (whole - step, 0), worth) for step, worth in _STEPS]
        ways = [(weight[latest[order]] + worth, latest[order]) for order, worth in before if order in latest]
        best, previous = max(ways, default=(0.0, -1))
        weight.append(place.weight + best)
        back.append(previous)
        if place.order not in latest or weight[k] >= weight[latest[place.order]]:
            latest[place.order] = k
    end = max(range(len(found)), key=weight.__getitem__, default=-1)
    return _back_from(end, found, back)


def _back_from(end: int, found: list[_Place], back: list[int]) -> list[_Place]:
    chain: list[_Place] = []
    while end >= 0:
        chain.append(found[end])
        end = back[end]
    return chain[::-1]
