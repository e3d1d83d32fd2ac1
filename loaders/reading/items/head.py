"""The head of an item."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Head:
    """The head of an item: the lines [line, last] that it takes, and the sheet spans of its title."""

    number: str
    line: int
    last: int
    title: tuple[tuple[int, int], ...]
    label: str | None = None
    diary: str | None = None
