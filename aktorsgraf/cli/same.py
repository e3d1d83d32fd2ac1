"""`aktorsgraf same`: two that are one."""

from __future__ import annotations

from pathlib import Path

import click

from aktorsgraf.cli.judging import author, author_options, judge
from aktorsgraf.cli.options import workspace_option
from aktorsgraf.workspace import Workspace
from loaders.identity import Verdict


@click.command("same")
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@author_options
@workspace_option
@click.pass_context
def command(
    context: click.Context,
    left: str,
    right: str,
    folder: Path,
) -> None:
    """Judge that A and B are one person, body, organisation or group.

    A and B are IRIs, whole or without the base, or names where only one has the name. The graph follows at once; the judgement
    stands in the workspace's judgements.jsonl and outlives every build.

    \b
    aktorsgraf same person/matilda-gruvrin-8e86a59a person/matilda-gruvrin-faacdefb --reason "samma e-post"
    aktorsgraf same "Ylva Norring" "Runa Tollefsen"
    """
    judge(context, Workspace(folder), (left, right), Verdict.POSITIVE, author(context))
