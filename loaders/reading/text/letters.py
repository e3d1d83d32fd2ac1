"""The letters of Swedish names, and the folded form in which spellings are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

UPPER = "A-ZÀ-ÖØ-ÞĀĆČĐĘĞĪŁŃŌŚŠŪŽŻ"

LOWER = "a-zß-öø-ÿāćčđęğīıłńōśšūžż"

_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "æ": "a", "Æ": "A", "ð": "d", "ł": "l", "Ł": "L", "đ": "d"})


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower-case, without diacritics, with single spaces: the form in which spellings are compared."""
    plain = text.translate(_LETTERS)
    plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return re.sub(r"[^0-9a-z]+", " ", plain.casefold()).strip()


def clean(text: str) -> str:
    """Collapse white space and strip what only separates."""
    return unicodedata.normalize("NFC", re.sub(r"\s+", " ", text)).strip(" \t,;:–—")
