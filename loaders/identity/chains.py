"""Keys of names that people have in common, chained into blocks that can be worked on one by one («block»)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class Chains:
    """Which keys belong together; the least key of a chain names it. It grows with names, not with people."""

    _above: dict[str, str] = field(default_factory=dict)

    def join(self, keys: Iterable[str]) -> None:
        """Take in keys, and put them into one chain."""
        first: str | None = None
        for key in keys:
            self._above.setdefault(key, key)
            least, other = sorted((self.first(key), first if first is not None else self.first(key)))
            self._above[other] = first = least

    def first(self, key: str) -> str:
        """Return the least key of the chain of a key that was taken in."""
        above = self._above
        while above[key] != key:
            above[key] = above[above[key]]
            key = above[key]
        return key

    def firsts(self) -> Iterator[tuple[str, str]]:
        """Yield each key with the least of its chain."""
        return ((key, self.first(key)) for key in list(self._above))
