"""The pack is the contract's, and a wrong query file is an error at load, with file and line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from queries.errors import PackError
from queries.runner import load_pack

CONTRACT = """
group-members | group, at | group, kind, parent, person, role, party, municipality, since, until, decided_on, item
body-members | body, at | body, person, role, party, municipality, first_seen, last_seen, meetings
person-roles | person! | person, body, kind, role, party, municipality, since, until, meetings
body-links | min_shared | body_a, body_b, shared, persons
bridges | min_bodies | person, bodies, number
co-attendance | min_meetings | person_a, person_b, meetings
attendance | body | body, person, municipality, party, present, meetings, share
substitutions | body | date, body, substitute, substitute_party, member, member_party, municipality
decisions | body, since, until, text | date, body, item, title, point, decision
assignments | assignee, open_at | assignee, task, deadline, body, date, item
appointments | body, person | date, appointed_by, item, person, role, body, since, until
municipality-representation | municipality | municipality, code, body, person, role
party-balance | body | body, party, members, share
presenters | text | date, body, item, title, person, organisation
evidence | text! | fact, subject, document, start, end, quote
"""
GOOD = """\
#+ title: {sv: Namn, en: Names}
#+ description: {sv: Alla namn, en: All names}
#+ parameters:
#+   name: {type: text, sv: del av namnet, en: part of the name}
#+   least: {type: integer, sv: minst, en: at least}
#+ columns:
#+   label: text
#+   number: integer
#+ example: {name: Åre}
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?label (COUNT(?thing) AS ?number) WHERE {
  VALUES (?_name ?_least) { ("are" UNDEF) }
  ?thing rdfs:label ?label  # VALUES (?_no) { (1) } in a comment is none
  FILTER(!BOUND(?_name) || CONTAINS(?label, ?_name))
}
GROUP BY ?label ?_least
HAVING(COUNT(?thing) >= COALESCE(?_least, 1))
"""


def load(folder: Path, text: str) -> None:
    (folder / "names.rq").write_text(text, encoding="utf-8")
    load_pack(folder)


@pytest.mark.parametrize("line", CONTRACT.strip().splitlines())
def test_names_parameters_and_columns_are_those_of_the_contract(line: str) -> None:
    name, parameters, columns = (part.strip() for part in line.split("|"))
    query = load_pack()[name]
    assert ", ".join(f"{one.name}{'!' if one.required else ''}" for one in query.parameters) == parameters
    assert ", ".join(column.name for column in query.columns) == columns


def test_every_query_says_what_it_is_in_both_languages() -> None:
    for query in load_pack().values():
        texts = [
            *query.title.values(),
            *query.description.values(),
            *(t for p in query.parameters for t in (p.sv, p.en)),
        ]
        assert all(texts)
        assert query.example


def test_no_query_leaves_out_rows_in_silence() -> None:
    for query in load_pack().values():
        assert not re.search(r"\bLIMIT\b", f"{query.sparql} {query.cypher}", re.IGNORECASE), query.name


def test_a_good_file_loads(tmp_path: Path) -> None:
    load(tmp_path, GOOD)
    query = load_pack(tmp_path)["names"]
    assert '{ ("x" "3"^^<http://www.w3.org/2001/XMLSchema#integer>) }' in query.bind({"name": "X", "least": 3})
    assert "{ (UNDEF UNDEF) }" in query.bind({})


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("#+", "#", "names.rq:1: no head"),
        ("{sv: Namn, en: Names}", "{sv: Namn: en", "names.rq:1: the head is no YAML"),
        ("{sv: Namn, en: Names}", "{sv: Namn}", "names.rq:1: title: expected sv and en, got sv"),
        ("#+ description: {sv: Alla namn, en: All names}\n", "", "names.rq:1: no description"),
        ("#+ columns:", "#+ colour: red\n#+ columns:", "names.rq:6: unknown key 'colour'"),
        ("type: text", "type: regex", "names.rq:4: parameter name: type 'regex'; expected one of text, date, integer"),
        ("sv: minst, ", "", "names.rq:5: parameter least: expected type, sv and en"),
        ("en: at least", "en: at least, required: maybe", "names.rq:5: parameter least: required 'maybe'"),
        ("#+   least", "#+   name", "names.rq:5: parameters: 'name' stands twice"),
        ("number: integer", "number: number", "names.rq:8: column number: type 'number'"),
        (
            "number: integer",
            "numbers: integer",
            "names.rq:8: columns differ: declared label, numbers; selected label, number",
        ),
        ("#+ example", "#+ order: [-count]\n#+ example", "names.rq:9: order: no column 'count'"),
        ("#+ example", "#+ order: number\n#+ example", "names.rq:9: order: expected a list"),
        ("{name: Åre}", "{nam: Åre}", "names.rq:9: example: no parameter 'nam'"),
        ("{name: Åre}", "{name: Habo}", 'names.rq:12: the row is not the example; expected ("habo" UNDEF)'),
        ("{name: Åre}", "{name: Åre, least: many}", "names.rq:12: the example is wrong: names: least: 'many'"),
        ("WHERE {", "WHERE", "names.rq:12: no valid SPARQL"),
        ("(?_name ?_least)", "(?_least ?_name)", "names.rq:12: VALUES of ?_least ?_name; declared are ?_name ?_least"),
        ("VALUES (?_name ?_least)", "VALUES (?name ?least)", "names.rq:10: 0 VALUES of parameters"),
        ('{ ("are" UNDEF) }', '{ ("are" UNDEF) ("b" 1) }', "names.rq:12: VALUES of parameters: expected one row"),
        ("?_name))", "?_named))", "names.rq:14: ?_named is no declared parameter"),
        ("?_least, 1", "1", "names.rq:5: parameter least is not used"),
        (
            "?thing rdfs:label ?label",
            "VALUES (?_x) {(1)} ?thing rdfs:label ?label",
            "names.rq:13: 2 VALUES of parameters",
        ),
    ],
)
def test_a_wrong_file_is_an_error_with_file_and_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    text = GOOD.replace(old, new)
    if "not used" in message:
        text = text.replace("GROUP BY ?label ?_least", "GROUP BY ?label")
    assert text != GOOD
    with pytest.raises(PackError) as caught:
        load(tmp_path, text)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def test_what_is_no_select_is_an_error(tmp_path: Path) -> None:
    head = "".join(f"{line}\n" for line in GOOD.splitlines() if line.startswith("#+"))
    with pytest.raises(PackError, match=r"^names\.rq:10: expected a SELECT"):
        load(tmp_path, head + "ASK { ?s ?p ?o }\n")


def test_what_is_not_utf_8_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "names.rq").write_bytes(GOOD.encode("latin-1"))
    with pytest.raises(PackError, match=r"^names\.rq:1: not UTF-8"):
        load_pack(tmp_path)
