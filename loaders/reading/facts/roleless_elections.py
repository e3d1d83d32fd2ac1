"""Elections that name no role: into a committee, into a body, in somebody's stead."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from loaders.minutes import Appointment
from loaders.reading.facts.electing import ELECTION, ElectingSentence, appointment_of, term_of, words_of_term
from loaders.reading.facts.election_bodies import BODY_WORD, body_before, body_into
from loaders.reading.facts.leaving import part_leaving, who_replaces
from loaders.reading.items.context import Item
from loaders.reading.lexicon.terms import Term, find_terms
from loaders.reading.rules import Rule
from loaders.reading.text.letters import clean

REPLACED_BY = Rule("replaced-by", r"\bersätts\b[^.]{0,30}\bav\s*$", "Bo Ek ersätts i styrelsen av ", "Bo Ek ersätts ")
# what somebody is chosen to is told, but by a word that is no role known here
INTO_ROLE = Rule(
    "into-role",
    r"\btill\s+(?:(?:ny|vår|tillförordnad|tf\.?)\s+)?[a-zåäö]+(?:are|chef|direktör|person(?:er)?|ansvarig(?:a)?|strateg|ledare|värd|talman|vittne|ombudsman|bas)\b",
    "utse Eva Alm till projektledare för kommitténs arbete",
    "utse Eva Alm till styrelsen",
)
# before those who are named behind a colon
JOINING = Rule(
    "joining",
    r"\b(?:ingå|sitta|delta)\s+i\s+(?P<body>[^.,;:]{4,60}?)\s*:",
    "utses att ingå i rådet: Eva Alm",
    "utses att ingå i rådet",
)
NOMINATES = Rule("nominates", r"\bnominera", "nominera Eva Alm till styrelsen", "utse Eva Alm efter nominering")
COMMITTEE = Rule(
    "committee",
    r"\b(?:till|i|val\s+av)\s+(?P<body>valberedning(?:en)?|valkommitté(?:n)?)\b",
    "Till valberedning valdes Eva Alm",
    "Valberedningen föreslår Eva Alm",
)


def into_committee(sentence: ElectingSentence, item: Item) -> Iterator[tuple[Appointment, Term | None]]:
    """Read «Till valberedning valdes A och B», which says no role: its members."""
    match = COMMITTEE.find(sentence.words) or COMMITTEE.find(item.title.text)
    if match is None or not ELECTION.holds(item.title.text):
        return
    terms = find_terms(sentence.words)
    chosen, _ = part_leaving(sentence.words, sentence.people)
    for person in chosen:
        term = term_of(person, chosen, terms)
        appointment = appointment_of(sentence, person, "member", match["body"].lower(), term, None)
        yield msgspec.structs.replace(appointment, term=words_of_term(sentence.words, person, chosen, terms)), term


def into_body(sentence: ElectingSentence) -> Iterator[tuple[Appointment, Term | None]]:
    """Read «utse A till styrelsen för X», which says no role: its members; who is nominated is elected elsewhere."""
    words = sentence.words
    if INTO_ROLE.holds(words) or NOMINATES.holds(words):
        return
    terms = find_terms(words)
    chosen, leaving = part_leaving(words, sentence.people)
    gone = who_replaces(words, chosen, leaving)
    joining = JOINING.find(words)
    for person in chosen:
        behind = joining is not None and joining.end() <= person.start and BODY_WORD.holds(joining["body"])
        body = clean(joining["body"]) if joining is not None and behind else body_into(words, person.name_end)
        if body is not None:
            term = term_of(person, chosen, terms)
            read = appointment_of(sentence, person, "member", body, term, gone.get(person.start))
            yield msgspec.structs.replace(read, term=words_of_term(words, person, chosen, terms)), term


def successor(sentence: ElectingSentence) -> Iterator[tuple[Appointment, Term | None]]:
    """Read «A ersätts i styrelsen av B»."""
    chosen, leaving = part_leaving(sentence.words, sentence.people)
    if chosen and REPLACED_BY.holds(sentence.words[: chosen[-1].start]):
        term = term_of(chosen[-1], chosen, find_terms(sentence.words))
        gone = who_replaces(sentence.words, chosen, leaving).get(chosen[-1].start)
        yield appointment_of(sentence, chosen[-1], "member", body_before(sentence.words), term, gone), term
