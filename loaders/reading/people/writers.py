"""Who writes the minutes and is a member, too («Bo Ek, Länsstyrelsen Värmland (antecknar)»)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from loaders.reading.people.phrase import Phrase
from loaders.reading.people.seen import Seen

_SENDERS: tuple[Callable[[Phrase], bool], ...] = (
    lambda phrase: phrase.municipality is not None,
    lambda phrase: phrase.organisation is not None,
    lambda phrase: phrase.party is not None,
)
_FEW = 2
"""Members who show nothing of how members are sent."""


def with_writers(people: Iterable[list[Seen]]) -> list[list[Seen]]:
    """Let who writes the minutes be a member, too, where sent as most of the members are."""
    groups = list(people)
    members = [one.phrase for group in groups for one in group if one.section == "members"]
    senders = [sender for sender in _SENDERS if sum(map(sender, members)) * 2 > len(members) > _FEW]
    return [[_as_member(one, senders) for one in group] for group in groups]


def _as_member(one: Seen, senders: list[Callable[[Phrase], bool]]) -> Seen:
    writes = one.section == "members" and one.phrase.roles == ("secretary",) and one.phrase.title is None
    if not writes or not any(sender(one.phrase) for sender in senders):
        return one
    return replace(one, phrase=replace(one.phrase, roles=("member", "secretary")))
