"""`aktorsgraf text`: the text that evidence counts in."""

from __future__ import annotations

from pathlib import Path

import click

from aktorsgraf.cli.output import write_text
from loaders.parse import read_text
from loaders.sources import find_sources


@click.command("text")
@click.argument("source")
def command(source: str) -> None:
    """Print the text of one SOURCE exactly as evidence counts it.

    SOURCE is a file, a file in an archive, or - for standard input. Offsets of evidence count this text's Unicode code points from 0.

    \b
    aktorsgraf text protokoll.pdf
    aktorsgraf text protokoll.pdf | less
    aktorsgraf text protokoll.zip/mars.docx
    """
    if Path(source).is_dir():
        raise click.UsageError(f"{source} is a folder; name one file")
    for one in find_sources([source]):
        write_text(read_text(one).text)
