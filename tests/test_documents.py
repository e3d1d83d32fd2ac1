"""Bytes become text whose characters evidence can count, or one clear line."""

from __future__ import annotations

import codecs
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_samples import picture_pdf, protected_pdf, text_pdf

from loaders.documents import MAX_TEXT_BYTES, Document, read_document
from loaders.errors import LoaderError
from loaders.reading import read_minutes

SWEDISH = "Sammanträdesprotokoll\r\nÖstersund den 3 maj – «närvarande»\n§ 1 Åkes ärende\n"
EIGHT_BIT = "Sammanträde i Östersund\n§ 1 Åkes ärende\n"


@pytest.mark.parametrize(
    "data",
    [
        SWEDISH.encode(),
        codecs.BOM_UTF8 + SWEDISH.encode(),
        codecs.BOM_UTF16_LE + SWEDISH.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + SWEDISH.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + SWEDISH.encode("utf-32-le"),
        SWEDISH.encode("utf-16-le"),
        SWEDISH.encode("utf-16-be"),
        SWEDISH.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 mark", "utf-16-le mark", "utf-16-be mark", "utf-32 mark", "utf-16-le", "utf-16-be", "cp1252"],
)
def test_every_encoding_gives_the_same_text(data: bytes) -> None:
    assert read_document(data, "a.txt").text == SWEDISH


def test_latin_1_is_recognised() -> None:
    assert read_document(EIGHT_BIT.encode("latin-1"), "a.txt").text == EIGHT_BIT


def test_latin_1_with_a_code_that_windows_lacks() -> None:
    assert read_document(EIGHT_BIT.encode("latin-1") + b"\x81", "a.txt").text == EIGHT_BIT + "\x81"


def test_one_damaged_byte_does_not_make_utf_8_another_encoding() -> None:
    text = read_document(SWEDISH.encode() + b"\xe5 slut", "a.txt").text
    assert text == SWEDISH + "\ufffd slut"


def test_a_document_tells_what_it_was_read_from() -> None:
    data = SWEDISH.encode()
    digest = hashlib.sha256(data).hexdigest()
    assert read_document(data, "mapp/a.md") == Document("mapp/a.md", SWEDISH, digest, "text/markdown")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_utf_8_is_read_back_whole(text: str) -> None:
    assert read_document(("Protokoll " + text).encode(), "a.txt").text == "Protokoll " + text


@given(st.binary(min_size=1, max_size=400))
def test_any_bytes_become_a_text_or_one_line(data: bytes) -> None:
    line = ""
    try:
        assert read_document(data, "a.txt").text.encode().strip()
    except LoaderError as error:
        line = str(error)
    assert not line or line.startswith("a.txt: ")
    assert "\n" not in line


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "tom.txt", "empty"),
        (b" \n\t\n", "blank.txt", "nothing but white space"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + b"\x01" * 100, "bild.txt", "JPEG"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "bild.md", "PNG"),
        (b"PK\x03\x04\x14\x00\x00\x00\x08\x00" + b"\x00" * 20 + b"word/document.xml", "a.txt", "zip file is broken"),
        (b"text med en \x00 i sig", "noll.txt", "zero byte"),
        (bytes(range(1, 32)) * 4, "styr.txt", "control characters"),
        (b"\xff\xfe\x00\xd8\x41", "a.txt", "not valid UTF-16-LE"),
        (b"inte alls en PDF", "a.pdf", "not a PDF"),
        (b"%PDF-1.7\nsedan ingenting", "trasig.pdf", "broken"),
        (text_pdf(["hel sida"])[:300], "kort.pdf", "broken"),
        (picture_pdf(), "bild.pdf", "no picture on any page"),
        (protected_pdf(), "hemlig.pdf", "protected by a password"),
        (b"a" * (MAX_TEXT_BYTES + 1), "stor.txt", "at most 20 MB"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_holds_no_text_is_said_in_one_line(data: bytes, name: str, words: str) -> None:
    with pytest.raises(LoaderError) as caught:
        read_document(data, name)
    line = str(caught.value)
    assert line.startswith(f"{name}: ")
    assert words in line
    assert "\n" not in line


def test_a_pdf_gives_its_pages_with_the_offset_of_each() -> None:
    document = read_document(text_pdf(["Protokoll\n§ 1 Öppnande", "§ 2 Avslutning"]), "a.pdf")
    assert document.text == "Protokoll\n§ 1 Öppnande\f§ 2 Avslutning"
    assert [document.text[offset : offset + 3] for offset in document.pages] == ["Pro", "§ 2"]
    assert document.media_type == "application/pdf"


def test_a_pdf_is_known_by_its_contents_whatever_its_name() -> None:
    assert read_document(text_pdf(["Protokoll"]), "a.txt").media_type == "application/pdf"


def test_personal_identity_numbers_are_masked_on_reading_and_the_text_keeps_its_length() -> None:
    text = "Närvarande\nEva Ek 850709-9805 (S)\n"
    document = read_document(text.encode(), "Eva Ek 850709-9805.txt")
    assert document.text == "Närvarande\nEva Ek ¤¤¤¤¤¤-¤¤¤¤ (S)\n"
    assert document.name == "Eva Ek ¤¤¤¤¤¤-¤¤¤¤.txt"


def test_a_masked_number_leaves_the_decision_around_it_whole() -> None:
    text = "Kommunstyrelsen\nProtokoll 2024-03-05\nNärvarande\nEva Ek (S)\n\n§ 1 Bidrag\nBeslut\natt utbetala 5000 kr till Bo Berg, 850709-9805, i mars.\n"
    (minutes,) = read_minutes(read_document(text.encode(), "a.txt"))
    assert [point.text for point in minutes.items[0].decisions] == [
        "att utbetala 5000 kr till Bo Berg, ¤¤¤¤¤¤-¤¤¤¤, i mars."
    ]
