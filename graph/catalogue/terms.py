"""Terms that only catalogues use: DCAT 3, DCAT-AP, VoID, vCard, SPDX, and the EU's authority tables."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

PREFIXES: Final = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_AUTHORITY: Final = "http://publications.europa.eu/resource/authority/"
COUNTRY: Final = NamedNode(f"{_AUTHORITY}country/SWE")
GOVERNMENT: Final = NamedNode(f"{_AUTHORITY}data-theme/GOVE")
PUBLIC: Final = NamedNode(f"{_AUTHORITY}access-right/PUBLIC")
STABLE: Final = NamedNode(f"{_AUTHORITY}planned-availability/STABLE")
SWEDISH: Final = NamedNode(f"{_AUTHORITY}language/SWE")
ENGLISH: Final = NamedNode(f"{_AUTHORITY}language/ENG")
SHA256: Final = NamedNode("http://spdx.org/rdf/terms#checksumAlgorithm_sha256")
MEDIA_TYPES: Final = "https://www.iana.org/assignments/media-types/"
PUBLISHER_TYPES: Final = "http://purl.org/adms/publishertype/"


def term(curie: str) -> NamedNode:
    """Return the term of `prefix:name`. Raises KeyError for another prefix."""
    prefix, _, name = curie.partition(":")
    return NamedNode(f"{PREFIXES[prefix]}{name}")
