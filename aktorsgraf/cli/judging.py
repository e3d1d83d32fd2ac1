"""What the commands that judge share: who says it, when and why, and what it led to."""

from __future__ import annotations

import datetime as dt
import getpass
import shutil
import subprocess
from collections.abc import Callable, Sequence
from typing import Any, NoReturn, TypeVar

import click

from aktorsgraf.build import Report
from aktorsgraf.cli.exits import FAILED
from aktorsgraf.cli.naming import naming
from aktorsgraf.cli.output import complain, counted, tell
from aktorsgraf.cli.progress import progress_bars
from aktorsgraf.judgements import Author, Correction, Entry, Exclusion, Opinion, Undo, in_force, stamp
from aktorsgraf.judgements_effect import bring_into_effect, note
from aktorsgraf.judgements_log import read_log
from aktorsgraf.judgements_subjects import find_subject
from aktorsgraf.workspace import Workspace
from graph.errors import GraphError
from loaders.identity import Verdict
from loaders.privacy import mask_text

VERDICT_WORDS = {Verdict.POSITIVE: "the same", Verdict.NEGATIVE: "different", Verdict.UNSURE: "unsure"}
_WHO = "Who says so; otherwise your name in git, or else on this computer."
_WHEN = "When, in ISO 8601 (UTC unless it says); otherwise now."
F = TypeVar("F", bound=Callable[..., Any])


def author_options(command: F) -> F:
    """Add --reason, --who and --when, which `author` reads."""
    for option in (
        click.option("--when", metavar="TIME", callback=_keep, expose_value=False, help=_WHEN),
        click.option("--who", callback=_keep, expose_value=False, help=_WHO),
        click.option("--reason", callback=_keep, expose_value=False, help="Why; kept with it."),
    ):
        command = option(command)
    return command


def _keep(context: click.Context, parameter: click.Parameter, given: str | None) -> None:
    context.meta[f"{__name__}.{parameter.name}"] = given


def author(context: click.Context) -> Author:
    """Return who says something: by the options, else git's name, else this computer's; and the time, else now."""
    who, when, reason = (context.meta[f"{__name__}.{name}"] for name in ("who", "when", "reason"))
    by = stamp(who or _name_in_git() or getpass.getuser(), _moment(when), reason)
    if not by.who:
        raise click.UsageError("--who: expected a name")
    return by


def _name_in_git() -> str | None:
    git = shutil.which("git")
    if git is None:
        return None
    done = subprocess.run([git, "config", "user.name"], capture_output=True, check=False, timeout=60)  # noqa: S603 - no input of anybody's
    return done.stdout.decode("utf-8", "replace").strip() or None


def _moment(given: str | None) -> dt.datetime:
    if given is None:
        return dt.datetime.now(dt.UTC)
    try:
        moment = dt.datetime.fromisoformat(given)
    except ValueError:
        raise click.UsageError(f"--when {given}: expected a time as 2026-01-31T14:30 or 2026-01-31") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def judge(context: click.Context, workspace: Workspace, texts: tuple[str, str], verdict: Verdict, by: Author) -> None:
    """Note a verdict on two things that a user names, and bring it into effect."""
    with workspace.open_store(read_only=True) as store, naming(context):
        base = workspace.base()
        left, right = (find_subject(store, base, text) for text in texts)
    if left.tail == right.tail:
        raise click.UsageError(f"{texts[0]} and {texts[1]} are the same IRI, {left.tail}; expected two")
    log = read_log(workspace.judgements_path)
    known = next((one for one in in_force(log.entries).opinions if one.pair == {left.tail, right.tail}), None)
    if known is not None and known.verdict is verdict:
        tell(f"judged already: {said_line(known)}")
        take_effect(context, workspace)
    names = (left.label, right.label)
    entry = Opinion(
        id="-",
        verdict=verdict,
        left=left.tail,
        right=right.tail,
        names=names,
        who=by.who,
        when=by.when,
        reason=by.reason,
    )
    say_and_tell(context, workspace, [entry], f"{left.label} and {right.label} are judged {VERDICT_WORDS[verdict]}")


def said_line(entry: Entry) -> str:
    """Say in a line what an entry says."""
    by = f"by {entry.who}, {entry.when[:10]}{f': {entry.reason}' if entry.reason else ''}"
    match entry:
        case Opinion():
            return f"{entry.id}, {' / '.join(entry.names)} {VERDICT_WORDS[entry.verdict]} ({by})"
        case Correction():
            return f"{entry.id}, {entry.name}: {entry.property} = {entry.value} ({by})"
        case Exclusion():
            return f"{entry.id}, {entry.name} left out ({by})"
        case Undo():
            return f"{entry.id}, the undoing of {entry.undoes} ({by})"


def say_and_tell(context: click.Context, workspace: Workspace, entries: Sequence[Entry], line: str) -> NoReturn:
    """Note entries, tell `line` of them, bring them into effect, and end the command."""
    noted = note(workspace, entries)
    keys = ", ".join(entry.id for entry in noted)
    how = f"aktorsgraf undo {noted[0].id}"
    tell(f"{mask_text(line)} (noted as {keys} by {noted[0].who}; {how} takes it back)")
    take_effect(context, workspace)


def take_effect(context: click.Context, workspace: Workspace) -> NoReturn:
    """Bring what is noted into effect, tell what that changed, and end the command."""
    try:
        with progress_bars() as progress:
            report = bring_into_effect(workspace, progress=progress)
    except GraphError as error:
        complain(f"{error} (what was said is noted, and counts from the next build on)")
        context.exit(FAILED)
    _tell_changes(report)
    context.exit(FAILED if report.problems else 0)


def _tell_changes(report: Report) -> None:
    for problem in report.problems:
        complain(str(problem))
    for line in report.notes:
        tell(line)
    changes = report.changes
    if changes.nothing:
        tell("the graph is as it was")
    else:
        tell(f"the graph follows: {counted(changes.replaced, 'document')} written anew, {report.triples} triples")
