"""The people of one protocol: which uses of a name are one person («personnamn i protokollet»)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from loaders.identity.names import is_person, plain
from loaders.identity.personnames import changed_names, without_change
from loaders.identity.places import place_key
from loaders.minutes import AgendaItem, Minutes, Proof

_OUTSIDERS = frozenset({"guest", "presenter", "other"})
_OFFICES = frozenset({"chair", "vice-chair", "secretary"})


class PersonClaim(msgspec.Struct, frozen=True, omit_defaults=True):
    """One person of the protocol: `name` folded; `municipality` as stated, `home` also where the body implies it.

    Places are keys of `place_key`, «» where unknown; `spellings` counts how the minutes write the name; `also` are folded
    names that the minutes say are the same person's. `mark` tells namesakes of one meeting apart: a folded party, title or
    organisation. `spans` are where it stands that the person has a title, or keeps the meeting's chair or minutes.
    """

    name: str
    municipality: str
    home: str
    spellings: tuple[tuple[str, int], ...]
    parties: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    attends: bool = False
    titles: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    mark: str = ""
    spans: tuple[tuple[int, int], ...] = ()

    @property
    def party(self) -> str:
        """Return the party where just one is stated; «» where none or several are."""
        return self.parties[0] if len(self.parties) == 1 else ""


class Alias(msgspec.Struct, frozen=True, array_like=True):
    """A folded name in a protocol, the place key and the mark that may stand beside it, and the entry that it means."""

    name: str
    place: str
    mark: str
    entry: int


@dataclass(frozen=True, slots=True)
class _Use:
    """A person's name where it stands, with what stands beside it."""

    name: str
    municipality: str = ""
    party: str = ""
    organisation: str = ""
    title: str = ""
    roles: tuple[str, ...] = ()
    attends: bool = False
    own: bool = False
    also: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()

    def marks(self) -> tuple[str, str, str]:
        """Return what can tell namesakes of one meeting and municipality apart."""
        return plain(self.party), plain(self.title), plain(self.organisation)


def _uses(minutes: Minutes) -> Iterator[_Use]:
    """Yield each use of a person's name; what reads as a title or a body is none, but for participants."""
    for entry in minutes.participants:
        own = entry.organisation is None and not _OUTSIDERS.issuperset(entry.roles or ("other",))
        yield _Use(
            entry.name,
            entry.municipality or "",
            entry.party or "",
            entry.organisation or "",
            entry.title or "",
            entry.roles,
            attends=True,
            own=own,
            also=_also(entry.name, entry.evidence, entry.surface or "", f"{entry.name}, {entry.title}"),
            spans=tuple((part.start, part.end) for part in entry.evidence)
            if entry.title or _OFFICES.intersection(entry.roles)
            else (),
        )
        if entry.replaces is not None and is_person(entry.replaces):
            yield _Use(entry.replaces)
    for item in minutes.items:
        yield from (use for use in _uses_in(item) if is_person(without_change(use.name)))
    for mention in minutes.mentions:
        if mention.kind == "person" and is_person(without_change(mention.name)):
            yield _Use(mention.name, also=_also(mention.name, mention.evidence))


def _also(name: str, proof: Proof, *texts: str) -> tuple[str, ...]:
    """Return the other names that the words beside a name say are the same person's."""
    return tuple(sorted(set(changed_names(name, name, *texts, *(part.quote for part in proof)))))


def _uses_in(item: AgendaItem) -> Iterator[_Use]:
    """Yield the names that an item holds."""
    for entry in item.appointments:
        also = _also(entry.person, entry.evidence)
        yield _Use(entry.person, entry.municipality or "", entry.party or "", own=True, also=also)
        yield from map(_Use, filter(None, (entry.replaces, entry.substitute_for)))
    for group in item.groups:
        yield from map(_Use, filter(None, (*group.members, group.convener)))
    yield from (_Use(entry.speaker) for entry in item.statements)
    yield from (_Use(entry.person) for entry in item.reservations)
    yield from (_Use(one.person, one.municipality or "", one.party or "") for one in item.departures)
    yield from (_Use(entry.replaces) for entry in item.vacancies if entry.replaces)
    for motion in item.motions:
        yield from map(_Use, (*motion.movers, *motion.supporters))
    yield from (_Use(one.person, party=one.party or "") for vote in item.votes for one in vote.named)


def people_of(minutes: Minutes, implied: str) -> tuple[tuple[PersonClaim, ...], tuple[Alias, ...]]:
    """Part the uses of names into people: one a name, unless several municipalities are stated of it, or several attend.

    `implied` is the place key of the municipality that the body is of.
    """
    by_name: dict[str, list[_Use]] = defaultdict(list)
    whole: dict[str, set[str]] = defaultdict(set)
    for use in _uses(minutes):
        name = plain(without_change(use.name))
        by_name[name].append(use)
        whole[name].add(plain(use.name))
    claims: list[PersonClaim] = []
    aliases: list[Alias] = []
    shortened = _shortened(by_name)
    for short, full in shortened.items():
        by_name[full] += [replace(use, name=by_name[full][0].name) for use in by_name.pop(short)]
        whole[full] |= whole.pop(short) | {short}
    for name in sorted(by_name):
        parts = _parted(by_name[name])
        for (municipality, mark), its_uses in sorted(parts.items()):
            sole = len({place for place, _ in parts}) == 1
            places, marks = {municipality, ""} if sole else {municipality}, {mark}
            aliases.extend(
                Alias(each, place, beside, len(claims))
                for each in sorted({name, *whole[name]})
                for place in sorted(places)
                for beside in sorted(marks)
            )
            claims.append(_claim(name, municipality, mark, its_uses, implied))
    aliases.extend(_lone_names(claims, set(by_name)))
    return tuple(claims), tuple(aliases)


def _shortened(by_name: Mapping[str, list[_Use]]) -> dict[str, str]:
    """Return names that are another form of just one participant's: a surname left out, or said to be changed.

    «Robin Wallén» is «Robin Wallén Nilsson» where nobody else can be meant.
    """
    listed = [(name, name.split()) for name, uses in sorted(by_name.items()) if any(use.attends for use in uses)]
    changed = {other: name for name, uses in sorted(by_name.items()) for use in uses for other in use.also}
    found: dict[str, str] = {}
    for short in sorted(by_name):
        words = short.split()
        if len(words) > 1 and not any(use.attends for use in by_name[short]):
            full = [name for name, all_words in listed if words[0] == all_words[0] and set(words) < set(all_words)]
            said = changed.get(short)
            if said is not None and said != short and any(use.attends for use in by_name[said]):
                full = [said]
            if len(full) == 1:
                found[short] = full[0]
    return found


def _parted(uses: list[_Use]) -> dict[tuple[str, str], list[_Use]]:
    """Part the uses of one name by municipality, and by a mark where several participants have both in common.

    Uses that state no municipality join the only one there is. Where several are stated, participants without one are a
    person of their own, and other uses are nobody certain.
    """
    stated = {place_key(use.municipality) for use in uses if use.municipality}
    only = next(iter(stated)) if len(stated) == 1 else ""
    places: dict[str, list[_Use]] = defaultdict(list)
    for use in uses:
        municipality = place_key(use.municipality) or only
        if municipality or len(stated) < 2 or use.attends:
            places[municipality].append(use)
    return {(place, mark): its for place, here in places.items() for mark, its in _marked(here).items()}


def _marked(uses: Sequence[_Use]) -> dict[str, list[_Use]]:
    """Part the uses of one name and municipality by what tells the participants apart; all are one where nothing does."""
    listed = [use.marks() for use in uses if use.attends]
    telling = [k for k in range(3) if len({marks[k] for marks in listed}) == len(listed) > 1]
    if not telling:
        return {"": list(uses)}
    k = telling[0]
    parts: dict[str, list[_Use]] = {marks[k]: [] for marks in listed}
    for use in uses:
        if use.marks()[k] in parts:
            parts[use.marks()[k]].append(use)
    return parts


def _claim(name: str, municipality: str, mark: str, uses: list[_Use], implied: str) -> PersonClaim:
    """Sum up the uses of one person."""
    listed = sorted({plain(use.party) for use in uses if use.party and use.attends})
    return PersonClaim(
        name=name,
        municipality=municipality,
        home=municipality or (implied if any(use.own for use in uses) else ""),
        spellings=tuple(sorted(Counter(without_change(use.name) for use in uses).items())),
        parties=tuple(listed or sorted({plain(use.party) for use in uses if use.party})),
        organisations=tuple(sorted({use.organisation for use in uses if use.organisation})),
        attends=any(use.attends for use in uses),
        titles=tuple(sorted({plain(use.title) for use in uses if use.title})),
        roles=tuple(sorted({role for use in uses for role in use.roles})),
        also=tuple(sorted({other for use in uses for other in use.also} - {name})),
        mark=mark,
        spans=tuple(sorted({span for use in uses for span in use.spans})),
    )


def _lone_names(claims: list[PersonClaim], taken: set[str]) -> Iterator[Alias]:
    """Yield first names and surnames that only one participant has."""
    bearers: dict[str, set[int]] = defaultdict(set)
    for place, claim in enumerate(claims):
        words = claim.name.split()
        if claim.attends and len(words) > 1:
            bearers[words[0]].add(place)
            bearers[words[-1]].add(place)
    for word in sorted(bearers.keys() - taken):
        if len(bearers[word]) == 1:
            yield Alias(word, "", "", min(bearers[word]))
