"""Made-up minutes of a municipal board, of which somebody is left out or something corrected."""

from __future__ import annotations

import re


def board_minutes(present: str, items: str, *, day: str = "2024-03-05") -> str:
    """Return minutes of one meeting, with those present below the chair and the items below them."""
    return f"""PÅHITTAT PROTOKOLL
ARVIKA KOMMUN
Kommunstyrelsen
Sammanträdesprotokoll {day}
Plats och tid: Kommunhuset, Arvika, kl. 13.00-15.00
Beslutande
Karin Ståhl (C), ordförande
{present}
{items}"""


MEMBER, GUEST = "Gunvor Kvillberg", "Åsa-Britt Tömmerås"
GUESTS_NAME = re.compile("tömmerås|tommeras", re.IGNORECASE)
MINUTES_WITH_A_GUEST = board_minutes(
    f"""{MEMBER} (S)
Emil Hallgård (S)
Övriga deltagare
{GUEST}, inbjuden gäst
""",
    f"""§ 1 Arbetsgrupp för skolvägar
{GUEST} berättar. Tömmerås brev bifogas; frågor ställs till asa-britt.tommeras@skola.example eller GUNVOR KVILLBERG.
{MEMBER} föredrar ärendet. Kvillbergs brev bifogas; frågor ställs till gunvor.kvillberg@arvika.example.
Kommunstyrelsen beslutar
att utse Emil Hallgård (S) och {MEMBER} (S) att ingå i arbetsgruppen för skolvägar.
att uppdra åt {MEMBER} att svara på brevet från Tömmerås, Åsa-Britt senast 2024-06-01.

§ 2 Val
Kommunstyrelsen beslutar
att välja {MEMBER} (S) till ersättare i arbetsgruppen för skolvägar från 2025-01-01 till 2023-12-31.
""",
)
