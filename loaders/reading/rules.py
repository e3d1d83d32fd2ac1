"""Rules are data: one convention of minutes a row, with an example that it finds and a counter-example that it leaves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from loaders.reading.needles import lowered, lowered_in_parts, needles

_KEPT = 5000  # characters of a text whose form in lower case is kept for the next rule
_GROUP = re.compile(r"\(\?P<(\w+)>")

Where = Literal["anywhere", "start", "whole"]

_Find = Callable[[str], re.Match[str] | None]
_Holds = Callable[[str], bool]
_Answer = TypeVar("_Answer")
_FindAll = Callable[[str], Iterator[re.Match[str]]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A wording that minutes use, and what it is called here («formulering»).

    `at` tells where in a text the pattern must match; case counts only when `cased`. To teach the reader a wording, add
    an alternative to its row or a row to its table: the tests run the examples of every row that they find.
    """

    name: str
    pattern: str
    example: str
    counter: str
    at: Where = "anywhere"
    cased: bool = False
    regex: re.Pattern[str] = field(init=False, repr=False, compare=False)
    find: _Find = field(init=False, repr=False, compare=False)
    """Returns the first match in a text, at the place that the rule asks for."""
    find_all: _FindAll = field(init=False, repr=False, compare=False)
    """Yields all matches in a text, wherever they stand."""
    holds: _Holds = field(init=False, repr=False, compare=False)
    """Tells whether a text has this wording."""

    def __post_init__(self) -> None:
        regex = re.compile(self.pattern, re.NOFLAG if self.cased else re.IGNORECASE)
        finders = {"anywhere": regex.search, "start": regex.match, "whole": regex.fullmatch}
        object.__setattr__(self, "regex", regex)
        find = finders[self.at]
        words = needles(regex.pattern, regex.flags)  # all bound once: rules are asked millions of times
        nothing: Iterator[re.Match[str]] = iter(())
        object.__setattr__(self, "find", _where_needed(words, find, None))
        object.__setattr__(self, "find_all", _where_needed(words, regex.finditer, nothing))
        object.__setattr__(self, "holds", _where_needed(words, lambda text: find(text) is not None, False))  # noqa: FBT003 - the answer where none stands


def _where_needed(words: Sequence[str], ask: Callable[[str], _Answer], otherwise: _Answer) -> Callable[[str], _Answer]:
    """Ask only about texts that hold one of the words, without which no pattern matches; about all where there are none."""
    if not words:
        return ask

    def ask_there(text: str) -> _Answer:
        low = lowered(text) if len(text) <= _KEPT else lowered_in_parts(text)
        for word in words:
            if word in low:
                return ask(text)
        return otherwise

    return ask_there


def one_of(rules: Sequence[Rule], before: str = "") -> re.Pattern[str]:
    """Join rules to one pattern, the first outranking the others at one place; `which` reads its matches.

    `before` is a pattern that must match where each of them begins.
    """
    rows = (_GROUP.sub(rf"(?P<\1_{k}>", rule.pattern) for k, rule in enumerate(rules))
    joined = "|".join(f"(?P<rule_{k}>{row})" for k, row in enumerate(rows))
    return re.compile(f"{before}(?:{joined})", re.NOFLAG if rules[0].cased else re.IGNORECASE)


def which(rules: Sequence[Rule], match: re.Match[str]) -> tuple[Rule, dict[str, str | None]]:
    """Tell which of the rules joined by `one_of` has matched, and its groups by name."""
    number = (match.lastgroup or "").rpartition("_")[2]
    groups = {name.rpartition("_")[0]: text for name, text in match.groupdict().items() if name.endswith(f"_{number}")}
    return rules[int(number)], groups


def first_rule(rules: Iterable[Rule], text: str) -> Rule | None:
    """Return the first rule that the text fits."""
    for rule in rules:
        if rule.holds(text):
            return rule
    return None
