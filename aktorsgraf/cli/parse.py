"""`aktorsgraf parse`: minutes as JSON Lines."""

from __future__ import annotations

import sys
from contextlib import nullcontext

import click

from aktorsgraf.cli.exits import FAILED
from aktorsgraf.cli.output import complain, write_bytes
from aktorsgraf.cli.progress import progress_bars
from aktorsgraf.intake import STEP
from aktorsgraf.parsing import parse_all, read_jobs
from aktorsgraf.pool import Workers
from aktorsgraf.progress import silent
from loaders.errors import LoaderError
from loaders.sources import find_sources


@click.command("parse")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.pass_context
def command(context: click.Context, sources: tuple[str, ...]) -> None:
    """Print the minutes in each SOURCE, one line of JSON a meeting.

    SOURCE is a file (.txt, .md, .html, .docx, .odt, .pdf, a scan, or parsed minutes as .json or .jsonl), a .zip of such files,
    a folder, or - for standard input.

    \b
    aktorsgraf parse protokoll.txt
    aktorsgraf parse minutes/ > parsed.jsonl
    cat protokoll.txt | aktorsgraf parse -
    """
    failed = False
    found = list(find_sources(sources))
    # Where the minutes themselves scroll by, they show how far it has come.
    with Workers() as workers, nullcontext(silent) if sys.stdout.isatty() else progress_bars() as progress:
        for done, (_, parsed) in enumerate(parse_all(read_jobs(found), workers), start=1):
            progress(STEP, done, max(done, len(found)))
            try:
                for minutes in parsed.given():
                    write_bytes(minutes.json + b"\n")
            except LoaderError as error:
                complain(str(error))
                failed = True
    context.exit(FAILED if failed else 0)
