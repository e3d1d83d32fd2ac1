"""The pages of a site: which things have one, and all that each page tells («sidor»)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final, NamedTuple

from pyoxigraph import NamedNode, Triple

from graph.site.facts import Property, Quote, Section, own_properties, quotes_of, sections
from graph.site.knowledge import Knowledge, Language
from graph.site.places import Places
from ontology.terms import AG, CV, DCTERMS, ORG, PERSON, RDF

# Where a kind of thing is listed: a name of texts.Words; what is not here is found by links alone.
LISTED: Final = {
    PERSON.Person.value: "persons",
    ORG.OrganizationalUnit.value: "bodies",
    ORG.FormalOrganization.value: "bodies",
    ORG.OrganizationalCollaboration.value: "bodies",
    AG.WorkingGroup.value: "groups",
    AG.Meeting.value: "meetings",
    AG.DecisionPoint.value: "decisions",
    AG.Party.value: "parties",
    AG.Document.value: "documents",
}
LISTS: Final = ("persons", "bodies", "groups", "meetings", "decisions", "municipalities", "parties", "documents")


class Thing(NamedTuple):
    """A thing with a page: its IRI and path, and the IRIs that are told of on the same page, sorted."""

    iri: NamedNode
    path: str
    below: tuple[NamedNode, ...]


class Page(NamedTuple):
    """What a page in one language tells."""

    thing: Thing
    label: str
    kind: str
    properties: tuple[Property, ...]
    quotes: tuple[Quote, ...]
    sections: tuple[Section, ...]

    @property
    def facts(self) -> int:
        """Return how many facts the page lists."""
        return sum(len(section.rows) for section in self.sections)


def things(known: Knowledge, places: Places) -> Iterator[Thing]:
    """Yield the things that have pages, sorted by IRI; memory holds the names of all that the graph tells of.

    A merged IRI has no page: it leads to the one it was merged into.
    """
    found = {(owner, iri.value) for iri in known.subjects() if (owner := places.owner(iri.value))}
    for owner, group in groupby(sorted(found), key=lambda pair: pair[0]):
        iri, path = NamedNode(owner), places.page(owner)
        if path is not None and known.value(iri, DCTERMS.isReplacedBy) is None:
            yield Thing(iri, path, tuple(NamedNode(name) for _, name in group if name != owner))


def page(known: Knowledge, thing: Thing, language: Language) -> Page:
    """Gather what a page tells."""
    kind = known.type(thing.iri)
    return Page(
        thing=thing,
        label=known.label(thing.iri, language),
        kind=known.name_of_term(kind.value, language) if kind else "",
        properties=own_properties(known, thing.iri, language),
        quotes=quotes_of(known, thing.iri),
        sections=sections(known, thing.iri, thing.below, language),
    )


def triples_of(known: Knowledge, thing: Thing) -> Iterator[Triple]:
    """Yield what the page's data files hold: all that is said of the thing and what is below it, and what refers to it."""
    for subject in (thing.iri, *thing.below):
        yield from known.said_of(subject)
    below = set(thing.below)
    for triple in known.referring_to(thing.iri):
        if triple.subject not in below:
            yield triple


def list_of(known: Knowledge, thing: Thing) -> str | None:
    """Tell in which list a thing stands; None for those that stand in none."""
    if known.value(thing.iri, AG.municipalityCode) is not None:
        return "municipalities" if known.referred_by_facts(thing.iri) else None
    kinds = {value.value for value in known.values(thing.iri, RDF.type)}
    if CV.PublicOrganisation.value in kinds:
        return "bodies"
    return next((LISTED[kind] for kind in sorted(kinds, key=_most_specific) if kind in LISTED), None)


def _most_specific(kind: str) -> tuple[bool, str]:
    """Put a class of our own before the general one that it refines."""
    return not kind.startswith(AG.Meeting.value.removesuffix("Meeting")), kind


def structured(label: str, thing: Thing, kind: str | None) -> dict[str, str]:
    """Return what search engines read of a page, in the terms of schema.org."""
    types = {
        PERSON.Person.value: "Person",
        AG.Meeting.value: "Event",
        AG.Party.value: "Organization",
        AG.WorkingGroup.value: "Organization",
        ORG.OrganizationalUnit.value: "Organization",
        ORG.FormalOrganization.value: "Organization",
        ORG.OrganizationalCollaboration.value: "Organization",
        CV.PublicOrganisation.value: "GovernmentOrganization",
        AG.DecisionPoint.value: "CreativeWork",
        AG.Document.value: "DigitalDocument",
    }
    return {
        "@context": "https://schema.org",
        "@type": types.get(kind or "", "Thing"),
        "@id": thing.iri.value,
        "name": label,
    }
