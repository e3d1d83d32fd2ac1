"""Where the last item ends and signatures, notices or an attendance list begin."""

from __future__ import annotations

import re

from loaders.reading.items.head import Head
from loaders.reading.items.points import CHOOSES
from loaders.reading.lexicon.acts import ANNOUNCES, VACANT
from loaders.reading.lexicon.labels import MEETING_KINDS, PEOPLE_KINDS, label_at
from loaders.reading.lexicon.names import find_names
from loaders.reading.pages.layout import Layout

_CLOSING = frozenset(
    {"members", "absent", "secretary", "adjuster", "notice", "adjusting", "serving", "chair", "when-where"}
)
_ELECTED = frozenset({"members", "serving", "substitutes", "chair", "vice-chair"})
_RECIPIENTS = frozenset({"recipients"})
_SIGNED_AS = re.compile(r"\b(?:sekreterare|ordförande|justerare|protokollförare)\b", re.IGNORECASE)


def find_tail(layout: Layout, heads: list[Head]) -> int:
    """Find the line at which the last item ends; the end of the text where nothing follows it."""
    if not heads:
        return len(layout.lines)
    numbers = layout.text_lines(heads[-1].last + 1, len(layout.lines))
    listed = elected = False
    for k, i in enumerate(numbers):
        elected = _announces(layout, i) or (elected and _is_elected(layout, i, apart=layout.lines[i - 1].blank))
        if elected:
            continue
        sent = label_at(layout.lines[i].text, _RECIPIENTS)
        listed = sent is not None or (listed and not layout.lines[i - 1].blank)
        if listed:
            continue  # «Styrgruppens ledamöter» under «Protokollsutdrag» lists nobody
        hit = label_at(layout.lines[i].text, PEOPLE_KINDS | MEETING_KINDS)
        if hit is not None and hit.kind in _CLOSING and not hit.words.islower():
            return i
        several = k > 0 or len(list(find_names(layout.lines[i].text[:200], strict=True))) > 1
        apart = several and (layout.lines[i - 1].blank or layout.furniture[i - 1] is not None)
        if apart and _is_signature(layout, numbers[k : k + 3]):
            return i
    return len(layout.lines)


def _announces(layout: Layout, i: int) -> bool:
    """Tell a line, or two, below which those chosen are listed («att till nämnden välja»)."""
    text = layout.lines[i].text.strip()
    return CHOOSES.holds(text.rstrip(":")) or ANNOUNCES.holds(f"{layout.lines[i - 1].text.strip()} {text}")


def _is_elected(layout: Layout, i: int, *, apart: bool) -> bool:
    """Tell a row of those chosen, or the label of some; a chair `apart` from them signs the minutes."""
    text = layout.lines[i].text.strip()
    hit = label_at(text, PEOPLE_KINDS | MEETING_KINDS)
    if hit is not None:
        return hit.kind in _ELECTED and not (apart and hit.kind == "chair")
    name = next(find_names(text[:200]), None)
    return VACANT.holds(text) or (name is not None and name.start < 4 and not apart)


def _is_signature(layout: Layout, numbers: list[int]) -> bool:
    """Tell a name alone, with nothing below it but names and roles."""
    first, *below = (layout.lines[i].text for i in numbers)
    return _is_name(first) and all(len(text.split()) <= 3 or _is_name(text) for text in below)


def _is_name(text: str) -> bool:
    if len(text) > 200:
        return False
    names = list(find_names(text, strict=True))
    rest = re.sub(r"[\W_]", "", _SIGNED_AS.sub("", text))
    return bool(names) and len(rest) <= sum(len(re.sub(r"\W", "", name.name)) for name in names) + 3
