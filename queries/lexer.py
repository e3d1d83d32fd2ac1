"""The tokens of SPARQL 1.1, as far as telling code from strings, comments, IRIs and names needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, cast

TokenKind = Literal["string", "iri", "comment", "variable", "name", "language", "number", "word", "sign"]

# In this order, at each place the first that matches: what the grammar's terminals say, longest first.
_TOKEN: Final = re.compile(
    r"""
    (?P<string>\"{3}(?:\"{0,2}(?:[^\"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
             | \"(?:[^\"\\\n\r]|\\.)*\" | '(?:[^'\\\n\r]|\\.)*')
    | (?P<iri><[^<>\"{}|^`\\\x00-\x20]*>)
    | (?P<comment>\#[^\n\r]*)
    | (?P<variable>[?$]\w+)
    | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<name>(?:[^\W\d][\w.·-]*)?:(?:[\w:.·%-]|\\.)*)
    | (?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
    | (?P<word>[^\W\d]\w*)
    | (?P<sign>\S)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A token with its place in the text; comments are left out of `tokens`."""

    kind: TokenKind
    text: str
    start: int

    @property
    def end(self) -> int:
        """Where the token ends, exclusive."""
        return self.start + len(self.text)


def tokens(sparql: str) -> Iterator[Token]:
    """Yield the tokens of a query, without blanks and comments."""
    for match in _TOKEN.finditer(sparql):
        kind = cast("TokenKind", match.lastgroup)
        if kind != "comment":
            yield Token(kind, match.group(), match.start())
