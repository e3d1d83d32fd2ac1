"""Made-up rows of networks of any size, the same every time."""

from __future__ import annotations

import datetime as dt
import random

from graph.network.facts import BodyRow, Quote
from graph.network.ties import NetworkRows, TieRow

BASE = "https://w3id.org/aktorsgraf/id/"
GIVEN = ("Anna", "Erik", "Karin", "Lars", "Maria", "Per", "Eva", "Åsa", "Olof", "Göran", "Malin", "Björn", "Ulla")
SURNAMES = ("Nordlander", "Lindqvist", "Ekström", "Högberg", "Wahlström", "Åkerlund", "Öberg", "Falk", "Modig", "Rask")
PARTIES = ("S", "M", "C", "L", "SD", "MP", "V", "KD", "VV", None)
PLACES = ("Östersund", "Åre", "Strömsund", "Krokom", "Habo", "Mullsjö", "Bräcke")
BODIES = ("Kommunstyrelsen", "Barn- och utbildningsnämnden", "Direktionen", "Styrelsen", "Folkhälsorådet")
GROUPS = ("Arbetsgrupp för skolskjuts", "Styrgrupp för digital samverkan", "Redaktionskommitté")
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(2)</script>",
    "javascript:alert(3)//href",
    "{{7*7}} *b* `c`",
)


def rows_of(people: int, organisations: int) -> NetworkRows:
    """Make bodies and groups of organisations, and people who each sit in two or three of those near each other."""
    chance = random.Random(7)  # noqa: S311  the same made-up network every time
    bodies: list[BodyRow] = []
    for number in range(organisations):
        organisation = f"Kommunförbundet {PLACES[number % len(PLACES)]} {number}"
        main = BodyRow(
            iri=f"{BASE}body/{number}",
            label=BODIES[number % len(BODIES)],
            kind="body",
            organisation=organisation,
            meetings=chance.randint(1, 9),
        )
        group = BodyRow(
            iri=f"{BASE}group/{number}",
            label=GROUPS[number % len(GROUPS)],
            kind="group",
            organisation=organisation,
            parent=main.iri,
            noun="arbetsgrupp",
            task="Ta fram förslag till gemensam plan",
        )
        bodies += [main, group]
    ties = [tie for number in range(people) for tie in _ties(number, [body.iri for body in bodies], chance)]
    return NetworkRows(tuple(bodies), tuple(ties))


def hostile_rows() -> NetworkRows:
    """Make a small network in which every text would do harm where it was taken for markup."""
    bodies = tuple(
        BodyRow(iri=f"{BASE}body/{number}", label=text, kind="body", organisation=text, task=text)
        for number, text in enumerate(HOSTILE)
    )
    ties = tuple(
        TieRow(
            person=f"{BASE}person/{number}",
            name=text,
            body=body.iri,
            roles=(text,),
            party=text,
            municipality=text,
            quotes=(Quote(text, text),),
        )
        for number, text in enumerate(HOSTILE)
        for body in bodies
    )
    return NetworkRows(bodies, ties)


def _ties(number: int, bodies: list[str], chance: random.Random) -> list[TieRow]:
    name = f"{GIVEN[number % len(GIVEN)]} {SURNAMES[number % len(SURNAMES)]}"
    party, home = chance.choice(PARTIES), chance.randrange(len(bodies))
    chosen = {bodies[home], bodies[(home + chance.randint(1, 2)) % len(bodies)]}
    if chance.random() < 0.15:
        chosen.add(chance.choice(bodies))
    first = dt.date(2021, 1, 1) + dt.timedelta(days=chance.randrange(900))
    return [
        TieRow(
            person=f"{BASE}person/{number}",
            name=name,
            body=body,
            roles=(chance.choice(("member", "chair", "substitute", "guest", "secretary")),),
            party=party,
            municipality=chance.choice(PLACES),
            first=first,
            last=first + dt.timedelta(days=chance.randrange(600)),
            meetings=chance.randint(1, 9),
            quotes=(Quote(f"{name}, ledamot", "styrelsen.txt", first), Quote(f"utse {name} att ingå", "styrelsen.txt")),
        )
        for body in sorted(chosen)
    ]
