"""Municipalities and other places as keys: the code of a municipality, or «place:» and the folded name («kommun», «ort»)."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from loaders.identity.names import plain
from ontology.reference import Municipality, find_municipality, municipalities

PLACE: Final = "place:"
_OF_CODE: Final[dict[str, Municipality]] = {place.code: place for place in municipalities()}


@lru_cache(maxsize=16384)
def place_key(name: str | None) -> str:
    """Return the key of a place as minutes write it; «» for None."""
    if not name:
        return ""
    found = find_municipality(name)
    return found.code if found else f"{PLACE}{plain(name).removesuffix(' kommun')}"


@lru_cache(maxsize=16384)
def municipality_code(organisation: str | None) -> str:
    """Return the code of the municipality that an organisation is («Habo kommun»); «» for others."""
    found = find_municipality(organisation) if organisation else None
    return found.code if found else ""


def official_name(organisation: str) -> str:
    """Return a municipality's full name («ARVIKA» → «Arvika kommun»), any other organisation's as it stands."""
    code = municipality_code(organisation)
    return _OF_CODE[code].official if code else organisation


def place_name(code: str) -> str:
    """Return a municipality's plain name («Arvika»)."""
    return _OF_CODE[code].name
