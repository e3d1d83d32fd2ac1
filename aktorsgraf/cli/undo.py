"""`aktorsgraf undo`: what was said no longer counts."""

from __future__ import annotations

from pathlib import Path

import click

from aktorsgraf.cli.exits import ANSWER_NO
from aktorsgraf.cli.judging import author, author_options, said_line, say_and_tell
from aktorsgraf.cli.options import workspace_option
from aktorsgraf.cli.output import complain, tell
from aktorsgraf.judgements import Undo, last_in_force, undone_keys
from aktorsgraf.judgements_log import read_log
from aktorsgraf.workspace import Workspace


@click.command("undo")
@click.argument("key", required=False, metavar="[ID]")
@author_options
@workspace_option
@click.pass_context
def command(
    context: click.Context,
    key: str | None,
    folder: Path,
) -> None:
    """Take back a judgement, a correction or an exclusion; without ID the last that counts.

    ID is the key that was shown when it was made, and stands in judgements.jsonl. Nothing is removed from there: an undo
    is a line of its own, and can be undone.

    \b
    aktorsgraf undo
    aktorsgraf undo 3f2a9c01
    """
    workspace = Workspace(folder)
    workspace.check_built()
    entries = read_log(workspace.judgements_path).entries
    entry = last_in_force(entries) if key is None else next((one for one in entries if one.id == key), None)
    if entry is None:
        where = workspace.judgements_path
        complain(
            f"{where}: {'nothing in it counts' if key is None else f'no entry {key}'}; there is nothing to take back"
        )
        context.exit(ANSWER_NO)
    if entry.id in undone_keys(entries):
        tell(f"{entry.id} is taken back already")
        return
    by = author(context)
    undo = Undo(id="-", undoes=entry.id, who=by.who, when=by.when, reason=by.reason)
    say_and_tell(context, workspace, [undo], f"taken back: {said_line(entry)}")
