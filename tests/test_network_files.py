"""Networks as files: read back by networkx, safe in XML, for print, and by the file's ending."""

from __future__ import annotations

import builtins
import io
import struct
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from fact_samples import SMALL, hostile_facts
from network_samples import HOSTILE

from graph.errors import NetworkError
from graph.network.by_name import BUILDERS, network_of
from graph.network.facts import BodyRow, NetworkFacts, Stay
from graph.network.graph_files import gexf, graphml
from graph.network.style import styled
from graph.network.write import ENDINGS, write_network
from graph.prints import print_bytes

NASTY = "A\x00B\x0bC\ud800 $\\frac{1}$ & <b> 漢"


def nasty() -> nx.Graph[str]:
    body = BodyRow(iri="b:1", label=NASTY, kind="group")
    return network_of(NetworkFacts((body,), (Stay(person="p:1", name=NASTY, body="b:1", party=NASTY),)), "groups")


@pytest.mark.parametrize("name", BUILDERS)
def test_graphml_and_gexf_read_back_with_types(name: str) -> None:
    network = network_of(SMALL, name)
    for read in (nx.read_graphml(io.BytesIO(graphml(network))), nx.read_gexf(io.BytesIO(gexf(network)))):
        assert read.is_directed() == network.is_directed()
        assert set(read) == set(network)
        assert read.number_of_edges() == network.number_of_edges()
        for node, attributes in read.nodes.items():
            assert attributes["label"] == network.nodes[node]["label"]
            assert attributes["kind"] == network.nodes[node]["kind"]
            if "meetings" in network.nodes[node]:
                assert attributes["meetings"] == network.nodes[node]["meetings"]


def test_a_date_is_written_as_a_day_and_a_quote_with_its_source() -> None:
    read = nx.read_graphml(io.BytesIO(graphml(network_of(SMALL, "decisions"))))
    assert read.nodes["t:1"]["due"] == "2023-10-01"
    assert read.nodes["t:1"]["quotes"] == "«får i uppdrag att ta fram en plan» (styrelsen.txt, 2023-03-01)"


def test_gexf_has_the_colours_of_the_page_and_no_date_of_writing() -> None:
    text = gexf(network_of(SMALL, "substitutions"))
    assert b"lastmodifieddate" not in text
    assert b'<viz:color r="0" g="133" b="62"' in text  # the Centre Party's green


@pytest.mark.parametrize("write", [graphml, gexf])
def test_characters_that_xml_forbids_are_replaced(write: Any) -> None:
    text = write(nasty()).decode()
    ET.fromstring(text)  # noqa: S314  our own
    assert "A�B�C�" in text


@pytest.mark.parametrize("name", BUILDERS)
def test_a_picture_for_print_has_every_label_and_the_legend(name: str) -> None:
    network = network_of(SMALL, name)
    svg = print_bytes(network, "svg", title="En bild & <mer>", language="sv").decode()
    texts = "".join(ET.fromstring(svg).itertext())  # noqa: S314  our own
    for attributes in network.nodes.values():
        assert all(word in texts for word in attributes["label"].split())
    assert "En bild & <mer>" in texts
    assert "Linjer" in texts


def test_the_same_picture_has_the_same_bytes() -> None:
    network = styled(network_of(SMALL, "bodies"), "community", "degree")
    for form in ("svg", "png"):
        one, other = (print_bytes(network, form, title="x", language="en") for _ in range(2))  # type: ignore[arg-type]
        assert one == other


def test_a_png_is_one_of_a_size_to_print() -> None:
    png = print_bytes(network_of(SMALL, "groups"), "png", title="Grupper", language="sv")
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    assert 600 < width < 9001
    assert 300 < height < 9001


def test_hostile_texts_are_text_in_pictures() -> None:
    svg = print_bytes(network_of(hostile_facts(), "groups"), "svg", title=HOSTILE[0], language="sv").decode()
    elements = {element.tag.rpartition("}")[2] for element in ET.fromstring(svg).iter()}  # noqa: S314  our own
    assert elements.isdisjoint({"script", "img", "a", "foreignObject"})
    assert print_bytes(nasty(), "png", title=NASTY, language="sv")
    ET.fromstring(print_bytes(nasty(), "svg", title=NASTY, language="sv"))  # noqa: S314  our own


def test_without_matplotlib_a_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.startswith("matplotlib"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(
        NetworkError, match=r"need matplotlib; install it with: .*python.* -m pip install 'aktorsgraf\[plots\]'"
    ):
        print_bytes(network_of(SMALL, "groups"), "svg", title="x", language="sv")


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_ending_says_what_is_written(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"nät{ending.upper()}"
    write_network(network_of(SMALL, "groups"), path, title="x", language="sv")
    starts = {".html": b"<!doctype html>", ".png": b"\x89PNG"}
    assert path.read_bytes().startswith(starts.get(ending, b"<"))
    assert list(tmp_path.iterdir()) == [path]


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NetworkError, match=r"a\.doc: a network is written as \.html, \.svg"):
        write_network(network_of(SMALL, "groups"), tmp_path / "a.doc", title="x", language="sv")
    assert list(tmp_path.iterdir()) == []
