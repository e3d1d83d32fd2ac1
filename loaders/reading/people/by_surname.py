"""Members whom their substitutes name by the surname alone («Eva Alm, ersättare för Ek»)."""

from __future__ import annotations

from msgspec.structs import replace

from loaders.reading.lexicon.places import municipality_of
from loaders.reading.people.phrase import Phrase
from loaders.reading.people.presence import cut
from loaders.reading.rules import Rule
from loaders.reading.text.letters import LOWER, UPPER

BY_SURNAME = Rule(
    "by-surname",
    r"(?:(?:\b(?:suppl(?:eant)?|ers(?:ättare)?|tjg|tj|tjänstg(?:ör|örande)?)\.?\s*(?:ers\.?\s+)?\(?|\(\s*|\bi\s?stället\s+)(?:för|f\.)|\bersätter)\s+"
    rf"(?P<surname>(?-i:[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?))\s*\)?(?=\s*(?:[,;()]|$|§))",
    ", ersättare för Ek, §§ 1-4",
    ", ersättare för Eva Ek",
)


def with_surname(phrase: Phrase, gap: str) -> tuple[Phrase, str]:
    """Take the surname of the one replaced out of the text after a name; also returns what is left of that text."""
    match = BY_SURNAME.find(gap)
    if match is None or municipality_of(match["surname"]) is not None:
        return phrase, gap
    role = match.group().removesuffix(match["surname"])
    return replace(phrase, replaces=match["surname"]), cut(gap, match) + (" ; ersättare" if "ers" in role else "")
