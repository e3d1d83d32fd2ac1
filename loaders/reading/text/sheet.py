"""The text of a document made ready for reading, every character still tied to its place in the source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

import msgspec

from loaders.minutes import Evidence
from loaders.offsets import Offsets


@dataclass(frozen=True, slots=True)
class Sheet:
    """A source's `raw` text, or a part of it, and the `text` that is read.

    Raw offsets are the source's: `start` is where `raw` begins in it. `offsets` are those of the text's characters, None where
    each stands where it stood. `pages` are the raw offsets at which pages begin, and `running` the raw spans known to be heads and feet of
    pages («sidhuvud», «sidfot»), in order.
    """

    raw: str
    text: str
    offsets: Offsets | None
    pages: tuple[int, ...] = ()
    running: tuple[tuple[int, int], ...] = ()
    start: int = 0

    def part(self, low: int, high: int) -> Sheet:
        """Cut the sheet to `text[low:high]` and what stands behind it, so that nothing else need be kept."""
        first, last = self.raw_span(low, high)
        offsets = None if self.offsets is None else self.offsets.part(low, high)
        return Sheet(self.raw_text(first, last), self.text[low:high], offsets, self.pages, self.running, first)

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw span behind `text[start:end]`."""
        if self.offsets is None:
            return self.start + start, self.start + end
        return self.offsets.place(start), self.offsets.place(end)

    def raw_text(self, start: int, end: int) -> str:
        """Return what stands at a raw span."""
        return self.raw[start - self.start : end - self.start]

    def evidence(self, start: int, end: int) -> Evidence:
        """Cut the evidence for `text[start:end]`, without white space at its ends. Raises ValueError when empty."""
        return self.raw_evidence(*self.raw_span(start, end))

    def raw_evidence(self, start: int, end: int) -> Evidence:
        """Cut the evidence for a raw span, as `evidence` does."""
        quote = self.raw_text(start, end)
        low = start + len(quote) - len(quote.lstrip())
        high = end - (len(quote) - len(quote.rstrip()))
        if low >= high:
            raise ValueError(f"no evidence at {start}:{end}: only white space stands there")
        page = bisect_right(self.pages, low) or None
        return Evidence(low, high, quote.strip(), page)

    def runs(self, start: int, end: int) -> bool:
        """Tell whether `text[start:end]` is within the head or foot of a page."""
        low, high = self.raw_span(start, end)
        at = bisect_right(self.running, low, key=itemgetter(0)) - 1
        return at >= 0 and high <= self.running[at][1]


_BREAK = re.compile(r"\r\n|[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
_LONGEST = 3000
"""Characters of a line; a page flattened to one line has about as many."""


class Line(msgspec.Struct, frozen=True, gc=False):
    """A line of the sheet by its offsets, the line break left out; a text can have a million of them.

    It is `running` where its page came as one line whose beginning, the head of the page, it is known to be.
    """

    start: int
    end: int
    text: str
    running: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """Where the line stands in the sheet."""
        return self.start, self.end

    def moved(self, by: int) -> Line:
        """Return the line as it stands in a sheet that begins elsewhere."""
        return Line(self.start + by, self.end + by, self.text, self.running)

    @property
    def blank(self) -> bool:
        """Whether nothing but white space stands on the line."""
        return not self.text or self.text.isspace()


def split_lines(text: str) -> Iterator[Line]:
    """Split at any line or page break, and a line without end at white space, as the lines are asked for."""
    for line in unbroken_lines(text):
        yield from cut_line(line)


def unbroken_lines(text: str) -> Iterator[Line]:
    """Split at any line or page break, however long the lines are."""
    start = 0
    for match in _BREAK.finditer(text):
        yield Line(start, match.start(), text[start : match.start()])
        start = match.end()
    yield Line(start, len(text), text[start:])


def cut_line(line: Line, *, at: str = " ") -> Iterator[Line]:
    """Cut a line without end where that stands, or else at white space."""
    text, start = line.text, 0
    while len(text) - start > _LONGEST:
        place = text.rfind(at, start + 1, start + _LONGEST)
        place = text.rfind(" ", start + 1, start + _LONGEST) if place < 0 else place + len(at) - 1
        stop = place if place > 0 else start + _LONGEST
        yield Line(line.start + start, line.start + stop, text[start:stop])
        start = stop
    yield line if not start else Line(line.start + start, line.end, text[start:])
