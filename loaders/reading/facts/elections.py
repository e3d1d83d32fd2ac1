"""Elections («val»): who is chosen to what, in which body, for how long, instead of whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from loaders.minutes import Appointment, Group
from loaders.reading.facts.adjusters import adjusters_by_first_name, read_adjusters
from loaders.reading.facts.electing import ELECTION, ElectingSentence, appointment_of, term_of, words_of_term
from loaders.reading.facts.election_bodies import (
    ELECTION_TITLE,
    body_after,
    body_before,
    body_in_title,
    body_place,
)
from loaders.reading.facts.election_roles import assign_roles, find_roles
from loaders.reading.facts.leaving import part_leaving, who_replaces
from loaders.reading.facts.named_bodies import full_name
from loaders.reading.facts.roleless_elections import into_body, into_committee, successor
from loaders.reading.items.context import Context, Item
from loaders.reading.items.named import first_names
from loaders.reading.lexicon.acts import ENDED, PROPOSED, SELECT
from loaders.reading.lexicon.names import NameHit
from loaders.reading.lexicon.terms import Term, find_terms
from loaders.reading.people.grammar import read_people
from loaders.reading.people.phrase import Phrase
from loaders.reading.rules import Rule
from loaders.reading.text.flow import Flow, sentences
from loaders.reading.text.given import is_given_name
from loaders.reading.text.letters import clean, fold

ACT = Rule(
    "act",
    r"\b(?:är|blir|företräd(?:er|s|as)|representera[rs]|(?-i:[A-ZÅÄÖ]\w{1,20}\s[A-ZÅÄÖ][\w-]{1,30})(?:\s\([^()]{1,9}\))?\s(?:ska|skall)\s+(?:företräda|representera)|ersätts|ingår)\b",
    "Eva Alm är ordinarie",
    "Eva Alm närvarade",
)
# who comes in somebody's place, told as it happens
SUCCEEDS = Rule(
    "succeeds",
    r"(?-i:[A-ZÅÄÖ])[\w-]+(?:\s(?-i:[A-ZÅÄÖ])[\w-]+){1,3}(?:\s\([^()]{1,9}\))?\s(?:ersätter|efterträder|avlöser|tar\s+över\s+efter|träder\s+in\s+(?:för|efter))\s[^.]{3,60}?\ssom\s(?:[\w-]+s\s|ny\s)?(?:representant|ombud|ledamot|ersättare|kontaktperson)\s+(?:i|till)\s",
    "Eva Alm ersätter Bo Ek som kommunens representant i Hamnrådet",
    "Eva Alm ersätter Bo Ek som ordförande för mötet",
    at="start",
)
SAME_TERM = Rule(
    "same-term", r"\b(?:för|under)\s+samma\s+(?:tid|period|mandatperiod)", "för samma tid", "för samma uppdrag"
)
SAME_BODY = Rule(
    "same-body",
    r"\b(?:i|till)\s+samma\s+(?:råd|nämnd|organ|styrelse|bolag|förbund|förening|stiftelse|utskott|kommitté|grupp|forum)\b",
    "ersättare i samma råd",
    "ersättare för samma tid",
)
SUBSTITUTE_FOR = Rule(
    "substitute-for",
    r"\b(?:ersättare|suppleant)\s+(?:för|åt|till)\s+(?:ledamoten\s+)?$",
    "som personlig ersättare för ",
    "i stället för ",
)
COMMON_TERM = Rule(
    "common-term",
    r"(?:att\s+)?(?:uppdrag(?:en|et)|förordnande(?:t|na)|val(?:et|en)|mandat(?:en|et)|mandattiden|mandatperioden)\s+(?:gäller|löper|avser|är|omfattar)\b",
    "Uppdragen gäller till och med 2026",
    "Uppdraget redovisas i maj",
    at="start",
)
# whose group it is has the form of a name: «ledamot i Atlas Gävleborgs styrgrupp»
OWNS = Rule(
    "owns",
    r"\s+[\w-]*(?:grupp|styrelse|nämnd|råd|kommitté|utskott|förbund|nätverk|kansli)(?:en|et|n)?\b",
    " styrgrupp",
    " i styrgruppen",
    at="start",
    cased=True,
)
OF_MEETING = Rule(
    "of-the-meeting",
    r"\b(?:stämmo|mötes|årsmötes)(?:ordförande|sekreterare)|\b(?:stämmans|mötets|årsmötets|dagens|för\s+(?:mötet|stämman|årsmötet|sammanträdet|dagens))\b",
    "till mötets ordförande",
    "till nämndens ordförande",
)
# by these somebody adjusts without a verb of choosing
TO_ADJUST = Rule(
    "to-adjust",
    r"\b(?:får|fick)\s+(?:förtroendet|i\s+uppdrag|uppdraget)\s+att\s+(?:[\w,]+\s+){0,6}justera\b|\b(?:ska|skall)\s+(?:[\w,]+\s+){0,6}justera\s+(?:dagens\s+|mötets\s+)?(?:protokoll|\w*anteckning)|\bjusterar\s+(?:dagens\s+|mötets\s+)?(?:protokoll|\w*anteckning)",
    "Eva Alm får förtroendet att justera protokollet",
    "Protokollet ska justeras",
)
ADJUSTERS_TITLE = Rule(
    "title-of-adjusters",
    r"val\s+av\s+(?:\w+\s+)?(?:protokolls?)?juster|^(?:(?:en|två|1|2)\s+)?(?:protokoll?s?)?juster(?:are|ingsm[aä]n|ingsperson)",
    "Val av justerare",
    "Justering av taxor",
)
BEFORE = Rule(
    "chosen-before",
    r"\b(?:har|hade|tidigare|förra|senast|kvar(?:står)?)\b|\b(?:19|20)\d\d-\d\d-\d\d\s*,?\s*§",
    "Fullmäktige har valt Eva Alm",
    "Till ledamöter valdes Eva Alm",
)
STAFFED = Rule("staffed", r"grupp|kommitt|nätverk|beredning|programråd", "arbetsgruppen", "styrelsen")
_ADJUSTING = re.compile("juster", re.IGNORECASE)
_OFFICES = frozenset({"adjuster", "chair", "secretary"})
_WITHOUT_ACT = frozenset({"representative", "reserve", "substitute", "vice-chair"})
"""Roles that are given by «A är ordinarie representant och B reserv» too."""
_SECOND = frozenset({"reserve", "substitute"})
"""Roles beside somebody else's: without a body of their own they are in that one's («Reserv är Eva Alm»)."""
_LONGEST = 6000  # characters of a point that is read as one list


def read_elections(item: Item, context: Context, groups: list[Group], members: frozenset[str]) -> Iterator[Appointment]:
    """Read the elections of an item that do not staff its groups (`members`: the folded names of those in them)."""
    last_term: Term | None = None
    last_body: str | None = None
    last: Appointment | None = None
    seen: set[tuple[str, str, str]] = set()
    for text, decided in _texts(item):
        if not _elects(text.text) and not ADJUSTERS_TITLE.holds(item.title.text):
            continue
        for read, term in _read_sentence(_sentence(text, context, decided=decided), item, context, last_term):
            last_term = term or last_term
            same = last_body is not None and SAME_BODY.holds(text.text)
            second = read.body is None and read.role in _SECOND
            appointment = msgspec.structs.replace(read, body=last_body) if same or second else read
            if term is None and read.term is None:
                appointment = _with_term_of(last, appointment)
            last = appointment
            if appointment.body is not None:
                appointment = msgspec.structs.replace(appointment, body=full_name(appointment.body, item, groups))
            last_body = appointment.body or last_body
            key = (fold(appointment.person), appointment.role, fold(appointment.body or ""))
            if key not in seen and not (key[0] in members and _staffs_group(appointment, text.text, groups)):
                seen.add(key)
                yield appointment


def with_common_term(item: Item, elected: list[Appointment]) -> list[Appointment]:
    """Give those elected without a term the one that a point of its own states for all («Uppdragen gäller till och med 2026»)."""
    told = (sentence.text for point in item.points for sentence in sentences(point))
    stated = next((words for words in told if COMMON_TERM.holds(words)), "")
    term = next(iter(find_terms(stated)), None)
    if term is None:
        return elected
    words = clean(stated[term.start : term.end])
    return [
        one
        if (one.role in _OFFICES and one.body is None) or one.since or one.until
        else msgspec.structs.replace(one, since=term.since, until=term.until, term=words)
        for one in elected
    ]


def without_implied(elected: list[Appointment]) -> list[Appointment]:
    """Leave out the seat of a member who is chosen to chair the same body: the chair is one of its members."""
    chairs = {(fold(one.person), fold(one.body)) for one in elected if one.role == "chair" and one.body}
    return [one for one in elected if one.role != "member" or (fold(one.person), fold(one.body or "")) not in chairs]


def _with_term_of(first: Appointment | None, second: Appointment) -> Appointment:
    """Let a reserve or a substitute in the body of the one chosen before them have that one's term («Till reserv väljs B»)."""
    a, b = fold(first.body or "") if first is not None else "", fold(second.body or "")
    if first is None or second.role not in _SECOND or first.role in _OFFICES or not (a and b and (a in b or b in a)):
        return second
    return msgspec.structs.replace(second, since=first.since, until=first.until, term=first.term)


def _texts(item: Item) -> Iterator[tuple[Flow, bool]]:
    """Yield decided points, whole where they are lists and else by sentence, then what is told."""
    for point in item.points:
        pieces = sentences(point)
        listed = any(":" in piece.text for piece in pieces)
        yield from ((piece, True) for piece in ([point] if listed and len(point.text) <= _LONGEST else pieces))
    if item.title.text.rstrip().endswith(".") and SELECT.holds(item.title.text):
        yield item.title, False  # «2. Att jämte ordföranden justera protokollet utsågs Eva Alm.»
    elects = not item.points and ELECTION_TITLE.holds(item.title.text)
    for text in item.told:
        yield from ((piece, elects and SELECT.holds(piece.text)) for piece in sentences(text))


def _only_names(sentence: ElectingSentence, item: Item) -> bool:
    """Tell a sentence that is nothing but names, under a title that elects («Val av justerare / Beslut: Eva Alm»)."""
    names = sum(len(person.name) for person in sentence.people)
    return ADJUSTERS_TITLE.holds(item.title.text) and len(sentence.words) <= names + 12


def _elects(words: str) -> bool:
    """Tell whether a sentence can elect: not where it proposes before it chooses, or only ends something."""
    if SUCCEEDS.holds(words):
        return True
    select = SELECT.find(words)
    if PROPOSED.holds(words[: select.start()] if select is not None else words):
        return False
    return select is not None or TO_ADJUST.holds(words) or (ACT.holds(words) and not ENDED.holds(words))


def _staffs_group(appointment: Appointment, words: str, groups: list[Group]) -> bool:
    if appointment.role == "adjuster":
        return False
    if any(fold(group.name) == fold(appointment.body or "") for group in groups):
        return True
    return appointment.body is None or STAFFED.holds(appointment.body) or STAFFED.holds(words)


def _sentence(text: Flow, context: Context, *, decided: bool) -> ElectingSentence:
    people = read_people(text, context.known, strict=not decided and not SELECT.holds(text.text))
    roles = list(find_roles(text.text))
    bodies = {start for hit in roles if (start := body_place(text.text, hit.end)) is not None}
    people = [
        one
        for one in people
        if not (one.name.endswith("s") and OWNS.holds(text.text[one.name_end :]))
        and (one.start not in bodies or fold(one.name) in context.known or is_given_name(one.name.split()[0]))
    ]
    if decided:
        full = [NameHit(one.start, one.name_end, one.name) for one in people]
        by_first = (Phrase(hit.name, hit.start, hit.end, hit.end) for hit in first_names(text.text, context, full))
        people = sorted((*people, *by_first), key=lambda one: one.start)
    return ElectingSentence(text, people, roles, decided)


def _read_sentence(
    sentence: ElectingSentence, item: Item, context: Context, last_term: Term | None
) -> Iterator[tuple[Appointment, Term | None]]:
    """Read the elections of one sentence. In running text only the meeting's own offices are believed."""
    if not sentence.people:
        yield from ((one, None) for one in adjusters_by_first_name(sentence.flow, context))
        return
    select = SELECT.holds(sentence.words) or TO_ADJUST.holds(sentence.words) or _only_names(sentence, item)
    of_adjusting = select and _ADJUSTING.search(item.title.text) is not None
    succeeds = SUCCEEDS.holds(sentence.words) and fold(sentence.people[0].name) in context.known
    office = sentence.names(*_OFFICES) or (of_adjusting and ADJUSTERS_TITLE.holds(item.title.text))
    if not sentence.decided and not succeeds and not (select and (office or _elects_as_told(sentence, item))):
        return
    if sentence.names("adjuster") or (of_adjusting and not {hit.role for hit in sentence.roles} - {"chair"}):
        yield from (
            (appointment, None) for appointment in read_adjusters(sentence.flow, sentence.people, sentence.roles)
        )
    elif not sentence.roles:
        yield from (*into_committee(sentence, item), *into_body(sentence)) if select else ()
        yield from successor(sentence)
    elif select or succeeds or sentence.names(*_WITHOUT_ACT):
        yield from _chosen(sentence, item, context, last_term)


def _elects_as_told(sentence: ElectingSentence, item: Item) -> bool:
    """Tell an election under a title that announces it, where nothing is headed as decided («§ 12 Val av ledamöter / Till … valdes …»)."""
    return ELECTION.holds(item.title.text) and not BEFORE.holds(sentence.words)


def _chosen(
    sentence: ElectingSentence, item: Item, context: Context, last_term: Term | None
) -> Iterator[tuple[Appointment, Term | None]]:
    """Read who is chosen to the roles named; a body named for one role stands for those that name none."""
    words = sentence.words
    chosen, leaving = part_leaving(words, sentence.people)
    gone = who_replaces(words, chosen, leaving)
    terms = find_terms(words)
    people = frozenset(fold(person.name) for person in sentence.people)
    after = ((hit.start, body_after(words, hit.end)) for hit in sentence.roles)
    bodies = {start: None if body is None or fold(body) in people else body for start, body in after}
    common = next(filter(None, bodies.values()), None) or body_before(words) or body_in_title(item)
    of_meeting = sentence.names("chair", "secretary") and OF_MEETING.holds(words)
    for person, hit in assign_roles(words, chosen, sentence.roles):
        body = None if of_meeting else bodies[hit.start] or common
        if body is not None and context.organisation and fold(body) == fold(context.organisation):
            body = body_in_title(item) or body
        term = term_of(person, chosen, terms) or (last_term if SAME_TERM.holds(words) else None)
        stated = words_of_term(words, person, chosen, terms)
        appointment = appointment_of(sentence, person, hit.role, body, term, gone.get(person.start))
        yield msgspec.structs.replace(_personal(appointment, words, common), term=stated), term


def _personal(appointment: Appointment, words: str, common: str | None) -> Appointment:
    """Tell «personlig ersättare för A» from «i stället för A»: a personal substitute replaces nobody."""
    gone = appointment.replaces
    if gone is None or appointment.role != "substitute":
        return appointment
    places = (match.start() for match in re.finditer(re.escape(gone), words))
    if not any(SUBSTITUTE_FOR.holds(words[max(at - 40, 0) : at]) for at in places):
        return appointment
    return msgspec.structs.replace(appointment, body=appointment.body or common, replaces=None, substitute_for=gone)
