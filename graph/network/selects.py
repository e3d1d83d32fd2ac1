"""The SPARQL selects that networks are gathered from; each is flat, a fact a row, repeated for several roles or quotes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Protocol

import pyoxigraph as ox

_PREFIXES: Final = """
PREFIX ag: <https://w3id.org/aktorsgraf/ns#>
PREFIX cv: <http://data.europa.eu/m8g/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX eli-dl: <http://data.europa.eu/eli/eli-draft-legislation-ontology#>
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX person: <http://www.w3.org/ns/person#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
REDIRECTS: Final = "SELECT DISTINCT ?old ?new WHERE { ?old dcterms:isReplacedBy ?new }"
NAMES: Final = "SELECT DISTINCT ?person ?name WHERE { ?person a person:Person ; rdfs:label ?name }"
UNITS: Final = """
SELECT DISTINCT ?unit ?parent ?label ?public WHERE {
  ?unit org:unitOf ?parent . ?parent rdfs:label ?label BIND(EXISTS { ?parent a cv:PublicOrganisation } AS ?public)
}"""
MEETINGS: Final = """
SELECT DISTINCT ?meeting ?body ?date WHERE { ?meeting ag:heldBy ?body OPTIONAL { ?meeting dcterms:date ?date } }"""
BODIES: Final = """
SELECT DISTINCT ?body ?label ?parent ?noun ?task ?group WHERE {
  { SELECT DISTINCT ?body WHERE {
      { ?meeting ag:heldBy ?body } UNION { ?membership a org:Membership ; org:organization ?body }
      UNION { ?body a ag:WorkingGroup } } }
  OPTIONAL { ?body rdfs:label ?label }
  OPTIONAL { ?body org:unitOf ?parent }
  OPTIONAL { ?body ag:groupKindText ?noun }
  OPTIONAL { ?body org:purpose ?task }
  BIND(EXISTS { ?body a ag:WorkingGroup } AS ?group)
}"""
_PARTY_AND_MUNICIPALITY: Final = """
  OPTIONAL { ?of ag:party ?partyNode OPTIONAL { ?partyNode ag:abbreviation ?abbreviation }
             OPTIONAL { ?partyNode rdfs:label ?partyName } BIND(COALESCE(?abbreviation, ?partyName) AS ?party) }
  OPTIONAL { ?of ag:municipality ?municipalityNode . ?municipalityNode rdfs:label ?municipality }
  OPTIONAL { ?of ag:role ?role } OPTIONAL { ?of ag:roleText ?roleText }"""
ATTENDANCE: Final = f"""
SELECT DISTINCT ?fact ?person ?meeting ?present ?party ?municipality ?role ?roleText WHERE {{
  ?fact a ag:Attendance ; ag:atMeeting ?meeting ; eli-dl:had_participant_person ?person .
  OPTIONAL {{ ?fact ag:present ?present }} BIND(?fact AS ?of) {_PARTY_AND_MUNICIPALITY}
}}"""
MEMBERSHIPS: Final = f"""
SELECT DISTINCT ?fact ?of ?person ?body ?begins ?ends ?decided ?party ?municipality ?role ?roleText WHERE {{
  ?fact prov:generated ?of . ?of a org:Membership ; org:member ?person ; org:organization ?body .
  OPTIONAL {{ ?of ag:beginsOn ?begins }} OPTIONAL {{ ?of ag:endsOn ?ends }} OPTIONAL {{ ?of ag:decidedOn ?decided }}
  {_PARTY_AND_MUNICIPALITY}
}}"""
LEFT: Final = """
SELECT ?membership (MIN(STR(?day)) AS ?left) WHERE {
  {
    ?departure ag:departs ?gone ; ag:fromBody ?body ; ag:endsOn ?day .
    ?membership org:organization ?body ; org:member ?gone .
    FILTER NOT EXISTS { ?departure ag:role ?left_role . ?membership ag:role ?kept_role FILTER(?left_role != ?kept_role) }
  } UNION {
    ?dissolution org:originalOrganization ?body ; ag:endsOn ?day .
    ?membership org:organization ?body .
  }
  ?membership ag:decidedOn ?then .
  FILTER(?then <= ?day)
}
GROUP BY ?membership"""
SERVICES: Final = """
SELECT DISTINCT ?fact ?member WHERE { ?fact ag:substitutesFor ?replaced . ?replaced eli-dl:had_participant_person ?member }"""
TASKS: Final = """
SELECT DISTINCT ?fact ?task ?meeting ?item ?due WHERE {
  ?fact a ag:Assignment ; ag:task ?task ; ag:ofItem ?of . ?of ag:ofMeeting ?meeting .
  OPTIONAL { ?of ag:itemNumber ?item } OPTIONAL { ?fact ag:due ?due }
}"""
ASSIGNED_THINGS: Final = (
    "SELECT DISTINCT ?fact ?thing ?label WHERE { ?fact ag:assignee ?thing . ?thing rdfs:label ?label }"
)
ASSIGNED_WORDS: Final = "SELECT DISTINCT ?fact ?name WHERE { ?fact ag:assigneeText ?name }"
QUOTES: Final = """
SELECT DISTINCT ?fact ?text ?source WHERE {
  VALUES ?kind { ag:Attendance ag:Appointment ag:Assignment }
  ?fact a ?kind ; prov:wasDerivedFrom ?span .
  ?span nif:anchorOf ?text ; nif:referenceContext ?document .
  ?document rdfs:label ?source .
}"""

Row = Mapping[str, str]


class Queryable(Protocol):
    """What is asked for rows: a store that answers SELECT over the union of its graphs."""

    def query(self, sparql: str, /) -> object:
        """Answer a query."""


def select(store: Queryable, query: str) -> Iterator[Row]:
    """Yield each solution as its bound variables' lexical forms."""
    solutions = store.query(_PREFIXES + query)
    if not isinstance(solutions, ox.QuerySolutions):
        raise TypeError(f"network rows: expected solutions of a SELECT, got {type(solutions).__name__}")
    names = [variable.value for variable in solutions.variables]
    for solution in solutions:
        yield {name: term.value for name in names if (term := solution[name]) is not None}


def follow(iri: str, redirects: Row) -> str:
    """Return what a merged thing goes by now."""
    seen = {iri}
    while iri in redirects and redirects[iri] not in seen:
        iri = redirects[iri]
        seen.add(iri)
    return iri
