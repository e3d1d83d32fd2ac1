"""Conventions of minutes that need more than one row: each a few lines, and what must be read from them."""

from __future__ import annotations

import hashlib

import pytest

from loaders.documents import Document
from loaders.minutes import AgendaItem, Attendance, Minutes
from loaders.reading import read_minutes

FRONT = "Protokoll från sammanträde med Folkhälsorådet den 3 maj 2024 kl. 9.00-11.00\n"
MEMBERS = "Närvarande ledamöter\nEva Alm (S), Habo, ordförande\nBo Ek (M), Mullsjö\nLisa By (C), Vaggeryd\n\n"


def read(text: str) -> Minutes:
    digest = hashlib.sha256(text.encode()).hexdigest()
    (minutes,) = read_minutes(Document("x.txt", text, digest, "text/plain"))
    return minutes


def person(minutes: Minutes, name: str) -> Attendance:
    return next(one for one in minutes.participants if one.name == name)


def item(text: str) -> AgendaItem:
    return read(
        f"{FRONT}{MEMBERS}§ 1 Öppnande\nMötet öppnas.\n\n§ 2 {text}\n\n§ 3 Avslutning\nMötet avslutas.\n"
    ).items[1]


def test_personal_substitutes_stand_beside_their_members() -> None:
    table = "Ledamot                    Personlig ersättare\nEva Alm (S), ordförande    Ann Ros (S)\nBo Ek (M)                  Jan By (M), tjänstgörande\n"
    minutes = read(f"{FRONT}{table}\n§ 1 Öppnande\nMötet öppnas.\n\n§ 2 Slut\nMötet avslutas.\n")
    assert person(minutes, "Ann Ros").roles == ("substitute",)
    assert not person(minutes, "Bo Ek").present
    assert person(minutes, "Jan By").replaces == "Bo Ek"


def test_a_column_tells_whom_somebody_serves_for_and_another_the_items() -> None:
    table = "Namn                 Parti   Tjänstgör för      Paragraf\nEva Alm, ordf        S                          1-9\nOskar Dal            MP      Emma Run (MP)      1-4\n"
    minutes = read(f"{FRONT}Ledamöter\n{table}\n§ 1 Öppnande\nMötet öppnas.\n\n§ 2 Slut\nMötet avslutas.\n")
    assert person(minutes, "Oskar Dal").replaces == "Emma Run"
    assert person(minutes, "Oskar Dal").items == "1-4"
    assert not person(minutes, "Emma Run").present


def test_stars_on_most_lines_are_bullets_and_on_few_a_mark() -> None:
    bullets = read(f"{FRONT}Närvarande:\n* Eva Alm, Habo\n* Bo Ek, Mullsjö\n\n§ 1 Ett\nInget.\n\n§ 2 Två\nInget.\n")
    marks = read(f"{FRONT}Beslutande:\nEva Alm (S)\n*Bo Ek (M)\nLisa By (C)\n\n§ 1 Ett\nInget.\n\n§ 2 Två\nInget.\n")
    assert person(bullets, "Bo Ek").roles == ("member",)
    assert person(marks, "Bo Ek").roles == ("serving-substitute",)


def test_rows_whose_columns_only_spaces_part() -> None:
    minutes = read(
        f"{FRONT}Ledamöter\nEva Alm S Habo 1 Ordförande\nBo Ek M Mullsjö -\n\n§ 1 Ett\nInget.\n\n§ 2 Två\nInget.\n"
    )
    assert (person(minutes, "Eva Alm").party, person(minutes, "Eva Alm").municipality) == ("S", "Habo")
    assert person(minutes, "Eva Alm").roles == ("chair",)
    assert not person(minutes, "Bo Ek").present


def test_a_column_of_labels_is_dealt_out_by_what_the_lines_say() -> None:
    front = (
        "Ekby kommun\nByggnadsnämnden\nPROTOKOLL 2016-10-12\nPlats och tid\nBeslutande\nEj tjänstgörande\nersättare\n"
        "Övriga närvarande\nKommunhuset, kl. 13.00-16.20\nEva Alm (C), ordförande\nBo Ek (M)\n"
        "Sara By (MP), ersätter Ann Ros (S) § 7\nSara By (MP), §§ 1-6\nAnders Dal, bygglovschef\n\n"
    )
    minutes = read(f"{front}§ 1 Ett\nInget.\n\n§ 2 Två\nInget.\n")
    assert person(minutes, "Sara By").roles == ("serving-substitute",)
    assert person(minutes, "Bo Ek").roles == ("member",)
    assert person(minutes, "Anders Dal").roles == ("official",)


def test_words_broken_at_lines_ends_are_whole_and_their_evidence_is_the_text() -> None:
    minutes = read(
        f"{FRONT}Närva-\nrande: Eva Alm (S), ord-\nförande, Karl-\nGustaf Ek (M)\n\n§ 1 Ett\nInget.\n\n§ 2 Två\nInget.\n"
    )
    assert person(minutes, "Eva Alm").roles == ("chair",)
    assert person(minutes, "Karl-Gustaf Ek").party == "M"
    assert "ord-\nförande" in person(minutes, "Eva Alm").evidence[0].quote


def test_sub_items_stand_by_their_number_alone() -> None:
    minutes = read(
        f"{FRONT}{MEMBERS}§ 1 Ett\nInget.\n\n§ 2 Övriga frågor\n2 a\nBusshållplatsen\nInget.\n2 b\nBelysning\nInget.\n\n§ 3 Tre\nInget.\n"
    )
    assert [one.number for one in minutes.items] == ["1", "2", "2 a", "2 b", "3"]


def test_headings_without_numbers_are_items() -> None:
    told = "".join(
        f"\n{title}\n\nStyrelsen beslutade att godkänna {k}.\n"
        for k, title in enumerate(("Dagordning", "Ekonomi", "Skyltar"), 1)
    )
    minutes = read(f"{FRONT}{MEMBERS}{told}")
    assert [one.title for one in minutes.items] == ["Dagordning", "Ekonomi", "Skyltar"]


def test_clauses_below_a_lone_beslut_att_begin_with_their_verbs() -> None:
    points = item(
        "Rapport\nBeslut att\ntacka för informationen,\nuppdra till kansliet att svara, samt\ndelge kommunerna rapporten."
    ).decisions
    assert [point.text.split()[0] for point in points] == ["tacka", "uppdra", "delge"]


def test_the_body_can_stand_behind_its_verb_and_a_vote_decides_nothing_anew() -> None:
    after = item("Plan\nEfter votering beslöt rådet\natt anta planen.").decisions
    vote = item(
        "Plan\nRådet beslutar att avslå motionen.\n\nOmröstningsresultat\nMed 6 ja-röster mot 3 nej-röster beslutar rådet att avslå motionen."
    ).decisions
    assert [point.text for point in after] == ["att anta planen."]
    assert len(vote) == 1


def test_recipients_go_on_over_a_line() -> None:
    sent = item(
        "Plan\nRådet beslutar att anta planen.\n\nBeslutet skickas till\nKommun-\nstyrelsen\nBarn- och\nutbildningsnämnden"
    ).recipients
    assert [one.name for one in sent] == ["Kommunstyrelsen", "Barn- och utbildningsnämnden"]


def test_a_term_is_stated_for_all_or_for_the_one_before() -> None:
    all_of_them = item(
        "Val\nRådet beslutar\natt utse Eva Alm till ombud i Länsrådet, samt\natt uppdraget gäller till och med juni 2026."
    ).appointments
    reserve = item(
        "Val\nRådet beslutar\natt utse Eva Alm till ledamot i Länsrådet till och med 2026-12-31, samt\natt utse Bo Ek till reserv i Länsrådet."
    ).appointments
    assert [one.until for one in all_of_them] == ["2026-06"]
    assert [one.until for one in reserve] == ["2026-12-31", "2026-12-31"]


def test_a_groups_proper_name_is_what_its_noun_means_later() -> None:
    council = item(
        "Råd\nRådet beslutar\natt Näringslivsråd Mittlandet inrättas,\natt Habo och Mullsjö får var sin plats i rådet."
    )
    assert council.groups[0].name == "Näringslivsråd Mittlandet"
    assert council.seats[0].body == "Näringslivsråd Mittlandet"


def test_who_presides_meanwhile_is_not_disqualified() -> None:
    assert [one.person for one in item("Bidrag\nJäv: Bo Ek. Ordförande under punkten: Eva Alm.").reservations] == [
        "Bo Ek"
    ]


@pytest.mark.parametrize(
    ("words", "items"),
    [("§ 94 - § 106", "94-106"), ("lämnade mötet efter § 9", "-9"), ("anlände vid § 4", "4-"), ("§§ 4 till 6", "4-6")],
)
def test_which_items_somebody_attended(words: str, items: str) -> None:
    minutes = read(
        f"{FRONT}Närvarande ledamöter\nEva Alm (S), ordförande\nBo Ek (M), {words}\n\n§ 1 Ett\nInget.\n\n§ 2 Två\nInget.\n"
    )
    assert person(minutes, "Bo Ek").items == items
    assert person(minutes, "Bo Ek").title is None
