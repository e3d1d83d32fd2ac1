"""Options of the commands that speak to a graph server, and its password, which is never an argument."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any, Final

import click

from graph.bolt import Access

PASSWORD: Final = "AKTORSGRAF_NEO4J_PASSWORD"  # noqa: S105 - the variable's name


def server_options(*, required: bool) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return what adds --uri, --user and --database to a command."""
    instead = "" if required else " in place of the embedded engine"

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        command = click.option("--database", help="The server's database; otherwise its default.")(command)
        command = click.option("--user", default="neo4j", show_default=True, help="Who asks the server.")(command)
        return click.option(
            "--uri",
            required=required,
            help=f"A Neo4j server{instead}: bolt://… or neo4j://…, with +s for TLS, +ssc for a certificate that nobody vouches "
            f"for. The password is taken from {PASSWORD}, or asked for.",
        )(command)

    return add


def endpoint_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --endpoint to a command that asks in SPARQL."""
    return click.option(
        "--endpoint",
        metavar="URL",
        help="A SPARQL 1.1 endpoint in place of the workspace; it must hold the exported graph, and its default graph be the "
        "union of its graphs.",
    )(command)


def access_of(uri: str, user: str, database: str | None) -> Access:
    """Return who asks which server, with the password from the environment or a person. Raises UsageError."""
    password = os.environ.get(PASSWORD)
    if password is None:
        if not sys.stdin.isatty():
            raise click.UsageError(f"no password for {user}; set {PASSWORD}, or ask at a terminal")
        password = click.prompt(f"Password of {user}", hide_input=True, err=True)
    return Access(uri, user, password, database)
