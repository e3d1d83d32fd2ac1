"""From sources to a graph that can be asked, as often as one likes («bygge»)."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor
from typing import NamedTuple

from aktorsgraf.errors import WorkspaceError
from aktorsgraf.intake import Intake, take_in
from aktorsgraf.judgements import in_force
from aktorsgraf.judgements_conflicts import unfollowed, without_effect
from aktorsgraf.judgements_log import Log, read_log
from aktorsgraf.ledger import Ledger
from aktorsgraf.loading import Changes, load
from aktorsgraf.pool import Workers
from aktorsgraf.progress import Progress, silent
from aktorsgraf.workspace import BASE, Workspace
from loaders.errors import LoaderError
from ontology.iris import DEFAULT_BASE, check_base


class Report(NamedTuple):
    """What a build did, and how many triples the workspace holds after it.

    `notes` are lines about parsed minutes that were left aside because their document was read itself, and about judgements
    that could not be followed.
    """

    intake: Intake
    changes: Changes
    triples: int
    notes: tuple[str, ...]

    @property
    def problems(self) -> tuple[LoaderError, ...]:
        """Return every file and document that failed, with why."""
        return (*self.intake.problems, *self.changes.problems)

    @property
    def failed(self) -> bool:
        """Tell whether sources were given of which none could be read; nothing is changed then."""
        intake = self.intake
        return bool(intake.problems) and not (intake.read or intake.unchanged or intake.pruned)


def build(
    arguments: Sequence[str],
    workspace: Workspace,
    *,
    executor: Executor | None = None,
    prune: bool = False,
    judged: bool = True,
    base: str | None = None,
    progress: Progress = silent,
) -> Report:
    """Read sources (files, folders, «-») into a workspace, made where there is none.

    Building twice changes nothing. A build that was ended at any point, in any way, is completed by the next. The
    executor parses, maps and validates; without one, processes on all cores do. Without `judged` the graph is the machine's
    view: what people judged and corrected is left out, until the next build. The base of all IRIs is remembered; it is
    `DEFAULT_BASE` until another is given. Where no source can be read, all is left as it was. Raises WorkspaceError and
    StoreError; files that cannot be read are in the report.
    """
    _check(base)
    made = workspace.prepare()
    report = _build(arguments, workspace, Workers(executor), prune=prune, judged=judged, base=base, progress=progress)
    if report.failed and made is not None:
        workspace.unmake(made)
    return report


def _build(
    arguments: Sequence[str],
    workspace: Workspace,
    pool: Workers,
    *,
    prune: bool,
    judged: bool,
    base: str | None,
    progress: Progress,
) -> Report:
    with (
        workspace.open_store(read_only=False) as store,
        workspace.open_ledger() as ledger,
        pool as workers,
    ):
        intake = take_in(arguments, ledger, workers, prune=prune, progress=progress)
        untouched = Report(intake, Changes(), store.count(), ())
        if untouched.failed:
            return untouched
        chosen_base = _base(ledger, base)
        log = read_log(workspace.judgements_path) if judged else Log()
        said = in_force(log.entries)
        with workspace.changing():
            changes = load(ledger, store, chosen_base, workers, progress, said)
        aside = (f"{other}: left aside, since {chosen} holds the same minutes" for other, chosen in ledger.unused())
        notes = (
            *aside,
            *log.problems,
            *unfollowed(changes.conflicts, said, chosen_base),
            *without_effect(changes.lost, said),
        )
        return Report(intake, changes, store.count(), notes)


def _check(base: str | None) -> None:
    try:
        if base is not None:
            check_base(base)
    except ValueError as error:
        raise WorkspaceError(str(error)) from error


def _base(ledger: Ledger, given: str | None) -> str:
    if given is None:
        return ledger.setting(BASE) or DEFAULT_BASE
    ledger.choose(BASE, given)
    return given
