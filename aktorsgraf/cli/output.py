"""What reaches the terminal: results on standard output, everything else on standard error, nothing hostile."""

from __future__ import annotations

import os
import re
import sys

# Control characters, and the ones that turn the direction of text: minutes are not ours, and a terminal obeys both.
HOSTILE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
HOSTILE_IN_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class NobodyReadsError(Exception):
    """Standard output was closed by whoever read it, as `head` does."""


class OutputError(Exception):
    """Standard output cannot be written, as when the disk is full; the message is one line."""


def clean(text: str) -> str:
    """Return one line that is safe on a terminal: each run of control characters becomes a space."""
    return HOSTILE.sub(" ", text)


def complain(problem: str) -> None:
    """Write one line on standard error."""
    sys.stderr.write(f"aktorsgraf: {clean(problem)}\n")


def tell(message: str) -> None:
    """Write one line about what was done on standard error."""
    sys.stderr.write(f"{clean(message)}\n")


def counted(number: int, one: str) -> str:
    """Return a number with the noun it counts, which takes an s for all but one."""
    return f"{number} {one}" if number == 1 else f"{number} {one}s"


def write_text(text: str) -> None:
    """Write a text to standard output: exactly, or without control characters where a person looks on."""
    if sys.stdout.isatty():
        text = HOSTILE_IN_TEXT.sub("", text)
    write_bytes(text.encode())


def write_bytes(data: bytes) -> None:
    """Write bytes to standard output as they are. Raises NobodyReadsError and OutputError."""
    try:
        sys.stdout.flush()
        rest = memoryview(data)
        while rest:  # an unbuffered stream (PYTHONUNBUFFERED) may take a part
            rest = rest[sys.stdout.buffer.write(rest) :]
        sys.stdout.flush()
    except BrokenPipeError as error:  # a worker's pipe can break too; only this one is the reader's doing
        raise NobodyReadsError from error
    except OSError as error:
        raise OutputError(f"output: {(error.strerror or str(error)).lower()}; make room or write elsewhere") from error


def leave_standard_output() -> None:
    """Stop writing to a pipe that nobody reads, so that Python's own last flush does not complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
