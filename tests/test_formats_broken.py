"""Broken, locked and hostile files of every format: one clear line each, and nothing else is stopped."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from cli_runner import aktorsgraf
from format_samples import FORMATS, as_docx, as_html, as_odt, as_txt, saved, zipped
from pdf_samples import protected_pdf, text_pdf

from loaders.documents import read_document
from loaders.errors import LoaderError
from loaders.formats.package import MAX_MEMBER_BYTES, MAX_MEMBERS

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
    + "]><document><body><p><r><t>&m;</t></r></p></body></document>"
)
MANIFEST = b'<manifest><file-entry><encryption-data checksum="x"/></file-entry></manifest>'


def replaced(data: bytes, part: str, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        members = {one.filename: package.read(one) for one in package.infolist()}
    return zipped(members | {part: content})


def locked(data: bytes) -> bytes:
    """Set the mark of encryption on every member of a zip file."""
    changed = bytearray(data)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = changed.find(mark)
        while at >= 0:
            changed[at + place] |= 1
            at = changed.find(mark, at + 4)
    return bytes(changed)


def with_picture_only() -> bytes:
    return saved(docx.Document())


CASES: dict[str, tuple[bytes, str, str]] = {
    "word, cut": (as_docx()[:2000], "a.docx", "broken or cut short"),
    "word, no zip": (b"Protokoll", "a.docx", "not a Word file"),
    "word, old": (OLE + "WordDocument".encode("utf-16-le"), "a.doc", "save it as .docx or .pdf"),
    "word, password": (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "protected by a password"),
    "word, no document": (zipped({"[Content_Types].xml": b"<Types/>", "word/x.xml": b"<x/>"}), "a.docx", "no document"),
    "word, broken part": (replaced(as_docx(), "word/document.xml", b"<document><body>"), "a.docx", "word/document.xml"),
    "word, entities": (replaced(as_docx(), "word/document.xml", BOMB.encode()), "a.docx", "document.xml"),
    "word, bomb": (replaced(as_docx(), "word/document.xml", b" " * 30_000_000), "a.docx", "zip bomb"),
    "word, deep": (replaced(as_docx(), "word/document.xml", b"<a>" * 9000 + b"</a>" * 9000), "a.docx", "broken"),
    "word, empty": (with_picture_only(), "a.docx", "no text in the file"),
    "odt, cut": (as_odt()[:900], "a.odt", "broken or cut short"),
    "odt, no zip": (b"Protokoll", "a.odt", "not an OpenDocument file"),
    "odt, password": (replaced(as_odt(), "META-INF/manifest.xml", MANIFEST), "a.odt", "protected by a password"),
    "odt, entities": (replaced(as_odt(), "content.xml", BOMB.encode()), "a.odt", "content.xml"),
    "odt, bomb": (replaced(as_odt(), "content.xml", b" " * 30_000_000), "a.odt", "zip bomb"),
    "odt, empty": (replaced(as_odt(), "content.xml", b"<x><body><text/></body></x>"), "a.odt", "no text in the file"),
    "html, deep": (b"<html><body>" + b"<div>" * 100_000 + b"Protokoll", "a.html", "nested without end"),
    "html, empty": (
        b"<html><head><title>Protokoll</title></head><body><script>x</script></body>",
        "a.html",
        "white space",
    ),
    "pdf, cut": (text_pdf(["Protokoll"])[:200], "a.pdf", "broken"),
    "pdf, password": (protected_pdf(), "a.pdf", "protected by a password"),
    "excel": (
        zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<x/>"}),
        "a.xlsx",
        "save it as .docx or .pdf",
    ),
    "calc": (zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "a.ods", "that is no text"),
    "rtf": (b"{\\rtf1 Protokoll}", "a.rtf", "an RTF file; save it as .docx or .pdf"),
    "zip in zip": (zipped({"a.txt": as_txt()}), "b.zip/a.zip", "unpack it"),
    "zip, no zip": (b"Protokoll", "a.zip", "not a zip archive"),
    "png, cut": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a.png", "picture"),
    "png, no picture": (b"Protokoll", "a.png", "not a picture"),
}


@pytest.mark.parametrize("case", CASES)
def test_what_cannot_be_read_is_said_in_one_line(case: str) -> None:
    data, name, words = CASES[case]
    with pytest.raises(LoaderError) as caught:
        read_document(data, name)
    line = str(caught.value)
    assert line.startswith(f"{name}: ")
    assert words in line
    assert "\n" not in line


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_cut_anywhere_is_read_or_refused_in_one_line(name: str) -> None:
    data = FORMATS[name]()
    outcomes = 0
    for share in range(1, 8):
        try:
            outcomes += bool(read_document(data[: len(data) * share // 8], name).text)
        except LoaderError as error:
            outcomes += "\n" not in str(error)
    assert outcomes == 7


def test_html_is_known_by_its_content_and_a_text_by_its_lack_of_marks() -> None:
    assert read_document(as_html(), "a.txt").media_type == "text/html"
    assert read_document(b"Protokoll utan taggar", "a.html").media_type == "text/plain"


def test_one_bad_member_never_stops_the_rest(tmp_path: Path) -> None:
    members = {
        "bra.txt": as_txt(),
        "hel/bra.docx": as_docx(),
        "trasig.pdf": text_pdf(["x"])[:100],
        "inre.zip": zipped({"a.txt": as_txt()}),
        "gammal.doc": OLE + "WordDocument".encode("utf-16-le"),
        "bomb.txt": b"a" * 40_000_000,
        "../../ut.txt": as_txt(),
        "logga.png": b"\x89PNG\r\n\x1a\n",
        "__MACOSX/bra.txt": b"x",
        ".gömd.txt": b"x",
    }
    (tmp_path / "a.zip").write_bytes(zipped(members))
    done = aktorsgraf("parse", tmp_path / "a.zip")
    assert done.code == 2
    assert [line.split('"name":"')[1].split('"')[0] for line in done.out.splitlines()] == [
        "a.zip/bra.txt",
        "a.zip/hel/bra.docx",
        "a.zip/ut.txt",
    ]
    complaints = done.err.splitlines()
    assert [line.split(": ")[1] for line in complaints] == [
        f"a.zip/{name}" for name in ("bomb.txt", "gammal.doc", "inre.zip", "trasig.pdf")
    ]
    assert not list(tmp_path.parent.glob("ut.txt"))


def test_an_archive_on_standard_input() -> None:
    done = aktorsgraf("parse", "-", given=zipped({"a.html": as_html(), "b.txt": b""}))
    assert done.code == 2
    assert '"name":"-/a.html"' in done.out
    assert done.err == "aktorsgraf: -/b.txt: the file is empty; expected the text of minutes\n"


def test_locked_members_and_empty_archives_say_so(tmp_path: Path) -> None:
    (tmp_path / "låst.zip").write_bytes(locked(zipped({"a.txt": as_txt()})))
    (tmp_path / "tom.zip").write_bytes(zipped({}))
    (tmp_path / "annat.zip").write_bytes(zipped({"bild.gif": b"GIF8"}))
    done = aktorsgraf("parse", tmp_path / "låst.zip", tmp_path / "tom.zip", tmp_path / "annat.zip")
    locked_line, *empty = done.err.splitlines()
    assert "låst.zip/a.txt: protected by a password" in locked_line
    assert len(empty) == 2
    assert all("the archive holds no file to read" in line for line in empty)
    assert done.code == 2


def test_two_members_of_one_name_are_not_mixed_up(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"a.txt": as_txt(), "./a.txt": as_txt()}))
    done = aktorsgraf("parse", tmp_path / "a.zip")
    assert len(done.out.splitlines()) == 1
    assert "a second member of this name" in done.err


def test_the_text_of_a_member_is_printed_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"mapp/a.txt": as_txt()}))
    assert aktorsgraf("text", tmp_path / "a.zip" / "mapp" / "a.txt").out.encode() == as_txt()
    assert "no such member" in aktorsgraf("text", tmp_path / "a.zip" / "b.txt").err
    assert "name one file in it" in aktorsgraf("text", tmp_path / "a.zip").err


def test_a_build_follows_what_an_archive_holds(tmp_path: Path) -> None:
    archive, workspace = tmp_path / "in" / "a.zip", tmp_path / "w"
    archive.parent.mkdir()

    def built(*more: str) -> list[str]:
        return aktorsgraf("build", archive.parent, "--workspace", workspace, *more).err.splitlines()

    (archive.parent / "c.txt").write_bytes(as_txt() + b"\nTack.\n")  # a build that can read nothing changes nothing
    archive.write_bytes(zipped({"a.txt": as_txt(), "b.txt": as_txt() + b"\nSlut.\n"}))
    assert "files: 3 read, 0 unchanged, 0 not readable" in built()
    assert "files: 0 read, 3 unchanged, 0 not readable" in built()
    archive.write_bytes(b"PK\x03\x04 trasig")
    assert "files: 0 read, 1 unchanged, 1 not readable" in built("--prune")
    archive.write_bytes(zipped({"a.txt": as_txt()}))
    assert any("documents: 0 added, 0 replaced, 1 removed, 2 unchanged" in line for line in built("--prune"))


def test_bounds_are_what_the_documentation_says() -> None:
    assert (MAX_MEMBERS, MAX_MEMBER_BYTES) == (10_000, 64 * 1024 * 1024)
    many = zipped({f"{number}.txt": b"" for number in range(MAX_MEMBERS + 1)})
    with pytest.raises(LoaderError, match="at most 10000"):
        read_document(many, "många.zip")
