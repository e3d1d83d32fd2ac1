"""Heads whose «§» a scan has broken («8 41», «S 42», «$43»), where the sequence of the numbers settles it."""

from __future__ import annotations

from itertools import pairwise

from loaders.reading.items.candidates import Candidate, candidates
from loaders.reading.items.forms import DAMAGED_FORM, GLUED_FORM
from loaders.reading.lexicon.acts import RUNNING_VERB
from loaders.reading.pages.layout import Layout

_FEWEST = 3
"""Heads that count on by one and are all broken, before they are believed."""
_LONGEST = 150  # characters of such a line
_APART = 3  # lines from one of these to the next, at least on the average


def with_damaged_signs(layout: Layout, chain: list[Candidate]) -> list[Candidate]:
    """Add the heads that are missing in a sequence of «§»; take those broken throughout where nothing else counts on."""
    every = layout.text_lines(0, len(layout.lines))
    short = [i for i in every if len(layout.lines[i].text) <= _LONGEST]
    found = [one for one in candidates(layout, short, DAMAGED_FORM, sure=True) if _is_head(layout, one)]
    if any("§" in layout.lines[candidate.line].text for candidate in chain):
        inside = [i for i in short if chain[0].line < i < chain[-1].line and layout.lines[i - 1].blank]
        glued = [one for one in candidates(layout, inside, GLUED_FORM, sure=True) if _is_head(layout, one)]
        return _filled(chain, sorted((*found, *glued), key=lambda one: one.line))
    broken = _counting_on(found)
    spread = broken[-1].line - broken[0].line >= _APART * (len(broken) - 1) if broken else False
    return broken if len(broken) >= max(_FEWEST, len(chain)) and spread else chain


def _is_head(layout: Layout, candidate: Candidate) -> bool:
    """Tell a heading from a row of figures: a short title, or a number alone after a gap."""
    if candidate.title is None:
        return candidate.line == 0 or layout.lines[candidate.line - 1].blank
    title = layout.sheet.text[slice(*candidate.title)]
    return len(title) < 130 and not RUNNING_VERB.holds(title)


def _filled(chain: list[Candidate], found: list[Candidate]) -> list[Candidate]:
    """Fill the holes of a sequence, and go on at its ends, with what counts on by one from a head on either side."""
    result = list(chain)
    for one in found:
        before = max((head for head in result if head.line < one.line), key=lambda head: head.line, default=None)
        if before is not None and before.order[0] + 1 == one.order[0] and _fits(result, one):
            result.append(one)
    for one in reversed(found):
        after = min((head for head in result if head.line > one.line), key=lambda head: head.line, default=None)
        if after is not None and after.order[0] - 1 == one.order[0] and _fits(result, one):
            result.append(one)
    return sorted(result, key=lambda head: head.line)


def _fits(chain: list[Candidate], one: Candidate) -> bool:
    """Tell whether nobody has the number, and all those below in the text have higher ones."""
    below = (head.order[0] for head in chain if head.line > one.line)
    return all(head.order[0] != one.order[0] and head.line != one.line for head in chain) and all(
        number > one.order[0] for number in below
    )


def _counting_on(found: list[Candidate]) -> list[Candidate]:
    """Return the longest run in which each number is the one after that before it; with it the run may begin anywhere."""
    runs: dict[int, list[Candidate]] = {}
    for one in found:
        number = one.order[0]
        run = [*runs.get(number - 1, []), one]
        if len(run) > len(runs.get(number, [])):
            runs[number] = run
    best = max(runs.values(), key=len, default=[])
    return best if all(a.line < b.line for a, b in pairwise(best)) else []
