"""Rules are data: one convention of minutes a row, with an example that it finds and a counter-example that it leaves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from loaders.reading.needles import lowered, needles

_GROUP = re.compile(r"\(\?P<(\w+)>")

Where = Literal["anywhere", "start", "whole"]

_Find = Callable[[str], re.Match[str] | None]
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

    def __post_init__(self) -> None:
        regex = re.compile(self.pattern, re.NOFLAG if self.cased else re.IGNORECASE)
        finders = {"anywhere": regex.search, "start": regex.match, "whole": regex.fullmatch}
        object.__setattr__(self, "regex", regex)
        find, find_all = _where_needed(regex, finders[self.at])  # bound once: rules are asked millions of times
        object.__setattr__(self, "find", find)
        object.__setattr__(self, "find_all", find_all)

    def holds(self, text: str) -> bool:
        """Tell whether the text has this wording."""
        return self.find(text) is not None


def _where_needed(regex: re.Pattern[str], find: _Find) -> tuple[_Find, _FindAll]:
    """Ask a pattern only about texts that hold a word which its matches cannot do without."""
    words = needles(regex.pattern, regex.flags)
    if not words:
        return find, regex.finditer

    def find_there(text: str) -> re.Match[str] | None:
        low = lowered(text)
        for word in words:
            if word in low:
                return find(text)
        return None

    def find_all_there(text: str) -> Iterator[re.Match[str]]:
        low = lowered(text)
        for word in words:
            if word in low:
                return regex.finditer(text)
        return iter(())

    return find_there, find_all_there


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
        if rule.find(text) is not None:
            return rule
    return None
