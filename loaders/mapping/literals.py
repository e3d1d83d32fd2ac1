"""Values as RDF literals: texts in NFC, dates, and dates as far as the minutes state them."""

from __future__ import annotations

import calendar
import datetime as dt
import unicodedata
from typing import Final

from pyoxigraph import Literal

from ontology.terms import XSD

_PARTIAL: Final = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}


def text_literal(text: str) -> Literal:
    """Return a plain string."""
    return Literal(unicodedata.normalize("NFC", text))


def date_literal(day: dt.date) -> Literal:
    """Return a day."""
    return Literal(day.isoformat(), datatype=XSD.date)


def count_literal(number: int) -> Literal:
    """Return a whole number."""
    return Literal(str(number), datatype=XSD.integer)


def share_literal(share: float) -> Literal:
    """Return a part of one, to four decimals."""
    return Literal(f"{share:.4f}", datatype=XSD.decimal)


def partial_literal(stated: str) -> Literal | None:
    """Return a year, a month or a day, as exactly as it is stated; the month of a day that no calendar has.

    None for the year 0.
    """
    known = stated if first_day(stated) else stated[:7]
    return Literal(known, datatype=_PARTIAL[len(known)]) if first_day(known) else None


def first_day(stated: str) -> dt.date | None:
    """Return the first day that a stated year, month or day covers; None for a day that no calendar has."""
    year, month, day = (*map(int, stated.split("-")), 1, 1)[:3]
    return _day(year, month, day)


def last_day(stated: str) -> dt.date | None:
    """Return the last day that a stated year, month or day covers; None for a day that no calendar has."""
    parts = [int(part) for part in stated.split("-")]
    if len(parts) == 3:
        return _day(*parts)
    year, month = parts[0], parts[1] if len(parts) == 2 else 12
    return _day(year, month, calendar.monthrange(year, month)[1]) if year else None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
