"""Zipped files («paket», «arkiv»): their parts, within bounds that no honest file comes near."""

from __future__ import annotations

import io
import zipfile
import zlib

from loaders.errors import LoaderError

MARK = b"PK\x03\x04"
EMPTY_MARK = b"PK\x05\x06"
MAX_MEMBERS = 10_000
MAX_MEMBER_BYTES = 64 * 1024 * 1024
MAX_RATIO = 200  # texts of minutes shrink to a tenth, markup to a fiftieth
RATIO_FROM = 1024 * 1024  # bytes below which a ratio harms nobody
_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


def open_package(data: bytes, name: str) -> zipfile.ZipFile:
    """Open a zip file. Raises LoaderError where it is broken or holds too many members."""
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        members = package.infolist()
    except _BROKEN as error:
        raise LoaderError(name, "the zip file is broken or cut short; fetch or save it again") from error
    if len(members) > MAX_MEMBERS:
        raise LoaderError(name, f"{len(members)} members in the zip file; at most {MAX_MEMBERS} are read, so split it")
    return package


def read_member(package: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> bytes:
    """Unpack one member. `name` is what errors call it. Raises LoaderError where it is locked, broken or a bomb."""
    if member.flag_bits & _ENCRYPTED:
        raise LoaderError(name, "protected by a password in the zip file; unpack it and name the file itself")
    try:
        with package.open(member) as file:
            data = file.read(MAX_MEMBER_BYTES + 1)
    except _BROKEN as error:
        raise LoaderError(name, "broken in the zip file; pack it again") from error
    if len(data) > MAX_MEMBER_BYTES:
        raise LoaderError(name, f"unpacks to more than {MAX_MEMBER_BYTES // 2**20} MB; it is not read")
    if len(data) > max(RATIO_FROM, MAX_RATIO * member.compress_size):
        raise LoaderError(name, f"unpacks to more than {MAX_RATIO} times its size, as a zip bomb does; it is not read")
    return data


def read_part(package: zipfile.ZipFile, part: str, name: str) -> bytes | None:
    """Unpack one part of a document; None where it has none of that name. Raises LoaderError."""
    try:
        member = package.getinfo(part)
    except KeyError:
        return None
    return read_member(package, member, name)
