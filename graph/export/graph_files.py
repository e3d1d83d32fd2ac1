"""GraphML and GEXF of the whole projection, for Gephi, yEd, networkx and others.

Neither format has lists or dates: values of a list are joined, dates stand as ISO 8601. The projection is walked twice (heads
and nodes) and once more for relationships, which stand after all nodes; memory holds the heads.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from lxml import etree

from graph.export.whole import whole_file
from graph.projection import Node, project
from graph.projection_values import PropertyValue
from graph.store import GraphStore

JOINT: Final = "; "
GRAPHML: Final = "http://graphml.graphdrawing.org/xmlns"
GEXF: Final = "http://gexf.net/1.3"
_NO_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LABELS: Final = "labels"


def write_graphml(store: GraphStore, path: Path) -> None:
    """Write nodes and relationships as GraphML; their IRIs are the nodes' ids."""
    heads = _heads(project(store))
    with whole_file(path) as out, etree.xmlfile(out, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element("graphml", nsmap={None: GRAPHML}):
            for name, kind in heads.items():
                xml.write(_element("key", id=f"n.{name}", **{"for": "node", "attr.name": name, "attr.type": kind}))
            for name, kind in (("type", "string"), ("derived", "boolean")):
                xml.write(_element("key", id=f"e.{name}", **{"for": "edge", "attr.name": name, "attr.type": kind}))
            with xml.element("graph", edgedefault="directed"):
                for node in project(store):
                    data = (_element("data", text, key=f"n.{name}") for name, text in _texts(node).items())
                    xml.write(_element("node", *data, id=_sound(node.iri)))
                for source, target, type_, derived in _edges(project(store)):
                    said = (_element("data", type_, key="e.type"), _element("data", derived, key="e.derived"))
                    xml.write(_element("edge", *said, source=source, target=target))


def write_gexf(store: GraphStore, path: Path) -> None:
    """Write nodes and relationships as GEXF 1.3; their IRIs are the nodes' ids."""
    heads = _heads(project(store))
    with whole_file(path) as out, etree.xmlfile(out, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element("gexf", nsmap={None: GEXF}, version="1.3"), xml.element("graph", defaultedgetype="directed"):
            attributes = (_element("attribute", id=name, title=name, type=kind) for name, kind in heads.items())
            xml.write(_element("attributes", *attributes, **{"class": "node"}))
            xml.write(
                _element(
                    "attributes",
                    _element("attribute", id="type", title="type", type="string"),
                    _element("attribute", id="derived", title="derived", type="boolean"),
                    **{"class": "edge"},
                )
            )
            with xml.element("nodes"):
                for node in project(store):
                    texts = _texts(node)
                    values = (_element("attvalue", value=text, **{"for": name}) for name, text in texts.items())
                    iri = _sound(node.iri)
                    xml.write(_element("node", _element("attvalues", *values), id=iri, label=texts.get("label", iri)))
            with xml.element("edges"):
                for number, (source, target, type_, derived) in enumerate(_edges(project(store))):
                    said = (
                        _element("attvalue", value=type_, **{"for": "type"}),
                        _element("attvalue", value=derived, **{"for": "derived"}),
                    )
                    ends = {"id": str(number), "source": source, "target": target, "label": type_}
                    xml.write(_element("edge", _element("attvalues", *said), **ends))


def _heads(nodes: Iterable[Node]) -> Mapping[str, str]:
    """Return each property's type in the words of both formats; one that differs among nodes is text."""
    found: dict[str, str] = {_LABELS: "string"}
    for node in nodes:
        for name, value in node.properties.items():
            kind = _kind(value)
            found[name] = kind if found.get(name, kind) == kind else "string"
    return dict(sorted(found.items()))


def _kind(value: PropertyValue) -> str:
    match value:
        case bool():
            return "boolean"
        case int():
            return "long"
        case float():
            return "double"
        case _:
            return "string"


def _texts(node: Node) -> dict[str, str]:
    values: dict[str, PropertyValue] = {_LABELS: node.labels, **node.properties}
    return {name: _sound(_text(value)) for name, value in values.items()}


def _text(value: PropertyValue) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case dt.date():
            return value.isoformat()
        case tuple():
            return JOINT.join(value)
        case _:
            return str(value)


def _edges(nodes: Iterable[Node]) -> Iterator[tuple[str, str, str, str]]:
    for node in nodes:
        for link in node.links:
            yield _sound(node.iri), _sound(link.target), link.type, "true" if link.derived else "false"


def _sound(text: str) -> str:
    """Return a text that XML can hold: a control character becomes U+FFFD."""
    return _NO_XML.sub("\ufffd", text)


def _element(tag: str, *content: Any, **attributes: str) -> Any:
    """Return an element with its attributes, and in it a text or other elements."""
    element = etree.Element(tag, attrib=attributes)
    for one in content:
        if isinstance(one, str):
            element.text = one
        else:
            element.append(one)
    return element
