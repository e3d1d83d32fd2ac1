"""Lists of those chosen, a name a row under the roles, below the point that announces them («välja följande ledamöter i nämnden»)."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from loaders.minutes import Appointment
from loaders.reading.facts.electing import ElectingSentence, appointment_of
from loaders.reading.facts.election_bodies import body_after, body_before, body_in_title
from loaders.reading.facts.election_roles import RoleHit, find_roles
from loaders.reading.items.context import Context, Item
from loaders.reading.lexicon.acts import ANNOUNCES, VACANT
from loaders.reading.lexicon.terms import find_terms
from loaders.reading.people.grammar import ROW_MARK, read_people
from loaders.reading.text.flow import Flow
from loaders.reading.text.letters import clean

_LABEL = 16  # characters of a label beside its role («Ordinarie ledamöter (5):»)
_OFFICES = frozenset({"chair", "vice-chair", "convener"})


def read_election_lists(item: Item, context: Context) -> Iterator[Appointment]:
    """Yield those chosen by the rows below a point that announces them and names nobody."""
    for point in item.points:
        if not ANNOUNCES.holds(point.text) or read_people(point, context.known):
            continue
        below = [text for text in item.told if text.place(0) > point.place(0)]
        yield from _chosen(point, sorted(below, key=lambda text: text.place(0)), item, context)


def _chosen(point: Flow, below: list[Flow], item: Item, context: Context) -> Iterator[Appointment]:
    words = point.text
    roles = list(find_roles(words))
    named = (body_after(words, hit.end) for hit in roles)
    body = next(filter(None, named), None) or body_before(words) or body_in_title(item)
    term = next(iter(find_terms(words)), None)
    stated = None if term is None else clean(words[term.start : term.end])
    role = roles[0].role if len(roles) == 1 else None
    for row in below:
        people = read_people(row, context.known)
        label = None if people else _label_of(row.text)
        if label is not None:
            role = label.role
        if label is not None or VACANT.holds(row.text):
            continue
        mark = ROW_MARK.find(row.text)
        if role is None or not people or people[0].start > (0 if mark is None else mark.end()):
            return
        for person in people:
            own = next((office for office in person.roles if office in _OFFICES), role)
            chosen = appointment_of(ElectingSentence(row, people, roles, decided=True), person, own, body, term, None)
            yield msgspec.structs.replace(chosen, term=stated)


def _label_of(words: str) -> RoleHit | None:
    """Return the role that a line is nothing but the label of («Ersättare:»)."""
    hit = next(find_roles(words), None)
    return hit if hit is not None and len(words) - (hit.end - hit.start) < _LABEL and hit.start < _LABEL else None
