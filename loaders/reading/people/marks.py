"""Marks of presence beside a name: [X] x - (–) *."""

from __future__ import annotations

from msgspec.structs import replace

from loaders.reading.people.phrase import Phrase
from loaders.reading.rules import Rule

MARK = Rule(
    "mark-before",
    r"\s*(?:\[(?P<box>[xX✓✔ –-]?)\]|\(\s{0,4}(?P<paren>[xX–—-]|(?<=\s))\s{0,4}\)|(?P<x>[xX✓✔])(?=\s+[^\d\W])|(?P<dash>[-–—])(?=\s+\S)|(?P<star>\*))\s*",
    "[X] Karf Johannes",
    "Xander Karf",
    at="start",
)
TRAILING_MARK = Rule(
    "mark-after",
    r"(?:\s|^)(?:\[(?P<box>[xX✓✔ –-]?)\]|(?P<x>[xX✓✔]))\s*$",
    "Johannes Karf\tx",
    "Johannes Karf, Max",
)
_PRESENT = frozenset("x✓✔")


def with_mark(phrase: Phrase, text: str, name_start: int) -> Phrase:
    """Read the mark before the first name of a line, or the one that ends the line."""
    match = MARK.find(text)
    if match is None or match.end() > name_start:
        match = TRAILING_MARK.find(text)
    if match is None:
        return phrase
    marks = {kind: mark for kind, mark in match.groupdict().items() if mark is not None}
    if marks.get("star"):
        return replace(phrase, roles=("serving-substitute", *phrase.roles))
    if marks.get("dash"):
        return phrase  # a bullet as well as a mark: the list as a whole tells
    return replace(phrase, present=next(iter(marks.values())).lower() in _PRESENT)


def without_mark(text: str) -> str:
    """Cut the mark at the head of a line."""
    match = MARK.find(text)
    return text[match.end() :] if match is not None else text
