"""What scanning broke is restored where it is settled; everything else stays as it stands."""

from __future__ import annotations

import pytest
from reading_samples import document_of

from loaders.reading import read_minutes
from loaders.reading.text.prepare import make_sheet
from loaders.reading.text.words import is_damaged, known_words, restore_word

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
    ],
)
def test_broken_words_are_restored(word: str, restored: str) -> None:
    assert restore_word(word, known_words()) == restored


@pytest.mark.parametrize("word", ["a", "2024", "och", "Andersson", "kommun", "Qvxzzt", "närvarande", "x" * 100])
def test_other_words_stay(word: str) -> None:
    assert restore_word(word, known_words()) is None


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
