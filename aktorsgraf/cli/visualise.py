"""`aktorsgraf visualise`: network pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import click

from aktorsgraf.cli.exits import ANSWER_NO
from aktorsgraf.cli.naming import naming
from aktorsgraf.cli.network_options import choice_options, chosen
from aktorsgraf.cli.options import Language, language_option, output_option, public_option, workspace_option
from aktorsgraf.cli.output import counted, tell
from aktorsgraf.judgements_subjects import Subject, find_subject
from aktorsgraf.workspace import Workspace
from graph.network.by_name import NETWORKS, SURROUNDINGS, network
from graph.network.style import Colour, Size, strongest, styled
from graph.network.titles import network_title
from graph.network.write import ENDINGS, PICTURES, write_network
from graph.store import GraphStore

MANY = 3000  # links beyond which a reader is told how to have fewer


@click.command("visualise")
@click.argument("name", metavar="NAME", type=click.Choice(NETWORKS))
@click.argument("about", metavar="[WHO]", required=False)
@output_option
@click.option("--depth", type=click.IntRange(1, 3), default=1, show_default=True, help="Links from WHO.")
@choice_options
@click.option("--size", type=click.Choice(get_args(Size)), help="What a node's size shows.")
@click.option(
    "--colour", type=click.Choice(get_args(Colour)), default="party", show_default=True, help="What the colours show."
)
@public_option
@workspace_option
@language_option
@click.pass_context
def command(  # noqa: PLR0913 - an argument for each option
    context: click.Context,
    /,
    *,
    name: str,
    about: str | None,
    path: Path,
    depth: int,
    size: Size | None,
    colour: Colour,
    public: bool,
    folder: Path,
    language: Language,
    **choice: Any,
) -> None:
    """Draw the network called NAME: as a page that opens offline (.html), for print (.svg, .png), for Gephi (.graphml, .gexf).

    \b
    bodies         bodies and working groups, linked by the people they share
    groups         working groups with their people and conveners
    person WHO     a person's bodies; with --depth 2 the people met there
    body WHO       a body's people and groups
    co-attendance  who meets whom
    substitutions  who served for whom
    decisions      bodies, the assignments they gave, and to whom

    WHO is a name, or an IRI with or without its base.

    \b
    aktorsgraf visualise bodies --output bodies.html
    aktorsgraf visualise person "Jonas Rågström" --depth 2 --output jonas.svg
    aktorsgraf visualise co-attendance --since 2023-01-01 --min-weight 2 --colour community --output meets.gexf
    """
    if path.suffix.lower() not in ENDINGS:
        raise click.UsageError(f"--output {path}: expected a name that ends in {', '.join(ENDINGS)}")
    if (about is not None) != (name in SURROUNDINGS):
        raise click.UsageError(f"{name}: takes no name" if about else f'{name}: of whom? for example: {name} "Name"')
    workspace = Workspace(folder)
    with workspace.reading(public=public) as store:
        subject = None if about is None else _subject(context, workspace, store, name, about)
        about = None if subject is None else subject.root.value
        made = network(store, name, about=about, depth=depth, choice=chosen(**choice))
    if not made:
        tell("nothing to draw: the workspace holds nothing of this kind, or nothing that is chosen")
        context.exit(ANSWER_NO)
    title = network_title(name, language, subject.label if subject else "")
    drawn = styled(made, colour, size)
    if choice["min_weight"] is None and path.suffix.lower() in PICTURES:
        drawn = strongest(drawn)
    write_network(drawn, path, title=title, language=language)
    tell(f"{path}: {counted(drawn.number_of_nodes(), 'node')}, {counted(drawn.number_of_edges(), 'link')}")
    if drawn.number_of_edges() < made.number_of_edges():
        tell(f"of {made.number_of_edges()} links these are the strongest of everybody; --min-weight 1 draws all")
    elif drawn.number_of_edges() > MANY:
        tell("so many links are hard to see through; --min-weight, --since, --until or --body leave fewer")


def _subject(context: click.Context, workspace: Workspace, store: GraphStore, name: str, about: str) -> Subject:
    """Find the person or body that is meant, or say in a line each who could be, and end."""
    with naming(context):
        found = find_subject(store, workspace.base(), about)
    if found.tail.startswith("person/") != (name == "person"):
        other = "body" if name == "person" else "person"
        raise click.UsageError(f"{name} {about}: {found.label} is none; ask for: {other} {found.tail}")
    return found
