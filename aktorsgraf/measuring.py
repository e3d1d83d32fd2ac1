"""Measures of bodies and people as tables, of all facts or of what changed between two days."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal

from graph.network.facts import NetworkFacts
from graph.network.measures import BodyMeasures, PersonMeasures, body_measures, person_measures
from graph.network.on_day import on_day
from graph.network.ties import NetworkRows, tie_rows
from queries.table import Column, ColumnType, Table, Value, sorted_rows

Members = Mapping[str, frozenset[str]]


def measured_bodies(facts: NetworkFacts, min_weight: int = 1) -> Table:
    """Measure bodies and groups by ties of at least so many meetings, the most central first."""
    rows, names = _rows(facts, min_weight), _Names(facts)
    found = (
        (
            names.body(one.iri),
            names.kinds[one.iri],
            one.people,
            one.degree,
            one.shared,
            _share(one.betweenness),
            one.community,
            tuple(map(names.body, one.bridges)) or None,
        )
        for one in body_measures(rows)
    )
    return _table(
        "body kind people:integer degree:integer shared:integer betweenness:decimal community:integer bridges:list",
        found,
        (("betweenness", True), ("degree", True)),
    )


def measured_persons(facts: NetworkFacts, min_weight: int = 1) -> Table:
    """Measure people by ties of at least so many meetings, the most central first."""
    rows, names = _rows(facts, min_weight), _Names(facts)
    found = (
        (
            names.people[one.iri],
            names.parties.get(one.iri),
            names.municipalities.get(one.iri),
            one.bodies,
            one.degree,
            _share(one.betweenness),
            one.community,
            one.bridged,
        )
        for one in person_measures(rows)
    )
    return _table(
        "person party municipality bodies:integer degree:integer betweenness:decimal community:integer bridged:integer",
        found,
        (("betweenness", True), ("degree", True)),
    )


def changed_bodies(facts: NetworkFacts, before: dt.date, after: dt.date) -> Table:
    """Tell which bodies changed between two days: who came, who left, and their place before and after."""
    then, now, names = _standing(facts, before), _standing(facts, after), _Names(facts)
    measured_then, measured_now = ({one.iri: one for one in body_measures(rows)} for rows in (then, now))
    found = (
        (
            names.body(iri),
            names.kinds[iri],
            len(old),
            len(new),
            names.of_people(new - old),
            names.of_people(old - new),
            *_places(measured_then.get(iri), measured_now.get(iri)),
        )
        for iri, old, new in _differing(_by_body(then), _by_body(now))
    )
    return _table(
        "body kind people_before:integer people_after:integer joined:list departed:list"
        " degree_before:integer degree_after:integer betweenness_before:decimal betweenness_after:decimal",
        found,
    )


def changed_persons(facts: NetworkFacts, before: dt.date, after: dt.date) -> Table:
    """Tell which people changed bodies between two days, and their place before and after."""
    then, now, names = _standing(facts, before), _standing(facts, after), _Names(facts)
    measured_then, measured_now = ({one.iri: one for one in person_measures(rows)} for rows in (then, now))
    found = (
        (
            names.people[iri],
            names.parties.get(iri),
            len(old),
            len(new),
            names.of_bodies(new - old),
            names.of_bodies(old - new),
            *_places(measured_then.get(iri), measured_now.get(iri)),
        )
        for iri, old, new in _differing(_by_person(then), _by_person(now))
    )
    return _table(
        "person party bodies_before:integer bodies_after:integer joined:list departed:list"
        " degree_before:integer degree_after:integer betweenness_before:decimal betweenness_after:decimal",
        found,
    )


class _Names:
    """What the things of some facts are called, and the latest party and municipality of people."""

    def __init__(self, facts: NetworkFacts) -> None:
        self._bodies = {row.iri: row.label for row in facts.bodies}
        self.kinds = {row.iri: row.noun or row.kind for row in facts.bodies}
        ordered = sorted(facts.stays, key=lambda stay: stay.day or dt.date.min)
        self.people = {stay.person: stay.name for stay in ordered}
        self.parties = {stay.person: stay.party for stay in ordered if stay.party}
        self.municipalities = {stay.person: stay.municipality for stay in ordered if stay.municipality}

    def body(self, iri: str) -> str:
        return self._bodies[iri]

    def of_people(self, iris: Iterable[str]) -> tuple[str, ...] | None:
        return tuple(sorted(self.people[iri] for iri in iris)) or None

    def of_bodies(self, iris: Iterable[str]) -> tuple[str, ...] | None:
        return tuple(sorted(self._bodies[iri] for iri in iris)) or None


def _rows(facts: NetworkFacts, min_weight: int) -> NetworkRows:
    rows = tie_rows(facts)
    return NetworkRows(rows.bodies, tuple(tie for tie in rows.ties if tie.weight >= min_weight))


def _standing(facts: NetworkFacts, day: dt.date) -> NetworkRows:
    return tie_rows(on_day(facts, day))


def _by_body(rows: NetworkRows) -> Members:
    people: defaultdict[str, set[str]] = defaultdict(set)
    for tie in rows.ties:
        people[tie.body].add(tie.person)
    return {iri: frozenset(found) for iri, found in people.items()}


def _by_person(rows: NetworkRows) -> Members:
    bodies: defaultdict[str, set[str]] = defaultdict(set)
    for tie in rows.ties:
        bodies[tie.person].add(tie.body)
    return {iri: frozenset(found) for iri, found in bodies.items()}


def _differing(then: Members, now: Members) -> Iterable[tuple[str, frozenset[str], frozenset[str]]]:
    nobody: frozenset[str] = frozenset()
    for iri in sorted({*then, *now}):
        old, new = then.get(iri, nobody), now.get(iri, nobody)
        if old != new:
            yield iri, old, new


def _places(
    then: BodyMeasures | PersonMeasures | None, now: BodyMeasures | PersonMeasures | None
) -> tuple[Value, Value, Value, Value]:
    """Return degree and betweenness before and after; unknown where there was nobody."""
    return (
        then.degree if then else None,
        now.degree if now else None,
        _share(then.betweenness) if then else None,
        _share(now.betweenness) if now else None,
    )


def _share(value: float) -> Decimal:
    return Decimal(f"{value:.4f}".rstrip("0").rstrip("."))


def _table(head: str, rows: Iterable[tuple[Value, ...]], order: tuple[tuple[str, bool], ...] = ()) -> Table:
    """Make a table of a head such as «body people:integer»; columns without a type are texts."""
    columns = tuple(_column(*part.split(":")) for part in head.split())
    return Table(columns, tuple(sorted_rows(columns, rows, order)))


def _column(name: str, kind: str = "text") -> Column:
    types: Mapping[str, ColumnType] = {"text": "text", "integer": "integer", "decimal": "decimal", "list": "list"}
    return Column(name, types[kind])
