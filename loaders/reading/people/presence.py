"""Which part of the meeting somebody attended: §§ and times of day («§§ 135-141», «t.o.m. kl. 18.45»)."""

from __future__ import annotations

import re

from msgspec.structs import replace

from loaders.reading.lexicon.times import clock
from loaders.reading.people.phrase import Phrase
from loaders.reading.rules import Rule

_NUMBER = r"\d{1,4}(?:\.\d{1,4})?(?:\s?[a-zåäö](?!\.?[a-zåäö]))?"
_CLOCK = r"([01]?\d|2[0-3])[.:]?([0-5]\d)?"
_AT = r"kl(?:ockan|\.)?\s*"
_FROM = r"från(?:\s+och\s+med)?|fr\.?\s?o\.?\s?m\.?"
_UNTIL = r"till(?:\s+och\s+med)?|t\.?\s?o\.?\s?m\.?"

# from or until which item somebody was there
_COMES = r"(?:anlände[r]?|ankom(?:mer)?|kom(?:mer)?|anslöt|ansluter|inträdde|inträder|tillkom(?:mer)?)(?:\s+(?:till\s+)?(?:mötet|sammanträdet))?(?:\s+(?:vid|efter|inför|till|under|i|fr\.?\s?o\.?\s?m\.?|från(?:\s+och\s+med)?))?"
_GOES = r"(?:lämna(?:r|de)|avvek|avviker|gick|går|avlägsna(?:de|r)\s+sig|avg(?:ick|år)|åkte|åker)(?:\s+(?:mötet|sammanträdet))?(?:\s+(?:efter|vid|under|i|t\.?\s?o\.?\s?m\.?|till\s+och\s+med))?"
# from which part somebody was away
_AWAY = r"(?:(?:delt(?:ar|og)|närvar(?:ar|ade)|tjänstgör|är|var)\s+)?(?:ej|inte|icke|utom|förutom|undantaget|frånvarande|frånv\.|jävig|(?<!vid\s)jäv)(?:\s+(?:närvarande|deltagande))?"
_BIASED = r"\s*[,(]?\s*jäv(?:ig)?\b\)?(?!\s+(?:i\s+)?§|\s+för\b)"

ITEMS = Rule(
    "items",
    rf"(?P<not>\b{_AWAY}\s+)?(?P<open>\b(?:{_FROM}|{_COMES})\s+)?(?P<last>\b(?:{_UNTIL}|{_GOES})\s+)?"
    r"(?:deltar\s+|närvarande\s+|deltog\s+)?(?:vid\s+jäv\s+)?(?:under\s+|vid\s+|i\s+|på\s+|del\s+av\s+)?"
    r"(?:§\s*§?|paragraf(?:erna)?|ärende(?:na|n)?|punkt(?:erna|er)?|\bp\.?(?=\s?\d))\s*"
    rf"(?P<list>{_NUMBER}(?:\s*[-–—]\s*(?:§+\s*)?{_NUMBER}|[-–—](?!\s*[^\W\d])|\s*(?:,|och|&|till)\s*(?:§+\s*)?(?={_NUMBER}\s*(?:[^\w.:]|$)){_NUMBER})*)"
    rf"(?P<partly>\s*\((?:del|delvis|del\s+av)\))?(?P<biased>{_BIASED})?",
    ", §§ 135-141",
    ", 135 personer",
)
# the sign behind the numbers, as in Finland
ITEMS_SIGN = Rule(
    "items-sign-behind",
    rf"(?P<not>\b{_AWAY}\s+)?(?P<open>\b(?:{_FROM}|{_COMES})\s+)?(?P<last>\b(?:{_UNTIL}|{_GOES})\s+)?(?:under\s+|vid\s+|i\s+)?"
    r"(?<![\d§])(?P<list>\d{1,4}(?:\s?[-–]\s?\d{1,4}|(?:,\s?|\s(?:och|samt)\s)\d{1,4}){0,8})\s?§{1,2}(?!\s?\d)(?P<partly>\s*\((?:del|delvis)\))?"
    rf"(?P<biased>{_BIASED})?",
    ", 31-35 §",
    ", § 31-35",
)
# the sign lost, as on flattened pages
BARE_ITEMS = Rule(
    "bare-items",
    r"(?:^|[\s,])(?P<list>[1-9]\d{1,2}(?:[-–][1-9]\d{1,2})?(?:(?:,\s|\s?och\s)[1-9]\d{1,2}(?:[-–][1-9]\d{1,2})?)*)\s*,?\s*(?:och\s*)?$",
    "ekonom 226",
    "ekonom 2",
    cased=True,
)
BETWEEN = Rule(
    "between",
    rf"{_AT}([01]?\d|2[0-3])[.:]([0-5]\d)\s*[-–]\s*([01]?\d|2[0-3])[.:]([0-5]\d)",
    "kl. 08.30-11.50",
    "8.30-11.50",
)
ARRIVED = Rule(
    "arrived",
    rf"(?:{_FROM}|anländer?|ankom(?:mer)?|kom|anslöt|ansluter|ansl\.?|inträder|inträdde|tillkom(?:mer)?)\s+(?:(?:till\s+)?(?:mötet|sammanträdet)\s+)?(?:{_AT})?{_CLOCK}(?!\d)(?!\s*§)"
    rf"|{_AT}{_CLOCK}\s*[-–]\s*(?:$|[),;])",
    "(från kl 10.50)",
    "från 4 §",
)
LEFT = Rule(
    "left",
    rf"(?:{_UNTIL}|lämna(?:r|de)|avviker|avvek|gick|går|åkte|åker|avlägsna(?:r|de)\s+sig|avg(?:ick|år))\s+(?:mötet\s+|sammanträdet\s+)?(?:{_AT}){_CLOCK}(?!\d)"
    rf"|(?:{_UNTIL}|lämna(?:r|de)|avviker|avvek|gick)\s+(?:mötet\s+|sammanträdet\s+)?([01]?\d|2[0-3])[.:]([0-5]\d)(?!\d|\s*§)"
    rf"|(?:^|[\s,(])[-–]\s?(?:kl\.?\s*)?([01]?\d|2[0-3])[.:]([0-5]\d)(?!\d)",
    "t.o.m. kl. 18.45",
    "till 18 §",
)

_BESIDE = re.compile(r"[\s,(–-]*(?:(?:efter|vid|under|från|i)\s+)?")
_FOR_BIAS = re.compile(r"\s*[,(]?\s*(?:p\.?\s?g\.?\s?a\.?|på\s+grund\s+av|till\s+följd\s+av)\s+jäv")
CLOCK_BESIDE = re.compile(rf"[\s,]+{_AT}{_CLOCK}(?!\d)")
"""The time at which an item began or ended, beside its number («t.o.m. § 3, kl 10.45»)."""


def with_presence(phrase: Phrase, gap: str) -> tuple[Phrase, str]:
    """Take §§ and times of day out of the text after a name; also returns what is left of that text."""
    between = BETWEEN.find(gap)
    if between is not None:
        phrase = replace(phrase, arrived=clock(between[1], between[2]), left=clock(between[3], between[4]))
        gap = cut(gap, between)
    stretches = list(ITEMS.find_all(gap)) or list(ITEMS_SIGN.find_all(gap))
    items = next((match for match in stretches if not _tells_of_absence(match, gap)), None)
    if items is not None:
        numbers = _opened(_as_written(items), gap, items)
        phrase = replace(phrase, items=numbers)
        if items["partly"]:
            phrase = replace(phrase, partly=re.split(r"[^\w. ]+|\boch\b", numbers)[-1].strip() or None)
        beside = CLOCK_BESIDE.match(gap, items.end()) if items["last"] or items["open"] else None
        if beside is not None:
            at = clock(beside[1], beside[2])
            phrase = replace(phrase, left=at) if items["last"] else replace(phrase, arrived=at)
            gap = gap[: beside.start()] + gap[beside.end() :]
    if stretches:
        if items is None and phrase.present is None:
            phrase = replace(phrase, present=True)  # away from these, and there for the others
        for match in reversed(stretches):
            gap = cut(gap, match)
    elif (bare := BARE_ITEMS.find(gap)) is not None:
        phrase = replace(phrase, items=plain_range(bare["list"]))
        gap = cut(gap, bare)
    came, gap = _time(ARRIVED, gap)
    went, gap = _time(LEFT, gap)
    return replace(phrase, arrived=phrase.arrived or came, left=phrase.left or went), gap


def _tells_of_absence(items: re.Match[str], gap: str) -> bool:
    """Tell §§ that somebody was away from («ej § 14», «lämnade under § 14 på grund av jäv»)."""
    leaves = items["last"] is not None and _FOR_BIAS.search(gap, items.end()) is not None
    return items["not"] is not None or items["biased"] is not None or leaves


def _opened(numbers: str, gap: str, items: re.Match[str]) -> str:
    """Leave one end open where a time of day beside one number tells which («anlände kl 9.45 (§ 11)»)."""
    if "-" in numbers or not numbers.replace(" ", "").isalnum():
        return numbers
    for rule, template in ((ARRIVED, "{}-"), (LEFT, "-{}")):
        told = rule.find(gap)
        if told is not None and _BESIDE.fullmatch(gap, told.end(), max(items.start(), told.end())) is not None:
            return template.format(numbers)
    return numbers


def cut(gap: str, match: re.Match[str]) -> str:
    """Cut a match out of a text and leave a separator in its place."""
    return f"{gap[: match.start()]} ; {gap[match.end() :]}"


def plain_range(numbers: str) -> str:
    """Write a range of numbers with a plain hyphen and nothing around it."""
    return re.sub(r"\s*[–—-]\s*|(?<=\d)\s+till\s+(?=\d)", "-", numbers).strip()


def items_of(words: str) -> str | None:
    """Return the §§ that words tell of, as they are written («fr.o.m. § 40» → «40-»)."""
    match = ITEMS.find(words) or ITEMS_SIGN.find(words)
    return None if match is None else _as_written(match)


def _as_written(items: re.Match[str]) -> str:
    numbers = re.sub(r"§+\s*", "", plain_range(items["list"])).strip()
    if items["open"] and "-" not in numbers:
        numbers += "-"
    elif items["last"] and "-" not in numbers:
        numbers = "-" + numbers
    return re.sub(r"\s+", " ", numbers)


def _time(rule: Rule, gap: str) -> tuple[str | None, str]:
    match = rule.find(gap)
    told = [group for group in match.groups() if group is not None] if match is not None else []
    value = clock(told[0], told[1] if len(told) > 1 else None) if told else None
    return (None, gap) if match is None or value is None else (value, cut(gap, match))
