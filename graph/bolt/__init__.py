"""Graph servers that speak Bolt: a user's Neo4j, and the embedded engine where there is none."""

from __future__ import annotations

from graph.bolt.connection import Access, GraphServer, Rows, connect

__all__ = ["Access", "GraphServer", "Rows", "connect"]
