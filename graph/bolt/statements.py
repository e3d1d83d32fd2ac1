"""What is said to a server when the graph is written: names of the schema in backticks, values as parameters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from graph.projection import BASE_LABEL, CONTENT_KEY, DERIVED, label_names

_NODE: Final = f"MATCH (node:{BASE_LABEL} {{iri: row.iri}})"

PAGE: Final = (
    f"MATCH (node:{BASE_LABEL}) WHERE node.iri > $after AND node.{CONTENT_KEY} IS NOT NULL "
    f"RETURN node.iri, node.{CONTENT_KEY} ORDER BY node.iri LIMIT $size"
)
HELD: Final = f"UNWIND $rows AS row {_NODE} RETURN node.iri, keys(node), labels(node)"
UNLINK: Final = (
    f"UNWIND $rows AS row {_NODE} MATCH (node)-[link]->(other) "
    f"WHERE link.{DERIVED} IS NOT NULL AND NOT type(link) + ' ' + other.iri IN row.links DELETE link"
)
SEAL: Final = f"UNWIND $rows AS row {_NODE} SET node.{CONTENT_KEY} = row.key"
UNSEAL: Final = (
    f"MATCH (node:{BASE_LABEL}) WHERE node.{CONTENT_KEY} <> '' WITH node LIMIT $size "
    f"SET node.{CONTENT_KEY} = '' RETURN count(node)"
)
REMOVE: Final = f"UNWIND $rows AS row {_NODE} WHERE node.{CONTENT_KEY} IS NOT NULL DETACH DELETE node"
COUNT_LABELS: Final = (
    f"MATCH (node:{BASE_LABEL}) WHERE node.{CONTENT_KEY} IS NOT NULL "
    "UNWIND labels(node) AS label RETURN label, count(*)"
)
COUNT_TYPES: Final = (
    f"MATCH (:{BASE_LABEL})-[link]->(:{BASE_LABEL}) WHERE link.{DERIVED} IS NOT NULL RETURN type(link), count(*)"
)
UNSEALED: Final = f"MATCH (node:{BASE_LABEL}) WHERE node.{CONTENT_KEY} = '' RETURN count(node)"


def quoted(name: str) -> str:
    """Return a name of the schema as Cypher has it, whatever it holds."""
    return "`" + name.replace("`", "``") + "`"


def constraints() -> Iterable[tuple[str, str]]:
    """Yield each label with the statement that makes `iri` its key."""
    for label in (BASE_LABEL, *label_names()):
        name, of = quoted(f"aktorsgraf_{label}"), quoted(label)
        yield label, f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (node:{of}) REQUIRE node.iri IS UNIQUE"


def write_nodes(labels: Iterable[str]) -> str:
    """Return the statement that writes nodes of these labels, without their keys: they are not whole yet."""
    also = "".join(f", node:{quoted(label)}" for label in labels)
    return (
        f"UNWIND $rows AS row MERGE (node:{BASE_LABEL} {{iri: row.iri}}) "
        f"SET node += row.properties, node.{CONTENT_KEY} = ''{also}"
    )


def drop_labels(labels: Iterable[str]) -> str:
    """Return the statement that takes labels from nodes."""
    return f"UNWIND $rows AS row {_NODE} REMOVE node:{':'.join(map(quoted, labels))}"


def write_links(type_: str) -> str:
    """Return the statement that writes relationships of a type; one that is not ours stays beside it."""
    return (
        f"UNWIND $rows AS row MATCH (start:{BASE_LABEL} {{iri: row.start}}) MATCH (target:{BASE_LABEL} {{iri: row.target}}) "
        f"MERGE (start)-[link:{quoted(type_)} {{{DERIVED}: row.derived}}]->(target)"
    )


def create_nodes(labels: Iterable[str]) -> str:
    """Return the statement that writes nodes of these labels into an empty database; a row is a node's properties."""
    return f"UNWIND $rows AS row CREATE (node:{':'.join((BASE_LABEL, *map(quoted, labels)))}) SET node = row"


def create_links(type_: str) -> str:
    """Return the statement that writes relationships of a type into a database that has none."""
    return (
        f"UNWIND $rows AS row MATCH (start:{BASE_LABEL} {{iri: row.start}}) MATCH (target:{BASE_LABEL} {{iri: row.target}}) "
        f"CREATE (start)-[:{quoted(type_)} {{{DERIVED}: row.derived}}]->(target)"
    )
