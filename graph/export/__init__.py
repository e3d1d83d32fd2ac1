"""Exports («uttag»): the graph as files that others can read, the same bytes for the same graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from graph.errors import ExportError
from graph.export.graph_files import write_gexf, write_graphml
from graph.export.jsonld import write_jsonld
from graph.export.neo4j_files import write_neo4j
from graph.export.rdf import write_nquads, write_ntriples, write_rdfxml, write_trig, write_turtle
from graph.export.tables import write_csv, write_parquet
from graph.store import GraphStore

__all__ = ["FORMATS", "export"]

FORMATS: Final[Mapping[str, Callable[[GraphStore, Path], None]]] = MappingProxyType(
    {
        "turtle": write_turtle,
        "ntriples": write_ntriples,
        "rdfxml": write_rdfxml,
        "jsonld": write_jsonld,
        "trig": write_trig,
        "nquads": write_nquads,
        "csv": write_csv,
        "parquet": write_parquet,
        "neo4j": write_neo4j,
        "graphml": write_graphml,
        "gexf": write_gexf,
    }
)


def export(store: GraphStore, format_: str, path: Path) -> None:
    """Write the graph to `path`: a file, or a folder of tables for csv, parquet and neo4j (for csv a .zip of them where the name says so).

    trig and nquads keep the named graphs; the others are their union. What stood at `path` is replaced only when all is
    written. Raises ExportError.
    """
    if format_ not in FORMATS:
        raise ExportError(f"no format {format_!r}; there are {', '.join(FORMATS)}")
    try:
        FORMATS[format_](store, path)
    except OSError as error:
        raise ExportError(f"{path}: cannot be written ({error.strerror or error}); choose another path") from error
