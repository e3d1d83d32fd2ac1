"""Which version of the program is running, as far as what it builds depends on it."""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
from importlib.resources import files
from pathlib import Path

READING = ("loaders", "ontology")
WRITING = (
    "aktorsgraf/corrections.py",
    "aktorsgraf/corrections_graph.py",
    "aktorsgraf/document_graphs.py",
    "aktorsgraf/judgements_graph.py",
    "aktorsgraf/loading.py",
    "graph/quarantine.py",
    "graph/search.py",
    "graph/store.py",
)
KINDS = frozenset({".py", ".csv", ".txt", ".ttl", ".jsonld"})


@functools.cache
def version() -> str:
    """Return the version of the distribution, which stands in pyproject.toml alone."""
    return importlib.metadata.version("aktorsgraf")


def reader_version() -> str:
    """Return the version with a digest of every file that reading and identity rest on, and of what reads PDF.

    Whoever changes a rule or a list of names gets everything read anew by the next build, with no number to raise.
    """
    return f"{_with_contents_of(*READING)}-{importlib.metadata.version('pypdfium2')}"


def mapper_version() -> str:
    """Return the version with a digest of every file that the graph rests on."""
    return _with_contents_of(*READING, *WRITING)


@functools.cache
def _with_contents_of(*places: str) -> str:
    digest = hashlib.sha256()
    for place in places:
        room, _, file = place.partition("/")
        root = Path(str(files(room)))
        for path in [root / file] if file else sorted(root.rglob("*")):
            if path.suffix in KINDS:
                digest.update(f"{room}/{path.relative_to(root).as_posix()}\0".encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return f"{version()}+{digest.hexdigest()[:12]}"
