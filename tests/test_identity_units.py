"""Bodies, organisations, groups, parties and places: what is one, what stays apart, what a text means."""

import pytest
from identity_samples import BASE, PROOF, gold_minutes, member, minutes_of, resolved

from loaders.identity import Identities, Resolution, Thing, mentions_of
from loaders.minutes import AgendaItem, Appointment, Assignment, Group, Mention, Minutes, Recipient


def resolution_of(identities: Identities, minutes: Minutes) -> Resolution:
    return identities.resolution(mentions_of(minutes))


def things(identities: Identities, kind: str) -> dict[str, Thing]:
    return {thing.iri.removeprefix(BASE): thing for thing in identities.things if thing.kind == kind}


def item(number: str = "1", **facts: object) -> AgendaItem:
    return AgendaItem(number=number, title="Ärende", evidence=PROOF, **facts)  # type: ignore[arg-type]


def group(name: str, kind: str = "arbetsgrupp", **more: object) -> Group:
    return Group(name=name, kind=kind, evidence=PROOF, **more)  # type: ignore[arg-type]


def assigned(*names: str) -> tuple[Assignment, ...]:
    return (Assignment(assignee=names, task="återkomma", evidence=PROOF),)


def appointed(body: str) -> tuple[Appointment, ...]:
    return (Appointment(person="Eva Ek", role="member", body=body, evidence=PROOF),)


def test_one_organisations_words_within_the_others_join_a_distinctive_body() -> None:
    first, second = gold_minutes("pks-2023-01-12"), gold_minutes("pks-2024-03-21-ocr")
    identities = resolved(first, second)
    one, other = resolution_of(identities, first).body, resolution_of(identities, second).body
    assert one is not None
    assert other is not None
    assert one.iri == other.iri == f"{BASE}body/kommunal-utveckling/primarkommunalt-samverkansorgan"
    assert other.local == f"{BASE}body/kommunal-utveckling-jonkopings-lan/primarkommunalt-samverkansorgan"
    assert things(identities, "body")[one.iri.removeprefix(BASE)].replaces == (other.local,)
    assert {merge.rule for merge in identities.merges} >= {"contained-name", "same-organisation"}


def test_what_could_be_two_organisations_is_neither() -> None:
    body = "Primärkommunalt samverkansorgan"
    names = ("Kommunal utveckling", "Kommunal utveckling Småland", "Kommunal utveckling Halland")
    identities = resolved(*(minutes_of(["Eva Ek"], body=body, organisation=name) for name in names))
    assert len(things(identities, "body")) == 3


def test_generic_bodies_need_the_organisation() -> None:
    west = minutes_of([], body="Styrelsen", organisation="Kommunförbundet")
    east = minutes_of([], body="Styrelsen", organisation="Kommunförbundet Öst")
    again = minutes_of([], body="styrelse", organisation="KOMMUNFÖRBUNDET ÖST", date="2024-01-01")
    bodies = things(resolved(west, east, again), "body")
    assert sorted(bodies) == ["body/kommunforbundet-ost/styrelsen", "body/kommunforbundet/styrelsen"]
    assert bodies["body/kommunforbundet-ost/styrelsen"].unit_of == f"{BASE}organisation/kommunforbundet-ost"


def test_a_body_without_organisation_is_the_documents_unless_its_name_is_its_own() -> None:
    generic, proper = minutes_of([], body="Kommunstyrelsen"), minutes_of([], body="Samverkansnämnden Blekinge")
    identities = resolved(generic, proper)
    sha16 = generic.source.sha256[:16]
    assert resolution_of(identities, generic).scope == f"{sha16}/kommunstyrelsen"
    assert f"body/{sha16}/kommunstyrelsen" in things(identities, "body")
    assert "body/samverkansnamnden-blekinge/samverkansnamnden-blekinge" in things(identities, "body")


def test_a_municipality_is_its_own_organisation() -> None:
    minutes = minutes_of([], body="Kommunstyrelsen", organisation="ARVIKA KOMMUN")
    identities = resolved(minutes)
    organisation = resolution_of(identities, minutes).organisation
    assert organisation is not None
    assert (organisation.iri, organisation.label) == (f"{BASE}municipality/1784", "Arvika")
    (body,) = things(identities, "body").values()
    assert body.iri == f"{BASE}body/arvika-kommun/kommunstyrelsen"
    assert body.unit_of == f"{BASE}municipality/1784"
    assert not things(identities, "municipality"), "the reference data describe municipalities"


def test_minutes_without_body_or_organisation_have_a_scope_all_the_same() -> None:
    nothing = minutes_of(["Eva Ek"], body=None)
    only = minutes_of(["Eva Ek"], body=None, organisation="Region Väst")
    identities = resolved(nothing, only)
    assert resolution_of(identities, nothing).body is None
    assert resolution_of(identities, nothing).scope == nothing.source.sha256[:16]
    body = resolution_of(identities, only).body
    assert body is not None
    assert body.kind == "organisation"


def test_definite_group_words_mean_the_items_group() -> None:
    minutes = minutes_of(
        [],
        items=(
            item("1", groups=(group("arbetsgrupp"),), assignments=assigned("arbetsgruppen", "nätverket")),
            item("2", groups=(group("nätverk för kost", "nätverk"),), assignments=assigned("nätverket", "gruppen")),
            item("3", assignments=assigned("arbetsgruppen", "nätverket för kost")),
            item("4", groups=(group("styrgrupp A"), group("styrgrupp B")), assignments=assigned("styrgruppen")),
        ),
    )
    resolution = resolution_of(resolved(minutes), minutes)
    bare = resolution.unit("arbetsgrupp", "1")
    assert bare is not None
    assert bare.iri.endswith("/arbetsgrupp-2023-01-12-1")
    assert resolution.unit("arbetsgruppen", "1") == bare
    assert resolution.unit("nätverket", "1") is None
    assert resolution.unit("nätverket", "2") == resolution.unit("nätverk för kost", "2") is not None
    assert resolution.unit("gruppen", "2") is None
    assert resolution.unit("arbetsgruppen", "3") is None
    assert resolution.unit("nätverket för kost", "3") == resolution.unit("nätverk för kost", "2")
    assert resolution.unit("styrgruppen", "4") is None, "two fit"


def test_a_group_is_found_again_in_later_minutes_of_its_body_only() -> None:
    formed = minutes_of(
        [], organisation="Region Väst", items=(item(groups=(group("styrgrupp för e-arkiv", "styrgrupp"),)),)
    )
    later = minutes_of(
        [],
        organisation="Region Väst",
        date="2024-01-01",
        items=(item(assignments=assigned("styrgruppen för e-arkiv")),),
    )
    foreign = minutes_of([], organisation="Region Öst", items=(item(assignments=assigned("styrgruppen för e-arkiv")),))
    identities = resolved(formed, later, foreign)
    found = resolution_of(identities, later).unit("styrgruppen för e-arkiv", "1")
    assert found is not None
    assert found.iri == f"{BASE}group/region-vast-styrelsen/styrgrupp-for-e-arkiv"
    assert found.unit_of == f"{BASE}body/region-vast/styrelsen"
    assert resolution_of(identities, foreign).unit("styrgruppen för e-arkiv", "1") is None


def test_definite_and_indefinite_groups_of_a_body_are_one() -> None:
    first = minutes_of([], organisation="Region Väst", items=(item(groups=(group("styrgruppen för e-arkiv"),)),))
    second = minutes_of(
        [], organisation="Region Väst", date="2024-01-01", items=(item(groups=(group("styrgrupp för e-arkiv"),)),)
    )
    groups = things(resolved(first, second), "group")
    (one,) = groups.values()
    assert one.iri.endswith("/styrgruppen-for-e-arkiv")
    assert one.replaces == (f"{BASE}group/region-vast-styrelsen/styrgrupp-for-e-arkiv",)


def test_appointed_bodies_are_things_and_titles_are_not() -> None:
    minutes = minutes_of(
        ["Eva Ek"],
        body="Kommunstyrelsen",
        organisation="Arvika kommun",
        items=(
            item("1", appointments=appointed("Klimatrådet")),
            item("2", appointments=appointed("Kommunalförbundet Glaskogens direktion")),
            item("3", appointments=appointed("styrgruppen för e-arkiv")),
            item("4", appointments=appointed("SKLs nätverk för chefer")),
            item(
                "5",
                recipients=(
                    Recipient(name="Kommundirektören", evidence=PROOF),
                    Recipient(name="Omsorgsnämnden", evidence=PROOF),
                ),
            ),
            item("6", assignments=assigned("förbundschef", "Eda kommun", "Eda")),
        ),
        mentions=(Mention(kind="body", name="Science Park", evidence=PROOF),),
    )
    own = minutes_of([], body="Direktionen", organisation="Kommunalförbundet Glaskogen")
    resolution = resolution_of(resolved(minutes, own), minutes)

    def iri(text: str, number: str) -> str | None:
        found = resolution.unit(text, number)
        return found.iri.removeprefix(BASE) if found else None

    assert iri("Klimatrådet", "1") == "body/arvika-kommun/klimatradet"
    assert iri("Kommunalförbundet Glaskogens direktion", "2") == "body/kommunalforbundet-glaskogen/direktionen"
    assert iri("styrgruppen för e-arkiv", "3") == "group/arvika-kommun-kommunstyrelsen/styrgruppen-for-e-arkiv"
    assert iri("SKLs nätverk för chefer", "4") == "body/arvika-kommun/skls-natverk-for-chefer"
    assert iri("Omsorgsnämnden", "5") == "body/arvika-kommun/omsorgsnamnden"
    assert iri("Kommundirektören", "5") is None
    assert iri("förbundschef", "6") is None
    assert iri("Eda kommun", "6") == "municipality/1730"
    assert iri("Eda", "6") is None
    assert iri("Science Park", "") is None


def test_a_proper_name_finds_the_body_whose_minutes_were_read() -> None:
    own = minutes_of([], body="Samverkansnämnden Blekinge", organisation="Region Blekinge", date="2020-01-01")
    elsewhere = minutes_of(
        ["Eva Ek"],
        organisation="Kommunförbundet Syd",
        items=(item(appointments=appointed("Samverkansnämnden Blekinge")),),
    )
    resolution = resolution_of(resolved(own, elsewhere), elsewhere)
    found = resolution.unit("Samverkansnämnden Blekinge", "1")
    assert found is not None
    assert found.iri == f"{BASE}body/region-blekinge/samverkansnamnden-blekinge"


def test_genitives_are_the_same_organisation() -> None:
    minutes = minutes_of(
        [], mentions=tuple(Mention(kind="body", name=n, evidence=PROOF) for n in ("Region Skånes", "Region Skåne"))
    )
    (region,) = things(resolved(minutes), "organisation").values()
    assert (region.iri, region.label) == (f"{BASE}organisation/region-skane", "Region Skåne")


def test_kinds_of_bodies_come_from_the_code_list() -> None:
    kommun = things(resolved(minutes_of([], body="Kommunstyrelsen", organisation="Arvika kommun")), "body")
    (body,) = kommun.values()
    assert body.body_kind is not None
    assert body.body_kind.endswith("body-kind/kommunstyrelse")


def test_national_and_local_parties() -> None:
    minutes = minutes_of(
        [
            member("Eva Ek", party="fp"),
            member("Bo Alm", party="vv", municipality="Habo"),
            member("Mia Lind", party="FiA"),
        ],
        organisation="Region Väst",
    )
    identities = resolved(minutes)
    resolution = resolution_of(identities, minutes)
    liberal, local, other = resolution.party("FP"), resolution.party("VV", "Habo kommun"), resolution.party("FiA")
    assert liberal is not None
    assert local is not None
    assert other is not None
    assert (liberal.iri, liberal.label) == (f"{BASE}party/l", "Liberalerna")
    assert (local.iri, local.label) == (f"{BASE}party/0643/vv", "VV")
    assert (other.iri, other.label) == (f"{BASE}party/region-vast/fia", "FiA")
    assert {thing.label for thing in things(identities, "party").values()} == {"VV", "FiA"}


def test_places_that_are_no_municipalities() -> None:
    minutes = minutes_of(
        [member("Eva Ek", municipality="Norrsund"), member("Bo Alm", municipality="Östersunds kommun")]
    )
    identities = resolved(minutes)
    resolution = resolution_of(identities, minutes)
    place, municipality = resolution.municipality("Norrsund"), resolution.municipality("Östersund")
    assert place is not None
    assert municipality is not None
    assert (place.kind, place.iri, place.label) == ("place", f"{BASE}place/norrsund", "Norrsund")
    assert (municipality.kind, municipality.iri, municipality.label) == (
        "municipality",
        f"{BASE}municipality/2380",
        "Östersund",
    )


def test_places_and_parties_that_nobody_stands_for_are_no_things() -> None:
    mention = Mention(kind="municipality", name="Nirgendheim", evidence=PROOF)
    listed = [member("Eva Ek", party="VV", municipality="Habo")]
    item_with_party = item(appointments=(Appointment(person="Eva Ek", role="member", party="VV", evidence=PROOF),))
    minutes = minutes_of(listed, organisation="Region Väst", mentions=(mention,), items=(item_with_party,))
    identities = resolved(minutes)
    assert things(identities, "place") == {}
    assert list(things(identities, "party")) == ["party/0643/vv"]
    assert resolution_of(identities, minutes).municipality("Nirgendheim") is None


def test_a_title_means_its_holder_in_the_same_or_the_nearest_minutes_of_the_body() -> None:
    chief = member("Martin Alm", title="Förbundschef", roles=("official",))
    before = minutes_of([chief], organisation="Kommunförbundet Väst", date="2023-01-12")
    named = minutes_of(
        ["Eva Ek"],
        organisation="Kommunförbundet Väst",
        date="2023-05-12",
        items=(item(assignments=assigned("Förbundschefen", "kanslichefen")),),
    )
    follower = member("Ida Lind", title="tf förbundschef", roles=("official",))
    later = minutes_of([follower], organisation="Kommunförbundet Väst", date="2023-06-12")
    elsewhere = minutes_of(
        [member("Bo Ek", title="förbundschef")], organisation="Kommunförbundet Öst", date="2023-05-11"
    )
    resolution = resolution_of(resolved(before, named, later, elsewhere), named)
    held = resolution.holders["1", "forbundschefen"]
    assert (held.person.label, held.sha256) == ("Martin Alm", before.source.sha256)
    assert ("1", "kanslichefen") not in resolution.holders
    assert resolution_of(resolved(named, elsewhere), named).holders == {}
    two = minutes_of(
        [chief, follower], organisation="Kommunförbundet Väst", items=(item(assignments=assigned("förbundschef")),)
    )
    assert resolution_of(resolved(two), two).holders == {}, "either may be meant"


def test_the_chair_of_the_meeting_is_meant_by_that_word() -> None:
    minutes = minutes_of(
        [member("Eva Ek", roles=("chair",)), "Bo Alm"], items=(item(assignments=assigned("Ordföranden")),)
    )
    assert resolution_of(resolved(minutes), minutes).holders["1", "ordforanden"].person.label == "Eva Ek"


def test_abbreviations_mean_the_body_that_they_are_defined_for_or_stand_for() -> None:
    minutes = minutes_of(
        [],
        body="Primärkommunalt samverkansorgan (PKS)",
        organisation="Kommunal utveckling",
        items=(
            item("1", appointments=appointed("Klimatrådet (KLR)"), assignments=assigned("PKS", "KLR", "PKSX")),
            item("2", assignments=assigned("pks")),
        ),
    )
    plainly = minutes_of(
        [], body="Primärkommunalt samverkansorgan", organisation="Kommunal utveckling", date="2024-01-01"
    )
    identities = resolved(minutes, plainly)
    resolution = resolution_of(identities, minutes)
    assert resolution.body is not None
    assert resolution.body.iri == f"{BASE}body/kommunal-utveckling/primarkommunalt-samverkansorgan"
    assert resolution_of(identities, plainly).body is not None
    assert resolution.unit("PKS", "1") == resolution.body
    assert resolution.unit("KLR", "1") == resolution.unit("Klimatrådet (KLR)", "1") is not None
    assert resolution.unit("PKSX", "1") is None
    assert resolution.unit("pks", "2") is None, "lower case is a word"


def test_a_committee_of_an_own_body_is_the_organisations() -> None:
    minutes = minutes_of(
        [],
        body="Kommunstyrelsen",
        organisation="Habo kommun",
        items=(item(assignments=assigned("kommunstyrelsens arbetsutskott (KSAU)", "KSAU", "KS")),),
    )
    identities = resolved(minutes)
    resolution = resolution_of(identities, minutes)
    committee = resolution.unit("KSAU", "1")
    assert committee is not None
    assert committee == resolution.unit("kommunstyrelsens arbetsutskott (KSAU)", "1")
    assert resolution.unit("KS", "1") == resolution.body
    assert things(identities, "body")[committee.iri.removeprefix(BASE)].unit_of == f"{BASE}municipality/0643"


def test_an_association_has_the_municipalities_of_those_who_sit_in_its_bodies() -> None:
    listed = [member("Eva Ek", municipality="Habo"), member("Bo Alm", municipality="Mullsjö kommun")]
    guest = member("Mia Lind", municipality="Vaggeryd", roles=("guest",))
    association = minutes_of([*listed, guest], organisation="Kommunalförbundet Väst")
    region = minutes_of(listed, body="Regionfullmäktige", organisation="Region Jönköpings län")
    found = things(resolved(association, region), "organisation")
    west = found["organisation/kommunalforbundet-vast"]
    assert west.members == (f"{BASE}municipality/0642", f"{BASE}municipality/0643")
    assert west.county == f"{BASE}county/06"
    assert found["organisation/region-jonkopings-lan"].members == ()


def test_a_region_named_without_its_county_is_that_region() -> None:
    named = ("Region Kalmar län", "Region Kalmar", "Region Jönköpings län", "Region Jönköping", "Region Skåne")
    identities = resolved(
        minutes_of([], items=(item(assignments=assigned(*named)),), organisation="Kommunförbundet Väst")
    )
    regions = [thing.label for thing in identities.things if thing.label.startswith("Region")]
    assert regions == ["Region Jönköpings län", "Region Kalmar län", "Region Skåne"]


@pytest.mark.parametrize(
    "named", ["sekretariatet", "Sekretariatet Kommunförbundet Väst", "Kommunförbundet Västs sekretariat"]
)
def test_a_body_beside_the_name_of_its_organisation_is_that_body(named: str) -> None:
    minutes = minutes_of([], items=(item(assignments=assigned(named)),), organisation="Kommunförbundet Väst")
    unit = resolved(minutes).resolution(mentions_of(minutes)).unit(named, "1")
    assert unit is not None
    assert (unit.kind, unit.iri.rpartition("/id/")[2]) == ("body", "body/kommunforbundet-vast/sekretariatet")
