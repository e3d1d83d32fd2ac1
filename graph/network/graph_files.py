"""Networks as GraphML and GEXF, for Gephi and its like: typed attributes, text that is safe in XML, the same bytes every time."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Mapping
from typing import Any, Final

import networkx as nx

from graph.network.facts import Quote
from graph.network.layout import lay_out
from graph.page.looks import Look, box, node_looks

# Characters that XML 1.0 has no form for (§ 2.2), and lone halves of surrogate pairs.
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DATE_OF_WRITING: Final = re.compile(r' lastmodifieddate="[^"]*"')
_JOINT: Final = "; "


def graphml(network: nx.Graph[str]) -> bytes:
    """Return the network as GraphML."""
    out = io.BytesIO()
    nx.write_graphml_xml(_plain(network), out)
    return out.getvalue()


def gexf(network: nx.Graph[str]) -> bytes:
    """Return the network as GEXF 1.2, with the colours, sizes and places of the page."""
    plain = _plain(network)
    looks = node_looks(network)
    places = lay_out(network, {node: box(look) for node, look in looks.items()})
    for (node, look), name in zip(looks.items(), plain, strict=True):
        plain.nodes[name]["viz"] = {
            "color": _rgb(look["color"]["background"]),
            "size": float(_size(look)),
            "position": {"x": float(places[node].x), "y": float(-places[node].y), "z": 0.0},
        }
    out = io.BytesIO()
    nx.write_gexf(plain, out, version="1.2draft")
    return _DATE_OF_WRITING.sub("", out.getvalue().decode(), count=1).encode()


def _plain(network: nx.Graph[str]) -> nx.Graph[str]:
    """Return a copy with text, whole and decimal numbers and truth values only, in the order of the network."""
    plain: nx.Graph[str] = nx.DiGraph() if network.is_directed() else nx.Graph()
    for node, attributes in network.nodes.items():
        plain.add_node(_safe(node), **_values(attributes))
    for one, other, attributes in network.edges(data=True):
        plain.add_edge(_safe(one), _safe(other), **({"weight": 1} | _values(attributes)))
    return plain


def _values(attributes: Mapping[str, Any]) -> dict[str, str | int | float | bool]:
    return {name: _value(value) for name, value in attributes.items() if value not in (None, ())}


def _value(value: object) -> str | int | float | bool:
    match value:
        case bool() | int() | float():
            return value
        case dt.date():
            return value.isoformat()
        case Quote():
            return _safe(f"«{value.text}» ({value.source}{f', {value.date}' if value.date else ''})")
        case tuple():
            return _JOINT.join(str(_value(part)) for part in value)
        case _:
            return _safe(str(value))


def _safe(text: str) -> str:
    return _NOT_XML.sub("�", text)


def _rgb(colour: str) -> dict[str, int | float]:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return {"r": red, "g": green, "b": blue, "a": 1.0}


def _size(look: Look) -> float:
    return look.get("size", look["font"]["size"])  # type: ignore[no-any-return]  # a look is vis-network's options
