"""A text as it is seen: digits and hyphens of other kinds as the common ones, signs that are not seen left out."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain
from typing import Final, NamedTuple

from loaders.offsets import UNCHANGED, Offsets, OffsetsMade

_UNSEEN: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")  # soft hyphen, spaces and joiners of no width
_HIDDEN: Final = re.compile(f"[{''.join(sorted(_UNSEEN))}]+")
_SIGNS: Final = {
    **dict.fromkeys("\u2010\u2043\u207b\ufe63\uff0d", "-"),
    **dict.fromkeys("\u2012\u2014\u2015\ufe58", "–"),
    "\uff0b": "+",
}


class Seen(NamedTuple):
    """A text as it is seen; `offsets` are those of its characters in the source, None where all stand where they stood."""

    text: str
    offsets: Offsets | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a part of the text stands in the source."""
        if self.offsets is None:
            return start, end
        return self.offsets.place(start), self.offsets.place(end - 1) + 1


def as_seen(source: str) -> Seen:
    """Read a text as whoever looks at it does."""
    if source.isascii():
        return Seen(source, None)
    signs = set(source)
    common = {ord(sign): _common(sign) for sign in signs if sign in _SIGNS or (sign > "9" and sign.isdecimal())}
    if signs.isdisjoint(_UNSEEN):
        return Seen(source.translate(common) if common else source, None)
    pieces, offsets, last = [], OffsetsMade(), 0
    for low, high in chain((match.span() for match in _HIDDEN.finditer(source)), [(len(source), len(source))]):
        pieces.append(source[last:low])
        offsets.put(last, low - last, moving=low - last)
        last = high
    return Seen("".join(pieces).translate(common), offsets.to_end(UNCHANGED, len(source), len(source)))


def _common(sign: str) -> str:
    return _SIGNS.get(sign) or str(unicodedata.decimal(sign))
