"""Which facts are drawn: a window in time, bodies, parties and municipalities («urval»)."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from graph.errors import NetworkError
from graph.network.facts import BodyRow, NetworkFacts, Stay
from ontology.iris import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is left in a network; nothing is left out by default. Raises NetworkError for what leaves nothing by itself.

    Days are inclusive. Texts match whatever the case and diacritics: `body` and `municipality` a part of a name, `party` the
    whole abbreviation or name. `min_weight` is the least number of meetings, services or assignments of a link.
    """

    since: dt.date | None = None
    until: dt.date | None = None
    body: str | None = None
    party: str | None = None
    municipality: str | None = None
    min_weight: int = 1

    def __post_init__(self) -> None:
        if self.since and self.until and self.since > self.until:
            raise NetworkError(
                f"since {self.since}, until {self.until}: ends before it begins; expected the earlier day first"
            )
        if self.min_weight < 1:
            raise NetworkError(f"least weight {self.min_weight}: expected 1 or more")

    def people(self, facts: NetworkFacts) -> frozenset[str]:
        """Return the people of the chosen party and municipality, as any of their facts states them."""
        return _of_party(facts, self.party) & _of_municipality(facts, self.municipality)

    def bodies(self, facts: NetworkFacts) -> frozenset[str]:
        """Return the bodies and groups of the chosen name, or whose organisation or parent has it."""
        if self.body is None:
            return frozenset(row.iri for row in facts.bodies)
        wanted = fold(self.body)
        named = {row.iri for row in facts.bodies if wanted in fold(f"{row.label} {row.organisation or ''}")}
        return frozenset(row.iri for row in facts.bodies if row.iri in named or row.parent in named)


def in_window(facts: NetworkFacts, choice: Choice) -> NetworkFacts:
    """Keep what is said of the window in time. What has no day is left out where there is a window."""
    if choice.since is None and choice.until is None:
        return facts
    stays = tuple(stay for stay in facts.stays if _stays_in(stay, choice))
    tasks = tuple(task for task in facts.tasks if task.day and _overlaps(task.day, task.day, choice))
    held: defaultdict[str, set[str]] = defaultdict(set)
    for stay in stays:
        if stay.meeting:
            held[stay.body].add(stay.meeting)
    bodies = tuple(dataclasses.replace(row, meetings=len(held[row.iri])) for row in facts.bodies)
    return _with_bodies_in_use(NetworkFacts(bodies, stays, tasks))


def of_people(facts: NetworkFacts, choice: Choice, *, always: frozenset[str] = frozenset()) -> NetworkFacts:
    """Keep the people of the chosen party and municipality, those of `always`, and what they were told to do."""
    if choice.party is None and choice.municipality is None:
        return facts
    people = choice.people(facts) | always
    stays = tuple(stay for stay in facts.stays if stay.person in people)
    tasks = tuple(task for task in facts.tasks if any(one.iri in people for one in task.assignees))
    return _with_bodies_in_use(NetworkFacts(facts.bodies, stays, tasks))


def of_bodies(facts: NetworkFacts, choice: Choice) -> NetworkFacts:
    """Keep what happened in the chosen bodies and groups."""
    if choice.body is None:
        return facts
    kept = choice.bodies(facts)
    return NetworkFacts(
        tuple(row for row in facts.bodies if row.iri in kept),
        tuple(stay for stay in facts.stays if stay.body in kept),
        tuple(task for task in facts.tasks if task.body in kept),
    )


def _stays_in(stay: Stay, choice: Choice) -> bool:
    """Tell whether a meeting was in the window, or a term overlaps it; a term without a stated end goes on."""
    if stay.meeting is not None:
        return stay.day is not None and _overlaps(stay.day, stay.day, choice)
    begins = stay.begins or stay.day
    return (begins is not None or stay.ends is not None) and _overlaps(begins, stay.ends, choice)


def _overlaps(first: dt.date | None, last: dt.date | None, choice: Choice) -> bool:
    too_late = choice.until is not None and first is not None and first > choice.until
    too_early = choice.since is not None and last is not None and last < choice.since
    return not too_late and not too_early


def _with_bodies_in_use(facts: NetworkFacts) -> NetworkFacts:
    used = {stay.body for stay in facts.stays} | {task.body for task in facts.tasks}
    parents = {row.parent for row in facts.bodies if row.iri in used}

    def wanted(row: BodyRow) -> bool:
        return row.iri in used or row.iri in parents

    return NetworkFacts(tuple(filter(wanted, facts.bodies)), facts.stays, facts.tasks)


def _of_party(facts: NetworkFacts, party: str | None) -> frozenset[str]:
    wanted = fold(party) if party is not None else None
    return frozenset(
        stay.person for stay in facts.stays if wanted is None or (stay.party is not None and fold(stay.party) == wanted)
    )


def _of_municipality(facts: NetworkFacts, municipality: str | None) -> frozenset[str]:
    """Return people who are said to be of a municipality, or sit in a body of its own."""
    if municipality is None:
        return frozenset(stay.person for stay in facts.stays)
    wanted = fold(municipality)
    homes = {row.iri: row.municipality for row in facts.bodies}
    return frozenset(
        stay.person for stay in facts.stays if wanted in fold(stay.municipality or homes.get(stay.body) or "")
    )
