"""Reservations, disqualification («jäv»), abstaining from a decision, and notes to the minutes."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.minutes import Reservation, ReservationKind
from loaders.reading.items.context import Context, Item
from loaders.reading.items.parts import paragraphs
from loaders.reading.lexicon.names import find_names
from loaders.reading.pages.layout import Layout
from loaders.reading.rules import Rule
from loaders.reading.text.flow import Flow, sentences
from loaders.reading.text.letters import fold

DISQUALIFIED = Rule(
    "disqualified",
    r"\b(?:anmäl(?:er|de|ts?)\s+(?:sig\s+)?jäv|(?:var|är|förklarar?s?\s+(?:sig\s+)?)\s*(?:vara\s+)?jävig|jävig|(?:på\s+grund\s+av|p\.?g\.?a\.?|till\s+följd\s+av)\s+jäv)\b",
    "Eva Alm anmäler jäv",
    "Ingen jävsfråga",
)
RESERVATION = Rule(
    "reservation",
    r"\b(?:reserver(?:ar|ade)\s+sig|(?:skriftlig\s+|muntlig\s+)?reservation(?:er)?|avvikande\s+mening)\b",
    "Eva Alm reserverar sig mot beslutet",
    "Medel reserveras",
)
NOT_TAKING_PART = Rule(
    "not-taking-part",
    r"\b(?:(?:delt(?:ar|og)\s+(?:inte|ej|varken)|(?:inte|ej)\s+delt(?:ar|og|agit))\s+i\s+(?:beslutet|behandlingen|omröstningen|handläggningen|överläggningen|överläggningar|beredningen|debatten)|lämna(?:r|de)\s+(?:salen|rummet|mötet|sammanträdet)\s+under|avst(?:år|od)\s+från\s+att\s+delta\s+i\s+beslutet)\b",
    "Eva Alm deltar inte i beslutet",
    "Eva Alm deltar i beslutet",
)
NOTE = Rule(
    "note",
    r"\b(?:protokollsanteckning(?:en|ar)?|särskilt\s+yttrande|särskilda\s+yttranden)\b",
    "Eva Alm lämnar en protokollsanteckning",
    "Eva Alm lämnar ett yttrande",
)
# the first that a sentence fits counts
DISSENTS: tuple[tuple[ReservationKind, Rule], ...] = (
    ("disqualified", DISQUALIFIED),
    ("reservation", RESERVATION),
    ("note", NOTE),
    ("not-taking-part", NOT_TAKING_PART),
)
# from here on a sentence names whose proposal is preferred, or who takes the place
ELSEWHERE = Rule(
    "elsewhere",
    r"\b(?:till\s+förmån\s+för|(?:mot|i\s+enlighet\s+med|enligt)\s+[^.;]{0,60}?(?:förslag|yrkande)|i\s+stället|istället|(?:går|gick)\s+in|inträder|ersätts\s+av|ersätter|leder|tar\s+över|övertar)\b",
    "reserverar sig till förmån för Bo Eks yrkande",
    "reserverar sig mot beslutet",
)
# under a label, too, who takes the chair or the seat meanwhile is not meant
IN_OFFICE = Rule(
    "in-office",
    r"\b(?:ordförande|ersättare|tjänstgör\w*|leder|justerare)\b",
    "Ordförande under punkten: Eva Alm",
    "Jäv: Eva Alm",
)
BY_NAME = Rule("by-name", r"\s*(?:\([^()]{1,6}\))?\s*:", " (SD): Vi hade önskat", " (SD) önskade", at="start")
DENIED = Rule(
    "denied",
    r"\b(?:ingen|inget|inga)\s+(?:\w+\s+)?(?:jäv|reservation|anmäl)|\binte\s+(?:är\s+)?jävig",
    "Ingen reservation anmäldes",
    "En reservation anmäldes",
)
# labels of parts of an item, and the kind that those under them are of
_KINDS: dict[str, ReservationKind] = {
    "reservation": "reservation",
    "disqualification": "disqualified",
    "note": "note",
    "not-taking-part": "not-taking-part",
}


def read_reservations(layout: Layout, item: Item, context: Context) -> list[Reservation]:
    """List who dissents, is disqualified («jäv») or takes no part in an item, each once a kind."""
    found: dict[tuple[str, ReservationKind], Reservation] = {}
    for text, label in _sentences(layout, item):
        kind = next((kind for kind, rule in DISSENTS if rule.holds(text.text)), label)
        if kind is None or DENIED.holds(text.text):
            continue
        for name in _whose(text.text, kind, context, labelled=label is not None):
            reservation = Reservation(person=name, kind=kind, evidence=text.evidence())
            found.setdefault((fold(name), kind), reservation)
    return list(found.values())


def _sentences(layout: Layout, item: Item) -> Iterator[tuple[Flow, ReservationKind | None]]:
    """Yield the sentences under labels of dissent, each with the label's kind, then all that is told."""
    seen: set[tuple[int, ...]] = set()
    for part in item.parts:
        if part.kind in _KINDS:
            for text in (sentence for whole in paragraphs(layout, part) for sentence in sentences(whole)):
                seen.add(text.places)
                yield text, _KINDS[part.kind]
    for text in (sentence for whole in item.told for sentence in sentences(whole)):
        if text.places not in seen:
            yield text, None


def _whose(words: str, kind: ReservationKind, context: Context, *, labelled: bool) -> list[str]:
    """Name who does so: those before the verb, else those after it («Reservation från …», «På grund av jäv deltar inte …»)."""
    other = ELSEWHERE.find(words)
    words = words if other is None else words[: other.start()]
    names = list(find_names(words, context.known, strict=True))
    rule = next(rule for name, rule in DISSENTS if name == kind)
    said = rule.find(words) or NOT_TAKING_PART.find(words)
    if said is None and labelled and names and names[0].start == 0 and BY_NAME.holds(words[names[0].end :]):
        return [names[0].name]
    if said is None:
        listed = labelled and other is None and not IN_OFFICE.holds(words) and len(names) * 45 > len(words) - 20
        return [name.name for name in names] if listed else []
    before = [name.name for name in names if name.end <= said.start()]
    return before or [name.name for name in names]
