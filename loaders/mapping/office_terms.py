"""Terms of office («mandattider»): as exactly as they are stated, and as the days that they can cover."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pyoxigraph import NamedNode, Triple

from loaders.mapping.literals import date_literal, first_day, last_day, partial_literal, text_literal
from ontology.iris import instant_iri, interval_iri
from ontology.terms import AG, ORG, PRECISIONS, RDF, RDFS, TIME, XSD

_BY_DATATYPE: Final = {
    XSD.gYear: (TIME.inXSDgYear, "year"),
    XSD.gYearMonth: (TIME.inXSDgYearMonth, "month"),
    XSD.date: (TIME.inXSDDate, "day"),
}
_TERM_YEARS: Final = 4  # between two elections; the first year of a term follows one: 2019, 2023
_FIRST_TERM: Final = 1995  # the first after terms became four years


def stated_term(iri: NamedNode, since: str | None, until: str | None, words: str | None = None) -> Iterator[Triple]:
    """Yield beginning and end as they are stated, and the words."""
    for predicate, stated in ((AG.since, since), (AG.until, until)):
        literal = partial_literal(stated) if stated else None
        if literal is not None:
            yield Triple(iri, predicate, literal)
    if words:
        yield Triple(iri, AG.termText, text_literal(words))


def term_days(iri: NamedNode, since: str | None, until: str | None) -> Iterator[Triple]:
    """Yield the first and the last day that a term can cover; an end that is not stated, or is no day, is left out."""
    begins, ends = first_day(since) if since else None, last_day(until) if until else None
    if begins is not None:
        yield Triple(iri, AG.beginsOn, date_literal(begins))
    if ends is not None:
        yield Triple(iri, AG.endsOn, date_literal(ends))


def interval_triples(base: str, membership: NamedNode, since: str | None, until: str | None) -> Iterator[Triple]:
    """Yield the interval of a membership; all that are stated alike share one. None where neither end is stated."""
    ends = [(name, stated) for name, stated in ((TIME.hasBeginning, since), (TIME.hasEnd, until)) if _known(stated)]
    if not ends:
        return
    iri = interval_iri(base, since, until)
    yield Triple(membership, ORG.memberDuring, iri)
    yield Triple(iri, RDF.type, TIME.ProperInterval)
    yield Triple(iri, RDFS.label, text_literal(f"{since or '…'} – {until or '…'}"))
    yield from term_days(iri, since, until)
    yield Triple(iri, AG.precision, PRECISIONS[_precision(since, until)])
    for predicate, stated in ends:
        literal = partial_literal(stated or "")
        if literal is not None:
            instant = instant_iri(base, literal.value)
            yield Triple(iri, predicate, instant)
            yield Triple(instant, RDF.type, TIME.Instant)
            yield Triple(instant, RDFS.label, text_literal(literal.value))
            yield Triple(instant, _BY_DATATYPE[literal.datatype][0], literal)


def _known(stated: str | None) -> bool:
    return stated is not None and partial_literal(stated) is not None


def _precision(since: str | None, until: str | None) -> str:
    """Tell how exact a term is: by its vaguer end, or that it is a term of office."""
    literals = [partial_literal(stated) for stated in (since, until) if stated]
    vaguest = min((literal for literal in literals if literal is not None), key=lambda one: len(one.value))
    if is_office_term(since, until):
        return "term"
    return _BY_DATATYPE[vaguest.datatype][1]


def is_office_term(since: str | None, until: str | None) -> bool:
    """Tell whether two stated ends are the four calendar years after an election, to the year or to the day."""
    begins, ends = first_day(since) if since else None, last_day(until) if until else None
    if begins is None or ends is None:
        return False
    whole_years = (begins.month, begins.day, ends.month, ends.day) == (1, 1, 12, 31)
    after_election = begins.year >= _FIRST_TERM and (begins.year - _FIRST_TERM) % _TERM_YEARS == 0
    return whole_years and after_election and ends.year - begins.year == _TERM_YEARS - 1
