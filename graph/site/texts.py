"""The site's own words in Swedish and English."""

from __future__ import annotations

from typing import Final, NamedTuple

from graph.site.knowledge import Language


class Words(NamedTuple):
    """Words for one language."""

    home: str
    search: str
    no_match: str
    other_language: str
    about: str
    evidence: str
    date: str
    what: str
    role: str
    where: str
    data: str
    catalogue: str
    ontology: str
    skip: str
    made_of: str
    persons: str
    bodies: str
    groups: str
    meetings: str
    decisions: str
    municipalities: str
    parties: str
    documents: str
    absent: str
    description: str


WORDS: Final[dict[Language, Words]] = {
    "sv": Words(
        home="Startsida",
        search="Sök person, organ, grupp, möte …",
        no_match="Inget hittades",
        other_language="In English",
        about="Uppgifter",
        evidence="Belägg",
        date="Datum",
        what="Vad",
        role="Roll",
        where="Gäller",
        data="Data",
        catalogue="Katalog",
        ontology="Ontologi",
        skip="Hoppa till innehållet",
        made_of="Gjord av mötesprotokoll med aktorsgraf; varje uppgift har sitt belägg.",
        persons="Personer",
        bodies="Organ och organisationer",
        groups="Grupper",
        meetings="Sammanträden",
        decisions="Beslut",
        municipalities="Kommuner",
        parties="Partier",
        documents="Dokument",
        absent="frånvarande",
        description="{kind}. Uppgifter: {facts}, med belägg ur mötesprotokoll.",
    ),
    "en": Words(
        home="Home",
        search="Search person, body, group, meeting …",
        no_match="Nothing found",
        other_language="På svenska",
        about="Facts",
        evidence="Evidence",
        date="Date",
        what="What",
        role="Role",
        where="Concerns",
        data="Data",
        catalogue="Catalogue",
        ontology="Ontology",
        skip="Skip to content",
        made_of="Made of meeting minutes with aktorsgraf; every fact has its evidence.",
        persons="People",
        bodies="Bodies and organisations",
        groups="Groups",
        meetings="Meetings",
        decisions="Decisions",
        municipalities="Municipalities",
        parties="Parties",
        documents="Documents",
        absent="absent",
        description="{kind}. Facts: {facts}, with evidence from meeting minutes.",
    ),
}
