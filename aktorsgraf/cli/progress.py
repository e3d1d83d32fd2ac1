"""Progress of long work, drawn on standard error and only where that is a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress as RichProgress

from aktorsgraf.progress import Progress, silent


@contextmanager
def progress_bars() -> Iterator[Progress]:
    """Draw a bar a step until the block ends."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield silent
        return
    with RichProgress(console=console, transient=True) as bars:
        tasks = {}

        def show(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(step)
            bars.update(tasks[step], completed=done, total=total)

        yield show
