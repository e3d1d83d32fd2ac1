"""`aktorsgraf different`: two that are not one."""

from __future__ import annotations

from pathlib import Path

import click

from aktorsgraf.cli.judging import author, author_options, judge
from aktorsgraf.cli.options import workspace_option
from aktorsgraf.workspace import Workspace
from loaders.identity import Verdict


@click.command("different")
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
    """Judge that A and B are two, whatever speaks for their being one.

    A and B are IRIs, whole or without the base, or names where only one has the name; `aktorsgraf why` shows the IRIs of
    what was joined. The graph follows at once; the judgement stands in the workspace's judgements.jsonl and outlives every
    build.

    \b
    aktorsgraf different person/karin-stahl-cdb036f7 person/karin-stahl-simrishamn-06124db3 --reason "två kommuner"
    """
    judge(context, Workspace(folder), (left, right), Verdict.NEGATIVE, author(context))
