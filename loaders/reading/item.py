"""One agenda item with all its facts."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

import msgspec

from loaders.minutes import AgendaItem, Appointment, Assignment, DecisionPoint, Departure, Group, Recipient
from loaders.reading.facts.action_tables import read_action_tables
from loaders.reading.facts.assignments import read_assignments
from loaders.reading.facts.counts import read_counts
from loaders.reading.facts.decision_kinds import read_decisions
from loaders.reading.facts.departures import read_departures, read_vacancies
from loaders.reading.facts.dissent import read_reservations
from loaders.reading.facts.dissolutions import read_dissolutions
from loaders.reading.facts.election_lists import read_election_lists
from loaders.reading.facts.election_tables import read_election_tables
from loaders.reading.facts.elections import read_elections, with_common_term, without_implied
from loaders.reading.facts.groups import read_groups
from loaders.reading.facts.motions import read_motions, read_propositions
from loaders.reading.facts.movements import Move, read_moves
from loaders.reading.facts.presenters import presenters_of
from loaders.reading.facts.quoted import read_quoted
from loaders.reading.facts.recipients import read_recipients
from loaders.reading.facts.references import DIARY, read_references
from loaders.reading.facts.seats import read_seats
from loaders.reading.facts.spoken import spoken
from loaders.reading.facts.statements import read_documents, read_statements
from loaders.reading.facts.task_rows import read_task_rows
from loaders.reading.facts.votes import read_votes
from loaders.reading.items.agreed import agreed_parts
from loaders.reading.items.context import Context, Item
from loaders.reading.items.head import Head
from loaders.reading.items.parts import Part, paragraphs, parts_of
from loaders.reading.items.points import decided_points
from loaders.reading.lexicon.acts import PROPOSED, RUNNING_VERB, SELECT
from loaders.reading.lexicon.labels import label_at
from loaders.reading.pages.layout import Layout
from loaders.reading.people.seen import Seen
from loaders.reading.text.flow import Flow, flow, sentences
from loaders.reading.text.letters import clean, fold

_TELLING = frozenset(
    {"text", "information", "voting", "reservation", "disqualification", "not-taking-part", "note", "tasks"}
)


@dataclass(frozen=True, slots=True)
class ItemRead:
    """An item, its parts, who presented it, who came or left, and its recipients and tasks, each with the number of its item."""

    item: AgendaItem
    cut: Item
    presenters: list[Seen]
    moves: list[Move]
    recipients: list[tuple[Recipient, str]]
    tasks: list[tuple[Assignment, str]]


def read_item(layout: Layout, head: Head, end: int, context: Context) -> ItemRead:
    """Read the item whose lines end before `end`."""
    item = _cut(layout, head, end, context)
    sheet = layout.sheet
    said = spoken(layout, item)
    spoken_sentences = [sentence for text in said for sentence in sentences(text)]
    decisions = read_decisions(item)
    own = _without_proposals(item, decisions)
    groups, staffing = read_groups(own, context)
    departures = read_departures(own, context)
    members = frozenset(fold(appointment.person) for appointment in staffing)
    listed = [*read_action_tables(item, context), *read_task_rows(item, context)]
    tasks = read_assignments(own, context, groups, [one.task for one in listed])
    read = AgendaItem(
        number=head.number,
        label=head.label,
        title=_one_line(item.title).strip(" \t,;:–—*#") or "–",
        diary_number=head.diary or _diary(layout, item.parts),
        adjusted_at_once=True if _of(item, "decided-at-once") or any(map(_at_once, item.points)) else None,
        decisions=decisions,
        quoted=tuple(read_quoted(layout, item, context)),
        groups=tuple(groups),
        dissolutions=tuple(read_dissolutions(item)),
        departures=tuple(departures),
        vacancies=tuple(read_vacancies(own, context)),
        appointments=(*_in_bodies_left(_elected(own, context, groups, members), departures), *staffing),
        seats=tuple(reversed(list(read_seats(own, groups)))),
        assignments=(),
        statements=tuple(s for part in _of(item, "opinions") for s in read_statements(sheet, part, context.known)),
        motions=tuple(read_motions(spoken_sentences, context)),
        propositions=tuple(read_propositions(spoken_sentences)),
        votes=tuple(read_votes(item, said, context)),
        reservations=tuple(read_reservations(layout, item, context)),
        documents=tuple(document for part in _of(item, "basis") for document in read_documents(sheet, part)),
        counts=tuple(read_counts(item, context)),
        evidence=item.title.evidence() or (sheet.evidence(layout.lines[head.line].start, layout.lines[head.last].end),),
    )
    sent = [pair for part in _of(item, "recipients") for pair in read_recipients(sheet, part)]
    recipients = [(recipient, number or head.number) for recipient, number in sent]
    read = msgspec.structs.replace(read, references=tuple(read_references(layout, item, read, context)))
    told_elsewhere = {one.task.evidence: one.item for one in listed if one.item is not None}
    given = [(task, told_elsewhere.get(task.evidence, head.number)) for task in tasks]
    presenters, moves = presenters_of(layout, item, context), list(read_moves(said, context))
    return ItemRead(read, item, presenters, moves, recipients, given)


def _cut(layout: Layout, head: Head, end: int, context: Context) -> Item:
    """Cut an item into its parts, its decided points and what is only told."""
    parts = tuple(parts_of(layout, head.last + 1, end, context.body, context.date))
    points: list[Flow] = []
    told: list[Flow] = []
    after_points: list[Flow] = []
    for part in (*parts, *agreed_parts(layout, parts, context.body)):
        if part.kind in _TELLING:
            told += paragraphs(layout, part)
        elif part.kind == "decision":
            decided, rest = decided_points(layout, part)
            points += decided
            after_points += rest
    told += after_points + _undecided(layout, parts, points)
    title = flow(layout.sheet, head.title)
    if RUNNING_VERB.holds(title.text) and SELECT.holds(title.text):
        told.insert(0, title)  # a numbered sentence has no other title
    before = [text for part in parts if part.kind == "background" for text in paragraphs(layout, part)]
    return Item(title, tuple(points), parts, tuple(told), tuple(before))


def _undecided(layout: Layout, parts: tuple[Part, ...], points: list[Flow]) -> list[Flow]:
    """List the lines of decision parts that came to no decided point («A anmäler jäv …»)."""
    taken = sorted(place for point in points for place in point.places)
    result = []
    for stretch in (stretch for part in parts if part.kind == "decision" for stretch in part.stretches):
        k = bisect_left(taken, stretch.start)
        if k == len(taken) or taken[k] >= stretch.end:
            result.append(flow(layout.sheet, [stretch.span]))
    return [line for line in result if line.text]


def _without_proposals(item: Item, decisions: tuple[DecisionPoint, ...]) -> Item:
    """Leave out the points below «Nämnden föreslår fullmäktige»: nothing is given, founded or elected by them yet."""
    read = zip(item.points, decisions, strict=True)
    own = (point for point, one in read if one.kind != "proposal" or PROPOSED.holds(point.text))
    return replace(item, points=tuple(own))


def _of(item: Item, kind: str) -> list[Part]:
    return [part for part in item.parts if part.kind == kind]


def _elected(item: Item, context: Context, groups: list[Group], members: frozenset[str]) -> list[Appointment]:
    """List those chosen by sentences, and those that only a list or a table names."""
    told = without_implied(with_common_term(item, list(read_elections(item, context, groups, members))))
    known = {(fold(one.person), one.role) for one in told}
    rows = (*read_election_lists(item, context), *read_election_tables(item, context))
    return told + [one for one in rows if (fold(one.person), one.role) not in known]


def _in_bodies_left(elected: list[Appointment], departures: list[Departure]) -> list[Appointment]:
    """Elect in the body that somebody leaves by the same item, where the election names none («Till ny ersättare utses …»)."""
    left = {one.role: one.body for one in reversed(departures) if one.role is not None and one.body is not None}
    return [
        msgspec.structs.replace(one, body=left[one.role]) if one.body is None and one.role in left else one
        for one in elected
    ]


def _at_once(point: Flow) -> bool:
    return label_at(point.text, frozenset({"decided-at-once"})) is not None


def _one_line(text: Flow) -> str:
    return re.sub(r"\s+", " ", text.text).strip()


def _diary(layout: Layout, parts: tuple[Part, ...]) -> str | None:
    """Return the item's own diary number: under its label, or alone on one of its first lines («Dnr KS 2023/12»)."""
    for part in parts:
        if part.kind == "diary" and part.stretches:
            return clean(layout.sheet.text[slice(*part.stretches[0].span)]) or None
    for stretch in parts[0].stretches[:2] if parts else ():
        line = clean(layout.sheet.text[slice(*stretch.span)])
        match = DIARY.find(line)
        if match is not None and match.span() == (0, len(line)):
            return clean(match["marked"] or match["bare"])
    return None
