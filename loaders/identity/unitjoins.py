"""Joining units that are the same body, organisation or group, and finding them by name («samma organ»)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from loaders.identity.bodies import LATE, Frame, Unit, group_here
from loaders.identity.bodynames import body_name, contains, is_distinctive, is_proper
from loaders.identity.clusters import Clusters
from loaders.identity.judgement import Conflict, Judgement
from loaders.identity.names import best_spelling, group_name, is_bare
from loaders.identity.resolution import Merge

_REGION = re.compile(r"region [^ ]+ lan")
_COMMON = 50  # a body's name that more organisations use than this tells nothing of which it is


@dataclass(frozen=True, slots=True)
class Units:
    """All units, and which of them are one thing."""

    units: Mapping[str, Unit]
    clusters: Clusters
    bodies: Mapping[tuple[str, str], str]
    groups: Mapping[tuple[str, str], str]
    conflicts: tuple[Conflict, ...] = ()

    def root(self, iri: str) -> str:
        """Return the IRI that a unit goes by."""
        return self.clusters.root(iri)

    def above(self, iri: str | None) -> str | None:
        """Return the organisation of a unit: of a body, or the unit itself."""
        if iri is None:
            return None
        unit = self.units[iri]
        return self.root(unit.parent) if unit.kind == "body" and unit.parent else self.root(iri)

    def find(self, frame: Frame, text: str, item: str) -> str | None:
        """Find what a text names for a protocol: by its own units first, then by those that other protocols name."""
        found = group_here(frame, text, item)
        own = frame.body or frame.organisation
        if found is None and own and not is_bare(text):
            found = self.groups.get((self.root(own), group_name(text)))
        if found is None and frame.organisation:
            found = self.bodies.get((self.root(frame.organisation), body_name(text)))
        return found

    def merges(self) -> Iterator[Merge]:
        """Yield what was joined."""
        for link in self.clusters.links:
            yield Merge(self.root(link.left), link.left, link.right, link.rule, *(link.reason or ("", "")))

    def label(self, members: Iterable[str]) -> str:
        """Return the best spelling of a thing with these IRIs."""
        members = list(members)
        units = [self.units[iri] for iri in members if self.clusters.rank[iri][0] != LATE or len(members) == 1]
        label = best_spelling(entry for unit in units for entry in unit.spellings.items())
        return label if units[0].kind == "group" else label[:1].upper() + label[1:]


def join_units(units: Mapping[str, Unit], judgements: Iterable[Judgement] = ()) -> Units:
    """Join what minutes name in several ways; nothing is joined by a name alone that many bodies have."""
    clusters = Clusters()
    genitives, regions = _genitives(units), _regions(units)
    for unit in units.values():
        clusters.add(unit.iri, LATE if unit.iri in genitives or unit.iri in regions else "", unit.date)
    conflicts = tuple(clusters.follow(judgements))
    for genitive, nominative in genitives.items():
        name = _name(units[genitive])
        reason = f"«{name}» är det andra namnet i genitiv", f"«{name}» is the other's name in the genitive"
        clusters.join(nominative, genitive, "genitive", reason)
    for short, whole in regions.items():
        reason = (
            f"«{_name(units[short])}» är «{_name(units[whole])}»: det finns en region med det namnet",
            f"«{_name(units[short])}» is «{_name(units[whole])}»: there is one region of that name",
        )
        clusters.join(whole, short, "region", reason)
    _join_organisations(units, clusters)
    _join_bodies(units, clusters)
    _join_named(units, clusters)
    _join_groups(units, clusters)
    bodies = {
        (clusters.root(unit.parent), unit.match): clusters.root(unit.iri)
        for unit in units.values()
        if unit.kind == "body" and unit.parent
    }
    groups = {
        (clusters.root(unit.parent), unit.match): clusters.root(unit.iri)
        for unit in units.values()
        if unit.kind == "group" and unit.parent and unit.match
    }
    return Units(units, clusters, bodies, groups, conflicts)


def _name(unit: Unit) -> str:
    return best_spelling(unit.spellings.items())


def _genitives(units: Mapping[str, Unit]) -> dict[str, str]:
    """Return the organisations named in the genitive («Region Skånes»), with those that they are."""
    named = {unit.match: unit.iri for unit in units.values() if unit.kind == "organisation"}
    return {
        iri: named[match[:-1]] for match, iri in sorted(named.items()) if match.endswith("s") and match[:-1] in named
    }


def _regions(units: Mapping[str, Unit]) -> dict[str, str]:
    """Return the regions named without «län» («Region Kalmar»), with those named in full."""
    named = {unit.match: unit.iri for unit in units.values() if unit.kind == "organisation"}
    whole = {match: match.removesuffix(" lan") for match in sorted(named) if _REGION.fullmatch(match)}
    forms = ((form, match) for match, short in whole.items() for form in (short, short.removesuffix("s")))
    return {named[form]: named[match] for form, match in forms if form in named}


def _join_organisations(units: Mapping[str, Unit], clusters: Clusters) -> None:
    """Join organisations whose bodies share a name of their own, where one's name holds all words of the other's.

    Where a name is held by several that do not hold each other, it stays apart: which one it means is unknown.
    """
    blocks: dict[str, set[str]] = defaultdict(set)
    for unit in units.values():
        seated = unit.kind == "body" and unit.seated and unit.parent is not None
        if seated and unit.parent and units[unit.parent].kind == "organisation" and is_distinctive(_name(unit)):
            blocks[unit.match].add(unit.parent)
    for match, organisations in sorted(blocks.items()):
        if 2 <= len(organisations) <= _COMMON:
            _join_contained(match, organisations, units, clusters)


def _join_contained(match: str, organisations: set[str], units: Mapping[str, Unit], clusters: Clusters) -> None:
    ordered = sorted(organisations, key=lambda iri: (len(units[iri].match.split()), iri))
    for place, iri in enumerate(ordered):
        longer = [other for other in ordered[place + 1 :] if contains(units[other].match, units[iri].match)]
        nested = all(contains(units[b].match, units[a].match) for a, b in pairwise(longer))
        if longer and nested:
            short, long = _name(units[iri]), _name(units[longer[0]])
            reason = (
                f"«{short}» och «{long}» har båda organet «{match}», och det ena namnet rymmer det andra",
                f"«{short}» and «{long}» both have the body «{match}», and the one's name holds the other's",
            )
            clusters.join(iri, longer[0], "contained-name", reason)


def _join_bodies(units: Mapping[str, Unit], clusters: Clusters) -> None:
    """Join bodies with one name in one organisation."""
    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for unit in units.values():
        if unit.kind == "body" and unit.parent is not None:
            blocks[clusters.root(unit.parent), unit.match].append(unit.iri)
    for (organisation, match), iris in sorted(blocks.items()):
        above = _name(units[organisation])
        reason = (
            f"samma namn, «{match}», i samma organisation, {above}",
            f"the same name, «{match}», in the same organisation, {above}",
        )
        clusters.join_all(iris, "same-organisation", reason)


def _join_named(units: Mapping[str, Unit], clusters: Clusters) -> None:
    """Join a body that is named outside its organisation with the only one whose own minutes have that proper name."""
    blocks: dict[str, list[Unit]] = defaultdict(list)
    for unit in units.values():
        if unit.kind == "body" and is_distinctive(_name(unit)):
            blocks[unit.match].append(unit)
    for match, block in sorted(blocks.items()):
        placed = {clusters.root(unit.iri) for unit in block if unit.seated and unit.parent}
        seated = placed or {clusters.root(unit.iri) for unit in block if unit.seated}
        loose = [
            unit.iri
            for unit in block
            if (unit.seated and unit.parent is None) or (not unit.seated and is_proper(_name(unit)))
        ]
        if len(seated) <= 1 and len(block) <= _COMMON:
            reason = (
                f"samma namn, «{match}», som är ett enda organs eget",
                f"the same name, «{match}», which is one body's own",
            )
            clusters.join_all([*seated, *loose], "proper-name", reason)


def _join_groups(units: Mapping[str, Unit], clusters: Clusters) -> None:
    """Join groups with one name below one body; bare names are not compared."""
    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for unit in units.values():
        if unit.kind == "group" and unit.parent is not None and unit.match:
            blocks[clusters.root(unit.parent), unit.match].append(unit.iri)
    for (parent, match), iris in sorted(blocks.items()):
        above = _name(units[parent])
        reason = (
            f"samma namn, «{match}», under samma organ, {above}",
            f"the same name, «{match}», below the same body, {above}",
        )
        clusters.join_all(iris, "same-body", reason)
