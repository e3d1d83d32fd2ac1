"""The letters of Swedish names, and the folded form in which spellings are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

UPPER = "A-ZÀ-ÖØ-ÞĀĆČĐĘĞĪŁŃŌŚŠŪŽŻ"

LOWER = "a-zß-öø-ÿāćčđęğīıłńōśšūžż"

_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "æ": "a", "Æ": "A", "ð": "d", "ł": "l", "Ł": "L", "đ": "d"})

_MARKS = re.compile("[\u0300-\u034e\u0350-\u036f]+")  # the combining marks of Latin letters
_OTHERS = re.compile(r"[^0-9a-z]+")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower-case, without diacritics, with single spaces: the form in which spellings are compared."""
    plain = text
    if not text.isascii():
        plain = _MARKS.sub("", unicodedata.normalize("NFKD", text.translate(_LETTERS)))
        if not plain.isascii():
            plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _OTHERS.sub(" ", plain.casefold()).strip()


def clean(text: str) -> str:
    """Collapse white space and strip what only separates."""
    return unicodedata.normalize("NFC", " ".join(text.split())).strip(" \t,;:–—")
