"""Write the site: its pages and data, the catalogue with its files, and rules for servers."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from graph.catalogue import Publication, write_published
from graph.errors import ExportError
from graph.site.folder import Folder, Written
from graph.site.html_pages import Site
from graph.site.places import Places
from graph.site.server_rules import rules
from graph.site.source import SiteSource
from graph.store import GraphStore

Progress = Callable[[int, int], None]


def write_site(
    store: GraphStore, publication: Publication, base: str, path: Path, progress: Progress = lambda _done, _all: None
) -> Written:
    """Bring the folder `path` in line with the graph; what has not changed is left.

    `base` is that of the graph's IRIs; `progress` is told how many files of all are done. Raises ExportError.
    """
    try:
        return _write_site(store, publication, base, path, progress)
    except OSError as error:
        raise ExportError(
            f"{path}: cannot be written ({error.strerror or error}); make room, and write it again to complete it"
        ) from error


def _write_site(store: GraphStore, publication: Publication, base: str, path: Path, progress: Progress) -> Written:
    site = Site(publication.title, publication.description, Places(base))
    source = SiteSource(store, site)
    folder = Folder(path)
    names = list(source.names())
    for number, name in enumerate(names, start=1):
        folder.put(name, source.file(name) or b"")
        progress(number, len(names))
    for name, data in rules(site.places.mount, site.places.folder, source.moved):
        folder.put(name, data)
    _put_published(folder, store, publication, base)
    return folder.finish()


def _put_published(folder: Folder, store: GraphStore, publication: Publication, base: str) -> None:
    """Write the catalogue and the files it describes."""
    with tempfile.TemporaryDirectory(prefix="aktorsgraf-") as scratch:
        write_published(store, publication, base, Path(scratch) / "published")
        for file in sorted((Path(scratch) / "published").iterdir()):
            folder.put(file.name, file.read_bytes())
