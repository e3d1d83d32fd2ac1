"""Where the bytes come from: files, folders and standard input («källor»)."""

from __future__ import annotations

import os
import stat
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from loaders.errors import LoaderError

STANDARD_INPUT = "-"
JSON_SUFFIXES = frozenset({".json", ".jsonl", ".ndjson"})
READ_SUFFIXES = (
    frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".odt", ".pdf"}) | JSON_SUFFIXES
)
# minutes are kept in these too; they are not passed by in silence, but each says what to save it as
TOLD_SUFFIXES = frozenset({".doc", ".rtf"})
FOLDER_SUFFIXES = READ_SUFFIXES | TOLD_SUFFIXES | {".zip"}
MAX_FILE_BYTES = 512 * 1024 * 1024


class SourceFile(NamedTuple):
    """One source to read.

    `path` is None for standard input. `name` is the path within the folder given, or the file's own name. `problem`
    says why there is nothing to read: the source is passed on so that it is reported in its turn. `member` is the file
    meant where `path` is an archive that holds it.
    """

    path: Path | None
    name: str
    problem: str | None = None
    member: str | None = None


def find_sources(arguments: Sequence[str]) -> Iterator[SourceFile]:
    """Yield each file once, in the order of the arguments and sorted within a folder.

    In a folder, hidden files, symbolic links, pipes and files of other suffixes than those read are passed by, pictures
    among them, which are seldom minutes; a file that is named itself is always yielded.
    """
    seen: set[Path | None] = set()
    for argument in arguments:
        for source in _sources_of(argument):
            key = source.path and source.path.absolute() / (source.member or "")
            if source.problem or key not in seen:
                seen.add(key)
                yield source


def read_source(source: SourceFile) -> bytes:
    """Return the bytes. Raises LoaderError where they cannot be had."""
    if source.problem:
        raise LoaderError(source.name, source.problem)
    try:
        if source.path is None:
            data = sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
        else:
            with source.path.open("rb") as file:
                data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise LoaderError(source.name, _reason(error)) from error
    if len(data) > MAX_FILE_BYTES:
        raise LoaderError(source.name, f"more than {MAX_FILE_BYTES // 2**20} MB; split the file")
    return data


def _sources_of(argument: str) -> Iterator[SourceFile]:
    path = Path(argument)
    if argument == STANDARD_INPUT:
        yield SourceFile(None, STANDARD_INPUT)
        return
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except FileNotFoundError:
        yield SourceFile(path, _printable(argument), "no such file or folder")
    except NotADirectoryError:
        yield _within_archive(path) or SourceFile(path, _printable(argument), "no such file or folder")
    except (OSError, ValueError) as error:  # ValueError: a name that no file system takes
        yield SourceFile(path, _printable(argument), _reason(error))
    else:
        yield from _walk(path) if is_folder else [SourceFile(path, _printable(path.name))]


def _within_archive(path: Path) -> SourceFile | None:
    """Return the member of an archive that a path below it names."""
    archive = next((parent for parent in path.parents if parent.is_file()), None)
    if archive is None or archive.suffix.lower() != ".zip":
        return None
    member = _printable(path.relative_to(archive).as_posix())
    return SourceFile(archive, f"{_printable(archive.name)}/{member}", member=member)


def _walk(folder: Path) -> Iterator[SourceFile]:
    found = False
    problems: list[SourceFile] = []

    def note(error: OSError) -> None:
        problems.append(SourceFile(Path(error.filename), _printable(error.filename), _reason(error)))

    for parent, folders, files in os.walk(folder, onerror=note, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(parent, name)
            if not name.startswith(".") and path.suffix.lower() in FOLDER_SUFFIXES and _is_plain(path):
                found = True
                yield SourceFile(path, _printable(path.relative_to(folder).as_posix()))
    yield from problems
    if not found and not problems:
        kinds = " ".join(sorted(FOLDER_SUFFIXES - TOLD_SUFFIXES))
        yield SourceFile(folder, _printable(str(folder)), f"the folder holds no file to read ({kinds})")


def _is_plain(path: Path) -> bool:
    """Tell files from links, which may lead out of the folder, and from pipes, which may never end."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return True  # reading it will tell what is wrong


def _printable(name: str) -> str:
    """Return the name as composed Unicode, with U+FFFD where the file system's bytes are not UTF-8."""
    return unicodedata.normalize("NFC", os.fsencode(name).decode("utf-8", "replace"))


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, PermissionError):
        return "no permission to read it; change the file's permissions or leave it out"
    return ((isinstance(error, OSError) and error.strerror) or str(error)).lower()
