"""`aktorsgraf neo4j`: the graph in a Neo4j server."""

from __future__ import annotations

from pathlib import Path

import click

from aktorsgraf.cli.exits import ANSWER_NO
from aktorsgraf.cli.options import Language, language_option, public_option, workspace_option
from aktorsgraf.cli.output import counted, tell
from aktorsgraf.cli.progress import progress_bars
from aktorsgraf.cli.server_options import access_of, server_options
from aktorsgraf.cli.tables import Format, format_option, write_table
from aktorsgraf.workspace import Workspace
from graph.bolt import connect
from graph.bolt.check import compare, unfinished
from graph.bolt.load import load
from graph.projection import count, project
from queries.table import Column, Table

COLUMNS = (Column("kind", "text"), Column("name", "text"), Column("graph", "integer"), Column("server", "integer"))


@click.group("neo4j")
def command() -> None:
    """Load the graph into a Neo4j server, and check what is there.

    \b
    export AKTORSGRAF_NEO4J_PASSWORD=…
    aktorsgraf neo4j load --uri bolt://localhost:7687
    aktorsgraf neo4j check --uri bolt://localhost:7687
    """


@command.command("load")
@server_options(required=True)
@public_option
@workspace_option
def load_command(uri: str, user: str, database: str | None, folder: Path, *, public: bool) -> None:
    """Bring a server in line with the graph: only what differs is written, only what was loaded before is removed.

    Other nodes in the same database stay, and so do properties that others gave to ours. A load that was ended is completed
    by the next one.

    \b
    aktorsgraf neo4j load --uri neo4j+s://graph.example.org --user editor --database minutes
    """
    access = access_of(uri, user, database)
    with (
        Workspace(folder).reading(public=public) as store,
        connect(access) as server,
        progress_bars() as progress,
    ):
        done = load(server, lambda: project(store), lambda step, number: progress(step, number, max(number, 1)))
    for note in done.notes:
        tell(note)
    if done.nothing:
        tell(f"{uri}: nothing changed; {counted(done.unchanged, 'node')}")
        return
    tell(
        f"{uri}: nodes: {done.added} added, {done.changed} changed, {done.removed} removed, {done.unchanged} unchanged"
    )


@command.command("check")
@server_options(required=True)
@public_option
@format_option
@workspace_option
@language_option
@click.pass_context
def check_command(  # noqa: PLR0913 - one parameter an option
    context: click.Context,
    uri: str,
    user: str,
    database: str | None,
    format_: Format,
    folder: Path,
    language: Language,
    *,
    public: bool,
) -> None:
    """Compare how many nodes of each label and relationships of each type the graph and the server have.

    The exit code is 1 where they differ.
    """
    access = access_of(uri, user, database)
    with (
        Workspace(folder).reading(public=public) as store,
        connect(access) as server,
    ):
        rows = compare(server, count(project(store)))
        waiting = unfinished(server)
    write_table(Table(COLUMNS, rows), format_, language)
    different = [row for row in rows if row.graph != row.server]
    if waiting:
        tell(f"{counted(waiting, 'node')} without relationships: a load was ended; run aktorsgraf neo4j load again")
    if different:
        tell(f"{len(different)} of {len(rows)} numbers differ")
    if waiting or different:
        context.exit(ANSWER_NO)
