"""What the types of minutes are made of: frozen values, and the stretch of text that proves one («belägg»)."""

from __future__ import annotations

from typing import Annotated

import msgspec

ClockTime = Annotated[str, msgspec.Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$", description="HH:MM")]
PartialDate = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$",
        description="a year, a month or a day, as far as the minutes say: 2023, 2023-05, 2023-05-31",
    ),
]
Text = Annotated[str, msgspec.Meta(min_length=1)]
Offset = Annotated[int, msgspec.Meta(ge=0)]
PageNumber = Annotated[int, msgspec.Meta(ge=1)]


class Fact(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Base of all values here: frozen; defaults are left out of the JSON; unknown fields are errors."""


class Evidence(Fact, frozen=True):
    """A stretch of the source's text that states a fact.

    `start` and `end` count Unicode code points, `end` is exclusive, and `quote` is exactly `text[start:end]`. `page` is the
    page («sida») on which it begins, counted from 1; None for formats without pages.
    """

    start: Offset
    end: Offset
    quote: Text
    page: PageNumber | None = None

    def __post_init__(self) -> None:
        """Refuse a span that is not as long as its quote. Raises ValueError, which a decoder reports with its place."""
        if self.end - self.start != len(self.quote):
            raise ValueError(
                f"start {self.start} and end {self.end} do not fit a quote of {len(self.quote)} characters"
            )


Proof = Annotated[tuple[Evidence, ...], msgspec.Meta(min_length=1)]
