"""`aktorsgraf export`: the graph as files that others can read."""

from __future__ import annotations

from contextlib import nullcontext
from functools import partial
from pathlib import Path

import click

from aktorsgraf.cli.options import public_option, workspace_option
from aktorsgraf.cli.output import tell
from aktorsgraf.cli.progress import progress_bars
from aktorsgraf.workspace import Workspace
from graph.annotated import annotated_view
from graph.catalogue import read_publication, write_published
from graph.export import FORMATS, export
from graph.site import write_site

PUBLISHED = ("catalogue", "site")


@click.command("export")
@click.option("--format", "format_", required=True, type=click.Choice([*FORMATS, *PUBLISHED]), help="What to write.")
@click.option(
    "--output",
    "path",
    required=True,
    type=click.Path(path_type=Path),
    help="File to write; a folder for csv (or a .zip), parquet, neo4j, catalogue and site.",
)
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    help="Who publishes, for catalogue and site: a file like docs/publish.toml.",
)
@public_option
@click.option(
    "--annotations", is_flag=True, help="Write evidence as Web Annotations, too, with position and quote selectors."
)
@workspace_option
def command(format_: str, path: Path, config: Path | None, *, public: bool, annotations: bool, folder: Path) -> None:
    """Write the whole graph in a format that others can read; the same graph gives the same bytes.

    trig and nquads keep each document's graph apart; the others are all of them together. catalogue writes a folder to put
    on a web server: the graph, the tables and the ontology, described as DCAT-AP-SE 3.0.1 and VoID.

    site is a web site for any server: a page for each thing in Swedish and English, the same as Turtle and JSON-LD, the
    catalogue, and rules for nginx and Apache. Written again, it is brought up to date.

    A public role have those elected or appointed to something, or in service at a meeting; guests, and people who are only
    mentioned, have none.

    \b
    aktorsgraf export --format turtle --output graph.ttl
    aktorsgraf export --format csv --output tables/ --public
    aktorsgraf export --format catalogue --config publish.toml --output published/
    aktorsgraf export --format site --config publish.toml --output site/ --public
    """
    if str(path) == "-":
        raise click.UsageError("--output -: a whole graph goes to a file; name one")
    if (format_ in PUBLISHED) != (config is not None):
        raise click.UsageError(
            "--config: goes with --format catalogue and site, which need it; an example is docs/publish.toml"
        )
    publication = read_publication(config) if config else None
    workspace = Workspace(folder)
    with (
        workspace.reading(public=public) as chosen,
        annotated_view(chosen) if annotations else nullcontext(chosen) as store,
    ):
        if publication and format_ == "site":
            with progress_bars() as progress:
                done = write_site(store, publication, workspace.base(), path, partial(progress, "pages"))
            tell(f"{path}: files: {done.written} written, {done.unchanged} unchanged, {done.removed} removed")
            return
        if publication:
            write_published(store, publication, workspace.base(), path)
        else:
            export(store, format_, path)
    tell(f"{path}: written as {format_}")
