"""People across documents: who is one, who stays apart, and that neither depends on the order of files."""

import json
import pickle
from random import Random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from identity_samples import BASE, PROOF, gold_minutes, member, minutes_of, person_in, resolved, shared_path

from loaders.identity import Identities, mentions_of, resolve
from loaders.identity.names import plain
from loaders.identity.records import DocumentRecord
from loaders.minutes import AgendaItem, Appointment, Attendance, Mention, Minutes

REAL = ("kdg-2018-03-21", "kdg-2019-01-18", "kjh-styrelsen-2024-10-25", "pks-2023-01-12", "pks-2024-03-21-ocr")


def people(identities: Identities) -> list[str]:
    return [thing.label for thing in identities.things if thing.kind == "person"]


def test_the_94_people_of_the_real_minutes() -> None:
    truth = json.loads(shared_path("identity", "persons.json").read_text("utf-8"))
    minutes = {f"{name}.txt": gold_minutes(name) for name in REAL}
    identities = resolved(*minutes.values())
    assert len(people(identities)) == truth["distinct_persons"] == 94
    found = {
        person.iri: {
            name
            for name, each in minutes.items()
            if person.iri in {entry.iri for entry in identities.resolution(mentions_of(each)).people.values()}
        }
        for person in identities.things
        if person.kind == "person"
    }
    labels = {person.iri: person.label for person in identities.things}
    documents = {plain(labels[iri]): names for iri, names in found.items()}
    for person in truth["persons"]:
        assert documents[plain(person["name"])] == set(person["documents"]), person["name"]


def test_their_best_spellings() -> None:
    names = people(resolved(*map(gold_minutes, REAL)))
    for name in ("Herman Crespín", "Per Högberg", "Susanne Wahlström", "Kristine Hästmark", "Robin Wallén Nilsson"):
        assert names.count(name) == 1


def test_a_name_alone_joins_nobody() -> None:
    jamtland = minutes_of(["Anders Lindberg"], organisation="Kommunförbundet Jämtland")
    skane = minutes_of(["Anders Lindberg"], organisation="Kommunförbundet Skåne", date="2023-02-01")
    identities = resolved(jamtland, skane)
    assert person_in(identities, jamtland, "Anders Lindberg") != person_in(identities, skane, "Anders Lindberg")
    assert identities.merges == ()


def test_generic_bodies_without_organisation_join_nobody() -> None:
    one, other = (
        minutes_of(["Eva Ek"], body="Kommunstyrelsen"),
        minutes_of(["Eva Ek"], body="Kommunstyrelsen", date="2023-02-01"),
    )
    identities = resolved(one, other)
    assert person_in(identities, one, "Eva Ek") != person_in(identities, other, "Eva Ek")


def test_the_same_body_and_the_same_organisation_join() -> None:
    board = minutes_of(["Eva Ek"], organisation="Kommunförbundet Väst")
    later = minutes_of(["EVA EK"], organisation="Kommunförbundet Väst", date="2024-01-12")
    committee = minutes_of(["Eva Ek"], body="Presidiet", organisation="Kommunförbundet Väst", date="2024-02-12")
    identities = resolved(board, later, committee)
    assert people(identities) == ["Eva Ek"]
    assert [merge.rule for merge in identities.merges] == ["organisation"]
    assert "Kommunförbundet Väst" in identities.merges[0].reason


def test_municipalities_keep_namesakes_of_one_body_apart() -> None:
    first = minutes_of([member("Eva Ek", municipality="Habo")], organisation="Kommunförbundet Väst")
    second = minutes_of([member("Eva Ek", municipality="Håbo")], organisation="Kommunförbundet Väst", date="2023-05-01")
    unstated = minutes_of(["Eva Ek"], organisation="Kommunförbundet Väst", date="2023-06-01")
    assert len(people(resolved(first, second))) == 2
    assert len(people(resolved(first, unstated))) == 1
    assert len(people(resolved(first, second, unstated))) == 3, "who of the two it is, nobody can know"


def test_two_namesakes_in_one_list_are_two_people() -> None:
    listed = [member("Eva Ek", municipality="Habo"), member("Eva Ek", municipality="Mullsjö")]
    minutes = minutes_of(listed, organisation="Kommunförbundet Väst")
    identities = resolved(minutes)
    assert person_in(identities, minutes, "Eva Ek", "Habo kommun") != person_in(
        identities, minutes, "Eva Ek", "Mullsjö"
    )
    assert identities.resolution(mentions_of(minutes)).person("Eva Ek") is None


def test_a_municipality_joins_across_organisations_only_with_the_party() -> None:
    west = minutes_of([member("Eva Ek", municipality="Habo", party="S")], organisation="Kommunförbundet Väst")
    east = minutes_of([member("Eva Ek", municipality="Habo", party="s")], organisation="Kommunförbundet Öst")
    other = minutes_of([member("Eva Ek", municipality="Habo", party="M")], organisation="Kommunförbundet Norr")
    silent = minutes_of([member("Eva Ek", municipality="Habo")], organisation="Kommunförbundet Syd")
    identities = resolved(west, east, other, silent)
    assert person_in(identities, west, "Eva Ek") == person_in(identities, east, "Eva Ek")
    assert len(people(identities)) == 3


def test_who_sits_in_a_municipalitys_own_bodies_is_of_it() -> None:
    home = minutes_of(["Eva Ek"], body="Kommunstyrelsen", organisation="Habo kommun")
    away = minutes_of([member("Eva Ek", municipality="Habo", party="S")], organisation="Kommunförbundet Väst")
    foreign = minutes_of([member("Eva Ek", municipality="Mullsjö")], organisation="Kommunförbundet Öst")
    identities = resolved(home, away, foreign)
    assert person_in(identities, home, "Eva Ek") == person_in(identities, away, "Eva Ek")
    assert person_in(identities, home, "Eva Ek") != person_in(identities, foreign, "Eva Ek")
    assert "Habo" in identities.merges[0].reason


def test_a_guest_is_not_of_the_municipality_visited() -> None:
    home = minutes_of([member("Eva Ek", roles=("guest",))], body="Kommunstyrelsen", organisation="Habo kommun")
    away = minutes_of([member("Eva Ek", municipality="Habo")], organisation="Kommunförbundet Väst")
    assert len(people(resolved(home, away))) == 2


def test_a_party_changed_in_one_body_splits_nobody() -> None:
    before = minutes_of([member("Eva Ek", party="S")], organisation="Kommunförbundet Väst")
    after = minutes_of([member("Eva Ek", party="M")], organisation="Kommunförbundet Väst", date="2024-01-12")
    assert len(people(resolved(before, after))) == 1


def test_scan_variants_join_in_one_body_unless_both_attend() -> None:
    one = minutes_of(["Therese Petersson"], organisation="Kommunförbundet Väst")
    other = minutes_of(["Therese Pettersson"], organisation="Kommunförbundet Väst", date="2024-01-12")
    both = minutes_of(
        ["Therese Petersson", "Therese Pettersson"], organisation="Kommunförbundet Väst", date="2024-02-12"
    )
    elsewhere = minutes_of(["Therese Pettersson"], organisation="Kommunförbundet Öst")
    assert len(people(resolved(one, other))) == 1
    assert len(people(resolved(one, other, both))) == 2
    assert len(people(resolved(one, elsewhere))) == 2
    assert "«Therese Petersson» and «Therese Pettersson»" in resolved(one, other).merges[0].reason


def appointing(person: str, **more: str) -> AgendaItem:
    appointment = Appointment(person=person, role="adjuster", evidence=PROOF, **more)
    return AgendaItem(number="1", title="Val", appointments=(appointment,), evidence=PROOF)


@pytest.mark.parametrize(
    ("written", "meant"), [("Eva Ek", "Eva Ek"), ("EVA  EK", "Eva Ek"), ("Ek", "Eva Ek"), ("Bo", "Bo Alm")]
)
def test_names_within_the_minutes_find_their_participant(written: str, meant: str) -> None:
    minutes = minutes_of(["Eva Ek", "Bo Alm"], items=(appointing(written),))
    identities = resolved(minutes)
    assert person_in(identities, minutes, written) == person_in(identities, minutes, meant)
    assert len(people(identities)) == 2


def test_lone_names_of_two_participants_and_titles_are_nobody() -> None:
    minutes = minutes_of(["Eva Ek", "Bo Ek"], items=(appointing("Ek"), appointing("kommundirektören")))
    resolution = resolved(minutes).resolution(mentions_of(minutes))
    assert resolution.person("Ek") is None
    assert resolution.person("kommundirektören") is None
    assert resolution.thing("förbundschef", "1") is None


def test_a_surname_left_out_is_no_second_person() -> None:
    minutes = minutes_of(["Robin Wallén Nilsson", "Robin Ek"], items=(appointing("Robin Wallén"),))
    identities = resolved(minutes)
    assert people(identities) == ["Robin Ek", "Robin Wallén Nilsson"]
    assert person_in(identities, minutes, "Robin Wallén") == person_in(identities, minutes, "Robin Wallén Nilsson")
    both = minutes_of(["Robin Wallén Nilsson", "Robin Wallén Ek"], items=(appointing("Robin Wallén"),))
    assert len(people(resolved(both))) == 3


def test_somebody_only_mentioned_in_two_spellings_is_one_person() -> None:
    mentions = tuple(Mention(kind="person", name=name, evidence=PROOF) for name in ("Lars Wallstrém", "Lars Wallstrom"))
    assert people(resolved(minutes_of(["Eva Ek"], mentions=mentions))) == ["Eva Ek", "Lars Wallstrom"]


def test_later_documents_keep_iris_and_earlier_ones_redirect() -> None:
    middle = minutes_of(["Eva Ek"], organisation="Kommunförbundet Väst", date="2023-01-12")
    later = minutes_of([member("Eva Ek", municipality="Habo")], organisation="Kommunförbundet Väst", date="2024-01-12")
    earlier = minutes_of(["Eva Ek"], body="Presidiet", organisation="Kommunförbundet Väst", date="2022-01-12")
    alone = person_in(resolved(middle), middle, "Eva Ek")
    assert person_in(resolved(middle, later), later, "Eva Ek") == alone
    identities = resolved(middle, later, earlier)
    (person,) = (thing for thing in identities.things if thing.kind == "person")
    assert person.iri == person_in(identities, middle, "Eva Ek") != alone
    assert alone in person.replaces
    local = identities.resolution(mentions_of(middle)).person("Eva Ek")
    assert local is not None
    assert local.local == alone


def test_the_resolutions_key_tells_whether_a_graph_must_be_written_anew() -> None:
    board = minutes_of(["Eva Ek"], organisation="Kommunförbundet Väst")
    unrelated = minutes_of(["Bo Alm"], organisation="Kommunförbundet Öst", date="2020-01-01")
    earlier = minutes_of(["Eva Ek"], body="Presidiet", organisation="Kommunförbundet Väst", date="2020-01-12")
    record = mentions_of(board)
    alone = resolved(board).resolution(record).key
    assert resolved(board, unrelated).resolution(record).key == alone
    assert resolved(board, earlier).resolution(record).key != alone


NAMES = st.sampled_from(["Eva Ek", "Eva Eck", "Bo Alm", "Bo Petersson", "Bo Pettersson", "Mia Lind"])
PLACES = st.sampled_from([None, "Habo", "Mullsjö", "Nirgendheim"])
ENTRIES = st.builds(
    lambda name, place, party: member(name, municipality=place, party=party),
    NAMES,
    PLACES,
    st.sampled_from([None, "S", "M", "VV"]),
)
MINUTES = st.builds(
    lambda people, body, organisation, day: minutes_of(
        people, body=body, organisation=organisation, date=f"2023-01-{day:02}"
    ),
    st.lists(ENTRIES, max_size=4),
    st.sampled_from(
        [None, "Styrelsen", "Kommunstyrelsen", "Primärkommunalt samverkansorgan", "Samverkansnämnden Väst"]
    ),
    st.sampled_from([None, "Habo kommun", "Kommunal utveckling", "Kommunal utveckling Småland", "Region Väst"]),
    st.integers(1, 9),
)


@settings(max_examples=60)
@given(st.lists(MINUTES, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_documents_does_not_matter(documents: list[Minutes], random: Random) -> None:
    records = [mentions_of(each) for each in documents]
    shuffled = [*records, *records[:1]]
    random.shuffle(shuffled)
    straight = resolve(records, BASE)
    assert same_identities(resolve(shuffled, BASE), straight, records)
    assert_sound(straight, documents)


def same_identities(one: Identities, other: Identities, records: list[DocumentRecord]) -> bool:
    return (
        (one.things, one.merges, one.candidates, one.conflicts)
        == (other.things, other.merges, other.candidates, other.conflicts)
    ) and all(one.resolution(record) == other.resolution(record) for record in records)


def assert_sound(identities: Identities, documents: list[Minutes]) -> None:
    """Everybody listed is somebody; no person is of two municipalities; every redirect has one end."""
    homes: dict[str, set[str]] = {}
    for each in documents:
        for entry in each.participants:
            person = identities.resolution(mentions_of(each)).attendant(entry)
            assert person is not None
            iri = person.iri
            homes.setdefault(iri, set()).update({entry.municipality} if entry.municipality else ())
    assert all(len(places) < 2 for places in homes.values())
    current = {thing.iri for thing in identities.things}
    replaced = [iri for thing in identities.things for iri in thing.replaces]
    assert len(replaced) == len(set(replaced))
    assert current.isdisjoint(replaced)
    assert homes.keys() <= current


def test_records_survive_json_and_resolutions_pickling() -> None:
    record = mentions_of(minutes_of([member("Eva Ek", municipality="Habo", party="VV")], organisation="Habo kommun"))
    data = msgspec.json.encode(record)
    assert msgspec.json.decode(data, type=DocumentRecord) == record
    assert len(data) < 1000
    resolution = resolve([record], BASE).resolution(record)
    assert pickle.loads(pickle.dumps(resolution)) == resolution  # noqa: S301 - our own bytes


def test_many_namesakes_are_resolved_in_no_time() -> None:
    entries = [
        Attendance(name="Anna Andersson", present=True, evidence=PROOF, municipality=f"By {n}") for n in range(30)
    ]
    documents = [minutes_of(entries, organisation=f"Föreningen {n}") for n in range(60)]
    assert len(people(resolved(*documents))) == 1800


def test_two_parties_side_by_side_for_years_are_two_people_and_one_misprint_is_not() -> None:
    def meeting(party: str, date: str) -> Minutes:
        return minutes_of([member("Eva Ek", party=party)], organisation="Kommunförbundet Väst", date=date)

    left = [meeting("S", "2021-02-01"), meeting("S", "2022-05-01")]
    assert len(people(resolved(*left, meeting("M", "2021-03-01"), meeting("M", "2022-04-01")))) == 2
    assert len(people(resolved(*left, meeting("M", "2021-09-01")))) == 1, "minutes misprint a party now and then"


def test_another_party_after_an_election_weighs_more_than_within_a_term() -> None:
    def features(date: str) -> set[str]:
        before = minutes_of([member("Eva Ek", party="S")], organisation="Kommunförbundet Väst", date="2022-08-30")
        after = minutes_of([member("Eva Ek", party="M")], organisation="Kommunförbundet Väst", date=date)
        identities = resolved(before, after)
        weighed = (*identities.candidates, *identities.merges)
        return {feature.name for each in weighed for feature in each.features if "party" in feature.name}

    assert features("2022-09-30") == {"changed-party"}
    assert features("2023-01-15") == features("2027-01-15") == {"changed-party-elected"}


def test_who_is_elected_is_not_the_official_of_that_name() -> None:
    elected = minutes_of([member("Eva Ek", party="S")], body="Kommunstyrelsen", organisation="Habo kommun")
    official = minutes_of(
        [member("Eva Ek", roles=("official",), title="ekonomichef")],
        body="Kommunstyrelsen",
        organisation="Habo kommun",
        date="2023-01-12",
    )
    mayor = minutes_of(
        [member("Eva Ek", title="kommunalråd")], body="Kommunstyrelsen", organisation="Habo kommun", date="2023-03-12"
    )
    assert len(people(resolved(elected, official))) == 2
    assert len(people(resolved(elected, mayor))) == 1


def test_namesakes_of_two_counties_and_misprints_are_candidates() -> None:
    north = minutes_of(
        [member("Anders Pettersson", municipality="Habo", party="S")], organisation="Kommunförbundet Norr"
    )
    south = minutes_of(
        [member("Anders Pettersson", municipality="Tanum", party="M")], organisation="Kommunförbundet Syd"
    )
    misprint = minutes_of([member("Anders Pettérsson")], organisation="Kommunförbundet Öst")
    scanned = minutes_of([member("Anders Petterson")], organisation="Kommunförbundet Väst")
    identities = resolved(north, south, misprint, scanned)
    assert len(people(identities)) == 4
    assert {len({each.left, each.right}) for each in identities.candidates} == {2}
    assert len(identities.candidates) == identities.open_pairs == 6, "each with each"
    worst = identities.candidates[-1]
    assert "other-municipality" in {feature.name for feature in worst.features}
    assert all(each.score < 6 for each in identities.candidates)
