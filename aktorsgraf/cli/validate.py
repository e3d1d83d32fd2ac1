"""`aktorsgraf validate`: what in the graph does not hold."""

from __future__ import annotations

from pathlib import Path

import click

from aktorsgraf.cli.exits import ANSWER_NO
from aktorsgraf.cli.options import Language, language_option, workspace_option
from aktorsgraf.cli.output import write_text
from aktorsgraf.quarantine import quarantine_of
from aktorsgraf.workspace import Workspace
from graph.validate import validate
from graph.validation_report import as_json, as_text, as_turtle, holds


@click.command("validate")
@workspace_option
@language_option
@click.option("--format", "format_", type=click.Choice(["text", "json", "turtle"]), default="text", show_default=True)
@click.option("--quarantine", is_flag=True, help="Print what is held back instead, as N-Quads.")
@click.pass_context
def command(context: click.Context, folder: Path, language: Language, format_: str, *, quarantine: bool) -> None:
    """Check the whole graph by the ontology's shapes (SHACL) and print what does not hold.

    turtle is a `sh:ValidationReport`; in it and in json, `conforms` is SHACL's: false where there is any result, while `holds`
    in json is false only where something breaks the graph. What would break the graph was put in quarantine when it was built: it is listed too,
    and no query sees it.

    The exit code is 1 where anything breaks the graph; warnings and infos leave it at 0.

    \b
    aktorsgraf validate
    aktorsgraf validate --format turtle > report.ttl
    aktorsgraf validate --quarantine > held.nq
    """
    workspace = Workspace(folder)
    with workspace.open_store(read_only=True) as store:
        held = quarantine_of(workspace)
        if quarantine:
            write_text(held.quads.decode())
            return
        found = (*held.findings, *validate(store.quads()))
    match format_:
        case "json":
            write_text(as_json(found))
        case "turtle":
            write_text(as_turtle(found))
        case _:
            write_text(as_text(found, language))
    context.exit(0 if holds(found) else ANSWER_NO)
