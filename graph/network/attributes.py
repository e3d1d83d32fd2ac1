"""What nodes tell of bodies and people, whichever the network.

Attributes carry plain values (text, whole numbers, dates, tuples of these); what is unknown is left out, so that an
attribute that is there has a value.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from graph.network.facts import BodyRow
from graph.network.ties import TieRow


def body_attributes(body: BodyRow, ties: Sequence[TieRow]) -> dict[str, object]:
    """Return what a node tells of a body or group."""
    return known(
        kind=body.kind,
        label=body.label,
        iri=body.iri,
        organisation=body.organisation,
        municipality=body.municipality,
        noun=body.noun,
        task=body.task,
        meetings=body.meetings,
        people=len(ties),
        **_span(ties),
    )


def person_attributes(ties: Sequence[TieRow]) -> dict[str, object]:
    """Take name, party and municipality from the latest tie that states them; each tie keeps its own."""
    latest_first = sorted(ties, key=lambda tie: (tie.last or dt.date.min, tie.body), reverse=True)
    return known(
        kind="person",
        label=latest_first[0].name,
        iri=latest_first[0].person,
        party=next((tie.party for tie in latest_first if tie.party), None),
        municipality=next((tie.municipality for tie in latest_first if tie.municipality), None),
        bodies=len(ties),
        meetings=sum(tie.meetings for tie in ties),
        **_span(ties),
    )


def known(**attributes: object) -> dict[str, object]:
    """Leave out what is unknown, so that an attribute that is there has a value."""
    return {name: value for name, value in attributes.items() if value is not None}


def _span(ties: Sequence[TieRow]) -> dict[str, dt.date | None]:
    return {
        "first": min((tie.first for tie in ties if tie.first), default=None),
        "last": max((tie.last for tie in ties if tie.last), default=None),
    }
