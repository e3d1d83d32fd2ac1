"""Names over roles at the end of the minutes («Palle Lundberg / ordförande»)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from loaders.reading.lexicon.names import NameHit, find_names
from loaders.reading.pages.layout import Layout
from loaders.reading.people.phrase import Phrase
from loaders.reading.people.seen import Seen, note_phrase
from loaders.reading.text.flow import Flow, flow

_SIGNED_AS = {
    "ordförande": "chair",
    "vice ordförande": "vice-chair",
    "sekreterare": "secretary",
    "justerare": "adjuster",
    "mötesordförande": "chair",
    "mötessekreterare": "secretary",
    "protokollförare": "secretary",
    "justeringsperson": "adjuster",
    "protokolljusterare": "adjuster",
}
_LONGEST = 120  # a line of a signature


def signatures(layout: Layout, first: int, last: int) -> list[Seen]:
    """Read the names signed in the lines [first, last): over their roles, then beside them."""
    numbers = layout.text_lines(first, last)
    return [*_over_roles(layout, numbers), *_in_row(layout, numbers), *_beside_roles(layout, numbers)]


def _in_row(layout: Layout, numbers: list[int]) -> Iterator[Seen]:
    """Read several names in a row over as many roles («Eva Alm  Bo Ek / ordförande  sekreterare»)."""
    for a, b in pairwise(numbers):
        roles = [_SIGNED_AS.get(word.lower()) for word in layout.lines[b].text.split()]
        if len(roles) < 2 or None in roles or len(layout.lines[a].text) > _LONGEST:
            continue
        part = flow(layout.sheet, [layout.lines[a].span])
        hits = list(find_names(part.text))
        if len(hits) == len(roles):
            yield from (_signed(part, hit, role) for hit, role in zip(hits, roles, strict=True) if role is not None)


def _over_roles(layout: Layout, numbers: list[int]) -> Iterator[Seen]:
    for a, b in pairwise(numbers):
        role = _SIGNED_AS.get(layout.lines[b].text.strip().lower().rstrip(".:"))
        name = layout.lines[a].text.strip()
        if role is None or b - a > 2 or len(name) > _LONGEST:
            continue
        if len(hits := list(find_names(name))) == 1 and hits[0].end - hits[0].start >= len(name) - 2:
            yield _signed(flow(layout.sheet, [layout.lines[a].span, layout.lines[b].span]), hits[0], role)


def _beside_roles(layout: Layout, numbers: list[int]) -> Iterator[Seen]:
    for i in numbers:
        line = layout.lines[i]
        if len(line.text) > _LONGEST:
            continue
        cells = [cell.strip() for cell in re.split(r"[,\t]", line.text) if cell.strip()]
        role = _SIGNED_AS.get(cells[-1].lower()) if len(cells) == 2 else None
        if role is not None and len(hits := list(find_names(line.text.strip()))) == 1:
            yield _signed(flow(layout.sheet, [line.span]), hits[0], role)


def _signed(part: Flow, name: NameHit, role: str) -> Seen:
    return note_phrase(Phrase(name.name, name.start, len(part.text), name.end, roles=(role,)), "signature", part)
