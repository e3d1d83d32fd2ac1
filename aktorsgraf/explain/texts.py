"""The words of the explanation in Swedish and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.page.texts import Language
from loaders.reading.account.spans import State


@dataclass(frozen=True, slots=True)
class Texts:
    """All that the page says itself. `families` names the kinds of facts; one that is not among them keeps its own name."""

    heading: str
    summary: str
    facts: str
    all_families: str
    family: str
    rules: str
    text: str
    next_unread: str
    nothing_unread: str
    no_facts: str
    no_evidence: str
    facts_here: str
    characters: str
    keys: str
    states: Mapping[State, str]
    families: Mapping[str, str]


SWEDISH = Texts(
    heading="Så lästes {name}",
    summary="Tecken: {characters}; olästa {unread}",
    facts="Uppgifter",
    all_families="alla",
    family="Slag av uppgift",
    rules="Regler",
    text="Texten",
    next_unread="Nästa olästa",
    nothing_unread="Inget är oläst.",
    no_facts="Här finns ingen uppgift.",
    no_evidence="Uppgiften har inget ställe i texten.",
    facts_here="Antal uppgifter här: ",
    characters="tecken ",
    keys="Tangenter i texten: pil höger och vänster går mellan ställen med uppgifter, Retur väljer, U går till nästa olästa.",
    states={"claimed": "lästa", "ignored": "kända och förbigångna", "unread": "olästa"},
    families={
        "meeting": "mötet", "participants": "deltagare", "items": "ärenden", "decisions": "beslut", "groups": "grupper",
        "appointments": "val", "seats": "platser", "assignments": "uppdrag", "recipients": "mottagare",
        "statements": "synpunkter", "motions": "yrkanden", "votes": "voteringar", "reservations": "reservationer",
        "documents": "underlag", "quoted": "återgivna beslut", "dissolutions": "upplösta grupper", "departures": "avgångar",
        "vacancies": "vakanser", "propositions": "propositioner", "counts": "angivna antal", "references": "hänvisningar", "mentions": "omnämnda", "warnings": "varningar",
    },
)  # fmt: skip
ENGLISH = Texts(
    heading="How {name} was read",
    summary="Characters: {characters}; unread {unread}",
    facts="Facts",
    all_families="all",
    family="Kind of fact",
    rules="Rules",
    text="The text",
    next_unread="Next unread",
    nothing_unread="Nothing is unread.",
    no_facts="No fact is here.",
    no_evidence="The fact has no place in the text.",
    facts_here="Facts here: ",
    characters="characters ",
    keys="Keys in the text: right and left go between places with facts, Enter chooses, U goes to the next unread.",
    states={"claimed": "read", "ignored": "known and ignored", "unread": "unread"},
    families={
        "meeting": "meeting", "participants": "participants", "items": "items", "decisions": "decisions",
        "groups": "groups", "appointments": "appointments", "seats": "seats", "assignments": "assignments",
        "recipients": "recipients", "statements": "statements", "motions": "motions", "votes": "votes",
        "reservations": "reservations", "documents": "documents", "quoted": "quoted decisions",
        "dissolutions": "dissolved groups", "departures": "departures", "vacancies": "vacancies",
        "propositions": "propositions", "counts": "stated numbers", "references": "references", "mentions": "mentions",
        "warnings": "warnings",
    },
)  # fmt: skip
TEXTS: Mapping[Language, Texts] = {"sv": SWEDISH, "en": ENGLISH}
