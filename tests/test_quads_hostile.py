"""Whatever stands in minutes: nothing breaks the graph, no personal identity number reaches it."""

import pyoxigraph as ox
from full_minutes import FULL
from hypothesis import given, settings
from hypothesis import strategies as st
from identity_samples import BASE, PROOF, minutes_of, resolved, source
from test_quads import assert_complete, quads_of

from loaders.minutes import (
    AgendaItem,
    Appointment,
    Assignment,
    Attendance,
    DecisionPoint,
    Evidence,
    Group,
    Meeting,
    Mention,
    Minutes,
    Recipient,
    Seats,
    Statement,
    decode_minutes,
    encode_minutes,
)
from loaders.parse import parse_bytes

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    'Eva "Ek" \\ \n } ; DROP GRAPH <x>',
    "Zoë\u0308\u202e\u0000\ufeff",
    "../../../etc/passwd",
    "%2e%2e/",
    "#?&=",
    "***",
    "😀",
    "Ω" * 3000,
    " ",
]
TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1, max_size=12))


def hostile_minutes(text: str, other: str) -> Minutes:
    proof = (Evidence(start=0, end=len(text), quote=text),)
    item = AgendaItem(
        number=text,
        title=other,
        diary_number=text,
        decisions=(DecisionPoint(text=text, evidence=proof), DecisionPoint(text=text, evidence=proof)),
        groups=(Group(name=text, kind=other, members=(other,), convener=text, parent=other, evidence=proof),),
        appointments=(Appointment(person=text, role=other, body=text, municipality=other, party=text, evidence=proof),),
        seats=(Seats(body=other, municipalities=(text, other), evidence=proof),),
        assignments=(Assignment(assignee=(text, other), task=text, evidence=proof),),
        recipients=(Recipient(name=other, evidence=proof),),
        statements=(Statement(speaker=text, text=other, evidence=proof),),
        evidence=proof,
    )
    return Minutes(
        source=source(text),
        meeting=Meeting(body=text, organisation=other, number=text, evidence=proof),
        participants=(
            Attendance(name=text, present=True, municipality=other, party=text, replaces=other, evidence=proof),
            Attendance(name=other, present=False, surface=text, roles=(text,), items=other, evidence=proof),
        ),
        items=(item, item),
        mentions=(Mention(kind="party", name=text, evidence=proof), Mention(kind="body", name=other, evidence=proof)),
    )


@settings(max_examples=80)
@given(TEXTS, TEXTS)
def test_hostile_texts_are_only_texts(text: str, other: str) -> None:
    quads = quads_of(hostile_minutes(text, other))
    assert_complete(quads)
    written = ox.serialize(quads, format=ox.RdfFormat.N_QUADS)
    assert written is not None
    assert set(ox.parse(written, format=ox.RdfFormat.N_QUADS)) == set(quads)
    assert all(quad.subject.value.isascii() for quad in quads if isinstance(quad.subject, ox.NamedNode))


def test_no_number_reaches_the_graph_and_offsets_stay() -> None:
    number = "850709-9805"
    data = encode_minutes(hostile_minutes(f"Eva Ek {number}", f"Habo\n{number}"))
    (minutes,) = parse_bytes(data, "parsed.json")
    assert number.encode() not in encode_minutes(minutes)
    quads = quads_of(minutes)
    text = (ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"").decode()
    assert number not in text
    assert "850709" not in text
    assert '"Eva Ek ¤¤¤¤¤¤-¤¤¤¤"' in text
    assert f"#char=0,{len(f'Eva Ek {number}')}>" in text


def test_texts_are_in_nfc() -> None:
    person = Attendance(name="A\u030asa O\u0308berg", present=True, evidence=PROOF)
    quads = quads_of(minutes_of([person]))
    values = {quad.object.value for quad in quads if isinstance(quad.object, ox.Literal)}
    assert "Åsa Öberg" in values
    assert "A\u030asa O\u0308berg" not in values
    assert resolved(minutes_of([person])).things[-1].iri.startswith(f"{BASE}person/asa-oberg-")


def test_dates_that_no_calendar_has_are_told_as_far_as_they_can_be() -> None:
    appointment = Appointment(
        person="Eva Ek", role="member", body="Styrelsen", since="2023-02-31", until="0000", evidence=PROOF
    )
    item = AgendaItem(number="1", title="Val", appointments=(appointment,), evidence=PROOF)
    quads = quads_of(minutes_of(["Eva Ek"], organisation="Region Väst", items=(item,)))
    said = {(quad.predicate.value.rsplit("#", 1)[-1], str(quad.object)) for quad in quads}
    assert ("since", '"2023-02"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>') in said
    assert not [value for name, value in said if name in ("until", "endsOn", "beginsOn")]


def test_the_full_minutes_survive_their_own_json() -> None:
    assert set(quads_of(decode_minutes(encode_minutes(FULL)))) == set(quads_of(FULL))
