"""From the records of all protocols to identities: what each name means, which things there are, what was merged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from loaders.identity.affiliations import Affiliations
from loaders.identity.bodies import Unit, frame_of
from loaders.identity.bodynames import is_association, is_collaboration, is_distinctive, is_public, kind_of_body
from loaders.identity.clusters import Clusters
from loaders.identity.identities import Identities, Known
from loaders.identity.judgement import Conflict, Judgement, in_force
from loaders.identity.people import Gathered, People
from loaders.identity.places import municipality_code, place_name
from loaders.identity.records import DocumentRecord
from loaders.identity.resolution import Entity, Thing
from loaders.identity.spool import Spool
from loaders.identity.titles import Titles
from loaders.identity.unitjoins import Units, join_units
from ontology.iris import DEFAULT_BASE, county_iri, municipality_iri
from ontology.reference import find_party
from ontology.terms import AG, CV, ORG


def resolve(
    records: Iterable[DocumentRecord], base: str = DEFAULT_BASE, judgements: Iterable[Judgement] = ()
) -> Identities:
    """Say who is who among all protocols. The order of `records` does not matter; a record given twice counts once.

    Records are taken one by one and not kept. `judgements` come in the order in which they were made: the last on a pair
    counts. What they say goes before what the evidence says; those that contradict each other are reported in `conflicts`.
    """
    judged = in_force(judgements)
    gathered: dict[str, Unit] = {}
    spool = Spool()
    everybody = Gathered(base, spool, frozenset(iri for each in judged for iri in each.pair))
    titles, affiliations = Titles(spool), Affiliations(base)
    seen: set[str] = set()
    for record in records:
        if record.key not in seen:
            seen.add(record.key)
            frame = frame_of(record, base, gathered)
            locals_ = everybody.add(frame)
            titles.add(record, [iri for iri in (frame.body, frame.organisation) if iri], locals_)
            affiliations.add(record, frame.organisation)
    units = join_units(gathered, judged)
    people = everybody.resolve(units, judged)
    known = Known(
        base=base,
        units=units,
        people=people,
        titles=titles.rooted(units.clusters.members()),
        affiliations=affiliations,
        unit_entities={entity.local: entity for entity in _unit_entities(units)},
        places=affiliations.places(),
        parties=affiliations.parties(),
    )
    return Identities(
        things=tuple(sorted(_things(known), key=lambda thing: thing.iri)),
        conflicts=(*units.conflicts, *people.conflicts, *_unknown(judged, units.clusters, people)),
        known=known,
    )


def _unit_entities(units: Units) -> Iterator[Entity]:
    for first, members in units.clusters.members().items():
        kind = units.units[first].kind
        spelled = units.label(members)
        label = place_name(municipality_code(spelled)) if kind == "municipality" else spelled
        above = {units.root(part.parent) for part in (units.units[iri] for iri in members) if part.parent}
        unit_of = min(above) if kind == "group" and above else None
        yield from (Entity(kind, first, local, label, unit_of) for local in members)


def _things(known: Known) -> Iterator[Thing]:
    """Yield everything that the identity graph describes; municipalities and national parties stand elsewhere."""
    yield from known.people.things
    for first, members in known.units.clusters.members().items():
        if known.units.units[first].kind != "municipality":
            thing = _unit(first, members, known.units, known.unit_entities)
            yield _with_members(thing, members, known) if thing.kind == "organisation" else thing
    for place in known.places.values():
        if place.kind == "place":
            yield Thing("place", place.iri, place.label, (AG.Place.value,))
    for party in known.parties.values():
        if find_party(party.label) is None:
            yield Thing("party", party.iri, party.label, (AG.Party.value,), abbreviation=party.label)


def _unit(first: str, members: tuple[str, ...], units: Units, named: Mapping[str, Entity]) -> Thing:
    """Describe an organisation or body; of a group only what it replaces: the rest stands in its documents.

    A body whose name many bodies have is shown with its organisation's («Styrelsen, Kommunförbundet X»).
    """
    label = named[first].label
    parts = [units.units[iri] for iri in members]
    if parts[0].kind == "group":
        return Thing("group", first, label, replaces=_others(first, members))
    parents = sorted({units.root(part.parent) for part in parts if part.owned and part.parent})
    stated = sorted(kind for part in parts for kind in part.kinds)
    kind = kind_of_body(label, stated)
    owner = named[parents[0]].label if parents and parts[0].kind == "body" and not is_distinctive(label) else None
    return Thing(
        parts[0].kind,
        first,
        label if owner is None else f"{label}, {owner}",
        (_type(parts[0], label),),
        unit_of=parents[0] if parents else None,
        body_kind=kind.value if kind else None,
        replaces=_others(first, members),
    )


def _with_members(thing: Thing, iris: tuple[str, ...], known: Known) -> Thing:
    """Add to an association of municipalities («kommunalförbund») those whose people sit in its bodies, and their county.

    Other organisations' members live in municipalities, too, and do not stand for them.
    """
    codes = {code for iri in iris for code in known.affiliations.represented.get(iri, ())}
    if len(codes) < 2 or not is_association(thing.label):
        return thing
    counties = {code[:2] for code in codes}
    return replace(
        thing,
        members=tuple(sorted(municipality_iri(known.base, code).value for code in codes)),
        county=county_iri(known.base, counties.pop()).value if len(counties) == 1 else None,
    )


def _type(unit: Unit, label: str) -> str:
    """Choose the most fitting class of a unit."""
    if unit.kind == "body":
        return ORG.OrganizationalUnit.value
    if is_public(label):
        return CV.PublicOrganisation.value
    return (ORG.OrganizationalCollaboration if is_collaboration(label) else ORG.FormalOrganization).value


def _others(first: str, members: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(iri for iri in members if iri != first)


def _unknown(judgements: Iterable[Judgement], *clusters: Clusters | People) -> Iterator[Conflict]:
    """Yield the judgements on IRIs that nothing has now, or that are no things of one kind."""
    for each in judgements:
        if not any(each.left in joined and each.right in joined for joined in clusters):
            known = [iri for iri in each.pair if any(iri in joined for joined in clusters)]
            yield Conflict(each, unknown=tuple(iri for iri in each.pair if iri not in known) or each.pair)
