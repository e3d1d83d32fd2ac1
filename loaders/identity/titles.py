"""Titles that stand for people («Förbundschef får i uppdrag»): who held one, in that body, at that time, by the minutes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import msgspec

from loaders.identity.claims import PersonClaim
from loaders.identity.names import plain
from loaders.identity.persons import day_of
from loaders.identity.records import DocumentRecord
from loaders.identity.spool import Spool

NEAR: Final = 366  # days: a title is not carried further than the next or last year's minutes
_DEFINITE: Final = re.compile(
    r"(?P<noun>\w*(?:are|ande|ende|chef|direktor|strateg|ekonom|jurist|ingenjor|inspektor|rektor|arkitekt|notarie|"
    r"assistent|konsult|revisor|expert|controller|rad|koordinator|generalist|specialist|arkivarie))(?:en|n|et)$"
)
_ACTING: Final = re.compile(r"^(?:tf|t f|tillforordnad|tjf|vik|vikarierande)\s+")
_ROLES: Final = {
    "ordforande": "chair",
    "vice ordforande": "vice-chair",
    "sekreterare": "secretary",
    "protokollforare": "secretary",
}


class Held(NamedTuple):
    """That a protocol shows somebody with a title: its day, its source, the person's local IRI, and where it says so."""

    day: int
    sha256: str
    person: str
    spans: tuple[tuple[int, int], ...]


def title_key(text: str) -> str:
    """Reduce a title so that «Förbundschefen» and «tf förbundschef» are equal."""
    words = plain(text).split()
    reduced = " ".join(match["noun"] if (match := _DEFINITE.fullmatch(word)) else word for word in words)
    return _ACTING.sub("", reduced)


def _titles(claim: PersonClaim) -> set[str]:
    return {title_key(title) for title in claim.titles}


@dataclass(slots=True)
class Titles:
    """Who is shown with which title, by what met: a body or, for several bodies, its organisation.

    What is held is laid aside; `members` are the IRIs under which minutes know what goes by one.
    """

    spool: Spool
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def add(self, record: DocumentRecord, above: Iterable[str], locals_: list[str]) -> None:
        """Take in the titles of one protocol; `above` are its body and its organisation."""
        day = day_of(record.date)
        if day is None:
            return
        places = tuple(above)
        self.spool.lay(
            "held",
            [
                (place, title, msgspec.msgpack.encode(Held(day, record.sha256, iri, claim.spans)))
                for iri, claim in zip(locals_, record.people, strict=True)
                for title in _titles(claim)
                for place in places
            ],
        )

    def rooted(self, members: Mapping[str, tuple[str, ...]]) -> Titles:
        """Return the same, to be asked by the IRIs that bodies and organisations go by now."""
        self.spool.run("CREATE INDEX held_by_title ON held (title, place)")
        return Titles(self.spool, members)

    def _of(self, place: str, title: str) -> list[Held]:
        """Return all that is known of a title in a body or an organisation."""
        iris = self.members.get(place, (place,))
        query = f"SELECT data FROM held WHERE title = ? AND place IN ({', '.join('?' * len(iris))})"  # noqa: S608 - marks
        return [msgspec.msgpack.decode(data, type=Held) for (data,) in self.spool.rows(query, (title, *iris))]

    def holder(
        self, record: DocumentRecord, text: str, above: Iterable[str], locals_: list[str], root: Callable[[str], str]
    ) -> Held | None:
        """Find who is meant by a title in a protocol: by its own list, else by the nearest other minutes there.

        None where nobody or more than one is shown with it.
        """
        title = title_key(text)
        here = [
            Held(0, record.sha256, iri, claim.spans)
            for iri, claim in zip(locals_, record.people, strict=True)
            if claim.attends and claim.spans and (title in _titles(claim) or _ROLES.get(title) in claim.roles)
        ]
        if here or title in _ROLES:
            return here[0] if len(here) == 1 else None
        day = day_of(record.date)
        for place in above if day is not None else ():
            found = self._nearest(self._of(place, title), day or 0, root)
            if found is not None:
                return found
        return None

    def _nearest(self, held: list[Held], day: int, root: Callable[[str], str]) -> Held | None:
        """Return the holder shown last before a day, else first after it, where just one person is."""
        before = [each for each in held if day - NEAR <= each.day <= day]
        after = [each for each in held if day < each.day <= day + NEAR]
        closest = max((each.day for each in before), default=min((each.day for each in after), default=None))
        shown = sorted((each for each in held if each.day == closest), key=lambda each: (each.sha256, each.person))
        return shown[0] if len({root(each.person) for each in shown}) == 1 else None
