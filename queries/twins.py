"""The Cypher twins of the pack: `cypher/NAME.cypher`, each checked against the head of `sparql/NAME.rq`.

A twin has no head. It uses the declared parameters as `$name` (null when not given, text folded, dates as dates) and returns
the declared columns by these names, in this order. What it finds is sorted and typed as the other's solutions are.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources.abc import Traversable
from typing import Final, NamedTuple

from queries.cypher_lexer import CypherToken, cypher_tokens
from queries.cypher_reach import refusal_of
from queries.header import fail
from queries.parameters import Parameter
from queries.table import Column

SUFFIX: Final = ".cypher"
_OPENING: Final = frozenset("([{")
_CLOSING: Final = frozenset(")]}")
_AFTER: Final = frozenset({"ORDER", "SKIP", "LIMIT"})


class _Item(NamedTuple):
    """What a RETURN gives one column: its name and where it stands."""

    name: str
    start: int


def load_twin(file: Traversable, parameters: Sequence[Parameter], columns: Sequence[Column]) -> str:
    """Load and check a twin. Raises PackError with file and line."""
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        fail(file.name, 1, "there is no such file; expected the query in Cypher beside the one in SPARQL")
    except UnicodeDecodeError as error:
        fail(file.name, 1, f"not UTF-8 ({error.reason}); save it as UTF-8")
    code = tuple(cypher_tokens(text))
    if refused := refusal_of(text):
        fail(file.name, line_of(text, refused.start), refused.reason)
    _check_columns(file.name, text, code, columns)
    _check_parameters(file.name, text, code, parameters)
    return text


def line_of(text: str, offset: int) -> int:
    """Return the line of a place, from 1."""
    return text.count("\n", 0, offset) + 1


def _check_columns(file: str, text: str, code: Sequence[CypherToken], columns: Sequence[Column]) -> None:
    items = returned(code)
    if not items:
        fail(file, line_of(text, len(text.rstrip())), "no RETURN at the end; expected one that gives the columns")
    declared = [column.name for column in columns]
    names = [item.name for item in items]
    if names != declared:
        wrong = next((item for item, name in zip(items, declared, strict=False) if item.name != name), items[-1])
        problem = f"columns differ: declared {', '.join(declared)}; returned {', '.join(names)}"
        fail(file, line_of(text, wrong.start), problem)


def _check_parameters(file: str, text: str, code: Sequence[CypherToken], parameters: Sequence[Parameter]) -> None:
    declared = [parameter.name for parameter in parameters]
    used = {token.text[1:].strip("`"): token for token in reversed(code) if token.kind == "parameter"}
    for name, token in used.items():
        if name not in declared:
            fail(
                file, line_of(text, token.start), f"${name} is no declared parameter; declare it in the .rq file's head"
            )
    for name in declared:
        if name not in used:
            fail(file, 1, f"parameter {name} is not used; use ${name} or leave it out of the .rq file's head")


def returned(code: Sequence[CypherToken]) -> tuple[_Item, ...]:
    """Return the columns of the last RETURN that stands outside braces: each by its alias, or as it is written."""
    start, depth = None, 0
    for at, token in enumerate(code):
        depth += (token.text in _OPENING) - (token.text in _CLOSING)
        if depth == 0 and token.kind == "word" and token.text.upper() == "RETURN":
            start = at + 1
    if start is None:
        return ()
    if start < len(code) and code[start].text.upper() == "DISTINCT":
        start += 1
    items: list[list[CypherToken]] = [[]]
    for token in code[start:]:
        depth += (token.text in _OPENING) - (token.text in _CLOSING)
        if depth == 0 and token.kind == "word" and token.text.upper() in _AFTER:
            break
        if depth == 0 and token.text == ",":
            items.append([])
        else:
            items[-1].append(token)
    return tuple(_item(tokens) for tokens in items if tokens)


def _item(tokens: Sequence[CypherToken]) -> _Item:
    named = len(tokens) > 1 and tokens[-2].text.upper() == "AS"
    written = tokens[-1].text if named else "".join(token.text for token in tokens)
    return _Item(written.strip("`;"), tokens[0].start)
