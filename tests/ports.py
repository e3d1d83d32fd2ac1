"""Ports on loopback for servers that cannot choose one themselves."""

from __future__ import annotations

import socket

LOOPBACK = "127.0.0.1"


def reserved_port() -> int:
    """Return a port that the system gives nobody else for a minute, and that a server may listen on at once.

    A connection that this side closed first leaves the port waiting: none is then chosen for another test's server or client,
    and servers, who set SO_REUSEADDR, get it by its number.
    """
    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((LOOPBACK, 0))
        listening.listen(1)
        with socket.create_connection(listening.getsockname()) as client:
            accepted, _ = listening.accept()
            accepted.close()
            client.recv(1)
        port: int = listening.getsockname()[1]
    return port
