"""How work grows with what is worked on: what no machine's speed changes."""

from __future__ import annotations

import time
from collections.abc import Callable

TRIES = 4
"""Others on the same processor can make one measurement longer, never shorter."""


def grows_at_most(times: float, work: Callable[[int], object], size: int, larger: int) -> bool:
    """Tell whether the work of the larger size takes at most so many times the processor time of the smaller, at best."""
    return any(_seconds(work, larger) <= times * _seconds(work, size) for _ in range(TRIES))


def _seconds(work: Callable[[int], object], size: int) -> float:
    begun = time.process_time()
    work(size)
    return time.process_time() - begun
