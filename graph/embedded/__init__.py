"""The embedded Cypher engine («inbyggd motor»): ArcadeDB over Bolt on loopback, in a process of its own while it is needed."""

from __future__ import annotations

from graph.embedded.engine import embedded_engine

__all__ = ["embedded_engine"]
