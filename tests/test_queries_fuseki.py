"""The pack gives the same rows from Apache Jena Fuseki over HTTP, from jars that AKTORSGRAF_FUSEKI_LIB names (.ci/fuseki)."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from build_samples import build_inline
from missing import missing
from patience import PATIENCE
from ports import reserved_port
from query_samples import sample_store
from test_queries_parity import EXAMPLES, PACK, variations

from aktorsgraf.workspace import Workspace
from graph.export import export
from graph.store import GraphStore
from queries.adhoc import run_adhoc
from queries.endpoint import Endpoint
from queries.runner import run

LIBRARY = "AKTORSGRAF_FUSEKI_LIB"


@contextmanager
def fuseki(data: Path) -> Iterator[Endpoint]:
    """Serve a file on loopback until the block ends; skip aloud, or fail in CI, where it cannot be."""
    library = os.environ.get(LIBRARY)
    if not library:
        missing(f"Apache Jena Fuseki: {LIBRARY} names no folder; fetch one with .ci/fuseki FOLDER")
    if shutil.which("java") is None:
        missing("Apache Jena Fuseki: there is no java")
    port = reserved_port()
    log = data.with_suffix(".log")
    with log.open("wb") as out:
        server = subprocess.Popen(
            ["java", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", f"{library}/*",
             "org.apache.jena.fuseki.main.cmds.FusekiMainCmd", "--localhost", f"--port={port}", f"--file={data}", "/graph"],
            stdout=out, stderr=out, cwd=data.parent,
        )  # fmt: skip
    url = f"http://127.0.0.1:{port}/graph/sparql"
    try:
        deadline = time.monotonic() + PATIENCE
        while not answers(url):
            if server.poll() is not None or time.monotonic() > deadline:
                pytest.fail(f"Fuseki does not start: {log.read_text(encoding='utf-8')[-2000:]}")
            time.sleep(0.25)
        yield Endpoint(url)
    finally:
        server.terminate()
        server.wait(PATIENCE)


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}?query=ASK%7B%7D", timeout=PATIENCE):  # noqa: S310 - our own server
            return True
    except (urllib.error.URLError, OSError):
        return False


@pytest.fixture(scope="module", params=["sample", "examples"])
def pair(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[GraphStore, Endpoint]]:
    folder = tmp_path_factory.mktemp("fuseki")
    if request.param == "sample":
        store = sample_store()
    else:
        build_inline(folder / "workspace", EXAMPLES)
        store = Workspace(folder / "workspace").open_store(read_only=True)
    with store:
        export(store, "ntriples", folder / "all.nt")  # one graph: the union of all
        with fuseki(folder / "all.nt") as endpoint:
            yield store, endpoint


@pytest.mark.parametrize("name", PACK)
def test_fuseki_and_oxigraph_give_the_same_table(pair: tuple[GraphStore, Endpoint], name: str) -> None:
    store, endpoint = pair
    for given in variations(name):
        assert run(PACK[name], endpoint, given) == run(PACK[name], store, given), given


def test_ad_hoc_queries_are_answered_too(pair: tuple[GraphStore, Endpoint]) -> None:
    store, endpoint = pair
    for sparql in ("SELECT DISTINCT ?s ?c WHERE { ?s a ?c } ORDER BY STR(?s) STR(?c)", "ASK { ?s ?p ?o }"):
        assert run_adhoc(endpoint, sparql) == run_adhoc(store, sparql)
