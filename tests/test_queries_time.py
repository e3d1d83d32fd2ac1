"""Who sits where on a day: what is stated for a term, and what departures and dissolutions end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from query_samples import TRIG, sample_graphs

from graph.embedded import embedded_engine
from graph.projection import project
from graph.store import GraphStore
from queries.parameters import Given
from queries.runner import load_pack, run

PACK = load_pack()
ENDS = """
<graph/d> {
  <m4> a ag:Meeting ; rdfs:label "Styrelsen, 2025-05-01" ; ag:heldBy <body/styrelsen> ; dcterms:date "2025-05-01"^^xsd:date .
  <m4/1> a ag:AgendaItem ; rdfs:label "§ 1 Avsägelser" ; ag:ofMeeting <m4> ; ag:itemNumber "1" ; dcterms:title "Avsägelser" .
  <m4/1/x1> a ag:Departure ; ag:ofItem <m4/1> ; ag:departs <person/borje> ; ag:fromBody <group/oecd> ;
    ag:role body-role:convener ; ag:endsOn "2025-05-01"^^xsd:date .
  <m4/1/x2> a ag:Departure ; ag:ofItem <m4/1> ; ag:departs <person/anna> ; ag:fromBody <group/oecd> ;
    ag:role body-role:convener ; ag:endsOn "2025-05-01"^^xsd:date .
  <m4/1/x3> a ag:Departure ; ag:ofItem <m4/1> ; ag:departs <person/cecilia> ; ag:fromBody <body/namnden> ;
    ag:endsOn "2025-05-01"^^xsd:date .
}
"""
DISSOLVED = """
<graph/e> {
  <m4/2> a ag:AgendaItem ; rdfs:label "§ 2 Upplösning" ; ag:ofMeeting <m4> ; ag:itemNumber "2" ; dcterms:title "Upplösning" .
  <m4/2/x> a ag:Dissolution ; ag:ofItem <m4/2> ; org:originalOrganization <group/oecd> ; ag:endsOn "2025-09-01"^^xsd:date .
}
"""
SEVERAL_ROLES = """
<graph/f> {
  <f1> a org:Membership ; org:member <person/dag> ; org:organization <group/oecd> ; ag:role body-role:member, body-role:convener ;
    ag:decidedOn "2024-01-10"^^xsd:date .
  <f2> a org:Membership ; org:member <person/dag> ; org:organization <body/namnden> ; ag:role body-role:member, body-role:vice-chair ;
    ag:decidedOn "2024-01-10"^^xsd:date .
  <f3> a org:Membership ; org:member <person/borje> ; org:organization <body/namnden> ; ag:role body-role:member, body-role:reserve ;
    ag:decidedOn "2024-01-10"^^xsd:date .
  <x1> a ag:Departure ; ag:departs <person/dag> ; ag:fromBody <group/oecd> ; ag:role body-role:convener ;
    ag:endsOn "2025-05-01"^^xsd:date .
  <x2> a ag:Departure ; ag:departs <person/dag> ; ag:fromBody <body/namnden> ; ag:role body-role:chair, body-role:vice-chair ;
    ag:endsOn "2025-05-01"^^xsd:date .
  <x3> a ag:Departure ; ag:departs <person/borje> ; ag:fromBody <body/namnden> ; ag:role body-role:chair, body-role:vice-chair ;
    ag:endsOn "2025-05-01"^^xsd:date .
}
"""


@pytest.fixture
def store() -> Iterator[GraphStore]:
    with GraphStore.open() as opened:
        opened.replace_graphs(sample_graphs(TRIG + ENDS + DISSOLVED))
        yield opened


def group_on(store: GraphStore, day: str | None) -> dict[object, object]:
    query = PACK["group-members"]
    table = run(query, store, {"group": "oecd"} | ({"at": day} if day else {}))
    names = [column.name for column in table.columns]
    return {row[names.index("person")]: row[names.index("until")] for row in table.rows}


def test_a_departure_ends_the_membership_of_its_role_and_a_dissolution_the_rest(store: GraphStore) -> None:
    assert group_on(store, None) == {"Anna Åkesson Ek": "2025-09-01", "Börje Øman": "2025-05-01"}


@pytest.mark.parametrize(
    ("day", "members"),
    [
        ("2024-01-09", set()),
        ("2024-06-01", {"Anna Åkesson Ek"}),
        ("2025-04-30", {"Anna Åkesson Ek", "Börje Øman"}),
        ("2025-05-01", {"Anna Åkesson Ek"}),
        ("2025-09-01", set()),
    ],
)
def test_the_group_on_a_day(store: GraphStore, day: str, members: set[str]) -> None:
    assert set(group_on(store, day)) == members


@pytest.mark.parametrize(("day", "there"), [("2024-06-10", True), ("2025-04-30", True), ("2025-05-01", False)])
def test_who_is_elected_to_a_body_sits_there_until_leaving(store: GraphStore, day: str, there: bool) -> None:
    table = run(PACK["body-members"], store, {"body": "nämnden", "at": day})
    names = [column.name for column in table.columns]
    rows = {row[names.index("person")]: row for row in table.rows}
    assert ("Cecilia Lind" in rows) is there
    if there:  # only stated, never seen: that is told apart
        assert rows["Cecilia Lind"][names.index("first_seen")] is None
        assert rows["Cecilia Lind"][names.index("meetings")] == 0


@pytest.mark.xdist_group("neo4j")
@pytest.mark.parametrize("name", ["group-members", "body-members"])
def test_cypher_gives_the_same_on_every_day(store: GraphStore, tmp_path: Path, name: str) -> None:
    with embedded_engine(tmp_path, "ends", lambda: project(store)) as server:
        for day in ("2024-01-09", "2024-06-10", "2025-04-30", "2025-05-01", "2025-09-01"):
            assert run(PACK[name], server, {"at": day}) == run(PACK[name], store, {"at": day}), day
        assert run(PACK[name], server, {}) == run(PACK[name], store, {})


@pytest.mark.xdist_group("neo4j")
def test_of_several_roles_one_that_agrees_is_enough_in_both_languages(tmp_path: Path) -> None:
    with GraphStore.open() as store:
        store.replace_graphs(sample_graphs(TRIG + SEVERAL_ROLES))
        assert group_on(store, None)["Dag Ström"] == "2025-05-01"
        assert _people(store, "body-members", {"body": "nämnden", "at": "2025-04-30"}) == {
            "Dag Ström",
            "Börje Øman",
            "Cecilia Lind",
        }
        assert _people(store, "body-members", {"body": "nämnden", "at": "2025-05-01"}) == {"Börje Øman", "Cecilia Lind"}
        table = run(PACK["memberships"], store, {"body": "nämnden"})
        named = [dict(zip((column.name for column in table.columns), row, strict=True)) for row in table.rows]
        ends = {row["person"]: row["until"] for row in named if row["basis"] == "stated"}
        assert ends == {"Dag Ström": date(2025, 5, 1), "Börje Øman": None, "Cecilia Lind": None}
        with embedded_engine(tmp_path, "roles", lambda: project(store)) as server:
            for name in ("group-members", "body-members"):
                for day in ("2025-04-30", "2025-05-01"):
                    assert run(PACK[name], server, {"at": day}) == run(PACK[name], store, {"at": day}), (name, day)
            for name in ("group-members", "body-members", "memberships"):
                assert run(PACK[name], server, {}) == run(PACK[name], store, {}), name


def _people(store: GraphStore, name: str, given: Mapping[str, Given]) -> set[object]:
    table = run(PACK[name], store, given)
    at = [column.name for column in table.columns].index("person")
    return {row[at] for row in table.rows}
