"""Files for Neo4j: CSV for `neo4j-admin database import`, and a Cypher script that makes the same graph.

The projection is walked twice, since a file's head names the properties of all its nodes; memory holds heads and one batch.
"""

from __future__ import annotations

import contextlib
import csv
import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, Final, TextIO

from graph.bolt.statements import constraints, create_links, create_nodes
from graph.export.whole import whole_folder
from graph.projection import BASE_LABEL, CONTENT_KEY, Node, project
from graph.projection_values import PropertyValue
from graph.store import GraphStore

SCRIPT: Final = "graph.cypher"
RELATIONSHIPS: Final = "relationships.csv"
DELIMITER: Final = "\x1f"  # between the values of a list; no text holds it
BATCH: Final = 200  # rows in a statement of the script

Labels = tuple[str, ...]
Row = tuple[Any, ...]


def write_neo4j(store: GraphStore, path: Path) -> None:
    """Write nodes-LABELS.csv, relationships.csv, graph.cypher and README.txt into the folder `path`."""
    heads = _heads(project(store))
    with whole_folder(path) as folder:
        _write_tables(project(store), heads, folder)
        with (folder / SCRIPT).open("w", encoding="utf-8", newline="\n") as out:
            _write_script(lambda: project(store), out)
        (folder / "README.txt").write_text(_readme(heads), encoding="utf-8", newline="\n")


def _heads(nodes: Iterable[Node]) -> dict[Labels, dict[str, str]]:
    """Return, for each set of labels, the properties that its nodes have with their types in Neo4j's words."""
    found: defaultdict[Labels, dict[str, str]] = defaultdict(dict)
    for node in nodes:
        for name, value in node.properties.items():
            found[node.labels].setdefault(name, _type(value))
    return {labels: dict(sorted(head.items())) for labels, head in sorted(found.items())}


def _type(value: PropertyValue) -> str:
    match value:
        case bool():
            return "boolean"
        case int():
            return "long"
        case float():
            return "double"
        case dt.date():
            return "date"
        case tuple():
            return "string[]"
        case _:
            return "string"


def _file_of(labels: Labels) -> str:
    return f"nodes-{'-'.join(labels) or BASE_LABEL}.csv"


def _write_tables(nodes: Iterable[Node], heads: Mapping[Labels, Mapping[str, str]], folder: Path) -> None:
    with contextlib.ExitStack() as files:

        def writer_of(name: str) -> Any:
            file = files.enter_context((folder / name).open("w", encoding="utf-8", newline=""))
            return csv.writer(file, lineterminator="\n")

        tables = {labels: writer_of(_file_of(labels)) for labels in heads}
        for labels, head in heads.items():
            properties = [f"{name}:{type_}" for name, type_ in head.items() if name != "iri"]
            tables[labels].writerow(["iri:ID", *properties, f"{CONTENT_KEY}:string", ":LABEL"])
        links = writer_of(RELATIONSHIPS)
        links.writerow([":START_ID", ":END_ID", "derived:boolean", ":TYPE"])
        for node in nodes:
            cells = [_cell(node.properties.get(name)) for name in heads[node.labels] if name != "iri"]
            all_labels = DELIMITER.join((BASE_LABEL, *node.labels))
            tables[node.labels].writerow([node.iri, *cells, node.content_key, all_labels])
            links.writerows([node.iri, link.target, _cell(link.derived), link.type] for link in node.links)


def _cell(value: PropertyValue | None) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case tuple():
            return DELIMITER.join(value)
        case _:
            return str(value)


def _write_script(nodes: Callable[[], Iterable[Node]], out: TextIO) -> None:
    out.writelines(f"{statement};\n" for _, statement in constraints())
    rows = ((node.labels, _literal({**node.properties, CONTENT_KEY: node.content_key})) for node in nodes())
    out.writelines(_with_rows(create_nodes(labels), batch) for labels, batch in _grouped(rows))
    links = (
        (link.type, _literal({"start": node.iri, "target": link.target, "derived": link.derived}))
        for node in nodes()
        for link in node.links
    )
    out.writelines(_with_rows(create_links(type_), batch) for type_, batch in _grouped(links))


def _with_rows(statement: str, rows: Sequence[str]) -> str:
    """Return a statement of ours with its rows written out in it."""
    lines = ",\n".join(rows)
    return statement.replace("$rows", f"[\n{lines}\n]", 1) + ";\n"


def _grouped(rows: Iterable[tuple[Any, str]]) -> Iterator[tuple[Any, Sequence[str]]]:
    """Yield batches of rows of one kind each."""
    waiting: defaultdict[Any, list[str]] = defaultdict(list)
    for kind, row in rows:
        waiting[kind].append(row)
        if len(waiting[kind]) == BATCH:
            yield kind, waiting.pop(kind)
    yield from sorted(waiting.items())


def _literal(value: Any) -> str:
    """Return a value as Cypher writes it; keys are names of the schema."""
    match value:
        case dict():
            return "{" + ", ".join(f"{key}: {_literal(one)}" for key, one in value.items()) + "}"
        case tuple():
            return f"[{', '.join(map(_literal, value))}]"
        case bool():
            return "true" if value else "false"
        case dt.date():
            return f"date('{value.isoformat()}')"
        case int() | float():
            return repr(value)
        case _:
            return "'" + "".join(_ESCAPES.get(sign, sign) for sign in str(value)) + "'"


_ESCAPES: Final = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _readme(heads: Iterable[Labels]) -> str:
    files = chain(
        (f"  --nodes={_file_of(labels)}" for labels in heads),
        (f"  --relationships={RELATIONSHIPS}",),
    )
    return (
        "The graph for Neo4j 5 or newer. Into a new database, in this folder:\n\n"
        "neo4j-admin database import full neo4j \\\n"
        + "".join(f"{line} \\\n" for line in files)
        + "  --array-delimiter=U+001F --multiline-fields=true\n\n"
        f"Or, for small graphs, into any database: cypher-shell --file {SCRIPT}\n\n"
        "Keys on iri are made by the script, or by: aktorsgraf neo4j load, which also brings what was imported up to date.\n"
    )
