"""`aktorsgraf serve`: the graph in a browser, and for programs."""

from __future__ import annotations

import socket
from pathlib import Path

import click

from aktorsgraf.cli.options import public_option, workspace_option
from aktorsgraf.cli.output import tell
from aktorsgraf.workspace import Workspace


@click.command("serve")
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address to listen on; other than this, all the network may ask.",
)
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Port; 0 for any that is free."
)
@click.option(
    "--seconds", default=30.0, show_default=True, type=click.FloatRange(0.1), help="What a SPARQL query may take."
)
@public_option
@workspace_option
def command(host: str, port: int, seconds: float, folder: Path, *, public: bool) -> None:
    """Serve the graph until Ctrl-C: a page for each thing, its data, SPARQL, and the network of bodies.

    Every IRI answers with HTML, Turtle or JSON-LD as asked for. /sparql is an endpoint that only reads. No build can change the
    workspace meanwhile.

    \b
    aktorsgraf serve
    aktorsgraf serve --port 8080 --workspace region.graph
    aktorsgraf serve --public --host 0.0.0.0
    """
    import uvicorn  # noqa: PLC0415 - of use here alone

    from aktorsgraf.server import make_app  # noqa: PLC0415 - as above

    workspace = Workspace(folder)
    with workspace.reading(public=public) as store, _listening(host, port) as listening:
        app = make_app(workspace.base(), store, seconds=seconds)
        taken = listening.getsockname()[1]
        tell(f"http://{host}:{taken}/ – pages, http://{host}:{taken}/sparql – SPARQL; Ctrl-C ends it")
        settings = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, lifespan="on")
        uvicorn.Server(settings).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens. Raises ClickException where it cannot."""
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise click.UsageError(
            f"{host}:{port}: cannot be listened on ({(error.strerror or str(error)).lower()}); choose another --port"
        ) from error
