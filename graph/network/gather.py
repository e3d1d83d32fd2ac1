"""The facts of networks, gathered from the store.

Redirects of merged people and bodies (`dcterms:isReplacedBy`) are followed here, in one place, so that no builder of a
network meets somebody twice.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import groupby

from graph.network.facts import Assignee, BodyKind, BodyRow, NetworkFacts, Quote, Stay, Task
from graph.network.selects import (
    ASSIGNED_THINGS,
    ASSIGNED_WORDS,
    ATTENDANCE,
    BODIES,
    LEFT,
    MEETINGS,
    MEMBERSHIPS,
    NAMES,
    QUOTES,
    REDIRECTS,
    SERVICES,
    TASKS,
    UNITS,
    Queryable,
    Row,
    follow,
    select,
)

Meetings = Mapping[str, tuple[str, dt.date | None]]
Quotes = Mapping[str, list[tuple[str, str]]]


def network_facts(store: Queryable) -> NetworkFacts:
    """Select bodies, groups, who was in them and what they told whom to do. Merged things appear once, as the remaining."""
    redirects = {row["old"]: row["new"] for row in select(store, REDIRECTS)}
    meetings = {
        row["meeting"]: (follow(row["body"], redirects), _day(row.get("date"))) for row in select(store, MEETINGS)
    }
    quotes: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in select(store, QUOTES):
        quotes[row["fact"]].append((row["text"], row["source"]))
    return NetworkFacts(
        _bodies(store, redirects, meetings),
        tuple(sorted(_stays(store, redirects, meetings, quotes), key=_order)),
        tuple(sorted(_tasks(store, redirects, meetings, quotes), key=lambda task: task.iri)),
    )


def _bodies(store: Queryable, redirects: Row, meetings: Meetings) -> tuple[BodyRow, ...]:
    parents = {follow(row["unit"], redirects): row for row in select(store, UNITS)}
    held: defaultdict[str, int] = defaultdict(int)
    for body, _ in meetings.values():
        held[body] += 1
    found: dict[str, dict[str, str]] = {}
    for row in sorted(select(store, BODIES), key=lambda row: sorted(row.items())):
        known = found.setdefault(follow(row["body"], redirects), {})
        for name, value in row.items():
            known.setdefault(name, value)
        known["group"] = max(known["group"], row["group"])  # "true" after "false"
    outermost = {iri: _outermost(iri, parents) for iri in found}
    return tuple(
        BodyRow(
            iri=iri,
            label=known.get("label", iri),
            kind=_kind(known),
            parent=follow(known["parent"], redirects) if "parent" in known else None,
            organisation=outermost[iri].get("label"),
            municipality=outermost[iri]["label"] if outermost[iri].get("public") == "true" else None,
            noun=known.get("noun"),
            task=known.get("task"),
            meetings=held[iri],
        )
        for iri, known in sorted(found.items())
    )


def _kind(known: Row) -> BodyKind:
    return "group" if known["group"] == "true" else "body"


def _outermost(iri: str, parents: Mapping[str, Row]) -> Row:
    """Return the row of the last unit upwards, which names its parent; an empty one where there is none."""
    found: Row = {}
    seen = {iri}
    while iri in parents and parents[iri]["parent"] not in seen:
        found = parents[iri]
        iri = found["parent"]
        seen.add(iri)
    return found


def _stays(store: Queryable, redirects: Row, meetings: Meetings, quotes: Quotes) -> Iterator[Stay]:
    named = sorted(select(store, NAMES), key=lambda row: (row["person"] not in redirects, row["person"], row["name"]))
    names = {follow(row["person"], redirects): row["name"] for row in named}
    left = {row["membership"]: row["left"] for row in select(store, LEFT) if "left" in row}
    services: defaultdict[str, set[str]] = defaultdict(set)
    for row in select(store, SERVICES):
        services[row["fact"]].add(follow(row["member"], redirects))
    for query in (ATTENDANCE, MEMBERSHIPS):
        rows = sorted(select(store, query), key=_fact_person_body)
        for (fact, stated, _), of_fact in groupby(rows, key=_fact_person_body):
            every = list(of_fact)
            first, meeting = every[0], every[0].get("meeting")
            if meeting is None:
                body, day = follow(first["body"], redirects), _day(first.get("decided"))
            elif meeting in meetings:
                body, day = meetings[meeting]
            else:  # the minutes do not say whose meeting it was
                continue
            person = follow(stated, redirects)
            yield Stay(
                person=person,
                name=names.get(person, person),
                body=body,
                meeting=meeting,
                present=all(row.get("present") != "false" for row in every),
                day=day,
                begins=_day(first.get("begins")),
                ends=_day(
                    min((day for day in (first.get("ends"), left.get(first.get("of", ""))) if day), default=None)
                ),
                roles=_roles(every),
                party=_last(every, "party"),
                municipality=_last(every, "municipality"),
                replaces=tuple(sorted(services[fact] - {person})),
                quotes=_quotes(quotes, fact, day),
            )


def _fact_person_body(row: Row) -> tuple[str, str, str]:
    return row["fact"], row["person"], row.get("body", "")


def _roles(rows: list[Row]) -> tuple[str, ...]:
    codes = {row["role"].rsplit("/", 1)[-1] for row in rows if "role" in row}
    return tuple(sorted(codes | {row["roleText"] for row in rows if "roleText" in row}))


def _last(rows: list[Row], name: str) -> str | None:
    return max((row[name] for row in rows if name in row), default=None)


def _quotes(quotes: Quotes, fact: str, day: dt.date | None) -> tuple[Quote, ...]:
    return tuple(sorted({Quote(text, source, day) for text, source in quotes.get(fact, ())}))


def _order(stay: Stay) -> tuple[str, str, dt.date, str, tuple[Quote, ...], tuple[str, ...]]:
    day = stay.day or dt.date.min
    return stay.person, stay.body, day, stay.meeting or "", stay.quotes, stay.roles


def _tasks(store: Queryable, redirects: Row, meetings: Meetings, quotes: Quotes) -> Iterator[Task]:
    things: defaultdict[str, set[Assignee]] = defaultdict(set)
    for row in select(store, ASSIGNED_THINGS):
        things[row["fact"]].add(Assignee(row["label"], follow(row["thing"], redirects)))
    words: defaultdict[str, set[str]] = defaultdict(set)
    for row in select(store, ASSIGNED_WORDS):
        words[row["fact"]].add(row["name"])
    seen: set[str] = set()
    for row in sorted(select(store, TASKS), key=lambda row: sorted(row.items())):
        fact = row["fact"]
        if fact in seen or row["meeting"] not in meetings:
            continue
        seen.add(fact)
        body, day = meetings[row["meeting"]]
        known = {one.iri: one for one in sorted(things[fact])}  # of several names of a thing, one
        left = words[fact] if len(known) < len(words[fact]) else set()
        unknown = {name.casefold(): name for name in sorted(left - {one.name for one in known.values()})}
        yield Task(
            iri=fact,
            text=row["task"],
            body=body,
            assignees=(*known.values(), *(Assignee(name) for name in unknown.values())),
            item=row.get("item"),
            day=day,
            due=_day(row.get("due")),
            quotes=_quotes(quotes, fact, day),
        )


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
