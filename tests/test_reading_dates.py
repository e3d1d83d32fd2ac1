"""Dates, times of day and terms of office as minutes write them."""

from __future__ import annotations

import datetime as dt

import pytest

from loaders.reading.items.context import Context
from loaders.reading.items.deadlines import deadline_of
from loaders.reading.lexicon.dates import find_dates
from loaders.reading.lexicon.terms import find_terms
from loaders.reading.lexicon.times import find_times

MEETING = dt.date(2024, 5, 21)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2024-10-25", ["2024-10-25"]),
        ("den 5 mars 2024 och den 6:e april 2024", ["2024-03-05", "2024-04-06"]),
        ("180321 kl. 08.30", ["2018-03-21"]),
        ("20180321", ["2018-03-21"]),
        ("21.3.2018", ["2018-03-21"]),
        ("21/3-18", ["2018-03-21"]),
        ("tisdag den 23 maj 2006, kl 08.30", ["2006-05-23"]),
        ("1 juni", ["2024-06-01"]),
        ("den 1 maj", ["2025-05-01"]),  # the next one after the meeting
        ("29 februari", []),  # no such day in the year after
        ("2024-02-30", []),
        ("180321-1234", []),
        ("dnr 2018/217, tel 036-10 20 00", []),
        ("", []),
    ],
)
def test_dates(text: str, days: list[str]) -> None:
    hits = list(find_dates(text, MEETING))
    assert [hit.value.isoformat() for hit in hits] == days
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)


def test_a_day_without_a_year_needs_a_meeting_to_count_from() -> None:
    assert list(find_dates("den 1 maj")) == []


def test_six_digits_are_a_date_only_where_they_are_admitted() -> None:
    assert list(find_dates("180321", short=False)) == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("kl. 08.30-11.50", ("08:30", "11:50")),
        ("Kl 9 till 11.45", ("09:00", "11:45")),
        ("9–11.45", ("09:00", "11:45")),
        ("09:00 - 12:10", ("09:00", "12:10")),
        ("klockan 18.00 – 20.15", ("18:00", "20:15")),
        ("§§ 9-11", None),
        ("2024-10-25", None),
        ("kl 25-26", None),
    ],
)
def test_times(text: str, span: tuple[str, str] | None) -> None:
    found = find_times(text)
    assert (found and (found.begins, found.ends)) == span


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("under perioden 2023-2026", [("2023", "2026")]),
        ("2023 till 2026", [("2023", "2026")]),
        ("från och med 2023-05-01 till och med 2026-12-31", [("2023-05-01", "2026-12-31")]),
        ("2023-01-01 -- 2026-12-31", [("2023-01-01", "2026-12-31")]),
        ("till och med den 31 december 2026", [(None, "2026-12-31")]),
        ("från 2024", [("2024", None)]),
        ("till utgången av år 2026", [(None, "2026")]),
        ("för år 2024", [("2024", "2024")]),
        ("A 2023-2025 och B 2025-2027", [("2023", "2025"), ("2025", "2027")]),
        ("senast 2024-11-01", []),
        ("utan tid", []),
    ],
)
def test_terms(text: str, terms: list[tuple[str | None, str | None]]) -> None:
    assert [(term.since, term.until) for term in find_terms(text)] == terms


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("redovisas senast 2024-11-01", "2024-11-01"),
        ("klart till mötet 240615", "2024-06-15"),
        ("återkommer vid nästa styrelsemöte", "2024-06-14"),
        ("från och med 2024-09-01", None),
        ("beslutades 2024-01-01", None),  # before the meeting
        ("under v.44", None),
        ("vid nästa möte, dock senast den 1 oktober", "2024-10-01"),
    ],
)
def test_deadlines(text: str, due: str | None) -> None:
    context = Context(MEETING, dt.date(2024, 6, 14), "Styrelsen", None, frozenset())
    found = deadline_of(text, context)
    assert (found and found.isoformat()) == due
