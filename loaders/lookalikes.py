"""A text as it is seen: digits and hyphens of other kinds as the common ones, signs that are not seen left out."""

from __future__ import annotations

import unicodedata
from typing import Final, NamedTuple

_UNSEEN: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")  # soft hyphen, spaces and joiners of no width
_SIGNS: Final = {
    **dict.fromkeys("\u2010\u2043\u207b\ufe63\uff0d", "-"),
    **dict.fromkeys("\u2012\u2014\u2015\ufe58", "–"),
    "\uff0b": "+",
}


class Seen(NamedTuple):
    """A text as it is seen; `places` are those of its characters in the source, None where all stand where they stood."""

    text: str
    places: tuple[int, ...] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a part of the text stands in the source."""
        return (start, end) if self.places is None else (self.places[start], self.places[end - 1] + 1)


def as_seen(source: str) -> Seen:
    """Read a text as whoever looks at it does."""
    if source.isascii():
        return Seen(source, None)
    signs = set(source)
    common = {ord(sign): _common(sign) for sign in signs if sign in _SIGNS or (sign > "9" and sign.isdecimal())}
    if signs.isdisjoint(_UNSEEN):
        return Seen(source.translate(common) if common else source, None)
    places = tuple(place for place, sign in enumerate(source) if sign not in _UNSEEN)
    return Seen("".join(source[place] for place in places).translate(common), places)


def _common(sign: str) -> str:
    return _SIGNS.get(sign) or str(unicodedata.decimal(sign))
