"""Words that a PDF's font names wrongly, mended by what their picture shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from loaders.formats.pdf_letters import Letter

_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")
_LONGER = 2  # times as long a word may become: one letter can stand for a ligature of three
_SHORTER = 0.6  # of its length that a word may come to: what was lost may have been two marks for one letter
_LONG = 5  # letters of a word that pictures show well
_BIN = 20.0  # points


class Seen(NamedTuple):
    """A word as its picture shows it, with its box in points from the page's lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def mend(letters: list[Letter], fonts: frozenset[int], seen: list[Seen]) -> list[Letter]:
    """Return the letters with words replaced by what is seen in their place: all words in these fonts, longer ones in others.

    Where one font of a page is wrong the others are seldom right. Words with digits or without letters stay as the file
    has them: fonts lose letters, and pictures lose signs.
    """
    places: dict[int, list[Seen]] = {}
    for one in seen:
        places.setdefault(int((one.bottom + one.top) / 2 // _BIN), []).append(one)
    mended: list[Letter] = []
    for word in _words(letters):
        doubted = len(word) >= _LONG or any(letter.font in fonts for letter in word)
        found = _seen_in(word, places) if doubted else None
        if found is None:
            mended += word
        else:
            mended.append(word[0]._replace(text=found, right=max(letter.right for letter in word)))
    return mended


def _words(letters: list[Letter]) -> Iterator[list[Letter]]:
    """Yield the words and, one by one, the spaces between them."""
    word: list[Letter] = []
    for letter in letters:
        parted = word and (abs(letter.y - word[-1].y) > 1 or letter.x - word[-1].right > letter.size)
        if letter.text.isspace() or parted:
            if word:
                yield word
            word = []
        if letter.text.isspace():
            yield [letter]
        else:
            word.append(letter)
    if word:
        yield word


def _seen_in(word: list[Letter], places: dict[int, list[Seen]]) -> str | None:
    """Return what the picture shows where a word stands; None where it cannot tell better."""
    text = "".join(letter.text for letter in word)
    left, right = word[0].x, max(letter.right for letter in word)
    low, high = word[0].y - 0.1 * word[0].size, word[0].y + 0.6 * word[0].size
    near = (one for at in range(int(low // _BIN) - 1, int(high // _BIN) + 2) for one in places.get(at, ()))
    found = [one for one in near if one.bottom < high and one.top > low and left <= (one.left + one.right) / 2 <= right]
    shown = "".join(one.text for one in sorted(found, key=lambda one: one.left))
    if not _LETTER.search(shown) or _DIGIT.search(shown) or _DIGIT.search(text):
        return None
    return shown if _SHORTER * len(text) <= len(shown) <= _LONGER * len(text) + 1 else None
