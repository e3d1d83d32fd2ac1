"""Short-cuts («genvägar»): relationships that follow from what is stated, and say so with `derived`.

Each is a row: the type, and the pattern that binds ?start and ?end. They spare people who explore a graph by hand the nodes in
between; the queries of the pack go by what is stated.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import pyoxigraph as ox

from graph.store import GraphStore
from ontology.terms import PREFIXES

_PROLOGUE: Final = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())


class Shortcut(NamedTuple):
    """A relationship type with the pattern that it stands for, and what it says in Swedish and English."""

    type: str
    pattern: str
    sv: str
    en: str


SHORTCUTS: Final = (
    Shortcut(
        "ATTENDED",
        "?fact eli-dl:had_participant_person ?start ; ag:atMeeting ?end ; ag:present true",
        "personen var närvarande vid sammanträdet",
        "the person was present at the meeting",
    ),
    Shortcut(
        "MEMBER_OF",
        "?fact org:member ?start ; org:organization ?end",
        "personen har valts till organet eller gruppen, när som helst",
        "the person was elected to the body or group, at any time",
    ),
    Shortcut(
        "SERVED_FOR",
        "?fact eli-dl:had_participant_person ?start ; ag:substitutesFor/eli-dl:had_participant_person ?end",
        "personen har tjänstgjort i den andras ställe",
        "the person served in the other's place",
    ),
    Shortcut(
        "PART_OF",
        "?start org:unitOf+ ?end",
        "organet eller gruppen hör till den andra, direkt eller genom andra",
        "the body or group belongs to the other, directly or through others",
    ),
)


def pairs(store: GraphStore, shortcut: Shortcut) -> Iterator[tuple[str, str]]:
    """Yield the IRIs that a short-cut links, in the store's own order."""
    answer = store.query(f"{_PROLOGUE}SELECT DISTINCT ?start ?end WHERE {{ {shortcut.pattern} }}")
    if not isinstance(answer, ox.QuerySolutions):
        raise TypeError(f"short-cut {shortcut.type}: expected solutions of a SELECT")
    for solution in answer:
        yield solution["start"].value, solution["end"].value
