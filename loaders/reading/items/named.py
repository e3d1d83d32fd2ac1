"""Those of the meeting whom a text names, in full or by a first name that only one of them has («Anna, Bo och Cilla»)."""

from __future__ import annotations

import re

from loaders.reading.items.context import Context
from loaders.reading.lexicon.names import NameHit, find_names
from loaders.reading.text.letters import LOWER, UPPER, fold

_FIRST_NAME = re.compile(rf"(?<![\w-])[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?(?![\w-])(?!\s+[{UPPER}][{LOWER}])")
_CAPITALISED_BEFORE = re.compile(rf"(?<![.:!?])\s?\b[{UPPER}][\w-]*\s$")


def named_in(words: str, context: Context, *, only_known: bool = False) -> list[NameHit]:
    """List the names of a text in order; `only_known` leaves out those whom the minutes have not established."""
    hits = [
        hit
        for hit in find_names(words, context.known, strict=True)
        if not only_known or fold(hit.name) in context.known
    ]
    return sorted((*hits, *first_names(words, context, hits)), key=lambda hit: hit.start)


def first_names(words: str, context: Context, beside: list[NameHit]) -> list[NameHit]:
    """List those named by the first name alone, beside the full names of the text."""
    found = []
    for match in _FIRST_NAME.finditer(words):
        full = context.by_first_name(match.group())
        inside = any(hit.start <= match.start() < hit.end for hit in beside)
        if full is not None and not inside and not _CAPITALISED_BEFORE.search(words[: match.start()][-40:]):
            found.append(NameHit(match.start(), match.end(), full))
    return found
