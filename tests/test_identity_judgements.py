"""Judgements: they go before the evidence, hold transitively, and contradictions are reported."""

from identity_samples import BASE, minutes_of, person_in

from loaders.identity import Identities, Judgement, Resolution, Verdict, mentions_of, resolve
from loaders.minutes import Minutes

WEST = minutes_of(["Eva Ek"], organisation="Kommunförbundet Väst")
EAST = minutes_of(["Eva Ek"], organisation="Kommunförbundet Öst", date="2023-02-01")
NORTH = minutes_of(["Eva Ek"], organisation="Kommunförbundet Norr", date="2023-03-01")
LATER = minutes_of(["Eva Ek"], body="Presidiet", organisation="Kommunförbundet Väst", date="2024-01-12")


def judged(*judgements: Judgement) -> Identities:
    return resolve(map(mentions_of, (WEST, EAST, NORTH, LATER)), BASE, judgements)


def resolutions(identities: Identities) -> list[Resolution]:
    return [identities.resolution(mentions_of(each)) for each in (WEST, EAST, NORTH, LATER)]


def local(minutes: Minutes) -> str:
    person = judged().resolution(mentions_of(minutes)).person("Eva Ek")
    assert person is not None
    return person.local


def say(verdict: str, one: Minutes, other: Minutes) -> Judgement:
    return Judgement(local(one), local(other), Verdict(verdict))


def same(identities: Identities, one: Minutes, other: Minutes) -> bool:
    return person_in(identities, one, "Eva Ek") == person_in(identities, other, "Eva Ek")


def test_a_positive_judgement_joins_and_carries_over() -> None:
    identities = judged(say("positive", WEST, EAST), say("positive", EAST, NORTH))
    assert same(identities, WEST, NORTH)
    assert same(identities, LATER, NORTH), "the machine's own join holds, too"
    assert [merge.rule for merge in identities.merges].count("judgement") == 2
    assert identities.conflicts == ()


def test_a_negative_judgement_keeps_apart_what_the_machine_would_join() -> None:
    assert same(judged(), WEST, LATER)
    assert not same(judged(say("negative", WEST, LATER)), WEST, LATER)


def test_an_unsure_judgement_leaves_a_pair_open() -> None:
    assert not same(judged(say("unsure", WEST, LATER)), WEST, LATER)


def test_the_last_judgement_on_a_pair_counts() -> None:
    assert same(judged(say("negative", WEST, EAST), say("positive", EAST, WEST)), WEST, EAST)


def test_contradictions_are_reported_and_nothing_is_joined_against_a_negative_one() -> None:
    apart = say("negative", WEST, NORTH)
    held_back = say("positive", EAST, NORTH)
    identities = judged(apart, say("positive", WEST, EAST), held_back)
    assert same(identities, WEST, EAST)
    assert not same(identities, EAST, NORTH)
    (conflict,) = identities.conflicts
    assert conflict.judgement == held_back
    assert conflict.against == (apart,)


def test_a_judgement_on_what_is_gone_is_reported_and_changes_nothing() -> None:
    gone = Judgement(local(WEST), f"{BASE}person/nobody-00000000", Verdict.POSITIVE)
    identities = judged(gone)
    assert identities.conflicts[0].unknown == (f"{BASE}person/nobody-00000000",)
    assert identities.merges == judged().merges


def test_bodies_are_judged_as_people_are() -> None:
    bodies = [resolution.body for resolution in resolutions(judged())]
    west, east = (next(body.local for body in bodies if body and key in body.local) for key in ("vast/s", "ost/s"))
    identities = judged(Judgement(west, east, Verdict.POSITIVE))
    joined = {resolution.body.iri for resolution in resolutions(identities) if resolution.body}
    assert len(joined) == 3
