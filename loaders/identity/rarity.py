"""How common a person's name is, in bits («namnfrekvens»): the rarer, the more it tells that two bearers are one."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from math import log2
from typing import Final

UNLISTED: Final = {"given": 8.0, "surname": 5.0}  # bearers in 100,000 of a name that is not listed
_SMOOTHING: Final = 20_000  # so many unseen names stand beside those of the minutes, that a few meetings prove little
_INITIAL: Final = 4.0  # bits: one letter of some sixteen that begin given names


@cache
def _listed() -> dict[tuple[str, str], float]:
    """Return how many in 100,000 bear a name, by kind and folded name."""
    text = files("loaders.identity").joinpath("data/common_names.csv").read_text("utf-8")
    return {(row["kind"], row["name"]): float(row["per_100000"]) for row in csv.DictReader(text.splitlines())}


@dataclass(frozen=True, slots=True)
class Rarity:
    """Frequencies of names: the greater of the list's and the minutes' own, counted over `names` distinct folded names."""

    names: int = 0
    given: Counter[str] = field(default_factory=Counter)
    surnames: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, names: Iterable[str]) -> Rarity:
        """Count the parts of distinct folded names."""
        split = [words for name in names if (words := name.split())]
        given = Counter(words[0] for words in split)
        return cls(len(split), given, Counter(word for words in split for word in words[1:]))

    def bits(self, name: str) -> float:
        """Return how much a folded name tells; an initial («b ek») tells less than a name."""
        first, *rest = name.split() or ["-"]  # a name of blanks
        given = _INITIAL if len(first) == 1 else self._bits("given", first, self.given[first])
        surnames = [word for word in rest[:-1] if ("given", word) not in _listed()] + rest[-1:]
        return given + max((self._bits("surname", word, self.surnames[word]) for word in surnames), default=0.0)

    def _bits(self, kind: str, word: str, seen: int) -> float:
        """Weigh one part; of a double surname the rarer word counts, since the other often goes with it."""
        listed = _listed().get((kind, word), UNLISTED[kind]) / 100_000
        return -log2(max(listed, (seen - 1) / (self.names + _SMOOTHING)))
