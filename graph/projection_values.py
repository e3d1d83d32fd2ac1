"""RDF literals as properties of nodes, by the schema: dates as dates, numbers as numbers, languages apart."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from pyoxigraph import Literal

from ontology.property_graph import KEY, ValueType, property_graph
from ontology.terms import SKOS
from ontology.vocabulary import terms

Scalar = str | int | float | bool | dt.date
PropertyValue = Scalar | tuple[str, ...]
ALL: Final = "_all"  # a list beside a property that should have one value and has several; the property has the first
AS_WRITTEN: Final = "_text"  # what is not of the property's type, as it stands
_INTEGER: Final = re.compile(r"[+-]?\d{1,18}", re.ASCII)
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def _date(lexical: str) -> dt.date:
    if not _DATE.fullmatch(lexical):
        raise ValueError(lexical)
    return dt.date.fromisoformat(lexical)


def _integer(lexical: str) -> int:
    if not _INTEGER.fullmatch(lexical):
        raise ValueError(lexical)
    return int(lexical)


def _boolean(lexical: str) -> bool:
    return {"true": True, "1": True, "false": False, "0": False}[lexical]


READERS: Final[Mapping[ValueType, Callable[[str], Scalar]]] = MappingProxyType(
    {"string": str, "integer": _integer, "decimal": float, "boolean": _boolean, "date": _date}
)


def properties_of(literals: Iterable[tuple[str, Literal]]) -> dict[str, PropertyValue]:
    """Return a node's properties of its literals, given with their predicates, in order of the names.

    A text of a stated language is `NAME_LANGUAGE`. What the schema calls many is a list, sorted.
    """
    found: defaultdict[str, list[Scalar]] = defaultdict(list)
    many: set[str] = set()
    for predicate, literal in sorted(literals, key=lambda entry: (entry[0], entry[1].value, entry[1].language or "")):
        known = property_graph().properties.get(predicate)
        name = known.name if known else _name(predicate)
        if literal.language:
            name = f"{name}_{literal.language.replace('-', '_')}"
        try:
            value = READERS[known.type if known else "string"](literal.value)
        except (ValueError, KeyError):
            name, value = f"{name}{AS_WRITTEN}", literal.value
        found[name].append(value)
        if known and known.many:
            many.add(name)
    properties: dict[str, PropertyValue] = {}
    for name, values in sorted(found.items()):
        if name in many:
            properties[name] = tuple(dict.fromkeys(map(str, values)))
            continue
        properties[name] = values[0]
        if len(set(values)) > 1:
            properties[f"{name}{ALL}"] = tuple(dict.fromkeys(map(str, values)))
    return properties


def _name(predicate: str) -> str:
    """Return a term's local name; a code's preferred label is its label, as every other thing's."""
    return "label" if predicate == SKOS.prefLabel.value else predicate.replace("#", "/").rpartition("/")[2]


def is_property_of_ours(name: str) -> bool:
    """Tell whether a property of this name is of the schema's terms, and not one that somebody else put there."""
    return name.partition("_")[0] in _names()


@cache
def _names() -> frozenset[str]:
    return frozenset({KEY, "types", *(_name(term.iri) for term in terms())})
