"""The one error of reading."""

from __future__ import annotations


class LoaderError(Exception):
    """Say in one line why a source cannot be read: which source, what stands there, what was expected, what to do."""

    def __init__(self, source: str, problem: str) -> None:
        super().__init__(source, problem)
        self.source = source
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.source}: {self.problem}"
