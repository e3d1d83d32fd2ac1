"""A file's bytes as a text whose characters evidence can count («handling»)."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath

import msgspec

from loaders.errors import LoaderError
from loaders.formats.docx import read_docx
from loaders.formats.html import SUFFIXES as HTML_SUFFIXES
from loaders.formats.html import has_tags, looks_like_html, read_html
from loaders.formats.kinds import DOCX, ODT, package_kind, picture_kind, refuse_others
from loaders.formats.ocr import read_picture
from loaders.formats.odt import read_odt
from loaders.formats.package import EMPTY_MARK, MARK, open_package
from loaders.formats.pages import Pages
from loaders.formats.pdf import looks_like_pdf, read_pdf
from loaders.formats.text import decode_text
from loaders.privacy import mask_text

MAX_TEXT_BYTES = 20 * 1024 * 1024
MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
PLAIN_SUFFIXES = MARKDOWN_SUFFIXES | {".txt"}
PICTURE_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff"})
PACKAGE_READERS = {DOCX: read_docx, ODT: read_odt}
# what a suffix promises, where the bytes are something else
PROMISES = {
    ".pdf": "not a PDF (no %PDF mark at its beginning)",
    ".docx": "not a Word file (no zip mark at its beginning)",
    ".odt": "not an OpenDocument file (no zip mark at its beginning)",
    ".zip": "not a zip archive (no zip mark at its beginning)",
    **dict.fromkeys(PICTURE_SUFFIXES, "not a picture of a known kind (JPEG, PNG, TIFF)"),
}


class Document(msgspec.Struct, frozen=True):
    """One file, decoded. All offsets anywhere count the code points of `text`.

    `name` is the path within the folder given, the file's own name, or "-" for standard input. `text` is the file's but for
    personal identity numbers, whose digits are asterisks; it has its newlines as the file has them, without a byte order mark. `sha256` is of the file's bytes. `pages` holds the offset at which
    each page begins, and is empty for formats without pages. `running` holds the spans of heads and feet of pages
    that only say again what stands on an earlier page. `ocr` tells that the text, or some of its pages, was read from
    pictures; `unread` are the pages, counted from 1, whose pictures of text could not be read.
    """

    name: str
    text: str
    sha256: str
    media_type: str
    pages: tuple[int, ...] = ()
    running: tuple[tuple[int, int], ...] = ()
    ocr: bool = False
    unread: tuple[int, ...] = ()


def read_document(data: bytes, name: str) -> Document:
    """Decode one file by what it contains, its name's suffix deciding only between kinds of plain text.

    Personal identity numbers are masked here, before anything else sees the text; it keeps its length. Raises LoaderError for
    what holds no text.
    """
    document = _decoded(data, name)
    return msgspec.structs.replace(document, name=mask_text(document.name), text=mask_text(document.text))


def is_plain_text(data: bytes, name: str) -> bool:
    """Tell a file that only has to be decoded from one that a library must open."""
    opened = looks_like_pdf(data) or data.startswith((MARK, EMPTY_MARK)) or picture_kind(data) or looks_like_html(data)
    return PurePosixPath(name).suffix.lower() in PLAIN_SUFFIXES and not opened


def _decoded(data: bytes, name: str) -> Document:
    digest = hashlib.sha256(data).hexdigest()
    suffix = PurePosixPath(name).suffix.lower()
    if not data:
        raise LoaderError(name, "the file is empty; expected the text of minutes")
    if looks_like_pdf(data):
        return _paged(read_pdf(data, name), name, digest, "application/pdf")
    if data.startswith((MARK, EMPTY_MARK)):
        text, media_type = _read_package(data, name)
        return Document(name, text, digest, media_type)
    picture = picture_kind(data)
    if picture:
        kind, media_type = picture
        if suffix not in PICTURE_SUFFIXES:
            raise LoaderError(
                name, f"the file is a {kind} picture, not a text; name it .{kind.lower()} if it is a scan"
            )
        return _paged(read_picture(data, name), name, digest, media_type)
    refuse_others(data, name)
    if suffix in PROMISES:
        raise LoaderError(name, f"{PROMISES[suffix]}; the file is broken or has the wrong name")
    text, media_type = _read_characters(data, name, suffix)
    if not text.strip():
        raise LoaderError(name, "the file holds nothing but white space; expected the text of minutes")
    return Document(name, text, digest, media_type)


def _paged(read: Pages, name: str, digest: str, media_type: str) -> Document:
    return Document(name, read.text, digest, media_type, read.offsets, read.running, read.ocr, read.unread)


def _read_package(data: bytes, name: str) -> tuple[str, str]:
    with open_package(data, name) as package:
        kind = package_kind(package)
        if kind is None:
            raise LoaderError(name, "a zip archive within an archive, or where one file is expected; unpack it")
        if kind not in PACKAGE_READERS:
            raise LoaderError(name, f"the file is {kind}")
        text = PACKAGE_READERS[kind](package, name)
    if not text.strip():
        raise LoaderError(name, "no text in the file; expected the text of minutes (pictures in it are not read)")
    return text, kind


def _read_characters(data: bytes, name: str, suffix: str) -> tuple[str, str]:
    if len(data) > MAX_TEXT_BYTES:
        limit = MAX_TEXT_BYTES // 2**20
        size = len(data) // 2**20
        raise LoaderError(name, f"{size} MB of text; minutes of at most {limit} MB are read, so split the file")
    if looks_like_html(data) or (suffix in HTML_SUFFIXES and has_tags(data)):
        return read_html(data, name), "text/html"
    return decode_text(data, name), "text/markdown" if suffix in MARKDOWN_SUFFIXES else "text/plain"
