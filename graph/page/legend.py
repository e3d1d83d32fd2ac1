"""What the legend tells: the kinds, values and lines that are drawn, and no others."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import networkx as nx

from graph.page.colours import party_rank, value_colours, value_numbers
from graph.page.looks import line_style
from graph.page.texts import Texts

KINDS = ("body", "group", "person", "assignment", "title")
LINES = ("tie", "convener", "visit", "part-of", "met", "served-for", "gave", "given-to")
ARROWS = frozenset({"served-for", "gave", "given-to"})


class Entry(NamedTuple):
    """One value: as it is filtered by, its name, how many nodes have it, and its colour where colours stand for it."""

    value: str
    name: str
    number: int
    colour: str | None = None


class Filter(NamedTuple):
    """The values of one attribute."""

    attribute: str
    title: str
    entries: tuple[Entry, ...]


def kinds_of(network: nx.Graph[str], texts: Texts) -> Filter:
    """List the kinds of nodes."""
    numbers = Counter(attributes["kind"] for _, attributes in network.nodes.items())
    entries = (Entry(kind, texts.kinds[kind], numbers[kind]) for kind in KINDS if numbers[kind])
    return Filter("kind", texts.show, tuple(entries))


def filters_of(network: nx.Graph[str], texts: Texts) -> tuple[Filter, ...]:
    """List the values that nodes can be hidden by: parties, and whatever else the colours stand for."""
    colour = network.graph.get("colour", "party")
    attributes = dict.fromkeys([*({colour} & {"municipality", "community"}), "party"])
    found = (_filter(network, attribute, texts, coloured=attribute == colour) for attribute in attributes)
    return tuple(one for one in found if one.entries)


def lines_of(network: nx.Graph[str]) -> tuple[str, ...]:
    """Return the styles of the lines that are drawn."""
    styles = {line_style(attributes) for _, _, attributes in network.edges(data=True)}
    return tuple(style for style in LINES if style in styles)


def summary_of(network: nx.Graph[str], texts: Texts) -> str:
    """Say how many of each kind there are."""
    return " · ".join(
        f"{entry.number} {entry.name.lower() if entry.number == 1 else texts.plurals[entry.value]}"
        for entry in kinds_of(network, texts).entries
    )


def notes_of(network: nx.Graph[str], texts: Texts) -> tuple[str, ...]:
    """Say what sizes and widths show, and what is left out."""
    kinds = {attributes["kind"] for _, attributes in network.nodes.items()}
    size = network.graph.get("size") or ("bodies" if "person" in kinds else None)
    relations = {attributes["relation"] for _, _, attributes in network.edges(data=True)}
    notes = [texts.sizes[size]] if size else []
    notes += dict.fromkeys(texts.widths[relation] for relation in sorted(relations & set(texts.widths)))
    if network.graph.get("people") == "shared":
        notes.append(texts.shared_only)
    if "links" in network.graph:
        notes.append(texts.strongest.format(all=network.graph["links"], shown=network.number_of_edges()))
    return tuple(notes)


def _filter(network: nx.Graph[str], attribute: str, texts: Texts, *, coloured: bool) -> Filter:
    numbers, own = value_numbers(network, attribute), value_colours(network, attribute)

    def place(value: str | int | None) -> tuple[object, ...]:
        if attribute == "party":
            return party_rank(None if value is None else str(value))
        return (value is None, value if isinstance(value, int) else 0, str(value))

    entries = (
        Entry(
            "" if value is None else str(value),
            texts.without[attribute] if value is None else str(value),
            numbers[value],
            own[value] if coloured else None,
        )
        for value in sorted(numbers, key=place)
    )
    return Filter(attribute, texts.filters[attribute], tuple(entries))
