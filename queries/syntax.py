"""Where a query is not SPARQL: what pyoxigraph says, as a place and a short reason."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

REASON_LENGTH: Final = 200
_PLACED: Final = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


class Slip(NamedTuple):
    """The line and column, both from 1, where the parser stopped, and why, in one line."""

    line: int
    column: int
    reason: str


def slip_of(error: SyntaxError) -> Slip:
    """Tell the place and the reason of an error of pyoxigraph's parser."""
    match = _PLACED.match(str(error.msg))
    if match is None:
        return Slip(error.lineno or 1, error.offset or 1, brief(str(error.msg)))
    return Slip(int(match.group(1)), int(match.group(2)), brief(match.group(3)))


def brief(message: str) -> str:
    """Return a message as one line of at most `REASON_LENGTH` characters."""
    line = " ".join(message.split())
    return line if len(line) <= REASON_LENGTH else f"{line[: REASON_LENGTH - 1]}…"
