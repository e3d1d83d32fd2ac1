"""What the readers of facts share: the item at hand and what the minutes have established."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from loaders.reading.items.parts import Part
from loaders.reading.text.flow import Flow


@dataclass(frozen=True, slots=True)
class Context:
    """The minutes so far: the meeting's date and the next one's, its body, those established by name (`known`: folded)."""

    date: dt.date | None
    next_date: dt.date | None
    body: str | None
    organisation: str | None
    known: frozenset[str]
    names: tuple[str, ...] = ()

    def by_first_name(self, words: str) -> str | None:
        """Name the only one of those at the meeting who has that first name («Eva redovisade läget», «Eva A»)."""
        first, _, initial = words.rstrip(".").partition(" ")
        named = [name for name in self.names if name.split()[0] == first]
        if len(initial) == 1:
            named = [name for name in named if name.split()[-1].startswith(initial)]
        elif initial:
            return None
        return named[0] if len(named) == 1 else None


@dataclass(frozen=True, slots=True)
class Item:
    """One item as it is read: its title, its decided points, its parts, the paragraphs that only tell, and those of its background."""

    title: Flow
    points: tuple[Flow, ...]
    parts: tuple[Part, ...]
    told: tuple[Flow, ...]
    background: tuple[Flow, ...] = ()
