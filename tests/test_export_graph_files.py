"""GraphML and GEXF hold every node and relationship of the projection, as networkx reads them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import networkx as nx
import pytest
from query_samples import TRIG, sample_graphs, sample_store

from graph.export import export
from graph.projection import project
from graph.store import GraphStore

READERS = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}


@pytest.mark.parametrize("format_", READERS)
def test_networkx_reads_the_whole_projection(tmp_path: Path, format_: str) -> None:
    with sample_store() as store:
        export(store, format_, tmp_path / "graph")
        nodes = {node.iri: node for node in project(store)}
    network = READERS[format_](tmp_path / "graph")
    assert network.is_directed()
    assert set(network) == set(nodes)
    edges = Counter((source, target, data["type"]) for source, target, data in network.edges(data=True))
    assert edges == Counter((node.iri, link.target, link.type) for node in nodes.values() for link in node.links)
    meeting = next(iri for iri, node in nodes.items() if node.labels == ("Meeting",))
    assert network.nodes[meeting]["labels"] == "Meeting"
    assert network.nodes[meeting]["date"] == nodes[meeting].properties["date"].isoformat()  # type: ignore[union-attr]
    assert network.nodes[meeting]["label"] == nodes[meeting].properties["label"]
    span = next(iri for iri, node in nodes.items() if node.labels == ("RFC5147String",))
    assert network.nodes[span]["endIndex"] == nodes[span].properties["endIndex"]


@pytest.mark.parametrize("format_", READERS)
def test_the_same_graph_gives_the_same_bytes(tmp_path: Path, format_: str) -> None:
    backwards = GraphStore.open()
    backwards.replace_graphs((name, quads[::-1]) for name, quads in reversed(list(sample_graphs())))
    with sample_store() as store, backwards:
        export(store, format_, tmp_path / "one")
        export(backwards, format_, tmp_path / "two")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize("format_", READERS)
def test_markup_and_control_characters_stay_text(tmp_path: Path, format_: str) -> None:
    store = GraphStore.open()
    store.replace_graphs(sample_graphs(TRIG.replace('"Cecilia Lind"', "\"</node><x a='1'>& \\u0001]]>\"")))
    with store:
        export(store, format_, tmp_path / "graph")
    labels = {data.get("label") for _, data in READERS[format_](tmp_path / "graph").nodes(data=True)}
    assert "</node><x a='1'>& \ufffd]]>" in labels
