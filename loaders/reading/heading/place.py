"""The place of the meeting: what is left of a field when dates and times are cut out of it."""

from __future__ import annotations

import re

from loaders.reading.heading.bodies import BODY
from loaders.reading.heading.found import Found
from loaders.reading.lexicon.acts import RUNNING_VERB
from loaders.reading.lexicon.dates import find_dates
from loaders.reading.lexicon.labels import ALL_KINDS, MEETING_KINDS, PEOPLE_KINDS, label_at
from loaders.reading.lexicon.times import find_times
from loaders.reading.pages.layout import Layout
from loaders.reading.rules import Rule
from loaders.reading.text.letters import LOWER, UPPER, clean
from loaders.reading.text.sheet import Line

BLANK = "\0"
"""What stands for a date or a time that was taken out of a field, character for character."""
# what is no part of a place, cut in this order
_FOREIGN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\((?=[^)]{0,80}(?:ajourner|paus|uppehåll|lunch|rast|fika))[^)]*\)?",
        r"[,\s](?:kl\.?|klockan)\s*\d.*",
        r"\b(?:ajournering|paus|rast|fika|lunch(?:uppehåll|rast|paus)?|uppehåll)\b.*",
        r"\b(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\b(?:\s+den\b)?|\b(?:kl(?:ockan|\.)?|tid|den|från|datum|plats)\s*:?\s*(?=\0|\d{1,2}[.:]\d\d|\s*$)|\b\d{1,2}[.:]\d\d\b",
    )
)
_LONGEST = 120
"""Characters of a place; what is longer holds more than one."""
_PERSON = re.compile(r"\w \((?:[A-ZÅÄÖ]{1,3}|[a-zåäö]{1,2})\)")
_NO_LETTER = re.compile(r"[\W\d_]+")
_AFTER_TIMES = re.compile(r"\s*[,·|–-]\s*(?P<place>[^\d\s][^\n·|]{2,80})")
_AT_PLACE = re.compile(r"\s*,?\s(?:på|i|vid)\s+(?P<place>[^\n,;]{4,70}?(?:,\s[A-ZÅÄÖ][^\n,;]{2,40})?)\.?\s*$")
_HOUSE = (
    rf"(?:[{LOWER}]+s\s+[{LOWER}]*(?:kansli|kontor|lokal(?:er)?|bibliotek|gård|skola|rum|sal|hus)"
    rf"|[{LOWER}]*(?:hus|kontor|bibliotek|kansli|rumm)et|[{LOWER}]*(?:gård|sal|lokal|skol)(?:en|an))(?![\w-])"
)
_AFTER_PREPOSITION = re.compile(
    rf"\b(?:på|i|vid|via)\s+(?![^\n]*s\s(?:\w+\s)?(?:möte|sammanträde|träff)\b)"
    rf"((?:[{UPPER}]|Teams|länk|{_HOUSE})[^\n]{{0,{_LONGEST}}})$"
)
_HOUSE_BEHIND = re.compile(rf"\s(?:i|på|vid)\s(?P<place>[{UPPER}].*)$")
_IN_NEXT_CELL = re.compile(r"(?:\s{3,}|\t+)(?P<place>[^\n\t|]{3,60}?)(?:\s{3,}|\t|$)")
_AFTER_DATE = re.compile(rf"(?:(?:19|20)\d\d|\d\d/\d\d)\s*,\s*([{UPPER}][^\d\n,]{{3,60}})$")
_BETWEEN = re.compile(rf",\s*([{UPPER}][^\n]{{3,60}}?),\s*(?:kl\.?\s*)?")
# where the time or another sentence begins behind a place: «… i Ekby bygdegård, söndagen den 24 mars 2024 kl. 15»
_TIME_BEHIND = re.compile(
    r"(?<=[a-zåäö]{3})\.\s(?=[A-ZÅÄÖ])|[,\s](?:kl\b|klockan)|,?\s(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\s+(?:den\s+)?\d|,?\s(?:den\s+)?\d{1,2}\s+[a-z]{3,9}\s+(?:19|20)\d\d\b|,?\s(?:19|20)\d\d-\d\d-\d\d\b"
)


# a line that is nothing but a place
PLACE_LINE = Rule(
    "place-line",
    r"(?![^\n]*\d{3}\s?\d\d\b)(?=[^\n]*\b\w*(?i:rum|rummet|sal|salen|hus|huset|rådhus|stadshus|kommunhus|kontor|kontoret|gård|gården|skola|skolan|hem|hemmet|lokal|lokalen|bibliotek|biblioteket|slott|hotell|kansli|kansliet|centrum)\b)[A-ZÅÄÖ][\w-]+(?:,?\s[\w-]+){0,6}\.?",
    "Sammanträdesrum Dalälven, Hedemora rådhus",
    "Ekby kommunkontor, 742 21 Ekby",
    at="whole",
    cased=True,
)


# a meeting that is held nowhere
FAR = Rule(
    "far",
    r"(?:(?:möte\s+)?(?:via|på|över)\s+)?(?:(?:microsoft\s+)?teams|skype|zoom|webex|meet|länk|distans|telefon|video)(?:-?(?:möte|länk|konferens))?|(?:digital|distans|webb?|telefon|video|teams|skype|zoom)(?:t\s+|-)?(?:möte|sammanträde|konferens)|digitalt",
    "Skype",
    "Telefonlista",
    at="whole",
)


def place_in(text: str) -> tuple[int, str] | None:
    """Cut times and weekdays out of a field; return where the longest rest begins, and its words."""
    for pattern in _FOREIGN:
        text = pattern.sub(lambda match: BLANK * len(match.group()), text)
    rest = max(text.split(BLANK), key=lambda part: len(_NO_LETTER.sub("", part)))
    words = clean(rest.strip(" \t,;:.–—|-") + ("." if re.search(r"[^.]\.\s*$", rest) else ""))
    if len(_NO_LETTER.sub("", words)) < 3 or len(words) > _LONGEST or _PERSON.search(words):
        return None
    return max(text.find(rest), 0) + len(rest) - len(rest.lstrip(" \t,;:.–—|-")), words


def without_place(words: str) -> str:
    """Cut the house where a meeting was held off a name («Ekby byalag i Folkets hus»), all where it is only that."""
    match = _HOUSE_BEHIND.search(words)
    if match is not None and PLACE_LINE.holds(match["place"]):
        return words[: match.start()]
    return "" if PLACE_LINE.holds(words) else words


def place_in_next_cell(text: str, at: int) -> re.Match[str] | None:
    """Find a place in the cell behind the times, where nothing but its words tells what it is («10–11.30     Skype»)."""
    match = _IN_NEXT_CELL.match(text, at)
    return match if match is not None and (PLACE_LINE.holds(match["place"]) or FAR.holds(match["place"])) else None


def note_place(found: Found, place: tuple[int, str] | None, start: int, end: int) -> None:
    """Note a place that `place_in` found in the sheet's text[start:end]."""
    if place is not None:
        at, words = start + place[0], place[1].rstrip(".")
        found.note("place", place[1], at, min(at + len(words), end))


def note_place_told(found: Found, line: Line, at: int) -> bool:
    """Note the place that is told behind the times («kl 9.00-11.30 på bolagets kontor i Limhamn»)."""
    told = _AT_PLACE.match(line.text, at)
    if told is not None:
        low = line.start + told.start("place")
        found.note("place", clean(told["place"]).rstrip("."), low, low + len(told["place"]))
    return told is not None


def read_place_below(layout: Layout, front: list[int], i: int, found: Found) -> None:
    """Read a place that stands alone right below the date's line."""
    if found.has("place") or i + 1 not in front:
        return
    line = layout.lines[i + 1]
    words = line.text.strip()
    if PLACE_LINE.holds(words) and not RUNNING_VERB.holds(words) and label_at(line.text, ALL_KINDS) is None:
        found.note("place", clean(words), *line.span)


def read_place_near(layout: Layout, front: list[int], i: int, found: Found) -> None:
    """Read a place written after the date, on its line («… på Läckö slott») or alone on the next."""
    line = layout.lines[i]
    times = find_times(line.text)
    rest = _AFTER_TIMES.match(line.text, times.end) if times is not None else None
    rest = rest or (None if times is None else place_in_next_cell(line.text, times.end))
    if rest is not None and rest["place"][0].isupper():
        found.note("place", clean(rest["place"]), line.start + rest.start("place"), line.start + rest.end("place"))
        return
    date = next(find_dates(line.text), None)
    between = line.text[date.end : times.start] if date is not None and times is not None else ""
    told = _BETWEEN.fullmatch(between)
    if date is not None and told is not None:  # «2024-10-17, Storgatan 4, Ekby, 08:15 till 11:00»
        at = line.start + date.end + told.start(1)
        found.note("place", clean(told[1]), at, at + len(told[1]))
        return
    if times is not None and note_place_told(found, line, times.end):
        return
    if date is not None and note_place_told(
        found, line, date.end
    ):  # «den 14 oktober 2015 i bolagets lokaler, Västerås»
        return
    match = _AFTER_DATE.search(line.text) or _AFTER_PREPOSITION.search(line.text)
    if match is not None:
        words, at = _TIME_BEHIND.split(match[1])[0].rstrip(", \t"), line.start + match.start(1)
        found.note("place", clean(words), at, at + len(words))
    elif times is not None and i + 1 in front:
        following = layout.lines[i + 1]
        label = label_at(following.text, PEOPLE_KINDS | MEETING_KINDS, bare=True)
        if label is None and len(following.text) < 80 and not BODY.search(following.text) and "§" not in following.text:
            found.note("place", clean(following.text), *following.span)
