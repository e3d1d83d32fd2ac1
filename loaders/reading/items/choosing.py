"""Which form of item heads the minutes use: the one whose numbers make the best rising sequence."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from loaders.reading.items.candidates import Candidate, candidates, candidates_behind, lettered_lines, numbered_lines
from loaders.reading.items.forms import BEHIND_FORMS, LETTER_FORMS, NUMBER_FORMS, SURE_FORMS
from loaders.reading.pages.layout import Layout

_HEADING = 3  # the weight of what looks like a heading


def choose_heads(layout: Layout) -> list[Candidate]:
    """Pick the form whose numbers make the best rising sequence; a sign wins over a longer sequence without.

    A lone sign at the head of a line, as where a line breaks before «§ 9», does not win over heads that have it at the
    end, nor do odd ones over numbered heads that stand around them.
    """
    numbers = numbered_lines(layout)
    sure: list[Candidate] = []
    for form in SURE_FORMS:
        sure = max(sure, _rising(list(candidates(layout, numbers, form, sure=True))), key=len)
    if len(sure) > 1 and _is_close(sure):
        return sure
    for form in BEHIND_FORMS if len(sure) < 2 else ():
        chain = _rising(list(candidates_behind(layout, numbers, form)))
        if len(chain) > 1 and _is_close(chain):
            return chain
    best = _numbered(layout, numbers)
    return sure if sure and not _are_among(sure, best) else best


def _numbered(layout: Layout, numbers: list[int]) -> list[Candidate]:
    """Pick the best sequence of numbers without a sign."""
    best: list[Candidate] = []
    for form in NUMBER_FORMS:
        chain = _rising(list(candidates(layout, numbers, form, sure=False)))
        if len(chain) >= 2 and _total(chain) > _total(best) and _plausible(chain):
            best = chain
    return best or _lettered(layout)


def _lettered(layout: Layout) -> list[Candidate]:
    """Pick the letters or Roman numerals that run from the first on and head what stands below; none where they are a list's."""
    lines = lettered_lines(layout)
    for form in LETTER_FORMS:
        chain = _rising(list(candidates(layout, lines, form, sure=False)))
        counts = [candidate.order[0] for candidate in chain]
        apart = all(following.line - candidate.line > 1 for candidate, following in pairwise(chain))
        if (
            len(chain) > 1
            and apart
            and counts == list(range(1, len(chain) + 1))
            and _total(chain) >= _HEADING * len(chain)
        ):
            return chain
    return []


def _are_among(odd: list[Candidate], chain: list[Candidate]) -> bool:
    """Tell signs in the text of numbered items («Ärende 4411»), which stand between the first of them and the last."""
    around = len(chain) > 2 and chain[0].line < odd[0].line and odd[-1].line < chain[-1].line
    return around and len(chain) > len(odd) and _is_close(chain)


def _total(chain: list[Candidate]) -> int:
    return sum(candidate.weight for candidate in chain)


def _plausible(chain: list[Candidate]) -> bool:
    """Ask more of a sequence with holes than of one that counts on by one."""
    return _total(chain) >= (2 if _is_close(chain) else 3.5) * len(chain)


def _is_close(chain: list[Candidate]) -> bool:
    """Tell whether the sequence mostly counts on by one."""
    steps = [following.order[0] - candidate.order[0] for candidate, following in pairwise(chain)]
    return sum(1 for step in steps if step <= 1) * 2 >= len(steps)


def _rising(found: list[Candidate]) -> list[Candidate]:
    """Return the heaviest sequence with rising numbers (a Fenwick tree over the numbers: n log n)."""
    keys = sorted({candidate.order for candidate in found})
    tree: list[tuple[int, int]] = [(0, -1)] * (len(keys) + 1)
    back: list[int] = []
    for k, candidate in enumerate(found):
        rank = bisect_left(keys, candidate.order)
        score, previous = 0, -1
        j = rank
        while j > 0:
            if tree[j][0] > score:
                score, previous = tree[j]
            j -= j & -j
        back.append(previous)
        follows = previous >= 0 and candidate.order[0] - found[previous].order[0] <= 1
        total = score + candidate.weight + (2 if follows else 0)
        j = rank + 1
        while j <= len(keys):
            if total > tree[j][0]:
                tree[j] = (total, k)
            j += j & -j
    best = max(tree, key=lambda entry: entry[0])[1] if found else -1
    chain: list[Candidate] = []
    while best >= 0:
        chain.append(found[best])
        best = back[best]
    return chain[::-1]
