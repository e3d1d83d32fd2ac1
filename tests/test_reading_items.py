"""Heads of items, their parts, and the decided points."""

from __future__ import annotations

import pytest
from reading_samples import read

from loaders.reading.items.formulas import is_own, is_own_formula
from loaders.reading.pages.layout import lay_out
from loaders.reading.pages.meetings import split_meetings
from loaders.reading.text.prepare import make_sheet

FRONT = "Protokoll från sammanträde med Kommunstyrelsen 2024-03-08\nNärvarande: Eva Alm (S), Bo Ek (M)\n\n"


def items(text: str) -> list[tuple[str, str]]:
    return [(item.number, item.title) for item in read(FRONT + text).items]


def decisions(text: str) -> list[str]:
    (item,) = read(f"{FRONT}§ 4 Budget\n\n{text}\n").items
    return [decision.text for decision in item.decisions]


@pytest.mark.parametrize(
    ("heads", "found"),
    [
        ("§ 4 Val\nText.\n\n§ 5 Budget\nText.\n", [("4", "Val"), ("5", "Budget")]),
        ("- § 4 **Val**\nText.\n\n- § 5 **Budget**\nText.\n", [("4", "Val"), ("5", "Budget")]),
        ("39 § Val\nText.\n\n40 § Budget\nText.\n", [("39", "Val"), ("40", "Budget")]),
        ("Ärende 1 – Val\nText.\n\nÄrende 2 – Budget\nText.\n", [("1", "Val"), ("2", "Budget")]),
        ("1. Val\n\nText.\n\n2. Budget\n\nText.\n", [("1", "Val"), ("2", "Budget")]),
        ("4.13 Val\n\nText.\n\n4.14 Budget\n\nText.\n", [("4.13", "Val"), ("4.14", "Budget")]),
        ("67 Val\n\nText.\n\n68 Budget\n\nText.\n", [("67", "Val"), ("68", "Budget")]),
        ("# Protokoll\n\n## Val\n\nText.\n\n## Budget\n\nText.\n", [("1", "Val"), ("2", "Budget")]),
        ("§ 140 Information\n\na) NIS2\nText.\n\nb) Budget\nText.\n", [("140", "Information"), ("140 a", "NIS2"), ("140 b", "Budget")]),
        ("44 §\nRapporter\n\na) Badplatser\nEva berättar.\nNämnden beslutar\natt notera det.\n\nb) Leder\nBo redovisar.\n", [("44", "Rapporter"), ("44 a", "Badplatser"), ("44 b", "Leder")]),
        ("§ 4 Budget 2024   HMN24-0004\nText.\n\n§ 5 Plan 2026-2027 KS 2024/15\nText.\n", [("4", "Budget 2024"), ("5", "Plan 2026-2027")]),
        ("§ 4 Rapport (24RGY0112)\nText.\n\n§ 5 Remiss (SOU 2023:15)\nText.\n", [("4", "Rapport"), ("5", "Remiss (SOU 2023:15)")]),
        ("§ 4 Val av ledamöter och ersättare i\nKlimatrådet\nText.\n", [("4", "Val av ledamöter och ersättare i Klimatrådet")]),
        ("Val, § 4\n\nBeslut\nText.\n\nBidrag till hembygdsföreningen för\nett tak, § 5\nText.\n", [("4", "Val"), ("5", "Bidrag till hembygdsföreningen för ett tak")]),
        ("Val   4 §\n\nEva Alm, ekonom   4 §\n\nBudget   5 §\nEnligt\n§ 9 gäller.\n", [("4", "Val"), ("5", "Budget")]),
        ("KS 2024/15   § 4   Val\nText.\n\nKS 2024/16   § 5   Budget\nNämnden\n2024-02-01 § 4\n", [("4", "Val"), ("5", "Budget")]),
        ("KF § 4  Dnr -\nVal\nBeslut\nText.\n\nKF § 5  Dnr 2024/9\nDagordning\nBeslut\nText.\n", [("4", "Val"), ("5", "Dagordning")]),
        ("§ 4 (KS 2024/15) Val\nText.\n\n§ 5 - KS 2024/16 - Budget\nText.\n", [("4", "Val"), ("5", "Budget")]),
        ("Val, punkt 4\nText.\n\nNästa möte, punkt 5\nText.\n", [("4", "Val"), ("5", "Nästa möte")]),
        ("Nr 4. Val\n\nText.\n\nNr 5. Budget\n\nText.\n", [("4", "Val"), ("5", "Budget")]),
        ("Ärende nr 4: Val\nText.\n\nÄrende nr 5: Budget\nText.\n", [("4", "Val"), ("5", "Budget")]),
        ("Valberedning\nKS 2024/15\n§ 4\nText.\n\nBudget\nKS 2024/16\n§ 5\nText.\n", [("4", "Valberedning"), ("5", "Budget")]),
        ("VALBEREDNING\n\nStyr § 4\nText.\n\nBUDGET\n\nStyr § 5\nBeslut: Text.\n\nNästa möte\n\nStyr § 6\nText.\n", [("4", "VALBEREDNING"), ("5", "BUDGET"), ("6", "Nästa möte")]),
        ("§ 4\nValberedning\nText.\n\nTill handlingarna\n\n§ 5\nBudget\nText.\n\nLagt utan beslut\n\n§ 6\nNästa möte\nText.\n", [("4", "Valberedning"), ("5", "Budget"), ("6", "Nästa möte")]),
        ("§ 4\nVal\nBeslut\nText.\n\n§ 5\nBudget\nBeslut\nText.\n", [("4", "Val"), ("5", "Budget")]),
    ],
)  # fmt: skip
def test_heads(heads: str, found: list[tuple[str, str]]) -> None:
    assert items(heads) == found


def test_a_diary_number_at_the_end_of_a_head_is_no_part_of_the_title() -> None:
    (item,) = read(f"{FRONT}§ 4 Budget   Dnr KS.2018.217\nText.\n").items
    assert (item.title, item.diary_number) == ("Budget", "KS.2018.217")


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("Kommunstyrelsen beslutar att godkänna rapporten, att lägga den till handlingarna samt att tacka.",
         ["att godkänna rapporten", "att lägga den till handlingarna", "att tacka."]),
        ("Beslut\nAtt godkänna rapporten.\nAtt tacka.", ["Att godkänna rapporten.", "Att tacka."]),
        ("Kommunstyrelsens beslut\n1. Budgeten godkänns.\n2. Planen antas.", ["Budgeten godkänns.", "Planen antas."]),
        ("Beslut\nBudgeten godkänns.", ["Budgeten godkänns."]),
        ("Beslut: Enligt förslag.", ["Enligt förslag."]),
        ("Kommunstyrelsen beslutar\n- att godkänna\n- att tacka", ["att godkänna", "att tacka"]),
        ("Kommunstyrelsen beslutar att ge kansliet i uppdrag att utreda frågan", ["att ge kansliet i uppdrag att utreda frågan"]),
        ("Beslut\natt godkänna den rapport som\ntagits fram under året", ["att godkänna den rapport som tagits fram under året"]),
        ("Socialnämnden beslutade 2024-01-01 att avslå.", []),
        ("Socialnämndens beslut\nAtt avslå.", []),
        ("Förslag till beslut\nAtt avslå.", []),
        ("Ordföranden informerar om läget.", []),
    ],
)  # fmt: skip
def test_decided_points(text: str, points: list[str]) -> None:
    assert decisions(text) == points


@pytest.mark.parametrize(
    ("words", "body", "own"),
    [
        ("Kommunstyrelsen", "Kommunstyrelsen", True),
        ("Styrelsen", "Kommunstyrelsen", True),
        ("Mötet", "Direktionen", True),
        ("Direktionens", "Direktionen", True),
        ("Kommunfullmäktige", "Kommunstyrelsen", False),
        ("Socialnämnden", "Kommunstyrelsen", False),
        ("Vem som helst", None, True),
    ],
)
def test_whose_decision_it_is(words: str, body: str | None, own: bool) -> None:
    assert is_own(words, body) is own


def test_a_formula_of_another_body_opens_no_decision() -> None:
    assert is_own_formula("Kommunstyrelsen beslutar att godkänna", "Kommunstyrelsen")
    assert is_own_formula("Det beslutades att godkänna", "Kommunstyrelsen")
    assert not is_own_formula("Socialnämnden beslutar att godkänna", "Kommunstyrelsen")
    assert not is_own_formula("Den nämnd som beslutar att godkänna", "Kommunstyrelsen")


WORDS = ("vägar", "skolor", "broar", "hamnar", "badhus", "parker", "torg", "bibliotek")


def test_running_heads_are_furniture_and_never_part_of_a_sentence() -> None:
    head = "Kommunförbundet Norrstrand\nProtokoll 2024-03-08   {} (4)\n"
    text = FRONT
    for page, year in enumerate(("i fjol", "i år", "nästa år"), start=1):
        text += f"§ {page} Rapport\n\n" + "".join(f"Ordföranden berättar om {word} {year}.\n" for word in WORDS)
        text += "\nKommunstyrelsen beslutar att godkänna den rapport som\n\n" + head.format(page)
        text += f"tagits fram {year}.\n\n"
    ((sheet, lines),) = split_meetings(make_sheet(text)[0])
    layout = lay_out(sheet, lines)
    assert layout.furniture.count("running-head") == 6
    found = [decision.text for item in read(text).items for decision in item.decisions]
    assert found == [f"att godkänna den rapport som tagits fram {year}." for year in ("i fjol", "i år", "nästa år")]


def test_a_diary_number_on_the_line_above_a_head_is_of_that_item() -> None:
    text = (
        "Protokoll från Folkhälsorådet 2024-03-14\nNärvarande: Eva Alm (S), ordförande\n\n18 § Öppnande\nRådet beslutar\n"
        "att öppna mötet.\nEKBY/130/12.03.00/2023\n19 § Enkät\nRådet beslutar\natt sända ut enkäten.\n"
    )
    minutes = read(text)
    told = [(item.diary_number, [point.text for point in item.decisions]) for item in minutes.items]
    assert told == [(None, ["att öppna mötet."]), ("EKBY/130/12.03.00/2023", ["att sända ut enkäten."])]


def test_an_earlier_treatment_is_quoted_by_its_head() -> None:
    (item,) = read(
        f"{FRONT}§ 4 Planen\n\nBiN 21.3.2018 § 27\nBeslut: Planen tillstyrks.\n_____\nKst beslut: Planen antas.\n"
    ).items
    (quoted,) = item.quoted
    assert (quoted.body, quoted.text, str(quoted.date), quoted.item) == ("BiN", "Planen tillstyrks", "2018-03-21", "27")


@pytest.mark.parametrize(
    ("text", "decided"),
    [
        ("Bildningsnämnden 21.3.2018 § 27\nBeslut: Nämnden tillsätter en grupp.\n\nKommunstyrelsen 8.3.2024 § 4\nBeslut: Bordläggs.", ["Bordläggs."]),
        ("BiN § 27/21.3.2018\nNämnden beslutade tillsätta en grupp.\nUtdrag: kommunstyrelsen\n______\nKs beslut: Bordläggs.", ["Bordläggs."]),
        ("Kst 1.2.2024 § 2\nBeslut: Återremitteras.\nBn förslag: Planen antas.\nKS:s beslut: Planen antas.", ["Planen antas."]),
        ("Bns beslut:\nPlanen antas.", []),
        ("Kd:s förslag: Planen antas.\nKs: Enligt förslag.", ["Enligt förslag."]),
        ("Ks beslöt att planen antas.", ["att planen antas."]),
        ("BESLUT KST 8.3.2024:\nPlanen antas.", ["Planen antas."]),
        ("Bo Ek (M): avslag.\nSD: bifall till förslaget.\nBn: Planen antas.", []),
        ("Beslut:\nPlanen antas.\n\nBilagor\nBildningsnämnden 21.3.2018 § 27\n_____", ["Planen antas."]),
    ],
)  # fmt: skip
def test_an_earlier_treatment_of_the_matter_decides_nothing(text: str, decided: list[str]) -> None:
    (item,) = read(f"{FRONT}§ 4 Planen\n\n{text}\n").items
    assert [decision.text for decision in item.decisions] == decided
    assert not item.groups
    assert not item.recipients


def test_a_list_of_members_below_the_head_of_a_page_opens_no_other_meeting() -> None:
    head = "Ekby kommun   PROTOKOLL   Blad {}\nSocialnämnden   2024-03-07\n\n"
    front = head.format(1) + "Ledamöter\nEva Alm (S), ordförande\nBo Ek (M)\nCia Dahl (C)\n\n"
    front += "Sn § 12 Val\nBeslut\nBo Ek justerar.\n\nSn § 13 Grupp\nBeslut\nEn styrgrupp tillsätts.\n"
    sent = "Beslutet skickas till\nStyrgruppens ledamöter\n\n"
    group = "Ledamöter\nEva Alm (S)\n\n"
    for part in (sent, group):
        text = f"{front}{head.format(2)}{part}Sn § 14 Avslutning\nMötet avslutas.\n"
        assert len(list(split_meetings(make_sheet(text)[0]))) == 1


@pytest.mark.parametrize(
    "listed",
    [
        "att för åren 2023–2026 välja följande ledamöter i kulturnämnden.\n\nLedamöter\nIda Ros (S), ordförande\nUno Ask (M)\n",
        "att till kulturnämnden för åren 2023–2026 välja\nOrdförande: Ida Ros (S)\nLedamöter: Uno Ask (M)\n",
    ],
)
def test_those_chosen_in_a_list_at_the_end_are_chosen_and_were_not_there(listed: str) -> None:
    minutes = read(f"{FRONT}§ 4 Val till kulturnämnden\nKommunstyrelsen beslutar\n{listed}\nEva Alm\nordförande\n")
    chosen = [(one.person, one.role, one.body, one.since) for one in minutes.items[0].appointments]
    assert chosen == [("Ida Ros", "chair", "kulturnämnden", "2023"), ("Uno Ask", "member", "kulturnämnden", "2023")]
    assert [one.name for one in minutes.participants] == ["Eva Alm", "Bo Ek"]
