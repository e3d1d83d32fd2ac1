"""Dates as minutes write them, read to ISO form."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.reading.rules import Rule, one_of, which

_NAMES = (
    "januari jan", "februari feb febr", "mars mar", "april apr", "maj", "juni jun", "juli jul", "augusti aug",
    "september sept sep", "oktober okt", "november nov", "december dec",
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(_NAMES, start=1) for name in names.split()}
MONTH_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
EARLIER_DAY = re.compile(rf"\d|\bi\s+(?:{MONTH_NAME}|fjol|våras|somras|höstas|vintras)\b", re.IGNORECASE)
"""What tells, before a verb in the past, that it is not told of this meeting («i maj», «2023»)."""
_YEAR = r"(?P<year>(?:19|20)\d\d)"

# «year», «month», «day»; a year can be missing or have two digits
DATE_FORMS = (
    Rule("iso", rf"{_YEAR}[-–/.](?P<month>\d{{1,2}})[-–/.](?P<day>\d{{1,2}})(?!\d)", "2024-10-25", "2024-1025"),
    Rule(
        "short-iso", r"(?<!-)(?P<year>\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3]\d)(?![\d-])", "24-10-17", "24-17-10"
    ),
    Rule("eight-digits", rf"{_YEAR}(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)", "20241025", "2024102511"),
    Rule("six-digits", r"(?P<year>\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?![\d-])", "180321", "180321-1234"),
    Rule(
        "in-words",
        rf"(?:den\s+)?(?P<day>\d{{1,2}})(?::?[ea])?(?:\s?(?:[-–—]|och)\s?\d{{1,2}}(?::?[ea])?)?\s+(?P<month>{MONTH_NAME})\b\.?(?:,?\s+{_YEAR})?",
        "den 23 maj 2006",
        "23 majblommor",
    ),
    Rule("dotted", rf"(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.{_YEAR}(?!\d)", "21.3.2018", "21.3.18"),
    Rule(
        "day-first",
        rf"(?P<day>[0-3]\d)-(?P<month>0[1-9]|1[0-2])-{_YEAR}(?![\d-])",
        "07-06-2009",
        "07-16-2009",
    ),
    Rule(
        "slashed",
        r"(?P<day>\d{1,2})/(?P<month>\d{1,2})[\s-]+(?P<year>(?:19|20)\d\d|\d\d)(?!\d)",
        "21/3 2018",
        "21/3, 2018",
    ),
    # without a year only behind a word for a day: «2/3» is a part, too
    Rule(
        "slashed-without-year",
        r"(?:(?<=\bden )|(?<=senast )|(?<=dagen )|(?<=dag )|(?<=före )|(?<=innan )|(?<=klart )|(?<=klart: )|(?<=möte )|(?<=möte: )|(?<=sammanträde )|(?<=träff ))(?P<day>[0-3]?\d)/(?P<month>1[0-2]|0?[1-9])(?![\d/-]|\s(?:19|20)\d\d)",
        "senast den 12/10",
        "ärende 12/10",
    ),
)
_DATE = one_of(DATE_FORMS, before=r"(?<![\w/.])")
_SHORT = frozenset({"six-digits", "short-iso"})
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class DateHit:
    """A date by its place in the text searched."""

    start: int
    end: int
    value: dt.date


def find_dates(text: str, near: dt.date | None = None, *, short: bool = True) -> Iterator[DateHit]:
    """Yield the dates of a text in order.

    A day without a year is the first such day on or after `near`, and is left out when that is None. `short` admits
    six digits (180321). Impossible dates are left out.
    """
    if _DIGIT.search(text) is None:
        return
    for match in _DATE.finditer(text):
        rule, parts = which(DATE_FORMS, match)
        month = parts["month"] or ""
        value = _date(parts.get("year"), MONTHS.get(month.lower()) or int(month), int(parts["day"] or 0), near)
        if value is not None and (short or rule.name not in _SHORT):
            yield DateHit(match.start(), match.end(), value)


def _date(year: str | None, month: int, day: int, near: dt.date | None) -> dt.date | None:
    try:
        if year is not None:
            return dt.date(_full_year(year), month, day)
        if near is None:
            return None
        value = dt.date(near.year, month, day)
        return value if value >= near else dt.date(near.year + 1, month, day)
    except ValueError:  # no such day: 31 June, or 29 February in the year after
        return None


def _full_year(year: str) -> int:
    """Read a year of two digits as 1970-2069."""
    number = int(year)
    if len(year) == 4:
        return number
    return 2000 + number if number < 70 else 1900 + number
