"""Servers that are away, too old or no graph servers at all: one line each. The old ones are played by a few bytes of Bolt."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from graph.bolt import Access, connect
from graph.errors import ServerError


def text(value: str) -> bytes:
    data = value.encode()
    return (bytes([0x80 + len(data)]) if len(data) < 16 else b"\xd0" + bytes([len(data)])) + data


def success(**metadata: str) -> bytes:
    body = bytes([0xA0 + len(metadata)]) + b"".join(text(key) + text(value) for key, value in metadata.items())
    message = b"\xb1\x70" + body
    return struct.pack(">H", len(message)) + message + b"\x00\x00"


@contextmanager
def played(*replies: bytes) -> Iterator[str]:
    """Serve one connection after another, answering each message of the client with the next reply."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            while True:
                try:
                    client, _ = listening.accept()
                except OSError:
                    return
                with client:
                    for reply in replies:
                        if not client.recv(65536):
                            break
                        client.sendall(reply)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"bolt://127.0.0.1:{listening.getsockname()[1]}"


def refusal(uri: str) -> str:
    with pytest.raises(ServerError) as caught, connect(Access(uri, "neo4j", "x"), retry_seconds=1):
        pass
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_server_that_is_too_old_says_its_version() -> None:
    handshake, hello = b"\x00\x00\x04\x04", success(server="Neo4j/4.4.38", connection_id="bolt-1")
    with played(handshake, hello, success()) as uri:
        assert refusal(uri) == f"{uri}: Neo4j 4.4.38 is too old; expected 5.0 or newer"


def test_a_server_that_speaks_no_bolt_of_this_age_is_told() -> None:
    with played(b"\x00\x00\x00\x00") as uri:
        assert refusal(uri).startswith(f"{uri}: ")


def test_what_is_no_graph_server_is_told() -> None:
    with played(b"HTTP/1.1 400 Bad Request\r\n\r\n") as uri:
        assert refusal(uri).startswith(f"{uri}: ")


def test_nobody_there() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        uri = f"bolt://127.0.0.1:{free.getsockname()[1]}"  # bound, so that nobody else listens there
        assert (
            refusal(uri) == f"{uri}: no server answers (Connection refused); check the address, and that it is started"
        )


@pytest.mark.parametrize("uri", ["http://localhost", "localhost:7687", "", "bolt", "ftp://x"])
def test_addresses_of_other_kinds(uri: str) -> None:
    assert "no such kind of address; expected bolt://" in refusal(uri)


@pytest.mark.parametrize("uri", ["bolt://", "bolt://x:notaport"])
def test_addresses_that_lead_nowhere(uri: str) -> None:
    assert refusal(uri).startswith(uri)
