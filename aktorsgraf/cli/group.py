"""The list of commands; each is imported when it is called, so that the others cost nothing."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

import click

COMMANDS: Mapping[str, str] = {
    "parse": "aktorsgraf.cli.parse",
    "text": "aktorsgraf.cli.text",
    "explain": "aktorsgraf.cli.explain",
    "build": "aktorsgraf.cli.build",
    "query": "aktorsgraf.cli.query",
    "sparql": "aktorsgraf.cli.sparql",
    "cypher": "aktorsgraf.cli.cypher",
    "neo4j": "aktorsgraf.cli.neo4j",
    "review": "aktorsgraf.cli.review",
    "why": "aktorsgraf.cli.why",
    "same": "aktorsgraf.cli.same",
    "different": "aktorsgraf.cli.different",
    "undo": "aktorsgraf.cli.undo",
    "correct": "aktorsgraf.cli.correct",
    "exclude": "aktorsgraf.cli.exclude",
    "visualise": "aktorsgraf.cli.visualise",
    "measure": "aktorsgraf.cli.measure",
    "plot": "aktorsgraf.cli.plot",
    "export": "aktorsgraf.cli.export",
    "serve": "aktorsgraf.cli.serve",
    "validate": "aktorsgraf.cli.validate",
    "schema": "aktorsgraf.cli.schema",
}


class CommandGroup(click.Group):
    """A group whose commands are modules that hold a click command called `command`."""

    def __init__(self, *, commands_by_name: Mapping[str, str], **attributes: Any) -> None:
        super().__init__(**attributes)
        self._modules = commands_by_name

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names in the order people use them."""
        return list(self._modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """Import and return one command."""
        if cmd_name not in self._modules:
            return None
        command = importlib.import_module(self._modules[cmd_name]).command
        if not isinstance(command, click.Command):
            raise TypeError(f"{self._modules[cmd_name]}.command is no click command")
        return command
