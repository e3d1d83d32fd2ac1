"""How a long step tells how far it has come."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Called as a step goes on: the step's name, how much is done, and of how much where that is known."""

    def __call__(self, step: str, done: int, total: int) -> None:
        """Take note."""


def silent(step: str, done: int, total: int) -> None:
    """Take no note."""
