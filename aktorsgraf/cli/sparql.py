"""`aktorsgraf sparql`: questions of one's own."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

import click

from aktorsgraf.cli.exits import ANSWER_NO
from aktorsgraf.cli.options import workspace_option
from aktorsgraf.cli.output import counted, tell
from aktorsgraf.cli.server_options import endpoint_option
from aktorsgraf.cli.tables import Format, format_option, write_table
from aktorsgraf.sparql_access import LimitedSparql
from aktorsgraf.workspace import Workspace
from queries.adhoc import ROWS, SECONDS, run_limited
from queries.endpoint import Endpoint
from queries.table import Answer


@click.command("sparql")
@click.argument("query")
@click.option("--limit", default=ROWS, show_default=True, type=click.IntRange(min=1), help="Rows at most.")
@click.option("--seconds", default=SECONDS, show_default=True, type=click.FloatRange(min=0.1), help="Time at most.")
@endpoint_option
@format_option
@workspace_option
@click.pass_context
def command(
    context: click.Context,
    query: str,
    *,
    limit: int,
    seconds: float,
    endpoint: str | None,
    format_: Format,
    folder: Path,
) -> None:
    """Answer a SPARQL QUERY over the whole graph: SELECT, ASK, CONSTRUCT or DESCRIBE. It reads only; - is standard input.

    The project's prefixes (ag, org, skos, dcterms, rdf, rdfs, prov, time, foaf, eli-dl and others that exports use) need not be
    declared. Columns are called as the query calls them.

    The exit code is 1 where an ASK is answered with false, and 0 where a SELECT finds no rows: that is an answer, too.

    \b
    aktorsgraf sparql 'SELECT ?date ?body WHERE { ?m a ag:Meeting ; dcterms:date ?date ; ag:heldBy/rdfs:label ?body }'
    aktorsgraf sparql 'SELECT ?type (COUNT(*) AS ?number) WHERE { ?thing a ?type } GROUP BY ?type'
    aktorsgraf sparql - < question.rq
    """
    text = sys.stdin.read() if query == "-" else query
    answer = _answer(text, Workspace(folder), Endpoint(endpoint, seconds) if endpoint else None, seconds, limit)
    table = answer.table
    write_table(table, format_, None)
    if answer.more:
        tell(f"there are more than {counted(limit, 'row')}; ask for them with --limit")
    if table.rows == ((False,),) and table.columns[0].type == "boolean":  # only an ASK has a column of that kind
        context.exit(ANSWER_NO)


def _answer(text: str, workspace: Workspace, endpoint: Endpoint | None, seconds: float, limit: int) -> Answer:
    if endpoint is not None:
        return run_limited(endpoint, text, limit)
    with (
        workspace.open_store(read_only=True),
        closing(LimitedSparql(workspace)) as asked,
    ):  # opened, so that faults are told
        return asked.ask(text, seconds=seconds, limit=limit)
