"""`aktorsgraf sparql`: questions of one's own."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

import click

from aktorsgraf.cli.exits import ANSWER_NO
from aktorsgraf.cli.options import public_option, workspace_option
from aktorsgraf.cli.output import counted, tell
from aktorsgraf.cli.server_options import endpoint_option
from aktorsgraf.cli.tables import Format, format_option, write_table
from aktorsgraf.sparql_access import LimitedSparql
from aktorsgraf.workspace import Workspace
from queries.adhoc import ROWS, SECONDS, run_limited
from queries.endpoint import Endpoint


@click.command("sparql")
@click.argument("query")
@click.option("--limit", default=ROWS, show_default=True, type=click.IntRange(min=1), help="Rows at most.")
@click.option("--seconds", default=SECONDS, show_default=True, type=click.FloatRange(min=0.1), help="Time at most.")
@endpoint_option
@format_option
@public_option
@workspace_option
@click.pass_context
def command(  # noqa: PLR0913 - one parameter an option
    context: click.Context,
    query: str,
    *,
    limit: int,
    seconds: float,
    endpoint: str | None,
    format_: Format,
    public: bool,
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
    if public and endpoint:
        raise click.UsageError("--public: is answered from the workspace; leave --endpoint out")
    text = sys.stdin.read() if query == "-" else query
    if endpoint:
        answer = run_limited(Endpoint(endpoint, seconds), text, limit)
    else:
        with Workspace(folder).reading(public=public) as store, closing(LimitedSparql(store)) as asked:
            answer = asked.ask(text, seconds=seconds, limit=limit)
    table = answer.table
    write_table(table, format_, None)
    if answer.more:
        tell(f"there are more than {counted(limit, 'row')}; ask for them with --limit")
    if table.rows == ((False,),) and table.columns[0].type == "boolean":  # only an ASK has a column of that kind
        context.exit(ANSWER_NO)
