"""Date, times, range and adjustment told outside labelled fields."""

from __future__ import annotations

import re
from itertools import pairwise

from loaders.reading.heading.found import Field, Found
from loaders.reading.heading.place import note_place_told, place_in_next_cell, read_place_below, read_place_near
from loaders.reading.lexicon.dates import find_dates
from loaders.reading.lexicon.labels import PEOPLE_KINDS, label_at
from loaders.reading.lexicon.names import find_names
from loaders.reading.lexicon.times import clock, find_times
from loaders.reading.pages.layout import Layout
from loaders.reading.rules import Rule
from loaders.reading.text.letters import clean
from loaders.reading.text.sheet import Line

_AT_CLOCK = r"(?:\bkl(?:ockan|\.)?\s*(?P<hour>\d{1,2})(?:[.:](?P<minute>[0-5]\d))?|(?<![\d.:/-])(?P<bare>\d{1,2})[.:](?P<past>[0-5]\d))(?!\d|[.:/-]\d)"
_DAY = r"(?:(?:mån|tis|ons|tors|fre|lör|sön)dag|den\s+\d|\d{1,2}\s+[a-z]{3,9}\s+(?:19|20)\d\d|(?:19|20)\d\d-\d\d)"
HELD = Rule(
    "held",
    rf"\b(?:(?:hölls|ägde\s+rum|hålls)\s+(?:i|på|vid)\s+(?P<place>[^\n.]{{3,70}}?)(?=,?\s*(?:och|kl\b|klockan|\.|$)|,?\s+{_DAY})|sammanträde\s+(?:i|på)\s+(?P<before_day>[^\n.\d]{{3,60}}?)(?=,?\s+(?:mån|tis|ons|tors|fre|lör|sön)dag))",
    "Mötet hölls i Ekby skola, och började kl. 18.00",
    "Mötet hölls digitalt",
)
BEGAN = Rule(
    "began",
    rf"\b(?:började|öppnade[s]?|öppnar|inleddes|startade|fört|öppnas)\b[^.\n]{{0,40}}?{_AT_CLOCK}",
    "Mötet öppnades av Eva Alm klockan 18.00",
    "Mötet avslutades kl 20.15",
)
CLOSED = Rule(
    "closed",
    rf"\b(?:avslutades|avslutade|avslutar|avslutat|slutade|upphörde|stängdes|avslutas|förklarades\s+avslutat)\b[^.\n]{{0,20}}?{_AT_CLOCK}",
    "Mötet avslutades kl 20.15",
    "Mötet avslutades",
)
ADJUSTED = Rule(
    "adjusted",
    r"\b(?:tid\s+för\s+justering(?:en)?|justera\s+(?:dagens\s+)?protokollet|justera(?:s|t|des)(?:\s+och\s+\w{1,30})?(?:\s+av\s+[\w-]{2,30}(?:\s[\w-]{2,30}){1,3}?)?|justering(?:en)?\s+(?:sker|skedde|äger\s+rum|görs))(?:\s+(?:digitalt|elektroniskt|via\s+\w+))?\s*:?\s*(?:\w+dag(?:en)?\s+)?(?:den\s+)?$",
    "Protokollet justerades den ",
    "Protokollet justerades av dem som valdes i dag den ",
)
NEXT = Rule(
    "next-meeting",
    r"\b(?:(?:nästa|kommande|nästkommande|följande|nasta)\s+(?:\w+\s+){0,2}?(?:[\w-]*(?:möte|sammantr[äa]de|träff|stämma|avstämning)\w*|gång|(?-i:[A-ZÅÄÖ]{2,6}))"
    r"|(?:sammanträder|träffas|möts|ses|samlas)\s+(?:igen|på\s+nytt|härnäst|åter))"
    r"(?:[\s:,–-]|(?:är|blir|hålls|[äa]ger|rum|vi|då|åter|härnäst|planeras|sker|infaller|bestäms|bestämdes|fastställdes|till|den|på|för|i|preliminärt|datum|tid|kl|\w+dag(?:en)?|med|igen|på\s+nytt|ses|möts|träffas|sammanträder|[\w-]{0,20}(?:styrelsen|nämnden|rådet|gruppen|direktionen|delegationen|nätverket|utskottet))\b)*",
    "Nästa möte hålls onsdagen den ",
    "Nästa steg",
)
RANGE = Rule(
    "range",
    r"§{1,2}\s*\d+[\s–—-]+\d+|\b(?:paragrafer|ärenden)\b[^\n]{0,80}?\d+\s*[–—-]\s*\d+",
    "§§ 130-143",
    "§ 130",
)
DATED_TITLE = Rule(
    "dated-title", r"tid|datum|kl|protokoll|anteckningar|möte|sammanträde", "Protokoll 180321", "551 11 Jönköping"
)
OTHER_DATE = Rule("other-date", r"\bjuster|nästa|anslag", "Justeras 2018-03-28", "Datum 2018-03-21")
AFTER_CLOCK = Rule(
    "place-after-clock",
    r"\s*,\s+(?P<place>[A-ZÅÄÖ][^\n.]{3,70})$",
    ", Folkets Hus, Söderhamn",
    ", ajournering",
    at="start",
    cased=True,
)
_SOMEBODYS = re.compile(
    r"[a-zåäö],|\)|\([^)]*$|\b(?:[Nn]ärv|[Ff]rånv|[Dd]elt[ao])"
)  # «närv. § 22-28», «deltar under §§ 38-41»
_RANGE_ALONE = re.compile(r"\s*§{1,2}\s*\d+\s*[–—-]+\s*\d+\s*")
_LONGEST = 600  # characters of two lines
_OTHER_DATES = frozenset({"adjusting", "next", "adjuster", "notice"})
_OTHER_TIMES = frozenset({"adjusting", "next"})


_CLOCKS: tuple[tuple[Field, Rule], ...] = (("start", BEGAN), ("end", CLOSED))
_AT_ENDS = 12  # lines of the first and the last items, which can tell when the meeting began and ended


def read_date(layout: Layout, front: list[int], found: Found) -> None:
    """Take the title block's date where no label gave one."""
    for i in front:
        line = layout.lines[i]
        if label_at(line.text, _OTHER_DATES) is not None:
            continue
        hit = next(find_dates(line.text, short=DATED_TITLE.holds(line.text)), None)
        if hit is not None and not OTHER_DATE.holds(line.text):
            found.note("date", hit.value, line.start + hit.start, line.start + hit.end)
            if not found.has("place") and hit.value == found.meeting.date:
                read_place_near(layout, front, i, found)
                read_place_below(layout, front, i, found)


def read_broken_date(layout: Layout, front: list[int], found: Found) -> None:
    """Take a date that two lines of the front part between them («den 4 / december 2015»), where no line has one."""
    for a, b in pairwise(front):
        text = layout.sheet.text[layout.lines[a].start : layout.lines[b].end]
        if b != a + 1 or len(text) > _LONGEST:
            continue
        hit = next(find_dates(text.replace("\n", " ").replace("\r", " "), short=False), None)
        if hit is not None and not OTHER_DATE.holds(text):
            start = layout.lines[a].start
            found.note("date", hit.value, start + hit.start, start + hit.end)


def read_times(layout: Layout, front: list[int], found: Found) -> None:
    """Take the first stretch of time where no label gave one."""
    for i in front:
        if found.has("start"):
            return
        line = layout.lines[i]
        times = find_times(line.text)
        if times is None or label_at(line.text, _OTHER_TIMES) is not None:
            continue
        if next(find_names(line.text[: times.start], strict=True), None) is not None:
            continue  # when somebody was there
        found.note_times(times, line.start)
        note_place_told(found, line, times.end)
        place = AFTER_CLOCK.regex.match(line.text, times.end) or place_in_next_cell(line.text, times.end)
        if place is not None and not found.has("place") and not line.text[: times.start].strip(" \tKkl."):
            low = line.start + place.start("place")
            found.note("place", clean(place["place"]), low, low + len(place["place"]))


def read_prose(layout: Layout, front: list[int], found: Found) -> None:
    """Read place and times told in sentences («Mötet hölls i …, och började kl. 18.00»)."""
    for i in front:
        line = layout.lines[i]
        held = HELD.find(line.text)
        if held is not None:
            group = "before_day" if held["place"] is None else "place"
            low, high = held.span(group)
            found.note("place", clean(held[group]), line.start + low, line.start + high)
        for name, rule in _CLOCKS:
            _note_clock(line, name, rule, found)
    told = [i for i in layout.text_lines(0, len(layout.lines)) if i not in set(front)]
    for i in told[:_AT_ENDS]:
        _note_clock(layout.lines[i], "start", BEGAN, found)
    for i in reversed(told[-_AT_ENDS:]):
        _note_clock(layout.lines[i], "end", CLOSED, found)


def _note_clock(line: Line, name: Field, rule: Rule, found: Found) -> None:
    match = rule.find(line.text)
    value = None if match is None else clock(match["hour"] or match["bare"], match["minute"] or match["past"])
    if match is not None and value is not None:
        low = max(match.start("hour"), match.start("bare"))
        found.note(name, value, line.start + low, line.start + match.end())


def read_sentences(layout: Layout, found: Found) -> None:
    """Read the adjustment and the next meeting from running text."""
    date = found.meeting.date
    if date is None:
        return
    for i in layout.text_lines(0, len(layout.lines)):
        line = layout.lines[i]
        if "juster" not in line.text.lower():
            continue
        for hit in find_dates(line.text, date):
            if hit.value >= date and ADJUSTED.holds(line.text[max(hit.start - 80, 0) : hit.start]):
                found.note("adjusted_on", hit.value, line.start + hit.start, line.start + hit.end)
    text = layout.sheet.text
    for match in NEXT.regex.finditer(text):
        low, told = match.start(), match.end() - match.start()
        hits = find_dates(text[low : match.end() + 30], date)
        hit_after = next((hit for hit in hits if hit.end > told), None)
        if hit_after is not None and hit_after.start <= told and hit_after.value > date:
            found.note("next_date", hit_after.value, match.end(), low + hit_after.end)
            return


def read_range(layout: Layout, front: list[int], found: Found) -> None:
    """Read which items the minutes hold («Paragrafer §§ 130-143»); a person's §§ are no range of the minutes."""
    alone = [i for i in front if _RANGE_ALONE.fullmatch(layout.lines[i].text)]
    for i in [*alone, *front]:
        line = layout.lines[i]
        match = RANGE.find(line.text)
        if match is None or label_at(line.text, PEOPLE_KINDS, bare=True) is not None:
            continue
        before = line.text[: match.start()]
        if not _SOMEBODYS.search(before) and next(find_names(before, strict=True), None) is None:
            found.note_range(line.start + match.start(), line.start + match.end())
