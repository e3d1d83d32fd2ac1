"""People, bodies and groups given by IRI: only that one is found, by its IRI of now and by each that it replaces."""

from __future__ import annotations

import pytest
from query_samples import BASE, sample_store
from test_queries_parity import PACK

from graph.search import iri_key
from graph.store import GraphStore
from ontology.iris import fold
from queries.parameters import Given
from queries.runner import run
from queries.table import Value

NAMES = {
    "person": ("person/anna", "Anna Åkesson Ek"),
    "body": ("body/styrelsen", "Styrelsen"),
    "group": ("group/oecd", "arbetsgrupp för återkoppling om OECD"),
    "municipality": ("municipality/2380", "Östersund"),
}
CASES = [(name, each.name) for name, query in PACK.items() for each in query.parameters if each.name in NAMES]


@pytest.fixture(scope="module")
def store() -> GraphStore:
    return sample_store()


def rows(store: GraphStore, name: str, parameter: str, value: str) -> list[tuple[Value, ...]]:
    given: dict[str, Given] = {each.name: "a" for each in PACK[name].parameters if each.required}
    return list(run(PACK[name], store, {**given, parameter: value}).rows)


@pytest.mark.parametrize(("name", "parameter"), CASES)
def test_an_iri_finds_what_its_name_finds_where_only_one_has_it(store: GraphStore, name: str, parameter: str) -> None:
    tail, label = NAMES[parameter]
    by_name = rows(store, name, parameter, label)
    assert rows(store, name, parameter, tail) == rows(store, name, parameter, f" {BASE}{tail}") == by_name
    assert not rows(store, name, parameter, f"{tail}-2")


@pytest.mark.parametrize("name", [name for name, parameter in CASES if parameter == "person"])
def test_an_iri_that_was_merged_finds_the_person_still(store: GraphStore, name: str) -> None:
    assert rows(store, name, "person", "person/old") == rows(store, name, "person", "person/anna")


def test_of_two_of_one_name_an_iri_finds_one(store: GraphStore) -> None:
    one, other = (rows(store, "person-roles", "person", f"person/{who}") for who in ("dag", "other-dag"))
    assert {row[0] for row in one} == {"Dag Ström"}
    assert other == []


@pytest.mark.parametrize(
    "text",
    ["", "anna", "person/", "person//x", "grupp/a", "a person/anna", "https://e.org/x#person/anna", "a/" * 99999],
)
def test_other_text_is_no_iri(text: str) -> None:
    assert iri_key(text) is None


def test_no_name_is_part_of_a_key() -> None:
    key = iri_key("person/anna-1") or ""
    assert key.isalpha()
    assert key.isupper()
    assert fold(key) != key
    assert iri_key("urn:x/person/anna-1") == key != iri_key("person/anna-2")
