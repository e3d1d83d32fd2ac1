from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from ontology import iris
from ontology.reference import municipalities

SHA = "0123456789abcdef" * 4
DAY = dt.date(2024, 10, 25)
BASE = iris.DEFAULT_BASE
SEGMENT = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
HOSTILE = [
    "",
    " ",
    "…",
    "../..",
    "a/../b",
    "<script>alert(1)</script>",
    "> <http://evil.example/> .",
    '"quoted" \\ back',
    "%2e%2e%2f",
    "a#b?c=d",
    "line\nbreak\tand\x00null",
    "\ud800",
    "\u202eright to left",
    "Журавлёв",
    "名前",
    "\N{COMBINING RING ABOVE}" * 40,
    "x" * 100_000,
    "I.",
    "..",
    "ﬁﬀ²½",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Östersund", "ostersund"),
        ("Åsa Öberg-Ärlig", "asa-oberg-arlig"),
        ("140 b", "140-b"),
        ("4.13", "4.13"),
        ("§ 4.", "4"),
        ("Søren Æbelø", "soren-aebelo"),
        ("O’Brien & Co.", "o-brien-co"),
        ("  Två   ord\n", "tva-ord"),
        ("A\N{COMBINING DIAERESIS}rende", "arende"),
    ],
)
def test_slug_is_readable(text: str, expected: str) -> None:
    assert iris.slug(text) == expected


@given(st.text())
def test_slug_of_anything_is_a_safe_segment(text: str) -> None:
    made = iris.slug(text)
    assert SEGMENT.fullmatch(made)
    assert len(made) <= iris.SLUG_LENGTH


@given(st.text())
def test_slug_does_not_depend_on_case_or_blanks(text: str) -> None:
    assert iris.slug(f"  {text}\n") == iris.slug(text)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789-", max_size=60))
def test_slug_of_a_slug_is_itself(text: str) -> None:
    assert iris.slug(iris.slug(text)) == iris.slug(text)


def test_slug_tells_apart_what_it_cannot_spell() -> None:
    texts = ["Журавлёв", "Петров", "名前", "", "…", "x" * 100, "x" * 101, "A Ж", "A Щ"]
    assert len({iris.slug(text) for text in texts}) == len(texts)


def test_no_two_municipalities_share_a_slug() -> None:
    assert len({iris.slug(municipality.official) for municipality in municipalities()}) == 290
    assert len({iris.slug(municipality.name) for municipality in municipalities()}) == 290


@given(st.lists(st.text(), min_size=1), st.lists(st.text(), min_size=1))
def test_digest_depends_on_the_parts_and_their_borders(left: list[str], right: list[str]) -> None:
    assert (iris.digest8(*left) == iris.digest8(*right)) == (left == right)
    assert re.fullmatch(r"[0-9a-f]{8}", iris.digest8(*left))


def all_iris(text: str) -> list[NamedNode]:
    """Mint one of each kind with this text in every free place."""
    document = iris.document_iri(BASE, SHA)
    meeting = iris.meeting_iri(BASE, text, DAY, number=text)
    item = iris.item_iri(meeting, text)
    appointment = iris.appointment_iri(item, text, text, text)
    attendance = iris.attendance_iri(meeting, text)
    return [
        document,
        iris.graph_iri(BASE, SHA),
        iris.run_iri(BASE, text),
        iris.software_iri(BASE, text),
        iris.span_iri(document, 3, 9),
        iris.mention_iri(document, text, text),
        iris.warning_iri(document, text, text, 1, 2),
        meeting,
        attendance,
        iris.presence_iri(attendance),
        item,
        iris.decision_iri(item, text),
        iris.formation_iri(item, text),
        appointment,
        iris.membership_iri(appointment),
        iris.seat_iri(item, text, text),
        iris.assignment_iri(item, text, text),
        iris.recipient_iri(item, text),
        iris.statement_iri(item, text, text),
        iris.vote_iri(item, 1),
        iris.reservation_iri(item, text, text),
        iris.cited_document_iri(item, text),
        iris.person_iri(BASE, text, text),
        iris.organisation_iri(BASE, text),
        iris.body_iri(BASE, text, text),
        iris.group_iri(BASE, text, text, DAY, text),
        iris.place_iri(BASE, text),
        iris.party_iri(BASE, text),
        iris.local_party_iri(BASE, text, text),
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_gives_valid_iris_below_the_base(text: str) -> None:
    for iri in all_iris(text):
        path = iri.value.removeprefix(BASE).partition("#")[0]
        assert iri.value.startswith(BASE)
        assert all(SEGMENT.fullmatch(segment) for segment in path.split("/")), iri
    assert iris.code_iri(text, text).value.startswith(iris.CODES)


@given(st.text())
def test_any_text_gives_valid_iris(text: str) -> None:
    minted = all_iris(text)
    assert minted == [NamedNode(iri.value) for iri in minted]
    assert minted == all_iris(text)


def test_kinds_never_share_an_iri() -> None:
    minted = all_iris("Styrelsen")
    assert len(set(minted)) == len(minted)


def test_iris_as_the_model_has_them() -> None:
    meeting = iris.meeting_iri(BASE, "kommunforbundet/styrelsen", DAY)
    item = iris.item_iri(meeting, "140 b")
    assert iris.body_iri(BASE, "Kommunförbundet", "Styrelsen").value == f"{BASE}body/kommunforbundet/styrelsen"
    assert meeting.value == f"{BASE}meeting/kommunforbundet/styrelsen/2024-10-25"
    assert item.value == f"{meeting.value}/item/140-b"
    assert iris.meeting_iri(BASE, "a", None, sha256=SHA).value == f"{BASE}meeting/a/0123456789abcdef"
    assert iris.meeting_iri(BASE, "a", DAY, number="4").value == f"{BASE}meeting/a/2024-10-25-4"
    assert (
        iris.span_iri(iris.document_iri(BASE, SHA), 231, 288).value == f"{BASE}document/0123456789abcdef#char=231,288"
    )
    assert iris.municipality_iri(BASE, "2380").value == f"{BASE}municipality/2380"
    assert iris.county_iri(BASE, "23").value == f"{BASE}county/23"
    assert iris.code_iri("body-role", "vice-chair").value == "https://w3id.org/aktorsgraf/ns/body-role/vice-chair"
    assert (
        iris.group_iri(BASE, "Styrelsen", "arbetsgrupp", DAY, "4").value
        == f"{BASE}group/styrelsen/arbetsgrupp-2024-10-25-4"
    )


def test_key_of_gives_what_was_minted() -> None:
    assert iris.key_of(iris.body_iri(BASE, "Förbundet", "Styrelsen"), BASE) == "forbundet/styrelsen"
    with pytest.raises(ValueError, match="expected an IRI below"):
        iris.key_of(NamedNode("https://elsewhere.example/body/a"), BASE)


@pytest.mark.parametrize(
    ("mint", "message"),
    [
        (lambda: iris.document_iri(BASE, "abc"), "expected 64"),
        (lambda: iris.document_iri(BASE, SHA.upper()), "expected 64"),
        (lambda: iris.span_iri(iris.document_iri(BASE, SHA), 9, 3), "expected 0 ≤ start ≤ end"),
        (lambda: iris.municipality_iri(BASE, "23/80"), "expected four digits"),
        (lambda: iris.municipality_iri(BASE, "٢٣٨٠"), "expected four digits"),
        (lambda: iris.county_iri(BASE, "2380"), "expected two digits"),
        (lambda: iris.meeting_iri(BASE, "a", None), "expected the sha256"),
        (lambda: iris.vote_iri(NamedNode(f"{BASE}meeting/a"), 0), "expected 1 or more"),
    ],
)
def test_wrong_keys_are_refused_in_one_line(mint: object, message: str) -> None:
    assert callable(mint)
    with pytest.raises(ValueError, match=message) as caught:
        mint()
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "base", ["https://data.example/id/", "urn:aktorsgraf:", "http://localhost:8000/", "https://å.example/"]
)
def test_good_bases(base: str) -> None:
    assert iris.check_base(base) == base


@pytest.mark.parametrize(
    "base",
    ["", "data.example/", "https://data.example", "https://data.example/#", "https://a b/", "https://a/%zz/", "/id/"],
)
def test_bad_bases_are_refused(base: str) -> None:
    with pytest.raises(ValueError, match=re.escape(f"for example {iris.DEFAULT_BASE}")):
        iris.check_base(base)
