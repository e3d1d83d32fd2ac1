r"""Whether a Cypher query reads only and reaches nothing beyond the graph («räckvidd»): what may stand in it is listed.

Everything in Cypher that writes, changes the schema, loads a file or calls a procedure begins with a word that stands before a
name, a parameter, a number or a bracket. In a query that reads, only the keywords and functions listed here do. So a word
that is neither is refused, whatever a server understands by it; names that look like such words are written in backticks. The
transaction is one that cannot write, besides.

Neo4j undoes escapes such as \u0053 anywhere before it reads a query, and takes more characters for blanks than others do; so
neither may stand in one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from queries.cypher_lexer import CypherToken, cypher_tokens

BEGINNINGS: Final = frozenset({"MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN", "CALL"})
KEYWORDS: Final = BEGINNINGS | frozenset(
    """ALL AND ANY AS ASC ASCENDING BY CASE COLLECT CONTAINS COUNT DESC DESCENDING DISTINCT ELSE END ENDS EXISTS IN IS LIMIT
    NONE NOT NULL OFFSET OR ORDER SHORTESTPATH ALLSHORTESTPATHS SINGLE SKIP STARTS THEN UNION WHEN WHERE XOR TRUE FALSE""".split()
)
FUNCTIONS: Final = frozenset(
    """abs all any avg ceil exp log log10 sqrt char_length character_length coalesce collect count date datetime duration elementid endnode exists
    floor head id isempty keys labels last left length localdatetime ltrim max min nodes none nullif percentilecont
    percentiledisc properties range reduce relationships replace reverse right round rtrim sign single size split startnode
    stdev stdevp substring sum tail toboolean tobooleanlist tofloat tofloatlist tointeger tointegerlist tolower tostring
    tostringlist toupper trim type date.truncate datetime.truncate duration.between duration.indays duration.inmonths""".split()
)
_SIGNS: Final = frozenset("()[]{}<>=+-*/%^.,:;|&!~")
_ESCAPE: Final = re.compile(r"\\u+[0-9A-Fa-f]{4}")
_OPERANDS: Final = frozenset({"word", "name", "parameter", "number", "string"})


_BEGINNINGS: Final = ", ".join(sorted(BEGINNINGS))


class Refusal(NamedTuple):
    """Where a query does what is not allowed, and why, in one line."""

    start: int
    reason: str


def refusal_of(cypher: str) -> Refusal | None:
    """Return what is wrong with a query; None for one that only reads."""
    return next(_refusals(cypher), None)


def _refusals(text: str) -> Iterator[Refusal]:
    if escape := _ESCAPE.search(text):
        yield Refusal(escape.start(), f"{escape.group()} is refused; expected the character itself")
    code = list(cypher_tokens(text))
    while code and code[-1].text == ";":
        code.pop()
    if not code or code[0].text.upper() not in BEGINNINGS:
        found = f"{code[0].text} begins" if code else "an empty text is"
        yield Refusal(code[0].start if code else 0, f"{found} no query that reads; expected one of {_BEGINNINGS}")
    for at, token in enumerate(code):
        if token.kind == "sign" and (token.text not in _SIGNS or token.text == ";"):
            yield Refusal(token.start, f"{token.text!r} is refused; expected one query, with every quote closed")
        elif token.kind in {"word", "name"} and (reason := _reason(code, at)):
            yield Refusal(token.start, reason)


def _reason(code: Sequence[CypherToken], at: int) -> str | None:
    """Return why a word may not stand where it does."""
    word, before = code[at].text, code[at - 1].text if at else ""
    after = code[at + 1] if at + 1 < len(code) else None
    if word.upper() == "CALL" and before not in {".", ":"}:
        is_subquery = after is not None and _is_subquery(code, at + 1)
        return None if is_subquery else f"{word}: procedures are refused; expected a subquery, CALL {{ … }}"
    if after is None or before == ":":
        return None
    keyword = word.upper() in KEYWORDS
    if after.text == "(":
        name = _dotted(code, at)
        known = name.lower() in FUNCTIONS or (keyword and name == word)
        return None if known else f"{name}( is refused: no function or clause of queries that read is called so"
    followed = after.kind in _OPERANDS and after.text.upper() not in KEYWORDS
    opened = after.text in {"{", "["} and not _takes_value(before)
    if before != "." and not keyword and (followed or opened):
        return f"{word} {after.text}: no keyword of queries that read; a name that is called so goes in backticks"
    return None


def _is_subquery(code: Sequence[CypherToken], at: int) -> bool:
    """Tell whether `{` follows, or names in brackets and then `{`."""
    if code[at].text == "(":
        close = next((place for place in range(at, len(code)) if code[place].text == ")"), len(code))
        at = close + 1
    return at < len(code) and code[at].text == "{"


def _dotted(code: Sequence[CypherToken], at: int) -> str:
    """Return a function's whole name, with what stands before its dots."""
    parts = [code[at].text]
    while at >= 2 and code[at - 1].text == "." and code[at - 2].kind in {"word", "name"}:
        at -= 2
        parts.insert(0, code[at].text)
    return ".".join(parts)


def _takes_value(before: str) -> bool:
    """Tell whether a value may follow, so that a word before a bracket is a name and no clause."""
    return before.upper() in KEYWORDS or (before in _SIGNS and before not in {")", "]", "}"})
