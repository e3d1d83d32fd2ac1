"""What a page tells: the thing's own properties, and the facts that hang on it or refer to it, each with its evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from pyoxigraph import Literal, NamedNode

from graph.search import ALL_KEYS
from graph.site.knowledge import Knowledge, Language, Node
from ontology.terms import AG, CV, DCTERMS, NIF, ORG, PERSON, PROV, RDF, RDFS


class Value(NamedTuple):
    """A value: its text, and the IRI it stands for where it is a thing."""

    text: str
    iri: str | None = None


class Property(NamedTuple):
    """One of a thing's own properties with its values."""

    name: str
    iri: str
    values: tuple[Value, ...]


class Quote(NamedTuple):
    """Words of a document that prove a fact, and their IRI there."""

    text: str
    iri: str


class Row(NamedTuple):
    """One fact: when, what, in which roles, which other things it names, and its evidence."""

    iri: str
    date: str
    label: str
    roles: tuple[str, ...]
    absent: bool
    names: tuple[Value, ...]
    quotes: tuple[Quote, ...]


class Section(NamedTuple):
    """Facts of one kind («avsnitt»)."""

    title: str
    iri: str
    rows: tuple[Row, ...]


_SILENT: Final = frozenset({RDF.type, RDFS.label, PROV.wasDerivedFrom, *ALL_KEYS, AG.buildKey, NIF.referenceContext})
# In the order in which a reader asks; classes that are not named here follow by name.
_ORDER: Final = (
    ORG.Membership, AG.WorkingGroup, AG.Attendance, AG.Meeting, AG.AgendaItem, AG.DecisionPoint, AG.GroupFormation, AG.Appointment,
    AG.Departure, ORG.Post, AG.Assignment, AG.Recipient,
)  # fmt: skip
_NAMED: Final = frozenset(
    {PERSON.Person, AG.WorkingGroup, AG.Party, CV.PublicOrganisation}
    | {ORG.OrganizationalUnit, ORG.FormalOrganization, ORG.OrganizationalCollaboration}
)
_TECHNICAL: Final = frozenset({NIF.RFC5147String})


def own_properties(known: Knowledge, thing: NamedNode, language: Language) -> tuple[Property, ...]:
    """Return what is said of the thing itself, by property."""
    values: defaultdict[NamedNode, list[Value]] = defaultdict(list)
    name = str(known.value(thing, RDFS.label))  # stands above them
    for triple in known.said_of(thing):
        told = triple.predicate in _SILENT or str(triple.object) == name
        if not told and isinstance(triple.object, NamedNode | Literal):
            values[triple.predicate].append(_value(known, triple.object, language))
    return tuple(
        Property(known.name_of_term(predicate.value, language), predicate.value, tuple(found))
        for predicate, found in sorted(values.items(), key=lambda one: known.name_of_term(one[0].value, language))
    )


def sections(known: Knowledge, thing: NamedNode, below: Iterable[NamedNode], language: Language) -> tuple[Section, ...]:
    """Return the facts below the thing and those that refer to it, by their class, the latest first."""
    told = tuple(below)
    # What was decided in an item has a page of its own, but is told of on that of the meeting, too.
    named = (thing, *(one for one in told if known.type(one) == AG.AgendaItem))
    referring = (
        triple.subject
        for one in named
        for triple in known.referring_to(one)
        if triple.predicate != DCTERMS.isReplacedBy
    )
    facts = {one for one in (*told, *referring) if isinstance(one, NamedNode) and one != thing}
    by_class: defaultdict[NamedNode, list[Row]] = defaultdict(list)
    for fact in facts:
        kind = known.type(fact)
        if kind is not None and kind not in _TECHNICAL and known.text(fact, RDFS.label):
            by_class[kind].append(_row(known, fact, thing, language))
    return tuple(
        Section(known.name_of_term(kind.value, language), kind.value, tuple(sorted(rows, key=_newest_first)))
        for kind, rows in sorted(by_class.items(), key=lambda one: _rank(known, one[0], language))
    )


def quotes_of(known: Knowledge, fact: NamedNode) -> tuple[Quote, ...]:
    """Return a fact's evidence."""
    return tuple(Quote(text, span.value) for span, text in known.quotes(fact))


def _rank(known: Knowledge, kind: NamedNode, language: Language) -> tuple[int, str]:
    place = _ORDER.index(kind) if kind in _ORDER else len(_ORDER)
    return place, known.name_of_term(kind.value, language)


def _newest_first(row: Row) -> tuple[int, int, str, str]:
    """Sort by date, the latest first, and in a meeting by the number of the item."""
    day = int(row.date.replace("-", "").ljust(8, "0")) if row.date.replace("-", "").isdigit() else 0
    digits = "".join(letter if letter.isdigit() else " " for letter in row.label.removeprefix("§ ")[:8]).split()
    number = int(digits[0]) if row.label.startswith("§") and digits else 0
    return -day, number, row.label, row.iri


def _row(known: Knowledge, fact: NamedNode, page: NamedNode, language: Language) -> Row:
    meeting = _meeting(known, fact)
    return Row(
        iri=fact.value,
        date=known.text(fact, AG.decidedOn) or known.text(meeting or fact, DCTERMS.date),
        label=known.label(fact, language),
        roles=tuple(_roles(known, fact, language)),
        absent=known.text(fact, AG.present) == "false",
        names=tuple(_value(known, one, language) for one in _named(known, fact, meeting) if one != page),
        quotes=quotes_of(known, fact),
    )


def _named(known: Knowledge, fact: NamedNode, meeting: NamedNode | None) -> Iterator[NamedNode]:
    """Yield the people, bodies, groups, parties and places that a fact names, and the body that met."""
    body = known.value(meeting, AG.heldBy) if meeting else None
    named = [triple.object for triple in known.said_of(fact) if triple.predicate != RDF.type]
    for one in dict.fromkeys((*named, body)):
        if isinstance(one, NamedNode) and known.type(one) in _NAMED:
            yield one


def _roles(known: Knowledge, fact: NamedNode, language: Language) -> Iterator[str]:
    for predicate in (AG.role, AG.roleText):
        for role in known.values(fact, predicate):
            yield _value(known, role, language).text


def _meeting(known: Knowledge, fact: NamedNode) -> NamedNode | None:
    """Return the meeting of a fact: of an attendance, or by the item that it stands under."""
    for path in ((AG.atMeeting,), (AG.ofMeeting,), (AG.ofItem, AG.ofMeeting)):
        at: Node | None = fact
        for step in path:
            at = known.value(at, step) if isinstance(at, NamedNode) else None
        if isinstance(at, NamedNode):
            return at
    return None


def _value(known: Knowledge, value: Node, language: Language) -> Value:
    if isinstance(value, NamedNode):
        return Value(known.label(value, language), value.value)
    return Value(value.value)
