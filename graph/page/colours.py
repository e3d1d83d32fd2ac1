"""Colours of the picture. Shape tells the kind of a node and the label what its colour stands for, so no colour is needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

import networkx as nx

INK = "#1d2730"
BODY = "#2b3a4a"
GROUP = "#ffffff"
TIE = "#9aa5af"
PART_OF = "#2b3a4a"
ASSIGNMENT = "#f3e3c3"
TITLE = "#d5dde3"
PERSON = "#e0a030"
NO_PARTY = "#a9b1b8"
OTHER_PARTY = "#8a63b5"
PARTY_COLOURS = {
    "V": "#a81c1c",
    "S": "#e8112d",
    "MP": "#83cf39",
    "C": "#00853e",
    "L": "#006ab3",
    "KD": "#1d2a6b",
    "M": "#52bdec",
    "SD": "#e5d200",
}
# Okabe and Ito's, which people who see colours differently tell apart; black is the ink's.
DISTINCT: Final = ("#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7")
OTHER: Final = "#c9ced2"
DARK: Final = frozenset({BODY, "#0072b2"})


def party_colour(party: str | None) -> str:
    """Return the colour Swedes know a party by; local and foreign parties share one, and so do people without."""
    if party is None:
        return NO_PARTY
    return PARTY_COLOURS.get(party.upper(), OTHER_PARTY)


def party_rank(party: str | None) -> tuple[int, str]:
    """Order parties from left to right as usual in Sweden, then others by name, then none."""
    order = list(PARTY_COLOURS)
    if party is None:
        return (len(order) + 1, "")
    return (order.index(party.upper()) if party.upper() in order else len(order), party)


def value_colours(network: nx.Graph[str], attribute: str) -> Mapping[str | int | None, str]:
    """Give a colour of its own to each of the most frequent values of an attribute, and one to all others."""
    numbers = value_numbers(network, attribute)
    if attribute == "party":
        return {value: party_colour(None if value is None else str(value)) for value in numbers}
    ordered = sorted((value for value in numbers if value is not None), key=lambda value: (-numbers[value], str(value)))
    own = dict(zip(ordered, DISTINCT, strict=False))
    return {value: NO_PARTY if value is None else own.get(value, OTHER) for value in numbers}


def value_numbers(network: nx.Graph[str], attribute: str) -> Counter[str | int | None]:
    """Count the nodes by the values of an attribute: every node's community, people's party and municipality."""
    return Counter(
        attributes.get(attribute) for _, attributes in network.nodes.items() if has_value(attributes, attribute)
    )


def has_value(attributes: Mapping[str, Any], attribute: str) -> bool:
    """Tell whether a node is one that an attribute is said of, known or not."""
    return attribute == "community" or attributes["kind"] == "person"
