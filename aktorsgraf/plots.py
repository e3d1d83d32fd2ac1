"""The plots there are, by name: which questions each asks, what can be chosen, and how it is drawn."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from graph.errors import NothingToDrawError, PlotError
from graph.extras import how_to_install
from graph.plots.words import WORDS, Language
from ontology.iris import fold
from queries.errors import ParameterError
from queries.formats import to_dataframe
from queries.pack import load_pack
from queries.parameters import Given
from queries.table import Table

if TYPE_CHECKING:
    import pandas as pd

    from graph.plots.canvas import Plot

Ask = Callable[[str, Mapping[str, Given]], Table]


@dataclass(frozen=True, slots=True)
class PlotKind:
    """Questions of the pack whose tables are drawn, parameters, and `module:function` of graph.plots."""

    questions: tuple[str, ...]
    parameters: tuple[str, ...]
    drawn_by: str
    title: str
    extra: str = "plots"


PLOTS: Final[Mapping[str, PlotKind]] = MappingProxyType(
    {
        "timeline": PlotKind(("memberships",), ("body", "person"), "timeline:timeline", "timeline"),
        "groups": PlotKind(("group-members",), ("group", "at"), "groups:groups", "groups"),
        "attendance": PlotKind(("sittings",), ("body",), "attendance:attendance", "attendance"),
        "decisions": PlotKind(
            ("decisions", "assignments"), ("body", "since", "until"), "months:decisions_and_assignments", "decisions"
        ),
        "party-balance": PlotKind(("party-balance",), ("body",), "parties:party_balance", "party_balance"),
        "municipalities": PlotKind(
            ("municipality-representation",),
            ("body", "municipality"),
            "municipalities:municipalities",
            "municipalities",
            "maps",
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A plot with its title and the tables it was drawn from."""

    figure: Plot
    title: str
    tables: Mapping[str, Table]


def draw(name: str, ask: Ask, given: Mapping[str, Given], language: Language) -> Drawn:
    """Ask the questions of the plot called `name` and draw the answers.

    Raises ParameterError, NothingToDrawError, and PlotError for a name that is none or where an extra is not installed.
    """
    if name not in PLOTS:
        raise PlotError(f"no plot {name!r}; there are {', '.join(PLOTS)}")
    kind = PLOTS[name]
    unknown = [key for key in given if key not in kind.parameters]
    if unknown:
        raise ParameterError(f"{name}: no parameter {unknown[0]!r}; it has {', '.join(kind.parameters)}")
    function = _function(name, kind)
    tables = {question: _table(question, ask, given) for question in kind.questions}
    if not any(table.rows for table in tables.values()):
        raise NothingToDrawError(f"{name}: nothing to draw; the workspace holds none of it, or none that is chosen")
    words = WORDS[language]
    frames = [to_dataframe(table) for table in tables.values()]
    title = _title(getattr(words, kind.title), frames)
    return Drawn(function(*frames, words, title), title, tables)


def _function(name: str, kind: PlotKind) -> Callable[..., Plot]:
    module, function = kind.drawn_by.split(":")
    try:
        drawn_by: Callable[..., Plot] = getattr(importlib.import_module(f"graph.plots.{module}"), function)
    except ImportError as error:
        raise PlotError(
            f"{name}: needs {error.name}, which is not installed; install it with: {how_to_install(kind.extra)}"
        ) from error
    return drawn_by


def _table(question: str, ask: Ask, given: Mapping[str, Given]) -> Table:
    """Ask a question; what it has no parameter for is chosen among its rows."""
    known = {parameter.name for parameter in load_pack()[question].parameters}
    table = ask(question, {key: value for key, value in given.items() if key in known})
    names = [column.name for column in table.columns]
    rows = table.rows
    for key, value in given.items():
        if key in known or value is None:
            continue
        if key == "body":
            place, part = names.index("body"), fold(str(value))
            rows = tuple(row for row in rows if part in fold(str(row[place] or "")))
        else:
            place, day = names.index("date"), str(value)
            rows = tuple(row for row in rows if row[place] is not None and _within(str(row[place]), key, day))
    return Table(table.columns, rows)


def _within(date: str, key: str, day: str) -> bool:
    return day <= date if key == "since" else date <= day


def _title(plain: str, frames: list[pd.DataFrame]) -> str:
    """Name the one body that a plot is about."""
    bodies = {str(body) for frame in frames if "body" in frame for body in frame["body"].dropna()}
    return f"{plain}: {bodies.pop()}" if len(bodies) == 1 else plain
