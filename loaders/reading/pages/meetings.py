"""Where one meeting's minutes end and the next begin, in a file that holds several, or the same ones twice."""

from __future__ import annotations

import re

from loaders.reading.lexicon.labels import MEETING_KINDS, PEOPLE_KINDS, label_at
from loaders.reading.pages.layout import Layout, lay_out
from loaders.reading.rules import Rule

TITLE_WORD = Rule(
    "title-word",
    r"(?:protokoll|\b(?:minnesanteckningar|mötesanteckningar|styrelsemöte|årsmöte|föreningsstämma)\b)",
    "Sammanträdesprotokoll",
    "Sammanträde",
)
TOLD = Rule("told", r"\s*(?:§\s*\d+\s+\w|beslut\b)", "§ 4 Budget", "§§ 4-9", at="start")
_YEAR = re.compile(r"(?:19|20)\d\d|\d{6}")
_RECIPIENTS = frozenset({"recipients"})
_ATT = re.compile(r"att\b", re.IGNORECASE)
_SHORTEST = 12  # lines of minutes, the title's among them


def split_meetings(layout: Layout) -> list[Layout]:
    """Cut a layout at every title block that an attendance follows; the parts share the sheet and its offsets."""
    starts = [0]
    opened = False
    for i in layout.text_lines(0, len(layout.lines)):
        text = layout.lines[i].text
        if len(text) > 120 or not TITLE_WORD.holds(text) or not _opens(layout, i):
            continue
        if label_at(text, _RECIPIENTS) is not None and opened:
            continue  # «Protokollsutdrag / Styrgruppens ledamöter»
        if opened and i - starts[-1] > _SHORTEST:
            starts.append(_block_start(layout, i, starts[-1]))
        opened = True
    if len(starts) == 1:
        return [layout]
    ends = [*starts[1:], len(layout.lines)]
    return [lay_out(layout.sheet, layout.lines[first:last]) for first, last in zip(starts, ends, strict=True)]


def _opens(layout: Layout, i: int) -> bool:
    """Tell whether an attendance and a date stand close below the line, before anything else is told."""
    texts = [layout.lines[j].text for j in layout.text_lines(i, min(i + 18, len(layout.lines)))]
    if not any(_YEAR.search(text) for text in texts[:8]):
        return False
    labels = [label_at(text, PEOPLE_KINDS | MEETING_KINDS) for text in texts]
    first = next((k for k, label in enumerate(labels) if label is not None), len(texts))
    attended = any(_is_attendance(text) for text in texts)
    return attended and not any(TOLD.holds(text) for text in texts[:first])


def _is_attendance(text: str) -> bool:
    label = label_at(text, PEOPLE_KINDS)
    return label is not None and label.kind == "members"


def _block_start(layout: Layout, i: int, floor: int) -> int:
    """Walk back over the lines that head the title (organisation, place), to the text above them."""
    start = i
    while start - 1 > floor and i - start < 6:
        text = layout.lines[start - 1].text.strip()
        told = len(text) > 60 or text.endswith(".") or _ATT.match(text) is not None
        if text and told and layout.furniture[start - 1] is None:
            break
        start -= 1
    return start
