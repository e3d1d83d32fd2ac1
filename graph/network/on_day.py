"""How bodies stood on a day («läget en viss dag»)."""

from __future__ import annotations

import datetime as dt
from itertools import groupby

from graph.network.facts import VISITING_ROLES, NetworkFacts, Stay


def on_day(facts: NetworkFacts, day: dt.date) -> NetworkFacts:
    """Keep who belonged to which body on a day, as far as the minutes tell; guests and presenters do not.

    Whoever is listed at the body's last meeting until then belongs to it, and whoever was seen before and after. An election
    counts from its day or the term's beginning to the stated end, a departure or the group's dissolution, and without
    any of these it goes on. So a body without later minutes stays as it was last seen. Bodies are all kept.
    """
    last = _last_meetings(facts, day)
    ordered = sorted(facts.stays, key=lambda stay: (stay.person, stay.body))
    kept: list[Stay] = []
    for (_, body), of_tie in groupby(ordered, key=lambda stay: (stay.person, stay.body)):
        stays = [stay for stay in of_tie if not stay.roles or not VISITING_ROLES.issuperset(stay.roles)]
        if _belonged(stays, day, last.get(body)):
            kept += stays
    return NetworkFacts(facts.bodies, tuple(kept))


def _last_meetings(facts: NetworkFacts, day: dt.date) -> dict[str, dt.date]:
    last: dict[str, dt.date] = {}
    for stay in facts.stays:
        if stay.meeting and stay.day and stay.day <= day:
            last[stay.body] = max(stay.day, last.get(stay.body, stay.day))
    return last


def _belonged(stays: list[Stay], day: dt.date, last: dt.date | None) -> bool:
    seen = [stay.day for stay in stays if stay.meeting and stay.day]
    if seen and (last in seen or min(seen) <= day <= max(seen)):
        return True
    return any(_in_term(stay, day) for stay in stays if not stay.meeting)


def _in_term(stay: Stay, day: dt.date) -> bool:
    begins = stay.begins or stay.day
    return begins is not None and begins <= day and (stay.ends is None or day <= stay.ends)
