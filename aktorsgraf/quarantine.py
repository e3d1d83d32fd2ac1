"""What is kept out of the graph since it would break it («karantän»), as the workspace's ledger holds it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

import msgspec

from aktorsgraf.workspace import Workspace
from graph.violation import Severity, Violation


class Quarantine(NamedTuple):
    """Why facts are held, the worst first, and their quads as N-Quads."""

    findings: tuple[Violation, ...]
    quads: bytes


def findings_json(findings: Iterable[Violation]) -> bytes:
    """Write what breaks a graph."""
    return msgspec.json.encode([one for one in findings if one.severity is Severity.VIOLATION])


def quarantine_of(workspace: Workspace) -> Quarantine:
    """Read what a workspace holds back. Raises WorkspaceError where nothing is built."""
    with workspace.open_ledger() as ledger:
        rows = list(ledger.quarantine())
    found = (one for findings, _ in rows for one in msgspec.json.decode(findings, type=tuple[Violation, ...]))
    return Quarantine(tuple(replace(one, held=True) for one in found), b"".join(quads for _, quads in rows))
