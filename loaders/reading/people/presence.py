"""Which part of the meeting somebody attended: §§ and times of day («§§ 135-141», «t.o.m. kl. 18.45»)."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.reading.lexicon.times import clock
from loaders.reading.people.phrase import Phrase
from loaders.reading.rules import Rule

_NUMBER = r"\d{1,4}(?:\.\d{1,4})?(?:\s?[a-zåäö](?![a-zåäö]))?"
_CLOCK = r"([01]?\d|2[0-3])[.:]?([0-5]\d)?"
_AT = r"kl(?:ockan|\.)?\s*"
_FROM = r"från(?:\s+och\s+med)?|fr\.?\s?o\.?\s?m\.?"
_UNTIL = r"till(?:\s+och\s+med)?|t\.?\s?o\.?\s?m\.?"

# from or until which item somebody was there
_COMES = r"(?:anlände|ankom|kom|anslöt|inträdde|anländer|ansluter)\s+(?:(?:till\s+)?(?:mötet|sammanträdet)\s+)?(?:vid|efter|inför|till|under|fr\.?\s?o\.?\s?m\.?|från)"
_GOES = r"(?:lämna(?:r|de)|avvek|gick|avlägsnade\s+sig|avgick|åkte)\s+(?:(?:mötet|sammanträdet)\s+)?(?:efter|vid|t\.?\s?o\.?\s?m\.?)"

ITEMS = Rule(
    "items",
    rf"(?P<not>(?:ej|inte|utom|förutom|jävig|jäv)\s+)?(?P<open>(?:{_FROM}|{_COMES})\s+)?(?P<last>(?:{_UNTIL}|{_GOES})\s+)?"
    r"(?:deltar\s+|närvarande\s+|deltog\s+)?(?:under\s+|vid\s+|i\s+|del\s+av\s+)?"
    r"(?:§\s*§?|paragraf(?:erna)?|ärende(?:na|n)?|punkt(?:erna|er)?|p\.)\s*"
    rf"(?P<list>{_NUMBER}(?:\s*[-–—]\s*(?:§+\s*)?{_NUMBER}|[-–—](?!\s*[^\W\d])|\s*(?:,|och|&|till)\s*(?:§+\s*)?(?={_NUMBER}\s*(?:[^\w.:]|$)){_NUMBER})*)"
    r"(?P<partly>\s*\((?:del|delvis|del\s+av)\))?",
    ", §§ 135-141",
    ", 135 personer",
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
    rf"(?:{_FROM}|anlände|ankom|kom|anslöt|anländer|ansluter|ansl\.?)\s+(?:{_AT})?{_CLOCK}(?!\d)(?!\s*§)"
    rf"|{_AT}{_CLOCK}\s*[-–]\s*(?:$|[),;])",
    "(från kl 10.50)",
    "från 4 §",
)
LEFT = Rule(
    "left",
    rf"(?:{_UNTIL}|lämnade|avvek|gick|lämnar|avlägsnade\s+sig|avgick)\s+(?:mötet\s+|sammanträdet\s+)?(?:{_AT}){_CLOCK}(?!\d)"
    r"|(?:lämna(?:r|de)|avvek|gick)\s+(?:mötet\s+)?([01]?\d|2[0-3])[.:]([0-5]\d)(?!\d)"
    rf"|(?:^|[\s,(])[-–]\s?(?:kl\.?\s*)?([01]?\d|2[0-3])[.:]([0-5]\d)(?!\d)",
    "t.o.m. kl. 18.45",
    "till 18 §",
)

CLOCK_BESIDE = re.compile(rf"[\s,]+{_AT}{_CLOCK}(?!\d)")
"""The time at which an item began or ended, beside its number («t.o.m. § 3, kl 10.45»)."""


def with_presence(phrase: Phrase, gap: str) -> tuple[Phrase, str]:
    """Take §§ and times of day out of the text after a name; also returns what is left of that text."""
    between = BETWEEN.find(gap)
    if between is not None:
        phrase = replace(phrase, arrived=clock(between[1], between[2]), left=clock(between[3], between[4]))
        gap = cut(gap, between)
    items = ITEMS.find(gap)
    if items is not None:
        phrase = replace(phrase, items=None if items["not"] else _as_written(items))
        if items["partly"] and phrase.items:
            phrase = replace(phrase, partly=re.split(r"[^\w. ]+|\boch\b", phrase.items)[-1].strip() or None)
        beside = CLOCK_BESIDE.match(gap, items.end()) if items["last"] or items["open"] else None
        if beside is not None:
            at = clock(beside[1], beside[2])
            phrase = replace(phrase, left=at) if items["last"] else replace(phrase, arrived=at)
            gap = gap[: beside.start()] + gap[beside.end() :]
        gap = cut(gap, items)
    elif (bare := BARE_ITEMS.find(gap)) is not None:
        phrase = replace(phrase, items=plain_range(bare["list"]))
        gap = cut(gap, bare)
    came, gap = _time(ARRIVED, gap)
    went, gap = _time(LEFT, gap)
    return replace(phrase, arrived=phrase.arrived or came, left=phrase.left or went), gap


def cut(gap: str, match: re.Match[str]) -> str:
    """Cut a match out of a text and leave a separator in its place."""
    return f"{gap[: match.start()]} ; {gap[match.end() :]}"


def plain_range(numbers: str) -> str:
    """Write a range of numbers with a plain hyphen and nothing around it."""
    return re.sub(r"\s*[–—-]\s*|(?<=\d)\s+till\s+(?=\d)", "-", numbers).strip()


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
