"""The part of a meeting that somebody attended («närvaro under vissa paragrafer»)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import NamedNode, Triple

from loaders.mapping.context import Context, texts
from loaders.mapping.literals import text_literal
from loaders.minutes import Attendance
from ontology.iris import item_iri, presence_iri
from ontology.terms import AG, RDF, RDFS

_RANGE: Final = re.compile(r"(?P<first>\d+)(?:\s*[a-zåäö]\b)?\s*[-–—]\s*(?P<last>\d+)(?:\s*[a-zåäö]\b)?", re.IGNORECASE)
_SINGLE: Final = re.compile(r"(?P<number>\d+)\s*(?P<letter>[a-zåäö]\b)?", re.IGNORECASE)


def presence_triples(context: Context, entry: Attendance, attendance: NamedNode) -> Iterator[Triple]:
    """Yield the part that was attended, where the minutes limit it, and the items that it covers."""
    partly = entry.partly
    if not (entry.items or partly or entry.arrived or entry.left):
        return
    presence = presence_iri(attendance)
    stated = (
        f"§ {entry.items}" if entry.items else "",
        f"del av § {partly}" if partly else "",
        f"från {entry.arrived}" if entry.arrived else "",
        f"till {entry.left}" if entry.left else "",
    )
    yield Triple(attendance, AG.presence, presence)
    yield Triple(presence, RDF.type, AG.PresenceInterval)
    yield Triple(presence, RDFS.label, text_literal(" ".join(part for part in stated if part)))
    yield from texts(
        presence,
        (AG.items, entry.items),
        (AG.partly, partly),
        (AG.fromTime, entry.arrived),
        (AG.untilTime, entry.left),
    )
    if entry.items:
        for number in covered(entry.items, [item.number for item in context.minutes.items]):
            yield Triple(presence, AG.forItem, item_iri(context.meeting, number))


def covered(stated: str, numbers: Iterable[str]) -> list[str]:
    """List the item numbers that a stated part covers: «135-141» and «138, 140 b»; an item covers its sub-items."""
    rest, ranges = stated, []
    for match in _RANGE.finditer(stated):
        ranges.append((int(match["first"]), int(match["last"])))
        rest = rest.replace(match.group(), " ")
    singles = {(int(match["number"]), (match["letter"] or "").casefold()) for match in _SINGLE.finditer(rest)}
    found = []
    for number in numbers:
        parts = _SINGLE.match(number)
        if parts is None:
            continue
        plain, letter = int(parts["number"]), (parts["letter"] or "").casefold()
        if any(first <= plain <= last for first, last in ranges) or {(plain, ""), (plain, letter)} & singles:
            found.append(number)
    return list(dict.fromkeys(found))
