"""Days as people write them («2024», «2024-05», «2024-05-21»)."""

from __future__ import annotations

import datetime as dt


def day_of(text: str, *, end: bool = False) -> dt.date:
    """Read a day of the calendar; a year or a month is its first day, or the last with `end`. Raises ValueError for anything else."""
    numbers = [int(part) if part.isascii() and part.isdigit() else 0 for part in text.split("-")]
    try:
        match numbers:
            case [year] if not end:
                return dt.date(year, 1, 1)
            case [year]:
                return dt.date(year, 12, 31)
            case [year, month] if not end:
                return dt.date(year, month, 1)
            case [year, month]:
                following = dt.date(year + month // 12, month % 12 + 1, 1)
                return following - dt.timedelta(days=1)
            case [year, month, day]:
                return dt.date(year, month, day)
    except ValueError:
        pass  # no such day
    raise ValueError(f"{text!r}: expected a day as 2024-01-31, a month as 2024-01 or a year as 2024")
