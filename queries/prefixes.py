"""The project's prefixes, known in queries of one's own without being declared («prefix»)."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from graph.export.rdf import ALL_PREFIXES
from queries.lexer import tokens

_BLANK: Final = "_"  # of blank nodes


def declarations(sparql: str) -> str:
    """Return declarations, in one line, of the known prefixes that a query uses and does not declare; to stand before it."""
    return "".join(f"PREFIX {name}: <{ALL_PREFIXES[name]}> " for name in _undeclared(sparql) if name in ALL_PREFIXES)


def unknown_prefix(sparql: str) -> str | None:
    """Return the first prefix that is neither declared nor known."""
    return next((name for name in _undeclared(sparql) if name not in ALL_PREFIXES), None)


def _undeclared(sparql: str) -> list[str]:
    found = list(tokens(sparql))
    declared = {after.text.partition(":")[0] for before, after in pairwise(found) if before.text.upper() == "PREFIX"}
    used = dict.fromkeys(token.text.partition(":")[0] for token in found if token.kind == "name")
    return [name for name in used if name not in declared and name != _BLANK]
