"""Nodes and edges with looks and places, handed to pyvis as vis-network's options."""

from __future__ import annotations

from typing import Any

import networkx as nx
from pyvis.network import Network as VisNetwork

from graph.network.layout import Place, lay_out
from graph.page.looks import FONT_FACE, MANY_LINES, Look, box, line_looks, node_looks, text_box

OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "multiselect": False,
        "tooltipDelay": 250,
        "keyboard": {"enabled": True, "bindToWindow": False, "autoFocus": False},
    },
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3, "labelHighlightBold": False, "font": {"face": FONT_FACE}},
    "edges": {"smooth": False, "selectionWidth": 1, "hoverWidth": 0.5},
}


def draw(network: nx.Graph[str], title: str) -> VisNetwork:
    """Turn a network into a pyvis network with fixed places; physics is off, so that a picture stays as it was."""
    looks = node_looks(network)
    places = lay_out(network, {node: box(look) for node, look in looks.items()})
    # Directed, so that pyvis keeps every edge, and does not compare each new edge with all others.
    drawing = VisNetwork(directed=True, cdn_resources="in_line", heading=title)
    drawing.options = _options(network)
    for node, look in looks.items():
        drawing.add_node(node, **look, **_point(look, places[node]))
    for number, ((one, other), look) in enumerate(zip(network.edges, line_looks(network), strict=True)):
        drawing.add_edge(one, other, id=f"edge-{number}", **{"arrows": "", **look})
    return drawing


def _options(network: nx.Graph[str]) -> dict[str, Any]:
    """Leave lines out while a picture with many is moved, which keeps it moving."""
    many = network.number_of_edges() > MANY_LINES
    moving = {"hideEdgesOnDrag": many, "hideEdgesOnZoom": many, "hover": not many}
    return {**OPTIONS, "interaction": {**OPTIONS["interaction"], **moving}}


def _point(look: Look, place: Place) -> dict[str, int]:
    """Raise a node whose label hangs below it, so that node and label together fill their box."""
    return {"x": place.x, "y": place.y if look["shape"] == "box" else place.y - round(text_box(look).height / 2)}
