"""What the packed queries answer on a small graph that is known by heart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

import pytest
from query_samples import sample_store

from graph.store import GraphStore
from queries.formats import as_text
from queries.parameters import Given
from queries.runner import load_pack, run
from queries.table import Value

PACK = load_pack()


@pytest.fixture(scope="module")
def store() -> GraphStore:
    return sample_store()


def answer(store: GraphStore, name: str, **given: Given) -> list[str]:
    """Return the rows as people read them, cells parted by a bar."""
    return [" | ".join(as_text(value) for value in row) for row in run(PACK[name], store, given).rows]


def values(store: GraphStore, name: str, **given: Given) -> list[tuple[Value, ...]]:
    return list(run(PACK[name], store, given).rows)


GROUP = "arbetsgrupp för återkoppling om OECD"


def test_group_members(store: GraphStore) -> None:
    assert answer(store, "group-members", group="oecd") == [
        f"{GROUP} | arbetsgrupp | Styrelsen | Anna Åkesson Ek | member | S | Östersund |  |  | 2024-01-10 | 7",
        f"{GROUP} | arbetsgrupp | Styrelsen | Börje Øman | convener |  |  | 2025 | 2026-06 | 2024-01-10 | 7",
    ]


@pytest.mark.parametrize(
    ("day", "people"),
    [
        ("2024-01-09", []),
        ("2024-01-10", ["Anna Åkesson Ek"]),
        ("2024-12-31", ["Anna Åkesson Ek"]),
        ("2025-01-01", ["Anna Åkesson Ek", "Börje Øman"]),
        ("2026-06-30", ["Anna Åkesson Ek", "Börje Øman"]),
        ("2026-07-01", ["Anna Åkesson Ek"]),
    ],
)
def test_members_of_a_group_on_a_day(store: GraphStore, day: str, people: list[str]) -> None:
    assert [row[3] for row in values(store, "group-members", at=day)] == people


def test_body_members_counts_meetings_attended_and_keeps_the_absent(store: GraphStore) -> None:
    assert answer(store, "body-members", body="styrelsen") == [
        "Styrelsen | Anna Åkesson Ek | chair | C; S | Östersund | 2024-01-10 | 2024-06-10 | 2",
        "Styrelsen | Börje Øman | member | C | Åre | 2024-01-10 | 2024-06-10 | 1",
        "Styrelsen | Cecilia Lind | serving-substitute | S |  | 2024-01-10 | 2024-01-10 | 1",
    ]


def test_body_members_has_the_elected_who_were_never_seen_but_no_presenters(store: GraphStore) -> None:
    assert answer(store, "body-members", body="vaxel") == [
        "Nämnden för växel | Anna Åkesson Ek | member |  |  | 2024-03-01 | 2024-03-01 | 1",
        "Nämnden för växel | Cecilia Lind | vice-chair |  |  |  |  | 0",
    ]


def test_a_body_is_found_by_its_organisation(store: GraphStore) -> None:
    assert {row[0] for row in values(store, "body-members", body="FJALLBYGDEN")} == {"Styrelsen"}


@pytest.mark.parametrize(
    ("day", "people"),
    [
        ("2024-01-09", set()),
        ("2024-01-10", {"Anna Åkesson Ek", "Börje Øman", "Cecilia Lind"}),
        ("2024-03-01", {"Anna Åkesson Ek", "Börje Øman"}),
        ("2024-06-11", {"Cecilia Lind"}),  # elected to the other body, with no end stated
    ],
)
def test_members_of_a_body_on_a_day(store: GraphStore, day: str, people: set[str]) -> None:
    assert {row[1] for row in values(store, "body-members", at=day)} == people


def test_person_roles_tells_what_was_seen_from_what_was_decided(store: GraphStore) -> None:
    assert answer(store, "person-roles", person="akesson") == [
        f"Anna Åkesson Ek | {GROUP} | arbetsgrupp | member | S | Östersund | 2024-01-10 |  | ",
        "Anna Åkesson Ek | Nämnden för växel |  | member |  |  | 2024-03-01 | 2024-03-01 | 1",
        "Anna Åkesson Ek | Styrelsen | styrelse | adjuster | S | Östersund | 2024-01-10 | 2024-01-10 | 1",
        "Anna Åkesson Ek | Styrelsen | styrelse | chair | C; S | Östersund | 2024-01-10 | 2024-06-10 | 2",
    ]


def test_a_stated_term_is_given_as_stated(store: GraphStore) -> None:
    assert f"Börje Øman | {GROUP} | arbetsgrupp | convener |  |  | 2025 | 2026-06 | " in answer(
        store, "person-roles", person="oman"
    )


def test_an_absent_member_has_a_role_with_no_meeting_to_it(store: GraphStore) -> None:
    assert "Börje Øman | Styrelsen | styrelse | member | C | Åre | 2024-01-10 | 2024-06-10 | 1" in answer(
        store, "person-roles", person="börje"
    )


def test_a_role_outside_the_list_stands_as_written(store: GraphStore) -> None:
    assert [row[3] for row in values(store, "person-roles", person="dag strom")] == [
        "politisk sekreterare",
        "presenter",
    ]


def test_body_links(store: GraphStore) -> None:
    assert answer(store, "body-links") == [
        "Nämnden för växel | Styrelsen | 2 | Anna Åkesson Ek; Cecilia Lind",
        f"Styrelsen | {GROUP} | 2 | Anna Åkesson Ek; Börje Øman",
        f"Nämnden för växel | {GROUP} | 1 | Anna Åkesson Ek",
    ]
    assert [row[2] for row in values(store, "body-links", min_shared=2)] == [2, 2]
    assert values(store, "body-links", min_shared=3) == []


def test_bridges(store: GraphStore) -> None:
    assert answer(store, "bridges") == [
        f"Anna Åkesson Ek | {GROUP}; Nämnden för växel; Styrelsen | 3",
        f"Börje Øman | {GROUP}; Styrelsen | 2",
        "Cecilia Lind | Nämnden för växel; Styrelsen | 2",
    ]


def test_co_attendance_is_of_those_present(store: GraphStore) -> None:
    assert answer(store, "co-attendance") == [
        "Anna Åkesson Ek | Börje Øman | 1",
        "Anna Åkesson Ek | Cecilia Lind | 1",
        "Anna Åkesson Ek | Dag Ström | 1",
    ]


def test_attendance_is_of_the_meetings_between_first_and_last_seen(store: GraphStore) -> None:
    assert answer(store, "attendance", body="styrelsen") == [
        "Styrelsen | Anna Åkesson Ek | Östersund | C; S | 2 | 2 | 1",
        "Styrelsen | Börje Øman | Åre | C | 1 | 2 | 0.5",
        "Styrelsen | Cecilia Lind |  | S | 1 | 1 | 1",
    ]


def test_substitutions(store: GraphStore) -> None:
    assert answer(store, "substitutions") == ["2024-01-10 | Styrelsen | Cecilia Lind | S | Börje Øman | C | Åre"]


def test_decisions(store: GraphStore) -> None:
    assert answer(store, "decisions") == [
        "2024-01-10 | Styrelsen | 7 | Grupp för OECD | 1 | att tillsätta en grupp för återkoppling",
        "2024-01-10 | Styrelsen | 7 | Grupp för OECD | 2 | att Börje leder den",
        "2024-03-01 | Nämnden för växel | 12 | Övrigt | 1 | Enligt förslag",
    ]


@pytest.mark.parametrize(
    ("given", "decisions"),
    [
        ({"text": "ATERKOPPLING"}, 1),
        ({"text": "oecd"}, 2),  # stands in the item's title
        ({"since": "2024-03-01"}, 1),
        ({"until": dt.date(2024, 2, 29)}, 2),
        ({"body": "fjällbygden"}, 2),
        ({"body": "växel", "until": "2024-01-31"}, 0),
    ],
)
def test_decisions_are_chosen(store: GraphStore, given: Mapping[str, Given], decisions: int) -> None:
    assert len(values(store, "decisions", **given)) == decisions


def test_assignments(store: GraphStore) -> None:
    row = "förbundschefen; ordföranden; ordföranden: Börje Øman (derived) | att återkomma med förslag | 2024-03-01 | Styrelsen | 2024-01-10 | 7"
    assert answer(store, "assignments") == [row]
    assert answer(store, "assignments", assignee="Förbundschef") == [row]
    assert answer(store, "assignments", assignee="åkesson") == [row]  # whom the minutes name
    assert answer(store, "assignments", assignee="öman") == [row]  # whom the title was resolved to
    assert answer(store, "assignments", assignee="återkomma") == []
    assert [
        len(answer(store, "assignments", open_at=day))
        for day in ("2024-01-09", "2024-01-10", "2024-03-01", "2024-03-02")
    ] == [
        0,
        1,
        1,
        0,
    ]


def test_appointments(store: GraphStore) -> None:
    assert answer(store, "appointments") == [
        f"2024-01-10 | Styrelsen | 7 | Anna Åkesson Ek | member | {GROUP} |  | ",
        f"2024-01-10 | Styrelsen | 7 | Börje Øman | convener | {GROUP} | 2025 | 2026-06",
        f"2024-01-10 | Styrelsen | 7 | Vakant | reserve | {GROUP} |  | ",
        "2024-06-10 | Styrelsen | 3 | Cecilia Lind | vice-chair | Nämnden för växel |  | ",
    ]
    assert len(answer(store, "appointments", person="vakant")) == 1
    assert len(answer(store, "appointments", body="namnden")) == 1
    assert len(answer(store, "appointments", body="styrelsen")) == 4


def test_municipality_representation_has_seats_without_a_person(store: GraphStore) -> None:
    assert answer(store, "municipality-representation", municipality="åre") == [
        "Åre | 2321 | Nämnden för växel |  | ",
        "Åre | 2321 | Styrelsen | Börje Øman | member",
    ]
    assert answer(store, "municipality-representation", municipality="ostersunds kommun") == [
        f"Östersund | 2380 | {GROUP} | Anna Åkesson Ek | member",
        "Östersund | 2380 | Styrelsen | Anna Åkesson Ek | adjuster; chair",
    ]


def test_party_balance(store: GraphStore) -> None:
    assert answer(store, "party-balance") == [
        "Styrelsen | C | 2 | 1",
        "Styrelsen | S | 1 | 0.5",
    ]  # one of the two was of both parties


def test_presenters(store: GraphStore) -> None:
    row = "2024-03-01 | Nämnden för växel | 2 | Läget | Dag Ström | Länsstyrelsen"
    assert answer(store, "presenters") == [row]  # § 2, not § 12
    assert answer(store, "presenters", text="laget") == [row]
    assert answer(store, "presenters", text="strom") == [row]
    assert answer(store, "presenters", text="ovrigt") == []


def test_evidence_matches_quotes_across_lines_and_labels_that_scanning_changed(store: GraphStore) -> None:
    assert answer(store, "evidence", text="tillsätta en grupp för oecd") == [
        "DecisionPoint | att tillsätta en grupp | januari.txt | 20 | 45 | tillsätta\n  en grupp för OECD"
    ]
    assert answer(store, "evidence", text="Åkesson Ek, ordförande") == [
        "Attendance | Anna Åkesson Ek, ordförande | januari.txt | 0 | 15 | Anna Ákesson Ek"
    ]


def test_namesakes_stay_two_people(store: GraphStore) -> None:
    assert len(values(store, "person-roles", person="dag ström")) == 2


def test_values_have_their_types(store: GraphStore) -> None:
    row = values(store, "attendance", body="styrelsen")[1]
    assert row == ("Styrelsen", "Börje Øman", ("Åre",), ("C",), 1, 2, Decimal("0.5"))
    assert values(store, "decisions")[0][0] == dt.date(2024, 1, 10)


@pytest.mark.parametrize("name", PACK)
def test_nothing_is_found_in_an_empty_graph(name: str) -> None:
    query = PACK[name]
    with GraphStore.open() as empty:
        assert run(query, empty, dict(query.example)).rows == ()
