"""The public view of a graph: without people who have no public role («offentlig roll»)."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad

from graph.redaction import Hidden, redacted
from graph.search import ALL_KEYS
from graph.store import GraphStore
from ontology.iris import CODES
from ontology.terms import AG, PREFIXES

_LEFT_OUT: Final = frozenset({*ALL_KEYS, AG.judgedBy, AG.reason})
ELECTED: Final = ("chair", "vice-chair", "member", "serving-substitute", "substitute", "adjuster")
IN_SERVICE: Final = ("official", "secretary")

_PROLOGUE: Final = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())
_ROLES: Final = " ".join(f"<{CODES}meeting-role/{role}>" for role in (*ELECTED, *IN_SERVICE))
_PRESENTER, _GUEST = (
    f"<{CODES}meeting-role/{role}>" for role in ("presenter", "guest")
)  # one in service, unless a guest
_WITHOUT_ROLE: Final = f"""{_PROLOGUE}
SELECT DISTINCT ?person ?name WHERE {{
  ?person a person:Person .
  FILTER NOT EXISTS {{ ?attendance eli-dl:had_participant_person ?person ; ag:role ?role . VALUES ?role {{ {_ROLES} }} }}
  FILTER NOT EXISTS {{ ?attendance eli-dl:had_participant_person ?person ; ag:role {_PRESENTER}
    FILTER NOT EXISTS {{ ?attendance ag:role {_GUEST} }} }}
  FILTER NOT EXISTS {{ ?attendance eli-dl:had_participant_person ?person ; ag:party ?party }}
  FILTER NOT EXISTS {{ ?membership org:member ?person }}
  FILTER NOT EXISTS {{ ?appointment ag:appointee ?person }}
  ?person rdfs:label|skos:altLabel ?name }}"""
_REPLACED: Final = (
    f"{_PROLOGUE} SELECT ?old ?person WHERE {{ ?old dcterms:isReplacedBy ?person . ?person a person:Person }}"
)


def without_public_role(store: GraphStore) -> Hidden:
    """Find the people whom the minutes show neither elected or appointed nor in service: guests, and those only mentioned."""
    people: set[NamedNode] = set()
    names: set[str] = set()
    for person, name in _pairs(store, _WITHOUT_ROLE):
        if isinstance(person, NamedNode) and isinstance(name, Literal):
            people.add(person)
            names.add(name.value)
    old = {old for old, person in _pairs(store, _REPLACED) if person in people and isinstance(old, NamedNode)}
    return Hidden(frozenset(people | old), frozenset(names))


@contextmanager
def public_view(store: GraphStore) -> Iterator[GraphStore]:
    """Open, for reading, a copy of the graph without people who have no public role; it is gone when the block ends."""
    hidden = without_public_role(store)
    with tempfile.TemporaryDirectory(prefix="aktorsgraf-") as folder:
        path = Path(folder) / "public"
        with GraphStore.open(path) as copy:
            copy.replace_graphs((graph, redacted(_stated(store, graph), hidden)) for graph in store.graph_names())
        with GraphStore.open(path, read_only=True) as view:
            yield view


def _stated(store: GraphStore, graph: NamedNode) -> Iterator[Quad]:
    """Yield a graph without its search keys, which are made anew of what is left, and without who judged what and why."""
    return (quad for quad in store.quads(graph) if quad.predicate not in _LEFT_OUT)


def _pairs(store: GraphStore, query: str) -> Iterator[tuple[object, object]]:
    answer = store.query(query)
    if not isinstance(answer, ox.QuerySolutions):
        raise TypeError("people without a public role: expected solutions of a SELECT")
    for solution in answer:
        yield solution[0], solution[1]
