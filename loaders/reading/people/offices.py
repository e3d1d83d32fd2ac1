"""The offices that the meeting itself gave: its adjusters («justerare»), its chair and its secretary."""

from __future__ import annotations

import msgspec

from loaders.minutes import AgendaItem, Appointment, Attendance
from loaders.reading.people.near import nearest
from loaders.reading.people.seen import Seen
from loaders.reading.text.letters import fold

_OF_MEETING = frozenset({"adjuster", "chair", "secretary"})


def with_offices(people: list[Attendance], items: list[AgendaItem], seen: list[Seen]) -> list[Attendance]:
    """Add the meeting's own offices to those who hold them, and records of holders that no list names."""
    elected = (a for item in items for a in item.appointments if a.body is None and a.role in _OF_MEETING)
    chosen = [a for a in elected if a.since is None and a.until is None]  # for a term: an office of the body
    chosen = [_as_listed(a, people) for a in chosen]
    offices: dict[str, set[str]] = {}
    for appointment in chosen:
        offices.setdefault(fold(appointment.person), set()).add(appointment.role)
    # where the meeting chose a chair, the chair of the board is one of those «från styrelsen» and no more
    deposed = {fold(one.phrase.name) for one in seen if one.section == "from-board"}
    deposed = deposed if any(a.role == "chair" for a in chosen) else set()
    result = []
    for person in [*people, *_unlisted(people, chosen)]:
        key = fold(person.name)
        roles = tuple(role for role in person.roles if not (role == "chair" and key in deposed))
        result.append(msgspec.structs.replace(person, roles=_joined(roles, offices.get(key, set()))))
    return result


def _as_listed(appointment: Appointment, people: list[Attendance]) -> Appointment:
    """Take the one of those listed whose name differs by a damaged letter or two («Evejina» for «Evelina»)."""
    name = nearest(appointment.person, [person.name for person in people], 2)
    return appointment if name is None else msgspec.structs.replace(appointment, person=name)


def _unlisted(people: list[Attendance], chosen: list[Appointment]) -> list[Attendance]:
    attending = {fold(person.name) for person in people}
    new: dict[str, Attendance] = {}
    for a in chosen:
        key = fold(a.person)
        if key not in attending and key not in new and " " in a.person:
            new[key] = Attendance(
                name=a.person, present=True, municipality=a.municipality, party=a.party, evidence=a.evidence
            )
    return list(new.values())


def _joined(roles: tuple[str, ...], offices: set[str]) -> tuple[str, ...]:
    if "chair" in offices:
        # the chair signs beside the adjusters
        roles = tuple(role for role in roles if role not in ("member", "other", "adjuster"))
    return tuple(dict.fromkeys((*roles, *sorted(offices))))
