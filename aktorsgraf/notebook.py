"""What `import aktorsgraf` gives a notebook."""

from __future__ import annotations

import datetime as dt
import os
import warnings
from collections.abc import Mapping
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self

import networkx as nx
import pandas as pd

from aktorsgraf.build import build
from aktorsgraf.cards import Card, chosen
from aktorsgraf.cypher_access import cypher_server
from aktorsgraf.days import day_of
from aktorsgraf.errors import WorkspaceError
from aktorsgraf.inline import InlinePage, notebook_progress, tell_errors_in_a_line
from aktorsgraf.judgements_subjects import SeveralFoundError, Subject, about, find_subject
from aktorsgraf.measuring import changed_bodies, changed_persons, measured_bodies, measured_persons
from aktorsgraf.plots import draw
from aktorsgraf.sparql_access import LimitedSparql
from aktorsgraf.workspace import Workspace
from graph.bolt import GraphServer
from graph.network.by_name import SURROUNDINGS, network
from graph.network.choice import Choice
from graph.network.gather import network_facts
from graph.network.style import Colour, Size, strongest, styled
from graph.network.titles import network_title
from graph.page import page_html
from graph.plots.words import Language
from queries.adhoc import ROWS, SECONDS
from queries.adhoc_cypher import run_cypher
from queries.errors import ParameterError
from queries.formats import to_dataframe
from queries.pack import load_pack, no_query
from queries.parameters import Given
from queries.runner import run
from queries.table import Table

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Day = str | dt.date | None
LATEST = 10  # decisions on a body's card
_MEASURES = {"bodies": (measured_bodies, changed_bodies), "persons": (measured_persons, changed_persons)}


class OpenGraph(AbstractContextManager["OpenGraph"]):
    """A workspace's graph, opened for reading; no build can change it until it is closed.

    Tables are pandas DataFrames with the columns that `queries()` and docs name: dates are datetime64, whole numbers Int64,
    lists tuples, what is unknown is None or NaT. What is refused is told in one line, in notebooks without a traceback.
    """

    def __init__(self, workspace: str | os.PathLike[str], language: Language = "sv", *, public: bool = False) -> None:
        """Open for reading, or the public view of it. Raises WorkspaceError where nothing is built."""
        tell_errors_in_a_line()
        self._path = Path(workspace)
        self._language: Language = language
        self._public = public
        self._closing = ExitStack()
        self._store = self._closing.enter_context(Workspace(self._path).reading(public=public))
        self._server: GraphServer | None = None
        self._sparql: LimitedSparql | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"aktorsgraf.open({str(self._path)!r}{', public=True' if self._public else ''})"

    def close(self) -> None:
        """Let go of the store, and end the engine that answered Cypher, if one did."""
        self._server = self._sparql = None
        self._closing.close()

    def queries(self) -> pd.DataFrame:
        """Return the questions there are: name, title in Swedish and English, parameters."""
        rows = [
            (query.name, query.title["sv"], query.title["en"], tuple(one.name for one in query.parameters))
            for query in load_pack().values()
        ]
        return pd.DataFrame(rows, columns=["name", "title_sv", "title_en", "parameters"])

    def query(self, name: str, /, **parameters: Given) -> pd.DataFrame:
        """Answer a question of the pack; dates are dates. Raises ParameterError, also for a name that is none."""
        return to_dataframe(self._table(name, parameters))

    def sparql(self, query: str, *, seconds: float = SECONDS, limit: int = ROWS) -> pd.DataFrame:
        """Answer a SPARQL query that reads, with so many rows at most. Raises RefusedError, and TooSlowError after so many seconds."""
        if self._sparql is None:
            self._sparql = LimitedSparql(self._store)
            self._closing.callback(self._sparql.close)
        return to_dataframe(self._sparql.ask(query, seconds=seconds, limit=limit).table)

    def cypher(self, query: str, **parameters: str | float) -> pd.DataFrame:
        """Answer a Cypher query that reads, with an embedded engine that stays until the graph is closed.

        The first query starts and fills it. Raises RefusedError, and ServerError where the extra `cypher` is not installed.
        """
        if self._server is None:
            opened = cypher_server(Workspace(self._path), None, notebook_progress(), public=self._public)
            self._server = self._closing.enter_context(opened)
        return to_dataframe(run_cypher(self._server, query, parameters).table)

    def network(  # noqa: PLR0913 - an argument for each choice
        self,
        name: str,
        about: str | None = None,
        /,
        *,
        depth: int = 1,
        since: Day = None,
        until: Day = None,
        body: str | None = None,
        party: str | None = None,
        municipality: str | None = None,
        min_weight: int = 1,
    ) -> nx.Graph[str]:
        """Return a network: bodies, groups, co-attendance, substitutions, decisions, or the surroundings of a person or body.

        `about` is a name or IRI, for `person` and `body`. Nodes are IRIs with kind, label and what is known; edges have relation,
        weight, first and last; dates are dates. Raises NetworkError, and WorkspaceError for a name that nobody or several have.
        """
        choice = Choice(
            since=_day(since),
            until=_day(until, end=True),
            body=body,
            party=party,
            municipality=municipality,
            min_weight=min_weight,
        )
        whom = self._subject(about, name).root.value if about is not None and name in SURROUNDINGS else about
        return network(self._store, name, about=whom, depth=depth, choice=choice)

    def measure(self, name: Literal["bodies", "persons"], /, *, between: tuple[Day, Day] | None = None) -> pd.DataFrame:
        """Return degree, betweenness, communities and bridges of bodies or persons; `between` two days, what changed.

        Raises ParameterError for another name and for what is no day.
        """
        if name not in _MEASURES:
            raise ParameterError(f"no measure {name!r}; there are {', '.join(_MEASURES)}")
        measured, changed = _MEASURES[name]
        facts = network_facts(self._store)
        if between is None:
            return to_dataframe(measured(facts))
        before, after = _day(between[0]), _day(between[1], end=True)
        if before is None or after is None or before > after:
            raise ParameterError(f"between {before} and {after}: expected two days, the earlier first")
        return to_dataframe(changed(facts, before, after))

    def visualise(
        self,
        name: str,
        about: str | None = None,
        /,
        *,
        colour: Colour = "party",
        size: Size | None = None,
        height: int = 640,
        **options: Any,
    ) -> InlinePage:
        """Show a network, interactively; `options` are those of `network`.

        Where very many have met, the strongest links are drawn unless `min_weight` is given. The result's save(path) writes it as a page.
        """
        made = self.network(name, about, **options)
        label = self._subject(about, name).label if about is not None else ""
        title = network_title(name, self._language, label)
        drawn = styled(made, colour, size)
        drawn = drawn if "min_weight" in options else strongest(drawn)
        return InlinePage(title, page_html(drawn, title=title, language=self._language), height)

    def plot(self, name: str, /, **parameters: Given) -> Figure:
        """Draw a plot as a matplotlib Figure: timeline, groups, attendance, decisions, party-balance or municipalities.

        Raises ParameterError, NothingToDrawError, and PlotError for a name that is none or where an extra is not installed.
        """
        return draw(name, self._table, parameters, self._language).figure

    def person(self, name: str) -> Card:
        """Return a card of the person with this name or IRI: where and when. Raises WorkspaceError for none or several."""
        subject = self._subject(name, "person")
        seats = self._table("memberships", {"person": subject.label})
        seats = chosen(seats, "iri", subject.root.value, without=("person", "party", "iri"))
        return self._card(subject, {"memberships": seats})

    def body(self, name: str) -> Card:
        """Return a card of the body or group: members, parties, groups, latest decisions. Raises WorkspaceError for none or several."""
        subject = self._subject(name, "body")
        label = subject.label
        groups = chosen(self._table("group-members", {}), "parent", label, without=("kind", "parent", "since"))
        decisions = chosen(self._table("decisions", {"body": label}), "body", label, without=("body",))
        tables = {
            "memberships": chosen(self._table("memberships", {"body": label}), "body", label, without=("body", "iri")),
            "party-balance": chosen(self._table("party-balance", {"body": label}), "body", label, without=("body",)),
            "group-members": groups,
            "decisions": Table(decisions.columns, decisions.rows[-LATEST:]),
        }
        return self._card(subject, tables)

    def _table(self, name: str, parameters: Mapping[str, Given]) -> Table:
        pack = load_pack()
        if name not in pack:
            raise ParameterError(no_query(name, pack))
        return run(pack[name], self._store, parameters)

    def _card(self, subject: Subject, tables: Mapping[str, Table]) -> Card:
        titled = {load_pack()[name].title[self._language]: table for name, table in tables.items() if table.rows}
        return Card(subject.label, about(self._store, subject), subject.root.value, titled, self._language)

    def _subject(self, text: str, kind: str) -> Subject:
        """Find whom a name means. Raises WorkspaceError, in one line."""
        try:
            found = find_subject(self._store, Workspace(self._path).base(), text)
        except SeveralFoundError as several:
            choices = "; ".join(several.choices)
            raise WorkspaceError(
                f"{text}: {len(several.choices)} are called that; name one by its IRI: {choices}"
            ) from None
        if found.tail.startswith("person/") != (kind == "person"):
            raise WorkspaceError(f"{text}: {found.label} is no {kind}, but {found.tail}; name another, or an IRI")
        return found


def read(
    sources: tuple[str | os.PathLike[str], ...],
    workspace: str | os.PathLike[str],
    language: Language,
    *,
    public: bool,
) -> OpenGraph:
    """Build, tell what a person should know of it as warnings, and open the graph."""
    tell_errors_in_a_line()
    report = build([os.fspath(source) for source in sources], Workspace(Path(workspace)), progress=notebook_progress())
    for line in (*map(str, report.problems), *report.notes):
        warnings.warn(line, stacklevel=3)
    return OpenGraph(workspace, language, public=public)


def _day(day: Day, *, end: bool = False) -> dt.date | None:
    try:
        return day_of(day, end=end) if isinstance(day, str) else day
    except ValueError as error:
        raise ParameterError(str(error)) from error
