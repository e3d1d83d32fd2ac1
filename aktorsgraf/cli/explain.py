"""`aktorsgraf explain`: what the reader made of a source, character by character."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from aktorsgraf.cli.explained import print_text, rules_table, spans_table
from aktorsgraf.cli.options import Language, language_option
from aktorsgraf.cli.output import tell
from aktorsgraf.cli.tables import Format, format_option, write_table
from aktorsgraf.explain.explanation import explain
from aktorsgraf.explain.page import share, write_explanation
from loaders.parse import read_text
from loaders.reading.read import read_accounted
from loaders.sources import find_sources


@click.command("explain")
@click.argument("source")
@click.option(
    "--output",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a page (.html) with the text, every span coloured by its rule, and the facts linked to their evidence.",
)
@format_option
@language_option
def command(source: str, path: Path | None, format_: Format, language: Language) -> None:
    """Show which rule has read what in one SOURCE, what is known and ignored, and what is unread.

    Without --output: the text in colours on a terminal, and a table of the rules. csv and json give a row a span.

    \b
    aktorsgraf explain protokoll.txt
    aktorsgraf explain protokoll.pdf --output protokoll.html
    aktorsgraf explain protokoll.txt --format csv
    """
    if Path(source).is_dir():
        raise click.UsageError(f"{source} is a folder; name one file")
    if path is not None and path.suffix.lower() != ".html":
        raise click.UsageError(f"--output {path}: the explanation is written as .html")
    for one in find_sources([source]):
        document = read_text(one)
        reading = read_accounted(document)
        if path is None and format_ != "table":
            write_table(spans_table(document.text, reading.account), format_, language)
            continue
        explanation = explain(document, reading)
        summary = f"meetings: {len(explanation.meetings)}, {share(explanation.unread, 'en')} unread"
        if path is not None:
            write_explanation(explanation, path, language)
            tell(f"{path}: {summary}")
            continue
        if sys.stdout.isatty():
            print_text(explanation)
        write_table(rules_table(explanation.rules), format_, language)
        tell(f"{explanation.name}: {summary}")
