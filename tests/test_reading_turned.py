"""Attendance whose columns were read one after the other: joined by counting and by what each column holds, or left out."""

from __future__ import annotations

import pytest
from reading_samples import read

from loaders.minutes import Minutes
from loaders.reading.people.turned.cells import Cell
from loaders.reading.people.turned.columns import columns_of

HEAD = "EKBY KOMMUN\nSocialnämnden\nProtokoll 2024-03-21\n\n{people}\n\n§ 1 Öppnande\nOrdföranden öppnar mötet.\n"
NAMES = "Eva Alm\nKarl Lind\nUlla Berg"


def minutes_of(people: str) -> Minutes:
    return read(HEAD.format(people=people))


def told(people: str) -> dict[str, tuple[object, ...]]:
    """Return party or where they come from, roles, and presence, by name."""
    found = minutes_of(people).participants
    return {one.name: (one.party or one.municipality or one.organisation, *one.roles, one.present) for one in found}


@pytest.mark.parametrize(
    "people",
    [
        f"Beslutande\n{NAMES}\n(S), ordförande\n(M), vice ordförande\n(C)\nErsättare\nBo Ek (V)",
        f"Beslutande\n{NAMES}\n\n(S)\nordförande\n(M)\nvice ordförande\n(C)",
        f"Beslutande\nS\nM\nC\n{NAMES}\nUppdrag\nOrdförande\nVice ordförande\nLedamot",
        f"Beslutande\nNamn\nParti\nUppdrag\n\n{NAMES}\n\nS\nM\nC\n\nOrdförande\nVice ordförande\nLedamot",
        f"Beslutande\nNamn\n{NAMES}\nUppdrag\nOrdförande\nVice ordförande\nLedamot\nParti\n(S)\n(M)\n(C)",
    ],
)
def test_parties_and_offices_go_with_the_names_whatever_the_order_of_the_columns(people: str) -> None:
    found = told(people)
    assert found["Eva Alm"] == ("S", "chair", True)
    assert found["Karl Lind"] == ("M", "vice-chair", True)
    assert found["Ulla Berg"] == ("C", "member", True)


def test_marks_and_municipalities_beside_names_that_say_their_party() -> None:
    found = minutes_of(
        "Ledamöter\nKommun\nHabo\nMullsjö\n\nNamn\nEva Alm (S)\nKarl Lind (M)\n\nNärvaro\nJa\nNej\n\n"
        "Ersättare\nKommun\nMullsjö\nHabo\n\nNamn\nBo Ek (M), tjänstgör för Karl Lind\nLena Falk (V)\n\nNärvaro\nJa\nJa"
    ).participants
    assert [(one.name, one.municipality, one.present, one.replaces) for one in found] == [
        ("Eva Alm", "Habo", True, None),
        ("Karl Lind", "Mullsjö", False, None),
        ("Bo Ek", "Mullsjö", True, "Karl Lind"),
        ("Lena Falk", "Habo", True, None),
    ]


def test_one_column_for_the_names_of_two_lists() -> None:
    found = told(f"Beslutande\n{NAMES}\nErsättare\nBo Ek\nLena Falk\n(S)\n(M)\n(C)\n(V)\n(SD)")
    assert [one[:2] for one in found.values()] == [
        ("S", "member"), ("M", "member"), ("C", "member"), ("V", "substitute"), ("SD", "substitute"),
    ]  # fmt: skip


def test_a_cell_broken_over_two_lines_is_one() -> None:
    found = minutes_of(f"Beslutande\n{NAMES}\n(S)\n(M), tjänstgör för\nBo Ek (M)\n(C)").participants
    assert [(one.name, one.party, one.replaces) for one in found] == [
        ("Eva Alm", "S", None), ("Karl Lind", "M", "Bo Ek"), ("Bo Ek", "M", None), ("Ulla Berg", "C", None),
    ]  # fmt: skip


def test_whom_they_serve_for_in_a_column_of_its_own() -> None:
    found = minutes_of("Ersättare\nNamn\nBo Ek (S)\nLena Falk (V)\nTjänstgör för\nEva Alm (S)\n-").participants
    assert [(one.name, one.present, one.replaces) for one in found] == [
        ("Bo Ek", True, "Eva Alm"), ("Eva Alm", False, None), ("Lena Falk", True, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "cells", ["(S), ordförande\n(M)", "(S)\n(M)\n(C)\n(V)", "Uppdrag\nOrdförande\nVice ordförande"]
)
def test_where_the_numbers_differ_nothing_is_joined_and_a_warning_says_so(cells: str) -> None:
    minutes = minutes_of(f"Beslutande\n{NAMES}\n{cells}\nErsättare\nBo Ek\nLena Falk\n(V)\n(SD)")
    found = {one.name: (one.party, *one.roles) for one in minutes.participants}
    assert [found[name] for name in NAMES.splitlines()] == [(None, "member")] * 3
    assert (found["Bo Ek"], found["Lena Falk"]) == (("V", "substitute"), ("SD", "substitute"))
    (warning,) = [one for one in minutes.warnings if one.code == "column-not-told"]
    assert warning.evidence[0].quote == cells.splitlines()[-2 if "Uppdrag" in cells else 0]


def test_headings_over_several_people_are_no_column() -> None:
    found = told("Ledamöter\nHabo\nEva Alm\nKarl Lind\nMullsjö\nUlla Berg\nBo Ek")
    assert [one[0] for one in found.values()] == ["Habo", "Habo", "Mullsjö", "Mullsjö"]


def test_cells_of_two_columns_of_one_kind_are_none() -> None:
    cells = [Cell("party", (party,), ((0, 3),), 0, gap=False) for party in ("(S)", "(M)", "(C)", "(V)")]
    assert columns_of(cells, 2, "").columns == ()


def test_the_names_of_a_vote_are_no_head_of_pages() -> None:
    vote = f"\n\nOmröstning\nLedamot\n{NAMES}\nJa\nX\nX\nX" * 3
    found = told(f"Beslutande\n{NAMES}\n(S)\n(M)\n(C)\n\n§ 1 Val{vote}")
    assert [one[0] for one in found.values()] == ["S", "M", "C"]


@pytest.mark.parametrize(
    "people",
    [
        "Ledamöter\nAlm, Eva\nLind, Karl\nBerg, Ulla\nS\nM\nC\nX\nX\n-",
        "Ledamöter\nAlm Eva\nLind Karl\nBerg Ulla\n\nS\nM\nC\n\nNärvaro\nJa\nJa\nNej",
        f"Ledamöter\n1\n2\n3\n{NAMES}\nS\nM\nC\nX\nX\n-",
        "**Ledamöter**\n- Eva Alm\n- Karl Lind\n- Ulla Berg\n- (S)\n- (M)\n- (C)\nNärvaro\nJa\nJa\nNej",
        "Ledamöter\nNamn\nParti\nNärvaro\nEva Alm\nS\nJa\nKarl Lind\nM\nJa\nUlla Berg\nC\nNej\nErsättare\nBo Ek\nV\nJa",
    ],
)
def test_names_as_lists_write_them_and_cells_row_by_row(people: str) -> None:
    found = told(people)
    assert [found[name] for name in NAMES.splitlines()] == [
        ("S", "member", True), ("M", "member", True), ("C", "member", False),
    ]  # fmt: skip


def test_labels_of_one_line_each_above_as_many_lines() -> None:
    text = HEAD.replace("Protokoll 2024-03-21", "Protokoll").format(
        people="Datum\nTid\nPlats\nJusterat\n21 mars 2024\n9.30–12.15\nStadshuset, Ekby\n28 mars 2024\n\nBeslutande\nEva Alm (S)"
    )
    meeting = read(text).meeting
    assert (str(meeting.date), meeting.start, meeting.end) == ("2024-03-21", "09:30", "12:15")
    assert (meeting.place, str(meeting.adjusted_on)) == ("Stadshuset, Ekby", "2024-03-28")
