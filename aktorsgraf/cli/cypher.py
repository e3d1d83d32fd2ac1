"""`aktorsgraf cypher`: questions of one's own in Cypher."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from aktorsgraf.cli.options import public_option, workspace_option
from aktorsgraf.cli.output import counted, tell
from aktorsgraf.cli.progress import progress_bars
from aktorsgraf.cli.query import parameters_of
from aktorsgraf.cli.server_options import access_of, server_options
from aktorsgraf.cli.tables import Format, format_option, write_table
from aktorsgraf.cypher_access import cypher_server
from aktorsgraf.workspace import Workspace
from queries.adhoc_cypher import ROWS, SECONDS, check_cypher, run_cypher


@click.command("cypher")
@click.argument("query")
@click.option(
    "--param", "pairs", multiple=True, metavar="KEY=VALUE", help="A text for $KEY in the query; repeat for more."
)
@click.option("--limit", default=ROWS, show_default=True, type=click.IntRange(min=1), help="Rows at most.")
@click.option("--seconds", default=SECONDS, show_default=True, type=click.FloatRange(min=0.1), help="Time at most.")
@server_options(required=False)
@format_option
@public_option
@workspace_option
def command(  # noqa: PLR0913 - one parameter an option
    query: str,
    *,
    pairs: Sequence[str],
    limit: int,
    seconds: float,
    uri: str | None,
    user: str,
    database: str | None,
    format_: Format,
    public: bool,
    folder: Path,
) -> None:
    """Answer a Cypher QUERY over the whole graph. It reads only; - is standard input.

    Columns are called as the query calls them. The exit code is 0 where it finds no rows, too: that is an answer.
    Without --uri, an embedded engine answers; it is filled at the first query after a build.

    \b
    aktorsgraf cypher 'MATCH (m:Meeting)-[:HELD_BY]->(b) RETURN b.label AS body, count(m) AS meetings ORDER BY meetings DESC'
    aktorsgraf cypher 'MATCH (p:Person) WHERE any(key IN p.searchKey WHERE key CONTAINS $name) RETURN p.label' --param name=stahl
    """
    if public and uri:
        raise click.UsageError("--public: is answered from the workspace; leave --uri out")
    text = sys.stdin.read() if query == "-" else query
    check_cypher(text)  # before a server is started, or a password asked for
    access = access_of(uri, user, database) if uri else None
    with progress_bars() as progress, cypher_server(Workspace(folder), access, progress, public=public) as server:
        answer = run_cypher(server, text, parameters_of(pairs), seconds=seconds, limit=limit)
    write_table(answer.table, format_, None)
    if answer.more:
        tell(f"there are more than {counted(limit, 'row')}; ask for them with --limit")
