"""What a notebook shows: cards, pictures, networks, and errors in one line."""

from __future__ import annotations

import html
import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pandas as pd
import pytest
from build_samples import build_inline, minutes_text, write_minutes

import aktorsgraf
from aktorsgraf.cards import Card
from aktorsgraf.errors import WorkspaceError
from aktorsgraf.inline import InlinePage, notebook_progress, tell_errors_in_a_line
from aktorsgraf.notebook import OpenGraph
from graph.errors import NetworkError
from queries.errors import ParameterError, RefusedError
from queries.table import Column, Table

EXAMPLES = Path(__file__).parent.parent / "examples"
HOSTILE = "<img src=x onerror=alert(1)>|`$a$`"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenGraph]:
    folder = tmp_path_factory.mktemp("display") / "workspace"
    build_inline(folder, EXAMPLES)
    with aktorsgraf.open(folder) as opened:
        yield opened


def card() -> Card:
    columns = (Column("body", "text"), Column("since", "date"))
    return Card(HOSTILE, HOSTILE, "https://x/1", {HOSTILE: Table(columns, ((HOSTILE, None),))}, "sv")


def test_what_import_gives_is_named() -> None:
    assert aktorsgraf.__all__ == ["open", "read"]
    public = {name for name, _ in inspect.getmembers(OpenGraph, inspect.isfunction) if not name.startswith("_")}
    assert public == {
        "body",
        "close",
        "cypher",
        "measure",
        "network",
        "person",
        "plot",
        "queries",
        "query",
        "sparql",
        "visualise",
    }
    for name in public:
        assert inspect.getdoc(getattr(OpenGraph, name)), name


def test_a_card_of_a_person_holds_one_person(graph: OpenGraph) -> None:
    found = graph.person("person/karin-stahl-simrishamn-06124db3")
    (table,) = found.frames().values()
    assert set(table["body"]) == {"Styrelsen, Samordningsförbundet Österlen", "referensgrupp för unga vuxna"}
    assert pd.api.types.is_datetime64_any_dtype(table["since"])
    assert found.iri.endswith("person/karin-stahl-simrishamn-06124db3")
    assert "Karin Ståhl (M; Simrishamn" in repr(found)
    assert "ordförande" in found._repr_html_()
    assert "sedd vid sammanträden" in found._repr_markdown_()


def test_a_card_of_a_body_holds_its_people_parties_groups_and_decisions(graph: OpenGraph) -> None:
    members, parties, groups, decisions = graph.body("Kommunstyrelsen, Arvika").frames().values()
    assert "Kerstin Wallsten" in set(members["person"])
    assert set(parties["party"]) == {"S", "C", "KD", "L", "M", "SD"}
    assert "styrgrupp för e-arkiv" in set(groups["group"])
    assert len(decisions) == 10
    assert decisions["date"].is_monotonic_increasing


def test_names_that_mean_none_several_or_another_kind_are_told_in_a_line(graph: OpenGraph) -> None:
    with pytest.raises(
        WorkspaceError, match=r"Karin Ståhl: 2 are called that.*person/karin-stahl-simrishamn"
    ) as several:
        graph.person("Karin Ståhl")
    assert "\n" not in str(several.value)
    with pytest.raises(WorkspaceError, match="Nobody Knows: nothing is called that"):
        graph.body("Nobody Knows")
    with pytest.raises(WorkspaceError, match="Kerstin Wallsten is no body, but person/"):
        graph.body("Kerstin Wallsten")


@pytest.mark.parametrize("shown", [card()._repr_html_(), InlinePage(HOSTILE, HOSTILE, 5)._repr_html_()])
def test_what_minutes_say_is_text_in_html(shown: str) -> None:
    assert "<img" not in shown
    assert html.escape("<img src=x") in shown


def test_what_minutes_say_is_text_in_markdown() -> None:
    shown = card()._repr_markdown_()
    assert r"\<img src=x onerror=alert\(1\)\>\|\`\$a\$\`" in shown
    assert shown.splitlines()[-1].replace(r"\|", "").count("|") == 3
    assert "| organ | från |" in shown


def test_a_network_has_typed_attributes(graph: OpenGraph) -> None:
    network = graph.network("person", "Kerstin Wallsten", depth=2, since="2023-01-01")
    assert isinstance(network, nx.Graph)
    assert {kind for _, kind in network.nodes(data="kind")} == {"person", "body", "group"}
    assert any(label == "Kerstin Wallsten" for _, label in network.nodes(data="label"))
    with pytest.raises(NetworkError, match=r"no network 'friends'; there are .*bodies"):
        graph.network("friends")
    with pytest.raises(ParameterError, match="'yesterday': expected a day as 2024-01-31"):
        graph.network("bodies", since="yesterday")


def test_measures_are_frames(graph: OpenGraph) -> None:
    bodies = graph.measure("bodies")
    assert bodies["betweenness"].is_monotonic_decreasing
    assert {"body", "degree", "community", "bridges"} <= set(bodies.columns)
    changed = graph.measure("persons", between=("2023-01-01", "2024-12-31"))
    assert not changed.empty
    with pytest.raises(ParameterError, match="no measure 'parties'; there are bodies, persons"):
        graph.measure("parties")  # type: ignore[arg-type]
    with pytest.raises(ParameterError, match="expected two days, the earlier first"):
        graph.measure("bodies", between=("2024-01-01", "2023-01-01"))


def test_a_picture_is_shown_in_a_frame_that_can_reach_nothing(graph: OpenGraph, tmp_path: Path) -> None:
    shown = graph.visualise("body", "kommunstyrelsen", height=300)
    frame = shown._repr_html_()
    assert frame.startswith('<iframe sandbox="allow-scripts" srcdoc="')
    assert "allow-same-origin" not in frame
    assert html.unescape(frame.split('srcdoc="')[1].split('" title=')[0]) == shown.html
    assert "default-src &#39;none&#39;" in shown.html or "default-src 'none'" in shown.html
    assert shown.title == "Kommunstyrelsen, Arvika och omgivning"
    assert shown.save(tmp_path / "a.html").read_text(encoding="utf-8") == shown.html
    assert len(repr(shown)) < 120


def test_a_plot_shows_itself_as_a_picture(graph: OpenGraph) -> None:
    assert graph.plot("party-balance")._repr_png_().startswith(b"\x89PNG")  # type: ignore[attr-defined]


def test_cypher_answers_with_what_is_given_and_reads_only(graph: OpenGraph) -> None:
    pytest.importorskip(
        "arcadedb_embedded", reason="NOT TESTED: Cypher from a notebook: the extra `cypher` is not installed"
    )
    query = "MATCH (p:Person) WHERE p.label STARTS WITH $start RETURN p.label AS name"
    assert graph.cypher(query, start="Karin")["name"].tolist() == ["Karin Ståhl", "Karin Ståhl"]
    with pytest.raises(RefusedError, match="ad-hoc queries only read"):
        graph.cypher("MATCH (n) DETACH DELETE n")


def test_reading_opens_what_it_built_and_warns_of_what_it_could_not_read(tmp_path: Path) -> None:
    write_minutes(tmp_path / "minutes", 1)
    (tmp_path / "minutes" / "empty.txt").write_bytes(b"")
    with (
        pytest.warns(UserWarning, match=r"empty\.txt"),
        aktorsgraf.read(tmp_path / "minutes", workspace=tmp_path / "graph") as graph,
    ):
        assert len(graph.query("decisions")) == minutes_text(1).count("att utse")


def test_in_a_notebook_errors_take_a_line_and_steps_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class Shell:
        kernel = None
        told: Any = None

        def set_custom_exc(self, kinds: tuple[type[Exception], ...], handler: Any) -> None:
            self.kinds, self.handler = kinds, handler

        def showtraceback(self, error: Any, *, exception_only: bool) -> None:
            self.told = (error[1], exception_only)

    shell = Shell()
    monkeypatch.setattr("aktorsgraf.inline.notebook_shell", lambda: shell)
    tell_errors_in_a_line()
    with pytest.raises(WorkspaceError) as raised:
        aktorsgraf.open(tmp_path)
    assert issubclass(raised.type, shell.kinds)
    shell.handler(shell, raised.type, raised.value, None)
    assert shell.told == (raised.value, True)
    updates: list[str] = []

    class Handle:
        def update(self, data: dict[str, str], *, raw: bool) -> None:
            assert raw
            updates.append(data["text/plain"])

    monkeypatch.setattr("IPython.display.display", lambda *_, **__: Handle())
    notebook_progress()("reading", 3, 12)
    assert updates == ["reading: 3 / 12"]
