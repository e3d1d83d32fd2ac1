"""What the side panel tells of each node and edge: facts as label and value, and the quotes that prove them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, Final

import networkx as nx

from graph.network.facts import Quote
from graph.page.colours import has_value
from graph.page.legend import KINDS, Filter
from graph.page.texts import Texts

QUOTES_SHOWN = 6
QUOTE_LENGTH = 400
FACTS: Final[Mapping[str, tuple[str, ...]]] = {
    "person": ("party", "municipality", "community", "bodies", "meetings", "period"),
    "body": ("organisation", "noun", "task", "community", "meetings", "people", "shared", "period"),
    "group": ("organisation", "noun", "task", "community", "meetings", "people", "shared", "period"),
    "assignment": ("item", "given", "due", "community"),
    "title": ("community",),
}
_PAGE_TEXTS: Final = ("kinds", "relations", "evidence", "no_match", "matches", "close")

Fact = tuple[str, str]


def panel_data(network: nx.Graph[str], filters: Iterable[Filter], texts: Texts) -> dict[str, Any]:
    """Return plain JSON values for the page's script: nodes by IRI, edges in the drawing's order."""
    names = [one.attribute for one in filters]
    return {
        "nodes": {node: _node(attributes, names, texts) for node, attributes in network.nodes.items()},
        "edges": {
            f"edge-{number}": _edge(network, one, other, texts) for number, (one, other) in enumerate(network.edges)
        },
        "kinds": KINDS,
        "about": network.graph.get("about"),
        "filters": ["kind", *names],
        "texts": {name: getattr(texts, name) for name in _PAGE_TEXTS},
    }


def _node(attributes: dict[str, Any], filters: Iterable[str], texts: Texts) -> dict[str, Any]:
    kind = attributes["kind"]
    values = {"kind": kind} | {name: str(attributes.get(name, "")) for name in filters if has_value(attributes, name)}
    hints = (attributes.get(name) for name in ("party", "municipality", "organisation"))
    facts = [(texts.facts[name], value) for name in FACTS[kind] if (value := _fact(name, attributes))]
    return {
        "kind": kind,
        "name": attributes["label"],
        "iri": attributes.get("iri", ""),
        "values": values,
        "facts": facts,
        "hint": " · ".join(dict.fromkeys(hint for hint in hints if hint)),
        **_quotes(attributes.get("quotes", ()), texts),
    }


def _fact(name: str, attributes: dict[str, Any]) -> str:
    if name == "period":
        return _period(attributes)
    if name == "item":
        return f"§ {attributes['item']}" if "item" in attributes else ""
    return str(attributes.get("first" if name == "given" else name) or "")


def _edge(network: nx.Graph[str], one: str, other: str, texts: Texts) -> dict[str, Any]:
    """Tell of an edge from the person's side, or from the part's, or along its direction."""
    attributes = network.edges[one, other]
    relation = attributes["relation"]
    start = attributes.get("child", one)
    if relation == "tie" and network.nodes[one]["kind"] != "person":
        start = other
    return {
        "from": start,
        "to": other if start == one else one,
        "relation": relation,
        "facts": _edge_facts(attributes, network.nodes[start], texts),
        **_quotes(attributes.get("quotes", ()), texts),
    }


def _edge_facts(attributes: dict[str, Any], start: dict[str, Any], texts: Texts) -> list[Fact]:
    """Tell of one link; of a tie's party and municipality only where they differ from the person's latest."""
    relation = attributes["relation"]
    values: list[Fact] = []
    if relation == "tie":
        values = [
            (texts.facts["roles"], ", ".join(texts.role_names.get(role, role) for role in attributes["roles"])),
            (texts.facts["period"], _period(attributes)),
            (texts.facts["meetings"], str(attributes["meetings"] or "")),
            *(
                (texts.facts[name], attributes[name])
                for name in ("party", "municipality")
                if name in attributes and attributes[name] != start[name]
            ),
        ]
    elif relation in {"met", "served-for"}:
        values = [
            (texts.facts[relation], str(attributes["weight"])),
            (texts.facts["where"], ", ".join(attributes["bodies"])),
            (texts.facts["period"], _period(attributes)),
        ]
    return [(label, value) for label, value in values if value]


def _quotes(quotes: tuple[Quote, ...], texts: Texts) -> dict[str, Any]:
    hidden = len(quotes) - QUOTES_SHOWN
    return {
        "quotes": [_quote(quote) for quote in quotes[:QUOTES_SHOWN]],
        **({"more": texts.more_quotes.format(count=hidden)} if hidden > 0 else {}),
    }


def _quote(quote: Quote) -> dict[str, str]:
    text = quote.text if len(quote.text) <= QUOTE_LENGTH else quote.text[:QUOTE_LENGTH].rstrip() + " …"
    day = f", {quote.date.isoformat()}" if quote.date else ""
    return {"text": text, "source": quote.source + day}


def _period(attributes: dict[str, Any]) -> str:
    first: dt.date | None = attributes.get("first")
    last: dt.date | None = attributes.get("last")
    days = dict.fromkeys(day.isoformat() for day in (first, last) if day)
    return " – ".join(days)
