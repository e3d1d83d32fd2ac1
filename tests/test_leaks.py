"""Nothing that is made of a graph names those who are left out: the excluded, and in the public view who has no public role."""

from __future__ import annotations

import http.client
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import pyarrow.parquet as pq
import pyoxigraph as ox
import pytest
from build_samples import build_inline
from cli_runner import aktorsgraf
from click.testing import CliRunner
from left_out_samples import GUESTS_NAME, MEMBER, MINUTES_WITH_A_GUEST
from patience import PATIENCE
from served import served

from aktorsgraf.cli import cli
from aktorsgraf.plots import PLOTS
from aktorsgraf.workspace import Workspace
from graph.export import FORMATS
from graph.network.by_name import NETWORKS, SURROUNDINGS
from graph.projection import project
from ontology.terms import NIF
from queries.pack import load_pack

CONFIG = Path(__file__).parents[1] / "docs" / "publish.toml"
EVERYTHING = "SELECT ?s ?p ?o { ?s ?p ?o }"
EVERY_NODE = "MATCH (n) RETURN properties(n) AS all"
EVERY_RELATIONSHIP = (
    "MATCH (a)-[r]->(b) RETURN a.label AS label, a.iri AS one, type(r) AS kind, properties(r) AS all, b.iri AS other"
)


class Left(NamedTuple):
    """A workspace of a graph without somebody, and words that name whoever it is."""

    folder: Path
    words: re.Pattern[str]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    (folder / "ks.txt").write_text(MINUTES_WITH_A_GUEST, encoding="utf-8")
    build_inline(folder / "workspace", folder / "ks.txt")
    return folder / "workspace"


@pytest.fixture(scope="module", params=["excluded", "public"])
def left(request: pytest.FixtureRequest, whole: Path, tmp_path_factory: pytest.TempPathFactory) -> Left:
    """Leave the member out by an exclusion, or the guest by the public view, copied so that it is made but once."""
    folder = shutil.copytree(whole, tmp_path_factory.mktemp(request.param) / "workspace")
    if request.param == "public":
        with Workspace(whole).reading(public=True) as view:
            shutil.rmtree(Workspace(folder).store_path)
            shutil.copytree(view.path, Workspace(folder).store_path)
        return Left(folder, GUESTS_NAME)
    done = aktorsgraf("exclude", MEMBER, "--reason", "skydd", "--who", "K", "--workspace", folder)
    assert done.code == 0, done.err
    return Left(folder, re.compile("kvillberg", re.IGNORECASE))


def run(folder: Path, *arguments: object) -> str:
    """Return all that a command says, in this process: there are many."""
    done = CliRunner().invoke(cli, [*map(str, arguments), "--workspace", str(folder)])
    assert done.exit_code in {0, 1}, done.output
    return done.output


def contents(path: Path) -> str:
    if path.is_dir():
        return "\n".join(f"{file.name}\n{contents(file)}" for file in sorted(path.rglob("*")) if file.is_file())
    if path.suffix == ".parquet":
        return str(pq.read_table(path).to_pylist())
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    return path.read_bytes().decode("utf-8", "replace")


def test_the_minutes_name_them(left: Left) -> None:
    assert left.words.search(MINUTES_WITH_A_GUEST)


@pytest.mark.parametrize("name", [*FORMATS, "catalogue", "site"])
def test_no_export_names_them(left: Left, tmp_path: Path, name: str) -> None:
    config = ("--config", CONFIG) if name in {"catalogue", "site"} else ()
    run(left.folder, "export", "--format", name, "--output", tmp_path / "out", *config)
    found = contents(tmp_path / "out")
    assert "Emil Hallgård" in found
    assert not left.words.search(found)


@pytest.mark.parametrize("name", [name for name in NETWORKS if name not in SURROUNDINGS])
def test_no_network_names_them(left: Left, tmp_path: Path, name: str) -> None:
    for ending in ("html", "svg", "graphml", "gexf"):
        path = tmp_path / f"out.{ending}"
        said = run(left.folder, "visualise", name, "--output", path)
        assert path.exists() or "nothing to draw" in said
        assert not left.words.search(said + (contents(path) if path.exists() else ""))


def test_no_surroundings_name_them(left: Left, tmp_path: Path) -> None:
    for about in (("body", "kommunstyrelsen"), ("person", "Emil Hallgård", "--depth", "3")):
        run(left.folder, "visualise", *about, "--output", tmp_path / "out.html")
        found = contents(tmp_path / "out.html")
        assert "Emil Hallgård" in found
        assert not left.words.search(found)


@pytest.mark.parametrize("name", PLOTS)
def test_no_plot_names_them(left: Left, tmp_path: Path, name: str) -> None:
    for ending in ("html", "svg"):
        path = tmp_path / f"out.{ending}"
        said = run(left.folder, "plot", name, "--output", path)
        assert not left.words.search(said + (contents(path) if path.exists() else ""))


def test_no_measure_names_them(left: Left) -> None:
    for name in ("bodies", "persons"):
        for more in ((), ("--between", "2024-01-01", "2024-12-31")):
            found = run(left.folder, "measure", name, *more, "--format", "csv")
            assert not left.words.search(found)
    assert "Emil Hallgård" in run(left.folder, "measure", "persons")


@pytest.mark.parametrize("name", load_pack())
def test_no_answer_names_them(left: Left, name: str) -> None:
    required = {one.name: "a" for one in load_pack()[name].parameters if one.required}
    given = [f"--param={key}={value}" for key, value in required.items()]
    assert not left.words.search(run(left.folder, "query", name, *given, "--format", "json"))


def test_what_is_listed_beside_the_graph_names_none_of_the_excluded(left: Left) -> None:
    if left.words is GUESTS_NAME:  # the public view has no ledger: reports are of the graph itself
        return
    for arguments in (("validate",), ("validate", "--format", "turtle"), ("validate", "--quarantine"), ("review",)):
        assert not left.words.search(run(left.folder, *arguments))


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "--format", "nquads", "--output", "OUT.nq"),
        ("visualise", "person", "Emil Hallgård", "--depth", "3", "--output", "OUT.html"),
        ("measure", "persons", "--format", "csv"),
        ("plot", "timeline", "--output", "OUT.html"),
        ("query", "evidence", "--param", "text=a", "--format", "json"),
        ("query", "evidence", "--param", "text=a", "--format", "json", "--engine", "cypher"),
        ("sparql", EVERYTHING, "--format", "json"),
        ("cypher", EVERY_NODE, "--format", "json"),
        ("cypher", EVERY_RELATIONSHIP, "--format", "json"),
    ],
    ids=lambda arguments: " ".join(arguments[:2]),
)
def test_public_is_an_option_of_each_command_that_gives_something_away(
    whole: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    outputs = [one.replace("OUT", str(tmp_path / "out")) for one in arguments]
    found = run(whole, *outputs, "--public") + "".join(contents(file) for file in tmp_path.iterdir())
    assert "Emil Hallgård" in found
    assert not GUESTS_NAME.search(found)


@pytest.mark.parametrize(
    "arguments",
    [
        ("query", "meetings", "--engine", "cypher", "--uri", "bolt://127.0.0.1:1"),
        ("cypher", "RETURN 1", "--uri", "bolt://127.0.0.1:1"),
        ("query", "meetings", "--endpoint", "http://127.0.0.1:1"),
        ("sparql", "ASK {}", "--endpoint", "http://127.0.0.1:1"),
    ],
    ids=" ".join,
)
def test_a_server_that_was_loaded_before_is_not_asked_for_the_public_view(
    whole: Path, arguments: tuple[str, ...]
) -> None:
    done = aktorsgraf(*arguments, "--public", "--workspace", whole)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "--public" in done.err


def test_a_server_is_loaded_without_them(whole: Path) -> None:
    with Workspace(whole).reading(public=True) as view:
        found = str(list(project(view)))
    assert "Emil Hallgård" in found
    assert not GUESTS_NAME.search(found)


@pytest.fixture(scope="module")
def ask(left: Left, whole: Path) -> Iterator[Callable[[str, str], str]]:
    public = left.words is GUESTS_NAME
    where = ["--public", "--workspace", str(whole)] if public else ["--workspace", str(left.folder)]
    with served(*where) as port:

        def answer(path: str, accept: str) -> str:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
            try:
                connection.request("GET", path, headers={"Accept": accept})
                return connection.getresponse().read().decode()
            finally:
                connection.close()

        yield answer


def test_no_page_that_is_served_names_them(left: Left, ask: Callable[[str, str], str]) -> None:
    index = ask("/aktorsgraf/search-index.json", "*/*")
    assert "Emil Hallgård" in index
    network = ask("/aktorsgraf/network.sv.html", "*/*")
    assert "Emil Hallgård" in network
    quotes = ask(f"/sparql?query={quote(f'SELECT * {{ ?span <{NIF.anchorOf.value}> ?quote }}')}", "text/csv")
    assert "Emil Hallgård" in quotes
    everything = ask(f"/sparql?query={quote('CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }')}", "application/n-triples")
    assert not left.words.search(index + network + quotes + everything)
    with Workspace(left.folder).reading() as store:
        subjects = {one.subject.value for one in store.quads() if isinstance(one.subject, ox.NamedNode)}
    places = {
        iri.partition("w3id.org")[2].partition("#")[0]
        for iri in subjects
        if re.search("/id/(person|group|body|meeting|document)/", iri)
    }
    pages = [f"{place}{suffix}" for place in sorted(places) for suffix in (".sv.html", ".ttl")]
    told = [text for page in pages if "not found" not in (text := ask(page, "*/*"))]
    assert len(told) > 10
    assert not left.words.search("".join(told))
