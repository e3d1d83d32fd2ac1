"""`aktorsgraf measure`: measures of networks as tables."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import click

from aktorsgraf.cli.exits import ANSWER_NO
from aktorsgraf.cli.network_options import Day, choice_options, chosen
from aktorsgraf.cli.options import Language, language_option, public_option, workspace_option
from aktorsgraf.cli.output import tell
from aktorsgraf.cli.tables import Format, format_option, write_table
from aktorsgraf.measuring import changed_bodies, changed_persons, measured_bodies, measured_persons
from aktorsgraf.workspace import Workspace
from graph.network.choice import in_window, of_bodies, of_people
from graph.network.gather import network_facts

MEASURES = {"bodies": measured_bodies, "persons": measured_persons}
CHANGES = {"bodies": changed_bodies, "persons": changed_persons}


@click.command("measure")
@click.argument("name", metavar="bodies|persons", type=click.Choice(list(MEASURES)))
@click.option(
    "--between", type=(Day(), Day(end=True)), metavar="DATE DATE", help="What changed from one day to another."
)
@choice_options
@format_option
@public_option
@workspace_option
@language_option
@click.pass_context
def command(
    context: click.Context,
    /,
    *,
    name: str,
    between: tuple[dt.date, dt.date] | None,
    format_: Format,
    public: bool,
    folder: Path,
    language: Language,
    **choice: Any,
) -> None:
    """Measure bodies and working groups, or people, by whom they share.

    \b
    degree       bodies: others it shares people with; persons: people of the same bodies
    betweenness  share of the shortest ways between others that go through it, 0 to 1
    community    a number for those who share most with each other, 1 the largest
    bridges      bodies that nothing else joins to the rest; of a person, bridged counts pairs that nobody else joins

    \b
    aktorsgraf measure bodies
    aktorsgraf measure persons --body kommunstyrelsen --format csv
    aktorsgraf measure bodies --between 2023-01-01 2024-12-31
    """
    options = chosen(**choice)
    if between and (options.since or options.until):
        raise click.UsageError("--between: has its own days; expected no --since and --until with it")
    if between and between[0] > between[1]:
        raise click.UsageError(f"--between {between[0]} {between[1]}: expected the earlier day first")
    if options.min_weight > 1 and between:
        raise click.UsageError("--between: --min-weight has no meaning with it")
    with Workspace(folder).reading(public=public) as store:
        facts = of_people(of_bodies(in_window(network_facts(store), options), options), options)
    table = CHANGES[name](facts, *between) if between else MEASURES[name](facts, options.min_weight)
    write_table(table, format_, language)
    if not table.rows:
        tell("nothing changed between these days" if between else "nothing to measure is chosen")
        context.exit(ANSWER_NO)
