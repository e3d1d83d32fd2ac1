"""Where the characters of a changed text stand in the text that it was made from («förskjutningar»)."""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_right

import msgspec


class Offsets(msgspec.Struct, frozen=True, gc=False):
    """The places of a text's characters, run by run, so that they take memory by what was changed and not by the text's length.

    Run k begins at `starts[k]` of the text. Its first `moving[k]` characters stand side by side from `places[k]` on; all behind them
    stand where these end.
    """

    starts: array[int]
    places: array[int]
    moving: array[int]

    def place(self, at: int) -> int:
        """Return where the character at `at`, or the end of the text, stands."""
        run = bisect_right(self.starts, at) - 1
        return self.places[run] + min(at - self.starts[run], self.moving[run])

    def part(self, low: int, high: int) -> Offsets:
        """Return the places of `text[low:high]` and of its end."""
        return OffsetsMade().to_end(self, low, high)


UNCHANGED = Offsets(array("Q", [0]), array("Q", [0]), array("Q", [sys.maxsize]))
"""The places of a text that is as it was."""


class OffsetsMade:
    """Offsets as they are made, from the first character of the text to its end."""

    def __init__(self) -> None:
        self._starts, self._places, self._moving = array("Q"), array("Q"), array("Q")
        self._length = 0

    def keep(self, old: Offsets, low: int, high: int) -> None:
        """Go on with the characters of `text[low:high]`, whose places are `old`."""
        run = bisect_right(old.starts, low) - 1
        while low < high:
            end = min(high, old.starts[run + 1]) if run + 1 < len(old.starts) else high
            inside = low - old.starts[run]
            moved = min(inside, old.moving[run])
            self.put(old.places[run] + moved, end - low, min(end - low, old.moving[run] - moved))
            low, run = end, run + 1

    def stand_for(self, old: Offsets, start: int, end: int, count: int) -> None:
        """Go on with `count` characters that stand for `text[start:end]`, whose places are `old`."""
        length = end - start
        self.keep(old, start, start + min(count, length))
        self.put(old.place(end - 1), count - length)

    def to_end(self, old: Offsets, low: int, length: int) -> Offsets:
        """Return the offsets that go on with all from `low` on of a text so long, its end among them."""
        self.keep(old, low, length + 1)
        return Offsets(self._starts, self._places, self._moving)

    def put(self, place: int, count: int, moving: int = 0) -> None:
        """Go on with `count` characters, of which as many as are `moving` stand side by side from `place` on."""
        if count <= 0:
            return
        if self._goes_on(place):
            self._moving[-1] += moving
        else:
            self._starts.append(self._length)
            self._places.append(place)
            self._moving.append(moving)
        self._length += count

    def _goes_on(self, place: int) -> bool:
        """Tell whether a place is the next one of the run before it, all of which moves."""
        if not self._starts:
            return False
        length = self._length - self._starts[-1]
        return self._moving[-1] == length and self._places[-1] + length == place
