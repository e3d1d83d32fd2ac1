"""Which rows tell of which kind of fact, so that a fact's evidence can be asked for the row that it fits.

A row that is added to one of these tables names its facts by itself; a new table is a new entry here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from loaders.reading.facts.assignment_forms import ASSIGNMENT_FORMS, GIVEN_AT_MEETING, RESULT_IS_DUE, SHALL
from loaders.reading.facts.departures import AFTER as DEPARTS_AFTER
from loaders.reading.facts.departures import BEFORE as DEPARTS_BEFORE
from loaders.reading.facts.departures import VACANT
from loaders.reading.facts.dissent import DISQUALIFIED, NOT_TAKING_PART, NOTE, RESERVATION
from loaders.reading.facts.dissolutions import ENDS
from loaders.reading.facts.election_roles import ELECTED_ROLES
from loaders.reading.facts.group_signals import CONSISTS, ENLARGED, INTO, MAKES_UP, MEMBER_OF, SET_UP_AFTER, SETS_UP
from loaders.reading.facts.motions import FINDS, MOVES
from loaders.reading.facts.quoted import ACTED_THEN, DECIDED_THEN
from loaders.reading.facts.references import DIARY, ITEM, LAW_FIRST, PLACE_FIRST, SFS
from loaders.reading.facts.seats import SEAT
from loaders.reading.facts.vote_forms import COUNTS, NO_MEANS, YES_MEANS
from loaders.reading.items.points import ATT, DECIDED
from loaders.reading.rules import Rule, first_rule

FACT_RULES: Mapping[str, Sequence[Rule]] = {
    "decisions": (ATT, DECIDED),
    "groups": (ENLARGED, SETS_UP, SET_UP_AFTER, MAKES_UP, CONSISTS, INTO, MEMBER_OF),
    "appointments": ELECTED_ROLES,
    "seats": (SEAT,),
    "assignments": (*ASSIGNMENT_FORMS, SHALL, GIVEN_AT_MEETING, RESULT_IS_DUE),
    "departures": (*DEPARTS_AFTER, *DEPARTS_BEFORE),
    "vacancies": (VACANT,),
    "dissolutions": (ENDS,),
    "quoted": (DECIDED_THEN, ACTED_THEN),
    "references": (LAW_FIRST, PLACE_FIRST, SFS, DIARY, ITEM),
    "motions": (MOVES,),
    "propositions": (FINDS,),
    "votes": (*COUNTS, *YES_MEANS, *NO_MEANS),
    "reservations": (DISQUALIFIED, RESERVATION, NOTE, NOT_TAKING_PART),
}


def rule_of(family: str, quote: str) -> str:
    """Name the row behind a fact («assignments: assign-to»); the family alone where no table tells of it."""
    rule = first_rule(FACT_RULES.get(family, ()), quote)
    return family if rule is None else f"{family}: {rule.name}"
