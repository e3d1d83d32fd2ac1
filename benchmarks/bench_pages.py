"""Pages of networks of 200, 2,000 and 5,000 nodes in a real browser: python benchmarks/bench_pages.py [NODES...].

For each: the seconds to lay out and write the page, its size, the milliseconds from opening the file to its first drawing,
and to when a search has opened the panel. Where very many have met, the page has the strongest links, as the command's. Needs Chromium or Chrome on the path. A picture of each is saved where
`AKTORSGRAF_PICTURES` names a folder.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command does
sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

import networkx as nx
from browser import Page, find_chromium, open_page
from fact_samples import large_facts

from graph.network.by_name import network_of
from graph.network.facts import NetworkFacts
from graph.network.style import strongest, styled
from graph.network.write import write_network

NETWORKS = ("bodies", "co-attendance", "decisions")


def main(sizes: list[int]) -> None:
    """Measure and print."""
    chromium = find_chromium()
    if chromium is None:
        sys.exit("no Chromium or Chrome on the path; install Debian's «chromium»")
    print("network        nodes   links   drawn   written s  MB    first drawing ms  usable ms")
    with tempfile.TemporaryDirectory() as name:
        for nodes in sizes:
            facts = facts_of(nodes)
            for network in NETWORKS:
                with open_page(chromium) as page:
                    measure(page, Path(name), network, network_of(facts, network))


def facts_of(nodes: int) -> NetworkFacts:
    """Make facts of which the network of bodies has about so many nodes: 25 people to a body and its group."""
    return large_facts(round(nodes / 1.08))


def measure(page: Page, folder: Path, name: str, network: nx.Graph[str]) -> None:
    """Write one page, open it and use it."""
    path = folder / f"{name}-{len(network)}.html"
    started = time.perf_counter()
    drawn = strongest(styled(network, "party", None))
    write_network(drawn, path, title=name, language="sv")
    written = time.perf_counter() - started
    started = time.perf_counter()
    page.open(path)
    seen = time.perf_counter() - started
    page.run("document.getElementById('search').focus()")
    page.type("Maria Wahl" if name != "decisions" else "Ta fram")
    page.press("Enter")
    page.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    usable = time.perf_counter() - started
    if page.run("document.getElementById('panel').hidden") or page.complaints or len(page.requests) != 1:
        sys.exit(f"{path.name}: the search opened no panel, or the page complains: {page.complaints}")
    size = path.stat().st_size / 1e6
    print(
        f"{name:14} {len(network):5}  {network.number_of_edges():6}  {drawn.number_of_edges():6}  {written:8.1f}  {size:5.1f}"
        f"  {seen * 1000:12.0f}  {usable * 1000:12.0f}",
        flush=True,
    )
    if "AKTORSGRAF_PICTURES" in os.environ:
        page.press("Escape")
        page.click_on("#whole")
        page.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        page.screenshot(Path(os.environ["AKTORSGRAF_PICTURES"]) / f"{name}-{len(network)}.png")


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [200, 2000, 5000])
