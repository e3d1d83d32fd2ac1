"""One grammar for a person's phrase, whatever the layout around it."""

from __future__ import annotations

from typing import Any

import pytest
from reading_samples import flow_of, read

from loaders.reading.people.grammar import read_people
from loaders.reading.people.phrase import Phrase
from loaders.reading.people.surnames import surname_first

FIELDS = (
    "party", "municipality", "organisation", "title", "roles", "replaces", "replaces_role", "items", "arrived", "left", "present",
)  # fmt: skip


def said(phrase: Phrase) -> dict[str, Any]:
    return {field: value for field in FIELDS if (value := getattr(phrase, field)) not in (None, ())}


@pytest.mark.parametrize(
    ("surface", "name", "attributes"),
    [
        ("Niklas Ek (S), Östersund, ordförande", "Niklas Ek", {"party": "S", "municipality": "Östersund", "roles": ("chair",)}),
        ("Eva Alm Vaggeryds kommun (ersätter ordförande)", "Eva Alm", {"municipality": "Vaggeryd", "replaces_role": "chair"}),
        ("Birger Granvik, s, vice ordförande", "Birger Granvik", {"party": "s", "roles": ("vice-chair",)}),
        ("Bo Lind (m), Kungälv", "Bo Lind", {"party": "m", "municipality": "Kungälv"}),
        ("Palle Ek, Helsingborg", "Palle Ek", {"municipality": "Helsingborg"}),
        ("Hjalmar Ask, tillförordnad kommunchef", "Hjalmar Ask", {"title": "tillförordnad kommunchef"}),
        ("Eva Alm (VV), 1:e vice ordf.", "Eva Alm", {"party": "VV", "roles": ("vice-chair",)}),
        ("Eva Alm (-), ersättare", "Eva Alm", {"roles": ("substitute",)}),
        ("Eva Alm (S) tjg ers.", "Eva Alm", {"party": "S", "roles": ("serving-substitute",)}),
        ("Eva Alm*, Habo", "Eva Alm", {"municipality": "Habo", "roles": ("serving-substitute",)}),
        ("Eva Alm (S), §§ 135-141", "Eva Alm", {"party": "S", "items": "135-141"}),
        ("Eva Alm (S), §§ 138, 140 b", "Eva Alm", {"party": "S", "items": "138, 140 b"}),
        ("Eva Alm (S), fr.o.m. § 7", "Eva Alm", {"party": "S", "items": "7-"}),
        ("Eva Alm (S), ej § 7", "Eva Alm", {"party": "S", "present": True}),
        ("Eva Alm (S), t.o.m. kl. 18.45", "Eva Alm", {"party": "S", "left": "18:45"}),
        ("Eva Alm (S) (från kl 10.50)", "Eva Alm", {"party": "S", "arrived": "10:50"}),
        ("Eva Alm, kl. 9.30-11.00", "Eva Alm", {"arrived": "09:30", "left": "11:00"}),
        ("[X] Eva Alm (S)", "Eva Alm", {"party": "S", "present": True}),
        ("[ ] Eva Alm (S)", "Eva Alm", {"party": "S", "present": False}),
        ("Eva Alm (S)\tx", "Eva Alm", {"party": "S", "present": True}),
        ("Eva Alm (S), på distans", "Eva Alm", {"party": "S"}),
        ("Eva Alm, Region Skåne", "Eva Alm", {"organisation": "Region Skåne"}),
        ("Eva Alm, 036-10 20 00", "Eva Alm", {}),
        ("Bo-Göran Wallén Nilsson (KD)", "Bo-Göran Wallén Nilsson", {"party": "KD"}),
        ("Carl von Alm (M), Habo", "Carl von Alm", {"party": "M", "municipality": "Habo"}),
        ("Eva Alm, ledamot och justerare", "Eva Alm", {"roles": ("member", "adjuster")}),
    ],
)  # fmt: skip
def test_one_person(surface: str, name: str, attributes: dict[str, Any]) -> None:
    (phrase,) = read_people(flow_of(surface))
    assert phrase.name == name
    assert said(phrase) == attributes
    assert 0 <= phrase.start < phrase.name_end <= phrase.end <= len(surface)


@pytest.mark.parametrize(
    "surface",
    [
        "Effie Alm (C) ersätter Pär Ek (M), Östersund",
        "Effie Alm (C) tjg för Pär Ek (M), Östersund",
        "Effie Alm (C), Östersund, tjänstgör för Pär Ek (M)",
    ],
)
def test_a_substitute_and_the_member_replaced(surface: str) -> None:
    substitute, member = read_people(flow_of(surface))
    assert said(substitute) == {
        "party": "C", "municipality": "Östersund", "roles": ("serving-substitute",), "replaces": "Pär Ek",
    }  # fmt: skip
    assert said(member) == {"party": "M", "municipality": "Östersund", "present": False}
    assert member.replaced


def test_a_member_replaced_by_one_named_after() -> None:
    member, substitute = read_people(flow_of("Pär Ek (M) ersätts av Effie Alm (C)"))
    assert member.replaced
    assert substitute.replaces == "Pär Ek"


def test_people_of_a_group_named_before_them() -> None:
    found = read_people(flow_of("Karlskrona: Eva Alm (S) och Bo Ek (M). Habo: Palle Lind"))
    assert [(p.name, p.municipality) for p in found] == [
        ("Eva Alm", "Karlskrona"), ("Bo Ek", "Karlskrona"), ("Palle Lind", "Habo"),
    ]  # fmt: skip


def test_two_share_what_stands_behind_the_second() -> None:
    found = read_people(flow_of("Eva Alm och Bo Ek, Perstorp"))
    assert [p.municipality for p in found] == ["Perstorp", "Perstorp"]


def test_lists_that_give_surnames_first() -> None:
    lines = ["[X] Karf Johannes", "Alm Eva (S)", "Ek, Bo"]
    assert surname_first(lines)
    assert not surname_first(["Johannes Karf", "Eva Alm (S)", "Bo Ek, Habo"])
    assert read_people(flow_of("Alm Eva (S)"), reverse=True)[0].name == "Eva Alm"


def test_a_member_keeps_their_own_organisation_beside_the_substitutes() -> None:
    minutes = read(
        """
        Protokoll från sammanträde med Styrelsen 2024-03-08
        Närvarande:
        Eva Alm, Ekby kommun, ordförande
        Bo Ek, Ekby fiskevårdsområde (suppleant, ersätter Palle Lind)
        Frånvarande: Palle Lind, Naturskyddsföreningen, och Karin Dal, Ekby Energi
        § 1 Mötet öppnas
        Ordföranden öppnade mötet.
        """
    )
    told = {one.name: one.organisation for one in minutes.participants}
    assert (told["Bo Ek"], told["Palle Lind"]) == ("Ekby fiskevårdsområde", "Naturskyddsföreningen")


def test_each_person_is_one_record_with_all_roles() -> None:
    minutes = read(
        """
        Protokoll från sammanträde med Direktionen 2024-03-08
        Närvarande ledamöter
        Eva Alm (S), Habo, ordförande
        Bo Ek (M), Mullsjö
        Tjänstgörande ersättare
        Palle Lind (C), Habo, ersätter Anna Berg (C)
        Ej tjänstgörande ersättare
        Nils Fors (KD)
        Övriga närvarande
        Siri Klöver, förbundschef
        Karin Malm, Region Skåne
        Sekreterare: Siri Klöver

        § 1 Justerare
        Direktionen beslutar
        att till justerare utse Bo Ek.
        """
    )
    people = {p.name: p for p in minutes.participants}
    assert {name: p.roles for name, p in people.items()} == {
        "Eva Alm": ("chair",),
        "Bo Ek": ("member", "adjuster"),
        "Palle Lind": ("serving-substitute",),
        "Anna Berg": ("member",),
        "Nils Fors": ("substitute",),
        "Siri Klöver": ("official", "secretary"),
        "Karin Malm": ("guest",),
    }
    assert [name for name, p in people.items() if not p.present] == ["Anna Berg"]
    assert people["Palle Lind"].replaces == "Anna Berg"


def test_a_column_of_presence_beside_a_list_that_goes_on_below_a_gap() -> None:
    minutes = read("""
        Styrelsen
        Protokoll 2021-09-16

        Ledamöter och huvudman                               Närvaro
        Birgitta Alsén (S), Lekebergs kommun, ordf.          Ja
        Doris Carlén (M), Örebro kommun                      Nej
        Erik Dagnell, Arbetsförmedlingen                     Ja, §§ 31-34
        Fanny Eklöf, Försäkringskassan                       Ja

        Ersättare
        Gabriel Forss (C), Örebro kommun                     Ja, tjänstgör för Doris Carlén
        Hanna Gidlöf, Försäkringskassan                      Nej

        Ivar Holm förde anteckningarna.

        § 30 Val
        Diskuterades.
        """)
    people = {p.name: p for p in minutes.participants}
    assert {name for name, p in people.items() if not p.present} == {"Doris Carlén", "Hanna Gidlöf"}
    assert people["Erik Dagnell"].items == "31-34"
    assert people["Gabriel Forss"].replaces == "Doris Carlén"
    assert people["Ivar Holm"].roles == ("secretary",)


@pytest.mark.parametrize(("part", "present"), [("", False), (", § 3", True), (", anlände kl. 18.30", True)])
def test_a_listed_member_who_is_replaced_throughout_was_not_there(part: str, present: bool) -> None:
    minutes = read(f"""
        Kommunfullmäktige
        Protokoll 2018-05-14

        Ledamöter
        Siw Karlén (S), ordförande
        Eva Kron (M)
        Tjänstgörande ersättare
        Rut Malm (M), för Eva Kron{part}

        § 3 Val
        Diskuterades.
        """)
    assert {p.name: p.present for p in minutes.participants}["Eva Kron"] is present


def test_marks_of_service_in_a_table_that_goes_on_under_the_next_label() -> None:
    minutes = read("""
        Direktionen
        Protokoll 2018-05-14

        Namn                     Parti   Kommun      Närv   Tjg ers   §§
        Ordinarie
        Alva Berg, ordf          M       Laholm      x
        Bo Colt, v ordf          S       Hylte       -
        Ersättare
        Eli Flink                M       Laholm      -
        Fred Gant                S       Hylte       x      x
        Gun Holt                 C       Laholm      x                6-7

        Ordförande   Alva Berg §§ 1-7

        § 1 Val
        Diskuterades.
        """)
    assert {p.name: (p.roles, p.present, p.items) for p in minutes.participants} == {
        "Alva Berg": (("chair",), True, None),
        "Bo Colt": (("vice-chair",), False, None),
        "Eli Flink": (("substitute",), False, None),
        "Fred Gant": (("serving-substitute",), True, None),
        "Gun Holt": (("substitute",), True, "6-7"),
    }


@pytest.mark.parametrize(
    ("behind", "replaces"),
    [
        ("suppleant (för Frilund)", "Carola Frilund"),
        ("ers. för Frilund", "Carola Frilund"),
        ("ersätter Frilund", "Carola Frilund"),
        ("ersättare för Nyberg", None),
    ],
)
def test_a_member_replaced_is_known_by_the_surname(behind: str, replaces: str | None) -> None:
    minutes = read(f"""
        Styrelsen
        Protokoll 2018-05-14
        Närvarande
        Gun Ahlskog, ordförande
        Mats Enlund, {behind}
        Frånvarande
        Carola Frilund

        § 1 Val
        Diskuterades.
        """)
    found = {p.name: p for p in minutes.participants}["Mats Enlund"]
    assert (found.replaces, found.organisation) == (replaces, None)
    assert ("serving-substitute" in found.roles) is (replaces is not None)


TABLES = (
    "| Namn | Parti | Kommun | Närvaro |\n| --- | --- | --- | --- |\n| Eva Alm | S | Habo | x |\n| Bo Ek | M | Mullsjö | - |\n",
    "Namn | Parti | Kommun | Närvaro\nEva Alm | S | Habo | x\nBo Ek | M | Mullsjö | -\n",
    "Namn\tParti\tKommun\tNärvaro\nEva Alm\tS\tHabo\tx\nBo Ek\tM\tMullsjö\t-\n",
)


@pytest.mark.parametrize("table", TABLES, ids=["closed", "parted", "tabs"])
def test_a_table_of_people(table: str) -> None:
    minutes = read(f"Protokoll från rådets möte 2024-03-08\nNärvarande\n{table}\n§ 1 Mötet öppnas\nMötet öppnas.\n")
    told = {p.name: (p.party, p.municipality, p.present) for p in minutes.participants}
    assert told == {"Eva Alm": ("S", "Habo", True), "Bo Ek": ("M", "Mullsjö", False)}
