"""Given names («förnamn») on record."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from loaders.reading.text.letters import fold


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Return the folded given names («förnamn») on record."""
    data = files("loaders.reading").joinpath("data", "given_names.txt").read_text("utf-8")
    return frozenset(fold(word) for line in data.splitlines() if not line.startswith("#") for word in line.split())


@lru_cache(maxsize=16384)
def is_given_name(word: str) -> bool:
    """Tell whether a word, or the first part of a double one (Bo-Göran), is a given name on record."""
    return fold(word) in given_names() or fold(word.split("-", maxsplit=1)[0]) in given_names()
