"""Whether a query could ask another server, however its parser takes it («räckvidd»).

SPARQL's grammar reads `?a<?b)SERVICE#>` as a name in angle brackets, or as «less than» and code, depending on what stands
before; parsers differ. So every way of taking a text apart is followed at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_SERVICE: Final = re.compile("service", re.IGNORECASE)
_IRI: Final = re.compile(r"<[^<>\"{}|^`\\\x00-\x20]*>")
_COMMENT: Final = re.compile(r"#[^\n\r]*")
_STRINGS: Final = {
    quote: (
        re.compile(rf"{quote}{{3}}(?:{quote}{{0,2}}(?:[^{quote}\\]|\\.))*{quote}{{3}}", re.DOTALL),
        re.compile(rf"{quote}(?:[^{quote}\\\n\r]|\\.)*{quote}", re.DOTALL),
    )
    for quote in ("'", '"')
}


def may_ask_another_server(sparql: str) -> bool:
    """Tell whether «SERVICE», which makes requests, may be code in any reading of the text."""
    if not _SERVICE.search(sparql):
        return False
    reached = [False] * (len(sparql) + 1)
    reached[0] = True
    for place in range(len(sparql)):
        if not reached[place]:
            continue
        if _SERVICE.match(sparql, place):
            return True
        for end in _ends(sparql, place):
            reached[end] = True
    return False


def _ends(text: str, place: int) -> Iterator[int]:
    """Yield where code may go on after what begins at a place: a string, a comment, an IRI or a single character."""
    sign = text[place]
    if sign in _STRINGS:
        yield from (found.end() for pattern in _STRINGS[sign] if (found := pattern.match(text, place)))
    elif sign == "#" and (comment := _COMMENT.match(text, place)):
        yield comment.end()
    else:
        yield place + 1
        if sign == "\\":
            yield min(place + 2, len(text))
        if sign == "<" and (iri := _IRI.match(text, place)):
            yield iri.end()
