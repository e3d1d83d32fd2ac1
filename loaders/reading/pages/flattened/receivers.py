"""Where a receiver of a decision follows on another in a flattened page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.reading.lexicon.places import municipality_of
from loaders.reading.rules import Rule
from loaders.reading.text.given import is_given_name
from loaders.reading.text.letters import LOWER, UPPER

_GAP = re.compile(rf"(?P<before>[\w.)-]+) (?=(?P<after>[{UPPER}][\w-]*)(?P<then>(?: [\w-]+)?))")
# a word that a receiver's name ends with
ENDS = Rule(
    "ends",
    rf"^[{LOWER}].*|\S*(?:styrelsen?|nämnden?|rådet|utskottet|irektionen|fullmäktige|gruppen|rganet|kommittén|beredningen|tämman|förbundet|delegationen|nätverket)"
    rf"|\S*[{LOWER}]{{4}}(?:en|et|na|are)|\S*\)|kommun",
    "Kommunstyrelsen",
    "Region",
    at="whole",
    cased=True,
)
TIES = Rule(
    "ties", r"och|samt|för|i|till|av|på|vid|med|om|Region|Sektor", "för", "Kommunstyrelsen", at="whole", cased=True
)
# a receiver that the name of a place or an undertaking follows on
NAMED = Rule(
    "named",
    r"(?:Stiftelsen|Föreningen|Landstinget|Länsstyrelsen|Bolaget|Polismyndigheten|Högskolan|Universitetet|\w+jouren|Församlingen|Kommunal|sektion|Trafikverket|\w+rådet)",
    "Länsstyrelsen",
    "Kommunstyrelsen",
    at="whole",
    cased=True,
)
# what begins a receiver whatever stands before it
BEGINS = Rule(
    "begins",
    rf"[{UPPER}][\w-]*(?:styrelsen|nämnden|utskottet|fullmäktige|kontoret|enheten|förvaltningen|avdelningen|kansliet|chefen|direktören|kommunerna|förbunden|revisorerna|revisionen|ledamöter)"
    rf"|(?:De|Den|Samtliga|Berörda|Länets|Revisorerna|Sökanden|Sökandena|Akten|Direktionen|Fullmäktige|Samhällsbyggnadsnämnden)\b|[{UPPER}][{LOWER}]+ska nämnden",
    "Löneenheten",
    "Dalarna",
    at="whole",
    cased=True,
)
_DASHED = re.compile(r"\s*(?P<mark>[–-]) \w")
_LOOKS_BACK = 60


def receivers_of(text: str, start: int, end: int) -> Iterator[int]:
    """Find where a receiver follows on another."""
    dashed = _DASHED.match(text, start, end)
    if dashed is not None:
        yield from (
            match.start()
            for match in re.finditer(rf" (?={dashed['mark']} \w)", text[:end])
            if match.start() > dashed.start("mark")
        )
    for match in _GAP.finditer(text, start, end):
        if not TIES.holds(match["before"]) and _parts(text, start, match):
            yield match.end() - 1


def _parts(text: str, start: int, match: re.Match[str]) -> bool:
    """Tell whether a receiver ends before the gap and another begins behind it."""
    before, after = match["before"], match["after"]
    whole = _names_person(text[max(start, match.end("before") - _LOOKS_BACK) : match.end("before")])
    if BEGINS.holds(after) or BEGINS.holds(after + match["then"]):
        return whole or not before.endswith(("s", "-"))
    if is_given_name(before):
        return False
    if whole and (is_given_name(after) or NAMED.holds(after) or after == "Region"):
        return True
    if NAMED.holds(before):
        own = match["then"] in {" kommun", " stad"}
        return own or (after.endswith(("en", "et")) and municipality_of(after) is None)
    return ENDS.holds(before)


def _names_person(text: str) -> bool:
    """Tell whether a text ends with a whole name, of two or three words."""
    words = text.split()[-3:]
    if words and (NAMED.holds(words[-1]) or BEGINS.holds(words[-1])):
        return False
    names = [words[-count:] for count in (2, 3) if len(words) >= count]
    return any(is_given_name(name[0]) and all(word[:1].isupper() for word in name) for name in names)
