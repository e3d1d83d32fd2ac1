"""Tables as people and programs want them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Literal
from unicodedata import combining, east_asian_width

import click
from rich import box
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from aktorsgraf.cli.headings import heading
from aktorsgraf.cli.options import Language
from aktorsgraf.cli.output import clean, write_text
from queries.formats import as_text, to_csv, to_json
from queries.table import Table

KEPT_WHOLE = 12  # columns at most so wide are not broken over lines: dates, codes, numbers
Format = Literal["table", "csv", "json"]

format_option = click.option(
    "--format",
    "format_",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    show_default=True,
    help="table for people; csv and json for programs.",
)


def write_table(table: Table, format_: Format, language: Language | None) -> None:
    """Write a table to standard output.

    Headings are translated for people, the other formats have the contract's names. Without a language the columns are called
    as they are: whoever asked has named them.
    """
    if format_ == "csv":
        write_text(to_csv(table))
    elif format_ == "json":
        write_text(f"{to_json(table)}\n")
    else:
        headings = [heading(column, language) if language else column.name for column in table.columns]
        cells = [[clean(as_text(value)) for value in row] for row in table.rows]
        if sys.stdout.isatty():
            _write_for_terminal(headings, cells)
        else:
            write_text(aligned(headings, cells))


def aligned(headings: Sequence[str], cells: Sequence[Sequence[str]]) -> str:
    """Return aligned columns for a pipe or a file: no frame, no colour, nothing cut off."""
    lines = [headings, *cells]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    padded = (
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True))
        for line in lines
    )
    return "".join(f"{line.rstrip()}\n" for line in padded)


def _write_for_terminal(headings: Sequence[str], cells: Sequence[Sequence[str]]) -> None:
    """Write a table as wide as the terminal, or a line a value where it is too narrow; empty columns are left out."""
    console = Console()
    filled = [place for place in range(len(headings)) if not cells or any(row[place] for row in cells)]
    widest = {place: max(_width(headings[place]), *(_width(row[place]) for row in cells)) for place in filled}
    least = {place: min(width, KEPT_WHOLE) for place, width in widest.items()}
    if sum(least.values()) + 2 * len(filled) > console.width:
        write_text("\n".join(_record(headings, row, filled) for row in cells))
        return
    table = RichTable(box=box.SIMPLE_HEAD, padding=(0, 1), pad_edge=False, collapse_padding=True)
    for place in filled:
        table.add_column(Text(headings[place]), overflow="fold", min_width=least[place])
    for row in cells:
        table.add_row(*(Text(row[place]) for place in filled))
    console.print(table)


def _record(headings: Sequence[str], row: Sequence[str], places: Sequence[int]) -> str:
    return "".join(f"{headings[place]}: {row[place]}\n" for place in places if row[place])


def _width(text: str) -> int:
    return sum(0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1 for letter in text)
