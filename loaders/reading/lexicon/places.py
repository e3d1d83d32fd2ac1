"""Municipalities in text: their names in every form that minutes use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from loaders.reading.text.letters import LOWER, UPPER, fold
from ontology.reference import find_municipality, municipalities

# «Habo kommun», «Östersunds kommun», «Helsingborgs stad»: a municipality even where it is not on record (Åland, Finland)
OFFICIAL = re.compile(
    rf"(?<![\w-])([{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?(?:[ ][{UPPER}][{LOWER}]+)?)[ ]+(?:kommun|stad)(?![\w-])"
)


# municipalities of Åland and those of Finland with a Swedish name in use, which minutes name plainly («Eva Alm, Saltvik»)
_BEYOND_SWEDEN = {
    fold(name): name
    for name in """
    Brändö Eckerö Finström Föglö Geta Hammarland Jomala Kumlinge Kökar Lemland Lumparland Mariehamn Saltvik Sottunga Sund Vårdö
    Borgå Esbo Grankulla Hangö Helsingfors Ingå Jakobstad Karleby Kaskö Kimitoön Korsholm Korsnäs Kristinestad Kronoby Kyrkslätt
    Lappträsk Larsmo Lovisa Malax Nykarleby Närpes Pargas Pedersöre Raseborg Sibbo Sjundeå Vanda Vasa Vörå Åbo
    """.split()
}


@lru_cache(maxsize=16384)
def municipality_of(text: str) -> str | None:
    """Return the plain name of the municipality that the whole text names («Vaggeryds kommun» → Vaggeryd)."""
    if not text[:1].isupper():
        return None
    found = find_municipality(text)
    if found is not None:
        return found.name
    match = OFFICIAL.fullmatch(text.strip())
    return _plain(match[1]) if match else _BEYOND_SWEDEN.get(fold(text))


def _plain(name: str) -> str:
    return name[:-1] if name.endswith("s") and len(name) > 4 else name


@dataclass(frozen=True, slots=True)
class PlaceHit:
    """A municipality by its place in the text searched."""

    start: int
    end: int
    name: str


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    plain = sorted(known_municipalities(), key=len, reverse=True)
    return re.compile(
        rf"(?=[{UPPER}])(?<![\w-])(?:{'|'.join(map(re.escape, plain))})s?(?:[ ]+(?:kommun|stad))?(?![\w-])"
    )


def find_municipalities(text: str) -> Iterator[PlaceHit]:
    """Yield the municipalities named in a text, in order; the genitive counts, as in «Norrköpings, Söderköpings kommuner»."""
    taken = -1
    hits = [(m.start(), m.end(), m.group()) for m in _pattern().finditer(text)]
    if "kommun" in text or "stad" in text:
        hits += [(m.start(), m.end(), m.group()) for m in OFFICIAL.finditer(text)]
    for start, end, form in sorted(hits, key=lambda h: (h[0], -h[1])):
        name = municipality_of(form)
        if start >= taken and name is not None:
            taken = end
            yield PlaceHit(start, end, name)


@lru_cache(maxsize=1)
def known_municipalities() -> tuple[str, ...]:
    """List the plain names of Sweden's municipalities."""
    return tuple(sorted(municipality.name for municipality in municipalities()))
