from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode

from ontology import iris
from ontology.quads import ontology_quads, reference_quads
from ontology.reference import (
    counties,
    find_county,
    find_municipality,
    find_party,
    municipalities,
    municipality_forms,
    parties,
)
from ontology.terms import ADMS, AG, CV, OWL, RDF, RDFS, SKOS

BASE = "https://data.example/id/"


def test_all_of_sweden_is_there() -> None:
    assert len(municipalities()) == 290
    assert len(counties()) == 21
    assert {municipality.county for municipality in municipalities()} == set(counties())
    assert [party.abbreviation for party in parties()] == ["S", "M", "C", "L", "SD", "MP", "V", "KD"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Habo", "0643"),
        ("Habo kommun", "0643"),
        ("Håbo", "0305"),
        ("Håbo kommun", "0305"),
        ("håbo", "0305"),
        ("Vaggeryds kommun", "0665"),
        ("Vaggeryd kommun", "0665"),
        ("Östersunds", "2380"),
        ("Östersund", "2380"),
        ("ÖSTERSUNDS  KOMMUN", "2380"),
        ("Ostersunds kommun", "2380"),
        ("Jonkopings kommun", "0680"),
        ("Jönköpings\nkommun", "0680"),
        ("Malmö stad", "1280"),
        ("Göteborgs Stad", "1480"),
        ("Borås Stad", "1490"),
        ("A\N{COMBINING RING ABOVE}re", "2321"),
    ],
)
def test_municipalities_in_the_forms_of_minutes(text: str, code: str) -> None:
    found = find_municipality(text)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    "text", ["", "kommun", "Kyrkan", "Mariehamn", "Region Skåne", "Hàbo", "Östersund och Krokom", "län"]
)
def test_what_is_no_municipality_or_could_be_two(text: str) -> None:
    assert find_municipality(text) is None


def test_every_form_of_every_municipality_finds_just_it() -> None:
    for municipality in municipalities():
        for form in municipality_forms(municipality):
            assert find_municipality(form) is municipality
            assert find_municipality(form.upper()) is municipality


def test_the_county_of_a_municipality() -> None:
    found = find_municipality("Åre")
    assert found is not None
    assert found.county.name == "Jämtlands län"


@pytest.mark.parametrize(
    ("text", "code"),
    [("Jönköpings län", "06"), ("Jonkopings lan", "06"), ("Jämtland", "23"), ("Dalarna", "20"), ("Dalarnas län", "20")],
)
def test_counties(text: str, code: str) -> None:
    found = find_county(text)
    assert found is not None
    assert found.code == code
    assert find_county("Norrland") is None


@pytest.mark.parametrize(
    ("text", "abbreviation"),
    [
        ("S", "S"),
        ("s", "S"),
        ("FP", "L"),
        ("VPK", "V"),
        ("kds", "KD"),
        ("Centerpartiet", "C"),
        ("Miljöpartiet de gröna", "MP"),
    ],
)
def test_parties(text: str, abbreviation: str) -> None:
    found = find_party(text)
    assert found is not None
    assert found.abbreviation == abbreviation


@pytest.mark.parametrize("text", ["VV", "FiA", "D", "", "ÖP", "partiet"])
def test_local_parties_are_no_party_of_the_riksdag(text: str) -> None:
    assert find_party(text) is None


def test_reference_quads_describe_a_municipality() -> None:
    quads = list(reference_quads(BASE))
    ostersund = iris.municipality_iri(BASE, "2380")
    facts = {(quad.predicate, quad.object) for quad in quads if quad.subject == ostersund}
    assert {quad.graph_name for quad in quads} == {iris.reference_graph(BASE)}
    assert len(set(quads)) == len(quads)
    assert facts >= {
        (RDF.type, CV.PublicOrganisation),
        (RDFS.label, Literal("Östersund")),
        (SKOS.altLabel, Literal("Östersunds kommun")),
        (AG.municipalityCode, Literal("2380")),
        (AG.county, iris.county_iri(BASE, "23")),
        (ADMS.identifier, iris.identifier_iri(ostersund)),
    }


def test_reference_quads_describe_a_party() -> None:
    liberals = iris.party_iri(BASE, "L")
    facts = {(quad.predicate, quad.object) for quad in reference_quads(BASE) if quad.subject == liberals}
    assert facts == {
        (RDF.type, AG.Party),
        (RDFS.label, Literal("Liberalerna")),
        (AG.abbreviation, Literal("L")),
        (SKOS.altLabel, Literal("FP")),
        (OWL.sameAs, NamedNode("http://www.wikidata.org/entity/Q110857")),
    }


def test_ontology_quads_carry_labels_and_no_blank_nodes() -> None:
    quads = list(ontology_quads(BASE))
    assert {quad.graph_name for quad in quads} == {iris.ontology_graph(BASE)}
    assert all(isinstance(quad.subject, NamedNode) for quad in quads)
    labels = {(quad.subject, quad.object) for quad in quads if quad.predicate in (RDFS.label, SKOS.prefLabel)}
    assert (AG.Meeting, Literal("sammanträde", language="sv")) in labels
    assert (iris.code_iri("body-role", "convener"), Literal("sammankallande", language="sv")) in labels
