"""Facts gathered to ties: all that the minutes say of one person in one body, taken together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from graph.network.facts import BodyRow, NetworkFacts, Quote, Stay


@dataclass(frozen=True, slots=True, kw_only=True)
class TieRow:
    """One person in one body, all that the minutes say of it taken together.

    `roles` are codes of the contract, or words as written; `first` and `last` span days seen and terms stated;
    `meetings` counts those attended.
    """

    person: str
    name: str
    body: str
    roles: tuple[str, ...] = ()
    party: str | None = None
    municipality: str | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    meetings: int = 0
    quotes: tuple[Quote, ...] = ()

    @property
    def weight(self) -> int:
        """Count the meetings attended; an election alone counts as one."""
        return max(self.meetings, 1)


@dataclass(frozen=True, slots=True)
class NetworkRows:
    """What `body_network` is built from. At most one tie for a person and a body."""

    bodies: tuple[BodyRow, ...]
    ties: tuple[TieRow, ...]


def tie_rows(facts: NetworkFacts) -> NetworkRows:
    """Return the bodies, and a tie for each person and body."""
    return NetworkRows(facts.bodies, ties_of(facts.stays))


def ties_of(stays: Iterable[Stay]) -> tuple[TieRow, ...]:
    """Gather stays to ties, by person and body."""
    ordered = sorted(stays, key=lambda stay: (stay.person, stay.body))
    return tuple(_tie(list(of_tie)) for _, of_tie in groupby(ordered, key=lambda stay: (stay.person, stay.body)))


def _tie(stays: Sequence[Stay]) -> TieRow:
    days = [day for stay in stays for day in stay.days]
    quotes = {quote for stay in stays for quote in stay.quotes}
    return TieRow(
        person=stays[0].person,
        name=stays[0].name,
        body=stays[0].body,
        roles=tuple(sorted({role for stay in stays for role in stay.roles})),
        party=_latest((stay.day, stay.party) for stay in stays),
        municipality=_latest((stay.day, stay.municipality) for stay in stays),
        first=min(days, default=None),
        last=max(days, default=None),
        meetings=len({stay.meeting for stay in stays if stay.meeting and stay.present}),
        quotes=latest_quotes(quotes),
    )


def latest_quotes(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Order quotes from the latest."""
    return tuple(
        sorted(set(quotes), key=lambda quote: (quote.date or dt.date.min, quote.text, quote.source), reverse=True)
    )


def _latest(values: Iterable[tuple[dt.date | None, str | None]]) -> str | None:
    stated = [(day or dt.date.min, value) for day, value in values if value]
    return max(stated)[1] if stated else None
