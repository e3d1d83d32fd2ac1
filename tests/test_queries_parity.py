"""The same query files give the same rows on Oxigraph and on rdflib, over what is exported."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import pytest
import rdflib
from build_samples import build_inline
from query_samples import sample_store

from aktorsgraf.workspace import Workspace
from graph.export import export
from graph.store import GraphStore
from queries.parameters import Given
from queries.runner import collect, load_pack, run

pytestmark = pytest.mark.filterwarnings(
    "ignore:Dataset.default_context:DeprecationWarning"
)  # rdflib's own readers use it
PACK = load_pack()
EXAMPLES = Path(__file__).parent.parent / "examples"
SAMPLE_VALUES: dict[str, Given] = {
    "group": "oecd",
    "at": "2024-03-01",
    "body": "styrelsen",
    "person": "a",
    "min_shared": 2,
    "min_bodies": 3,
    "min_meetings": 2,
    "since": "2024-02-01",
    "until": "2024-05-31",
    "text": "grupp",
    "assignee": "chef",
    "open_at": "2024-02-01",
    "municipality": "ostersund",
    "months": 6,
    "recipient": "kommun",
}
IRIS: dict[str, Given] = {
    "person": "person/old",
    "body": "https://w3id.org/aktorsgraf/id/body/styrelsen",
    "group": "group/oecd",
    "municipality": "municipality/2380",
    "assignee": "person/anna",
}


class Pair(NamedTuple):
    """One graph in two engines."""

    store: GraphStore
    dataset: rdflib.Dataset
    every_variation: bool


@pytest.fixture(scope="module", params=["sample", "examples"])
def pair(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    folder = tmp_path_factory.mktemp("parity")
    if request.param == "sample":
        store = sample_store()
    else:
        build_inline(folder / "workspace", EXAMPLES)
        store = Workspace(folder / "workspace").open_store(read_only=True)
    with store:
        export(store, "nquads", folder / "all.nq")
        dataset = rdflib.Dataset(default_union=True)
        dataset.parse(data=(folder / "all.nq").read_text(encoding="utf-8"), format="nquads")
        yield Pair(store, dataset, every_variation=request.param == "sample")


def variations(name: str) -> Iterator[dict[str, Given]]:
    """Yield the query's example, no parameter where that is allowed, each parameter alone, some by IRI, and all of them."""
    query = PACK[name]
    required = {parameter.name: SAMPLE_VALUES[parameter.name] for parameter in query.parameters if parameter.required}
    yield dict(query.example)
    yield required
    for parameter in query.parameters:
        yield {**required, parameter.name: SAMPLE_VALUES[parameter.name]}
        if parameter.name in IRIS:
            yield {**required, parameter.name: IRIS[parameter.name]}
    yield {parameter.name: SAMPLE_VALUES[parameter.name] for parameter in query.parameters}


@pytest.mark.parametrize("name", PACK)
def test_oxigraph_and_rdflib_give_the_same_table(pair: Pair, name: str) -> None:
    query = PACK[name]
    for given in variations(name) if pair.every_variation else (dict(query.example),):
        solutions = pair.dataset.query(query.bind(given))
        names = [str(variable) for variable in solutions.vars or ()]
        rows = ([None if cell is None else str(cell) for cell in row] for row in solutions)  # type: ignore[union-attr]
        assert names == [column.name for column in query.columns]
        assert collect(query, rows) == run(query, pair.store, given), given


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    workspace = tmp_path_factory.mktemp("examples")
    build_inline(workspace, EXAMPLES)
    with Workspace(workspace).open_store(read_only=True) as store:
        yield store


@pytest.mark.parametrize("name", PACK)
def test_every_example_finds_something_in_the_examples(examples: GraphStore, name: str) -> None:
    table = run(PACK[name], examples, dict(PACK[name].example))
    assert table.rows
    assert all(len(row) == len(table.columns) for row in table.rows)
    assert any(cell is not None for cell in chain.from_iterable(table.rows))
