"""Groups over time: from the decision that set each up to its end, with how many members were appointed when."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

import pandas as pd
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from graph.page.colours import BODY, INK
from graph.plots.canvas import MOST_ROWS, Plot, at, beyond, canvas, cut, day, legend, months, note
from graph.plots.words import Words
from graph.prints.write import printable

BAR: Final = "#c9d3db"


def groups(group_members: pd.DataFrame, words: Words, title: str = "") -> Plot:
    """Draw the table of `group-members`: a line a group, a dot a decision with the number of people it appointed."""
    dated = group_members.dropna(subset=["decided_on"])
    known = dated.assign(parent=dated["parent"].fillna(""))
    parts = sorted(known.groupby(["parent", "group"]), key=lambda part: (part[1]["decided_on"].min(), part[0]))
    figure, (axis,) = canvas(len(parts[:MOST_ROWS]) * 1.5 + 1, title or words.groups, words)
    days = [*dated["decided_on"].dt.date, *(_latest(rows) for _, rows in parts)]
    end = beyond(min(days), max(days)) if days else dt.date.max
    for height, (_, rows) in enumerate(parts[:MOST_ROWS]):
        _draw(axis, rows, height, end)
    labels = [_label(*map(str, key)) for key, _ in parts[:MOST_ROWS]]
    axis.set_yticks(range(len(labels)), labels)
    axis.set_ylim(len(labels) - 0.4, -0.6)
    if parts:
        months(axis, min(days), end)
    legend(figure, _keys(words))
    if len(parts) > MOST_ROWS:
        note(figure, words.left_out.format(shown=MOST_ROWS, number=len(parts)))
    return figure


def _draw(axis: Any, rows: pd.DataFrame, height: int, open_end: dt.date) -> None:
    first, last = rows["decided_on"].min().date(), _end(rows)
    end = at(last or open_end)
    axis.barh(height, max(end - at(first), 1.0), left=at(first), height=0.5, color=BAR, zorder=2)
    if last is None:
        axis.plot([end], [height], ">", color=BAR, markeredgecolor=INK, markersize=6, zorder=3)
    for decided, of_day in rows.groupby("decided_on"):
        place, number = at(pd.Timestamp(str(decided)).date()), of_day["person"].nunique()
        axis.plot([place], [height], "o", color=BODY, markersize=13, zorder=4)
        axis.text(place, height, str(number), color="white", fontsize=8, ha="center", va="center_baseline", zorder=5)


def _end(rows: pd.DataFrame) -> dt.date | None:
    """Return the last day of a group: there is none while somebody's end is not known."""
    if rows["until"].isna().any():
        return None
    return max(pd.Period(str(until)).end_time.date() for until in rows["until"])


def _latest(rows: pd.DataFrame) -> dt.date:
    return max(filter(None, (day(rows["decided_on"].max()), _end(rows))))


def _label(parent: str, group: str) -> str:
    return f"{cut(group)}\n{cut(parent, 52)}" if parent else printable(group)


def _keys(words: Words) -> list[Any]:
    appointed = Line2D([], [], color=BODY, marker="o", markersize=9, linestyle="none", label=words.appointed)
    open_end = Line2D([], [], color=BAR, marker=">", linestyle="none", markeredgecolor=INK, label=words.no_end)
    return [Patch(facecolor=BAR, label=words.in_being), appointed, open_end]
