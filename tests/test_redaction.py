"""People who are left out are left out of facts, links, quotes and names, in every format; those who stay, stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from build_samples import build_inline
from left_out_samples import board_minutes
from pyoxigraph import Literal, NamedNode, Quad

from aktorsgraf.workspace import Workspace
from graph.public import public_view, without_public_role
from graph.redaction import Hidden, redacted
from graph.store import GraphStore
from ontology.terms import AG, ELI_DL, NIF, RDF, RDFS, SKOS

BASE = "https://w3id.org/aktorsgraf/id/"
GRAPH = NamedNode(f"{BASE}graph/a")
ANNA, BO = (NamedNode(f"{BASE}person/{name}") for name in ("anna-karin-ek-1", "bo-ek-2"))
NAME = "Åsa-Britt Kvillberg"
MINUTES = board_minutes(
    f"""Emil Hallgård (S)
Övriga deltagare
{NAME}, inbjuden gäst
""",
    f"""§ 1 Trafik vid skolan
Boende vid skolan, bland andra {NAME}, har hört av sig. Kvillbergs brev bifogas.
Kommunstyrelsen beslutar
att besvara brevet från Kvillberg, Åsa-
Britt senast 2024-06-01.
""",
)


def quad(subject: NamedNode, predicate: NamedNode, value: NamedNode | str) -> Quad:
    return Quad(subject, predicate, Literal(value) if isinstance(value, str) else value, GRAPH)


def fact(name: str, kind: NamedNode) -> tuple[NamedNode, Quad]:
    node = NamedNode(f"{BASE}meeting/x/2024-01-01/{name}")
    return node, quad(node, RDF.type, kind)


def texts(quads: list[Quad]) -> list[str]:
    return [one.object.value for one in quads if isinstance(one.object, Literal)]


def masked(text: str, *others: Quad) -> str:
    span = NamedNode(f"{BASE}document/a#char=0,{len(text)}")
    left = redacted([quad(span, NIF.anchorOf, text), *others], Hidden(frozenset({ANNA}), frozenset({"Anna-Karin Ek"})))
    return next(one.object.value for one in left if one.subject == span and isinstance(one.object, Literal))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Brev från Anna-Karin Ek (S).", "Brev från ****-***** ** (S)."),
        ("Anna-\nKarin\nEk och Anna-Karin Eks svar", "****-\n*****\n** och ****-***** *** svar"),
        ("Ek, Anna-Karin; ANNA-KARIN EK", "**, ****-*****; ****-***** **"),
        ("Anna-Karin Ekman, Marianna-Karin Ek", "****-***** Ekman, Marianna-Karin Ek"),
    ],
)
def test_every_form_of_a_name_is_masked_in_its_length(text: str, left: str) -> None:
    assert masked(text) == left
    assert len(left) == len(text)


def test_a_surname_alone_is_masked_where_nobody_who_stays_has_it() -> None:
    hidden = Hidden(frozenset({ANNA}), frozenset({"Anna Alm"}))
    span = NamedNode(f"{BASE}document/a#char=0,9")
    bo = NamedNode(f"{BASE}person/bo-alm-2")
    assert texts(redacted([quad(span, NIF.anchorOf, "Alm yrkar, en alm")], hidden)) == ["*** yrkar, en alm"]
    beside = [quad(span, NIF.anchorOf, "Alm yrkar"), quad(bo, SKOS.altLabel, "Bo Alm")]
    assert texts(redacted(beside, hidden)) == ["Alm yrkar", "Bo Alm"]


def test_a_part_of_a_name_alone_is_masked_in_capitals_too() -> None:
    hidden = Hidden(frozenset({ANNA}), frozenset({"Gösta Hemlig"}))
    span = NamedNode(f"{BASE}document/a#char=0,9")
    mention = NamedNode(f"{BASE}document/a/mention/body/aven-gosta-hemlig")
    quads = [
        quad(span, NIF.anchorOf, "GÖSTA tog upp hemlig sak; Hemlig"),
        quad(mention, RDFS.label, "Även Gösta Hemlig"),
    ]
    assert texts(redacted(quads, hidden)) == ["***** tog upp hemlig sak; ******"]


def test_a_namesake_who_stays_keeps_the_name() -> None:
    assert masked("Anna-Karin Ek yrkar", quad(BO, SKOS.altLabel, "Anna-Karin Ek")) == "Anna-Karin Ek yrkar"


def test_facts_about_somebody_go_with_what_hangs_on_them_and_of_others_the_link() -> None:
    attendance, attendance_type = fact("attendance/anna-karin-ek", AG.Attendance)
    other, other_type = fact("attendance/bo-ek", AG.Attendance)
    task, task_type = fact("item/1/assignment/1", AG.Assignment)
    presence = NamedNode(f"{attendance.value}/presence")
    quads = [
        attendance_type,
        quad(attendance, ELI_DL.had_participant_person, ANNA),
        quad(attendance, AG.asStated, "Anna-Karm Ek"),
        quad(presence, AG.items, "1-3"),
        other_type,
        quad(other, ELI_DL.had_participant_person, BO),
        quad(other, AG.substitutesFor, attendance),
        quad(other, RDFS.label, "Bo Ek, ersätter Anna-Karm Ek"),
        task_type,
        quad(task, AG.assignee, ANNA),
        quad(task, AG.assignee, BO),
        quad(ANNA, SKOS.altLabel, "Anna-Karin Ek"),
    ]
    left = redacted(quads, Hidden(frozenset({ANNA}), frozenset()))
    assert {one.subject for one in left} == {other, task}
    assert [one.object for one in left if one.subject == task] == [AG.Assignment, BO]
    assert texts(left) == ["Bo Ek, ersätter ****-**** **"]


def test_nobody_left_out_changes_nothing() -> None:
    quads = [quad(ANNA, SKOS.altLabel, "Anna-Karin Ek")]
    assert redacted(quads, Hidden(frozenset(), frozenset())) == quads


# --- the public view


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    folder = tmp_path_factory.mktemp("public")
    (folder / "ks.txt").write_text(MINUTES, encoding="utf-8")
    workspace = Workspace(folder / "workspace")
    build_inline(workspace.path, folder / "ks.txt")
    with workspace.open_store(read_only=True) as opened:
        yield opened


def test_who_has_no_public_role(store: GraphStore) -> None:
    hidden = without_public_role(store)
    assert NAME in hidden.names
    assert not hidden.names & {"Karin Ståhl", "Emil Hallgård"}


def test_offsets_and_lengths_of_masked_quotes_stay(store: GraphStore) -> None:
    with public_view(store) as view:
        ends = {one.subject: int(str(one.object.value)) for one in view.quads() if one.predicate == NIF.endIndex}
        quotes = {one.subject: str(one.object.value) for one in view.quads() if one.predicate == NIF.anchorOf}
    starts = {node: int(str(node).split("char=")[1].split(",")[0]) for node in quotes}
    assert any(re.search(r"\*\*\*", quote) for quote in quotes.values())
    assert all(ends[node] - starts[node] == len(quote) for node, quote in quotes.items())
