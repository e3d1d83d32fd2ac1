"""The tokens of Cypher, as far as telling code from strings, comments and names needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple, cast

TokenKind = Literal["string", "name", "comment", "parameter", "number", "word", "sign"]

_TOKEN: Final = re.compile(
    r"""
    (?P<string>'(?:[^'\\]|\\.)*' | \"(?:[^\"\\]|\\.)*\")
    | (?P<name>`(?:[^`]|``)*`)
    | (?P<comment>//[^\n\r]* | /\*.*?\*/)
    | (?P<parameter>\$(?:\w+|`(?:[^`]|``)*`))
    | (?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
    | (?P<word>[^\W\d]\w*)
    | (?P<sign>\S)
    """,
    re.VERBOSE | re.DOTALL,
)


class CypherToken(NamedTuple):
    """A token with its place in the text."""

    kind: TokenKind
    text: str
    start: int


def cypher_tokens(text: str) -> Iterator[CypherToken]:
    """Yield the tokens of a query, without blanks and comments."""
    for match in _TOKEN.finditer(text):
        if match.lastgroup != "comment":
            yield CypherToken(cast("TokenKind", match.lastgroup), match.group(), match.start())
