"""Made-up facts of networks: small ones that a test can count, and large ones, the same every time."""

from __future__ import annotations

import datetime as dt
import random

from network_samples import BASE, GIVEN, HOSTILE, PARTIES, PLACES, SURNAMES

from graph.network.facts import Assignee, BodyRow, NetworkFacts, Quote, Stay, Task

BOARD = BodyRow(iri="b:board", label="Styrelsen", kind="body", organisation="Förbundet", meetings=2)
COUNCIL = BodyRow(iri="b:council", label="Rådet", kind="body", organisation="Habo", municipality="Habo", meetings=1)
GROUP = BodyRow(
    iri="b:group", label="Arbetsgrupp för skolskjuts", kind="group", parent="b:board", organisation="Förbundet"
)
SPRING, AUTUMN, NEXT_YEAR = dt.date(2023, 3, 1), dt.date(2023, 10, 1), dt.date(2024, 3, 1)


def seen(name: str, body: BodyRow, day: dt.date, **stated: object) -> Stay:
    """Make an attendance of somebody at the body's meeting of a day."""
    quote = Quote(f"{name.title()}, ledamot", f"{body.label}.txt", day)
    return Stay(
        person=f"p:{name}",
        name=name.title(),
        body=body.iri,
        meeting=f"{body.iri}/{day}",
        day=day,
        **{"roles": ("member",), "quotes": (quote,)} | stated,  # type: ignore[arg-type]
    )


def elected(name: str, body: BodyRow, day: dt.date, **stated: object) -> Stay:
    """Make an election of somebody to a body."""
    quote = Quote(f"utse {name.title()}", "styrelsen.txt", day)
    return Stay(
        person=f"p:{name}", name=name.title(), body=body.iri, day=day,
        **{"roles": ("member",), "quotes": (quote,)} | stated,  # type: ignore[arg-type]
    )  # fmt: skip


SMALL = NetworkFacts(
    (BOARD, COUNCIL, GROUP),
    (
        seen("anna", BOARD, SPRING, party="S", municipality="Åre", roles=("chair",)),
        seen("anna", BOARD, AUTUMN, party="S", municipality="Åre", roles=("chair",)),
        seen("anna", COUNCIL, NEXT_YEAR),
        elected("anna", GROUP, SPRING, roles=("convener",)),
        seen("bo", BOARD, SPRING, party="M"),
        seen("bo", BOARD, AUTUMN, party="M", present=False, roles=("member",)),
        elected("bo", GROUP, SPRING, ends=dt.date(2023, 6, 30)),
        seen("cilla", BOARD, AUTUMN, party="C", roles=("serving-substitute",), replaces=("p:bo",)),
        seen("dag", COUNCIL, NEXT_YEAR, party="M"),
    ),
    (
        Task(
            iri="t:1",
            text="Ta fram en plan",
            body=BOARD.iri,
            assignees=(Assignee("Arbetsgrupp för skolskjuts", GROUP.iri), Assignee("förbundschefen")),
            item="7",
            day=SPRING,
            due=AUTUMN,
            quotes=(Quote("får i uppdrag att ta fram en plan", "styrelsen.txt", SPRING),),
        ),
        Task(
            iri="t:2",
            text="Bjuda in",
            body=COUNCIL.iri,
            assignees=(Assignee("Dag", "p:dag"),),
            day=NEXT_YEAR,
            quotes=(Quote("Dag får i uppdrag att bjuda in", "rådet.txt", NEXT_YEAR),),
        ),
    ),
)


def large_facts(people: int) -> NetworkFacts:
    """Make a body and a group for every 25 people, each of whom sits in two bodies near each other, and their meetings."""
    chance = random.Random(11)  # noqa: S311  the same made-up facts every time
    bodies: list[BodyRow] = []
    for number in range(max(2, people // 25)):
        organisation = f"Kommunförbundet {PLACES[number % len(PLACES)]} {number}"
        main = BodyRow(iri=f"{BASE}body/{number}", label=f"Styrelse {number}", kind="body", organisation=organisation)
        bodies += [
            main,
            BodyRow(iri=f"{BASE}group/{number}", label=f"Arbetsgrupp {number}", kind="group", parent=main.iri),
        ]
    stays: list[Stay] = []
    for number in range(people):
        name = f"{GIVEN[number % len(GIVEN)]} {SURNAMES[number % len(SURNAMES)]} {number}"
        party, place = chance.choice(PARTIES), chance.choice(PLACES)
        home = chance.randrange(len(bodies))
        member = f"{BASE}person/{chance.randrange(people)}"
        for step in (0, chance.randint(1, 3)):
            body = bodies[(home + step) % len(bodies)]
            day = SPRING + dt.timedelta(days=chance.randrange(2) * 30)
            stays.append(
                Stay(
                    person=f"{BASE}person/{number}", name=name, body=body.iri, meeting=f"{body.iri}/{day}", day=day,
                    roles=("member",), party=party, municipality=place, replaces=(member,) if step else (),
                    quotes=(Quote(f"{name}, ledamot", "styrelsen.txt", day),),
                )
            )  # fmt: skip
    tasks = tuple(
        Task(
            iri=f"{BASE}task/{number}", text=f"Ta fram förslag {number}", body=stay.body,
            assignees=(Assignee(stay.name, stay.person),), day=SPRING, quotes=(Quote("får i uppdrag", "styrelsen.txt"),),
        )
        for number, stay in enumerate(stays[::3])
    )  # fmt: skip
    return NetworkFacts(tuple(bodies), tuple(stays), tasks)


def hostile_facts() -> NetworkFacts:
    """Make facts in which every text would do harm where it was taken for markup."""
    bodies = tuple(
        BodyRow(iri=f"{BASE}group/{at}", label=text, kind="group", organisation=text, task=text, noun=text)
        for at, text in enumerate(HOSTILE)
    )
    stays = tuple(
        Stay(
            person=f"{BASE}person/{at}", name=text, body=body.iri, meeting=f"{body.iri}/m", day=SPRING, roles=(text,),
            party=text, municipality=text, quotes=(Quote(text, text, SPRING),),
            replaces=(f"{BASE}person/{(at + 1) % len(HOSTILE)}",),
        )
        for at, text in enumerate(HOSTILE)
        for body in bodies
    )  # fmt: skip
    tasks = tuple(
        Task(
            iri=f"{BASE}task/{at}", text=text, body=bodies[at].iri, item=text, day=SPRING, quotes=(Quote(text, text),),
            assignees=(Assignee(text, f"{BASE}person/{at}"), Assignee(text + "!")),
        )
        for at, text in enumerate(HOSTILE)
    )  # fmt: skip
    return NetworkFacts(bodies, stays, tasks)
