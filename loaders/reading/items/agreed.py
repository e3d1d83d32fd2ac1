"""Decisions told in running text («Mötet enades om att …»), where nothing in the item is headed as decided."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.reading.items.formulas import NAMED_BODY, is_own
from loaders.reading.items.parts import Part, Stretch, paragraphs
from loaders.reading.pages.layout import Layout
from loaders.reading.rules import Rule
from loaders.reading.text.flow import Flow, sentences
from loaders.reading.text.letters import UPPER

AGREED = Rule(
    "agreed",
    rf"(?P<after>Efter\s+(?:[\w-]+\s+){{0,2}}(?:diskussion|omröstning|överläggning)\s+|Därefter\s+)?(?:(?P<subject>[{UPPER}][\w-]*(?:\s[\w-]+){{0,2}}?)\s+)?"
    r"(?P<verb>(?i:enades|är\s+överens|kom\s+överens|beslutade|beslutades|beslöts?))(?:\s+(?:därför|också|vidare|även|enhälligt|om)){0,2}\s+(?=att\b)",
    "Mötet enades om att bilda en grupp",
    "Regionen har beslutat att bilda en grupp",
    at="start",
    cased=True,
)
_MEETING = frozenset({"vi", "deltagarna", "ledamöterna", "alla", "samtliga"})


def agreed_parts(layout: Layout, parts: tuple[Part, ...], body: str | None) -> Iterator[Part]:
    """Yield each such decision as a part of its own, from its «att» to the end of the sentence."""
    if any(part.kind == "decision" for part in parts):
        return
    for part in parts:
        for text in paragraphs(layout, part) if part.kind == "text" else ():
            for sentence in sentences(text):
                match = AGREED.find(sentence.text)
                if match is not None and _is_own(match["subject"], match["after"], match["verb"], body):
                    yield Part(
                        kind="decision",
                        inline=True,
                        stretches=_stretches(sentence.part(match.end(), len(sentence.text))),
                    )


def _is_own(subject: str | None, after: str | None, verb: str, body: str | None) -> bool:
    """Tell the body that meets from another whose decision the text tells of."""
    if subject is None:
        return after is not None or verb[0].isupper()
    return subject.lower() in _MEETING or (NAMED_BODY.holds(subject) and is_own(subject, body))


def _stretches(clause: Flow) -> tuple[Stretch, ...]:
    pairs = zip(clause.places, clause.lengths, strict=True)
    return tuple(Stretch(place, place + length) for place, length in pairs)
