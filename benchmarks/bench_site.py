"""Pages of the static site made a minute: python benchmarks/bench_site.py [DOCUMENTS].

The site of made-up minutes (100 if not given) is written three times in the same run: into a new folder, again without a
change, and, as a baseline, as the same files copied byte by byte from memory. Processor time counts, so that a busy machine
matters less.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from made_up_minutes import made_up_graphs

from graph.catalogue import read_publication
from graph.site import write_site
from graph.site.folder import Folder
from graph.store import GraphStore
from ontology.iris import DEFAULT_BASE, identity_graph, ontology_graph, reference_graph
from ontology.quads import ontology_quads, reference_quads

CONFIG = Path(__file__).parents[1] / "docs" / "publish.toml"


def main(documents: int) -> None:
    """Measure and print."""
    publication = read_publication(CONFIG)
    with tempfile.TemporaryDirectory() as name, GraphStore.open(Path(name) / "store") as store:
        folder = Path(name)
        store.replace_graphs(made_up_graphs(documents))
        for graph, quads in ((reference_graph, reference_quads), (ontology_graph, ontology_quads)):
            store.replace_graphs([(graph(DEFAULT_BASE), quads(DEFAULT_BASE))])
        print(f"{documents} documents, {store.count()} triples ({identity_graph(DEFAULT_BASE).value} is left empty)")
        new = measured(lambda: write_site(store, publication, DEFAULT_BASE, folder / "site"))
        again = measured(lambda: write_site(store, publication, DEFAULT_BASE, folder / "site"))
        files = {
            str(file.relative_to(folder / "site")): file.read_bytes()
            for file in (folder / "site").rglob("*")
            if file.is_file()
        }
        pages = sum(name.endswith(".html") for name in files)
        copied = measured(lambda: copy(files, folder / "copy"))
        print(f"{len(files)} files, {pages} pages, {sum(map(len, files.values())) / 1e6:.0f} MB")
        for what, seconds in (("written", new), ("written again, unchanged", again), ("copied", copied)):
            print(f"{what}: {seconds:.1f} s, {60 * pages / seconds:,.0f} pages a minute")
        print(f"written to copied {new / copied:.1f}, written again to written {again / new:.2f}")


def copy(files: dict[str, bytes], path: Path) -> None:
    """Write the same files from memory, in the way that the site is written."""
    folder = Folder(path)
    for name, data in files.items():
        folder.put(name, data)
    folder.finish()


def measured(do: Callable[[], object]) -> float:
    """Return the processor time of one call in seconds."""
    start = time.process_time()
    do()
    return time.process_time() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
