from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from pyoxigraph import NamedNode, RdfFormat, Triple, parse
from rdflib.namespace import DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS, VANN, DefinedNamespace

from loaders import minutes
from ontology import terms as generated_terms
from ontology.generate import generated, main
from ontology.iris import code_iri
from ontology.property_graph import property_graph
from ontology.turtle import (
    CODES,
    CORE,
    REUSED,
    SHAPES,
    SHAPES_WHOLE,
    alignment_names,
    prefixes,
    read_data,
    read_turtle,
)
from ontology.vocabulary import Kind, Term, schemes, split_iri, terms, version

SHACL = "http://www.w3.org/ns/shacl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
OURS = "https://w3id.org/aktorsgraf/"
CLOSE_MATCH = NamedNode("http://www.w3.org/2004/02/skos/core#closeMatch")


def iris_of(name: str) -> Iterator[str]:
    for triple in read_turtle(name):
        for term in (triple.subject, triple.predicate, triple.object):
            if isinstance(term, NamedNode):
                yield term.value


def declared() -> set[str]:
    concepts = {concept.iri for scheme in schemes() for concept in scheme.concepts}
    return {term.iri for term in terms()} | concepts | {scheme.iri for scheme in schemes()}


@pytest.mark.parametrize("name", [CORE, REUSED, CODES, SHAPES, SHAPES_WHOLE])
def test_no_term_outside_the_declared_ones(name: str) -> None:
    known = declared() | set(prefixes().values()) | {f"{OURS}ns", "https://www.apache.org/licenses/LICENSE-2.0"}
    # a list is written in RDF's own syntax, SHACL is the language of shapes, and datatypes are XML Schema's
    syntax = ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", SHACL, XSD, f"{OURS}shapes#")
    versions = re.compile(rf"{OURS}ns/\d+\.\d+\.\d+")
    unknown = {
        iri for iri in iris_of(name) if iri not in known and not iri.startswith(syntax) and not versions.fullmatch(iri)
    }
    assert unknown == set()


def test_superclasses_domains_and_ranges_are_declared() -> None:
    classes = {term.iri for term in terms() if term.kind is Kind.CLASS}
    for triple in read_turtle(CORE):
        if isinstance(triple.object, NamedNode) and split_iri(triple.predicate.value)[1] in (
            "subClassOf",
            "domain",
            "range",
        ):
            assert triple.object.value in classes or triple.object.value.startswith(XSD), triple


@pytest.mark.parametrize("term", terms(), ids=lambda term: f"{term.prefix}:{term.name}")
def test_every_term_has_labels_and_definitions_in_both_languages(term: Term) -> None:
    assert list(term.labels) == ["sv", "en"]
    assert list(term.definitions) == ["sv", "en"]
    assert all(definition.endswith(".") for definition in term.definitions.values())


def test_every_code_list_and_code_has_labels_and_definitions_in_both_languages() -> None:
    for scheme in schemes():
        assert list(scheme.labels) == list(scheme.definitions) == ["sv", "en"], scheme.iri
        for concept in scheme.concepts:
            assert list(concept.labels) == list(concept.definitions) == ["sv", "en"], concept.iri


def test_every_file_is_written_in_both_languages_alike() -> None:
    for name in (CORE, REUSED, CODES, SHAPES, SHAPES_WHOLE):
        text = read_data(name)
        assert text.count('"@sv') == text.count('"@en') > 0, name


def test_labels_of_our_classes_are_not_shared() -> None:
    for language in ("sv", "en"):
        labels = [term.labels[language] for term in terms() if term.prefix == "ag" and term.kind is Kind.CLASS]
        assert len(set(labels)) == len(labels)


def test_codes_have_the_iris_that_are_minted_for_them() -> None:
    for scheme in schemes():
        assert scheme.iri == f"{OURS}ns/{scheme.name}"
        assert len({concept.notation for concept in scheme.concepts}) == len(scheme.concepts)
        for concept in scheme.concepts:
            assert concept.iri == code_iri(scheme.name, concept.notation).value
            assert concept.broader is None or concept.broader in {other.iri for other in scheme.concepts}


def test_the_code_lists_hold_the_codes_of_parsed_minutes() -> None:
    attending = (
        "chair vice-chair member serving-substitute substitute secretary adjuster presenter official guest other"
    )
    assert list(generated_terms.MEETING_ROLES) == attending.split()
    assert {"representative", "reserve", "convener", "auditor", "member", "chair"} <= set(generated_terms.BODY_ROLES)
    assert list(generated_terms.RESERVATION_KINDS) == ["reservation", "disqualified", "not-taking-part", "note"]
    assert {"arbetsgrupp", "styrgrupp", "beredningsgrupp", "referensgrupp", "nätverk", "kommitté", "råd"} <= set(
        generated_terms.GROUP_KINDS
    )
    assert {"styrelse", "nämnd", "kommunförbund", "kommun"} <= set(generated_terms.BODY_KINDS)


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        (minutes.DecisionKind, generated_terms.DECISION_KINDS),
        (minutes.MotionKind, generated_terms.MOTION_KINDS),
        (minutes.ReservationKind, generated_terms.RESERVATION_KINDS),
        (minutes.Ballot, generated_terms.CHOICES),
        (minutes.ReferenceKind, generated_terms.REFERENCE_KINDS),
        (minutes.CountedKind, generated_terms.COUNT_KINDS),
        (minutes.GroupChange, generated_terms.GROUP_CHANGES),
        (get_type_hints(minutes.Departure)["kind"], generated_terms.DEPARTURE_KINDS),
    ],
)
def test_every_code_of_the_minutes_is_in_its_code_list(kind: object, codes: dict[str, NamedNode]) -> None:
    assert get_args(kind)
    assert set(get_args(kind)) <= set(codes)


@pytest.mark.parametrize("name", alignment_names())
def test_alignments_are_close_matches_of_our_terms(name: str) -> None:
    own = {term.iri for term in terms() if term.prefix == "ag"}
    triples = list(read_turtle(name))
    assert triples
    for triple in triples:
        assert isinstance(triple.subject, NamedNode)
        assert triple.subject.value in own
        assert triple.predicate == CLOSE_MATCH
        assert isinstance(triple.object, NamedNode)
        assert not triple.object.value.startswith(OURS)


@pytest.mark.parametrize("name", alignment_names())
def test_every_aligned_term_is_named_with_where_it_was_seen(name: str) -> None:
    file = name.rpartition("/")[2]
    (row,) = [line for line in read_data("alignments/SOURCES.md").splitlines() if line.startswith(f"| {file} |")]
    if file == "schema-org.ttl":  # see below
        return
    aligned = {re.split("[/#]", str(triple.object).strip("<>"))[-1] for triple in read_turtle(name)}
    assert set(re.findall(r"`(\w+)`", row.rsplit("|", 2)[1])) == aligned


@pytest.mark.parametrize("namespace", [DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS, VANN], ids=str)
def test_terms_of_others_exist_where_rdflib_knows_the_vocabulary(namespace: type[DefinedNamespace]) -> None:
    used = {iri for name in (REUSED, CORE, *alignment_names()) for iri in iris_of(name)}
    names = {iri.removeprefix(str(namespace)) for iri in used if iri.startswith(str(namespace))} - {""}
    assert names
    assert {name for name in names if name not in namespace} == set()


def test_generated_files_are_what_the_turtle_gives(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0, capsys.readouterr().err


def test_generation_is_the_same_each_time() -> None:
    assert generated() == generated()


def test_drift_is_told_and_fails(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("ontology.generate.generated", lambda: {"terms.py": "something else"})
    assert main(["--check"]) == 1
    assert capsys.readouterr().err == "ontology/terms.py: not what the Turtle gives; run python -m ontology.generate\n"


def test_generate_says_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 2
    assert "usage" in capsys.readouterr().err


def test_constants_are_the_declared_terms() -> None:
    classes = [value for value in vars(generated_terms).values() if isinstance(value, type) and value is not NamedNode]
    constants = {node.value for cls in classes for node in vars(cls).values() if isinstance(node, NamedNode)}
    assert {iri for iri in constants if not iri.startswith(XSD)} == declared()


def test_context_reads_back_to_our_terms() -> None:
    context = read_data("context.jsonld").rstrip().removesuffix("}")
    document = f"""{context}, "id": "https://data.example/m", "type": "Meeting", "heldBy": "https://data.example/b",
        "adjustedOn": "2024-10-25", "meetingNumber": "4", "ag:person": "https://data.example/p"}}"""
    triples = {quad.triple for quad in parse(document.encode(), format=RdfFormat.JSON_LD)}
    turtle = """@prefix ag: <https://w3id.org/aktorsgraf/ns#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        @base <https://data.example/> .
        <m> a ag:Meeting ; ag:heldBy <b> ; ag:adjustedOn "2024-10-25"^^xsd:date ; ag:meetingNumber "4" ; ag:person <p> ."""
    expected: set[Triple] = {quad.triple for quad in parse(turtle.encode(), format=RdfFormat.TURTLE)}
    assert triples == expected


def test_the_ontology_tells_its_version() -> None:
    assert re.search(r'owl:versionInfo "\d+\.\d+\.\d+"', read_data(CORE))


def test_the_version_has_an_iri_of_its_own_and_follows_one_before() -> None:
    (iri,) = [t.object for t in read_turtle(CORE) if t.predicate.value.endswith("#versionIRI")]
    assert iri == NamedNode(f"{OURS}ns/{version()}")


def test_a_term_that_has_gone_points_to_the_one_to_use_instead() -> None:
    gone = [term for term in terms() if term.deprecated]
    assert gone
    for term in gone:
        (successor,) = [other for other in terms() if other.iri == term.replaced_by]
        assert not successor.deprecated, term
        assert successor.kind is term.kind, term
    assert not [term for term in terms() if term.replaced_by and not term.deprecated]


def test_terms_that_have_gone_are_used_nowhere() -> None:
    gone = {term.name for term in terms() if term.deprecated and term.prefix == "ag"}
    root = Path(__file__).parent.parent
    for room in ("aktorsgraf", "graph", "loaders", "queries", "ontology"):
        for path in sorted((root / room).rglob("*.*")):
            if path.suffix in (".py", ".rq", ".cypher") or path.name.startswith("shapes") or "alignments" in path.parts:
                written = set(re.findall(r"\b(?:AG\.|ag:)(\w+)", path.read_text(encoding="utf-8")))
                assert not written & gone, path


def test_the_property_graph_gives_each_thing_one_plain_name() -> None:
    schema = property_graph()
    assert schema.version == version()
    for rows in (schema.labels, schema.relationships, schema.properties):
        ours = [row.name for row in rows.values() if row.iri.startswith(f"{OURS}ns#")]
        assert len(set(ours)) == len(ours)
        assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", row.name) for row in rows.values())
        assert all(rows[iri].iri == iri for iri in rows)
    keys = [row.name for row in schema.properties.values()]
    assert len(set(keys)) == len(keys)
    assert "iri" not in keys
    assert schema.labels[f"{OURS}ns#WorkingGroup"].parents == ("Fact", "OrganizationalUnit", "Entity")
    assert schema.relationships[f"{OURS}ns#heldBy"].name == "HELD_BY"
    assert schema.relationships[
        "http://data.europa.eu/eli/eli-draft-legislation-ontology#had_participant_person"
    ].name == ("HAD_PARTICIPANT_PERSON")
    assert schema.properties["http://purl.org/dc/terms/date"].type == "date"
    assert schema.properties[f"{OURS}ns#searchKey"].derived
    assert schema.properties[f"{OURS}ns#searchKey"].many


def test_an_unknown_namespace_is_refused() -> None:
    with pytest.raises(ValueError, match="expected a term of a namespace"):
        split_iri("https://elsewhere.example/term")
