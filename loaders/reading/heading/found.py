"""What has been found of the meeting so far; the first finding of a field stands."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Literal

import msgspec

from loaders.minutes import Evidence, Meeting
from loaders.reading.lexicon.dates import find_dates
from loaders.reading.lexicon.times import ClockSpan
from loaders.reading.text.sheet import Sheet

Field = Literal[
    "body", "organisation", "number", "date", "start", "end", "place",
    "first_item", "last_item", "adjusted_on", "adjusted_at", "next_date",
]  # fmt: skip
_RANGE = re.compile(r"(?<![\d.:])(\d{1,4})(?:\s*[-–—]\s*|\s+till\s+)(\d{1,4})")


@dataclass(slots=True)
class Found:
    """The meeting as far as it is read, in the order in which its readers are called."""

    sheet: Sheet
    meeting: Meeting = field(default_factory=Meeting)
    evidence: list[Evidence] = field(default_factory=list)

    def note(self, name: Field, value: str | dt.date | None, start: int, end: int) -> None:
        """Set a field that is not set yet, with the sheet's text[start:end] as its evidence."""
        if value and not self.has(name) and self.sheet.text[start:end].strip():
            self.meeting = msgspec.structs.replace(self.meeting, **{name: value})
            self.evidence.append(self.sheet.evidence(start, end))

    def has(self, name: Field) -> bool:
        """Tell whether a field is set."""
        return getattr(self.meeting, name) is not None

    def note_date(self, name: Field, spans: list[tuple[int, int]]) -> None:
        """Set a date from the first of the spans that has one; a day without a year follows the meeting's date."""
        for start, end in spans:
            hit = next(find_dates(self.sheet.text[start:end], self.meeting.date), None)
            if hit is not None:
                self.note(name, hit.value, start + hit.start, start + hit.end)
                return

    def note_times(self, times: ClockSpan, offset: int) -> None:
        """Set the meeting's beginning and end."""
        self.note("start", times.begins, offset + times.start, offset + times.end)
        self.note("end", times.ends, offset + times.start, offset + times.end)

    def note_range(self, start: int, end: int) -> None:
        """Set the first and the last item from «§§ 130-143»."""
        match = _RANGE.search(self.sheet.text[start:end])
        if match is not None and int(match[1]) <= int(match[2]) and not self.has("first_item"):
            self.note("first_item", match[1], start + match.start(), start + match.end())
            self.note("last_item", match[2], start + match.start(), start + match.end())
