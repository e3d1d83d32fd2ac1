"""What speaks for and against two being one person: each piece of evidence with its weight («bevisvärde»)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product

from loaders.identity.names import best_spelling, plain
from loaders.identity.personnames import NameRelation, relation
from loaders.identity.persons import Person, between, gap, new_term_between, overlap, whole
from loaders.identity.places import PLACE, place_name
from loaders.identity.rarity import Rarity
from loaders.identity.weights import NAME, PRIOR, Feature, feature
from ontology.reference import find_party

_YEAR = 365
_ORDER = (
    NameRelation.SAME,
    NameRelation.SAID,
    NameRelation.SPELLED,
    NameRelation.SHORTENED,
    NameRelation.INITIAL,
)


@dataclass(frozen=True, slots=True)
class Scoring:
    """The weighing of pairs, given how rare names are and what bodies and organisations are called."""

    rarity: Rarity
    label: Callable[[str], str]

    def features(self, left: Person, right: Person) -> tuple[Feature, ...] | None:
        """Return all evidence on a pair; None where the names cannot be one person's."""
        found = related(left, right)
        if found is None:
            return None
        how, a, b = found
        return (
            *self._name(how, a, b, left, right),
            *self._place(left, right),
            *_municipality(left, right),
            *_party(left, right),
            *_office(left, right),
            *_time(left, right),
        )

    def _name(self, how: NameRelation, a: str, b: str, left: Person, right: Person) -> Iterator[Feature]:
        bits = min(self.rarity.bits(a), self.rarity.bits(b))
        least = NAME[0] if " " not in a[:2] and " " not in b[:2] else 2 * NAME[0]
        weight = round(max(least, min(NAME[1], bits - PRIOR)), 1)
        one, other = best_spelling(left.spellings.items()), best_spelling(right.spellings.items())
        sv = "ovanligt" if weight >= 2 else "vanligt" if weight < -1 else "varken vanligt eller ovanligt"
        en = "a rare name" if weight >= 2 else "a common name" if weight < -1 else "a name neither rare nor common"
        yield Feature("name", weight, f"namnet {one}, {sv}", f"the name {one}, {en}")
        pair_sv, pair_en = f"«{one}» och «{other}»", f"«{one}» and «{other}»"
        match how:
            case NameRelation.SPELLED:
                yield feature(
                    "spelled",
                    f"{pair_sv} skiljer sig som stavning eller skanning skiljer",
                    f"{pair_en} differ as spelling or scanning differs",
                )
            case NameRelation.SHORTENED:
                yield feature("shortened", f"{pair_sv}: ett namn utelämnat", f"{pair_en}: a name left out")
            case NameRelation.INITIAL:
                yield feature("initial", f"{pair_sv}: en initial", f"{pair_en}: an initial")
            case NameRelation.SAID:
                yield feature("said", f"{pair_sv}: sagt att namnet är ändrat", f"{pair_en}: said to be changed")
            case NameRelation.SAME:
                return

    def _place(self, left: Person, right: Person) -> Iterator[Feature]:
        bodies, units = left.bodies.keys() & right.bodies.keys(), left.units & right.units
        if bodies:
            body = self.label(min(bodies))
            yield feature("body", f"samma organ, {body}", f"the same body, {body}")
        elif units:
            unit = self.label(min(units))
            yield feature("organisation", f"samma organisation, {unit}", f"the same organisation, {unit}")
        if (bodies or units) and left.telling_roles & right.telling_roles:
            role = min(left.telling_roles & right.telling_roles)
            yield feature("role", f"samma roll, {role}", f"the same role, {role}")


def related(left: Person, right: Person) -> tuple[NameRelation, str, str] | None:
    """Tell how the names of two people are related, and by which; None where they cannot be one's.

    An initial counts only where one of the two is known by nothing more: «F. Ek» does not make one of Frida and Felicia.
    """
    ones, others = _full(left.names) or left.names, _full(right.names) or right.names
    if len(ones & others) > 0:
        return NameRelation.SAME, min(ones & others), min(ones & others)
    said = (left.also & (others | right.also)) | (right.also & ones)
    if said:
        return NameRelation.SAID, min(said), min(said)
    found = (
        (_ORDER.index(how), one, other)
        for one, other in product(_printed(left, ones), _printed(right, others))
        if (how := relation(one, other)) is not None
    )
    best = min(found, default=None)
    return None if best is None else (_ORDER[best[0]], plain(best[1]), plain(best[2]))


def _full(names: frozenset[str]) -> frozenset[str]:
    """Return the folded names whose first is no initial."""
    return frozenset(name for name in names if " " not in name[:2])


def _printed(person: Person, names: frozenset[str]) -> list[str]:
    """Return those spellings of a person that are of some names."""
    return sorted(spelling for spelling in person.spellings if plain(spelling) in names)


def vaguer(left: Person, right: Person) -> bool:
    """Tell whether the first is known by less of a name than the second: by an initial, or with a name left out."""
    ones, others = _full(left.names), _full(right.names)
    if not ones or not others:
        return not ones
    return max(len(name.split()) for name in ones) < max(len(name.split()) for name in others)


def _municipality(left: Person, right: Person) -> Iterator[Feature]:
    together = bool(left.bodies.keys() & right.bodies.keys() or left.units & right.units)
    shared = left.homes.keys() & right.homes.keys()
    if shared:
        home = min(shared)
        if together and home in left.own and home in right.own:
            return  # that is what the same organisation said
        own = home in left.own or home in right.own
        name = "municipality-besides" if together else "own-municipality" if own else "municipality"
        where = " i vars egna organ den ena sitter", " in whose own bodies one sits"
        sv, en = where if own and not together else ("", "")
        yield feature(
            name,
            f"samma kommun, {place_label(home)}{f',{sv}' if sv else ''}",
            f"the same municipality, {place_label(home)}{f',{en}' if en else ''}",
        )
    elif left.homes and right.homes:
        days = gap(left.homes, right.homes)
        places = f"{place_label(min(left.homes))}, {place_label(min(right.homes))}"
        if days is None or days < _YEAR:
            yield feature("other-municipality", f"två kommuner samtidigt: {places}", f"two municipalities: {places}")
        else:
            yield feature("moved", f"två kommuner, vid olika tid: {places}", f"two municipalities, in turn: {places}")


def _party(left: Person, right: Person) -> Iterator[Feature]:
    shared = left.parties.keys() & right.parties.keys()
    if shared:
        party = min(shared)
        known = find_party(party)
        name = "party-local" if known is None else f"party-{party}" if party in ("s", "m", "sd") else "party"
        yield feature(name, f"samma parti, {party.upper()}", f"the same party, {party.upper()}")
    elif left.parties and right.parties:
        parties = f"{min(left.parties).upper()}, {min(right.parties).upper()}"
        one, other = whole(left.parties), whole(right.parties)
        apart = between(one, other)
        if one is None or other is None or not apart:
            for_long = one is not None and other is not None and overlap(one, other) > _YEAR // 2
            name = "other-party-for-long" if for_long else "other-party"
            yield feature(name, f"två partier samtidigt: {parties}", f"two parties at one time: {parties}")
        elif new_term_between(one, other):
            yield feature(
                "changed-party-elected",
                f"två partier, före och efter ett val: {parties}",
                f"two parties, before and after an election: {parties}",
            )
        else:
            sv, en = f"två partier, det ena efter det andra: {parties}", f"two parties, in turn: {parties}"
            yield feature("changed-party", sv, en)


def _office(left: Person, right: Person) -> Iterator[Feature]:
    shared = left.titles & right.titles
    if shared:
        yield feature("title", f"samma titel, {min(shared)}", f"the same title, {min(shared)}")
    elif left.titles and right.titles:
        titles = f"{min(left.titles)}, {min(right.titles)}"
        yield feature("other-title", f"olika titlar: {titles}", f"different titles: {titles}")
    if (left.elected and right.official) or (right.elected and left.official):
        if between(left.days, right.days) == 0:
            sv, en = "den ena är förtroendevald, den andra tjänsteperson", "one elected, one official"
            yield feature("elected-and-official", sv, en)
        else:
            sv, en = (
                "den ena är förtroendevald, den andra tjänsteperson, vid olika tid",
                "one elected, one official, in turn",
            )
            yield feature("elected-once-official", sv, en)


def _time(left: Person, right: Person) -> Iterator[Feature]:
    days = between(left.days, right.days)
    if days is None:
        return
    years = days // _YEAR
    if years <= 4:
        yield feature("near-in-time", "inom en mandatperiod", "within one term")
    elif years > 20:
        yield feature("very-far-in-time", f"{years} år emellan", f"{years} years between")
    elif years > 8:
        yield feature("far-in-time", f"{years} år emellan", f"{years} years between")


CONTRARY = frozenset({"other-municipality", "moved", "other-party"})


def place_label(key: str) -> str:
    """Return a place's name, from its key, for people to read."""
    return key.removeprefix(PLACE).title() if key.startswith(PLACE) else place_name(key)
