"""`aktorsgraf plot`: pictures of the answers to questions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from aktorsgraf.cli.exits import ANSWER_NO
from aktorsgraf.cli.headings import heading
from aktorsgraf.cli.options import Language, language_option, output_option, public_option, workspace_option
from aktorsgraf.cli.output import tell
from aktorsgraf.cli.query import parameters_of
from aktorsgraf.plots import PLOTS, draw
from aktorsgraf.workspace import Workspace
from graph.errors import NothingToDrawError
from queries.formats import as_text
from queries.pack import load_pack
from queries.runner import run

ENDINGS = (".svg", ".png", ".html")


@click.command("plot")
@click.argument("name", metavar="NAME", type=click.Choice(list(PLOTS)))
@output_option
@click.option("--param", "pairs", multiple=True, metavar="KEY=VALUE", help="What to draw; repeat for more.")
@public_option
@workspace_option
@language_option
@click.pass_context
def command(
    context: click.Context,
    name: str,
    *,
    path: Path,
    pairs: Sequence[str],
    public: bool,
    folder: Path,
    language: Language,
) -> None:
    """Draw the plot called NAME: for print (.svg, .png), or as a page with the same as a table (.html).

    \b
    timeline        who sat when, as stated and as seen at meetings (body, person)
    groups          working groups over time, and how many each decision appointed (group, at)
    attendance      who was present at which meeting (body)
    decisions       decisions and assignments by month, and when they are due (body, since, until)
    party-balance   how strong the parties are in each body (body)
    municipalities  a map of the municipalities that are represented (body, municipality)

    \b
    aktorsgraf plot timeline --param body=kommunstyrelsen --output timeline.svg
    aktorsgraf plot attendance --param body=direktionen --output attendance.html
    """
    if path.suffix.lower() not in ENDINGS:
        raise click.UsageError(f"--output {path}: expected a name that ends in {', '.join(ENDINGS)}")
    given = parameters_of(pairs)
    try:
        with Workspace(folder).reading(public=public) as store:
            drawn = draw(name, lambda question, chosen: run(load_pack()[question], store, chosen), given, language)
    except NothingToDrawError as nothing:
        tell(str(nothing))
        context.exit(ANSWER_NO)
    from graph.plots.write import Said, write_plot  # noqa: PLC0415 - needs matplotlib, an extra whose absence `draw` tells

    said = [
        Said(
            load_pack()[question].title[language],
            tuple(heading(column, language) for column in table.columns),
            tuple(tuple(as_text(value) for value in row) for row in table.rows),
        )
        for question, table in drawn.tables.items()
    ]
    write_plot(drawn.figure, path, title=drawn.title, said=said, language=language)
    tell(f"{path}: {drawn.title}")
