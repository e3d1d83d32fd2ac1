"""Write a network to a file; the file's ending says as what."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import networkx as nx

from graph.errors import NetworkError
from graph.export.whole import whole_file
from graph.network.titles import Language

PICTURES: Final = (".html", ".svg", ".png")
ENDINGS: Final = (*PICTURES, ".graphml", ".gexf")


def write_network(network: nx.Graph[str], path: Path, *, title: str, language: Language) -> None:
    """Write the network as a page (.html), for print (.svg, .png), or for Gephi and its like (.graphml, .gexf).

    A file that is there is replaced only once the new one is whole. Raises NetworkError for another ending, and where it cannot be written.
    """
    content = _content(network, path.suffix.lower(), title, language, path)
    try:
        with whole_file(path) as out:
            out.write(content)
    except OSError as error:
        raise NetworkError(f"{path}: cannot be written ({error.strerror or error}); choose another path") from error


def _content(network: nx.Graph[str], ending: str, title: str, language: Language, path: Path) -> bytes:
    # Here, since they take a second to load: what is refused is refused at once.
    from graph.network.graph_files import gexf, graphml  # noqa: PLC0415
    from graph.page import page_html  # noqa: PLC0415
    from graph.prints import print_bytes  # noqa: PLC0415

    match ending:
        case ".html":
            return page_html(network, title=title, language=language).encode()
        case ".svg":
            return print_bytes(network, "svg", title=title, language=language)
        case ".png":
            return print_bytes(network, "png", title=title, language=language)
        case ".graphml":
            return graphml(network)
        case ".gexf":
            return gexf(network)
    raise NetworkError(f"{path}: a network is written as {', '.join(ENDINGS)}; name such a file")
