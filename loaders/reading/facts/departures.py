"""Who leaves an office («avsägelse», «entledigande»), and seats that are left empty («vakant»)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from loaders.minutes import Departure, Vacancy
from loaders.reading.facts.election_bodies import ELECTION_TITLE, body_after, body_before, body_in_title
from loaders.reading.facts.election_roles import RoleHit, find_roles
from loaders.reading.items.context import Context, Item
from loaders.reading.lexicon.acts import PROPOSED
from loaders.reading.lexicon.names import find_names
from loaders.reading.lexicon.places import municipality_of
from loaders.reading.lexicon.terms import find_terms
from loaders.reading.people.grammar import read_people
from loaders.reading.people.phrase import Phrase
from loaders.reading.rules import Rule, first_rule
from loaders.reading.text.flow import Flow, sentences
from loaders.reading.text.letters import LOWER, UPPER, clean, fold

Kind = Literal["resigned", "released"]

# what stands before the name of who leaves, and after it; the first that fits counts
BEFORE = (
    Rule("released", r"\b(?:entlediga(?:r|de)?|bevilja(?:r|de)?|godkänna(?:s|r)?|godkänner|bifalla|bifaller)\s+(?:[^.,;()]{0,30}?(?:entledigande|avsägelse)\w*\s+(?:för|från|av)\s+)?(?:ledamoten\s+|ersättaren\s+)?$", "att entlediga ", "att utse "),
    Rule("resigned", r"\b(?:avsägelse|begäran\s+om\s+entledigande|entledigandebegäran|begäran\s+om\s+befrielse)\s+(?:har\s+)?(?:inkommit\s+)?(?:från|av)\s+(?:ledamoten\s+|ersättaren\s+)?$", "Avsägelse från ", "Rapport från "),
)  # fmt: skip
_OWN = r"\s*(?:\([^()]{1,30}\))?\s*(?:,\s*[^,.;]{2,40},\s*|,\s*)?"
_BY_LETTER = r"(?:(?:i|genom)\s+(?:en\s+)?(?:skrivelse|brev|mejl|e-post)(?:\s+(?:den\s+)?\d[\w\s-]{0,20}?)?\s+)?"
AFTER = (
    Rule("released", rf"{_OWN}(?:(?:beviljas|beviljades|erhåller|får)\s+(?:sitt\s+|begärt\s+)?(?:entledigande|avsked)|entledig(?:as|ades))\b", " (S) beviljas entledigande", " (S) beviljas bidrag", at="start"),
    Rule("released-genitive", rf"{_OWN}(?:avsägelse\w*|begäran\s+om\s+entledigande)\s+(?:[^.]{{0,80}}?)(?:godkänns|beviljas|bifalls)\b", " avsägelse beviljas", " avsägelse har inkommit", at="start"),
    Rule("resigned", rf"{_OWN}(?:som\s+)?(?:har\s+)?{_BY_LETTER}(?:(?:även\s+|nu\s+|skriftligen\s+|skriftligt\s+)?(?:avsagt|undanbett|avsäger|avsade)\s+sig|begärt\s+(?:sitt\s+)?(?:entledigande|befrielse|att\s+få\s+(?:bli\s+entledigad|avgå|lämna))|begär\s+(?:sitt\s+)?entledigande|frånträder|frånträtt|har\s+lämnat\s+(?:sitt\s+)?uppdrag\w*)\b", " (S) har avsagt sig uppdraget", " (S) har avslutat", at="start"),
    Rule("resigned-genitive", r"\s*(?:\([^()]{1,30}\))?\s*(?:avsägelse\w*|begäran\s+om\s+entledigande)\b", " avsägelse", " yttrande", at="start"),
)  # fmt: skip
GRANTED = Rule(
    "granted",
    r"\b(?:bevilja|godkänn|bifall)\w*\s+(?:begäran\s+om\s+)?(?:avsägels|entledigand)\w*|\b(?:avsägelse|entledigande)\w*\s+(?:beviljas|godkänns|bifalls)\b",
    "att godkänna avsägelsen",
    "att notera avsägelsen",
)
VACANT = Rule("vacant", r"\bvakant(?:a|satt|sätts)?\b", "platsen lämnas vakant", "vakanser på kontoret")
SEAT_OF = Rule(
    "seat-of",
    rf"\((?P<party>[{UPPER}][{UPPER}{LOWER}]{{0,4}})\)",
    "ersättare (M) vakant",
    "ersättare vakant",
    cased=True,
)
AFTER_WHOM = Rule(
    "after-whom", r"\b(?:efter|i\s+stället\s+för|istället\s+för)\s+$", "vakant efter ", "vakant för ", cased=True
)
NO_VACANCY = Rule(
    "no-vacancy",
    r"\b(?:inte|tidigare|varit|var|fyll\w*|tillsätt\w*|besätt\w*|tjänst\w*)\b",
    "den tidigare vakanta",
    "lämnas vakant",
)
UNKNOWN_ROLE = Rule("unknown-role", r"\buppdrag\w*\s+som\s", "från uppdraget som nämndeman", "från uppdraget")
SEAT_FOR = Rule(
    "seat-for",
    rf"\b(?P<place>[{UPPER}][{LOWER}]+?)s\s+(?:\w+\s+)?plats",
    "Lysekils plats är vakant",
    "En plats är vakant",
    cased=True,
)
_NEAR = 80
_OTHER_MATTER = re.compile(r",?\s+(?:samt|och)\s+(?:fyllnads)?val\b")
_SINCE = Rule("from-when", r"(?:från|fr?\.?\s?o\.?\s?m|med\s+verkan)", "från och med 2024-05-01", "till 2024-05-01")


def read_departures(item: Item, context: Context) -> list[Departure]:
    """Read who leaves what, each person once; a release outranks the wish, and either tells what the other leaves out."""
    found: dict[str, Departure] = {}
    granted = any(GRANTED.holds(point.text) for point in item.points)
    for text, decided in _texts(item):
        for departure in _leaving(text, item, context, decided=decided):
            key = fold(departure.person)
            found[key] = _joined(found[key], departure) if key in found else departure
    if granted:
        return [msgspec.structs.replace(one, kind="released") for one in found.values()]
    return list(found.values())


def _texts(item: Item) -> Iterator[tuple[Flow, bool]]:
    """Yield the decided sentences, the title, and what is told."""
    yield from ((sentence, True) for point in item.points for sentence in sentences(point))
    yield item.title, False
    yield from ((sentence, False) for text in item.told for sentence in sentences(text))


def _leaving(text: Flow, item: Item, context: Context, *, decided: bool) -> Iterator[Departure]:
    words = text.text
    if not _hints(words):
        return
    people = read_people(text, context.known, strict=True)
    roles = list(find_roles(words))
    for k, person in enumerate(people):
        name = _plain_name(person, words, context)
        kind = _kind(words, person, name, people, k)
        if kind is None or (kind == "released" and not decided):
            kind = "resigned" if kind is not None else None
        if kind is None:
            continue
        after = [hit for hit in roles if hit.start >= person.name_end]
        before = [hit for hit in roles if hit.end <= person.start]
        stop = people[k + 1].start if k + 1 < len(people) else len(words)
        role = next((hit for hit in after if hit.start < stop), None) or (before[-1] if before and not after else None)
        yield _departure(name, kind, person, role, text, item)


def _hints(words: str) -> bool:
    plain = words.lower()
    return any(hint in plain for hint in ("avs", "entledig", "undanbe", "befrielse", "frånträ", "lämnat", "begär"))


def _kind(words: str, person: Phrase, name: str, people: list[Phrase], k: int) -> Kind | None:
    """Say whether a sentence has this person leave."""
    before = words[max(person.start - _NEAR, 0) : person.start]
    stop = people[k + 1].start if k + 1 < len(people) else len(words)
    after = words[person.name_end : min(stop, person.name_end + 2 * _NEAR)]
    rule = first_rule(AFTER, after)
    if (
        rule is not None
        and rule.name.endswith("genitive")
        and name == person.name
        and not name.endswith(("s", "x", "z"))
    ):
        rule = None
    led = first_rule(BEFORE, before)
    if led is not None and led.name == "released" and _releases(words):
        return "released"
    rule = rule or (led if led is not None and led.name == "resigned" else None)
    if rule is None:
        return None
    return "released" if rule.name.startswith("released") else "resigned"


def _releases(words: str) -> bool:
    """Tell «bevilja Eva Alm entledigande» from «bevilja Eva Alm ledigt»."""
    return "entledig" in words.lower() or "avsägelse" in words.lower()


def _plain_name(person: Phrase, words: str, context: Context) -> str:
    """Cut the genitive off a name before «avsägelse»."""
    after = words[person.name_end : person.name_end + 40].lstrip()
    genitive = person.name.endswith("s") and fold(person.name) not in context.known
    return person.name[:-1] if genitive and after.startswith(("avsägelse", "begäran")) else person.name


def _departure(name: str, kind: Kind, person: Phrase, role: RoleHit | None, text: Flow, item: Item) -> Departure:
    words = text.text
    body = body_after(words, role.end) if role is not None else None
    term = next((term for term in find_terms(words) if term.until is None), None)
    return Departure(
        person=name,
        kind=kind,
        role=role.role if role is not None else None,
        body=body or (None if UNKNOWN_ROLE.holds(words) and role is None else _titled(item)),
        municipality=person.municipality,
        party=person.party,
        since=term.since if term is not None and _SINCE.holds(words[term.start : term.end]) else None,
        evidence=text.evidence(),
    )


def _titled(item: Item) -> str | None:
    """Take the body from a title that is about an election or a departure."""
    body = body_in_title(item) if ELECTION_TITLE.holds(item.title.text) else None
    return None if body is None else _OTHER_MATTER.split(body, maxsplit=1)[0]


def _joined(one: Departure, other: Departure) -> Departure:
    return msgspec.structs.replace(
        one,
        kind="released" if "released" in (one.kind, other.kind) else "resigned",
        role=one.role or other.role,
        body=one.body or other.body,
        municipality=one.municipality or other.municipality,
        party=one.party or other.party,
        since=one.since or other.since,
        evidence=tuple(dict.fromkeys((*one.evidence, *other.evidence))),
    )


def read_vacancies(item: Item, context: Context) -> Iterator[Vacancy]:
    """Yield the seats that an item leaves empty, one for each «vakant» of its decided points."""
    pairs = [(whole, sentence) for whole in item.points for sentence in sentences(whole)]
    for point, sentence in pairs:
        words = sentence.text
        if not VACANT.holds(words) or PROPOSED.holds(words):
            continue
        roles = list(find_roles(words))
        last = 0
        for match in VACANT.find_all(words):
            clause = words[last : match.end()]
            if not NO_VACANCY.holds(words[max(match.start() - 30, 0) : match.start()]):
                vacancy = _vacancy(sentence, last, match.end(), roles, item, context)
                if vacancy.role is None:
                    role = next(find_roles(point.text), None)
                    vacancy = msgspec.structs.replace(vacancy, role=role.role if role is not None else None)
                if vacancy.role is not None or vacancy.body is not None:
                    yield vacancy
            last = match.end() if "," in words[match.end() : match.end() + 3] or clause.count(",") else last


def _vacancy(text: Flow, start: int, end: int, roles: list[RoleHit], item: Item, context: Context) -> Vacancy:
    words = text.text
    before = [hit for hit in roles if hit.end <= end]
    role = before[-1] if before else next(iter(roles), None)
    seat = next(
        iter([*SEAT_OF.regex.finditer(words, end, end + 8), *list(SEAT_OF.regex.finditer(words, start, end))[-1:]]),
        None,
    )
    body = body_after(words, role.end) if role is not None else None
    place = SEAT_FOR.find(words[start:end])
    names = find_names(words, context.known, strict=True)
    gone = next((name.name for name in names if AFTER_WHOM.holds(words[max(name.start - 30, 0) : name.start])), None)
    return Vacancy(
        role=role.role if role is not None else None,
        body=clean(body) if body else body_before(words) or _titled(item),
        municipality=municipality_of(place["place"]) if place is not None else None,
        party=seat["party"] if seat is not None else None,
        replaces=gone,
        evidence=text.evidence(),
    )
