"""`aktorsgraf query`: the query pack."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal

import click

from aktorsgraf.cli.exits import ANSWER_NO
from aktorsgraf.cli.options import Language, language_option, public_option, workspace_option
from aktorsgraf.cli.output import tell
from aktorsgraf.cli.progress import progress_bars
from aktorsgraf.cli.server_options import access_of, endpoint_option, server_options
from aktorsgraf.cli.tables import Format, format_option, write_table
from aktorsgraf.cypher_access import cypher_server
from aktorsgraf.workspace import Workspace
from graph.bolt import Access
from queries.endpoint import Endpoint
from queries.pack import Query, load_pack, no_query
from queries.runner import run
from queries.table import Column, Table


@click.command("query")
@click.argument("name", required=False)
@click.option("--param", "pairs", multiple=True, metavar="KEY=VALUE", help="A parameter of the query; repeat for more.")
@click.option(
    "--engine",
    type=click.Choice(["sparql", "cypher"]),
    default="sparql",
    show_default=True,
    help="The language to ask in; both give the same rows.",
)
@server_options(required=False)
@endpoint_option
@format_option
@public_option
@workspace_option
@language_option
@click.pass_context
def command(  # noqa: PLR0913 - one parameter an option
    context: click.Context,
    name: str | None,
    *,
    pairs: Sequence[str],
    engine: Literal["sparql", "cypher"],
    uri: str | None,
    user: str,
    database: str | None,
    endpoint: str | None,
    format_: Format,
    public: bool,
    folder: Path,
    language: Language,
) -> None:
    """Answer the question called NAME; without NAME, list the questions there are.

    Text parameters match by part, whatever the case and diacritics. The exit code is 1 where parameters are given and
    nothing is found.

    \b
    aktorsgraf query
    aktorsgraf query group-members --param group=livsmedel
    aktorsgraf query decisions --param since=2024-01-01 --format csv
    aktorsgraf query decisions --param text=e-arkiv --engine cypher
    """
    pack = load_pack()
    if name is None:
        write_table(_listing(pack.values(), language), format_, language)
        return
    if name not in pack:
        raise click.UsageError(no_query(name, pack))
    if uri and engine != "cypher":
        raise click.UsageError("--uri: names a server that is asked in Cypher; add --engine cypher")
    if endpoint and engine != "sparql":
        raise click.UsageError("--endpoint: names a server that is asked in SPARQL; leave --engine out")
    if public and (endpoint or uri):
        raise click.UsageError("--public: is answered from the workspace; leave --endpoint and --uri out")
    given = parameters_of(pairs)
    workspace = Workspace(folder)
    if endpoint:
        table = run(pack[name], Endpoint(endpoint), given)
    elif engine == "sparql":
        with workspace.reading(public=public) as store:
            table = run(pack[name], store, given)
    else:
        access = access_of(uri, user, database) if uri else None
        table = _in_cypher(pack[name], given, workspace, access, public=public)
    write_table(table, format_, language)
    if given and not table.rows:
        tell("nothing found")
        context.exit(ANSWER_NO)


def _listing(pack: Iterable[Query], language: Language) -> Table:
    columns = tuple(Column(name, "text") for name in ("name", "title", "parameters"))
    return Table(columns, tuple((query.name, query.title[language], _parameter_names(query)) for query in pack))


def _parameter_names(query: Query) -> str:
    return ", ".join(f"{one.name}{'!' if one.required else ''}" for one in query.parameters)


def _in_cypher(
    query: Query, given: Mapping[str, str], workspace: Workspace, access: Access | None, *, public: bool
) -> Table:
    query.values(given)  # wrong parameters are told before a server is started
    with progress_bars() as progress, cypher_server(workspace, access, progress, public=public) as server:
        return run(query, server, given)


def parameters_of(pairs: Sequence[str]) -> dict[str, str]:
    """Return what --param gives. Raises UsageError."""
    given: dict[str, str] = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals or not key:
            raise click.UsageError(f"--param {pair}: expected KEY=VALUE")
        if key in given:
            raise click.UsageError(f"--param {key} is given twice")
        given[key] = value
    return given
