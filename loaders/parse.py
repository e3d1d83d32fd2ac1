"""From one source to the minutes in it, whether they are a text or already parsed («protokoll»)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

import msgspec

from loaders.archives import is_archive, member_bytes
from loaders.documents import Document, read_document
from loaders.errors import LoaderError
from loaders.minutes import Minutes, decode_minutes
from loaders.privacy import mask_minutes
from loaders.reading import Extract, extracts_of, read_minutes
from loaders.sources import JSON_SUFFIXES, STANDARD_INPUT, SourceFile, read_source

UTF8_MARK = b"\xef\xbb\xbf"
JSON_BEGINNING = re.compile(rb"\s*(?:\[\s*)?\{\s*\"")


def parse_source(source: SourceFile) -> tuple[Minutes, ...]:
    """Read one source: minutes as text, or the contract's JSON (an object, an array, or a line each).

    Raises LoaderError where the source cannot be read or holds no minutes.
    """
    return parse_bytes(_bytes_of(source), source.name)


def parse_bytes(data: bytes, name: str) -> tuple[Minutes, ...]:
    """Read the minutes in one file's bytes, as `parse_source` does; needs no file system, so it can run anywhere."""
    if holds_json(data, name):
        return tuple(map(mask_minutes, decode_json(data, name)))
    minutes = read_minutes(read_document(data, name))
    if not minutes:
        raise nothing_found(name)
    return minutes


def cut_bytes(data: bytes, name: str) -> Iterator[Extract]:
    """Cut one file's text where meetings begin; `read_extract` reads each part, anywhere. Raises LoaderError."""
    return extracts_of(read_document(data, name))


def nothing_found(name: str) -> LoaderError:
    """Say of a file that there are no minutes in it."""
    return LoaderError(name, "no meeting, attendance or items found; expected the text of minutes")


def read_text(source: SourceFile) -> Document:
    """Read one source's text as evidence counts it. Raises LoaderError, also for minutes that are parsed already."""
    data = _bytes_of(source)
    if is_archive(data) and not source.member:
        raise LoaderError(source.name, f"an archive; name one file in it, as {source.name}/NAME")
    if holds_json(data, source.name):
        raise LoaderError(source.name, "parsed minutes have no text of their own; name the file they were read from")
    return read_document(data, source.name)


def _bytes_of(source: SourceFile) -> bytes:
    """Read a file, or the one file in an archive that the source means."""
    data = read_source(source)
    return member_bytes(source, data) if source.member else data


def holds_json(data: bytes, name: str) -> bool:
    """Tell parsed minutes by the suffix, and on standard input by how they begin."""
    if name == STANDARD_INPUT:
        return JSON_BEGINNING.match(data.removeprefix(UTF8_MARK)) is not None
    return PurePosixPath(name).suffix.lower() in JSON_SUFFIXES


def decode_json(data: bytes, name: str) -> Iterator[Minutes]:
    """Yield the minutes of one object, of an array, or of JSON Lines. Raises LoaderError naming line and field."""
    data = data.removeprefix(UTF8_MARK)
    if not data.strip():
        raise LoaderError(name, "the file is empty; expected parsed minutes as JSON")
    if data.lstrip().startswith(b"["):
        try:
            listed = msgspec.json.decode(data, type=tuple[Minutes, ...])
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise LoaderError(name, f"not parsed minutes: {error}") from error
        if not listed:
            raise LoaderError(name, "an empty list; expected parsed minutes")
        yield from listed
        return
    pieces = list(_pieces(data))
    for number, piece in pieces:
        try:
            yield decode_minutes(piece)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            where = f"line {number}: " if len(pieces) > 1 else ""
            raise LoaderError(name, f"{where}not parsed minutes: {error}") from error


def _pieces(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Split JSON Lines, which begin an object on every line; one object over several lines stays whole."""
    lines = [(number, line) for number, line in enumerate(data.split(b"\n"), start=1) if line.strip()]
    if all(line.lstrip().startswith(b"{") for _, line in lines[:2]):
        yield from lines
    else:
        yield 1, data
