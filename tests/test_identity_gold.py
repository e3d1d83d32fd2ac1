"""Identity on the real minutes as they are read, and on made-up corpora whose truth is known."""

import json
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from identity_corpus import Told, corpus, measured
from identity_samples import BASE, shared_path
from pyoxigraph import Literal, QuerySolutions, Store

from loaders.identity import Identities, mentions_of, resolve
from loaders.identity.names import plain
from loaders.mapping import document_quads, identity_quads
from loaders.minutes import Minutes
from loaders.parse import parse_bytes

REAL = ("kdg-2018-03-21", "kdg-2019-01-18", "kjh-styrelsen-2024-10-25", "pks-2023-01-12", "pks-2024-03-21-ocr")


@cache
def read(path: Path) -> Minutes:
    (minutes,) = parse_bytes(path.read_bytes(), path.name)
    return minutes


def real_minutes() -> dict[str, Minutes]:
    return {f"{name}.txt": read(shared_path("protocols", f"{name}.txt")) for name in REAL}


def taking_part(minutes: Minutes) -> set[str]:
    """Return the names of all who take part, are elected or sit in a group."""
    names = {entry.name for entry in minutes.participants}
    for item in minutes.items:
        names |= {entry.person for entry in item.appointments}
        names |= {name for group in item.groups for name in group.members}
    return names


def found_in(identities: Identities, minutes: Minutes) -> dict[str, str]:
    """Return the IRIs of all who take part, with a name of each."""
    resolution = identities.resolution(mentions_of(minutes))
    people = ((resolution.person(name), name) for name in sorted(taking_part(minutes)))
    return {person.iri: name for person, name in people if person is not None}


def test_the_real_minutes_as_read_have_the_94_people_of_the_list() -> None:
    truth = json.loads(shared_path("identity", "persons.json").read_text("utf-8"))
    documents = real_minutes()
    identities = resolve([mentions_of(each) for each in documents.values()], BASE)
    found = {name: found_in(identities, each) for name, each in documents.items()}
    mentions = sorted((name, iri) for name, people in found.items() for iri in people)
    assert len({iri for _, iri in mentions}) == truth["distinct_persons"] == 94
    number = {
        (document, plain(name)): place
        for place, person in enumerate(truth["persons"])
        for document in person["documents"]
        for name in (person["name"], *person.get("spelled", ()))
    }
    who = {(document, iri): number[document, plain(found[document][iri])] for document, iri in mentions}
    assert set(who.values()) == set(range(94))
    pairs = list(combinations(mentions, 2))
    both = [one[1] == other[1] for one, other in pairs]
    truly = [who[one] == who[other] for one, other in pairs]
    assert both == truly, "pairwise precision and recall are 1.000"
    assert sum(truly) == sum(len(person["documents"]) > 1 for person in truth["persons"]) > 10


def test_somebody_spelled_in_two_ways_and_only_mentioned_is_one_person() -> None:
    minutes = real_minutes()["pks-2024-03-21-ocr.txt"]
    identities = resolve([mentions_of(minutes)], BASE)
    resolution = identities.resolution(mentions_of(minutes))
    spelled = {
        entry.name for entry in minutes.mentions if entry.kind == "person" and plain(entry.name).startswith("lars wa")
    }
    assert spelled
    assert len({person.iri for name in spelled if (person := resolution.person(name))}) == 1


def test_a_title_is_resolved_to_who_holds_it_with_both_evidences() -> None:
    minutes = real_minutes()["kjh-styrelsen-2024-10-25.txt"]
    resolution = resolve([mentions_of(minutes)], BASE).resolution(mentions_of(minutes))
    assignments = [(item, entry) for item in minutes.items for entry in item.assignments]
    item, _ = next((item, entry) for item, entry in assignments if "förbundschef" in map(str.casefold, entry.assignee))
    holder = resolution.holders[item.number, "forbundschef"]
    assert holder.person.label == "Martin Söderström"
    assert holder.sha256 == minutes.source.sha256
    text = shared_path("protocols", "kjh-styrelsen-2024-10-25.txt").read_text("utf-8")
    assert all("Söderström" in text[start:end] for start, end in holder.spans)


SEEDS = (11, 41, 105)  # 41 and 105 were the hardest of thirty


@cache
def made_up(seed: int) -> tuple[list[Told], Identities]:
    told = list(corpus(seed, 10_000))
    return told, resolve([mentions_of(each.minutes) for each in told], BASE)


@pytest.mark.parametrize("seed", SEEDS)
def test_made_up_corpora_hold_the_bounds(seed: int) -> None:
    told, identities = made_up(seed)
    pairs, _ = measured(identities, told)
    assert sum(len(each.truth) for each in told) >= 10_000
    assert pairs.precision >= 0.995, pairs
    assert pairs.recall >= 0.97, pairs
    assert identities.candidates
    assert all(
        one.score >= other.score - 0.001
        for one, other in zip(identities.candidates, identities.candidates[1:], strict=False)
    )


def test_building_in_two_parts_and_in_another_order_gives_the_same_iris() -> None:
    told, identities = made_up(SEEDS[0])
    records = [mentions_of(each.minutes) for each in told]
    assert resolve(reversed(records), BASE).things == identities.things
    first = resolve(records[: len(records) // 2], BASE)
    for record in records[: len(records) // 2 : 50]:
        before, now = first.resolution(record), identities.resolution(record)
        assert {key: each.local for key, each in before.people.items()} == {
            key: each.local for key, each in now.people.items()
        }
    known = {thing.iri for thing in identities.things} | {old for thing in identities.things for old in thing.replaces}
    assert {thing.iri for thing in first.things} <= known, "an IRI that was given once works for good"


def test_a_merged_iri_still_finds_its_person_in_sparql() -> None:
    documents = [each for name, each in real_minutes().items() if name.startswith("pks")]
    records = [mentions_of(each) for each in documents]
    identities = resolve(records, BASE)
    store = Store()
    store.extend(identity_quads(identities, BASE))
    for each, record in zip(documents, records, strict=True):
        store.extend(document_quads(each, identities.resolution(record), BASE))
    (person,) = (thing for thing in identities.things if thing.label == "Therese Petersson")
    for iri in (person.iri, *person.replaces):
        found = store.query(
            f"SELECT (COUNT(?attendance) AS ?n) {{ <{iri}> <http://purl.org/dc/terms/isReplacedBy>? ?person . "
            "?attendance <http://data.europa.eu/eli/eli-draft-legislation-ontology#had_participant_person> ?person }",
            use_default_graph_as_union=True,
        )
        assert isinstance(found, QuerySolutions)
        assert next(found)["n"] == Literal(2)
    assert person.replaces
