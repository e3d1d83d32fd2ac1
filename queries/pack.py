"""The query pack: `sparql/NAME.rq` and their twins `cypher/NAME.cypher`, each checked as a whole when it is loaded.

A file's head (`queries.header`) is its only metadata; its body is valid SPARQL as it stands. Parameters are variables that
begin with an underscore, in one VALUES row whose values are the example; running a query replaces that row and nothing else.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

import pyoxigraph as ox

from queries.errors import PackError, ParameterError
from queries.header import Header, fail, read_header
from queries.lexer import Token, tokens
from queries.parameters import Checked, Given, Parameter, row_of, values_of
from queries.syntax import slip_of
from queries.table import Column
from queries.twins import SUFFIX as TWIN
from queries.twins import load_twin

SUFFIX: Final = ".rq"
MARK: Final = "?_"


@dataclass(frozen=True, slots=True)
class Query:
    """A query of the pack. `row` is where the values of its parameters stand in `sparql`; None when it has none.

    `cypher` is None for a query outside the pack that has no twin.
    """

    name: str
    title: Mapping[str, str]
    description: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    order: tuple[tuple[str, bool], ...]
    example: Mapping[str, str]
    sparql: str
    row: tuple[int, int] | None
    cypher: str | None = None

    def values(self, given: Mapping[str, Given]) -> dict[str, Checked]:
        """Return the checked values of all parameters, for the query in Cypher. Raises ParameterError."""
        return values_of(self.name, self.parameters, given)

    def bind(self, given: Mapping[str, Given]) -> str:
        """Return the query with these parameters; the others are undefined. Raises ParameterError."""
        cells = row_of(self.name, self.parameters, given)
        if self.row is None:
            return self.sparql
        start, end = self.row
        return f"{self.sparql[:start]}{cells}{self.sparql[end:]}"


def load_pack(folder: Traversable | None = None, twins: Traversable | None = None) -> dict[str, Query]:
    """Load and check all queries with their Cypher twins, by name in order of name. Raises PackError with file and line.

    Without folders, the pack's own; a `folder` alone holds queries that have no twins.
    """
    if folder is None:
        folder, twins = files("queries") / "sparql", files("queries") / "cypher"
    found = sorted((entry for entry in folder.iterdir() if entry.name.endswith(SUFFIX)), key=lambda entry: entry.name)
    pack = {query.name: query for query in map(load_query, found)}
    if twins is None:
        return pack
    for entry in sorted(twins.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(TWIN) and entry.name.removesuffix(TWIN) not in pack:
            fail(entry.name, 1, f"there is no {entry.name.removesuffix(TWIN)}{SUFFIX}; expected one in sparql/")
    return {
        name: replace(query, cypher=load_twin(twins / f"{name}{TWIN}", query.parameters, query.columns))
        for name, query in pack.items()
    }


def no_query(name: str, pack: Collection[str]) -> str:
    """Say that the pack has no query of that name, and which is like it, or all there are."""
    like = get_close_matches(name.lower().replace("_", "-").replace(" ", "-"), pack, n=1)
    return f"no query {name!r}" + (f" (did you mean {like[0]}?)" if like else f"; there are {', '.join(pack)}")


def load_query(file: Traversable) -> Query:
    """Load and check one query. Raises PackError with file and line."""
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise PackError(f"{file.name}:1: not UTF-8 ({error.reason}); save it as UTF-8") from error
    header = read_header(file.name, text)
    code = tuple(tokens(text))
    _check_columns(file.name, text, header)
    row = _find_row(file.name, text, code, header)
    query = Query(
        name=file.name.removesuffix(SUFFIX),
        title=header.title,
        description=header.description,
        parameters=header.parameters,
        columns=header.columns,
        order=header.order,
        example=header.example,
        sparql=text,
        row=row,
    )
    _check_example(file.name, query)
    return query


def _check_columns(file: str, text: str, header: Header) -> None:
    try:
        selected = _selected(text)
    except SyntaxError as error:
        slip = slip_of(error)
        fail(file, slip.line, f"no valid SPARQL: {slip.reason}")
    if selected is None:
        fail(file, header.lines + 1, "expected a SELECT")
    declared = [column.name for column in header.columns]
    if selected != declared:
        line = next((header.line_of[name] for name in declared if name not in selected), header.lines + 1)
        fail(file, line, f"columns differ: declared {', '.join(declared)}; selected {', '.join(selected)}")


def _find_row(file: str, text: str, code: Sequence[Token], header: Header) -> tuple[int, int] | None:
    """Find the one row of the one VALUES whose variables are the parameters, in their order; check that all are used."""
    declared = [MARK + parameter.name for parameter in header.parameters]
    blocks = [at for at in range(len(code)) if _begins_row(code, at)]
    if not declared and not blocks:
        _check_uses(file, text, code, header, block=(0, 0))
        return None
    if len(blocks) != 1:
        line = _line(text, code[blocks[1]].start) if blocks else header.lines + 1
        fail(file, line, f"{len(blocks)} VALUES of parameters; expected one: VALUES ({' '.join(declared)}) {{ (…) }}")
    start = blocks[0]
    close = _index(code, start, ")")
    names = [token.text for token in code[start + 2 : close]]
    if names != declared:
        wrong = _line(text, code[start].start)
        fail(file, wrong, f"VALUES of {' '.join(names)}; declared are {' '.join(declared) or 'none'}, in this order")
    end = _index(code, close, "}")
    row = code[close + 1 : end + 1]
    if [token.text for token in row if token.kind == "sign" and token.text != "^"] != ["{", "(", ")", "}"]:
        fail(file, _line(text, code[close].start), "VALUES of parameters: expected one row, { (…) }")
    _check_uses(file, text, code, header, block=(start, end))
    return row[1].end, row[-2].start


def _begins_row(code: Sequence[Token], at: int) -> bool:
    return (
        at + 2 < len(code)
        and code[at].kind == "word"
        and code[at].text.upper() == "VALUES"
        and code[at + 1].text == "("
        and code[at + 2].text.startswith(MARK)
    )


def _check_uses(file: str, text: str, code: Sequence[Token], header: Header, block: tuple[int, int]) -> None:
    declared = {MARK + parameter.name for parameter in header.parameters}
    used = {}
    for at, token in enumerate(code):
        if token.kind == "variable" and token.text.startswith(MARK) and not block[0] <= at <= block[1]:
            used[token.text] = token
    for name, token in used.items():
        if name not in declared:
            fail(file, _line(text, token.start), f"{name} is no declared parameter; declare it in the head")
    for parameter in header.parameters:
        if MARK + parameter.name not in used:
            fail(
                file, header.line_of[parameter.name], f"parameter {parameter.name} is not used; use it or leave it out"
            )


def _check_example(file: str, query: Query) -> None:
    if query.row is None:
        return
    start, end = query.row
    try:
        expected = row_of(query.name, query.parameters, query.example)
    except ParameterError as error:
        fail(file, _line(query.sparql, start), f"the example is wrong: {error}")
    given = _cells(query.sparql[start:end])
    if given != _cells(expected):
        fail(file, _line(query.sparql, start), f"the row is not the example; expected ({expected})")


def _selected(text: str) -> list[str] | None:
    """Return the columns of a SELECT; None for another query. An answer must not outlive this: only its own thread may drop it."""
    answer = ox.Store().query(text)
    return [variable.value for variable in answer.variables] if isinstance(answer, ox.QuerySolutions) else None


def _cells(row: str) -> list[str]:
    """Return the terms of a row, each as pyoxigraph understands it."""
    width = sum(1 for token in tokens(row) if token.kind in {"string", "number", "word"})
    variables = " ".join(f"?v{index}" for index in range(width))
    answer = ox.Store().query(
        f"PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> SELECT * {{ VALUES ({variables}) {{ ({row}) }} }}"
    )
    if not isinstance(answer, ox.QuerySolutions):
        raise TypeError("expected solutions of a SELECT")
    return [str(solution[f"v{index}"]) for solution in answer for index in range(width)]


def _index(code: Sequence[Token], start: int, text: str) -> int:
    """Return where a token stands at or after `start`; the query is valid, so it does."""
    return next(at for at in range(start, len(code)) if code[at].text == text)


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
