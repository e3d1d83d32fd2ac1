"""What is known and ignored: standing phrases, words that only join, and prose in which nothing is decided."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.reading.people.wordings import ABSENT, CIRCUMSTANCE, REPLACED_BY, REPLACES, ROLE_WORDS
from loaders.reading.rules import Rule
from loaders.reading.text.letters import UPPER


def _phrase(name: str, pattern: str, example: str, counter: str) -> Rule:
    return Rule(name, rf"(?:{pattern})[\s.:,;)]*", example, counter, at="whole")


# what is left of a line when all that was read is taken out of it; the first that fits it whole counts
STANDING = (
    _phrase("title-word", r"(?:sammanträdes|mötes|styrelse|beslut[ss]?)?protokoll(?:et)?(?:\s+(?:fört\s+vid|från|vid|för|över)(?:\s+\w+){0,3}|\s+nr)?|(?:minnes|mötes)?anteckningar(?:\s+(?:från|vid)(?:\s+\w+)?)?|kallelse|möte(?:\s+nr)?|sammanträde|påhittat\s+protokoll", "Sammanträdesprotokoll", "Protokoll 4"),
    _phrase("signing", r"underskrift(?:er)?(?:\s+av(?:[\s,]+(?:och|sekreterare|ordförande|justerare))+)?|signatur(?:er)?|vid\s+protokollet|(?:protokollet\s+)?(?:är\s+)?justera(?:s|t|de|des)|justerare|ordförande|sekreterare|namnförtydligande|utdragsbestyrkande", "Underskrifter", "Underskrifterna saknas"),
    _phrase("weekday", r"(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?(?:\s+den)?", "torsdagen den", "torsdagsmötet"),
    _phrase("break", r"(?:ajournering|ajourneras?|paus|mötet\s+ajournera(?:s|des))(?:[\s.:,–-]*(?:kl|klockan|\d{1,2}[.:]\d\d))*", "Ajournering kl. 14:10-14:20", "Ajournering av ärendet"),
    _phrase("ballots", r"(?:ledam(?:ot|öter)|namn|parti|omröstningsresultat|voteringslista|omröstningslista|ja|nej|avst(?:år|od)?|frånv(?:arande)?|röstar?|röstade|röster|[x|-])(?:[\s.:|-]+(?:ledam(?:ot|öter)|namn|parti|ja|nej|avst(?:år|od)?|frånv(?:arande)?|röstar?|röstade|röster|[x|-]))*", "Ledamot   Ja   Nej   Avstår", "Ledamot Ja Eva"),
    _phrase("numbering", r"(?:\d{1,4}|[a-zåäö])(?:\s?[a-z])?", "12.", "12 ledamöter"),
    _phrase("lone-date", r"(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./ ]\d{4}", "2018-03-21", "2018-03-21 kl 9"),
    _phrase("joint", r"(?:(?:och|samt|av|för|från|till|vid|i|på|den|det|kl|klockan|är|var|nr|sid(?:a|an)?|blad|med|som|tid|plats|datum|§{1,2}|dnr)[\s.,:;-]*){1,4}", "och kl.", "och Eva"),
)  # fmt: skip
# what the grammar of a person's phrase reads between or after names
BESIDE_NAMES: Sequence[Rule] = (REPLACES, REPLACED_BY, ABSENT, CIRCUMSTANCE, *ROLE_WORDS)
SENTENCE = Rule(
    "sentence",
    rf"[\s\"”»*–•-]*[{UPPER}\d][^\n]{{15,}}[.!?:][\"”»)]*\s*",
    "Kommunen har tagit fram en plan för arbetet.",
    "Plan för arbetet",
    at="whole",
    cased=True,
)
SIGNAL = Rule(
    "word-of-a-decision",
    r"\b(?:beslut(?:a|ar|ade|ades|as|at)\b|beslöts?\b|utse(?:r|s)?\b|utsågs\b|välj(?:a|er|s)\b|vald(?:e|es|a)?\b|uppdra(?:r|s|gs)?\b|i\s+uppdrag\b|reserverar?\b|jäv|bordlägg|återremitter|avsäg|entledig|tillsätt|yrka(?:r|de)\b)",
    "Ordföranden utser två ledamöter.",
    "Ordföranden informerar om läget.",
)
EARLIER = Rule(
    "decided-earlier",
    r"\b(?:har|hade)\b[^.!?]{0,120}\b(?:beslutat|gett|givit|uppdragit|antagit|utsett|bildat|avslagit|fastställt|inrättat)\b",
    "Länsstyrelsen har gett verket i uppdrag att utreda frågan.",
    "Styrelsen har ordet och beslutar.",
)
