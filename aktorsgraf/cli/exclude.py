"""`aktorsgraf exclude`: people who are left out of the graph."""

from __future__ import annotations

from pathlib import Path

import click

from aktorsgraf.cli.judging import author, author_options, say_and_tell
from aktorsgraf.cli.naming import naming
from aktorsgraf.cli.options import Language, language_option, workspace_option
from aktorsgraf.cli.tables import Format, format_option, write_table
from aktorsgraf.judgements import Exclusion, in_force
from aktorsgraf.judgements_log import read_log
from aktorsgraf.judgements_subjects import find_subject
from aktorsgraf.workspace import Workspace
from queries.table import Column, Table


@click.command("exclude")
@click.argument("person", required=False, metavar="[PERSON]")
@author_options
@format_option
@workspace_option
@language_option
@click.pass_context
def command(context: click.Context, person: str | None, format_: Format, folder: Path, language: Language) -> None:
    """Leave PERSON out of the graph, with a --reason; without PERSON, list who is left out and why.

    Facts about the person go, and so do links to them; in quotes and other texts the names are masked, at the same length.
    So nothing that is made of the graph has them: answers, pictures, exports, Neo4j. The minutes themselves, the workspace's
    ledger and its log keep them. `aktorsgraf undo ID` takes it back.

    \b
    aktorsgraf exclude "Ylva Norring" --reason "skyddade personuppgifter"
    aktorsgraf exclude
    """
    workspace = Workspace(folder)
    if person is None:
        workspace.check_built()
        listed = in_force(read_log(workspace.judgements_path).entries).exclusions
        write_table(_table(listed), format_, language)
        return
    with workspace.open_store(read_only=True) as store, naming(context):
        found = find_subject(store, workspace.base(), person)
    if not found.tail.startswith("person/"):
        raise click.UsageError(f"{found.tail}: is no person; only people can be left out")
    by = author(context)
    if not by.reason:
        raise click.UsageError("--reason: leaving somebody out needs one; it stands in the list")
    entry = Exclusion(id="-", who=by.who, when=by.when, reason=by.reason, subject=found.tail, name=found.label)
    say_and_tell(context, workspace, [entry], f"{found.label} is left out")


def _table(listed: tuple[Exclusion, ...]) -> Table:
    columns = tuple(Column(name, "text") for name in ("id", "iri", "name", "reason", "who", "when"))
    return Table(columns, tuple((one.id, one.subject, one.name, one.reason, one.who, one.when) for one in listed))
