"""A small graph as the mapping makes them: two bodies, three meetings, a group, and people whose names need folding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad

from graph.store import GraphStore
from ontology.terms import PREFIXES

BASE = "https://w3id.org/aktorsgraf/id/"
PROLOGUE = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items()) + (
    f"@base <{BASE}> .\n"
    "@prefix meeting-role: <https://w3id.org/aktorsgraf/ns/meeting-role/> .\n"
    "@prefix body-role: <https://w3id.org/aktorsgraf/ns/body-role/> .\n"
    "@prefix body-kind: <https://w3id.org/aktorsgraf/ns/body-kind/> .\n"
)
IDENTITY = """
<graph/identity> {
  <person/anna> a person:Person ; rdfs:label "Anna Åkesson Ek" ; skos:altLabel "Anna Akesson Ek" .
  <person/borje> a person:Person ; rdfs:label "Börje Øman" .
  <person/cecilia> a person:Person ; rdfs:label "Cecilia Lind" .
  <person/dag> a person:Person ; rdfs:label "Dag Ström" .
  <person/other-dag> a person:Person ; rdfs:label "Dag Ström" .
  <person/old> dcterms:isReplacedBy <person/anna> .
  <organisation/forbundet> a org:FormalOrganization ; rdfs:label "Kommunförbundet Fjällbygden" .
  <body/styrelsen> a org:OrganizationalUnit ; rdfs:label "Styrelsen" ; ag:bodyKind body-kind:styrelse ;
    org:unitOf <organisation/forbundet> .
  <body/namnden> a org:OrganizationalUnit ; rdfs:label "Nämnden för växel" .
}
<graph/reference> {
  <municipality/2380> a cv:PublicOrganisation ; rdfs:label "Östersund" ; skos:altLabel "Östersunds kommun" ;
    ag:municipalityCode "2380" .
  <municipality/2321> a cv:PublicOrganisation ; rdfs:label "Åre" ; ag:municipalityCode "2321" .
  <party/s> a ag:Party ; rdfs:label "Socialdemokraterna" ; ag:abbreviation "S" .
  <party/c> a ag:Party ; rdfs:label "Centerpartiet" ; ag:abbreviation "C" .
}
"""
BOARD_IN_JANUARY = """
<graph/a> {
  <document/a> a ag:Document ; rdfs:label "januari.txt" .
  <document/a#char=0,15> a nif:RFC5147String ; nif:anchorOf "Anna Ákesson Ek" ; nif:referenceContext <document/a> ;
    nif:beginIndex "0"^^xsd:nonNegativeInteger ; nif:endIndex "15"^^xsd:nonNegativeInteger .
  <document/a#char=20,45> a nif:RFC5147String ; nif:anchorOf "tillsätta\\n  en grupp för OECD" ;
    nif:referenceContext <document/a> ; nif:beginIndex "20"^^xsd:nonNegativeInteger ; nif:endIndex "45"^^xsd:nonNegativeInteger .
  <m1> a ag:Meeting ; rdfs:label "Styrelsen, 2024-01-10" ; ag:heldBy <body/styrelsen> ; dcterms:date "2024-01-10"^^xsd:date .
  <m1/anna> a ag:Attendance ; rdfs:label "Anna Åkesson Ek, ordförande" ; ag:atMeeting <m1> ; ag:present true ;
    eli-dl:had_participant_person <person/anna> ; ag:role meeting-role:chair, meeting-role:adjuster ; ag:party <party/s> ;
    ag:municipality <municipality/2380> ; prov:wasDerivedFrom <document/a#char=0,15> .
  <m1/borje> a ag:Attendance ; rdfs:label "Börje Øman, ledamot" ; ag:atMeeting <m1> ; ag:present false ;
    eli-dl:had_participant_person <person/borje> ; ag:role meeting-role:member ; ag:party <party/c> ;
    ag:municipality <municipality/2321> .
  <m1/cecilia> a ag:Attendance ; ag:atMeeting <m1> ; ag:present true ; ag:substitutesFor <m1/borje> ;
    eli-dl:had_participant_person <person/cecilia> ; ag:role meeting-role:serving-substitute ; ag:party <party/s> .
  <m1/7> a ag:AgendaItem ; rdfs:label "§ 7 Grupp för OECD" ; ag:ofMeeting <m1> ; ag:itemNumber "7" ;
    dcterms:title "Grupp för OECD" .
  <m1/7/d1> a ag:DecisionPoint ; rdfs:label "att tillsätta en grupp" ; ag:ofItem <m1/7> ; eli:number 1 ;
    ag:text "att tillsätta en grupp för återkoppling" ; prov:wasDerivedFrom <document/a#char=20,45> .
  <m1/7/d2> a ag:DecisionPoint ; rdfs:label "att Börje leder den" ; ag:ofItem <m1/7> ; eli:number 2 ;
    ag:text "att Börje leder den" .
  <group/oecd> a ag:WorkingGroup ; rdfs:label "arbetsgrupp för återkoppling om OECD" ; ag:groupKindText "arbetsgrupp" ;
    org:unitOf <body/styrelsen> .
  <m1/7/a1> a ag:Appointment ; ag:ofItem <m1/7> ; ag:appointee <person/anna> ; ag:appointeeText "Anna Åkesson Ek" ;
    ag:role body-role:member ; ag:toBody <group/oecd> ; prov:generated <m1/7/a1/membership> .
  <m1/7/a1/membership> a org:Membership ; org:member <person/anna> ; org:organization <group/oecd> ; ag:role body-role:member ;
    ag:decidedOn "2024-01-10"^^xsd:date ; ag:party <party/s> ; ag:municipality <municipality/2380> .
  <m1/7/a2> a ag:Appointment ; ag:ofItem <m1/7> ; ag:appointee <person/borje> ; ag:appointeeText "Börje Öman" ;
    ag:role body-role:convener ; ag:toBody <group/oecd> ; ag:since "2025"^^xsd:gYear ; ag:until "2026-06"^^xsd:gYearMonth ;
    prov:generated <m1/7/a2/membership> .
  <m1/7/a2/membership> a org:Membership ; org:member <person/borje> ; org:organization <group/oecd> ;
    ag:role body-role:convener ; ag:decidedOn "2024-01-10"^^xsd:date ; ag:since "2025"^^xsd:gYear ;
    ag:until "2026-06"^^xsd:gYearMonth ; ag:beginsOn "2025-01-01"^^xsd:date ; ag:endsOn "2026-06-30"^^xsd:date .
  <m1/7/a3> a ag:Appointment ; ag:ofItem <m1/7> ; ag:appointeeText "Vakant" ; ag:role body-role:reserve ; ag:toBody <group/oecd> .
  <m1/7/u1> a ag:Assignment ; rdfs:label "förbundschefen: att återkomma" ; ag:ofItem <m1/7> ; ag:assignee <person/anna> ;
    ag:assigneeText "förbundschefen", "ordföranden" ; ag:derivedAssignee <person/borje> ; ag:task "att återkomma med förslag" ; ag:due "2024-03-01"^^xsd:date .
  <m1/7/u1/holder> a ag:TitleHolding ; rdfs:label "ordföranden: Börje Øman" ; ag:forAssignment <m1/7/u1> ;
    ag:holder <person/borje> ; ag:heldTitle "ordföranden" .
}
"""
BOARD_IN_JUNE = """
<graph/b> {
  <m2> a ag:Meeting ; rdfs:label "Styrelsen, 2024-06-10" ; ag:heldBy <body/styrelsen> ; dcterms:date "2024-06-10"^^xsd:date .
  <m2/anna> a ag:Attendance ; ag:atMeeting <m2> ; ag:present true ; eli-dl:had_participant_person <person/anna> ;
    ag:role meeting-role:chair ; ag:party <party/c> .
  <m2/borje> a ag:Attendance ; ag:atMeeting <m2> ; ag:present true ; eli-dl:had_participant_person <person/borje> ;
    ag:role meeting-role:member .
  <m2/3> a ag:AgendaItem ; rdfs:label "§ 3 Val" ; ag:ofMeeting <m2> ; ag:itemNumber "3" ; dcterms:title "Val" .
  <m2/3/a1> a ag:Appointment ; ag:ofItem <m2/3> ; ag:appointee <person/cecilia> ; ag:role body-role:vice-chair ;
    ag:toBody <body/namnden> ; prov:generated <m2/3/a1/membership> .
  <m2/3/a1/membership> a org:Membership ; org:member <person/cecilia> ; org:organization <body/namnden> ;
    ag:role body-role:vice-chair ; ag:decidedOn "2024-06-10"^^xsd:date .
  <m2/3/s1> a org:Post ; org:postIn <body/namnden> ; ag:seatFor <municipality/2321> ; ag:ofItem <m2/3> .
  <m2/3/v1> a ag:Vacancy ; org:postIn <body/styrelsen> ; ag:seatFor <municipality/2321> ; ag:ofItem <m2/3> .
}
"""
COMMITTEE = """
<graph/c> {
  <m3> a ag:Meeting ; rdfs:label "Nämnden, 2024-03-01" ; ag:heldBy <body/namnden> ; dcterms:date "2024-03-01"^^xsd:date .
  <m3/anna> a ag:Attendance ; ag:atMeeting <m3> ; ag:present true ; eli-dl:had_participant_person <person/anna> ;
    ag:role meeting-role:member .
  <m3/dag> a ag:Attendance ; rdfs:label "Dag Ström, föredragande" ; ag:atMeeting <m3> ; ag:present true ;
    eli-dl:had_participant_person <person/dag> ; ag:role meeting-role:presenter ; ag:roleText "politisk sekreterare" ;
    ag:organisationName "Länsstyrelsen" ; ag:presence <m3/dag/presence> .
  <m3/dag/presence> a ag:PresenceInterval ; ag:items "2, 4 b" .
  <m3/2> a ag:AgendaItem ; rdfs:label "§ 2 Läget" ; ag:ofMeeting <m3> ; ag:itemNumber "2" ; dcterms:title "Läget" .
  <m3/12> a ag:AgendaItem ; rdfs:label "§ 12 Övrigt" ; ag:ofMeeting <m3> ; ag:itemNumber "12" ; dcterms:title "Övrigt" .
  <m3/12/d1> a ag:DecisionPoint ; rdfs:label "Enligt förslag" ; ag:ofItem <m3/12> ; eli:number 1 ; ag:text "Enligt förslag" .
}
"""
TRIG = PROLOGUE + IDENTITY + BOARD_IN_JANUARY + BOARD_IN_JUNE + COMMITTEE


def sample_graphs(trig: str = TRIG) -> Iterator[tuple[NamedNode, list[Quad]]]:
    """Yield the graphs with their quads."""
    graphs: defaultdict[NamedNode, list[Quad]] = defaultdict(list)
    for quad in ox.parse(trig, format=ox.RdfFormat.TRIG):
        assert isinstance(quad, Quad)
        assert isinstance(quad.graph_name, NamedNode)
        graphs[quad.graph_name].append(quad)
    yield from graphs.items()


def sample_store() -> GraphStore:
    """Open a store in memory that holds the sample."""
    store = GraphStore.open()
    store.replace_graphs(sample_graphs())
    return store
