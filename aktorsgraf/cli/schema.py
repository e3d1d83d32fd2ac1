"""`aktorsgraf schema`: the JSON Schema of parsed minutes."""

from __future__ import annotations

import click

from aktorsgraf.cli.output import write_text
from aktorsgraf.schema import minutes_schema_json


@click.command("schema")
def command() -> None:
    """Print the JSON Schema (2020-12) of what parse prints and build accepts.

    \b
    aktorsgraf schema > minutes.schema.json
    """
    write_text(minutes_schema_json())
