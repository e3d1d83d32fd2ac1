"""Starting the embedded engine, with a database that is kept as long as the graph stays as it is.

The database lies in a folder beside the store. A file in it names the graph that it was filled with, and is written when all of
it is there; anything else is thrown away and filled anew. The server's other files are temporary: its users, so that every
start has a password of its own, and its logs.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import importlib.util
import json
import os
import secrets
import select
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib import metadata
from importlib.resources import files
from pathlib import Path
from typing import Final

from graph.bolt import Access, GraphServer, connect
from graph.bolt.fill import fill
from graph.bolt.load import Tell
from graph.embedded.process import DATABASE, LOOPBACK
from graph.errors import ServerError
from graph.extras import how_to_install
from graph.projection import Node
from graph.store import GraphStore
from ontology.property_graph import FILE as SCHEMA

HEAP: Final = "768m"
HEAP_VARIABLE: Final = "AKTORSGRAF_ENGINE_MEMORY"
_START_SECONDS: Final = 300.0  # on a machine that has much else to do; one that ends is told at once
_STOP_SECONDS: Final = 30.0
_RETRY_SECONDS: Final = 5.0
_STATE: Final = "state"
_NAMED: Final = "the Cypher engine"
_MAKERS: Final = ("projection.py", "projection_values.py", "shortcuts.py", "bolt/fill.py", "bolt/statements.py")
_PUBLIC_MAKERS: Final = ("public.py", "redaction.py", "search.py")


@contextmanager
def embedded_engine(
    folder: Path, state: str, nodes: Callable[[], Iterable[Node]], tell: Tell = lambda _step, _done: None
) -> Iterator[GraphServer]:
    """Serve the graph from a database kept in `folder`, filled with `nodes` where it is not the one of `state`.

    Raises ServerError where the engine is not installed, is in use, or does not start.
    """
    _require_engine()
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(folder), tempfile.TemporaryDirectory(prefix="aktorsgraf-") as home:
        databases, stamp = folder.resolve() / "databases", folder / _STATE
        whole = stamp.is_file() and stamp.read_text(encoding="utf-8") == state
        if not whole:
            stamp.unlink(missing_ok=True)
            shutil.rmtree(databases, ignore_errors=True)
        with (
            _running(Path(home), databases) as (access, abort),
            connect(access, retry_seconds=_RETRY_SECONDS, abort=abort) as server,
        ):
            if not whole:
                fill(server, nodes(), tell)
                stamp.write_text(state, encoding="utf-8")
            yield server


def state_of(store: GraphStore, *, public: bool = False) -> str:
    """Return what names the graph of a store, or its public view, as the engine would hold it.

    Another graph, another projection of it or another way to leave people out has another name.

    Raises ServerError where the engine is not installed.
    """
    _require_engine()
    digest = hashlib.sha256(metadata.version("arcadedb-embedded").encode())
    keys = store.build_keys()
    for graph in store.graph_names():
        key = keys.get(graph) or "\n".join(sorted(map(str, store.quads(graph))))
        digest.update(f"{graph.value}\0{key}\n".encode())
    digest.update((files("ontology") / SCHEMA).read_bytes())
    for name in (*_MAKERS, *(_PUBLIC_MAKERS if public else ())):
        digest.update((files("graph") / name).read_bytes())
    return digest.hexdigest()


def _require_engine() -> None:
    if importlib.util.find_spec("arcadedb_embedded") is None or importlib.util.find_spec("neo4j") is None:
        raise ServerError(
            f"the embedded Cypher engine is not installed; install it with: {how_to_install('cypher')}, "
            "or name a server with --uri"
        )


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other process uses the database: it has one user at a time."""
    with (folder / "lock").open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def _running(home: Path, databases: Path) -> Iterator[tuple[Access, Callable[[], None]]]:
    """Run the engine until the block ends; yield where it is, and what ends it at once."""
    password = secrets.token_urlsafe(24)
    heap = os.environ.get(HEAP_VARIABLE, HEAP)
    with (home / "errors").open("w+b") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "graph.embedded.process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            cwd=home,  # it writes a log to where it is started
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
                "LC_ALL": "C.UTF-8",  # else Java knows no path with other letters than A to Z
            },
            text=True,
            start_new_session=True,  # an interruption at the terminal is ours to answer: it ends when we close its input
        )
        try:
            asked = {"home": str(home), "databases": str(databases), "password": password, "heap": heap}
            port = _started(process, json.dumps(asked))
            if port is None:
                raise ServerError(f"the embedded Cypher engine does not start ({_last_line(home / 'errors')})")
            yield Access(f"bolt://{LOOPBACK}:{port}", "root", password, DATABASE, _NAMED), lambda: _kill(process)
        finally:
            _stop(process)


def _started(process: subprocess.Popen[str], asked: str) -> int | None:
    """Hand over what is asked for and wait for the port; None where there is none in time."""
    if process.stdin is None or process.stdout is None:
        raise TypeError("expected a process with pipes")
    with contextlib.suppress(BrokenPipeError):
        process.stdin.write(f"{asked}\n")
        process.stdin.flush()
    ready, _, _ = select.select([process.stdout], [], [], _START_SECONDS)
    line = process.stdout.readline() if ready else ""
    return int(json.loads(line)["port"]) if line else None


def _stop(process: subprocess.Popen[str]) -> None:
    """End the engine: by closing its input, and where that does not help by force."""
    with contextlib.suppress(BrokenPipeError):
        if process.stdin is not None:
            process.stdin.close()
    try:
        process.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        _kill(process)
        process.wait()
    if process.stdout is not None:
        process.stdout.close()


def _kill(process: subprocess.Popen[str]) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def _last_line(path: Path) -> str:
    lines = [line for line in path.read_text(encoding="utf-8", errors="replace").splitlines() if line.strip()]
    return lines[-1].strip()[:200] if lines else "it says nothing"
