"""Saying something on top of the minutes: into the log, and at once into the graph."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor
from typing import NamedTuple

from aktorsgraf.build import Report, build
from aktorsgraf.errors import WorkspaceError
from aktorsgraf.judgements import Entry, InForce, Opinion, in_force, keyed
from aktorsgraf.judgements_conflicts import contradicted
from aktorsgraf.judgements_log import append_to_log, read_log
from aktorsgraf.loading import identify
from aktorsgraf.progress import Progress, silent
from aktorsgraf.workspace import Workspace


class Effect(NamedTuple):
    """The entries as they stand in the log, and what the build made of them."""

    entries: tuple[Entry, ...]
    report: Report


def note(workspace: Workspace, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Put entries in the log, unless an opinion contradicts others that count. Raises WorkspaceError."""
    log = read_log(workspace.judgements_path)
    new = tuple(keyed(entry) for entry in entries)
    if any(isinstance(entry, Opinion) for entry in new):
        said = in_force((*log.entries, *new))
        for line in _contradictions(workspace, said, frozenset(entry.id for entry in new)):
            raise WorkspaceError(line)
    return append_to_log(workspace.judgements_path, new)


def bring_into_effect(workspace: Workspace, *, executor: Executor | None = None, progress: Progress = silent) -> Report:
    """Bring the graph in line with the log: the build of no sources writes what differs, and nothing else."""
    return build((), workspace, executor=executor, progress=progress)


def say(
    workspace: Workspace, entries: Sequence[Entry], *, executor: Executor | None = None, progress: Progress = silent
) -> Effect:
    """Note entries and bring them into effect. What is noted counts in the next build, should this one not come to its end."""
    said = note(workspace, entries)
    return Effect(said, bring_into_effect(workspace, executor=executor, progress=progress))


def _contradictions(workspace: Workspace, said: InForce, new: frozenset[str]) -> tuple[str, ...]:
    with workspace.open_ledger() as ledger:
        base = workspace.base()
        identities = identify(ledger, base, said)
    return tuple(contradicted(identities.conflicts, said, new, base))
