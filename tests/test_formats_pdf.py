"""PDF: lines and columns, heads of pages, pages that are pictures, fonts that name letters wrongly."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest
from cli_runner import aktorsgraf
from missing import missing
from pdf_samples import text_pdf

from loaders.documents import read_document
from loaders.errors import LoaderError
from loaders.formats import ocr
from loaders.formats.pages import join_pages
from loaders.formats.pdf_letters import Letter, wrong_fonts
from loaders.formats.pdf_lines import lay_out_lines
from loaders.formats.pdf_mending import Seen, mend
from loaders.parse import parse_bytes

NYKARLEBY = Path(__file__).parents[2] / "shared" / "protocols" / "nykarleby-ungdomsfullmaktige-2023-05-09.pdf"
PAGE = """Sammanträdesprotokoll för Kommunstyrelsen i Tranås kommun
Plats och tid: Stadshuset, den 14 maj 2024 kl. 09.00-11.30
Beslutande
Eva Almgren (S), ordförande
Bo Lindkvist (M), vice ordförande
§ 41 Val av justerare
Kommunstyrelsen beslutar
att utse Bo Lindkvist att justera protokollet."""


def word(text: str, x: float, y: float, *, font: int = 1, wide: float = 5.0) -> list[Letter]:
    return [
        Letter(one, x + wide * at, y, x + wide * (at + 1) - 0.5, 10, 0.0, False, font, wide - 0.5, 5.0)
        for at, one in enumerate(text)
    ]


def needs_tesseract() -> None:
    if not ocr.can_read_pictures():
        missing("pictures of text: there is no tesseract with Swedish; install tesseract-ocr and tesseract-ocr-swe")


def scanned(page: str, first: bytes = b"") -> bytes:
    """Return a PDF whose last page is a picture of this text."""
    with pypdfium2.PdfDocument(text_pdf([page])) as source:
        image = source[0].render(scale=200 / 72, grayscale=True).to_pil().convert("RGB")
    pdf = pypdfium2.PdfDocument(first) if first else pypdfium2.PdfDocument.new()
    jpeg = io.BytesIO()
    image.save(jpeg, "JPEG", quality=95)
    picture = pypdfium2.PdfImage.new(pdf)
    picture.load_jpeg(jpeg)
    picture.set_matrix(pypdfium2.PdfMatrix().scale(595, 842))
    sheet = pdf.new_page(595, 842)
    sheet.insert_obj(picture)
    sheet.gen_content()
    output = io.BytesIO()
    pdf.save(output)
    pdf.close()
    return output.getvalue()


def test_columns_are_parted_by_a_tab_and_lines_follow_the_page() -> None:
    letters = [*word("sist", 50, 600), *word("Bo", 300, 700), *word("Eva", 50, 700), *word("Alm", 70, 700)]
    assert lay_out_lines(letters, straight=True) == "Eva Alm\tBo\nsist"


def test_columns_of_running_text_are_read_one_after_the_other() -> None:
    letters = []
    for row in range(9):
        letters += word(f"v{row}" + "a" * 30, 50, 700 - 14 * row) + word(f"h{row}" + "b" * 30, 320, 700 - 14 * row)
    lines = lay_out_lines(letters, straight=True).split("\n")
    assert [line[:2] for line in lines] == [f"v{row}" for row in range(9)] + [f"h{row}" for row in range(9)]


def test_heads_of_pages_are_known_by_repetition_and_the_first_is_text() -> None:
    pages = join_pages(
        [f"Kommunstyrelsen\nSida {number} (4)\n" + f"stycke {chr(96 + number)}" for number in range(1, 5)]
    )
    running = [pages.text[start:end] for start, end in pages.running]
    assert running == [
        "Kommunstyrelsen",
        "Sida 2 (4)",
        "Kommunstyrelsen",
        "Sida 3 (4)",
        "Kommunstyrelsen",
        "Sida 4 (4)",
    ]


def test_a_sentence_goes_on_past_the_head_of_the_next_page() -> None:
    head = "Tranås kommun\nProtokoll 2024-05-14\n"
    pages = [
        head + PAGE.rsplit("\n", 1)[0] + "\natt bilda en arbetsgrupp för",
        head + "skolskjuts.\n§ 42 Rapport\nKommunstyrelsen beslutar\natt lägga rapporten till",
        head + "handlingarna.",
    ]
    (minutes,) = parse_bytes(text_pdf(pages), "a.pdf")
    told = [point.text for item in minutes.items for point in item.decisions]
    assert told == ["att bilda en arbetsgrupp för skolskjuts.", "att lägga rapporten till handlingarna."]
    assert minutes.items[1].decisions[0].evidence[0].page == 2


def test_a_font_that_gives_one_letter_for_two_is_seen_and_mended_by_the_picture() -> None:
    right = [*word("justera", 50, 700), *word("jag", 120, 700)]
    assert not wrong_fonts(right)
    wide = [one._replace(width=9.0) if at < 2 else one for at, one in enumerate(word("jjotokojj", 50, 700))]
    assert wrong_fonts(wide) == {1}
    letters = [*wide, *word("17", 120, 700)]
    mended = mend(letters, frozenset({1}), [Seen("protokoll", 50, 699, 95, 707), Seen("I7", 120, 699, 130, 707)])
    assert lay_out_lines(mended, straight=True) == "protokoll\t17"


def test_a_picture_without_tesseract_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "can_read_pictures", lambda: False)
    with pytest.raises(LoaderError) as caught:
        read_document(scanned(PAGE), "skannad.pdf")
    assert str(caught.value) == f"skannad.pdf: {ocr.MISSING}"
    document = read_document(scanned("bild", text_pdf([PAGE])), "blandad.pdf")
    assert (document.unread, document.ocr) == ((2,), False)
    (minutes,) = parse_bytes(scanned("bild", text_pdf([PAGE])), "blandad.pdf")
    assert [warning.code for warning in minutes.warnings].count("page-not-read") == 1


def test_a_scan_is_read_and_says_that_it_was() -> None:
    needs_tesseract()
    (minutes,) = parse_bytes(scanned(PAGE), "skannad.pdf")
    assert minutes.source.ocr
    assert {person.name for person in minutes.participants} == {"Eva Almgren", "Bo Lindkvist"}
    assert [item.number for item in minutes.items] == ["41"]
    assert read_document(scanned(PAGE), "a.pdf").text == read_document(scanned(PAGE), "a.pdf").text


def test_signs_that_the_swedish_model_misreads_are_put_back() -> None:
    needs_tesseract()
    text = read_document(scanned("§ 41 Val\nParagrafer §§ 41-42\n42 § Budget\n8 personer\n8 Budget"), "a.pdf").text
    assert [line for line in text.split("\n") if line] == [
        "§ 41 Val",
        "Paragrafer §§ 41-42",
        "42 § Budget",
        "8 personer",
        "8 Budget",
    ]


def test_pages_of_both_kinds_are_read_page_by_page() -> None:
    needs_tesseract()
    document = read_document(scanned("Andra sidan är en bild", text_pdf([PAGE])), "blandad.pdf")
    assert document.text == PAGE + "\fAndra sidan är en bild"
    assert document.ocr


def test_a_font_map_that_loses_letters_is_mended_in_real_minutes() -> None:
    needs_tesseract()
    if not NYKARLEBY.is_file():
        missing(f"real minutes, which are no part of the project: there is no {NYKARLEBY}")
    done = aktorsgraf("text", NYKARLEBY)
    for words in (
        "17 § Val av protokolljusterare",
        "[X] Haverinen Emilia",
        "utsågs till protokolljusterare",
        "\nErsättare",
    ):
        assert words in done.out
    assert "jusjerare" not in done.out
    assert "\ufffd" not in done.out
