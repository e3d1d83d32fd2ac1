"""Options that several commands share."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

import click

from aktorsgraf.workspace import DEFAULT_WORKSPACE

Language = Literal["sv", "en"]


def _language_of_the_terminal() -> Language:
    """Return Swedish where the environment's locale is, by POSIX' order of precedence."""
    locale = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "sv" if locale.startswith("sv") else "en"


workspace_option = click.option(
    "--workspace",
    "folder",
    type=click.Path(path_type=Path),
    default=DEFAULT_WORKSPACE,
    show_default=True,
    metavar="DIR",
    help="Folder with what was built.",
)
language_option = click.option(
    "--language",
    type=click.Choice(["sv", "en"]),
    default=_language_of_the_terminal,
    help="Language of headings and labels; otherwise the terminal's.",
)
public_option = click.option(
    "--public", is_flag=True, help="Leave out people who have no public role, their names in quotes too."
)
output_option = click.option(
    "--output", "path", required=True, type=click.Path(path_type=Path, dir_okay=False), help="File to write."
)
