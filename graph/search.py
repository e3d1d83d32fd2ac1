"""Search keys: folded copies of names, texts and quotes, so that plain SPARQL 1.1 finds them without diacritics.

SPARQL cannot fold «Wahlström» to «wahlstrom», and a function of our own would bind the queries to one engine. So the store
writes, beside each text, the text as `ontology.iris.fold` gives it, and queries compare it with a parameter folded alike:
`CONTAINS(?key, ?parameter)`. The same queries then run on any SPARQL endpoint that holds the exported graph. People and bodies have
a key of their IRI, too, and of each that they replace, so that what finds them by name finds just one by IRI.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from ontology.iris import fold
from ontology.terms import AG, CV, DCTERMS, ORG, PERSON, RDF

_AG: Final = "https://w3id.org/aktorsgraf/ns#"
SEARCH_KEY: Final = AG.searchKey
NAME_KEY: Final = AG.nameKey
ITEM_KEY: Final = AG.itemKey
TEXT_KEY: Final = AG.textKey
ALL_KEYS: Final = frozenset({SEARCH_KEY, NAME_KEY, ITEM_KEY, TEXT_KEY})
# Titles and wordings have keys of their own, too: a query that asks for them would else read the keys of everything.
KEYS: Final[Mapping[str, tuple[NamedNode, ...]]] = MappingProxyType(
    {
        "http://www.w3.org/2000/01/rdf-schema#label": (SEARCH_KEY,),
        "http://www.w3.org/2004/02/skos/core#altLabel": (SEARCH_KEY,),
        "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf": (SEARCH_KEY,),
        "http://purl.org/dc/terms/title": (ITEM_KEY,),
        f"{_AG}text": (SEARCH_KEY, TEXT_KEY),
        f"{_AG}diaryNumber": (SEARCH_KEY, ITEM_KEY),
        f"{_AG}assigneeText": (NAME_KEY,),
        f"{_AG}appointeeText": (NAME_KEY,),
    }
)
_NAMED_THINGS: Final = frozenset({"person", "body", "organisation", "group", "municipality"})
_NOT_IN_PATHS: Final = re.compile(r"[\s#?]")
_CAPITALS: Final = str.maketrans("0123456789abcdef", "ABCDEFGHIJKLMNOP")
_FOUND_BY_IRI: Final = frozenset(
    {
        PERSON.Person,
        ORG.OrganizationalUnit,
        ORG.FormalOrganization,
        ORG.OrganizationalCollaboration,
        CV.PublicOrganisation,
        AG.WorkingGroup,
    }
)


def iri_key(iri: str) -> str | None:
    """Return what finds a person, a body, an organisation, a group or a municipality by its IRI, whole or without its base.

    It is a digest in capitals: no part of a folded text is part of it. None for any other text.
    """
    parts = iri.strip().split("/")
    start = next((at for at, part in enumerate(parts) if part in _NAMED_THINGS), len(parts))
    if _NOT_IN_PATHS.search(iri.strip()) or not all(parts[start:]) or len(parts) < start + 2:
        return None
    tail = "/".join(parts[start:]).encode("utf-8", "surrogatepass")
    return hashlib.sha256(tail).hexdigest()[:24].translate(_CAPITALS)


def with_search_keys(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Yield the quads, each searchable text followed by its key on the same subject in the same graph, and keys of IRIs.

    Texts of a stated language are passed by: they are the ontology's labels, not the minutes' words.
    """
    for quad in quads:
        yield quad
        keys = KEYS.get(quad.predicate.value)
        if keys is not None and isinstance(quad.object, Literal) and quad.object.language is None:
            folded = Literal(fold(quad.object.value))
            yield from (Quad(quad.subject, key, folded, quad.graph_name) for key in keys)
        yield from _by_iri(quad)


def _by_iri(quad: Quad) -> Iterator[Quad]:
    """Yield the key of a thing's own IRI where its type is told, and of an IRI that it replaces."""
    subject, value = quad.subject, quad.object
    if quad.predicate == RDF.type and value in _FOUND_BY_IRI and isinstance(subject, NamedNode):
        found, key = subject, iri_key(subject.value)
    elif quad.predicate == DCTERMS.isReplacedBy and isinstance(subject, NamedNode) and isinstance(value, NamedNode):
        found, key = value, iri_key(subject.value)
    else:
        return
    if key is not None:
        yield Quad(found, SEARCH_KEY, Literal(key), quad.graph_name)
