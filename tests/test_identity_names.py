"""Names: what is a person's, what a group's, what a body's, and what differs by spelling alone."""

import pytest

from loaders.identity.bodynames import (
    body_name,
    is_distinctive,
    is_internal,
    is_organisation,
    owner_and_noun,
    split_body,
)
from loaders.identity.names import best_spelling, group_name, is_bare, is_person, plain, printed_noun
from loaders.identity.personnames import scan_variant


@pytest.mark.parametrize(
    "name",
    ["Mona Ek", "Mona af Ekenstam", "Bo-Göran Ek", "ROBIN WALLÉN NILSSON", "Anna von der Lind", "Ó Súilleabháin Ek"],
)
def test_full_names_are_people(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize(
    "name",
    ["Ek", "förbundschef", "Länets skolchefer", "Region Skåne", "Kommunförbundet Skåne", "Habo Kommun", "Chefen för X",
     "Grupp 7", "Selma Lagerlöfsgymnasiet", "", "Stora Styrelsen"],
)  # fmt: skip
def test_titles_bodies_and_lone_names_are_no_people(name: str) -> None:
    assert not is_person(name)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Therese Petersson", "Therese Pettersson"),
        ("Per Hégberg", "Per Högberg"),
        ("Lars Wallstrém", "Lars Wallstrom"),
        ("Anna Karlsson", "Anna Carlsson"),
        ("Erik Ohlsson", "Erik Olsson"),
        ("Mats Holrnstedt", "Mats Holmstedt"),
        ("Ida Tedsj6gren", "Ida Tedsjögren"),
        ("Eva Nordvall", "Eva Nordwall"),
    ],
)
def test_spelling_and_scanning_make_variants(left: str, right: str) -> None:
    assert scan_variant(left, right)
    assert scan_variant(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Anders Larsson", "Anders Karlsson"),
        ("Eva Lindberg", "Eva Lindborg"),
        ("Eva Hansson", "Eva Jansson"),
        ("Hans Petersson", "Hanna Petersson"),
        ("Eva Berg", "Eva Borg"),
        ("Eva Ek", "Eva Ek"),
        ("Lars Wahlström", "Lars Wallström"),
        ("Robin Wallén Nilsson", "Robin Wallén"),
    ],
)
def test_other_names_are_other_people(left: str, right: str) -> None:
    assert not scan_variant(left, right)


def test_best_spelling_is_the_most_frequent_name_with_its_diacritics() -> None:
    assert best_spelling([("Per Hogberg", 5), ("Per Högberg", 1), ("Per Hégberg", 2)]) == "Per Högberg"
    assert best_spelling([("Herman Crespin", 3), ("Herman Crespín", 1)]) == "Herman Crespín"
    assert best_spelling([("ANNA EK", 9), ("Anna Ek", 1)]) == "Anna Ek"
    assert best_spelling([("Pettersson", 1), ("Petersson", 2)]) == "Petersson"


def test_plain_forgives_case_diacritics_and_marks_but_keeps_other_scripts() -> None:
    assert plain(" Mårtensson-Stenudd ") == plain("martensson  STENUDD")
    assert plain("Иван") != plain("Петр")
    assert plain("***") == "***"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("styrgruppen för e-arkiv", "styrgrupp för e-arkiv"),
        ("den tillfälliga arbetsgruppen för OECD", "tillfällig arbetsgrupp för OECD"),
        ("nätverket för upphandlare", "ett nätverk för upphandlare"),
        ("redaktionskommittén", "Redaktionskommitté"),
        ("gemensamma nätverket för kost", "gemensamt nätverk för kost"),
    ],
)
def test_definite_and_indefinite_groups_are_the_same(left: str, right: str) -> None:
    assert group_name(left) == group_name(right)


def test_bare_nouns_and_printed_nouns() -> None:
    assert is_bare("arbetsgruppen")
    assert is_bare("en arbetsgrupp")
    assert not is_bare("arbetsgrupp för kost")
    assert printed_noun("redaktionskommittén för protokollet") == "redaktionskommitté"
    assert printed_noun("SKLs nätverk för Kommundirektörer") == "nätverk"
    assert printed_noun("gänget") is None


def test_body_names() -> None:
    assert body_name("Styrelsen") == body_name("styrelse")
    assert body_name("Folkhälsorådet") == body_name("folkhälsoråd")
    assert is_distinctive("Samverkansnämnden Blekinge")
    assert is_distinctive("Primärkommunalt samverkansorgan")
    assert not is_distinctive("Styrelsen")
    assert not is_distinctive("Barn- och utbildningsnämnden")
    assert is_internal("presidiet", municipal=False)
    assert is_internal("socialnämnden", municipal=True)
    assert not is_internal("socialnämnden", municipal=False)
    assert not is_internal("Klimatrådet", municipal=True)


def test_organisations_by_name() -> None:
    assert is_organisation("Region Skåne")
    assert is_organisation("Kommunförbundet Jämtland Härjedalen")
    assert is_organisation("Migrationsverket")
    assert not is_organisation("Respektive kommun")
    assert not is_organisation("samtliga kommuner i länet")
    assert not is_organisation("Länsstyrelsen")
    assert not is_organisation("Kommunalförbundet Skogens direktion")
    assert owner_and_noun("Kommunalförbundet Skogens direktion") == ("Kommunalförbundet Skogen", "direktionen")
    assert owner_and_noun("Chefen för direktionen") == ("", "")


def test_a_body_that_holds_its_organisation_is_parted() -> None:
    assert split_body("Arvika kommun, kommunstyrelsen", None) == ("kommunstyrelsen", "Arvika kommun")
    assert split_body("Styrelsen, Kommunförbundet Väst", None) == ("Styrelsen", "Kommunförbundet Väst")
    assert split_body("Plan, bygg och miljö", None) == ("Plan, bygg och miljö", None)
    assert split_body("Kommunstyrelsen", "Habo kommun") == ("Kommunstyrelsen", "Habo kommun")
