"""Attendance per person and meeting («närvaro»): a panel a body, a cell a meeting; a sign in each, so no colour is needed."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Patch, Rectangle

from graph.page.colours import INK
from graph.plots.canvas import MOST_ROWS, Plot, canvas, legend, many, named, note, one
from graph.plots.words import Words
from graph.prints.write import printable

MOST_MEETINGS: Final = 60  # the latest; cells become too narrow for their signs beyond


class State(NamedTuple):
    """How a cell looks."""

    sign: str
    fill: str
    ink: str


PRESENT: Final = State("●", "#1b5e83", "white")
SERVING: Final = State("◐", "#5fa2c7", "#0d1b24")
WAITING: Final = State("○", "#d5e6f0", "#0d1b24")
ABSENT: Final = State("–", "#f6d9b8", "#5a2f00")


def attendance(sittings: pd.DataFrame, words: Words, title: str = "") -> Plot:
    """Draw the table of `sittings`: people under each other, meetings by date; an empty cell is no entry in the list."""
    bodies = [(str(body), rows) for body, rows in sittings.groupby("body", sort=False)]
    people = [rows["iri"].nunique() for _, rows in bodies]
    shown = _fitting(people)
    figure, axes = canvas(
        sum(people[:shown]) + 4.5 * shown,
        title or words.attendance,
        words,
        panels=[number + 3 for number in people[:shown]] or [1],
    )
    for axis, (body, rows) in zip(axes, bodies[:shown], strict=False):
        _panel(axis, body, rows)
    states = ((PRESENT, words.present), (SERVING, words.serving), (WAITING, words.waiting), (ABSENT, words.absent))
    legend(figure, [Patch(facecolor=state.fill, label=f"{state.sign} {word}") for state, word in states])
    if shown < len(bodies):
        note(figure, words.left_out.format(shown=sum(people[:shown]), number=sum(people)))
    return figure


def state_of(role: Any, present: Any) -> State:
    """Return how somebody's entry in a list is shown."""
    if not present:
        return ABSENT
    roles = set(many(role))
    if roles & {"chair", "vice-chair", "member"}:
        return PRESENT
    return SERVING if "serving-substitute" in roles else WAITING


def _fitting(people: list[int]) -> int:
    """Return how many bodies fit; the first always does."""
    total = 0
    for number, size in enumerate(people):
        total += size
        if total > MOST_ROWS and number:
            return number
    return len(people)


def _panel(axis: Axes, body: str, rows: pd.DataFrame) -> None:
    days = sorted(rows["date"].unique())[-MOST_MEETINGS:]
    order = sorted(rows.groupby("iri", sort=False), key=lambda part: -int(part[1]["present"].sum()))
    for height, (_, of_person) in enumerate(order):
        for entry in of_person.itertuples():
            if entry.date in days:
                _cell(axis, days.index(entry.date), height, state_of(entry.role, entry.present))
    labels = [named(str(part["person"].iloc[0]), one(part["party"].iloc[-1])) for _, part in order]
    axis.set_yticks(range(len(labels)), labels)
    upright = len(days) > 9
    axis.set_xticks(range(len(days)), [f"{pd.Timestamp(day):%Y-%m-%d}" for day in days], rotation=90 if upright else 0)
    axis.xaxis.tick_top()
    axis.set_xlim(-0.5, max(len(days), 6) - 0.5)
    axis.set_ylim(len(labels) - 0.5, -0.5)
    axis.set_title(printable(body), loc="left", fontsize=10, fontweight="bold", color=INK)


def _cell(axis: Axes, column: int, row: int, state: State) -> None:
    axis.add_patch(Rectangle((column - 0.48, row - 0.45), 0.96, 0.9, facecolor=state.fill, linewidth=0))
    axis.text(column, row, state.sign, color=state.ink, fontsize=9, ha="center", va="center_baseline")
