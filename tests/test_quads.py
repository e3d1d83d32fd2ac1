"""One made-up protocol with everything in it, as quads: the important shapes triple by triple."""

from collections.abc import Iterable

import msgspec
import pyoxigraph as ox
import pytest
from full_minutes import FULL
from identity_samples import BASE, gold_minutes, minutes_of, resolved

from graph.validate import Severity, validate
from loaders.identity import mentions_of
from loaders.mapping import document_quads, identity_quads
from loaders.minutes import AgendaItem, Appointment, Attendance, Evidence, Group, Minutes, Seats, Vacancy
from ontology.quads import ontology_quads, reference_quads
from ontology.terms import AG, NIF, ORG, PREFIXES, PROV, RDF, RDFS


def quads_of(*documents: Minutes) -> list[ox.Quad]:
    identities = resolved(*documents)
    quads = [
        quad for each in documents for quad in document_quads(each, identities.resolution(mentions_of(each)), BASE)
    ]
    return [*quads, *identity_quads(identities, BASE)]


def store_of(quads: Iterable[ox.Quad]) -> ox.Store:
    store = ox.Store()
    store.extend(quads)
    return store


@pytest.fixture(scope="module")
def store() -> ox.Store:
    return store_of([*quads_of(FULL), *reference_quads(BASE), *ontology_quads(BASE)])


SHA16 = FULL.source.sha256[:16]
NAMESPACES = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
MEETING = "meeting/kommunforbundet-vast/styrelsen/2023-03-14-3-2023"
PEOPLE = {
    "EVA": "SELECT ?p { ?p a person:Person ; rdfs:label 'Eva Ek' }",
    "BO": "SELECT ?p { ?p a person:Person ; rdfs:label 'Bo Alm' }",
    "MIA": "SELECT ?p { ?p a person:Person ; rdfs:label 'Mia Lind' }",
}


def ask(store: ox.Store, pattern: str) -> bool:
    """Ask for a pattern; `<x>` is below the base, `?EVA` is Eva Ek."""
    for name, query in PEOPLE.items():
        (row,) = store.query(NAMESPACES + query, use_default_graph_as_union=True)  # type: ignore[misc]
        pattern = pattern.replace(f"?{name}", str(row[0]))
    query = f"BASE <{BASE}> {NAMESPACES} ASK {{ {pattern} }}"
    return bool(store.query(query, use_default_graph_as_union=True))


GROUP = "<group/kommunforbundet-vast-styrelsen/arbetsgrupp-for-kost>"
ITEM = f"<{MEETING}/item/7>"


@pytest.mark.parametrize(
    "pattern",
    [
        # the document, its graph and how it was read
        (
            f"<document/{SHA16}> a ag:Document, nif:Context ; rdfs:label 'full.txt' ; ag:sha256 '{FULL.source.sha256}' ; "
            "dcterms:format 'text/plain' ; dcterms:language 'sv'"
        ),
        (
            f"<graph/{SHA16}> prov:wasDerivedFrom <document/{SHA16}> ; prov:wasGeneratedBy ?run . ?run a prov:Activity ; "
            "prov:wasAssociatedWith ?tool . ?tool a prov:SoftwareAgent"
        ),
        # evidence
        (
            f"<document/{SHA16}#char=0,28> a nif:RFC5147String ; nif:beginIndex '0'^^xsd:nonNegativeInteger ; "
            "nif:endIndex '28'^^xsd:nonNegativeInteger ; nif:anchorOf 'Eva Ek (S), Habo, ordförande' ; "
            f"nif:referenceContext <document/{SHA16}>"
        ),
        # the meeting
        (
            f"<{MEETING}> a ag:Meeting ; rdfs:label 'Styrelsen, Kommunförbundet Väst, 2023-03-14' ; "
            "ag:heldBy <body/kommunforbundet-vast/styrelsen> ; dcterms:date '2023-03-14'^^xsd:date ; ag:meetingNumber '3/2023' ; "
            "ag:startTime '09:00' ; ag:endTime '12:00' ; ag:place 'Rådhuset' ; ag:adjustedOn '2023-03-20'^^xsd:date ; "
            f"ag:nextMeetingDate '2023-05-02'^^xsd:date ; ag:firstItem '7' ; ag:lastItem '8 b' ; dcterms:source <document/{SHA16}>"
        ),
        (
            "<body/kommunforbundet-vast/styrelsen> a org:OrganizationalUnit ; rdfs:label 'Styrelsen, Kommunförbundet Väst' ; "
            "org:unitOf <organisation/kommunforbundet-vast> ; ag:bodyKind <https://w3id.org/aktorsgraf/ns/body-kind/styrelse>"
        ),
        "<organisation/kommunforbundet-vast> a org:FormalOrganization ; rdfs:label 'Kommunförbundet Väst'",
        # attendance
        (
            f"?a a ag:Attendance ; ag:atMeeting <{MEETING}> ; eli-dl:had_participant_person ?EVA ; ag:present true ; "
            "ag:voting true ; ag:role <https://w3id.org/aktorsgraf/ns/meeting-role/chair> ; ag:roleText 'politisk sekreterare' ; "
            "ag:party <party/s> ; ag:municipality <municipality/0643> ; ag:jobTitle 'kommunalråd' ; ag:asStated 'Eva  Ék' ; "
            f"prov:wasDerivedFrom <document/{SHA16}#char=0,28>"
        ),
        "?EVA a foaf:Person ; skos:altLabel 'Eva Ek', 'Eva  Ék'",
        (
            "?a eli-dl:had_participant_person ?BO ; ag:substitutesFor ?b ; ag:party <party/0642/vv> ; ag:presence ?i . "
            "?b eli-dl:had_participant_person ?MIA ; ag:present false ; ag:organisationName 'Region Väst' . "
            "?i a ag:PresenceInterval ; ag:items '7-8' ; ag:untilTime '11:15'"
        ),
        "<party/0642/vv> a ag:Party ; rdfs:label 'VV' ; ag:abbreviation 'VV'",
        # items and decisions
        (
            f"{ITEM} a ag:AgendaItem ; rdfs:label '§ 7 Kost' ; ag:ofMeeting <{MEETING}> ; ag:itemNumber '7' ; "
            "dcterms:title 'Kost' ; ag:diaryNumber 'KS 2023/7'"
        ),
        f"<{MEETING}/item/7-2> ag:itemNumber '7' ; dcterms:title 'Kost, forts.'",
        f"?one ag:ofItem {ITEM} ; eli:number 1 ; ag:text 'att bilda en arbetsgrupp för kost.' . ?two ag:ofItem {ITEM} ; eli:number 2",
        # groups
        (
            f"{GROUP} a ag:WorkingGroup ; rdfs:label 'arbetsgrupp för kost' ; ag:groupKindText 'arbetsgrupp' ; "
            "ag:groupKind <https://w3id.org/aktorsgraf/ns/group-kind/arbetsgrupp> ; org:purpose 'se över kosten' ; "
            "ag:temporary true ; ag:deadline '2023-06-01'^^xsd:date ; org:unitOf <body/kommunforbundet-vast/styrelsen> ; "
            "org:resultedFrom ?f . ?f a ag:GroupFormation ; "
            f"ag:ofItem {ITEM} ; org:resultingOrganization {GROUP} ; ag:convenerText 'Habo'"
        ),
        # appointments and memberships
        (
            f"?a a ag:Appointment ; ag:ofItem {ITEM} ; ag:appointee ?EVA ; ag:appointeeText 'Eva Ek' ; ag:toBody {GROUP} ; "
            "ag:role <https://w3id.org/aktorsgraf/ns/body-role/convener> ; prov:generated ?m . ?m a org:Membership ; "
            f"org:member ?EVA ; org:organization {GROUP} ; ag:role <https://w3id.org/aktorsgraf/ns/body-role/convener> ; "
            "ag:decidedOn '2023-03-14'^^xsd:date ; ag:party <party/s> ; ag:municipality <municipality/0643> ; prov:wasDerivedFrom ?e"
        ),
        (
            "?a ag:appointee ?BO ; ag:replacesText 'Mia Lind' ; ag:since '2023'^^xsd:gYear ; ag:until '2024-02'^^xsd:gYearMonth ; "
            "prov:generated ?m . ?m ag:beginsOn '2023-01-01'^^xsd:date ; ag:endsOn '2024-02-29'^^xsd:date ; "
            "ag:since '2023'^^xsd:gYear ; ag:party <party/m> ; ag:municipality <municipality/0642> ; "
            "org:organization <body/kommunforbundet-vast/styrelsen>"
        ),
        # seats, assignments, recipients
        f"?s a org:Post ; org:postIn <body/kommunforbundet-vast/klimatradet> ; ag:seatFor <municipality/0643> ; ag:ofItem {ITEM}",
        "?s a org:Post ; ag:seatForText 'Nirgendheim'",
        (
            f"?a a ag:Assignment ; ag:assignee {GROUP}, ?MIA ; ag:assigneeText 'arbetsgruppen', 'Lind', 'förbundschefen' ; "
            "ag:task 'återkomma' ; ag:due '2023-06-01'^^xsd:date ; rdfs:label 'arbetsgruppen, Lind, förbundschefen: återkomma'"
        ),
        "?r a ag:Recipient ; rdfs:label 'Region Väst' ; ag:recipientBody <organisation/region-vast>",
        "?s a ag:Statement ; ag:speaker ?EVA ; ag:speakerText 'Eva Ek' ; ag:text 'Gott.'",
        f"<{MEETING}/item/7/vote/1> a ag:Vote ; ag:yes 2 ; ag:no 1",
        (
            "?r a ag:Reservation ; ag:person ?BO ; ag:personText 'Bo Alm' ; "
            "ag:reservationKind <https://w3id.org/aktorsgraf/ns/reservation-kind/disqualified>"
        ),
        "?c a ag:CitedDocument ; dcterms:title 'Tjänsteskrivelse'",
        # mentions and warnings
        f"<document/{SHA16}/mention/person/eva-ek> a ag:Mention ; ag:mentionKind 'person' ; ag:mentions ?EVA",
        f"<document/{SHA16}/mention/municipality/habo> ag:mentions <municipality/0643>",
        f"<document/{SHA16}/mention/party/s> ag:mentions <party/s>",
        f"<document/{SHA16}/mention/body/styrelsen> ag:mentions <body/kommunforbundet-vast/styrelsen>",
        "?w a ag:ReadingWarning ; ag:code 'count' ; rdfs:label 'Antalet stämmer inte.' ; prov:wasDerivedFrom ?e",
    ],
)
def test_what_the_graph_says(store: ox.Store, pattern: str) -> None:
    assert ask(store, pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "?a ag:appointee ?MIA ; prov:generated ?m",  # a role at the meeting is no membership
        "?a ag:appointeeText 'förbundschefen' ; ag:appointee ?p",  # a title is nobody
        "?a ag:appointeeText 'förbundschefen' ; prov:generated ?m",
        "?m a ag:Mention ; rdfs:label 'Okända rådet' ; ag:mentions ?x",
        "?r a ag:Recipient ; rdfs:label 'Akten' ; ag:recipientBody ?x",
        "?v a ag:Vote ; ag:abstained ?x",
        "?s ag:seatFor ?p . ?p a ag:Place",
        "?x ?p ?o FILTER(isBlank(?x) || isBlank(?o))",
        "?a a ag:Attendance ; eli-dl:had_participant_person ?EVA ; ag:presence ?i",
    ],
)
def test_what_the_graph_does_not_say(store: ox.Store, pattern: str) -> None:
    assert not ask(store, pattern)


def assert_complete(quads: list[ox.Quad]) -> None:
    """Every subject has a type and a label, every fact its evidence; but redirects, and labels of stretches of text."""
    about: dict[ox.NamedNode, set[ox.NamedNode]] = {}
    types: dict[ox.NamedNode, set[str]] = {}
    for quad in quads:
        assert isinstance(quad.subject, ox.NamedNode)
        about.setdefault(quad.subject, set()).add(quad.predicate)
        if quad.predicate == RDF.type:
            types.setdefault(quad.subject, set()).add(quad.object.value)  # type: ignore[union-attr]
    for subject, predicates in about.items():
        if subject.value.startswith(f"{BASE}graph/") or {p.value.rsplit("/", 1)[-1] for p in predicates} == {
            "isReplacedBy"
        }:
            continue
        kinds = {kind.rsplit("#", 1)[-1] for kind in types.get(subject, ())}
        assert kinds, f"{subject} has no type"
        assert RDFS.label in predicates or "RFC5147String" in kinds, f"{subject} has no label"
        fact = "/meeting/" in subject.value and not subject.value.endswith("/presence")
        if fact or "/mention/" in subject.value or "WorkingGroup" in kinds:
            assert PROV.wasDerivedFrom in predicates, f"{subject} has no evidence"


def test_everything_has_type_label_and_evidence() -> None:
    assert_complete(quads_of(FULL))


@pytest.mark.parametrize(
    "name", ["kjh-styrelsen-2024-10-25", "G06_folkhalsorad-personliga-ersattare", "S14_studentkar-ocr-damaged"]
)
def test_annotated_minutes_are_complete_too(name: str) -> None:
    assert_complete(quads_of(gold_minutes(name)))


def test_the_oecd_group_has_its_five_members() -> None:
    store = store_of([*quads_of(gold_minutes("kjh-styrelsen-2024-10-25")), *reference_quads(BASE)])
    rows = store.query(
        NAMESPACES
        + """SELECT DISTINCT ?name ?party ?place {
          ?m a org:Membership ; org:organization ?group ; org:member/rdfs:label ?name . ?group rdfs:label ?label
          FILTER(CONTAINS(?label, 'OECD'))
          OPTIONAL { ?m ag:party/ag:abbreviation ?party } OPTIONAL { ?m ag:municipality/rdfs:label ?place } } ORDER BY ?name""",
        use_default_graph_as_union=True,
    )
    assert [tuple(cell.value if cell else None for cell in row) for row in rows] == [  # type: ignore[union-attr]
        ("Daniel Danielsson", "C", "Åre"),
        ("Effie Kuorlos", "C", "Östersund"),
        ("Lars-Gunnar Nordlander", "S", "Härjedalen"),
        ("Malin Elmerstig", None, None),
        ("Susanne Hansson", "S", "Strömsund"),
    ]


def test_a_seat_has_its_party_its_municipality_and_who_was_appointed_for_it() -> None:
    proof = (Evidence(start=0, end=4, quote="text"),)
    seats = Seats(body="Vattenrådet", municipalities=("Habo", "Mullsjö"), evidence=proof)
    chosen = [
        Appointment(person="Eva Ek", role="member", body="Vattenrådet", municipality="Habo", evidence=proof),
        Appointment(person="Bo Alm", role="member", body="Vattenrådet", evidence=proof),
    ]
    vacant = Vacancy(role="member", body="Vattenrådet", party="S", municipality="Mullsjö", evidence=proof)
    item = AgendaItem(
        number="1", title="Val", seats=(seats,), appointments=tuple(chosen), vacancies=(vacant,), evidence=proof
    )
    listed = Attendance(name="Bo Alm", present=True, municipality="Mullsjö", evidence=proof)
    store = store_of(quads_of(minutes_of(["Eva Ek", listed], organisation="Kommunförbundet Väst", items=(item,))))
    held = {
        (quad.subject.value.rpartition("/")[2], quad.object.value.rpartition("/")[2].rpartition("-")[0])
        for quad in store.quads_for_pattern(None, ORG.heldBy, None)
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode)
    }
    assert {person.split("-")[0] for _, person in held} == {"eva", "bo"}
    assert len({seat for seat, _ in held}) == 2
    (empty,) = [quad.subject for quad in store.quads_for_pattern(None, RDF.type, AG.Vacancy)]
    assert [quad.object for quad in store.quads_for_pattern(empty, AG.seatParty, None)] == [
        ox.NamedNode(f"{BASE}party/s")
    ]
    assert [quad.object for quad in store.quads_for_pattern(empty, AG.seatFor, None)] == [
        ox.NamedNode(f"{BASE}municipality/0642")
    ]


def test_a_group_told_in_two_spellings_has_one_label() -> None:
    proof = (Evidence(start=0, end=4, quote="text"),)
    told = tuple(
        Group(name=name, kind="arbetsgrupp", evidence=proof) for name in ("arbetsgrupp för å", "arbetsgrupp for å")
    )
    item = AgendaItem(number="1", title="Val", groups=told, evidence=proof)
    store = store_of(quads_of(minutes_of(["Eva Ek"], organisation="Kommunförbundet Väst", items=(item,))))
    (founded,) = {quad.subject for quad in store.quads_for_pattern(None, RDF.type, AG.GroupFormation)}
    assert [str(quad.object) for quad in store.quads_for_pattern(founded, RDFS.label, None)] == [
        '"arbetsgrupp för å, § 1"'
    ]


def test_a_graph_says_how_much_of_its_text_the_reading_accounts_for() -> None:
    source = msgspec.structs.replace(FULL.source, unread=0.0125)
    quads = quads_of(msgspec.structs.replace(FULL, source=source))
    said = [quad for quad in quads if quad.predicate == NIF.confidence]
    assert [(quad.subject, str(quad.object)) for quad in said] == [
        (ox.NamedNode(f"{BASE}graph/{SHA16}"), '"0.9875"^^<http://www.w3.org/2001/XMLSchema#decimal>')
    ]


def test_loading_twice_gives_the_same_quads_once_each() -> None:
    quads = quads_of(FULL)
    assert quads == quads_of(FULL)
    assert len(quads) == len(set(quads))


def test_all_of_a_document_is_in_its_graph() -> None:
    identities = resolved(FULL)
    graph = ox.NamedNode(f"{BASE}graph/{SHA16}")
    quads = list(document_quads(FULL, identities.resolution(mentions_of(FULL)), BASE))
    assert {quad.graph_name for quad in quads} == {graph}
    assert {quad.graph_name for quad in identity_quads(identities, BASE)} == {ox.NamedNode(f"{BASE}graph/identity")}


def test_a_meeting_keeps_its_iri_when_its_body_turns_out_to_be_another() -> None:
    first, second = gold_minutes("pks-2023-01-12"), gold_minutes("pks-2024-03-21-ocr")
    store = store_of(quads_of(first, second))
    kind = ox.NamedNode(PREFIXES["ag"] + "Meeting")
    meetings = {str(quad.subject) for quad in store.quads_for_pattern(None, RDF.type, kind)}
    assert meetings == {
        f"<{BASE}meeting/kommunal-utveckling/primarkommunalt-samverkansorgan/2023-01-12>",
        f"<{BASE}meeting/kommunal-utveckling-jonkopings-lan/primarkommunalt-samverkansorgan/2024-03-21>",
    }
    held = {quad.object for quad in store.quads_for_pattern(None, ox.NamedNode(PREFIXES["ag"] + "heldBy"), None)}
    assert len(held) == 1


def test_the_shapes_find_nothing_wrong() -> None:
    documents = [FULL, gold_minutes("kjh-styrelsen-2024-10-25"), gold_minutes("pks-2023-01-12")]
    quads = [*quads_of(*documents), *reference_quads(BASE), *ontology_quads(BASE)]
    assert [found for found in validate(quads) if found.severity is Severity.VIOLATION] == []
