"""What the shapes say, for documentation: what each is about, and its messages by how bad it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from pyoxigraph import Literal, NamedNode

from ontology.turtle import read_turtle

_SH: Final = "http://www.w3.org/ns/shacl#"
_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_NAMES: Final = "https://w3id.org/aktorsgraf/shapes#"
_TARGETS: Final = ("targetClass", "targetSubjectsOf", "targetObjectsOf")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that a rule demands: what is said, by language, where it does not hold."""

    severity: str
    messages: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rule:
    """A shape («regel»): its name, the classes and properties it is about, and what it checks."""

    name: str
    about: tuple[str, ...]
    checks: tuple[Check, ...]


@cache
def rules(name: str) -> tuple[Rule, ...]:
    """Return the rules of one file of shapes in the order they stand."""
    index: defaultdict[str, defaultdict[str, list[Literal | NamedNode | str]]] = defaultdict(lambda: defaultdict(list))
    shapes: list[str] = []
    for triple in read_turtle(name):
        node, value = str(triple.subject), triple.object
        kept = value if isinstance(value, (Literal, NamedNode)) else str(value)
        index[node][triple.predicate.value.removeprefix(_SH)].append(kept)
        if triple.predicate.value == _TYPE and value == NamedNode(f"{_SH}NodeShape"):
            shapes.append(node)
    found = []
    for node in shapes:
        about = (value.value for target in _TARGETS for value in index[node][target] if isinstance(value, NamedNode))
        parts = [node, *(str(part) for part in index[node]["property"])]
        checks = tuple(_check(index[part]) for part in parts if index[part]["message"])
        found.append(Rule(node[1:-1].removeprefix(_NAMES), tuple(about), checks))
    return tuple(found)


def _check(says: Mapping[str, list[Literal | NamedNode | str]]) -> Check:
    severities = [value.value.removeprefix(_SH) for value in says.get("severity", ()) if isinstance(value, NamedNode)]
    messages = {value.language or "": value.value for value in says["message"] if isinstance(value, Literal)}
    return Check(severities[0] if severities else "Violation", messages)
