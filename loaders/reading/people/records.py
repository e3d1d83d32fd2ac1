"""One record a person out of all that the minutes say of them («närvaro»)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from loaders.minutes import Attendance
from loaders.reading.people.near import nearest
from loaders.reading.people.phrase import Phrase
from loaders.reading.people.roles import is_present, roles_of, without_implied
from loaders.reading.people.seen import Seen
from loaders.reading.people.writers import with_writers
from loaders.reading.text.letters import fold

_BODY_LISTS = frozenset({"members", "serving", "substitutes", "delegates", "absent"})
_SUBSTITUTES = frozenset({"substitutes", "idle-substitutes"})
_OTHER_LISTS = frozenset({"officials", "others", "guests", "coopted"})
_HEADS = frozenset({"signature", "chair"})
_SIGNERS = _HEADS | {"adjuster", "secretary", "moved"}
"""Places that do not settle whether somebody was there: the minutes may be signed by one who was absent."""
_NAMED_AGAIN = _SIGNERS | {"presenters"}
"""Places that name again who stands in a list, perhaps with a damaged letter."""
_PART = re.compile(r"§|\bjäv|\bpunkt|\bärende|\bkl\b", re.IGNORECASE)  # what tells of a part of the meeting
_SERVES = "serving-substitute"
_OWN_OFFICES = frozenset({"kansliet", "sekretariatet", "forbundskansliet", "forvaltningen"})


def merge_people(seen: list[Seen], organisation: str | None) -> list[Attendance]:
    """Make one record a person out of all that the minutes say of them, in the order of first appearance."""
    seen = _in_full(seen)
    attending = {fold(one.phrase.name) for one in seen if one.section in _BODY_LISTS}
    merged: dict[str, list[Seen]] = {}
    told = []
    for one in seen:
        key = fold(one.phrase.name)
        if one.section in _NAMED_AGAIN and key not in attending:
            key = nearest(key, attending, 1) or key
        if one.phrase.bare and one.section in _OTHER_LISTS and key in attending:
            continue  # a name alone in a later list says nothing of a member
        merged.setdefault(key, []).append(one)
        told.append(one)
    own = _own_organisations(told, organisation)
    away = _replaced_throughout(told)
    return [
        _record(_as_away(group) if key in away else group, own)
        for key, group in zip(merged, with_writers(merged.values()), strict=True)
    ]


def _replaced_throughout(seen: Sequence[Seen]) -> frozenset[str]:
    """List those in whose place somebody serves for all of the meeting, folded."""
    served: dict[str, bool] = {}
    for one in seen:
        if one.phrase.replaces is not None:
            part = one.phrase.items or one.phrase.arrived or one.phrase.left
            key = fold(one.phrase.replaces)
            served[key] = served.get(key, True) and not part
    return frozenset(name for name, throughout in served.items() if throughout)


def _as_away(group: list[Seen]) -> list[Seen]:
    """Take a member for absent whom a list of all members names, too, without saying that they were there for a part."""
    phrases = [one.phrase for one in group]
    partly = any(p.items or p.arrived or p.left or p.present or p.replaces for p in phrases)
    partly = partly or any(_PART.search(piece.quote) for one in group if one.phrase.replaced for piece in one.evidence)
    others = any(one.section not in _BODY_LISTS | _SIGNERS for one in group)
    if partly or others or not any(p.replaced for p in phrases):
        return group
    return [
        one if one.section in _SIGNERS else replace(one, phrase=replace(one.phrase, present=False)) for one in group
    ]


def _in_full(seen: Sequence[Seen]) -> list[Seen]:
    """Give who is told by a surname the full name, where only one of those in the lists has it; else nobody is replaced."""
    names = {one.phrase.name for one in seen}
    return [
        _named_in_full(one, names) if one.phrase.replaces and " " not in one.phrase.replaces else one for one in seen
    ]


def _named_in_full(one: Seen, names: set[str]) -> Seen:
    surname = fold(one.phrase.replaces or "")
    full = [name for name in names if fold(name).endswith(f" {surname}") and name != one.phrase.name]
    if len(full) != 1:
        return replace(one, phrase=replace(one.phrase, replaces=None))
    others = tuple(role for role in one.phrase.roles if role not in ("substitute", _SERVES))
    return replace(one, phrase=replace(one.phrase, replaces=full[0], roles=(_SERVES, *others)))


def _own_organisations(seen: list[Seen], organisation: str | None) -> frozenset[str]:
    """Collect the names of the body's own organisation: as stated, and as the secretary's affiliation."""
    names = {fold(organisation)} if organisation else set()
    for one in seen:
        if one.phrase.organisation and (one.section == "secretary" or "secretary" in one.phrase.roles):
            names.add(fold(one.phrase.organisation))
    return frozenset(names | _OWN_OFFICES)


def _record(group: list[Seen], own: frozenset[str]) -> Attendance:
    told = _decided_for_a_part([(one, roles_of(one, own), is_present(one)) for one in group])
    present = [there for one, _, there in told if one.section not in _SIGNERS or len(group) == 1]
    phrases = [one.phrase for one in group]
    # what a substitute's place gives the member holds only where nothing else is told
    own_first = sorted(phrases, key=lambda p: p.replaced)
    name, surface = group[0].phrase.name, group[0].surface
    return Attendance(
        name=name,
        surface=surface if surface != name else None,
        roles=without_implied([role for _, roles, _ in told for role in roles]),
        present=any(present) if present else True,
        municipality=_first(own_first, lambda p: p.municipality),
        party=_first(phrases, lambda p: p.party),
        organisation=_first(own_first, lambda p: p.organisation),
        title=_first(phrases, lambda p: p.title),
        replaces=_first(phrases, lambda p: p.replaces),
        items=(items := _items(told)),
        partly=_first(phrases, lambda p: p.partly) if items else None,
        remote=True if any(phrase.remote for phrase in phrases) else None,
        arrived=_first(phrases, lambda p: p.arrived),
        left=_first(phrases, lambda p: p.left),
        evidence=tuple(dict.fromkeys(piece for one in group for piece in one.evidence)),
    )


def _decided_for_a_part(told: list[tuple[Seen, list[str], bool]]) -> list[tuple[Seen, list[str], bool]]:
    """Let who is listed among those who decide and among the substitutes, too, be one who served."""
    listed = [one for one, roles, _ in told if roles == ["substitute"] and one.section in _SUBSTITUTES]
    if not any(one.phrase.items for one, _, _ in told) or not listed:
        return told
    return [
        (one, ["serving-substitute"] if roles == ["member"] and not one.phrase.replaced else roles, there)
        for one, roles, there in told
    ]


def _first(phrases: list[Phrase], value: Callable[[Phrase], str | None]) -> str | None:
    return next((found for phrase in phrases if (found := value(phrase)) is not None), None)


def _items(told: list[tuple[Seen, list[str], bool]]) -> str | None:
    """Return the part of the meeting attended; somebody who served for a part and stayed on was there throughout."""
    listed = [entry for entry in told if entry[0].section not in _HEADS]
    told = listed or told  # the §§ beside a signature are those of the minutes
    phrases = [one.phrase for one, _, _ in told]
    is_member = any("member" in roles and one.phrase.replaces is None and there for one, roles, there in told)
    if not is_member and any("serving-substitute" in roles for _, roles, _ in told):
        stated = {phrase.items for phrase in phrases if phrase.items}
        return stated.pop() if len(stated) == 1 else None
    attended = (one.phrase.items for one, _, there in told if there and one.phrase.items)
    return next(attended, _first(phrases, lambda p: p.items))
