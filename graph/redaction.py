"""Leaving people out of a graph («utelämnande»): facts about them, links to them, and their names in every text.

Masking keeps the length of a text, so offsets stay true.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from ontology.iris import fold, slug
from ontology.terms import AG, DCTERMS, ORG, RDF, RDFS, SKOS

MASK: Final = "*"
_ABOUT_ONE: Final = frozenset({AG.Attendance, AG.Appointment, AG.Mention, AG.Reservation, AG.Statement, ORG.Membership})
_NAMING: Final = frozenset({RDFS.label, SKOS.altLabel})
_STATING: Final = frozenset({AG.asStated, AG.appointeeText, AG.personText, AG.speakerText})
# A name may be broken over lines, stand surname first with a comma, or be an address («anna-karin.ek@»).
_GAP: Final = r"[\s,._\-\u2010\u2011\u00ad]+"
_PERSON: Final = re.compile(r"(?<!/mention)/person/[^/]+$")  # a document's graph names people without their type
_LETTER: Final = re.compile(r"\w")
_SHORTEST: Final = 3  # letters of a part of a name that is masked alone


@dataclass(frozen=True, slots=True)
class Hidden:
    """Who is left out: all IRIs of each person, and the names by which they go."""

    iris: frozenset[NamedNode] = frozenset()
    names: frozenset[str] = frozenset()

    def parts(self) -> tuple[str, ...]:
        """Return texts that together tell one value from another."""
        return (*sorted(iri.value for iri in self.iris), *sorted(self.names))


def redacted(quads: Iterable[Quad], hidden: Hidden) -> list[Quad]:
    """Return the quads of one graph without those people, in the order they stood.

    A fact that is about one such person is dropped with all that hangs on it; of other facts the link. In texts their names
    are masked in every form in which the graph prints them, but for a name that somebody who stays has here, too; a
    surname or given name alone is masked where nobody else here has it.
    """
    kept = list(quads)
    if not hidden.iris:
        return kept
    staying = _staying(kept, hidden.iris)
    dropped = _dropped(kept, hidden.iris, (name for name in hidden.names if fold(name) not in staying))
    printed = hidden.names | set(_printed(kept, hidden.iris | dropped))
    mask = _masking(printed, staying)
    return [
        _masked(quad, mask)
        for quad in kept
        if not _hangs_on(quad.subject, dropped) and quad.object not in dropped and quad.object not in hidden.iris
    ]


def _dropped(quads: Sequence[Quad], people: Collection[NamedNode], names: Iterable[str]) -> frozenset[NamedNode]:
    """Return the people themselves, the facts that are about one of them, and what has one of the names in its IRI."""
    single = {quad.subject for quad in quads if quad.predicate == RDF.type and quad.object in _ABOUT_ONE}
    about = {quad.subject for quad in quads if quad.object in people and quad.predicate != DCTERMS.isReplacedBy}
    slugs = tuple(sorted(slug(name) for name in names if len(name.split()) > 1))
    called = {quad.subject for quad in quads if any(part in str(quad.subject) for part in slugs)}
    staying = {one for one in called if _is_person(one)} - set(people)  # a namesake keeps the name, and the IRI with it
    return frozenset(one for one in chain(single & about, called - staying, people) if isinstance(one, NamedNode))


def _hangs_on(subject: object, dropped: Collection[NamedNode]) -> bool:
    """Tell whether a node is dropped, or has an IRI below one that is («…/presence», «…/membership»)."""
    if not isinstance(subject, NamedNode):
        return False
    parts = subject.value.split("/")
    return any(_node("/".join(parts[:end])) in dropped for end in range(len(parts), max(len(parts) - 3, 3), -1))


@cache
def _node(iri: str) -> NamedNode | None:
    try:
        return NamedNode(iri)
    except ValueError:
        return None


def _printed(quads: Iterable[Quad], things: Collection[NamedNode]) -> Iterator[str]:
    """Yield the names that the graph prints of people, and those that facts about them state."""
    for quad in quads:
        wanted = quad.predicate in _STATING or (quad.predicate in _NAMING and _is_person(quad.subject))
        if wanted and quad.subject in things and isinstance(quad.object, Literal):
            yield quad.object.value


def _is_person(subject: object) -> bool:
    return isinstance(subject, NamedNode) and _PERSON.search(subject.value) is not None


def _staying(quads: Iterable[Quad], hidden: Collection[NamedNode]) -> frozenset[str]:
    """Return the names, folded, of those who stay."""
    return frozenset(
        fold(quad.object.value)
        for quad in quads
        if quad.predicate in _NAMING
        and quad.subject not in hidden
        and _is_person(quad.subject)
        and isinstance(quad.object, Literal)
    )


def _masking(names: Iterable[str], staying: Collection[str]) -> re.Pattern[str] | None:
    """Return a pattern of every form of the names, the longest first; None where there is none."""
    theirs = {part for name in staying for part in name.split()}
    forms: set[str] = set()
    for name in sorted(names):
        words = [word for word in re.split(r"[\s,]+", name) if word]
        if not words or fold(name) in staying:
            continue
        turned = (words, [*words[-1:], *words[:-1]]) if len(words) > 1 else (words,)
        forms |= {_GAP.join(_word(word) for word in order) for order in turned}
        forms |= {_GAP.join(_word(fold(word)) for word in order) for order in turned}  # addresses have no å, ä or ö
        alone = [word for word in words if len(words) > 1 and len(word) >= _SHORTEST and fold(word) not in theirs]
        forms |= {f"(?-i:{re.escape(form)})" for word in alone for form in (word, word.upper())}
    if not forms:
        return None
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(sorted(forms, key=lambda form: (-len(form), form)))})s?(?!\w)", re.IGNORECASE
    )


def _word(word: str) -> str:
    """Return a pattern of one word of a name, which may be broken at its hyphens."""
    return _GAP.join(re.escape(part) for part in word.split("-") if part)


def _masked(quad: Quad, mask: re.Pattern[str] | None) -> Quad:
    """Mask the names in a quad's text."""
    if mask is None or not isinstance(quad.object, Literal) or not mask.search(quad.object.value):
        return quad
    text = mask.sub(lambda match: _LETTER.sub(MASK, match.group()), quad.object.value)
    language, datatype = quad.object.language, quad.object.datatype
    value = Literal(text, language=language) if language else Literal(text, datatype=datatype)
    return Quad(quad.subject, quad.predicate, value, quad.graph_name)
