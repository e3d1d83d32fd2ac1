"""Decisions and assignments by body and month, with the months in which assignments are due («beslut, uppdrag»)."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from graph.page.colours import INK
from graph.plots.canvas import GRID, Plot, canvas, legend, note
from graph.plots.words import Words
from graph.prints.write import printable

DECIDED: Final = "#1b5e83"
ASSIGNED: Final = "#e8a33d"
DUE: Final = "#8c2d04"
MOST_BODIES: Final = 12
LEAST_WIDTH: Final = 1 / 210  # of all months together: a bar that is still seen
YEARS: Final = 36  # months; where there are more, Januaries are marked


def decisions_and_assignments(
    decisions: pd.DataFrame, assignments: pd.DataFrame, words: Words, title: str = ""
) -> Plot:
    """Draw the tables of `decisions` and `assignments`: a panel a body, all with the same months."""
    bodies = list(dict.fromkeys([*decisions["body"].dropna(), *assignments["body"].dropna()]))
    shown = bodies[:MOST_BODIES]
    figure, axes = canvas(
        5.5 * max(len(shown), 1) + 1, title or words.decisions, words, panels=[1] * max(len(shown), 1)
    )
    every = _months(pd.concat([decisions["date"], assignments["date"], assignments["deadline"]]))
    for axis, body in zip(axes, shown, strict=False):
        given = assignments[assignments["body"] == body]
        _panel(axis, every, _by_month(decisions[decisions["body"] == body]["date"], every), given)
        axis.set_title(printable(str(body)), loc="left", fontsize=10, fontweight="bold", color=INK)
    keys = [
        Patch(facecolor=DECIDED, label=words.decided),
        Patch(facecolor=ASSIGNED, hatch="///", edgecolor="white", label=words.assigned),
        Line2D([], [], color=DUE, marker="D", linestyle="none", label=words.due),
    ]
    legend(figure, keys)
    if len(shown) < len(bodies):
        note(figure, words.left_out.format(shown=len(shown), number=len(bodies)))
    return figure


def _months(days: pd.Series[pd.Timestamp]) -> pd.PeriodIndex:
    known = days.dropna()
    if known.empty:
        return pd.PeriodIndex([], freq="M")
    return pd.period_range(known.min(), known.max(), freq="M")


def _by_month(days: pd.Series[pd.Timestamp], every: pd.PeriodIndex) -> list[int]:
    counted = days.dropna().dt.to_period("M").value_counts()
    return [int(counted.get(month, 0)) for month in every]


def _panel(axis: Axes, every: pd.PeriodIndex, decided: list[int], given: pd.DataFrame) -> None:
    places = range(len(every))
    assigned, due = _by_month(given["date"], every), _by_month(given["deadline"], every)
    bars: tuple[tuple[list[int], float, dict[str, Any]], ...] = (
        (decided, -0.5, {"color": DECIDED, "label": "decided"}),
        (assigned, 0.5, {"color": ASSIGNED, "hatch": "///", "edgecolor": "white", "label": "assigned"}),
    )
    width = max(0.4, LEAST_WIDTH * len(every))
    for numbers, side, look in bars:
        there = [(place + side * width, number) for place, number in zip(places, numbers, strict=True) if number]
        axis.bar([place for place, _ in there], [number for _, number in there], width, **look)
    there = [(place, number) for place, number in zip(places, due, strict=True) if number]
    style: dict[str, Any] = {"color": DUE, "markersize": 7, "markeredgecolor": "white", "label": "due", "zorder": 4}
    axis.plot([place for place, _ in there], [number for _, number in there], "D", **style)
    marked = [place for place in places if len(every) <= YEARS or every[place].month == 1]
    marked = marked[:: max(1, -(-len(marked) // 9))]
    axis.set_xticks(marked, [str(every[place]) for place in marked])
    axis.set_xlim(-0.4 - width, max(len(every), 1) - 0.6 + width)
    axis.set_ylim(0, max([*decided, *assigned, *due, 1]) * 1.15)
    axis.yaxis.set_major_locator(MaxNLocator(4, integer=True))
    axis.grid(axis="y", color=GRID, linewidth=0.8)
