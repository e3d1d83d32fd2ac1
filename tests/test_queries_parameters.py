"""Parameters are checked, folded and escaped; nothing that is given can change a query."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from query_samples import sample_store

from ontology.iris import fold
from queries.errors import ParameterError
from queries.parameters import Given
from queries.runner import load_pack, run

PACK = load_pack()
STORE = sample_store()
ATTACKS = [
    '"',
    "'",
    '") } #',
    '" UNDEF) } ?s ?p ?o . { SELECT * {',
    'x") } } ; DROP ALL #',
    "\\",
    '\\") }',
    "\n}\n",
    "\r\n\t",
    "UNDEF",
    "?_group",
    "<urn:x>",
    "{ } ( ) [ ] $ @ ^^",
    '"""',
    "'''",
    "\x00\x1f\x7f",
    "\u2028\u202e\ufeff",
    "\\u0022) }",
    "a" * 100_000,
    "😀",
]


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize(
    "name", [name for name, query in PACK.items() if any(p.type == "text" for p in query.parameters)]
)
def test_hostile_text_is_text(name: str, attack: str) -> None:
    query = PACK[name]
    texts: dict[str, Given] = {parameter.name: attack for parameter in query.parameters if parameter.type == "text"}
    if not fold(attack):
        with pytest.raises(ParameterError):
            query.bind(texts)
        return
    assert run(query, STORE, texts).rows == ()


@settings(max_examples=200)
@given(st.text(min_size=1).filter(fold))
def test_any_text_reaches_the_engine_as_it_is(text: str) -> None:
    bound = PACK["evidence"].bind({"text": text})
    row = PACK["evidence"].row
    assert row is not None
    start, tail = row[0], len(PACK["evidence"].sparql) - row[1]
    answer = ox.Store().query(f"SELECT ?x WHERE {{ VALUES (?x) {{ ({bound[start : len(bound) - tail]}) }} }}")
    assert isinstance(answer, ox.QuerySolutions)
    assert [solution["x"].value for solution in answer] == [fold(text)]


@pytest.mark.parametrize("name", ["Åkesson", "AKESSON", "ákesson", "  åkesson ", "A\u030akesson", "kess"])
def test_text_matches_whatever_the_case_and_diacritics_and_by_part(name: str) -> None:
    assert {row[0] for row in run(PACK["person-roles"], STORE, {"person": name}).rows} == {"Anna Åkesson Ek"}


@pytest.mark.parametrize(
    ("name", "values", "message"),
    [
        ("group-members", {"grupp": "x"}, "group-members: no parameter 'grupp'; it has group (text), at (date)"),
        ("person-roles", {}, "person-roles: needs person (text); it has person (text, required)"),
        ("person-roles", {"person": None}, "person-roles: needs person (text)"),
        ("person-roles", {"person": " "}, "person-roles: person: ' ' is no text"),
        ("person-roles", {"person": "\ud800"}, "person-roles: person: '\\ud800' is not valid Unicode"),
        ("group-members", {"at": "2024-13-01"}, "group-members: at: '2024-13-01' is no date; expected YYYY-MM-DD"),
        ("group-members", {"at": "20240101"}, "group-members: at: '20240101' is no date"),
        ("group-members", {"at": "igår"}, "group-members: at: 'igår' is no date"),
        ("group-members", {"at": 2024}, "group-members: at: '2024' is no date"),
        ("body-links", {"min_shared": "två"}, "body-links: min_shared: 'två' is no whole number; expected digits"),
        ("body-links", {"min_shared": "1.5"}, "body-links: min_shared: '1.5' is no whole number"),
        ("body-links", {"min_shared": True}, "body-links: min_shared: 'True' is no whole number"),
        ("body-links", {"min_shared": "9" * 40}, "body-links: min_shared: '9999"),
        (
            "decisions",
            {"body\n": "x"},
            "decisions: no parameter 'body\\n'; it has body (text), since (date), until (date)",
        ),
    ],
)
def test_wrong_parameters_are_one_line_that_says_which_exist(name: str, values: dict[str, Given], message: str) -> None:
    with pytest.raises(ParameterError) as caught:
        PACK[name].bind(values)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 250


@pytest.mark.parametrize(
    "day",
    [dt.date(2024, 1, 10), dt.datetime(2024, 1, 10, 9, tzinfo=dt.UTC), pd.Timestamp("2024-01-10"), " 2024-01-10 "],
)
def test_days_may_be_given_as_python_has_them(day: Given) -> None:
    assert '"2024-01-10"^^<http://www.w3.org/2001/XMLSchema#date>' in PACK["group-members"].bind({"at": day})


def test_numbers_may_be_given_as_text() -> None:
    query = PACK["body-links"]
    assert query.bind({"min_shared": "02"}) == query.bind({"min_shared": 2})
    assert '"0"^^' in query.bind({"min_shared": 0})
