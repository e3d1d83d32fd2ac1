"""How each node and edge looks: shape, colour, label and size, as vis-network's options; pictures for print follow them."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Mapping
from typing import Any, Final

import networkx as nx

from graph.network.layout import Box
from graph.page import colours

LINE_HEIGHT = 1.25
LETTER_WIDTH = 0.6
BODY_MARGIN = 9
MANY_LINES: Final = 1500
LEAST_FONT: Final = 11  # pixels of the window; smaller letters are left out, or written larger by labels.js
FONT_FACE = "system-ui, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif"
SHAPES: Final[Mapping[str, str]] = {
    "person": "dot",
    "body": "box",
    "group": "hexagon",
    "assignment": "square",
    "title": "triangle",
}
Look = dict[str, Any]


def node_looks(network: nx.Graph[str]) -> dict[str, Look]:
    """Return the look of every node, without its place."""
    grown = grown_by(network)
    attribute = network.graph.get("colour", "party")
    fills = {} if attribute == "kind" else colours.value_colours(network, attribute)
    return {node: _look(attributes, attribute, fills, grown) for node, attributes in network.nodes.items()}


def grown_by(network: nx.Graph[str]) -> float:
    """Return how much larger bodies and lines are than in a small network, to stand out when seen from afar."""
    return max(1.0, min(3.6, math.sqrt(len(network) / 40)))


def line_style(attributes: Mapping[str, Any]) -> str:
    """Name the style of an edge's line: its relation, or for a tie whether it is a convener's or a visitor's."""
    relation: str = attributes["relation"]
    if relation != "tie":
        return relation
    if "convener" in attributes["roles"]:
        return "convener"
    return "tie" if attributes["belongs"] else "visit"


def line_looks(network: nx.Graph[str]) -> list[Look]:
    """Return the look of every edge, in the network's order."""
    grown, many = grown_by(network), network.number_of_edges() > MANY_LINES
    return [line_look(attributes, grown, many=many) for _, _, attributes in network.edges(data=True)]


def line_look(attributes: Mapping[str, Any], grown: float, *, many: bool) -> Look:
    """Return the look of one edge; among many, people's meetings are pale."""
    style = line_style(attributes)
    if style == "part-of":
        return _line(colours.PART_OF, 0.55, 4 * grown)
    width = 1 + min(math.log2(1 + attributes["weight"]), 4) * 0.5
    if style == "convener":
        return _line(colours.INK, 0.9, width + 1.5)
    if style == "met":
        return _line(colours.TIE, 0.3 if many else 0.6, width)
    if style in {"served-for", "gave", "given-to"}:
        return {**_line("#5d6a75", 0.9, width), "arrows": {"to": {"enabled": True, "scaleFactor": 0.7}}}
    return {**_line(colours.TIE, 0.9, width), "dashes": [6, 6] if style == "visit" else False}


def _line(colour: str, opacity: float, width: float) -> Look:
    return {
        "color": {"color": colour, "highlight": colours.INK, "hover": colours.INK, "opacity": opacity},
        "width": round(width, 2),
    }


def _look(attributes: Mapping[str, Any], attribute: str, fills: Mapping[str | int | None, str], grown: float) -> Look:
    kind = attributes["kind"]
    fill = fills.get(attributes.get(attribute)) if colours.has_value(attributes, attribute) else None
    size: float | None = attributes.get("size")
    if kind == "body":
        return _body(attributes, fill or colours.BODY, (13 + 12 * size if size is not None else 16) * grown)
    if kind == "group":
        scale = 8 + 14 * size if size is not None else 13
        return {
            **_outside(_unit_label(attributes), kind, scale * grown, fill or colours.GROUP, round(14 * grown)),
            "borderWidth": 3,
        }
    if kind == "person":
        radius = 6 + 14 * size if size is not None else 7 + min(attributes["bodies"], 6) * 1.5
        return _outside(_person_label(attributes, attribute), kind, radius * math.sqrt(grown), fill or colours.PERSON)
    radius = 6 + 12 * size if size is not None else 9
    own = colours.ASSIGNMENT if kind == "assignment" else colours.TITLE
    return _outside(_wrapped(attributes["label"], 30), kind, radius * math.sqrt(grown), fill or own)


def _body(attributes: Mapping[str, Any], fill: str, font_size: float) -> Look:
    text = "#ffffff" if fill in colours.DARK else colours.INK
    return {
        "label": _unit_label(attributes),
        "shape": SHAPES["body"],
        "color": _fill(fill, colours.BODY),
        "font": {"size": round(font_size), "color": text},
        "margin": BODY_MARGIN,
        "shapeProperties": {"borderRadius": 2},
        "scaling": {"label": {"drawThreshold": LEAST_FONT}},
    }


def _outside(label: str, kind: str, size: float, fill: str, font_size: int = 13) -> Look:
    return {
        "label": label,
        "shape": SHAPES[kind],
        "size": round(size),
        "color": _fill(fill, colours.BODY if kind == "group" else colours.INK),
        "font": {"size": font_size, "color": colours.BODY if kind == "group" else colours.INK},
    }


def _person_label(attributes: Mapping[str, Any], attribute: str) -> str:
    """Name a person with what the colour stands for, and with the party where it stands for the kind."""
    name = _wrapped(attributes["label"], 30)
    said = attributes.get("party" if attribute == "kind" else attribute)
    return f"{name} ({said})" if said else name


def _unit_label(attributes: Mapping[str, Any], width: int = 24) -> str:
    """Name a body with its organisation, as «Styrelsen» alone could be anybody's; a group's parent is drawn beside."""
    name, organisation = attributes["label"], attributes.get("organisation")
    label = _wrapped(name, width)
    if attributes["kind"] == "body" and organisation and organisation.casefold() not in name.casefold():
        label += "\n" + _wrapped(organisation, width)
    return f"{label} ({attributes['community']})" if "community" in attributes else label


def _wrapped(text: str, width: int) -> str:
    return "\n".join(textwrap.wrap(text, width, max_lines=3, placeholder=" …")) or "–"


def _fill(background: str, border: str) -> Look:
    chosen = {"background": background, "border": colours.INK}
    return {"background": background, "border": border, "highlight": chosen, "hover": chosen}


def text_box(look: Look) -> Box:
    """Return the room that a node's label takes."""
    lines, size = look["label"].split("\n"), look["font"]["size"]
    return Box(max(map(len, lines)) * size * LETTER_WIDTH, len(lines) * size * LINE_HEIGHT)


def box(look: Look) -> Box:
    """Return the room that a node takes with its label."""
    text = text_box(look)
    if look["shape"] == "box":
        return Box(text.width + 2 * BODY_MARGIN, text.height + 2 * BODY_MARGIN)
    return Box(max(text.width, 2 * look["size"]), text.height + 2 * look["size"])
