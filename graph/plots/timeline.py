"""Who sat when: stated terms as open bars, what was seen at meetings as full ones («uppdrag över tid»)."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from graph.page.colours import INK
from graph.plots.canvas import (
    MOST_ROWS,
    Plot,
    at,
    beyond,
    canvas,
    colour_of,
    cut,
    day,
    legend,
    months,
    named,
    note,
    one,
)
from graph.plots.words import Words


class Stay(NamedTuple):
    """A bar: from its first day to its last; `last` is None where no end is known."""

    basis: str
    first: dt.date
    last: dt.date | None


class Line(NamedTuple):
    """A line of the drawing: a heading, or somebody's bars."""

    label: str
    party: str | None
    stays: tuple[Stay, ...]


def timeline(memberships: pd.DataFrame, words: Words, title: str = "") -> Plot:
    """Draw the table of `memberships`: a line a person under each body, or a body where all is one person's."""
    lines = _lines(memberships)
    shown = lines[:MOST_ROWS]
    figure, (axis,) = canvas(len(shown) + 1, title or words.timeline, words)
    days = [day_ for line in lines for stay in line.stays for day_ in (stay.first, stay.last) if day_]
    end = beyond(min(days), max(days)) if days else dt.date.max
    for height, line in enumerate(shown):
        for stay in line.stays:
            _draw(axis, stay, height, colour_of(line.party), end)
    axis.set_yticks(range(len(shown)), [line.label for line in shown])
    for tick, line in zip(axis.get_yticklabels(), shown, strict=True):
        tick.set_fontweight("normal" if line.stays else "bold")
    axis.set_ylim(len(shown) - 0.4, -0.6)
    if days:
        months(axis, min(days), end)
    legend(figure, _keys(words))
    if len(shown) < len(lines):
        note(figure, words.left_out.format(shown=len(shown), number=len(lines)))
    return figure


def _lines(memberships: pd.DataFrame) -> list[Line]:
    bodies = memberships["body"].nunique()
    alone = len(set(memberships["iri"])) == 1 and bodies > 1
    lines: list[Line] = []
    for body, of_body in memberships.groupby("body", sort=False):
        people = [
            Line(
                cut(str(body)) if alone else named(str(rows["person"].iloc[0]), _party(rows)),
                _party(rows),
                tuple(_stays(rows)),
            )
            for _, rows in of_body.groupby("iri", sort=False)
        ]
        people = [line for line in people if line.stays]
        if bodies > 1 and not alone and people:
            lines.append(Line(cut(str(body), 60), None, ()))
        lines.extend(people)
    return lines


def _party(rows: pd.DataFrame) -> str | None:
    return next((party for party in map(one, rows["party"]) if party), None)


def _stays(rows: pd.DataFrame) -> list[Stay]:
    found = ((str(row.basis), day(row.since), day(row.until)) for row in rows.itertuples())
    return sorted(Stay(basis, first, last) for basis, first, last in found if first)


def _draw(axis: Axes, stay: Stay, height: int, colour: str, open_end: dt.date) -> None:
    stated = stay.basis == "stated"
    start, end = at(stay.first), at(stay.last or open_end)
    if stated:
        style: dict[str, Any] = {"facecolor": "white", "edgecolor": colour, "linewidth": 1.4, "height": 0.62}
    else:
        style = {"facecolor": colour, "edgecolor": INK, "linewidth": 0.5, "height": 0.3, "zorder": 3}
    bars = axis.barh(height, max(end - start, 1.0), left=start, label=stay.basis, **style)
    bars.set_label(stay.basis)
    if not stated:
        days = sorted({start, end})
        axis.plot(days, [height] * len(days), "o", color=colour, markeredgecolor=INK, markersize=5, zorder=4)
    elif stay.last is None:
        axis.plot([end], [height], ">", color=colour, markeredgecolor=INK, markersize=6, zorder=4)


def _keys(words: Words) -> list[Any]:
    grey = "#6b7680"
    return [
        Patch(facecolor="white", edgecolor=grey, linewidth=1.4, label=words.stated),
        Line2D([], [], color=grey, linewidth=5, marker="o", markeredgecolor=INK, label=words.seen),
        Line2D([], [], color=grey, marker=">", linestyle="none", markeredgecolor=INK, label=words.no_end),
    ]
