"""The log of judgements: one file of JSON Lines in the workspace, to which lines are only ever added («bedömningslogg»).

Unlike all else in a workspace it cannot be made again: keep it under version control. Lines merged from two copies in any
order mean the same. A line that a crash has torn, or a hand has spoilt, is reported and passed by.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from aktorsgraf.errors import WorkspaceError
from aktorsgraf.judgements import Entry, keyed

_READER = msgspec.json.Decoder(Entry)


class Log(NamedTuple):
    """The entries in the order of their lines, and a line about each that cannot be read."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[str, ...] = ()


def read_log(path: Path) -> Log:
    """Read the log; where there is none, nothing was said. Raises WorkspaceError where it cannot be read at all."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Log()
    except OSError as error:
        raise WorkspaceError(f"{path}: cannot be read ({error.strerror}); mend its permissions") from error
    entries: dict[str, Entry] = {}
    problems = []
    *whole, rest = data.split(b"\n")
    for number, line in enumerate([*whole, rest], start=1):
        if not line.strip():
            continue
        try:
            entry = _READER.decode(line)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            torn = number > len(whole)
            problems.append(f"{path}: line {number}: {_torn() if torn else _spoilt(error)}")
        else:
            entries.setdefault(entry.id, entry)
    return Log(tuple(entries.values()), tuple(problems))


def append_to_log(path: Path, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Add entries, each with its key, as whole lines that are on the disk when this returns. Raises WorkspaceError.

    Processes that add at the same time wait for each other. A torn line before is ended first, so that it spoils no other.
    """
    said = tuple(keyed(entry) for entry in entries)
    data = b"".join(msgspec.json.encode(entry) + b"\n" for entry in said)
    try:
        new = not path.exists()
        with path.open("ab+") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            if not _ends_a_line(file.fileno()):
                data = b"\n" + data
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if new:
            _sync_folder(path.parent)
    except OSError as error:
        raise WorkspaceError(f"{path}: cannot be written ({error.strerror}); nothing counts that was said") from error
    return said


def _ends_a_line(descriptor: int) -> bool:
    size = os.fstat(descriptor).st_size
    return size == 0 or os.pread(descriptor, 1, size - 1) == b"\n"


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _torn() -> str:
    return "ends in the middle, as a crash leaves it; passed by, say it again"


def _spoilt(error: Exception) -> str:
    return f"no entry of the log ({error}); passed by, mend or remove it"
