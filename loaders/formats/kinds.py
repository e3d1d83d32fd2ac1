"""What a file is, by what it contains: the formats that are read, and those that must be saved as another one."""

from __future__ import annotations

import zipfile

from loaders.errors import LoaderError

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
SAVE_AS = "save it as .docx or .pdf"
OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PICTURES: tuple[tuple[bytes, str, str], ...] = (
    (b"\xff\xd8\xff", "JPEG", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "PNG", "image/png"),
    (b"II*\x00", "TIFF", "image/tiff"),
    (b"MM\x00*", "TIFF", "image/tiff"),
)
# within an old Office file, names of its streams are UTF-16
OLE_KINDS: tuple[tuple[str, str], ...] = (
    ("EncryptedPackage", "protected by a password; save a copy without one"),
    ("WordDocument", f"an old Word file (.doc); {SAVE_AS}"),
    ("Workbook", f"an old Excel file (.xls); {SAVE_AS}"),
    ("PowerPoint Document", f"an old PowerPoint file (.ppt); {SAVE_AS}"),
)
OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", f"an RTF file; {SAVE_AS}"),
    (b"GIF8", f"a GIF picture, not a text; {SAVE_AS}"),
    (b"RIFF", "a RIFF media file, not a text; expected minutes"),
    (b"\x1f\x8b", "a gzip archive, not a text; unpack it, or pack it as .zip"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive, not a text; unpack it, or pack it as .zip"),
    (b"Rar!\x1a\x07", "a RAR archive, not a text; unpack it, or pack it as .zip"),
    (b"\x7fELF", "a program, not a text; expected minutes"),
    (b"MZ\x90\x00", "a program, not a text; expected minutes"),
    (b"SQLite format 3\x00", "an SQLite database, not a text; expected minutes"),
)
_FOLDERS: tuple[tuple[str, str], ...] = (
    ("word/", DOCX),
    ("xl/", f"an Excel file (.xlsx); {SAVE_AS}"),
    ("ppt/", f"a PowerPoint file (.pptx); {SAVE_AS}"),
    ("Index/Document.iwa", f"a Pages file; {SAVE_AS}"),
)


def package_kind(package: zipfile.ZipFile) -> str | None:
    """Return the media type of a zipped document that is read, or what is to be said of another; None for an archive."""
    names = package.namelist()
    if "mimetype" in names:
        with package.open("mimetype") as file:
            stated = file.read(100).decode("ascii", "replace").strip()
        if stated in (ODT, ODT + "-template"):
            return ODT
        if stated.startswith("application/vnd.oasis.opendocument"):
            return f"an OpenDocument file that is no text; {SAVE_AS}"
        if stated == "application/epub+zip":
            return f"an e-book; {SAVE_AS}"
    if "content.xml" in names and "META-INF/manifest.xml" in names:
        return ODT
    if "[Content_Types].xml" not in names and not any(name == "Index/Document.iwa" for name in names):
        return None
    return next((kind for folder, kind in _FOLDERS if any(name.startswith(folder) for name in names)), None)


def picture_kind(data: bytes) -> tuple[str, str] | None:
    """Return the name and the media type of a picture that can be read as a scan."""
    return next(((kind, media) for mark, kind, media in PICTURES if data.startswith(mark)), None)


def refuse_others(data: bytes, name: str) -> None:
    """Raise LoaderError where the file is of a known kind that is not read."""
    if data.startswith(OLE_MARK):
        told = (kind for stream, kind in OLE_KINDS if stream.encode("utf-16-le") in data)
        raise LoaderError(name, f"the file is {next(told, f'an old Office file; {SAVE_AS}')}")
    for mark, words in OTHERS:
        if data.startswith(mark):
            raise LoaderError(name, f"the file is {words}")
