"""Who came, left or took a seat during the meeting, told in its items («Kl. 10.15 anländer Eva Alm (S)»)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from loaders.reading.facts.dissent import DISQUALIFIED
from loaders.reading.items.context import Context
from loaders.reading.items.named import named_in
from loaders.reading.lexicon.acts import PROPOSED, SELECT
from loaders.reading.lexicon.names import NameHit
from loaders.reading.lexicon.times import clock
from loaders.reading.people.phrase import Phrase
from loaders.reading.people.seen import Seen, note_phrase
from loaders.reading.rules import Rule
from loaders.reading.text.flow import Flow, sentences
from loaders.reading.text.letters import UPPER

_MEETING = (
    r"(?:mötet|sammanträdet|salen|lokalen|sessionssalen|sammanträdeslokalen|sammanträdesrummet|rummet|konferensen)"
)
COMES = Rule(
    "comes",
    rf"\b(?:anländer|anlände|ankommer|ankom|ansluter|anslöt|tillkommer|tillkom|(?:kommer|kom)\s+till\s+{_MEETING}|(?:intar|intog|tar|tog)\s+(?:sin\s+)?plats|inträder|inträdde|inställer\s+sig|inställde\s+sig"
    rf"|åter(?:kommer|kom|vänder|vände|inträder|inträdde)|är\s+åter|(?:kommer|kom)\s+tillbaka)\b",
    "Kl. 10.15 anländer Eva Alm (S)",
    "Ordföranden välkomnar Eva Alm (S)",
)
GOES = Rule(
    "goes",
    rf"\b(?:lämna(?:r|de)(?:\s+(?:därefter|då|nu|härvid|och|\([\w-]{{1,6}}\)|(?-i:[{UPPER}][\w-]+),?)){{0,8}}\s+{_MEETING}|avviker|avvek|avlägsna(?:r|de)\s+sig|(?:går|gick)\s+från\s+{_MEETING}|avgår\s+från\s+{_MEETING})",
    "Klockan 14.10 lämnar Bo Ek (M) mötet",
    "Bo Ek lämnar en rapport om mötet",
)
# who takes whose seat; «who» comes before it or after it, as the row says
SERVES = Rule(
    "serves",
    r"\b(?:inträder|inträdde|träder\s+in|trädde\s+in|går\s+in|gick\s+in|tjänstgör|tjänstgjorde|tar\s+plats|tog\s+plats|kallas\s+in|kallades\s+in)\s+(?:(?:därefter|härvid|nu|i\s+stället|istället|som|tjänstgörande|ersättare|suppleant)\s+){0,3}?"
    r"(?:(?:för|i\s+stället\s+för|istället\s+för|i)\s+(?=(?-i:[A-ZÅÄÖ])|hans\b|hennes\b|dennes?\b)|som\s+(?:tjänstgörande\s+)?(?:ersättare|suppleant)\b|i\s+stället\b|istället\b)",
    "Bo Ek (M) går in som tjänstgörande ersättare för Eva Alm",
    "Bo Ek (M) går in för landning",
)
SEAT_TAKEN = Rule(
    "seat-taken",
    rf"\b(?:i\s+(?:hans|hennes|dennes|deras|(?-i:[{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+)?)s?)\s+ställe\s+(?:inträd(?:er|de)|tjänstgör|tjänstgjorde|går\s+in|gick\s+in|träd(?:er|de)\s+in|tar\s+plats)|\b(?:ersätts|ersattes|ersätts\s+därefter)\s+(?:[\w.]+\s+){{0,3}}?av)\s+",
    "I hans ställe inträder Bo Ek (M)",
    "I stället väljs Bo Ek (M)",
)
ADJUSTING = Rule("adjusting", r"\bjuster", "ersätts som justerare av Bo Ek", "ersätts av Bo Ek")
ELECTED = Rule(
    "elected",
    r"\b(?:uppdrag(?:et)?|perioden|tiden|mandat\w*|från\s+och\s+med\s+den|avsagt|entledig\w*|i\s+[\w-]*(?:grupp|råd|nämnd|styrelse|utskott|kommitté|förening|förbund|nätverk|bolag)\w*)\b",
    "ersätts av Bo Ek för perioden 2023–2026",
    "ersätts av Bo Ek under denna paragraf",
)
_CLOCK = re.compile(r"\bkl(?:ockan|\.)?\s*([01]?\d|2[0-3])[.:]([0-5]\d)(?!\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody known who comes or goes at a time of day, or takes a seat."""

    seen: Seen
    away: bool | None
    """True for one who goes, False for one who comes, None for one who takes a seat."""


def read_moves(paragraphs: Iterable[Flow], context: Context) -> Iterator[Move]:
    """Yield the movements that the paragraphs of an item tell, in order."""
    for paragraph in paragraphs:
        gone: str | None = None  # who left last, in whose place another serves
        biased = False
        for sentence in sentences(paragraph):
            words = sentence.text
            biased = biased or DISQUALIFIED.holds(words)
            if SELECT.holds(words) or PROPOSED.holds(words) or words.lower().startswith("att "):
                continue
            people = named_in(words, context, only_known=True)
            if not biased:
                yield from _by_clock(sentence, people)
            gone = _who_goes(words, people) or gone
            yield from _seats_taken(sentence, people, gone)


def settled(moves: Iterable[Move]) -> list[Seen]:
    """List what the movements tell of each in the end: who comes back has not left."""
    kept: list[Move] = []
    for move in moves:
        name = move.seen.phrase.name
        left = next((k for k, other in enumerate(kept) if other.away and other.seen.phrase.name == name), None)
        if move.away is False and left is not None:
            del kept[left]
        else:
            kept.append(move)
    return [move.seen for move in kept]


def _by_clock(sentence: Flow, people: list[NameHit]) -> Iterator[Move]:
    """Yield who comes and who goes at the times that a sentence tells."""
    words = sentence.text
    verbs = sorted([(m, False) for m in COMES.find_all(words)] + [(m, True) for m in GOES.find_all(words)], key=_place)
    clocks = list(_CLOCK.finditer(words))
    if not verbs or not clocks:
        return
    low = 0
    subjects: list[NameHit] = []
    for k, (verb, away) in enumerate(verbs):
        high = verbs[k + 1][0].start() if k + 1 < len(verbs) else len(words)
        at = min(clocks, key=lambda one: min(abs(one.start() - verb.end()), abs(verb.start() - one.end())))
        time = clock(at[1], at[2])
        subjects = _subjects(people, verb, low, high) or subjects  # «lämnar mötet kl 10.40 men återkommer kl 10.55»
        for person in subjects:
            phrase = Phrase(person.name, person.start, person.end, person.end)
            phrase = replace(phrase, left=time) if away else replace(phrase, arrived=time)
            yield Move(note_phrase(phrase, "moved", sentence), away)
            low = max(low, person.end)
        low = max(low, verb.end())


def _place(verb: tuple[re.Match[str], bool]) -> int:
    return verb[0].start()


def _subjects(people: list[NameHit], verb: re.Match[str], low: int, high: int) -> list[NameHit]:
    """List who does it: those before the verb, else those in it or behind it up to who takes their place."""
    before = [one for one in people if low <= one.start and one.end <= verb.start()]
    if before:
        return before
    taken = SEAT_TAKEN.regex.search(verb.string, verb.start())
    stop = high if taken is None else min(high, taken.start())
    return [one for one in people if verb.start() <= one.start < stop]


def _who_goes(words: str, people: list[NameHit]) -> str | None:
    """Name the one who leaves the meeting or is disqualified by a sentence."""
    said = GOES.find(words) or DISQUALIFIED.find(words)
    if said is None:
        return None
    subjects = _subjects(people, said, 0, len(words))
    return subjects[-1].name if subjects else None


def _seats_taken(sentence: Flow, people: list[NameHit], gone: str | None) -> Iterator[Move]:
    """Yield who serves from now on, and for whom."""
    words = sentence.text
    if ADJUSTING.holds(words) or ELECTED.holds(words):
        return
    taken, serves = SEAT_TAKEN.find(words), SERVES.find(words)
    if taken is not None:
        who = next((one for one in people if one.start >= taken.end() - 1), None)
        whom = next((one.name for one in reversed(people) if one.start < taken.end() - 1), gone)
        whom = whom if gone is not None else None
    elif serves is not None:
        who = next((one for one in reversed(people) if one.end <= serves.start()), None)
        whom = next((one.name for one in people if one.start >= serves.end() - 1), gone)
    else:
        return
    if who is None or whom is None or who.name == whom:
        return
    phrase = Phrase(who.name, who.start, who.end, who.end, roles=("serving-substitute",), replaces=whom)
    yield Move(note_phrase(phrase, "moved", sentence), None)
