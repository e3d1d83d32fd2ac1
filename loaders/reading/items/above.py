"""Titles that stand above their numbers, as in Åland's and many Finnish minutes; settled for all heads of a document together."""

from __future__ import annotations

from loaders.reading.items.candidates import Candidate
from loaders.reading.items.torn import is_diary
from loaders.reading.lexicon.labels import ALL_KINDS, label_at
from loaders.reading.pages.layout import Layout

_FEWEST = 3  # heads that an empty line parts from their titles
_LONGEST = 100  # characters of a title that is not in capitals


def titles_above(layout: Layout, chain: list[Candidate]) -> dict[int, int]:
    """Map the line of each number without a title to the line of its title above; empty where the titles stand elsewhere."""
    bare = [candidate for candidate in chain if candidate.title is None]
    close = {candidate.line: _line_above(layout, candidate) for candidate in bare}
    if sum(_is_heading(layout, i) for i in close.values()) * 2 > len(bare) > 0:
        return {line: i for line, i in close.items() if i >= 0 and not layout.lines[i].blank}
    return _parted(layout, bare)


def _parted(layout: Layout, bare: list[Candidate]) -> dict[int, int]:
    """Let an empty line part title and number, where all heads have a title so, few a label's («Nästa möte»), and none a title below."""
    above = {candidate.line: _over_gap(layout, _line_above(layout, candidate)) for candidate in bare}
    apart = all(_is_shaped(layout, i) and _after_gap(layout, i) for i in above.values())
    sure = sum(_is_heading(layout, i) for i in above.values()) * 2 > len(bare)
    below = [layout.text_lines(candidate.line + 1, candidate.line + 3)[:1] for candidate in bare]
    titled = any(found and _is_heading(layout, found[0], apart=True) for found in below)
    return above if len(bare) >= _FEWEST and apart and sure and not titled else {}


def _line_above(layout: Layout, candidate: Candidate) -> int:
    """Return the line right above a number, or above the diary number that stands between; -1 where there is none."""
    over = candidate.line - 1
    return over - 1 if over > 0 and is_diary(layout.lines[over].text) else over


def _over_gap(layout: Layout, i: int) -> int:
    """Pass one empty line upwards."""
    return i - 1 if i >= 0 and layout.lines[i].blank else i


def _is_heading(layout: Layout, i: int, *, apart: bool = False) -> bool:
    """Tell a line that has the shape of a title, and is no label."""
    return _is_shaped(layout, i, apart=apart) and label_at(layout.lines[i].text.strip(), ALL_KINDS) is None


def _is_shaped(layout: Layout, i: int, *, apart: bool = False) -> bool:
    """Tell a line that can be a title: in capitals, or short and after a gap."""
    title = layout.lines[i].text.strip() if i >= 0 else ""
    short = (apart or _after_gap(layout, i)) and len(title) < _LONGEST and not title.endswith((".", ":", ","))
    return len(title) > 5 and (title.upper() == title or short)


def _after_gap(layout: Layout, i: int) -> bool:
    return i < 1 or layout.lines[i - 1].blank or layout.furniture[i - 1] is not None
