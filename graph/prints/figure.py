"""Nodes, lines, labels and legend on a matplotlib figure; a unit of its axes is a pixel of the page, a 96th of an inch."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

import networkx as nx
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

from graph.network.layout import Box, Place, lay_out
from graph.network.titles import Language
from graph.page import colours
from graph.page.legend import ARROWS, filters_of, kinds_of, lines_of, notes_of, summary_of
from graph.page.looks import SHAPES, Look, box, grown_by, line_look, line_looks, line_style, node_looks, text_box
from graph.page.texts import TEXTS, Texts
from graph.prints.write import printable

INCH: Final = 96
POINT: Final = 72 / INCH
MARGIN: Final = 40
LEGEND_WIDTH: Final = 330
LEGEND_LINE: Final = 26
NOTE_LETTERS: Final = 38
HEAD: Final = 70
_MARKERS: Final[Mapping[str, str]] = {"dot": "o", "hexagon": "H", "square": "s", "triangle": "^", "box": "s"}
_MARK_FILLS: Final[Mapping[str, str]] = {
    "body": colours.BODY,
    "group": colours.GROUP,
    "person": colours.NO_PARTY,
    "assignment": colours.ASSIGNMENT,
    "title": colours.TITLE,
}
_LEGEND_LOOK: Final[Mapping[str, Any]] = {"relation": "tie", "roles": (), "belongs": True, "weight": 3}
_STYLE_LOOKS: Final[Mapping[str, Mapping[str, Any]]] = {
    "convener": {"roles": ("convener",)},
    "visit": {"belongs": False},
    "tie": {},
}


def draw_on(figure: Figure, network: nx.Graph[str], *, title: str, language: Language) -> None:
    """Size the figure to the network and draw it."""
    texts = TEXTS[language]
    looks = node_looks(network)
    boxes = {node: box(look) for node, look in looks.items()}
    places = lay_out(network, boxes)
    scale = grown_by(network) ** 0.5  # the legend of a large picture is read from as far as the picture
    right = max((place.x + boxes[node].width / 2 for node, place in places.items()), default=0)
    bottom = max((place.y + boxes[node].height / 2 for node, place in places.items()), default=0)
    rows = _legend_rows(network, texts)
    legend = Box(LEGEND_WIDTH * scale, (len(rows) * LEGEND_LINE + 2 * MARGIN) * scale)
    width = right + legend.width + 2 * MARGIN
    height = max(bottom, legend.height) + HEAD * scale + 2 * MARGIN
    figure.set_size_inches(width / INCH, height / INCH)
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_axis_off()
    axes.set_xlim(-MARGIN - legend.width, right + MARGIN)
    axes.set_ylim(height - HEAD * scale - MARGIN, -HEAD * scale - MARGIN)
    _lines(axes, network, looks, places)
    for node, look in looks.items():
        _node(axes, look, places[node], weight="bold" if node == network.graph.get("about") else "normal")
    _head(axes, title, summary_of(network, texts), -legend.width, scale)
    _legend(axes, rows, -legend.width, scale)


def _lines(axes: Axes, network: nx.Graph[str], looks: Mapping[str, Look], places: Mapping[str, Place]) -> None:
    for (one, other, attributes), look in zip(network.edges(data=True), line_looks(network), strict=True):
        start, end = _middle(looks[one], places[one]), _middle(looks[other], places[other])
        arrow = line_style(attributes) in ARROWS
        style = "-|>,head_length=6,head_width=3" if arrow else "-"
        far = box(looks[other]).height / 2 if looks[other]["shape"] == "box" else looks[other]["size"]
        axes.add_patch(
            FancyArrowPatch(
                start,
                end,
                arrowstyle=style,
                shrinkA=0,
                shrinkB=far * POINT if arrow else 0,
                linewidth=look["width"] * POINT,
                linestyle=(0, (4, 4)) if look.get("dashes") else "-",
                color=look["color"]["color"],
                alpha=look["color"]["opacity"],
                mutation_scale=1.4,
                zorder=1,
            )
        )


def _middle(look: Look, place: Place) -> tuple[float, float]:
    """Return the middle of the mark; the label of all but boxes hangs below it."""
    return (place.x, place.y if look["shape"] == "box" else place.y - text_box(look).height / 2)


def _node(axes: Axes, look: Look, place: Place, *, weight: str) -> None:
    font, fill = look["font"], look["color"]
    x, y = _middle(look, place)
    border = look.get("borderWidth", 1.5)
    if look["shape"] == "box":
        room = box(look)
        corner = (x - room.width / 2, y - room.height / 2)
        axes.add_patch(
            FancyBboxPatch(
                corner,
                room.width,
                room.height,
                boxstyle="round,pad=0,rounding_size=3",
                facecolor=fill["background"],
                edgecolor=fill["border"],
                linewidth=border * POINT,
                zorder=3,
            )
        )
        _text(
            axes,
            x,
            y,
            look["label"],
            font["size"],
            font["color"],
            zorder=4,
            va="center",
            ha="center",
            fontweight=weight,
        )
        return
    _draw_mark(axes, x, y, _Mark(look["shape"], look["size"], fill["background"], fill["border"], border))
    _text(
        axes,
        x,
        y + look["size"] + 2,
        look["label"],
        font["size"],
        font["color"],
        zorder=4,
        va="top",
        ha="center",
        fontweight=weight,
        bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.8, "pad": 0.6},
    )


class _Mark(NamedTuple):
    """How a mark looks; the border's width is in pixels, and the size from the middle to the edge."""

    shape: str
    size: float
    fill: str
    edge: str
    border: float


def _draw_mark(axes: Axes, x: float, y: float, mark: _Mark) -> None:
    axes.add_line(
        Line2D(
            [x],
            [y],
            marker=_MARKERS[mark.shape],
            markersize=2 * mark.size * POINT,
            markerfacecolor=mark.fill,
            markeredgecolor=mark.edge,
            markeredgewidth=mark.border * POINT,
            linestyle="none",
            zorder=3,
        )
    )


def _text(axes: Axes, x: float, y: float, text: str, size: float, colour: str, **how: Any) -> None:
    axes.text(x, y, printable(text), fontsize=size * POINT, color=colour, linespacing=1.15, parse_math=False, **how)


def _head(axes: Axes, title: str, summary: str, left: float, scale: float) -> None:
    _text(axes, left, -HEAD * scale, title, 22 * scale, colours.INK, va="top", ha="left", fontweight="bold")
    _text(axes, left, -HEAD * scale + 30 * scale, summary, 14 * scale, "#55626d", va="top", ha="left")


def _legend_rows(network: nx.Graph[str], texts: Texts) -> Sequence[tuple[str, str, str]]:
    rows = [("kind", entry.value, f"{entry.name}  {entry.number}") for entry in kinds_of(network, texts).entries]
    for filter_ in filters_of(network, texts):
        coloured = [entry for entry in filter_.entries if entry.colour]
        if coloured:
            rows.append(("head", "", filter_.title))
            rows += [("colour", entry.colour or "", f"{entry.name}  {entry.number}") for entry in coloured]
    rows.append(("head", "", texts.lines))
    rows += [("line", style, texts.line_names[style]) for style in lines_of(network)]
    notes = (textwrap.wrap(note, NOTE_LETTERS) for note in notes_of(network, texts))
    return [*rows, ("head", "", ""), *(("note", "", line) for lines in notes for line in lines)]


def _legend(axes: Axes, rows: Sequence[tuple[str, str, str]], left: float, scale: float) -> None:
    y = LEGEND_LINE * scale
    for what, which, words in rows:
        if what == "head":
            y += LEGEND_LINE * scale / 3
            _text(axes, left, y, words, 14 * scale, "#55626d", va="center", ha="left", fontweight="bold")
        elif what == "note":
            _text(axes, left, y, words, 13 * scale, "#55626d", va="center", ha="left")
        else:
            _legend_mark(axes, what, which, left, y, scale)
            _text(axes, left + 46 * scale, y, words, 15 * scale, colours.INK, va="center", ha="left")
        y += LEGEND_LINE * scale


def _legend_mark(axes: Axes, what: str, which: str, left: float, y: float, scale: float) -> None:
    middle = left + 16 * scale
    if what == "kind":
        edge, border = (colours.BODY, 2.5) if which in {"body", "group"} else (colours.INK, 1.3)
        _draw_mark(axes, middle, y, _Mark(SHAPES[which], 8 * scale, _MARK_FILLS[which], edge, border * scale))
    elif what == "colour":
        _draw_mark(axes, middle, y, _Mark("dot", 8 * scale, which, colours.INK, 1.1 * scale))
    else:
        attributes = {**_LEGEND_LOOK, **_STYLE_LOOKS.get(which, {"relation": which})}
        look = line_look(attributes, 1.0, many=False)
        axes.add_patch(
            FancyArrowPatch(
                (left, y),
                (left + 34 * scale, y),
                arrowstyle="-|>,head_length=6,head_width=3" if which in ARROWS else "-",
                shrinkA=0,
                shrinkB=0,
                linewidth=look["width"] * POINT * scale,
                linestyle=(0, (4, 4)) if look.get("dashes") else "-",
                color=look["color"]["color"],
                alpha=look["color"]["opacity"],
                mutation_scale=1.4 * scale,
            )
        )
