"""Where the heads of items stand in a flattened page, by their sign or, without one, because their numbers count on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from loaders.reading.pages.flattened.running import page_heads
from loaders.reading.rules import Rule
from loaders.reading.text.letters import LOWER, UPPER

# what a head's sign stands before where it only refers to an item
REFERS = Rule(
    "refers",
    r"(?:\b(?:enligt|se|under|i|och|protokoll|jfr|till|från|beslut|av|för|kap\.?|lagen|stycket|vid|med|datum)|,|[/(§–-])$",
    "beslut enligt",
    "Mötet öppnas.",
)
_MONTHS = r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)"
_SIGNED = re.compile(
    rf"(?<!\S)(?=(?:[{UPPER}]{{1,6}} )?(?:§\s?(?P<number>\d{{1,4}})(?:\s?[a-z]\b)?[.:]?|(?P<before>\d{{1,4}})(?:\s?[a-z])?\s?§|(?:Punkt|Ärende|p\.)\s?(?P<worded>\d{{1,3}})[.:]?)\s+[{UPPER}\"”][\w-])"
)
_COUNTED = re.compile(
    rf"(?<!\S)(?P<number>\d{{1,4}})(?:(?P<mark>[.)]|\s?)\s+|(?P<colon>:)\s*)(?=[{UPPER}][\w/-]*[{LOWER}]|[{UPPER}]{{4}})(?!(?i:{_MONTHS}))"
)
_COUNTS_OTHER = Rule(
    "counts-other",
    rf"(?:\b(?:kl|den|nr|sida|sid|bilaga|klockan|{_MONTHS}|punkt|vägen|gatan|box|st|kap|tel)\.?|[,/(§–-]|gatan|vägen)$",
    "Storgatan",
    "Mötet öppnas.",
)
# the §§ at which somebody was there, and the next entry of the list or the next label
OF_A_PERSON = Rule(
    "of-a-person",
    rf"§\s?\d{{1,4}}\s+(?:[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?(?:\s[{UPPER}][\w-]+){{1,2}}(?:,|\s\(\w{{1,4}}\))|Utses\s+att|Underskrifter|Paragrafer|Justering(?:en|ens)\s)",
    "§ 5 Eva Alm, rektor",
    "§ 5 Val av justerare",
    at="start",
    cased=True,
)
HEAD_NUMBER = re.compile(
    rf"(?:[{UPPER}p][\w.]{{0,8}} )?(?:§\s?\d+(?:\s?[a-z]\b)?[.:]?|\d+(?:\s?[a-z])?\s?§|\d{{1,4}}(?:[.)]?\s|:\s?))\s*"
)
"""What stands before the title of a head."""
_FEWEST_MARKED = 2  # heads with a mark («1. … 2. …») whose numbers count on
_STEPS = ((1, 0.0), (2, -0.5), (3, -0.75))
"""How far the next number is from the one before, and what that costs."""
_FEWEST = 3  # heads whose numbers count on
_BEFORE = 24


def signed_heads(text: str) -> list[int]:
    """Find «§ 36 Val …» and the like that head an item and refer to none."""
    found = [
        (m.start(), int(m["number"] or m["before"] or m["worded"]))
        for m in _SIGNED.finditer(text)
        if not REFERS.holds(text[max(m.start() - _BEFORE, 0) : m.start()].rstrip())
        and not OF_A_PERSON.holds(text[m.start() : m.start() + 80])
    ]
    return [at for at, _ in _rising(found)]


def _rising(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave out the §§ that a list of people gives before the items: the numbers of heads never fall."""
    best: list[int] = []  # by length: the last number of the lowest chain
    ends: list[int] = []
    back: list[int] = []
    for k, (_, number) in enumerate(found):
        at = bisect_right(best, number)
        back.append(ends[at - 1] if at else -1)
        best[at : at + 1] = [number]
        ends[at : at + 1] = [k]
    k = ends[-1] if ends else -1
    chain = []
    while k >= 0:
        chain.append(found[k])
        k = back[k]
    return chain[::-1]


def counted_heads(texts: list[str]) -> list[list[int]]:
    """Find «44 Delårsrapport … 45 Budget …» in the pages: for each, where numbers stand that count on over all of them.

    Where signs head the items, such numbers are points of a decision.
    """
    if sum(len(signed_heads(text)) for text in texts) >= _FEWEST:
        return [[] for _ in texts]
    first = page_heads(texts)
    places = [(page, *found) for page, text in enumerate(texts) for found in _numbers(text, first[page])]
    best: list[tuple[int, int]] = []
    most = 0.0
    for mark in (True, False):
        run, weight = _counting_run([(page, at, number) for page, at, number, marked in places if marked == mark])
        if weight > most and weight >= (_FEWEST_MARKED if mark else _FEWEST):
            best, most = run, weight
    heads: list[list[int]] = [[] for _ in texts]
    for page, at in best:
        heads[page].append(at)
    return heads


def _numbers(text: str, first: int) -> Iterator[tuple[int, int, bool]]:
    """Yield where a number stands that can head an item, the number, and whether a mark follows it."""
    for match in _COUNTED.finditer(text, first):
        before = text[max(match.start() - _BEFORE, first) : match.start()].rstrip()
        marked = bool((match["mark"] or match["colon"] or "").strip())
        if not _COUNTS_OTHER.holds(before) and (marked or not before[-1:].isdigit()):
            yield match.start(), int(match["number"]), marked


def _counting_run(places: list[tuple[int, int, int]]) -> tuple[list[tuple[int, int]], float]:
    """Return the run in the order of the text whose numbers count on best, and how many do; a number or two can be lost."""
    latest: dict[int, int] = {}  # by number: the place with it where the best run ends
    weight: list[float] = []
    back: list[int] = []
    for k, (_, _, number) in enumerate(places):
        ways = [
            (weight[latest[number - step]] + worth, latest[number - step])
            for step, worth in _STEPS
            if number - step in latest
        ]
        best, previous = max(ways, default=(0.0, -1))
        weight.append(1 + best)
        back.append(previous)
        if number not in latest or weight[k] >= weight[latest[number]]:
            latest[number] = k
    end = max(range(len(places)), key=weight.__getitem__, default=-1)
    total = weight[end] if end >= 0 else 0.0
    run: list[tuple[int, int]] = []
    while end >= 0:
        run.append(places[end][:2])
        end = back[end]
    return run[::-1], total
