"""What each network is called, in Swedish and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

Language = Literal["sv", "en"]

_SWEDISH: Final[Mapping[str, str]] = MappingProxyType(
    {
        "bodies": "Organ och grupper",
        "groups": "Grupper, deras ledamöter och sammankallande",
        "person": "{about} och omgivning",
        "body": "{about} och omgivning",
        "co-attendance": "Vilka som möts",
        "substitutions": "Vilka som tjänstgjort för vilka",
        "decisions": "Organ, uppdrag och vilka som fick dem",
    }
)
_ENGLISH: Final[Mapping[str, str]] = MappingProxyType(
    {
        "bodies": "Bodies and groups",
        "groups": "Groups, their members and conveners",
        "person": "{about} and surroundings",
        "body": "{about} and surroundings",
        "co-attendance": "Who meets whom",
        "substitutions": "Who served for whom",
        "decisions": "Bodies, assignments and assignees",
    }
)


def network_title(name: str, language: Language, about: str = "") -> str:
    """Return a heading for the network called `name`; `about` is the label of whom it is about."""
    return (_SWEDISH if language == "sv" else _ENGLISH)[name].replace("{about}", about)
