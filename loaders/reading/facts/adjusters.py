"""The meeting's adjusters («justerare»): everybody chosen in a sentence on adjusting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.minutes import Appointment
from loaders.reading.facts.election_roles import RoleHit
from loaders.reading.items.context import Context
from loaders.reading.people.phrase import Phrase
from loaders.reading.rules import Rule
from loaders.reading.text.flow import Flow

NOT_ADJUSTING = Rule(
    "not-adjusting",
    r"(?:jämte|med|utöver)\s+(?:mötets?\s+|mötes|vice\s+)?ordföranden?\s*,?\s*$|(?:ersättare|suppleant)(?:\s+för\s+\w+)?\s*(?:till\s+justerare\s*)?:?\s*$|med\s+$",
    "att jämte ordföranden ",
    "att jämte ordföranden justera utses ",
)
OTHERWISE_BUSY = Rule(
    "otherwise-busy",
    r"\b(?:öppna(?:r|de)|hälsa(?:r|de)|förklara(?:r|de)|tacka(?:r|de)|leder|ledde|konstatera(?:r|de)|föreslår|föreslog)\b",
    " öppnar mötet och ",
    " och ",
)
FIRST_NAMES = Rule(
    "first-names",
    r"(?P<who>[A-ZÅÄÖ][\wåäö-]+(?:\s+och\s+[A-ZÅÄÖ][\wåäö-]+)?)\s+(?:valdes|väljs|utsågs|utses)\s+(?:till\s+justerare|att\s+justera)",
    "Eva valdes att justera protokollet",
    "Eva valdes till ordförande",
    at="start",
    cased=True,
)
CHOSEN_TO = Rule("chosen-to", r"\s*(?:till|som)\s+(?:\w+s\s+)?", " till mötets ", " och ", at="whole", cased=True)


def read_adjusters(text: Flow, people: list[Phrase], roles: list[RoleHit]) -> Iterator[Appointment]:
    """Yield everybody chosen, except the chair with whom they adjust and the substitutes of adjusters."""
    starts = [person.start for person in people[1:]]
    for person, following in zip(people, [*starts, len(text.text)], strict=True):
        if NOT_ADJUSTING.holds(text.text[max(person.start - 80, 0) : person.start]):
            continue
        if OTHERWISE_BUSY.holds(text.text[person.name_end : following]) and following < len(text.text):
            continue
        other = next((hit for hit in roles if _is_own(text.text, person, hit)), None)
        yield Appointment(
            person=person.name,
            role="adjuster" if other is None else other.role,
            municipality=person.municipality,
            party=person.party,
            evidence=text.evidence(),
        )


def adjusters_by_first_name(text: Flow, context: Context) -> Iterator[Appointment]:
    """Yield those at the meeting whom a sentence on adjusting names by their first names («Eva valdes att justera»)."""
    match = FIRST_NAMES.find(text.text)
    for word in re.findall(r"\w+", match["who"]) if match is not None else ():
        name = context.by_first_name(word)
        if name is not None:
            yield Appointment(person=name, role="adjuster", evidence=text.evidence())


def _is_own(words: str, person: Phrase, hit: RoleHit) -> bool:
    """Tell whether a sentence that also gives other offices gives this person one («A till ordförande, B att justera»)."""
    return hit.role in ("chair", "secretary") and CHOSEN_TO.holds(words[person.name_end : hit.start])
