"""The head of a query file: YAML in lines that begin with `#+`, read with the line of every value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NoReturn, cast, get_args

import yaml

from queries.errors import PackError
from queries.parameters import Parameter, ParameterType
from queries.table import Column, ColumnType

MARK: Final = "#+"
_KEYS: Final = frozenset({"title", "description", "parameters", "columns", "order", "example"})
_COLUMN_TYPES: Final = tuple(name for name in get_args(ColumnType) if name not in {"boolean", "any"})


@dataclass(frozen=True, slots=True)
class Header:
    """What a query file says of itself. `lines` is how long it is; `line_of` leads from a parameter or column to its line."""

    title: Mapping[str, str]
    description: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    order: tuple[tuple[str, bool], ...]
    example: Mapping[str, str]
    lines: int
    line_of: Mapping[str, int]


def read_header(file: str, text: str) -> Header:
    """Read the head of a query file called `file`. Raises PackError with file and line."""
    lines: list[str] = []
    for line in text.splitlines():
        if not line.startswith(MARK):
            break
        lines.append(line.removeprefix(MARK))
    return _HeaderReader(file).read(lines)


def fail(file: str, line: int, problem: str) -> NoReturn:
    """Raise PackError."""
    raise PackError(f"{file}:{line}: {problem}")


class _HeaderReader:
    """Walks the YAML nodes, which know their lines; YAML's lines are the file's, for the head is at its top."""

    def __init__(self, file: str) -> None:
        self._file = file

    def read(self, lines: Sequence[str]) -> Header:
        if not lines:
            fail(self._file, 1, f"no head; expected lines that begin with {MARK}")
        try:
            root = yaml.compose("\n".join(lines), Loader=yaml.SafeLoader)
        except yaml.MarkedYAMLError as error:
            at = error.problem_mark.line + 1 if error.problem_mark else 1
            fail(self._file, at, f"the head is no YAML ({error.problem}); quote a text that holds «: » or «, »")
        top = self._mapping(root, "the head")
        for name, node in top.items():
            if name not in _KEYS:
                fail(self._file, self._line(node), f"unknown key {name!r}; expected {', '.join(sorted(_KEYS))}")
        for name in ("title", "description", "columns"):
            if name not in top:
                fail(self._file, 1, f"no {name}; expected {name}: in the head")
        parameters = self._optional_mapping(top.get("parameters"), "parameters")
        columns = self._mapping(top["columns"], "columns")
        return Header(
            title=self._texts(top["title"], "title"),
            description=self._texts(top["description"], "description"),
            parameters=tuple(self._parameter(name, node) for name, node in parameters.items()),
            columns=tuple(self._column(name, node) for name, node in columns.items()),
            order=self._order(top.get("order"), columns),
            example=self._example(top.get("example"), parameters),
            lines=len(lines),
            line_of={name: self._line(node) for name, node in (*parameters.items(), *columns.items())},
        )

    def _line(self, node: yaml.Node | None) -> int:
        return node.start_mark.line + 1 if node is not None else 1

    def _mapping(self, node: yaml.Node | None, what: str) -> dict[str, yaml.Node]:
        if not isinstance(node, yaml.MappingNode):
            fail(self._file, self._line(node), f"{what}: expected names with values")
        found: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = self._scalar(key, what)
            if name in found:
                fail(self._file, self._line(key), f"{what}: {name!r} stands twice")
            found[name] = value
        return found

    def _optional_mapping(self, node: yaml.Node | None, what: str) -> dict[str, yaml.Node]:
        return {} if node is None else self._mapping(node, what)

    def _scalar(self, node: yaml.Node, what: str) -> str:
        if not isinstance(node, yaml.ScalarNode) or not node.value:
            fail(self._file, self._line(node), f"{what}: expected one value")
        return cast("str", node.value)

    def _texts(self, node: yaml.Node, what: str) -> dict[str, str]:
        texts = {name: self._scalar(value, what) for name, value in self._mapping(node, what).items()}
        if set(texts) != {"sv", "en"}:
            fail(self._file, self._line(node), f"{what}: expected sv and en, got {', '.join(texts)}")
        return texts

    def _parameter(self, name: str, node: yaml.Node) -> Parameter:
        what = f"parameter {name}"
        fields = {key: self._scalar(value, what) for key, value in self._mapping(node, what).items()}
        if not {"type", "sv", "en"} <= set(fields) <= {"type", "sv", "en", "required"}:
            fail(self._file, self._line(node), f"{what}: expected type, sv and en, and required if it is")
        if fields["type"] not in get_args(ParameterType):
            expected = ", ".join(get_args(ParameterType))
            fail(self._file, self._line(node), f"{what}: type {fields['type']!r}; expected one of {expected}")
        if fields.get("required", "true") not in {"true", "false"}:
            fail(self._file, self._line(node), f"{what}: required {fields['required']!r}; expected true or false")
        kind = cast("ParameterType", fields["type"])
        return Parameter(name, kind, fields["sv"], fields["en"], fields.get("required") == "true")

    def _column(self, name: str, node: yaml.Node) -> Column:
        kind = self._scalar(node, f"column {name}")
        if kind not in _COLUMN_TYPES:
            expected = ", ".join(_COLUMN_TYPES)
            fail(self._file, self._line(node), f"column {name}: type {kind!r}; expected one of {expected}")
        return Column(name, cast("ColumnType", kind))

    def _order(self, node: yaml.Node | None, columns: Mapping[str, yaml.Node]) -> tuple[tuple[str, bool], ...]:
        if node is None:
            return ()
        if not isinstance(node, yaml.SequenceNode):
            fail(
                self._file, self._line(node), "order: expected a list of columns, with - before those from the highest"
            )
        names = [self._scalar(entry, "order") for entry in node.value]
        for name in names:
            if name.removeprefix("-") not in columns:
                fail(self._file, self._line(node), f"order: no column {name.removeprefix('-')!r}")
        return tuple((name.removeprefix("-"), name.startswith("-")) for name in names)

    def _example(self, node: yaml.Node | None, parameters: Mapping[str, yaml.Node]) -> dict[str, str]:
        example = {
            name: self._scalar(value, "example") for name, value in self._optional_mapping(node, "example").items()
        }
        for name in example:
            if name not in parameters:
                fail(self._file, self._line(node), f"example: no parameter {name!r}; expected one that is declared")
        return example
