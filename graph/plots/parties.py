"""Party balance of bodies («mandatfördelning»): a bar a body, from left to right as Swedes order parties."""

from __future__ import annotations

from typing import Final

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb

from graph.page.colours import party_rank
from graph.plots.canvas import MOST_ROWS, Plot, canvas, colour_of, cut, note
from graph.plots.words import Words
from graph.prints.write import printable

NARROW: Final = 0.035  # a share with no room for its letters


def party_balance(balance: pd.DataFrame, words: Words, title: str = "") -> Plot:
    """Draw the table of `party-balance`: in each bar a part a party, with its letters and its number of members."""
    bodies = [(str(body), rows) for body, rows in balance.groupby("body", sort=False)]
    shown = bodies[:MOST_ROWS]
    figure, (axis,) = canvas(len(shown) * 2 + 0.5, title or words.party_balance, words)
    for height, (_, rows) in enumerate(shown):
        _bar(axis, height, rows)
    labels = [f"{cut(body)} ({int(rows['members'].sum())})" for body, rows in shown]
    axis.set_yticks(range(len(shown)), labels)
    axis.set_ylim(len(shown) - 0.4, -0.6)
    axis.set_xlim(0, 1)
    axis.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0", "25", "50", "75", "100 %"])
    axis.axvline(0.5, color="#1d2730", linewidth=0.9, linestyle=(0, (4, 3)), zorder=0)
    if len(shown) < len(bodies):
        note(figure, words.left_out.format(shown=len(shown), number=len(bodies)))
    return figure


def _bar(axis: Axes, height: int, rows: pd.DataFrame) -> None:
    ordered = sorted(rows.itertuples(), key=lambda row: party_rank(str(row.party)))
    total = float(rows["members"].sum())
    left = 0.0
    for row in ordered:
        party, width, fill = str(row.party), float(str(row.members)) / total, colour_of(str(row.party))
        axis.barh(height, width, left=left, height=0.66, color=fill, edgecolor="white", linewidth=1.2, label=party)
        if width >= NARROW:
            axis.text(
                left + width / 2,
                height,
                f"{printable(party)} {row.members}",
                color=ink_on(fill),
                fontsize=8.5,
                ha="center",
                va="center",
            )
        left += width


def ink_on(fill: str) -> str:
    """Return black or white, whichever is read better on a colour (WCAG's relative luminance)."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(fill))
    return "#111111" if 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18 else "white"
