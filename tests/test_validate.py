from __future__ import annotations

import warnings
from collections.abc import Sequence
from itertools import chain

import pyoxigraph as ox
import pytest
import rdflib
from growth import grows_at_most
from hypothesis import given, settings
from hypothesis import strategies as st
from validation_broken import BROKEN
from validation_samples import GOOD, V, W, changed, graph_of

from graph.shacl import read_shapes
from graph.validate import OF_THE_WHOLE, Violation, check, validate
from graph.validation_report import as_turtle
from ontology.iris import DEFAULT_BASE
from ontology.quads import ontology_quads, reference_quads
from ontology.rules import rules
from ontology.turtle import SHAPES, SHAPES_WHOLE, read_data
from ontology.vocabulary import Kind, terms


def test_a_good_graph_holds() -> None:
    assert validate(graph_of(GOOD)) == ()


def test_a_good_graph_holds_as_read_by_rdflib() -> None:
    assert validate(rdflib.Graph().parse(data=GOOD, format="turtle")) == ()


def test_the_ontology_and_the_reference_data_hold() -> None:
    assert validate([*ontology_quads(DEFAULT_BASE), *reference_quads(DEFAULT_BASE)]) == ()


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_graph_is_told(name: str) -> None:
    changes, expected = BROKEN[name]
    found = validate(graph_of(changed(*changes)))
    assert {(one.severity, one.shape, one.path) for one in found} == expected
    for one in found:
        assert one.focus
        assert one.message_sv.endswith(".")
        assert one.message_en.endswith(".")
        assert one.message_sv != one.message_en
        assert one.constraint


@pytest.mark.parametrize(
    "name",
    [
        "a meeting on no day",
        "a span with no number",
        "an attendance in words",
        "an appointment in a month that is none",
        "a mention of a thing",
    ],
)
def test_both_ways_of_reading_find_the_same(name: str) -> None:
    text = changed(*BROKEN[name][0])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # rdflib tells on its own of literals that are none
        by_rdflib = rdflib.Graph().parse(data=text, format="turtle")
    assert {(v.severity, v.focus, v.shape) for v in validate(by_rdflib)} == {
        (v.severity, v.focus, v.shape) for v in validate(graph_of(text))
    }


@pytest.mark.parametrize(
    "value",
    [
        "_:blank",
        "<urn:x>",
        '"text"',
        '"2024"@sv',
        "5",
        '"x"^^<urn:unknown>',
        '"2024-10-25T00:00:00"^^xsd:dateTime',
        '"20241025"^^xsd:date',
    ],
)
@pytest.mark.parametrize("old", ['dcterms:date "2024-10-25"^^xsd:date', 'ag:adjustedOn "2024-11-01"^^xsd:date'])
def test_a_date_that_is_none_is_told_whatever_it_is(old: str, value: str) -> None:
    found = validate(graph_of(changed((old, f"{old.split(maxsplit=1)[0]} {value}"))))
    assert (V, old.split(maxsplit=1)[0]) in {(one.severity, one.path) for one in found}
    assert as_turtle(found)


def test_pyshacl_finds_the_same() -> None:
    broken = [changed(*changes) for changes, _ in BROKEN.values()]
    triples = [
        triple
        for place, text in enumerate(broken)
        for triple in ox.parse(text.replace("example.org/id/", f"example.org/{place}/").encode(), ox.RdfFormat.TURTLE)
    ]
    assert validate(triples) == check(triples, OF_THE_WHOLE)


@given(st.data())
@settings(max_examples=8)
def test_pyshacl_finds_the_same_whatever_is_taken_out_or_mixed_up(data: st.DataObject) -> None:
    triples = sorted(ox.parse(GOOD.encode(), format=ox.RdfFormat.TURTLE), key=str)
    gone = data.draw(st.sets(st.sampled_from(range(len(triples))), max_size=12))
    moved = data.draw(
        st.dictionaries(st.sampled_from(range(len(triples))), st.sampled_from(range(len(triples))), max_size=12)
    )
    mixed = [
        ox.Triple(one.subject, one.predicate, triples[moved.get(place, place)].object)
        for place, one in enumerate(triples)
        if place not in gone
    ]
    assert comparable(validate(mixed)) == comparable(check(mixed, OF_THE_WHOLE))


def comparable(found: Sequence[Violation]) -> list[Violation]:
    """Leave out what compares values of a node that has one of a wrong type: rdflib puts types in an order, SHACL does not."""
    odd = {one.focus for one in found if one.constraint in {"Datatype", "NodeKind"}}
    return [one for one in found if not (one.focus in odd and one.constraint.startswith("LessThan"))]


def test_a_constraint_that_is_not_known_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    text = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ags: <https://w3id.org/aktorsgraf/shapes#> .
        ags:S a sh:NodeShape ; sh:targetClass ags:C ; sh:property [ sh:path ags:p ; sh:qualifiedMinCount 1 ] ."""
    triples = tuple(quad.triple for quad in ox.parse(text.encode(), format=ox.RdfFormat.TURTLE))
    monkeypatch.setattr("graph.shacl.read.read_turtle", lambda _: triples)
    with pytest.raises(ValueError, match="shape S: sh:qualifiedMinCount is not known"):
        read_shapes(("made-up.ttl",))


def test_every_class_of_ours_has_a_shape() -> None:
    shapes = [rule for name in (SHAPES, SHAPES_WHOLE) for rule in rules(name)]
    about = {one for rule in shapes for one in rule.about}
    ours = {term.name for term in terms() if term.kind is Kind.CLASS and term.prefix == "ag" and term.iri not in about}
    assert ours == {"Fact"}  # nothing is only a fact


def test_every_shape_is_shown_broken() -> None:
    shown = {shape for _, expected in BROKEN.values() for _, shape, _ in expected}
    shapes = {
        quad.subject.value.rpartition("#")[2]
        for name in (SHAPES, SHAPES_WHOLE)
        for quad in ox.parse(read_data(name).encode(), format=ox.RdfFormat.TURTLE)
        if quad.object == ox.NamedNode("http://www.w3.org/ns/shacl#NodeShape")
        and isinstance(quad.subject, ox.NamedNode)
    }
    assert shown | {"KnownMeetingShape"} == shapes


def test_a_violation_tells_what_where_and_by_which_evidence() -> None:
    (found,) = validate(graph_of(changed(('ag:due "2024-11-01"^^xsd:date', 'ag:due "november"'))))
    assert found == Violation(
        severity=V,
        focus="https://example.org/id/meeting/m/item/1/assignment/t",
        label="Förbundschef: svara",
        shape="AssignmentShape",
        path="ag:due",
        value="november",
        message_sv="Dagen då uppdraget ska vara utfört är inget datum.",
        message_en="The task's deadline is no date.",
        evidence=("Styrelsen",),
        constraint="Datatype",
    )
    assert found.message("sv") == found.message_sv
    assert found.message("en") == found.message_en


def test_a_membership_rests_on_the_evidence_of_its_appointment() -> None:
    (found,) = validate(graph_of(changed(('ag:decidedOn "2024-10-25"', 'ag:decidedOn "2025-10-25"'))))
    assert found.evidence == ("Eva Alm",)


def test_a_substitute_may_serve_for_somebody_who_is_there_for_another_part() -> None:
    assert validate(graph_of(changed(("ag:present false", "ag:present true")))) == ()


def test_one_document_alone_need_not_describe_what_others_do() -> None:
    text = changed(('<person/bo> a person:Person, foaf:Person ; rdfs:label "Bo Ek" .', ""))
    assert validate(graph_of(text), whole=False) == ()
    assert validate(graph_of(changed(('ag:task "svara" ;', ""))), whole=False) != ()


def test_the_worst_comes_first_and_the_order_is_fixed() -> None:
    text = changed(("ag:heldBy <body/s> ;", ""), ('ag:task "svara" ;', ""), ('ag:itemNumber "1" ;', ""))
    found = validate(graph_of(text))
    assert [one.severity for one in found] == [V, V, W]
    assert found == validate(graph_of(text))


def test_quads_of_several_graphs_are_one_graph() -> None:
    triples = list(ox.parse(GOOD.encode(), format=ox.RdfFormat.TURTLE))
    quads = [
        ox.Quad(t.subject, t.predicate, t.object, ox.NamedNode(f"https://example.org/graph/{i % 3}"))
        for i, t in enumerate(triples)
    ]
    assert validate(quads) == ()


def test_validation_leaves_the_graph_as_it_was(capfd: pytest.CaptureFixture[str]) -> None:
    graph = graph_of(changed(('dcterms:date "2024-10-25"^^xsd:date', 'dcterms:date "2024-02-30"^^xsd:date')))
    before = len(graph)
    validate(graph)
    assert len(graph) == before
    assert capfd.readouterr() == ("", "")


def test_four_times_the_graph_takes_four_times_as_long() -> None:
    parts = [
        GOOD.replace("<meeting/m", f"<meeting/m{i}")
        .replace("<document/", f"<document/{i}-")
        .replace("<group/s", f"<group/s{i}")
        .replace("<correction/c", f"<correction/c{i}")
        for i in range(80)
    ]
    quads = [list(ox.parse(part.encode(), format=ox.RdfFormat.TURTLE)) for part in parts]

    def check_so_many(size: int) -> None:
        assert validate(list(chain.from_iterable(quads[:size]))) == ()

    assert grows_at_most(8, check_so_many, 20, 80)
