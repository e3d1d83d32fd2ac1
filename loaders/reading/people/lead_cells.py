"""The cell before a name that tells who sent whoever stands in the row («Habo<tab>Eva Alm»)."""

from __future__ import annotations

import re

from loaders.reading.lexicon.names import find_names
from loaders.reading.lexicon.places import municipality_of
from loaders.reading.people.grammar import is_lead_role
from loaders.reading.people.wordings import OFFICE, ROLE_WORDS
from loaders.reading.rules import Rule, first_rule
from loaders.reading.text.letters import LOWER, UPPER

ORGANISATION_LINE = Rule(
    "organisation-line",
    r"(?:Region|Landstinget|Länsstyrelsen|Kommunförbundet|Samordningsförbundet|Föreningen|Svenska)\s+\S.*|[\w-]+(?:förmedlingen|kassan|verket|myndigheten|styrelsen|nämnden|förbundet)|"
    r"Polisen|Kommunen|Regionen|.*\b(?:AB|kommun|stad|län|förening|församling|universitet|högskola)",
    "Region Skåne",
    "Regionråd",
    at="whole",
    cased=True,
)
_LEAD_CELL = re.compile(
    rf"(?:(?i:för|från|av)\s+)?(?P<lead>[{UPPER}][^,;:()|\t§]{{1,50}}?):?(?:\s{{3,}}|\s?(?P<tab>\t)\s*)(?=[{UPPER}][{UPPER}{LOWER}-]+\s)"
)


def lead_cell(text: str) -> str | None:
    """Return what stands in a column before a name («Habo      Eva Alm»), where it is no office and nobody's name."""
    match = _LEAD_CELL.match(text)
    if match is None:
        return None
    words = match["lead"]
    if match["tab"] is not None and not names_group(words):
        return None  # a cell of a table can as well be a surname
    office = OFFICE.holds(words) or first_rule(ROLE_WORDS, words) is not None or is_lead_role(words)
    return None if office or next(find_names(words), None) is not None else words


def names_group(words: str) -> bool:
    """Tell whether words name a municipality or an organisation."""
    return municipality_of(words) is not None or ORGANISATION_LINE.holds(words)


def sender_cell(text: str) -> str | None:
    """Return what stands in a column before a name, where it is a municipality or an organisation."""
    words = lead_cell(text.strip())
    return words if words is not None and names_group(words) else None
