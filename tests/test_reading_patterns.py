"""No pattern of the reader blows up: each is tried on what makes patterns search for long."""

from __future__ import annotations

import importlib
import pkgutil
import re
import signal
from collections.abc import Iterator
from types import FrameType

import pytest

import loaders.reading

LENGTH = 400
"""Characters, about as long as the lines are that the slowest patterns are asked for."""
SECONDS = 2.0
"""Of processor time for all matches; a sound pattern takes a twentieth of it at most, one that blows up takes for ever."""
BLANKS = 6
"""Gaps in a joined text are no wider, whatever the source has (`loaders.reading.text.flow`)."""
ATOMS = (
    "a", "A", "(", "1", "*", ".", "-", "§", "[", "|", "_", "a ", "A ", "Ab ", "Ab, ", "Ab-", "att ", "1 ", "1. ", "- ", "och ", "nämnd ",
    "i ", "ordförande ", "Styrelsen ", "2024-", "den 1 ", "e\u0301", "(a) ", "för ", "ab\t", "ab\n", "Eva Alm (S), ",
    *(f"{word}{blank * BLANKS}" for word in ("a", "Eva") for blank in (" ", "\t", "\n")),
)  # fmt: skip


def compiled() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield every pattern that a module of the reader holds, by itself or in the rows of a table."""
    seen: set[int] = set()
    for module in pkgutil.walk_packages(loaders.reading.__path__, "loaders.reading."):
        for name, value in vars(importlib.import_module(module.name)).items():
            for pattern in patterns_in(value):
                if id(pattern) not in seen:
                    seen.add(id(pattern))
                    yield f"{module.name.removeprefix('loaders.reading.')}.{name}: {pattern.pattern[:60]}", pattern


def patterns_in(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from patterns_in(part)
    elif not isinstance(value, type):
        for name in ("regex", "pattern"):
            part = getattr(value, name, None)
            if isinstance(part, re.Pattern):
                yield part
            elif name == "pattern" and isinstance(part, str) and hasattr(value, "kind"):
                yield re.compile(part, re.IGNORECASE)


class TooLongError(Exception):
    """A pattern has taken its time."""


def give_up(_number: int, _frame: FrameType | None) -> None:
    raise TooLongError


def seconds_out(pattern: re.Pattern[str], text: str) -> bool:
    """Tell whether the matches in a text take too long; the matcher looks for signals now and then."""
    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        for _ in pattern.finditer(text):
            pass
    except TooLongError:
        return True
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return False


def test_the_patterns_are_found() -> None:
    assert sum(1 for _ in compiled()) > 400


@pytest.mark.parametrize("atom", ATOMS, ids=repr)
def test_no_pattern_blows_up(atom: str) -> None:
    text = atom * (LENGTH // len(atom)) + "!"
    assert [name for name, pattern in compiled() if seconds_out(pattern, text)] == []


def test_a_pattern_that_blows_up_is_seen() -> None:
    assert seconds_out(re.compile(r"(?:a|aa)+$"), "a" * LENGTH + "!")
