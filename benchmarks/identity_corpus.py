"""A made-up corpus of minutes with known truth, for measuring identity: who each attendance is («facit»).

A seeded world of municipalities, federations, people and meetings over ten years. Names come as they do in Sweden: a few are
very common. In it are what makes identity hard: namesakes in different municipalities and in the same one, brothers and
sisters, changed surnames that one document states, changed parties, moves, initials, names left out, and scans. Nobody in
it exists.
"""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from math import comb

from loaders.identity import Identities, mentions_of
from loaders.minutes import Attendance, Evidence, Meeting, Minutes, Source
from ontology.reference import municipalities

FIRST, LAST = 2015, 2024
PARTIES = ("S",) * 30 + ("M",) * 20 + ("SD",) * 12 + ("C",) * 12 + ("V",) * 7 + ("KD",) * 6 + ("L",) * 5 + ("MP",) * 4
LOCAL = ("VV", "FiA", "ÖP", "LPO")
TITLES = ("kommundirektör", "socialchef", "ekonomichef", "kanslichef", "utvecklingschef", "skolchef", "näringslivschef")
HEADS = "Brage Dal Ekeby Fager Gran Hag Hult Klint Ljunge Möre Norr Rimbo Rönn Skog Stav Söder Tall Torn Ulv Vret Väster Åker Älv Öster".split()
TAILS = (
    "backa berga brink dahl fors gren gård hed kvist lund mark näs rud ryd skär sten ström torp udd vall vik ås".split()
)
SCANNED = (
    ("ö", "6"),
    ("ö", "é"),
    ("ö", "o"),
    ("å", "a"),
    ("ä", "a"),
    ("rn", "m"),
    ("l", "1"),
    ("ll", "l"),
    ("ss", "s"),
    ("v", "w"),
    ("k", "c"),
)
HURT = tuple("aeinrst")  # letters that a bad scan puts anywhere: no rule foresees them


@dataclass(slots=True)
class Somebody:
    """A person of the world; what changes over time is listed with the year from which it holds."""

    number: int
    given: str
    surname: list[tuple[int, str]]
    home: list[tuple[int, str]]
    party: list[tuple[int, str]]
    title: str = ""
    said: bool = False


@dataclass(slots=True)
class Body:
    """A body that meets, and who is in it from which year to which."""

    name: str
    organisation: str
    federation: bool
    members: list[tuple[Somebody, int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Told:
    """The minutes of one meeting, and by entry of their list of attendance who it truly is."""

    minutes: Minutes
    truth: tuple[int, ...]


def corpus(seed: int, mentions: int, *, first_county: int = 0) -> Iterator[Told]:
    """Yield minutes with at least so many attendances in all; the same for the same seed.

    Corpora whose first counties lie far apart are parts of one: none of their bodies are the same.
    """
    chance = random.Random(seed)  # noqa: S311 - made-up data, not a secret
    made = 0
    world = _World(chance, first_county)
    while made < mentions:
        for body in world.county():
            for told in _meetings(chance, body):
                yield told
                made += len(told.truth)
                if made >= mentions:
                    return


class _World:
    """Names, people and bodies, a county at a time."""

    def __init__(self, chance: random.Random, first_county: int) -> None:
        text = files("loaders.identity").joinpath("data/common_names.csv").read_text("utf-8")
        rows = list(csv.DictReader(text.splitlines()))
        self.chance = chance
        self.given = [(_printed(row["name"]), int(row["per_100000"])) for row in rows if row["kind"] == "given"]
        self.surnames = [(_printed(row["name"]), int(row["per_100000"])) for row in rows if row["kind"] == "surname"]
        self.places = [place.official for place in municipalities()]
        self.people: list[Somebody] = []
        self.counties = first_county

    def county(self) -> Iterator[Body]:
        """Make six municipalities with two bodies each, and the federation in which they sit together."""
        chance, self.counties = self.chance, self.counties + 1
        places = [self.places[(self.counties * 6 + k) % len(self.places)] for k in range(6)]
        again = (self.counties * 6) // len(self.places)
        federation = Body(
            "Direktionen",
            f"Kommunalförbundet {chance.choice(HEADS)}{chance.choice(TAILS)} {self.counties}",
            federation=True,
        )
        staff = Body("Chefsgruppen", federation.organisation, federation=True)
        bodies = [federation, staff]
        for place in places:
            board = Body("Kommunstyrelsen" if not again else f"Kommunstyrelsen {again}", place, federation=False)
            committee = Body(
                chance.choice(("Socialnämnden", "Bygg- och miljönämnden", "Barnnämnden")), place, federation=False
            )
            people = [self._person(place) for _ in range(26)]
            self._hard(people, place)
            for person in people:
                since, until = self._term()
                board.members.append((person, since, until))
                if chance.random() < 0.25:
                    committee.members.append((person, *self._term()))
                if chance.random() < 0.15:
                    federation.members.append((person, *self._term()))
            for title in chance.sample(TITLES, 3):
                official = self._person(place)
                official.party, official.title = [], title
                board.members.append((official, *self._term()))
                staff.members.append((official, *self._term()))
            bodies += [board, committee]
        self._moves(federation, bodies, places)
        yield from bodies

    def _term(self) -> tuple[int, int]:
        return self.chance.choice(((2015, 2018), (2015, 2022), (2015, 2024), (2019, 2022), (2019, 2024), (2023, 2024)))

    def _person(self, place: str, surname: str = "", given: str = "") -> Somebody:
        chance = self.chance
        given = given or self._pick(self.given, 0.85)
        if not surname:
            surname = self._pick(self.surnames, 0.6)
            if chance.random() < 0.06:
                surname += f" {self._pick(self.surnames, 0.6)}"
        party = chance.choice(PARTIES) if chance.random() > 0.04 else chance.choice(LOCAL)
        person = Somebody(len(self.people), given, [(FIRST, surname)], [(FIRST, place)], [(FIRST, party)])
        if chance.random() < 0.02:
            person.party.append((chance.randint(2017, 2023), chance.choice(PARTIES)))
        if chance.random() < 0.02:
            person.surname.append((chance.randint(2017, 2023), self._pick(self.surnames, 0.6)))
        self.people.append(person)
        return person

    def _pick(self, names: list[tuple[str, int]], common: float) -> str:
        if self.chance.random() < common:
            return self.chance.choices([name for name, _ in names], [weight for _, weight in names])[0]
        if names is self.given:
            return self.chance.choice(HEADS)[:4] + self.chance.choice(("ina", "mar", "ela", "vin", "rik", "na"))
        return self.chance.choice(HEADS) + self.chance.choice(TAILS)

    def _hard(self, people: list[Somebody], place: str) -> None:
        """Put namesakes and brothers and sisters among the people of a municipality."""
        chance = self.chance
        if chance.random() < 0.3:  # namesakes in one body, of two parties
            one, other = people[0], people[1]
            if chance.random() < 0.8:  # mostly of a name that many have
                one.given, one.surname = self._pick(self.given, 1), [(FIRST, self._pick(self.surnames, 1))]
            other.given, other.surname, one.surname = one.given, one.surname[:1], one.surname[:1]
            other.party = [(FIRST, chance.choice([party for party in PARTIES if party != one.party[0][1]]))]
            one.party = one.party[:1]
        for k in range(2, 6, 2):  # siblings, of one party as often as not
            if chance.random() < 0.5:
                people[k + 1].surname = people[k].surname[:1]
                while people[k + 1].given == people[k].given:  # no brothers are called the same
                    people[k + 1].given = self._pick(self.given, 0.85)
                people[k].surname = people[k].surname[:1]
                if chance.random() < 0.5:
                    people[k + 1].party = people[k].party
        if self.people and chance.random() < 0.6:  # a namesake elsewhere
            far = chance.choice(self.people)
            if far.home[0][1] != place:
                people[6].given, people[6].surname = far.given, far.surname[:1]

    def _moves(self, federation: Body, bodies: list[Body], places: list[str]) -> None:
        """Let one in thirty of the federation's members move: they keep that seat, and leave those at home."""
        for person, _, _ in federation.members:
            if self.chance.random() < 0.03:
                year = self.chance.randint(2017, 2023)
                person.home.append((year, self.chance.choice(places)))
                for body in bodies:
                    if not body.federation:
                        body.members = [
                            (each, since, min(until, year - 1) if each is person else until)
                            for each, since, until in body.members
                        ]


def _printed(folded: str) -> str:
    marks = {
        "strom": "ström",
        "sjo": "sjö",
        "goran": "göran",
        "akes": "åkes",
        "berg": "berg",
        "oberg": "öberg",
        "ahl": "ahl",
        "hakan": "håkan",
        "bjork": "björk",
        "ostlund": "östlund",
        "asa": "åsa",
        "soder": "söder",
        "lofgren": "löfgren",
        "hogl": "högl",
        "hogb": "högb",
        "palss": "pålss",
        "marten": "mårten",
        "jorgen": "jörgen",
        "bjorn": "björn",
        "ohman": "öhman",
        "stahl": "ståhl",
    }
    for plain, marked in marks.items():
        folded = folded.replace(plain, marked)
    return folded.title()


def _meetings(chance: random.Random, body: Body) -> Iterator[Told]:
    for year in range(FIRST, LAST + 1):
        present = [person for person, since, until in body.members if since <= year <= until]
        for month in (2, 5, 9, 11):
            day = dt.date(year, month, chance.randint(1, 28))
            yield _minutes(chance, body, day, [person for person in present if chance.random() < 0.8])


def _minutes(chance: random.Random, body: Body, day: dt.date, present: list[Somebody]) -> Told:
    scanned, initials = chance.random() < 0.12, chance.random() < 0.02
    with_party, with_place = chance.random() < 0.9, body.federation and chance.random() < 0.85
    entries: list[Attendance] = []
    for person in present:
        name, quote = _name(chance, person, day.year, initials=initials, scanned=scanned)
        home, party = _at(person.home, day.year), _at(person.party, day.year) if person.party else None
        entries.append(
            Attendance(
                name=name,
                roles=("official",) if person.title and body.name != "Chefsgruppen" else ("member",),
                present=True,
                municipality=home.removesuffix(" kommun") if with_place and home else None,
                party=party if with_party else None,
                title=person.title or None,
                evidence=(Evidence(start=0, end=len(quote), quote=quote),),
            )
        )
    seed = f"{body.organisation}/{body.name}/{day}/{chance.random()}"
    organisation = body.organisation if chance.random() > 0.002 else None
    minutes = Minutes(
        source=Source(
            name=f"{day}.txt", sha256=hashlib.sha256(seed.encode()).hexdigest(), media_type="text/plain", characters=500
        ),
        meeting=Meeting(body=body.name, organisation=organisation, date=day),
        participants=tuple(entries),
    )
    return Told(minutes, tuple(person.number for person in present))


def _at(values: list[tuple[int, str]], year: int) -> str:
    return [value for since, value in values if since <= year][-1]


def _name(chance: random.Random, person: Somebody, year: int, *, initials: bool, scanned: bool) -> tuple[str, str]:
    """Return a person's name as the minutes print it, and the words that it stands in."""
    surname = _at(person.surname, year)
    given = person.given
    if " " in surname:
        surname = surname.replace(" ", "-") if chance.random() < 0.4 else surname
        if chance.random() < 0.05:
            surname = surname.split("-")[0].split(" ")[0]
    name = f"{given[0]}. {surname}" if initials else f"{given} {surname}"
    if scanned and chance.random() < 0.2:
        name = _damaged(chance, name)
    changed = len(person.surname) > 1 and year >= person.surname[1][0]
    if changed and not person.said and not initials and not scanned:
        person.said = True
        return name, f"{name}, tidigare {person.surname[0][1]}"
    return name, name


def _damaged(chance: random.Random, name: str) -> str:
    """Damage a name as scanning does, now and then as nobody can foresee."""
    if chance.random() < 0.1:
        place = chance.randrange(1, len(name))
        return name if name[place] in " -." else name[:place] + chance.choice(HURT) + name[place + 1 :]
    fitting = [(good, bad) for good, bad in SCANNED if good in name[1:]]
    if not fitting:
        return name
    good, bad = chance.choice(fitting)
    place = name.index(good, 1)
    return name[:place] + bad + name[place + len(good) :]


# --- measuring


@dataclass(frozen=True, slots=True)
class Measured:
    """Pairs of attendances: how many are truly one person's, how many were found to be, and how many both."""

    true: int
    found: int
    both: int
    people: int
    things: int

    @property
    def precision(self) -> float:
        """Return the share of the pairs found that are true."""
        return self.both / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Return the share of the true pairs that are found."""
        return self.both / self.true if self.true else 1.0


def measured(identities: Identities, told: Iterable[Told]) -> tuple[Measured, Counter[tuple[str, int]]]:
    """Compare what was found with the truth; the counter has how many attendances of each person went by each IRI."""
    cells: Counter[tuple[str, int]] = Counter()
    for one in told:
        resolution = identities.resolution(mentions_of(one.minutes))
        for entry, number in zip(one.minutes.participants, one.truth, strict=True):
            person = resolution.attendant(entry)
            cells[person.iri if person else f"nobody {one.minutes.source.sha256} {entry.name}", number] += 1
    found: Counter[str] = Counter()
    true: Counter[int] = Counter()
    for (iri, number), count in cells.items():
        found[iri] += count
        true[number] += count
    pairs = Measured(
        true=sum(comb(count, 2) for count in true.values()),
        found=sum(comb(count, 2) for count in found.values()),
        both=sum(comb(count, 2) for count in cells.values()),
        people=len(true),
        things=len(found),
    )
    return pairs, cells
