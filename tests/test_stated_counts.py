"""Numbers that minutes state of members, substitutes and seats are checksums of their lists."""

from __future__ import annotations

import pytest
from identity_samples import BASE, resolved, shared_path
from msgspec.structs import replace

from graph.validate import Severity, Violation, validate
from loaders.identity import mentions_of
from loaders.mapping import document_quads
from loaders.minutes import Minutes, StatedCount
from loaders.parse import parse_bytes


def minutes_of(name: str) -> Minutes:
    (minutes,) = parse_bytes(shared_path("protocols", name).read_bytes(), name)
    return minutes


def warnings_of(minutes: Minutes) -> list[Violation]:
    resolution = resolved(minutes).resolution(mentions_of(minutes))
    found = validate(document_quads(minutes, resolution, BASE, version="1"), whole=False)
    assert not [one for one in found if one.severity is Severity.VIOLATION]
    return [one for one in found if one.shape.endswith("CountShape")]


def counts_of(minutes: Minutes) -> list[tuple[str, int, str | None]]:
    return [(one.what, one.number, one.body) for item in minutes.items for one in item.counts]


def test_sixteen_members_and_sixteen_substitutes_are_stated_and_listed() -> None:
    minutes = minutes_of("kjh-styrelsen-2024-10-25.txt")
    assert counts_of(minutes) == [("members", 16, None), ("substitutes", 16, None)]
    assert warnings_of(minutes) == []


def test_the_lists_give_two_and_two_for_each_of_eight_municipalities() -> None:
    people = minutes_of("kjh-styrelsen-2024-10-25.txt").participants
    for roles in ({"chair", "member"}, {"substitute", "serving-substitute"}):
        places = [one.municipality for one in people if roles & set(one.roles)]
        assert {place: places.count(place) for place in places} == dict.fromkeys(
            ("Östersund", "Berg", "Bräcke", "Krokom", "Ragunda", "Strömsund", "Åre", "Härjedalen"), 2
        )


@pytest.mark.parametrize(
    ("gone", "shape", "counted"),
    [
        ("Simon Högberg", "MemberCountShape", "15"),
        ("Niklas Daoson", "MemberCountShape", "15"),
        ("Mikael Sundman", "SubstituteCountShape", "15"),
        ("Effie Kuorlos", "SubstituteCountShape", "15"),
    ],
)
def test_somebody_removed_from_the_list_is_missed(gone: str, shape: str, counted: str) -> None:
    minutes = minutes_of("kjh-styrelsen-2024-10-25.txt")
    fewer = replace(minutes, participants=tuple(one for one in minutes.participants if one.name != gone))
    (found,) = warnings_of(fewer)
    assert (found.severity, found.shape, found.value) == (Severity.WARNING, shape, counted)
    assert "16" in " ".join(found.evidence)


def test_a_municipality_removed_from_the_list_is_missed() -> None:
    minutes = minutes_of("kjh-styrelsen-2024-10-25.txt")
    fewer = replace(minutes, participants=tuple(p for p in minutes.participants if p.municipality != "Härjedalen"))
    assert [(one.shape, one.value) for one in warnings_of(fewer)] == [
        ("MemberCountShape", "14"),
        ("SubstituteCountShape", "14"),
    ]


def test_a_list_of_those_present_alone_is_not_counted_short() -> None:
    minutes = minutes_of("kjh-styrelsen-2024-10-25.txt")
    present = replace(minutes, participants=tuple(one for one in minutes.participants if one.present))
    assert warnings_of(present) == []


def test_seats_are_given_out_as_many_as_there_are() -> None:
    minutes = minutes_of("pks-2023-01-12.txt")
    assert counts_of(minutes) == [("seats", 8, "Klimatrådet")]
    assert warnings_of(minutes) == []
    fewer = replace(
        minutes,
        items=tuple(
            replace(item, seats=tuple(replace(seats, municipalities=seats.municipalities[1:]) for seats in item.seats))
            for item in minutes.items
        ),
    )
    assert [(one.shape, one.value) for one in warnings_of(fewer)] == [("SeatCountShape", "7")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Styrelsen bör ha 10 ordinarie ledamöter.",
        "Det föreslås att styrelsen har 10 ledamöter.",
        "Fyra ledamöter reserverar sig mot styrelsens beslut.",
        "Styrelsen utser 5 ledamöter till gruppen.",
        "Kommunen har 12 ledamöter i fullmäktige.",
    ],
)
def test_other_numbers_are_left(sentence: str) -> None:
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Styrelsen består av elva ledamöter och fyra ersättare.", [("members", 11), ("substitutes", 4)]),
        ("I dag har styrelsen 9 ordinarie ledamöter.", [("members", 9)]),
    ],
)
def test_stated_numbers_are_read(sentence: str, expected: list[tuple[str, int]]) -> None:
    assert [(one.what, one.number) for one in read(sentence)] == expected


def read(sentence: str) -> list[StatedCount]:
    text = (
        "Föreningen Exempel\n\nProtokoll från sammanträde med styrelsen 2024-03-01\n\nNärvarande\nEva Alm, ordförande\n\n"
        f"§ 1 Styrelsens arbete\n\nInformation\n\n{sentence}\n\nBeslut\n\nStyrelsen beslutar\natt godkänna redovisningen.\n"
    )
    (minutes,) = parse_bytes(text.encode(), "exempel.txt")
    for item in minutes.items:
        for count in item.counts:
            for span in count.evidence:
                assert text[span.start : span.end] == span.quote
    return [count for item in minutes.items for count in item.counts]
