"""Municipalities, counties, parties and organisations of Sweden, and finding them by the forms in which minutes name them."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Generic, TypeVar

from ontology.iris import fold
from ontology.turtle import read_data

_Thing = TypeVar("_Thing")
_NO_GENITIVE: Final = ("s", "x", "z")  # «Borås kommun»


@dataclass(frozen=True, slots=True)
class County:
    """A county («län»): code «23», name «Jämtlands län», short «Jämtland»."""

    code: str
    name: str
    short: str


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality («kommun»): code «2380», name «Östersund», official «Östersunds kommun»."""

    code: str
    name: str
    official: str
    county: County


@dataclass(frozen=True, slots=True)
class Party:
    """A party of the Riksdag («riksdagsparti»): its abbreviation now, and those it had («FP»)."""

    abbreviation: str
    name: str
    wikidata: str
    former: tuple[str, ...]


@cache
def counties() -> tuple[County, ...]:
    """Return the 21 counties by code."""
    return tuple(
        County(row["county_code"], row["county_name"], row["county_name_short"]) for row in _rows("counties.csv")
    )


@cache
def municipalities() -> tuple[Municipality, ...]:
    """Return the 290 municipalities by code."""
    of_code = {county.code: county for county in counties()}
    return tuple(
        Municipality(
            row["municipality_code"],
            row["municipality_name_short"],
            row["municipality_name"],
            of_code[row["county_code"]],
        )
        for row in _rows("municipalities.csv")
    )


@cache
def parties() -> tuple[Party, ...]:
    """Return the parties of the Riksdag."""
    return tuple(
        Party(row["abbreviation"], row["name"], row["wikidata"], tuple(row["former_abbreviations"].split()))
        for row in _rows("parties.csv")
    )


@cache
def organisations() -> tuple[str, ...]:
    """Return names of organisations that no word of theirs tells («Lantmäteriet», «Sobona»)."""
    return tuple(row["name"] for row in _rows("organisations.csv"))


def find_municipality(text: str) -> Municipality | None:
    """Find the municipality that the whole text names, in any form: «Habo», «Vaggeryds kommun», «Östersunds», «Jonkopings kommun».

    Diacritics decide where they are right («Håbo» and «Habo» are two), and are forgiven where they are not; what could then
    be either is None.
    """
    return _municipality_index().find(text)


def find_county(text: str) -> County | None:
    """Find the county that the whole text names: «Jönköpings län», «Jönköping», «Jonkopings lan»."""
    return _county_index().find(text)


def find_party(text: str) -> Party | None:
    """Find the party of the Riksdag by its abbreviation, one that it had, or its name: «s», «FP», «Centerpartiet»."""
    return _party_index().find(text)


def municipality_forms(municipality: Municipality) -> tuple[str, ...]:
    """Return the forms in which minutes name a municipality, the plain name first."""
    genitive = _genitive(municipality.name)
    forms = (
        municipality.name,
        municipality.official,
        genitive,
        *(f"{name} {noun}" for noun in ("kommun", "stad", "kn") for name in (municipality.name, genitive)),
    )
    return tuple(dict.fromkeys(forms))


class _Index(Generic[_Thing]):
    """Things by the forms of their names: first as written but for case and blanks, then folded."""

    def __init__(self, rows: Iterable[tuple[_Thing, Iterable[str]]]) -> None:
        self._written: dict[str, set[_Thing]] = {}
        self._folded: dict[str, set[_Thing]] = {}
        for thing, forms in rows:
            for form in forms:
                self._written.setdefault(_plain(form), set()).add(thing)
                self._folded.setdefault(fold(form), set()).add(thing)

    def find(self, text: str) -> _Thing | None:
        """Return the one thing of this name; None when there is none or more than one."""
        found = self._written.get(_plain(text)) or self._folded.get(fold(text)) or ()
        return next(iter(found)) if len(found) == 1 else None


@cache
def _municipality_index() -> _Index[Municipality]:
    return _Index((municipality, municipality_forms(municipality)) for municipality in municipalities())


@cache
def _county_index() -> _Index[County]:
    return _Index((county, (county.name, county.short, _genitive(county.short))) for county in counties())


@cache
def _party_index() -> _Index[Party]:
    return _Index((party, (party.abbreviation, party.name, *party.former)) for party in parties())


def _genitive(name: str) -> str:
    """Return the genitive: «Östersunds», «Borås»."""
    return name if name.endswith(_NO_GENITIVE) else f"{name}s"


def _plain(text: str) -> str:
    """Forgive case and blanks alone."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a data file."""
    yield from csv.DictReader(read_data("reference", name).splitlines())
