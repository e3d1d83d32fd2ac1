"""A sentence that elects, and the appointment that it makes of somebody in it."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.minutes import Appointment
from loaders.reading.facts.election_roles import RoleHit
from loaders.reading.lexicon.terms import Term, find_term_words
from loaders.reading.people.phrase import Phrase
from loaders.reading.rules import Rule
from loaders.reading.text.flow import Flow
from loaders.reading.text.letters import clean

# titles under which what is told elects
ELECTION = Rule(
    "title-of-election",
    r"(?:\S+\s+){0,2}?(?:(?:fyllnads|ny|om)?val|utseende|förordnande)\b(?!\s*(?:2\d\d\d|till\s+riksdag))",
    "Val av styrelseledamöter för två år",
    "Valet 2018",
    at="start",
)


@dataclass(frozen=True, slots=True)
class ElectingSentence:
    """A sentence with the people and the role words in it; `decided` when it is of a decided point."""

    flow: Flow
    people: list[Phrase]
    roles: list[RoleHit]
    decided: bool

    @property
    def words(self) -> str:
        """The sentence's text."""
        return self.flow.text

    def names(self, *roles: str) -> bool:
        """Tell whether one of these roles is named."""
        return any(hit.role in roles for hit in self.roles)


def appointment_of(
    sentence: ElectingSentence, person: Phrase, role: str, body: str | None, term: Term | None, gone: str | None
) -> Appointment:
    """Make the appointment of a person to a role, in the stead of whom is `gone`."""
    return Appointment(
        person=person.name,
        role=role,
        body=body,
        municipality=person.municipality,
        party=person.party,
        since=term.since if term else None,
        until=term.until if term else None,
        replaces=gone if gone != person.name else None,
        evidence=sentence.flow.evidence(),
    )


def term_of(person: Phrase, people: list[Phrase], terms: list[Term]) -> Term | None:
    """Pick the term stated behind a person, before the next; else the only one, or one that precedes them all."""
    after = [term for term in terms if term.start >= person.name_end]
    following = min((other.start for other in people if other.start > person.start), default=None)
    own = next((term for term in after if following is None or term.start < following), None)
    return own or next(iter(after), terms[0] if terms else None)


def words_of_term(words: str, person: Phrase, people: list[Phrase], terms: list[Term]) -> str | None:
    """Return the words of the term that `term_of` picks, those of a term without years among them."""
    spans = [Term(start, end, None, None) for start, end in find_term_words(words, terms)]
    term = term_of(person, people, spans)
    return None if term is None else clean(words[term.start : term.end]).rstrip(".")
