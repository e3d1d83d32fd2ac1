"""The engine's own process: python -m graph.embedded.process.

It reads one line of JSON from standard input, starts the server, writes one line of JSON with the port, and stops when standard
input ends: when whoever started it closes it, or dies. The password comes that way too, for arguments are seen by everybody.
"""

from __future__ import annotations

import json
import socket
import sys
from typing import Final

LOOPBACK: Final = "127.0.0.1"
DATABASE: Final = "graph"
_BOLT: Final = "Bolt:com.arcadedb.bolt.BoltProtocolPlugin"


def main() -> int:
    """Serve until standard input ends."""
    from arcadedb_embedded.server import ArcadeDBServer  # noqa: PLC0415 - starts nothing; the caller has checked it is there

    asked = json.loads(sys.stdin.readline())
    bolt_port, http_port = _free_ports()
    server = ArcadeDBServer(
        root_path=asked["home"],
        root_password=asked["password"],
        config={
            "host": LOOPBACK,
            "bolt_port": bolt_port,
            "http_port": http_port,
            "mode": "development",  # it tells what is wrong with a query
            "server_plugins": _BOLT,
            "server_databaseDirectory": asked["databases"],
            "server_defaultDatabases": f"{DATABASE}[root]",
        },
        jvm_kwargs={"heap_size": asked["heap"]},
    )
    server.start()
    try:
        sys.stdout.write(f"{json.dumps({'port': bolt_port})}\n")
        sys.stdout.flush()
        sys.stdin.read()
    finally:
        server.stop()
    return 0


def _free_ports() -> tuple[int, int]:
    """Return two ports that nobody listens on, held until both are known."""
    with socket.socket() as one, socket.socket() as other:
        one.bind((LOOPBACK, 0))
        other.bind((LOOPBACK, 0))
        return one.getsockname()[1], other.getsockname()[1]


if __name__ == "__main__":
    sys.exit(main())
