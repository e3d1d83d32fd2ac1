"""Tell an agenda («kallelse», «föredragningslista») from minutes: nothing in it is decided."""

from __future__ import annotations

import msgspec

from loaders.minutes import AgendaItem, Minutes, ReadingWarning
from loaders.reading.pages.layout import Layout
from loaders.reading.rules import Rule

AGENDA = Rule(
    "agenda",
    r"\s*(?:#{1,4}\s*)?(?:[\w-]+(?:\s+[\w-]+){0,3}\s{2,}|(?:preliminär|utskickad)\s+)?(?:kallelse(?:\s*/\s*(?:underrättelse|föredragningslista|dagordning))?|föredragningslista|ärendelista|dagordning)(?:\s+(?:till|för|med|och|vid|inför|(?:19|20)?\d\d)\b[^\n]*|\s*:?\s*|\s{3,}[^\n]*)$",
    "Kallelse till sammanträde med Direktionen",
    "Kallelsen godkänns",
    at="start",
)
MINUTES = Rule(
    "minutes",
    r"protokoll(?!sjuster)|anteckning|\bnärvarande\b|\bbeslutande\b|\bjusterare\b",
    "Sammanträdesprotokoll",
    "Val av protokollsjusterare",
)
_FIRST = 6  # lines in which the kind of a document stands
_FRONT = 30


def is_agenda(layout: Layout, first_head: int) -> ReadingWarning | None:
    """Return the warning that a document calls itself an agenda, and nowhere before its items minutes."""
    front = layout.text_lines(0, first_head)[:_FRONT]
    named = next((layout.lines[i] for i in front[:_FIRST] if AGENDA.holds(layout.lines[i].text[:160])), None)
    if named is None or any(MINUTES.holds(layout.lines[i].text[:400]) for i in front):
        return None
    message = "The document is an agenda, not minutes: nothing in it is decided."
    return ReadingWarning(code="agenda", message=message, evidence=(layout.sheet.evidence(named.start, named.end),))


def undecided(minutes: Minutes, warning: ReadingWarning) -> Minutes:
    """Leave of what was read what an agenda can tell: the meeting called, its items, what they rest on and refer to."""
    items = tuple(
        AgendaItem(
            number=item.number,
            label=item.label,
            title=item.title,
            diary_number=item.diary_number,
            quoted=item.quoted,
            documents=item.documents,
            references=item.references,
            evidence=item.evidence,
        )
        for item in minutes.items
    )
    kept = tuple(one for one in minutes.warnings if one.code not in _OF_MINUTES)
    return msgspec.structs.replace(minutes, participants=(), items=items, warnings=(warning, *kept))


_OF_MINUTES = frozenset(
    {"no-participants", "vote-count", "decision-not-read", "assignment-not-read", "group-not-read", "election-not-read"}
)
