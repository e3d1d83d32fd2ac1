"""The projection to nodes and relationships: complete, typed, in order, named by the schema."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode
from query_samples import BASE, PROLOGUE, sample_graphs, sample_store

from graph.projection import BASE_LABEL, Link, Node, count, label_names, project
from graph.projection_values import properties_of
from graph.search import iri_key
from graph.shortcuts import SHORTCUTS
from graph.store import GraphStore
from ontology.iris import ontology_graph, reference_graph
from ontology.property_graph import property_graph
from ontology.quads import ontology_quads, reference_quads
from ontology.terms import AG, DCTERMS, ELI, RDFS, SKOS, XSD
from ontology.vocabulary import split_iri

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def nodes_of(store: GraphStore) -> dict[str, Node]:
    return {node.iri.removeprefix(BASE): node for node in project(store)}


def store_of(trig: str) -> GraphStore:
    store = GraphStore.open()
    store.replace_graphs(sample_graphs(PROLOGUE + trig))
    return store


def test_a_meeting_is_a_node_with_typed_values_and_links() -> None:
    with sample_store() as store:
        meeting = nodes_of(store)["m1"]
    assert meeting.labels == ("Meeting",)
    assert meeting.properties["date"] == dt.date(2024, 1, 10)
    assert meeting.properties["iri"] == f"{BASE}m1"
    assert meeting.links == (Link("HELD_BY", f"{BASE}body/styrelsen", derived=False),)


def test_partial_dates_stay_text_and_many_values_are_a_list() -> None:
    with sample_store() as store:
        nodes = nodes_of(store)
    assert nodes["m1/7/a2/membership"].properties["until"] == "2026-06"
    assert nodes["m1/7/a2/membership"].properties["endsOn"] == dt.date(2026, 6, 30)
    assert nodes["m1/7/u1"].properties["assigneeText"] == ("förbundschefen", "ordföranden")
    assert nodes["person/anna"].properties["searchKey"] == tuple(
        sorted(
            ("anna akesson ek", str(iri_key("person/anna")), str(iri_key("person/old")))
        )  # the old one is merged into her
    )


def test_evidence_is_a_node_with_its_place_and_quote() -> None:
    with sample_store() as store:
        span = nodes_of(store)["document/a#char=0,15"]
    assert (span.properties["beginIndex"], span.properties["endIndex"]) == (0, 15)
    assert span.properties["anchorOf"] == "Anna Ákesson Ek"
    assert span.links == (Link("REFERENCE_CONTEXT", f"{BASE}document/a", derived=False),)


def test_shortcuts_say_that_they_are_derived() -> None:
    with sample_store() as store:
        nodes = nodes_of(store)
    derived = {(link.type, link.target.removeprefix(BASE)) for link in nodes["person/anna"].links if link.derived}
    assert derived == {("ATTENDED", "m1"), ("ATTENDED", "m2"), ("ATTENDED", "m3"), ("MEMBER_OF", "group/oecd")}
    assert Link("SERVED_FOR", f"{BASE}person/borje", derived=True) in nodes["person/cecilia"].links
    stated = {link.type for node in nodes.values() for link in node.links if not link.derived}
    assert not stated & {shortcut.type for shortcut in SHORTCUTS}


def test_links_to_a_merged_iri_lead_to_the_one_that_holds() -> None:
    with store_of(
        "<g> { <person/old> dcterms:isReplacedBy <person/new> . <person/new> dcterms:isReplacedBy <person/newest> ."
        " <person/newest> a person:Person . <f> a ag:Attendance ; eli-dl:had_participant_person <person/old> . }"
    ) as store:
        nodes = nodes_of(store)
    assert nodes["f"].links == (Link("HAD_PARTICIPANT_PERSON", f"{BASE}person/newest", derived=False),)
    assert nodes["person/old"].links == (Link("IS_REPLACED_BY", f"{BASE}person/new", derived=False),)


def test_redirects_in_a_circle_end() -> None:
    with store_of(
        "<g> { <a> dcterms:isReplacedBy <b> . <b> dcterms:isReplacedBy <a> . <f> ag:appointee <a> . }"
    ) as store:
        assert {link.type for link in nodes_of(store)["f"].links} == {"APPOINTEE"}


def test_the_ontology_is_left_out_and_its_code_lists_are_in() -> None:
    store = GraphStore.open()
    store.replace_graphs([(ontology_graph(BASE), ontology_quads(BASE)), (reference_graph(BASE), reference_quads(BASE))])
    nodes = nodes_of(store)
    chair = nodes["https://w3id.org/aktorsgraf/ns/meeting-role/chair"]
    assert (chair.properties["label_sv"], chair.properties["label_en"]) == ("ordförande", "chair")
    assert chair.properties["notation"] == "chair"
    assert AG.Meeting.value not in nodes
    known = set(label_names())
    assert all(set(node.labels) <= known for node in nodes.values())
    assert not any(link.target == "https://w3id.org/aktorsgraf/ns" for node in nodes.values() for link in node.links)


def test_every_triple_is_a_label_a_property_or_a_relationship() -> None:
    with sample_store() as store:
        nodes = nodes_of(store)
        triples = {quad.triple for quad in store.quads()}
    schema = property_graph()
    types = Counter(t.object.value for t in triples if t.predicate.value == RDF_TYPE)
    counts = count(nodes.values())
    assert counts.labels == dict(sorted((schema.labels[iri].name, number) for iri, number in types.items()))
    assert Counter(one for node in nodes.values() for one in node.properties.get("types", ())) == Counter(
        {":".join(split_iri(iri)): number for iri, number in types.items()}
    )
    links = Counter(
        schema.relationships[t.predicate.value].name
        for t in triples
        if isinstance(t.object, NamedNode) and t.predicate.value != RDF_TYPE
    )
    shortcuts = {shortcut.type for shortcut in SHORTCUTS}
    assert {name: n for name, n in counts.types.items() if name not in shortcuts} == dict(sorted(links.items()))
    literals = sum(isinstance(t.object, ox.Literal) for t in triples)
    values = [
        value for node in nodes.values() for name, value in node.properties.items() if name not in {"iri", "types"}
    ]
    assert sum(len(value) if isinstance(value, tuple) else 1 for value in values) == literals
    targets = {link.target.removeprefix(BASE) for node in nodes.values() for link in node.links}
    assert targets <= set(nodes)


def test_the_order_of_writing_does_not_matter() -> None:
    graphs = list(sample_graphs())
    backwards = GraphStore.open()
    backwards.replace_graphs((name, quads[::-1]) for name, quads in reversed(graphs))
    with sample_store() as store, backwards:
        forwards = list(project(store))
        assert list(project(backwards)) == forwards
    assert [node.iri for node in forwards] == sorted(node.iri for node in forwards)
    assert len({node.content_key for node in forwards}) == len(forwards)


def test_values_that_do_not_fit_are_kept_beside() -> None:
    properties = properties_of(
        [
            (DCTERMS.date.value, Literal("i våras", datatype=XSD.date)),
            (ELI.number.value, Literal("9" * 30, datatype=XSD.integer)),
            (AG.present.value, Literal("kanske", datatype=XSD.boolean)),
            (AG.task.value, Literal("b")),
            (AG.task.value, Literal("a")),
            (RDFS.label.value, Literal("namn", language="sv")),
            (RDFS.label.value, Literal("name", language="en")),
            (SKOS.prefLabel.value, Literal("Name", language="en-gb")),
        ]
    )
    assert properties == {
        "date_text": "i våras",
        "label_en": "name",
        "label_en_gb": "Name",
        "label_sv": "namn",
        "number_text": "9" * 30,
        "present_text": "kanske",
        "task": "a",
        "task_all": ("a", "b"),
    }


def test_a_class_that_is_called_like_one_of_ours_keeps_its_prefix() -> None:
    with store_of(
        "<g> { <a> a ag:Statement . <b> a <http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement> . }"
    ) as store:
        nodes = nodes_of(store)
    assert (nodes["a"].labels, nodes["b"].labels) == (("Statement",), ("rdf_Statement",))
    assert nodes["b"].properties["types"] == ("rdf:Statement",)


def test_the_base_label_is_no_term() -> None:
    assert BASE_LABEL not in label_names()
