"""One person as one place in the minutes tells of them."""

from __future__ import annotations

import msgspec

from loaders.minutes import Evidence
from loaders.reading.people.grammar import read_people
from loaders.reading.people.phrase import Phrase
from loaders.reading.text.flow import Flow
from loaders.reading.text.letters import clean


class Seen(msgspec.Struct, frozen=True, gc=False):
    """One person in one list or sentence; `section` is the kind of list, `surface` the name as it stands in the source."""

    phrase: Phrase
    section: str
    evidence: tuple[Evidence, ...]
    surface: str


def note_phrase(phrase: Phrase, section: str, part: Flow) -> Seen:
    """Keep a phrase read from `part` with its evidence."""
    low, high = part.sheet.raw_span(part.place(phrase.start), part.place(phrase.name_end - 1) + 1)
    evidence = part.evidence(phrase.start, max(phrase.end, phrase.name_end))
    return Seen(phrase, section, evidence, clean(part.sheet.raw_text(low, high)))


def note_people(part: Flow, section: str, known: frozenset[str] = frozenset(), *, strict: bool = False) -> list[Seen]:
    """Read the people of a stretch of text as entries of a section of that kind."""
    return [note_phrase(phrase, section, part) for phrase in read_people(part, known, strict=strict)]
