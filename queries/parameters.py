"""Parameters of a query: what is given, checked and made into terms.

Text is folded as the graph's search keys are (`graph.search`), so that «WAHLSTRÖM» and «wahlstrom» find Wahlström, and the IRI of
a person or body becomes the key of that one, whatever IRI it goes by now. Terms are written by pyoxigraph, which escapes whatever text holds, and Cypher gets values beside the query; nothing that a user gives is
ever pasted into one.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from pyoxigraph import Literal as Term
from pyoxigraph import NamedNode

from graph.search import iri_key
from ontology.iris import fold
from queries.errors import ParameterError

ParameterType = Literal["text", "date", "integer"]
Given = str | int | dt.date | None
Checked = str | int | dt.date | None
UNDEFINED: Final = "UNDEF"

_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_INTEGER: Final = re.compile(r"[+-]?\d{1,15}")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter's name, type and meaning in Swedish and English; all but the required may be left out."""

    name: str
    type: ParameterType
    sv: str
    en: str
    required: bool = False


def row_of(query: str, parameters: Sequence[Parameter], given: Mapping[str, Given]) -> str:
    """Write the VALUES row of a SPARQL query: a term or UNDEF for each parameter, in order. Raises ParameterError."""
    return " ".join(_cell(value) for value in values_of(query, parameters, given).values())


def values_of(query: str, parameters: Sequence[Parameter], given: Mapping[str, Given]) -> dict[str, Checked]:
    """Return a checked value for each parameter, in order; None for those not given. Raises ParameterError."""
    unknown = [name for name in given if name not in {parameter.name for parameter in parameters}]
    if unknown:
        raise ParameterError(f"{query}: no parameter {_shown(unknown[0])}; it has {_listed(parameters)}")
    return {parameter.name: _checked(query, parameter, given.get(parameter.name)) for parameter in parameters}


def _cell(value: Checked) -> str:
    match value:
        case None:
            return UNDEFINED
        case str():
            return str(Term(value))
        case int():
            return str(Term(str(value), datatype=NamedNode(f"{_XSD}integer")))
        case dt.date():
            return str(Term(value.isoformat(), datatype=NamedNode(f"{_XSD}date")))


def _checked(query: str, parameter: Parameter, value: Given) -> Checked:
    if value is None:
        if parameter.required:
            raise ParameterError(f"{query}: needs {parameter.name} ({parameter.type}); it has {_listed((parameter,))}")
        return None
    where = f"{query}: {parameter.name}: {_shown(value)}"
    match parameter.type:
        case "text":
            return _text(where, value)
        case "date":
            return _date(where, value)
        case "integer":
            return _integer(where, value)


def _text(where: str, value: Given) -> str:
    folded = iri_key(str(value)) or fold(str(value))
    if not folded:
        raise ParameterError(f"{where} is no text; expected part of a name or text")
    try:
        folded.encode()
    except UnicodeEncodeError as error:
        raise ParameterError(f"{where} is not valid Unicode ({error.reason}); expected text") from error
    return folded


def _date(where: str, value: Given) -> dt.date:
    if isinstance(value, dt.datetime):
        value = value.date()
    try:
        return value if isinstance(value, dt.date) else dt.date.fromisoformat(_matched(_DATE, str(value)))
    except ValueError as error:
        raise ParameterError(f"{where} is no date; expected YYYY-MM-DD, for example 2024-10-25") from error


def _integer(where: str, value: Given) -> int:
    if isinstance(value, bool | dt.date) or not _INTEGER.fullmatch(str(value).strip()):
        raise ParameterError(f"{where} is no whole number; expected digits, for example 2")
    return int(value or 0)


def _matched(pattern: re.Pattern[str], text: str) -> str:
    if not pattern.fullmatch(text.strip()):
        raise ValueError(text)
    return text.strip()


def _shown(value: Given) -> str:
    text = repr(str(value))
    return text if len(text) <= 60 else f"{text[:56]}…'"


def _listed(parameters: Sequence[Parameter]) -> str:
    if not parameters:
        return "no parameters"
    return ", ".join(f"{p.name} ({p.type}{', required' if p.required else ''})" for p in parameters)
