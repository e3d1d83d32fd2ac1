"""What scanning broke is restored where it is settled; everything else stays as it stands."""

from __future__ import annotations

import pytest
from reading_samples import document_of

from loaders.reading import read_minutes
from loaders.reading.text.numerals import restore_digits
from loaders.reading.text.prepare import make_sheet
from loaders.reading.text.signs import restore_signs
from loaders.reading.text.words import is_damaged, known_words, restore_word
from ontology.reference import municipalities

DAMAGED = "Narvarande ledamoter\nLars Hégberg (M), ordforande\nPer Stromback (S)\nPer Strömbäck ar foredragande fran 6stra lanet\n"


@pytest.mark.parametrize(
    ("word", "restored"),
    [
        ("narvarande", "närvarande"),
        ("Narvarande", "Närvarande"),
        ("NARVARANDE", "NÄRVARANDE"),
        ("féredragande", "föredragande"),
        ("sammantrade", "sammanträde"),
        ("hdlsade", "hälsade"),
        ("Jonk6pings", "Jönköpings"),
        ("Hégberg", "Högberg"),
        ("Hogberg", "Högberg"),
        ("Hagstrom", "Hagström"),
        ("KI", "Kl"),
        ("H6rnfeldt", "Hörnfeldt"),
        ("Rénnqvist", "Rönnqvist"),
        ("Bdckman", "Bäckman"),
        ("Jdrnstrom", "Järnström"),
        ("Ldnsstyrelsen", "Länsstyrelsen"),
        ("férklarar", "förklarar"),
        ("4t", "åt"),
        ("Grdstorps", "Grästorps"),
        ("Ovanakers", "Ovanåkers"),
        ("Harnnkontoret", "Hamnkontoret"),
    ],
)
def test_broken_words_are_restored(word: str, restored: str) -> None:
    assert restore_word(word, known_words()) == restored


@pytest.mark.parametrize(
    "word",
    [
        "a",
        "2024",
        "och",
        "Andersson",
        "kommun",
        "Qvxzzt",
        "närvarande",
        "x" * 100,
        "are",
        "mora",
        "Pérez",
        "idéburna",
        "Hallén",
        "Backman",
        "Barnnämnden",
    ],
)
def test_other_words_stay(word: str) -> None:
    assert restore_word(word, known_words()) is None


def test_no_place_is_read_as_another() -> None:
    names = {word for place in municipalities() for word in (*place.name.split(), *place.county.short.split())}
    assert {name: restored for name in names if (restored := restore_word(name, known_words())) is not None} == {}


def test_a_name_that_one_place_settles_is_settled_in_the_others() -> None:
    sheet, _ = make_sheet(f"{DAMAGED}Ingela Sj6wall och Ingela Sjowall\n")
    assert "Ingela Sjöwall och Ingela Sjöwall" in sheet.text


def test_only_a_damaged_text_is_mended() -> None:
    assert is_damaged(DAMAGED)
    assert not is_damaged("Närvarande ledamöter från länet, ordförande Lars Högberg, en kommitté")
    sheet, damaged = make_sheet("Lars Hogberg är ordförande")
    assert not damaged
    assert "Hogberg" in sheet.text


def test_offsets_of_mended_words_are_those_of_the_source() -> None:
    sheet, damaged = make_sheet(DAMAGED)
    assert damaged
    start = sheet.text.index("Högberg")
    assert sheet.evidence(start, start + len("Högberg")).quote == "Hégberg"
    assert sheet.raw_span(len(sheet.text), len(sheet.text)) == (len(DAMAGED), len(DAMAGED))


def test_the_surface_is_kept_beside_the_name() -> None:
    (minutes,) = read_minutes(document_of(DAMAGED))
    assert minutes.source.ocr
    person = next(person for person in minutes.participants if person.name == "Lars Högberg")
    assert person.surface == "Lars Hégberg"
    assert person.evidence[0].quote.startswith("Lars Hégberg")


def test_a_decomposed_text_keeps_its_places() -> None:
    text = "Eva A\u030akesson och Bo Ek"
    sheet, _ = make_sheet(text)
    start = sheet.text.index("Åkesson")
    assert sheet.evidence(start, start + 7).quote == "A\u030akesson"
    assert sheet.evidence(sheet.text.index("Bo"), len(sheet.text)).quote == "Bo Ek"


@pytest.mark.parametrize(
    ("text", "restored"),
    [
        ("l987-05-l2", "1987-05-12"),
        ("2O14-09-O5", "2014-09-05"),
        ("kI l8.30-2l.l5", "kI 18.30-21.15"),
        ("den l8 augusti l987", "den 18 augusti 1987"),
        ("senast den l december\n       l987", "senast den 1 december\n       1987"),
        ("l2.3.20l3, §§ l9-22", "12.3.2013, §§ 19-22"),
        ("den l8 mars, l:e vice, l0.000 kronor, t o m 1O maj", "den 18 mars, 1:e vice, 10.000 kronor, t o m 10 maj"),
    ],
)
def test_digits_given_as_letters_are_restored(text: str, restored: str) -> None:
    assert restore_digits(text, damaged=False) == (restored, True)


@pytest.mark.parametrize(
    "text", ["§ 2l", "5l mjölk", "etapp II-2", "I maj 2014 möttes", "1987-05-12 kl 18.30", "E4, CO2"]
)
def test_other_letters_beside_digits_stay(text: str) -> None:
    assert restore_digits(text, damaged=True)[0] == text


def test_digits_of_a_text_that_shows_no_damage_stay() -> None:
    assert restore_digits("hus l2", damaged=False) == ("hus l2", False)


@pytest.mark.parametrize(
    ("text", "restored"),
    [
        ("§ 18 Val\n8 19 Budget\n§ 20 Mer", "§ 18 Val\n§ 19 Budget\n§ 20 Mer"),
        ("§ 18\n\n8 19\n\n8 20\n", "§ 18\n\n§ 19\n\n§ 20\n"),
        ("8 5S Upprop\n$ 56 Val\n8 57 Budget\n§ S8 Mer", "§ 55 Upprop\n§ 56 Val\n§ 57 Budget\n§ 58 Mer"),
        ("§2l Upprop\n§ 22 Val\n§ 23 Budget\n§ 2A Mer", "§21 Upprop\n§ 22 Val\n§ 23 Budget\n§ 24 Mer"),
        ("KS S 10 Val\nKS S 11 Budget\nKS 8 12 Mer", "KS § 10 Val\nKS § 11 Budget\nKS § 12 Mer"),
        ("39 § Val\n4l $ Mer\n42 § Budget", "39 § Val\n41 § Mer\n42 § Budget"),
        ("§18 Val\n819 Budget\n§20 Mer", "§18 Val\n§19 Budget\n§20 Mer"),
        ("Eva Alm, 8 S8\nBo Ek (M) $\n57-58\n§ 57 Val\n§ 58 Mer", "Eva Alm, § 58\nBo Ek (M) §\n57-58\n§ 57 Val\n§ 58 Mer"),
        ("Protokoll 8§ 14-20, $$ 14-20, §s 14-20, SS 14-20", "Protokoll §§ 14-20, §§ 14-20, §§ 14-20, §§ 14-20"),
    ],
)  # fmt: skip
def test_signs_are_restored_where_numbers_settle_them(text: str, restored: str) -> None:
    assert restore_signs(text, damaged=True) == restored


@pytest.mark.parametrize(
    "text",
    [
        "§ 18 Val\n8 25 Budget\n§ 20 Mer",
        "§ 18 Val\n819 Budget\n§ 21 Mer",
        "51 Val\n52 Budget\n53 Mer",
        "§ 2k Val\n§ 2l Budget",
        "Anslag 8 000 kr, 5 125, och\n§ 124 Val\n§ 125 Budget\n§ 126 Mer",
        "S 5 Anna\nS 9 Eva",
    ],
)
def test_signs_that_no_number_settles_stay(text: str) -> None:
    assert restore_signs(text, damaged=True) == text


@pytest.mark.parametrize(
    ("text", "restored"),
    [
        ("§ 12 Val\n8 13 Budget\n5 2 Entré\n§ 14 Mer", "§ 12 Val\n§ 13 Budget\n5 2 Entré\n§ 14 Mer"),
        ("8 41\nS 42 Budget\n$ 43 Mer", "§ 41\n§ 42 Budget\n§ 43 Mer"),
        ("§ 12 Val\n8 13 Budget", "§ 12 Val\n8 13 Budget"),
        ("5 1 Anna\n5 2 Eva\n5 3 Bo", "5 1 Anna\n5 2 Eva\n5 3 Bo"),
    ],
)
def test_heads_alone_can_show_that_signs_are_misread(text: str, restored: str) -> None:
    assert restore_signs(text, damaged=False) == restored


def test_a_restored_number_is_quoted_as_it_stands() -> None:
    (minutes,) = read_minutes(document_of(f"{DAMAGED}§ l8 Val\n8 19 Budget, den l maj l987\n"))
    assert [item.number for item in minutes.items] == ["18", "19"]
    assert minutes.items[1].title == "Budget, den 1 maj 1987"
    assert minutes.items[1].evidence[0].quote == "Budget, den l maj l987"


def test_a_double_name_that_a_line_breaks_is_whole() -> None:
    sheet, _ = make_sheet("Närvarande: Stefan Nyborg-\n   Pihl, Mats\n   Ekelöv\n")
    start = sheet.text.index("Nyborg-Pihl")
    assert sheet.evidence(start, start + len("Nyborg-Pihl")).quote == "Nyborg-\n   Pihl"
