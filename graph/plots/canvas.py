"""The figure that every plot is drawn on: size, title, source, months; and what a DataFrame's cells say."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import Any, Final

import matplotlib as mpl
import matplotlib.dates as mdates
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from graph.page.colours import INK, NO_PARTY, party_colour
from graph.plots.words import Words
from graph.prints.write import SETTINGS, printable, unknown_letters

WIDTH: Final = 10.0  # inches
ROW: Final = 0.27  # inches a line of names takes
HEAD: Final = 0.55
FOOT: Final = 1.0
MOST_ROWS: Final = 80
GRID: Final = "#dfe3e6"
DAY: Final = dt.timedelta(days=1)


class Plot(Figure):
    """A figure that shows itself in a notebook, whichever of matplotlib's ways to show figures is on there."""

    def _repr_png_(self) -> bytes:
        out = io.BytesIO()
        with mpl.rc_context(SETTINGS), unknown_letters():
            self.savefig(out, format="png", dpi=110, metadata={"Software": None})
        return out.getvalue()


def canvas(rows: float, title: str, words: Words, *, panels: Sequence[int] = (1,)) -> tuple[Plot, list[Axes]]:
    """Return a figure for so many lines of names with an axes for each panel; `panels` are their heights in parts."""
    height = max(HEAD + FOOT + ROW * rows, 2.6)
    with mpl.rc_context(SETTINGS):
        figure = Plot(figsize=(WIDTH, height), facecolor="white", layout="constrained")
        _leave_foot(figure, 0.3)
        figure.text(0.012, 1 - 0.3 / height, printable(title), fontsize=13, fontweight="bold", color=INK, va="center")
        figure.text(0.012, 0.14 / height, words.source, fontsize=7.5, color="#5b6670", va="center")
        made = figure.subplots(len(panels), 1, squeeze=False, height_ratios=list(panels))
    axes = [axis for row in made for axis in row]
    for axis in axes:
        plain(axis)
    return figure, axes


def plain(axis: Axes) -> None:
    """Take away what says nothing: frames and marks of ticks."""
    axis.spines[:].set_visible(False)
    axis.tick_params(length=0, labelsize=8.5, labelcolor=INK)
    axis.set_axisbelow(True)


def beyond(first: dt.date, last: dt.date) -> dt.date:
    """Return how far a bar without an end reaches, so that it is seen beyond all known days."""
    return last + max((last - first) * 0.06, 45 * DAY)


def months(axis: Axes, first: dt.date, last: dt.date) -> None:
    """Mark time by years and months, as digits that mean the same in every language, with room on both sides."""
    room = max((last - first) * 0.03, 10 * DAY)
    axis.set_xlim(at(first - room), at(last + room))
    locator = mdates.AutoDateLocator(minticks=3, maxticks=9)  # type: ignore[no-untyped-call]
    axis.xaxis.set_major_locator(locator)
    axis.xaxis.set_major_formatter(mdates.DateFormatter("%Y-%m"))  # type: ignore[no-untyped-call]
    axis.grid(axis="x", color=GRID, linewidth=0.8)


def note(figure: Figure, text: str) -> None:
    """Say something small at the foot, to the right."""
    figure.text(0.988, 0.14 / figure.get_figheight(), text, fontsize=7.5, color="#5b6670", va="center", ha="right")


def legend(figure: Figure, handles: Sequence[Any], columns: int = 4) -> None:
    """Explain shapes between the drawing and its source."""
    _leave_foot(figure, 0.68)
    place = (0.006, 0.26 / figure.get_figheight())
    figure.legend(
        handles=list(handles),
        loc="lower left",
        bbox_to_anchor=place,
        ncols=columns,
        frameon=False,
        fontsize=8,
        labelcolor=INK,
    )


def _leave_foot(figure: Figure, foot: float) -> None:
    """Keep the drawing above so many inches, and below the title."""
    engine, height = figure.get_layout_engine(), figure.get_figheight()
    if engine is not None:
        engine.set(rect=(0.01, foot / height, 0.98, 1 - (HEAD + foot) / height))  # type: ignore[call-arg]


def day(value: Any) -> dt.date | None:
    """Return a cell's date."""
    return None if pd.isna(value) else pd.Timestamp(value).date()


def at(value: dt.date) -> float:
    """Return where a day stands on an axis of time."""
    return float(mdates.date2num(value))  # type: ignore[no-untyped-call]


def one(value: Any) -> str | None:
    """Return the one text of a cell; of several, the last, which is the latest spelling of a list in order."""
    if isinstance(value, tuple):
        return str(value[-1]) if value else None
    return None if pd.isna(value) else str(value)


def many(value: Any) -> tuple[str, ...]:
    """Return all texts of a cell."""
    if isinstance(value, tuple):
        return value
    return () if pd.isna(value) else (str(value),)


def named(person: str, party: str | None) -> str:
    """Return a name as minutes write it, with the party; so no colour is needed to know it."""
    return printable(f"{person} ({party})" if party else person)


def colour_of(party: str | None) -> str:
    """Return a party's colour."""
    return party_colour(party) if party else NO_PARTY


def cut(text: str, length: int = 46) -> str:
    """Return text that fits beside a drawing."""
    text = printable(text)
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"
