"""PDF, through PDFium: pages with text in them, and pictures of text by OCR."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pypdfium2
from pypdfium2 import raw

from loaders.errors import LoaderError
from loaders.formats import ocr
from loaders.formats.pages import Pages, join_pages
from loaders.formats.pdf_letters import letters_of, wrong_fonts
from loaders.formats.pdf_lines import lay_out_lines
from loaders.formats.pdf_mending import Seen, mend

if TYPE_CHECKING:
    from PIL.Image import Image

MARK = b"%PDF-"
MARK_WITHIN = 1024  # PDF 1.7, implementation note 13: readers look for the mark in the first 1024 bytes
WRONG_PASSWORD = 4  # FPDF_ERR_PASSWORD
MAX_PAGES = 5000
_POINTS = 72  # an inch


class _Page(NamedTuple):
    text: str
    read_from_picture: bool = False
    unread: bool = False


def looks_like_pdf(data: bytes) -> bool:
    """Tell whether the bytes claim to be a PDF."""
    return MARK in data[:MARK_WITHIN]


def read_pdf(data: bytes, name: str) -> Pages:
    """Return the text of all pages in reading order; letters that the font does not name are U+FFFD.

    A page without text but with a picture is read by OCR where that is installed, and so is a page whose fonts give
    one letter for several. Raises LoaderError for a PDF that is broken, needs a password or holds nothing readable.
    """
    pages = _read_pages(data, name)
    if not any(page.text.strip() for page in pages):
        if any(page.unread for page in pages):
            raise LoaderError(name, ocr.MISSING)
        raise LoaderError(name, f"no text and no picture on any page of the PDF ({len(pages)}); save it again")
    unread = tuple(number for number, page in enumerate(pages, start=1) if page.unread)
    return join_pages([page.text for page in pages], ocr=any(page.read_from_picture for page in pages), unread=unread)


def _read_pages(data: bytes, name: str) -> list[_Page]:
    try:
        with pypdfium2.PdfDocument(data) as pdf:
            if len(pdf) > MAX_PAGES:
                raise LoaderError(name, f"{len(pdf)} pages; at most {MAX_PAGES} are read, so split the file")
            pages: list[_Page] = []
            for number in range(len(pdf)):
                may_look = sum(page.read_from_picture for page in pages) < ocr.MAX_PICTURES
                pages.append(_read_page(pdf, number, name, may_look=may_look))
            return pages
    except pypdfium2.PdfiumError as error:
        if error.err_code == WRONG_PASSWORD:
            raise LoaderError(name, "the PDF is protected by a password; save a copy without one") from error
        raise LoaderError(name, "the PDF is broken and cannot be opened; fetch or save it again") from error


def _read_page(pdf: pypdfium2.PdfDocument, number: int, name: str, *, may_look: bool) -> _Page:
    page = pdf[number]
    try:
        text_page = page.get_textpage()
        try:
            letters = letters_of(text_page)
        finally:
            text_page.close()
        straight = page.get_rotation() == 0
        text = lay_out_lines(letters, straight=straight)
        has_text = bool(text.strip())
        fonts = wrong_fonts(letters) if has_text and straight else frozenset()
        if (has_text and not fonts) or (not has_text and not _has_picture(page)):
            return _Page(text)
        if not may_look or not ocr.can_read_pictures():
            return _Page(text, unread=True)
        if fonts:
            mended = mend(letters, fonts, _words_seen(page, name))
            return _Page(lay_out_lines(mended, straight=straight), read_from_picture=True)
        image, _ = _rendered(page)
        return _Page(ocr.read_image(image, name), read_from_picture=True)
    finally:
        page.close()


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    kinds = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING)
    return next(iter(page.get_objects(filter=kinds, max_depth=5)), None) is not None


def _words_seen(page: pypdfium2.PdfPage, name: str) -> list[Seen]:
    """Return the words that the page's picture shows, with their boxes in points."""
    image, scale = _rendered(page)
    left, _, _, top = page.get_cropbox()
    return [
        Seen(text, left + x0 / scale, top - y1 / scale, left + x1 / scale, top - y0 / scale)
        for text, x0, y0, x1, y1 in ocr.read_words(image, name)
    ]


def _rendered(page: pypdfium2.PdfPage) -> tuple[Image, float]:
    """Draw the page; also returns how many dots a point has."""
    longest = max(page.get_size()) or 1.0
    scale = min(ocr.DPI / _POINTS, ocr.LARGEST_SIDE / longest)
    image: Image = page.render(scale=scale, grayscale=True).to_pil().convert("L")
    return image, scale
