"""Times of day as minutes write them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.reading.rules import Rule, one_of, which

_HOUR = r"[01]?\d|2[0-4]"
_ALONE = r"(?<![\d.:/-])"
_ENDS = r"(?![\d/]|[.:]\d)"
_TO = r"\s*(?:[-–—]{1,2}|till|och|t\.?\s?o\.?\s?m\.?)\s*(?:(?:kl\.?|klockan)\s*)?"

TIME_SPANS = (
    Rule(
        "after-clock",
        rf"(?:kl(?:ockan|\.)?|tid(?:en)?|mellan|kell?o?)\s*:?\s*\.?\s*{_ALONE}(?P<hour>{_HOUR})(?:[.:](?P<minute>[0-5]\d))?{_ENDS}"
        rf"{_TO}(?<![\d.:/])(?P<last_hour>{_HOUR})(?:[.:](?P<last_minute>[0-5]\d))?(?!-\d){_ENDS}",
        "kl 9-11",
        "kl 9-11-2019",
    ),
    Rule(
        "start-and-end",
        rf"start(?:tid)?\s*:?\s*(?:kl\.?\s*)?{_ALONE}(?P<hour>{_HOUR})[.:](?P<minute>[0-5]\d)[\s,;]*slut(?:tid)?\s*:?\s*(?:kl\.?\s*)?{_ALONE}(?P<last_hour>{_HOUR})[.:](?P<last_minute>[0-5]\d){_ENDS}",
        "Starttid 16:00 Sluttid: 17:20",
        "Starttid 16:00",
    ),
    Rule(
        "minutes",
        rf"{_ALONE}(?P<hour>{_HOUR})[.:](?P<minute>[0-5]\d)\s*(?:[-–—]{{1,2}}|till)\s*(?:(?:kl\.?|klockan)\s*)?(?P<last_hour>{_HOUR})[.:](?P<last_minute>[0-5]\d){_ENDS}",
        "08.30-11.50",
        "08.30, 11.50",
    ),
    Rule(
        "hour-to-minutes",
        rf"{_ALONE}(?P<hour>{_HOUR})\s*[-–—]\s*(?P<last_hour>{_HOUR})[.:](?P<last_minute>[0-5]\d){_ENDS}",
        "9–11.45",
        "9–11",
    ),
)
BEGINS = Rule(
    "begins",
    rf"\b(?:kl(?:ockan|\.)?|tid)\s*:?\s*(?P<hour>{_HOUR})(?:[.:](?P<minute>[0-5]\d))?{_ENDS}",
    "Tisdagen den 23 januari, kl. 18:00",
    "den 23 januari 2018",
)
# what a stretch of time is that ends with these words: no meeting, but a break in it
BREAK = Rule(
    "break",
    r"(?:\b(?:ajourner\w*|paus\w*|rast(?:en)?|fika(?:paus)?|middag(?:en)?)|uppehåll|\blunch(?:en|uppehåll|paus|rast)?)\b[^.;\d]{0,30}$",
    "avslutades kl. 15.20, med lunchuppehåll ",
    "Lunchmöte ",
)
_TIMES = one_of(TIME_SPANS)
_AND_AGAIN = re.compile(r"\s*(?:,|;|och|samt)\s*")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class ClockSpan:
    """From and to, HH:MM, by the place in the text searched."""

    start: int
    end: int
    begins: str
    ends: str


def find_times(text: str) -> ClockSpan | None:
    """Return the first stretch of time («kl 08.30-11.50», «9–11.45») that is no break («lunch 12–13»)."""
    if _DIGIT.search(text) is None:
        return None
    for match in _TIMES.finditer(text):
        if BREAK.holds(text[: match.start()]):
            continue
        _, parts = which(TIME_SPANS, match)
        begins = clock(parts["hour"], parts.get("minute"))
        ends = clock(parts["last_hour"], parts["last_minute"])
        if begins is not None and ends is not None:
            end = match.end()
            while (
                more := _TIMES.match(text, joint.end() if (joint := _AND_AGAIN.match(text, end)) else len(text))
            ) is not None:
                parts = which(TIME_SPANS, more)[1]  # «08.30-12.00, 13.00-15.15»
                ends, end = clock(parts["last_hour"], parts["last_minute"]) or ends, more.end()
            return ClockSpan(match.start(), end, begins, ends)
    return None


def clock(hour: str | None, minute: str | None) -> str | None:
    """Write HH:MM; None for an hour past the day's end."""
    if hour is None or int(hour) > 23:
        return None
    return f"{int(hour):02d}:{minute or '00'}"
