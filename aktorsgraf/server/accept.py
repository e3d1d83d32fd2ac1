"""What an asker takes: media types and languages by their weight (RFC 9110, 12.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_WEIGHT = re.compile(r";\s*q\s*=\s*([01](?:\.\d{0,3})?)")


def preferred(header: str) -> tuple[str, ...]:
    """Return the entries of an Accept or Accept-Language header without parameters, the heaviest first, none of weight 0."""
    return tuple(entry for weight, _, entry in sorted(_weighed(header)) if weight < 0)


def best(header: str, offered: Sequence[str]) -> str:
    """Return what of `offered` is asked for most; its first where nothing fits. «text/*» and «*/*» fit the first that they can."""
    for entry in preferred(header):
        pattern = re.compile(re.escape(entry).replace(r"\*", ".*") + r"(?:-.*)?", re.IGNORECASE)
        found = next((one for one in offered if pattern.fullmatch(one) or entry.lower().startswith(f"{one}-")), None)
        if found is not None:
            return found
    return offered[0]


def _weighed(header: str) -> Iterator[tuple[float, int, str]]:
    """Yield weight (negative, for sorting), place and name of each entry."""
    for place, entry in enumerate(header.split(",")[:50]):
        name, _, parameters = entry.partition(";")
        weight = _WEIGHT.search(f";{parameters}")
        if name.strip():
            yield -float(weight[1]) if weight else -1.0, place, name.strip().lower()
