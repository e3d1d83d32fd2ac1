"""Roles as codes («roller»)."""

from __future__ import annotations

from collections.abc import Mapping

from pyoxigraph import NamedNode, Triple

from loaders.mapping.literals import text_literal
from ontology.terms import AG


def role_triple(iri: NamedNode, role: str, codes: Mapping[str, NamedNode]) -> Triple:
    """Return the role as its code; one outside the list as it is written."""
    code = codes.get(role)
    return Triple(iri, AG.role, code) if code is not None else Triple(iri, AG.roleText, text_literal(role))
