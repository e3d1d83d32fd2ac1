"""Warnings where the words tell of a fact and none was read, each with its place: nothing is lost in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from loaders.minutes import AgendaItem, Evidence, ReadingWarning
from loaders.reading.account.facts import facts_of
from loaders.reading.account.known import EARLIER
from loaders.reading.account.spans import Span
from loaders.reading.items.context import Item
from loaders.reading.items.formulas import NAMED_BODY, is_own
from loaders.reading.lexicon.acts import PROPOSED
from loaders.reading.lexicon.dates import EARLIER_DAY
from loaders.reading.people.lead_cells import names_group
from loaders.reading.people.parties import is_party
from loaders.reading.rules import Rule
from loaders.reading.text.flow import Flow, sentences
from loaders.reading.text.letters import LOWER, UPPER, clean, fold
from loaders.reading.text.sheet import Sheet


class Silence(NamedTuple):
    """Words of a decided point that tell of a fact, the warning's code where none was read, and the families that would do."""

    code: str
    what: str
    rule: Rule
    families: frozenset[str]


ASSIGNS = Rule(
    "assigns",
    r"\bi\s+uppdrag\b|\buppdra(?:r|s|gs)?\s+(?:åt|till)\b|\bdet\s+(?:åligger|ankommer\s+på)\b",
    "att ge kansliet i uppdrag att utreda",
    "att uppdraget redovisas",
)
SETS_UP_GROUP = Rule(
    "sets-up-group",
    r"\b(?:tillsätt(?:a|er|s)|bilda(?:s|r)?|inrätta(?:s|r)?)\s+(?:en|ett)\s+(?:[\w-]+\s+){0,2}[\w-]*(?<!mål)(?:grupp|kommitté|nätverk|råd|beredning)\b",
    "att tillsätta en arbetsgrupp",
    "att arbetsgruppen tillsätts",
)
ELECTS = Rule(
    "elects-somebody",
    rf"\b(?:utse(?:s|r)?|utsågs|välj(?:er|a|as|s)|val(?:des|de))\b(?!.*\bteckna)(?=.*?(?:(?-i:[{UPPER}][{LOWER}]+\s+[{UPPER}])|\btill\s+\w))",
    "att utse Eva Alm till ombud",
    "att utse ett ombud",
)
SILENCES = (
    Silence("assignment-not-read", "an assignment", ASSIGNS, frozenset({"assignments", "dissolutions", "departures"})),
    Silence("group-not-read", "a group", SETS_UP_GROUP, frozenset({"groups", "dissolutions"})),
    Silence(
        "election-not-read",
        "an election",
        ELECTS,
        frozenset({"appointments", "groups", "vacancies", "departures", "seats", "assignments"}),
    ),
)
# in what is only told: a decision of the body that meets, on the day of the meeting
DECIDES = Rule(
    "decides",
    r"(?P<subject>[^.;:]{0,120}?)\b(?:beslutar|beslöts|beslutas|beslutades|beslutade|beslöt)\b(?P<beside>(?:\s+[\w-]+){0,6}?)(?:\s+att\b|\s*:)(?P<what>.*)",
    "Mötet beslutade enhälligt att köpa en bil",
    "Mötet beslutar senare",
    at="start",
)
_DECIDED = frozenset(
    {"decisions", "quoted", "propositions", "votes", "references", "motions", "statements", "reservations"}
)
_ROW = "A row of a list of people looks like somebody, but nobody was read from it."
_NAME_LIKE = re.compile(rf"[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?(?:\s+[{UPPER}]\.?)?\s+[{UPPER}][{LOWER}]+")
_PARTY_BESIDE = re.compile(rf"(?:[{UPPER}][\w-]+|\d|^)\s*\((?P<party>[{UPPER}{LOWER}]{{1,4}})\)")
NOBODY = Rule(
    "nobody",
    r"\b(?:vakan[ts]|ingen|inga|saknas|tid|plats|datum|protokoll\w*|underskrifter|(?:ordförande|justera(?:re|s)|sekreterare|ersättare|ledamöter|ledamot|deltagare|närvarande|tjänstgörande)\s+(?:och\s+)?(?:personlig|tjänstgörande|justera(?:re|s)|sekreterare|ersättare|ledamöter|ledamot))\b|^(?:från|för)\s|^(?:namn|kommun|parti)\b.*\b(?:parti|kommun|närvarande|anm\.?)(?:\W|$)|(?:partiet|listan|demokraterna|centern|liberalerna)\s*(?:\(|$)",
    "Ordförande Justerare",
    "Eva Alm (S)",
)


def silent_facts(read: Sequence[tuple[AgendaItem, Item]], body: str | None) -> Iterator[ReadingWarning]:
    """Warn of assignments, groups, elections and decisions that the items' words tell of and that were not read.

    `body` is the one that meets: what another has decided is not a decision of its own.
    """
    for item, cut in read:
        proofs = [(family, piece) for family, _, evidence in facts_of(item) for piece in evidence]
        proposed = [piece for one in item.decisions if one.kind == "proposal" for piece in one.evidence]
        own = (point for point in cut.points if not set(proposed).issuperset(point.evidence()))
        for sentence in (sentence for point in own for sentence in sentences(point)):
            yield from _in_decision(item, sentence, proofs)
        for sentence in (sentence for text in cut.told for sentence in sentences(text)):
            if _tells_decision(sentence.text, item, body) and not _proved(sentence.evidence(), _DECIDED, proofs):
                message = f"§ {item.number}: the words tell of a decision, but none was read."
                yield ReadingWarning(code="decision-not-read", message=message, evidence=sentence.evidence())


def _in_decision(item: AgendaItem, sentence: Flow, proofs: list[tuple[str, Evidence]]) -> Iterator[ReadingWarning]:
    words = sentence.text
    if PROPOSED.holds(words) or EARLIER.holds(words):
        return
    for silence in SILENCES:
        if not silence.rule.holds(words) or _proved(sentence.evidence(), silence.families, proofs):
            continue
        message = f"§ {item.number}: the words tell of {silence.what}, but none was read."
        yield ReadingWarning(code=silence.code, message=message, evidence=sentence.evidence())


def _proved(place: Sequence[Evidence], families: frozenset[str], proofs: list[tuple[str, Evidence]]) -> bool:
    return any(
        family in families and piece.start < own.end and own.start < piece.end
        for own in place
        for family, piece in proofs
    )


def _tells_decision(words: str, item: AgendaItem, body: str | None) -> bool:
    """Tell a decision of this meeting; a formula alone is proved by what was decided below it."""
    match = DECIDES.find(words)
    if match is None or EARLIER.holds(words) or PROPOSED.holds(words):
        return False
    other = NAMED_BODY.holds(match["subject"]) and not is_own(match["subject"], body)
    earlier = EARLIER_DAY.search(match["subject"] + match["beside"]) is not None
    return not other and not earlier and bool(match["what"].strip() or not item.decisions)


def silent_rows(
    sheet: Sheet, lists: Sequence[tuple[int, int]], spans: Sequence[Span], people: frozenset[str]
) -> Iterator[ReadingWarning]:
    """Warn of the rows of lists of people that look like somebody and that no rule has read.

    `lists` are places in the source, `spans` account for the sheet's part of it.
    `people` holds the folded names of those who were read, who may be named again.
    """
    known = {word for name in people for word in name.split()}
    for span in spans:
        start, end = sheet.start + span.start, sheet.start + span.end
        if span.state != "unread" or not any(low <= start and end <= high for low, high in lists):
            continue
        words = sheet.raw_text(start, end)
        if _names_somebody(words, known):
            evidence = (sheet.raw_evidence(start, end),)
            yield ReadingWarning(code="attendance-row", message=_ROW, evidence=evidence)


def _names_somebody(words: str, known: set[str]) -> bool:
    if NOBODY.holds(words) or names_group(clean(words)):
        return False
    party = _PARTY_BESIDE.search(words)
    name = _NAME_LIKE.search(words)
    named = name is not None and not all(word in known for word in fold(name.group()).split())
    return named or (party is not None and is_party(party["party"]))
