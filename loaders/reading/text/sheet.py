"""The text of a document made ready for reading, every character still tied to its place in the source."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass

import msgspec

from loaders.minutes import Evidence


@dataclass(frozen=True, slots=True)
class Sheet:
    """The source's `raw` text and the `text` that is read.

    `index[i]` is the raw offset of `text[i]` (one more at the end). `pages` are the raw offsets at which pages begin, and
    `running` the raw spans known to be heads and feet of pages («sidhuvud», «sidfot»), in order.
    """

    raw: str
    text: str
    index: array[int] | None
    pages: tuple[int, ...] = ()
    running: tuple[tuple[int, int], ...] = ()

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw span behind `text[start:end]`."""
        if self.index is None:
            return start, end
        return self.index[start], self.index[end]

    def evidence(self, start: int, end: int) -> Evidence:
        """Cut the evidence for `text[start:end]`, without white space at its ends. Raises ValueError when empty."""
        return self.raw_evidence(*self.raw_span(start, end))

    def raw_evidence(self, start: int, end: int) -> Evidence:
        """Cut the evidence for `raw[start:end]`, as `evidence` does."""
        quote = self.raw[start:end]
        low = start + len(quote) - len(quote.lstrip())
        high = end - (len(quote) - len(quote.rstrip()))
        if low >= high:
            raise ValueError(f"no evidence at {start}:{end}: only white space stands there")
        page = bisect_right(self.pages, low) or None
        return Evidence(low, high, self.raw[low:high], page)

    def runs(self, start: int, end: int) -> bool:
        """Tell whether `text[start:end]` is within the head or foot of a page."""
        low, high = self.raw_span(start, end)
        at = bisect_right(self.running, (low, len(self.raw))) - 1
        return at >= 0 and high <= self.running[at][1]


_BREAK = re.compile(r"\r\n|[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
_LONGEST = 3000
"""Characters of a line; a page flattened to one line has about as many."""


class Line(msgspec.Struct, frozen=True, gc=False):
    """A line of the sheet by its offsets, the line break left out; a text can have a million of them."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> tuple[int, int]:
        """Where the line stands in the sheet."""
        return self.start, self.end

    @property
    def blank(self) -> bool:
        """Whether nothing but white space stands on the line."""
        return not self.text or self.text.isspace()


def split_lines(text: str) -> tuple[Line, ...]:
    """Split at any line or page break, and a line without end at white space."""
    lines, start = [], 0
    for match in _BREAK.finditer(text):
        lines += _cut(text, start, match.start())
        start = match.end()
    lines += _cut(text, start, len(text))
    return tuple(lines)


def _cut(text: str, start: int, end: int) -> list[Line]:
    lines = []
    while end - start > _LONGEST:
        space = text.rfind(" ", start + 1, start + _LONGEST)
        stop = space if space > 0 else start + _LONGEST
        lines.append(Line(start, stop, text[start:stop]))
        start = stop
    lines.append(Line(start, end, text[start:end]))
    return lines
