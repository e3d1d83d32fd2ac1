"""Random facts of a meeting, for minutes to be rendered from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from hypothesis import strategies as st

GIVEN = "Anna Bertil Cecilia Daniel Elsa Fredrik Gunilla Hans Ingrid Johan Karin Lars Maria Nils Olof Petra Stina Tomas Ulla Åke".split()
SURNAMES = "Almkvist Bergmark Dahlstrand Ekenäs Fornell Granholt Hedvall Jonsbo Kvarnström Lidmark Norrby Rosendal Söderlid Tallvik Wallmo".split()  # fmt: skip
PARTIES = ("S", "M", "C", "L", "V", "KD", "MP", "SD")
MUNICIPALITIES = ("Habo", "Tranås", "Vetlanda", "Eksjö", "Nässjö", "Sävsjö")
OFFICES = ("förbundschef", "ekonomichef", "kommunchef", "utredare")
BODIES = ("Kommunstyrelsen", "Socialnämnden", "Direktionen", "Kulturnämnden", "Förbundsstyrelsen", "Folkhälsorådet")
TITLES = (
    "Budget",
    "Taxor",
    "Motion om belysning",
    "Remiss om vägnät",
    "Årsredovisning",
    "Lokalplan",
    "Avtal om vatten",
    "Skolskjuts",
)
ACTS = (
    "godkänna rapporten", "fastställa planen", "anta riktlinjerna", "avslå motionen", "lägga informationen till handlingarna",
    "överlämna yttrandet", "bevilja ansökan", "återremittera ärendet",
)  # fmt: skip
SUBJECTS = ("trygghet i centrum", "översyn av avgifter", "lokal mat", "digitala tjänster", "nya cykelvägar")
RECIPIENTS = ("Ekonomiavdelningen", "Länsstyrelsen", "Kansliet", "Revisorerna", "Tekniska kontoret")


@dataclass(frozen=True)
class Person:
    """Somebody in the attendance; `replaces` names the absent member whom they serve for."""

    name: str
    party: str
    municipality: str
    role: str
    replaces: str | None = None
    title: str | None = None


@dataclass(frozen=True)
class Matter:
    """An item: its decided points, and what they set up or tell somebody to do."""

    number: int
    title: str
    points: tuple[str, ...]
    recipients: tuple[str, ...] = ()
    group: str | None = None
    members: tuple[str, ...] = ()
    told: str | None = None
    due: dt.date | None = None


@dataclass(frozen=True)
class Facts:
    """Everything that the minutes will say."""

    body: str
    date: dt.date
    start: str
    end: str
    people: tuple[Person, ...]
    adjuster: str
    matters: tuple[Matter, ...]

    def those(self, *roles: str) -> list[Person]:
        """List the people of these roles."""
        return [person for person in self.people if person.role in roles]


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    """Draw a meeting with a chair, members, a substitute who serves, one who does not, staff and some items."""
    count = draw(st.integers(3, 6))
    givens = draw(st.lists(st.sampled_from(GIVEN), min_size=count + 7, max_size=count + 7, unique=True))
    surnames = draw(st.lists(st.sampled_from(SURNAMES), min_size=count + 7, max_size=count + 7, unique=True))
    names = [f"{given} {surname}" for given, surname in zip(givens, surnames, strict=True)]
    roles = ["chair", "vice-chair", *["member"] * count, "serving", "substitute", "official", "secretary"]
    people = []
    for k, role in enumerate(roles):
        party = draw(st.sampled_from(PARTIES))
        place = draw(st.sampled_from(MUNICIPALITIES))
        title = draw(st.sampled_from(OFFICES)) if role == "official" else None
        replaces = names[-1] if role == "serving" and draw(st.booleans()) else None
        people.append(Person(names[k], party, place, role, replaces, title))
    body = draw(st.sampled_from(BODIES))
    date = draw(st.dates(dt.date(2001, 1, 1), dt.date(2029, 12, 1)))
    hour = draw(st.integers(8, 17))
    first = draw(st.integers(1, 180))
    deciding = [p.name for p in people if p.role in ("chair", "vice-chair", "member", "serving")]
    titles = draw(st.lists(st.sampled_from(TITLES), min_size=2, max_size=5, unique=True))
    matters = [draw(_matter(first + 1 + k, title, deciding, date)) for k, title in enumerate(titles)]
    return Facts(
        body, date, f"{hour:02d}:{draw(st.sampled_from(('00', '15', '30')))}", f"{hour + 2:02d}:45", tuple(people),
        people[2].name, (Matter(first, "Val av justerare", (f"utse {people[2].name} att jämte ordföranden justera protokollet",)), *matters),
    )  # fmt: skip


@st.composite
def _matter(draw: st.DrawFn, number: int, title: str, deciding: list[str], date: dt.date) -> Matter:
    points = draw(st.lists(st.sampled_from(ACTS), min_size=1, max_size=3, unique=True))
    recipients = tuple(draw(st.lists(st.sampled_from(RECIPIENTS), max_size=3, unique=True)))
    kind = draw(st.sampled_from(("plain", "group", "task")))
    if kind == "group":
        subject = draw(st.sampled_from(SUBJECTS))
        members = tuple(draw(st.lists(st.sampled_from(deciding), min_size=2, max_size=4, unique=True)))
        named = ", ".join(members[:-1]) + f" och {members[-1]}"
        points = [f"tillsätta en arbetsgrupp för {subject} bestående av {named}", *points]
        return Matter(number, title, tuple(points), recipients, f"arbetsgrupp för {subject}", members)
    if kind == "task":
        who, due = draw(st.sampled_from(deciding)), date + dt.timedelta(days=draw(st.integers(5, 200)))
        points = [*points, f"ge {who} i uppdrag att återkomma med förslag senast {due.isoformat()}"]
        return Matter(number, title, tuple(points), recipients, told=who, due=due)
    return Matter(number, title, tuple(points), recipients)
