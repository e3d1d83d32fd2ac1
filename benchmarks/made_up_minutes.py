"""Made-up minutes in any number, the same for the same number: what the benchmarks of graph and queries load."""

from __future__ import annotations

import datetime as dt
import hashlib
import random
from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad

from loaders.identity import mentions_of, resolve
from loaders.mapping import document_quads, identity_quads
from loaders.minutes import (
    AgendaItem,
    Appointment,
    Assignment,
    Attendance,
    DecisionPoint,
    Departure,
    Dissolution,
    Evidence,
    Group,
    Meeting,
    Mention,
    Minutes,
    Recipient,
    Reference,
    Reservation,
    Source,
    Vote,
)
from ontology.iris import DEFAULT_BASE, graph_iri, identity_graph, ontology_graph, reference_graph
from ontology.quads import ontology_quads, reference_quads

GIVEN = "Anna Börje Cecilia Dag Eva Fredrik Gunilla Håkan Ingrid Jörgen Karin Lars Märta Nils Åsa Örjan".split()
FAMILY = "Ek Lind Ström Åkesson Öberg Nordström Sjöqvist Wahlgren Häggström Björkman Palm Rådström".split()
PLACES = ("Östersund", "Åre", "Berg", "Ragunda", "Krokom", "Bräcke", "Strömsund", "Härjedalen")
PARTIES = ("S", "M", "C", "SD", "V", "KD", "L", "MP")
SUBJECTS = ("vägar", "skolskjuts", "folkhälsa", "e-arkiv", "översiktsplan", "kompetensförsörjning", "växel", "bredband")
MEETINGS_A_BODY = 10
MOVING = 12  # the seat whose holder moves on


def made_up_graphs(documents: int) -> Iterator[tuple[NamedNode, list[Quad]]]:
    """Yield the graphs of so many minutes, and the three that all share; some 1,500 triples a document."""
    minutes = [made_up_minutes(number) for number in range(documents)]
    records = [mentions_of(one) for one in minutes]
    identities = resolve(records, DEFAULT_BASE)
    for one, record in zip(minutes, records, strict=True):
        graph = graph_iri(DEFAULT_BASE, one.source.sha256)
        yield graph, list(document_quads(one, identities.resolution(record), DEFAULT_BASE))
    yield identity_graph(DEFAULT_BASE), list(identity_quads(identities, DEFAULT_BASE))
    yield reference_graph(DEFAULT_BASE), list(reference_quads(DEFAULT_BASE))
    yield ontology_graph(DEFAULT_BASE), list(ontology_quads(DEFAULT_BASE))


def made_up_minutes(number: int) -> Minutes:
    """Make minutes: every ten are of one body, with people of its own and some of its neighbour's.

    In the middle of the ten one moves on to the next body. Every kind of fact that the pack asks for is among them.
    """
    body, turn = divmod(number, MEETINGS_A_BODY)
    chance = random.Random(number)  # noqa: S311 - made-up data, not a secret
    text = _Text()
    moved = MOVING if turn >= MEETINGS_A_BODY // 2 else -1
    members = [_person(body + (seat % 5 == 0) - (seat == moved), seat) for seat in range(20)]
    attendance = _attendances(text, chance, members)
    organisation = f"Kommunförbundet {FAMILY[body % len(FAMILY)]}bygden {body}"
    date = dt.date(2015, 1, 15) + dt.timedelta(days=30 * turn + body)
    items = [_item(text, chance, members, at) for at in range(1, 9)]
    items += [_election(text, chance, members, date), _contested(text, members, turn)]
    mentions = tuple(Mention(kind="person", name=name, evidence=text.proof(name)) for name in members)
    heading = text.proof("Styrelsen")
    return Minutes(
        source=Source(
            name=f"protokoll-{number}.txt",
            sha256=hashlib.sha256(str(number).encode()).hexdigest(),
            media_type="text/plain",
            characters=text.length,
        ),
        meeting=Meeting(
            body="Styrelsen",
            organisation=organisation,
            date=date,
            number=str(turn + 1),
            place="Östersund",
            evidence=heading,
        ),
        participants=attendance,
        items=tuple(items),
        mentions=mentions,
    )


class _Text:
    """The text so far: evidence of the minutes one after the other."""

    def __init__(self) -> None:
        self.length = 0

    def proof(self, quote: str) -> tuple[Evidence, ...]:
        start, self.length = self.length, self.length + len(quote) + 1
        return (Evidence(start=start, end=start + len(quote), quote=quote),)


def _person(body: int, seat: int) -> str:
    number = body * 20 + seat
    given = GIVEN[number % len(GIVEN)]
    return f"{given} {FAMILY[number // len(GIVEN) % len(FAMILY)]}-{FAMILY[number % 7].lower()}{chr(97 + body % 26)}"


def _attendances(text: _Text, chance: random.Random, members: list[str]) -> tuple[Attendance, ...]:
    """Let one in ten members be away, and substitutes serve for them as long as there are any."""
    away = [seat for seat in range(1, 14) if chance.random() < 0.1]
    serves = dict(zip(range(14, 18), away, strict=False))
    return tuple(
        _attendance(text, members, seat, present=seat not in away, serves_for=serves.get(seat))
        for seat in range(len(members))
    )


def _attendance(text: _Text, members: list[str], seat: int, *, present: bool, serves_for: int | None) -> Attendance:
    listed = "chair" if seat == 0 else "member" if seat < 14 else "substitute" if seat < 18 else "presenter"
    place, party = PLACES[seat % len(PLACES)], PARTIES[seat % len(PARTIES)]
    return Attendance(
        name=members[seat],
        roles=(listed if serves_for is None else "serving-substitute",),
        present=present,
        municipality=place,
        party=party if seat < 18 else None,
        items=str(seat - 15) if seat >= 18 else None,
        replaces=None if serves_for is None else members[serves_for],
        evidence=text.proof(f"{members[seat]} ({party}), {place}"),
    )


def _item(text: _Text, chance: random.Random, members: list[str], number: int) -> AgendaItem:
    subject = chance.choice(SUBJECTS)
    chosen = chance.sample(members, 4) if number % 4 == 0 else []
    group = f"arbetsgrupp för {subject}"
    decisions = [
        f"att lägga ärendet om {subject} till handlingarna",
        f"att återkomma i fråga {chance.randrange(10**6)}",
    ]
    cited = f"§ {number}"
    return AgendaItem(
        number=str(number),
        title=f"{subject.capitalize()} i förbundet",
        diary_number=f"KF 2015/{chance.randrange(1000)}" if number % 2 else None,
        decisions=tuple(DecisionPoint(text=one, evidence=text.proof(one)) for one in decisions),
        groups=(Group(name=group, kind="arbetsgrupp", members=tuple(chosen), evidence=text.proof(group)),)
        if chosen
        else (),
        appointments=tuple(
            Appointment(person=name, role="member", body=group, evidence=text.proof(name)) for name in chosen
        ),
        assignments=(Assignment(assignee=(group,), task=decisions[1], evidence=text.proof(decisions[1])),)
        if chosen
        else (),
        recipients=(Recipient(name=f"{PLACES[number - 1]} kommun", evidence=text.proof(PLACES[number - 1])),)
        if number % 3 == 0
        else (),
        references=(Reference(target=cited, kind="item", text=cited, evidence=text.proof(cited)),)
        if number > 6
        else (),
        evidence=text.proof(f"§ {number} {subject.capitalize()} i förbundet"),
    )


def _election(text: _Text, chance: random.Random, members: list[str], date: dt.date) -> AgendaItem:
    """Let one leave the board and another be elected for a year, in another party's place at times."""
    left, new = chance.sample(members[1:14], 2)
    decision = f"att välja {new} efter {left}"
    return AgendaItem(
        number="9",
        title="Fyllnadsval",
        decisions=(
            DecisionPoint(
                text=decision, kind="proposal", proposal_to="kommunfullmäktige", evidence=text.proof(decision)
            ),
        ),
        departures=(
            Departure(person=left, kind="resigned", role="member", body="Styrelsen", evidence=text.proof(left)),
        ),
        appointments=(
            Appointment(
                person=new,
                role="member",
                body="Styrelsen",
                party=chance.choice(PARTIES),
                since=date.isoformat(),
                until=str(date.year + 1),
                replaces=left,
                evidence=text.proof(new),
            ),
        ),
        evidence=text.proof("§ 9 Fyllnadsval"),
    )


def _contested(text: _Text, members: list[str], turn: int) -> AgendaItem:
    """Make a vote with a reservation; the last of a body's meetings dissolves a group."""
    group = f"arbetsgrupp för {SUBJECTS[0]}"
    return AgendaItem(
        number="10",
        title="Budget",
        votes=(Vote(yes=8, no=5, outcome="Bifall", evidence=text.proof("8 ja-röster och 5 nej-röster")),),
        reservations=(Reservation(person=members[3], evidence=text.proof(members[3])),),
        dissolutions=(Dissolution(name=group, kind="arbetsgrupp", evidence=text.proof(group)),)
        if turn == MEETINGS_A_BODY - 1
        else (),
        evidence=text.proof("§ 10 Budget"),
    )
