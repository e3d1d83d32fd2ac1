"""Archives («zip-arkiv»): each file in one is a source of its own, named `archive.zip/inner.txt`."""

from __future__ import annotations

import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from loaders.errors import LoaderError
from loaders.formats.kinds import package_kind
from loaders.formats.package import EMPTY_MARK, MARK, open_package, read_member
from loaders.sources import FOLDER_SUFFIXES, TOLD_SUFFIXES, SourceFile

MAX_UNPACKED = 2 * 1024 * 1024 * 1024


class Member(NamedTuple):
    """One file of an archive: its bytes, or why they cannot be had."""

    source: SourceFile
    data: bytes = b""
    problem: LoaderError | None = None


def is_archive(data: bytes) -> bool:
    """Tell a zip archive from other files, documents that are zipped themselves among them."""
    if not data.startswith((MARK, EMPTY_MARK)):
        return False
    try:
        with open_package(data, "") as package:
            return package_kind(package) is None
    except LoaderError:
        return False  # reading it as a document will tell what is wrong


def members_of(archive: SourceFile, data: bytes) -> Iterator[Member]:
    """Yield the files in an archive that a folder would yield, sorted by name; one bad member stops no other."""
    with open_package(data, archive.name) as package:
        found, taken, unpacked = False, set(), 0
        for name, member in sorted(((_plain_name(one), one) for one in package.infolist()), key=lambda pair: pair[0]):
            if not _is_read(name, member):
                continue
            found = True
            source = SourceFile(archive.path, f"{archive.name}/{name}", member=name)
            if name in taken:
                yield _refused(source, "a second member of this name; only the first is read")
                continue
            taken.add(name)
            if unpacked > MAX_UNPACKED:
                yield _refused(
                    source, f"what stands before it unpacks to over {MAX_UNPACKED // 2**30} GB; split the archive"
                )
                return
            try:
                content = read_member(package, member, source.name)
            except LoaderError as error:
                yield Member(source, problem=error)
            else:
                unpacked += len(content)
                yield Member(source, content)
    if not found:
        kinds = " ".join(sorted(FOLDER_SUFFIXES - TOLD_SUFFIXES))
        yield Member(archive, problem=LoaderError(archive.name, f"the archive holds no file to read ({kinds})"))


def _refused(source: SourceFile, problem: str) -> Member:
    return Member(source, problem=LoaderError(source.name, problem))


def member_bytes(archive: SourceFile, data: bytes) -> bytes:
    """Return the bytes of the one member that the source names. Raises LoaderError."""
    with open_package(data, archive.name) as package:
        for member in package.infolist():
            if _plain_name(member) == archive.member:
                return read_member(package, member, archive.name)
    raise LoaderError(archive.name, "no such member in the archive")


def _is_read(name: str, member: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(name)
    hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts)
    return not member.is_dir() and not hidden and path.suffix.lower() in FOLDER_SUFFIXES


def _plain_name(member: zipfile.ZipInfo) -> str:
    """Return the name as a path below the archive, whatever it tries to be; names lead nowhere here."""
    parts = member.filename.replace("\\", "/").split("/")
    plain = "/".join(part for part in parts if part not in ("", ".", ".."))
    return unicodedata.normalize("NFC", plain.encode("utf-8", "replace").decode())
