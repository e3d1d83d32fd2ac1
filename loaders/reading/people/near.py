"""Names that differ by a damaged letter or two («Sjélander» for «Sjölander»)."""

from __future__ import annotations

from collections.abc import Collection

from loaders.reading.text.letters import fold

_SHORTEST = 8


def nearest(name: str, others: Collection[str], most: int) -> str | None:
    """Return the only one of `others` whose letters differ from the name's in `most` places at most; None for two, or the same."""
    words = fold(name)
    if len(words) < _SHORTEST or any(fold(other) == words for other in others):
        return None
    near = [other for other in others if _differing(fold(other), words) <= most]
    return near[0] if len(near) == 1 else None


def _differing(a: str, b: str) -> int:
    """Count the letters in which two names of one length differ; their initials must agree."""
    if len(a) != len(b) or [word[0] for word in a.split()] != [word[0] for word in b.split()]:
        return len(a)
    return sum(x != y for x, y in zip(a, b, strict=True))
