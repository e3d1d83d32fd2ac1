"""Rows of the network as selected from a store that holds a graph a document."""

import datetime as dt

import pyoxigraph as ox
import pytest

from graph.network.bodies import body_network
from graph.network.facts import BodyRow, Quote
from graph.network.gather import network_facts
from graph.network.ties import NetworkRows, TieRow, tie_rows

DATA = """
@prefix ag: <https://w3id.org/aktorsgraf/ns#> .
@prefix body-role: <https://w3id.org/aktorsgraf/ns/body-role/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix eli-dl: <http://data.europa.eu/eli/eli-draft-legislation-ontology#> .
@prefix meeting-role: <https://w3id.org/aktorsgraf/ns/meeting-role/> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix person: <http://www.w3.org/ns/person#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <https://example.org/> .

:graph-1 {
  :doc-1 a ag:Document ; rdfs:label "styrelsen.txt" .
  :meeting-1 a ag:Meeting ; ag:heldBy :board ; dcterms:date "2024-10-25"^^xsd:date .
  :seen-1 a ag:Attendance ; ag:atMeeting :meeting-1 ; eli-dl:had_participant_person :anna-old ;
    ag:role meeting-role:member , meeting-role:adjuster ; ag:present true ; ag:party :s ; ag:municipality :are ;
    prov:wasDerivedFrom :span-1 .
  :span-1 nif:anchorOf "Anna Ek (S), Åre" ; nif:referenceContext :doc-1 .
  :seen-2 a ag:Attendance ; ag:atMeeting :meeting-1 ; eli-dl:had_participant_person :bo ;
    ag:role meeting-role:member ; ag:present false .
  :group a ag:WorkingGroup ; rdfs:label "Arbetsgrupp för skolskjuts" ; org:unitOf :board ;
    ag:groupKindText "arbetsgrupp" ; org:purpose "Utreda skolskjutsen" .
  :elected a ag:Appointment ; prov:generated :membership ; prov:wasDerivedFrom :span-2 .
  :span-2 nif:anchorOf "utse Anna Ek, sammankallande" ; nif:referenceContext :doc-1 .
  :membership a org:Membership ; org:member :anna ; org:organization :group ; ag:role body-role:convener ;
    ag:roleText "politisk sekreterare" ; ag:decidedOn "2024-10-25"^^xsd:date ;
    ag:beginsOn "2025-01-01"^^xsd:date ; ag:endsOn "2026-12-31"^^xsd:date ; ag:party :local .
}
:graph-2 {
  :meeting-2 a ag:Meeting ; ag:heldBy :board ; dcterms:date "2024-12-06"^^xsd:date .
  :seen-3 a ag:Attendance ; ag:atMeeting :meeting-2 ; eli-dl:had_participant_person :anna ; ag:role meeting-role:member .
}
:identity {
  :anna a person:Person ; rdfs:label "Anna Ek" .
  :bo a person:Person ; rdfs:label "Bo Alm" .
  :anna-old dcterms:isReplacedBy :anna .
  :board rdfs:label "Styrelsen" ; org:unitOf :federation .
  :federation rdfs:label "Kommunförbundet" .
}
:reference {
  :s ag:abbreviation "S" ; rdfs:label "Socialdemokraterna" .
  :local rdfs:label "Vår vilja" .
  :are rdfs:label "Åre" .
}
"""
DAY = dt.date(2024, 10, 25)
HERE = "https://example.org/"


class Union:
    """A store that answers over the union of its graphs, as the project's does."""

    def __init__(self, trig: str) -> None:
        self.store = ox.Store()
        self.store.load(trig, ox.RdfFormat.TRIG)

    def query(self, sparql: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        return self.store.query(sparql, use_default_graph_as_union=True)


@pytest.fixture(scope="module")
def rows() -> NetworkRows:
    return tie_rows(network_facts(Union(DATA)))


def test_bodies_and_groups_with_their_place(rows: NetworkRows) -> None:
    assert rows.bodies == (
        BodyRow(
            iri=f"{HERE}board",
            label="Styrelsen",
            kind="body",
            parent=f"{HERE}federation",
            organisation="Kommunförbundet",
            meetings=2,
        ),
        BodyRow(
            iri=f"{HERE}group",
            label="Arbetsgrupp för skolskjuts",
            kind="group",
            parent=f"{HERE}board",
            organisation="Kommunförbundet",
            noun="arbetsgrupp",
            task="Utreda skolskjutsen",
        ),
    )


def test_a_merged_person_is_one_with_all_that_was_seen(rows: NetworkRows) -> None:
    assert rows.ties[0] == TieRow(
        person=f"{HERE}anna",
        name="Anna Ek",
        body=f"{HERE}board",
        roles=("adjuster", "member"),
        party="S",
        municipality="Åre",
        first=DAY,
        last=dt.date(2024, 12, 6),
        meetings=2,
        quotes=(Quote("Anna Ek (S), Åre", "styrelsen.txt", DAY),),
    )


def test_a_membership_spans_the_election_and_the_term(rows: NetworkRows) -> None:
    assert rows.ties[1] == TieRow(
        person=f"{HERE}anna",
        name="Anna Ek",
        body=f"{HERE}group",
        roles=("convener", "politisk sekreterare"),
        party="Vår vilja",
        first=DAY,
        last=dt.date(2026, 12, 31),
        quotes=(Quote("utse Anna Ek, sammankallande", "styrelsen.txt", DAY),),
    )


def test_an_absent_member_is_tied_but_attended_nothing(rows: NetworkRows) -> None:
    assert (rows.ties[2].person, rows.ties[2].meetings) == (f"{HERE}bo", 0)


def test_a_meeting_of_nobody_known_ties_nobody() -> None:
    without = DATA.replace(":meeting-1 a ag:Meeting ; ag:heldBy :board ;", ":meeting-1 a ag:Meeting ;")
    tie = tie_rows(network_facts(Union(without))).ties[0]
    assert (tie.body, tie.meetings, tie.quotes) == (f"{HERE}board", 1, ())


def test_a_merged_group_stays_a_group() -> None:
    merged = DATA.replace(":anna-old dcterms", ":a-unit dcterms:isReplacedBy :group . :anna-old dcterms").replace(
        "org:organization :group", "org:organization :a-unit"
    )
    rows = tie_rows(network_facts(Union(merged)))
    assert [(body.iri, body.kind) for body in rows.bodies] == [(f"{HERE}board", "body"), (f"{HERE}group", "group")]


def test_rows_make_the_network(rows: NetworkRows) -> None:
    assert list(body_network(rows)) == [f"{HERE}group", f"{HERE}board", f"{HERE}anna"]


def test_an_empty_store_has_no_rows() -> None:
    assert tie_rows(network_facts(Union(""))) == NetworkRows((), ())
