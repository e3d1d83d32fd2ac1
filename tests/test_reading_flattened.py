"""Minutes whose pages came flattened to one line: our own annotated ones, flattened, read back."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from gold_scorer import score

from loaders.documents import read_document
from loaders.minutes import encode_minutes
from loaders.reading import read_minutes
from loaders.reading.pages.flattened import unflattened

OWN = Path(__file__).parent / "gold"

# The least F1 of each family; tables and columns lose what told them apart, and stay unread.
MINIMUM = {
    "meeting": 0.92, "participants": 0.95, "participation": 0.77, "items": 0.92, "decisions": 0.85, "groups": 0.87,
    "appointments": 0.90, "seats": 0.89, "assignments": 0.89, "recipients": 0.85, "mentions": 0.94,
}  # fmt: skip


def flattened(text: str) -> str:
    """Put each page on one line."""
    return "\n\n".join(re.sub(r"\s+", " ", page).strip() for page in text.split("\f"))


def lines(text: str) -> list[str]:
    return [line.text.strip() for line in unflattened(text) if not line.blank]


def test_flattened_minutes_are_read() -> None:
    pairs: list[tuple[dict[str, Any], dict[str, Any]]] = []
    for path in sorted((OWN / "annotations").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        if not gold["document"].endswith(".txt"):
            continue
        text = flattened((OWN / "protocols" / gold["document"]).read_text("utf-8"))
        found = read_minutes(read_document(text.encode(), gold["document"]))
        nothing = {"meeting": {}, "participants": [], "items": [], "mentions": [], "warnings": []}
        pairs.append((gold, json.loads(encode_minutes(found[0])) if found else nothing))
    reached = {family: round(tally.f1, 3) for family, tally in score(pairs).items() if family in MINIMUM}
    below = {family: reached[family] for family, least in MINIMUM.items() if reached[family] < least}
    assert below == {}


PAGE = (
    "1 Plats och tid Kommunhuset i Ekby, kl 13.00-15.10 Omfattning 44-47 Beslutande Vilgot Tallmo (S) ordförande "
    "Signe Åkerhult (M) 1-e vice ordförande Majken Isgren (C) Ersättare Otto Kvistberg (S) Övriga Siri Klövergård, "
    "förbundsdirektör Ivar Cederlöf, ekonomichef Sekreterare Siri Klövergård Ordförande Vilgot Tallmo Justerare Signe Åkerhult"
)
SECOND = (
    "2 44 Fastställande av dagordning att fastställa dagordningen 45 Val av justerare Signe Åkerhult (M) utses att "
    "justera dagens protokoll. 46 Delårsrapport Ekonomichef Ivar Cederlöf redovisar delårsrapporten. att godkänna "
    "delårsrapporten att överlämna den till medlemmarna 47 Avslutning Ordföranden tackade för dagens möte."
)


def test_labels_without_colon_and_people_are_told_apart() -> None:
    broken = lines(f"{PAGE}\n\n{SECOND}\n")
    assert broken[:9] == [
        "1", "Plats och tid", "Kommunhuset i Ekby, kl 13.00-15.10", "Omfattning", "44-47", "Beslutande",
        "Vilgot Tallmo (S) ordförande", "Signe Åkerhult (M) 1-e vice ordförande", "Majken Isgren (C)",
    ]  # fmt: skip
    assert "Siri Klövergård, förbundsdirektör" in broken


def test_heads_without_sign_count_on_over_the_pages() -> None:
    broken = lines(f"{PAGE}\n\n{SECOND}\n")
    heads = [one for one in broken if re.match(r"4\d \w", one)]
    assert heads == ["44 Fastställande av dagordning", "45 Val av justerare", "46 Delårsrapport", "47 Avslutning"]


FORMS = {
    "decimal": ("4.{n} {title}", ["4.1", "4.2", "4.3", "4.4"]),
    "slash": ("{n}/ {title}", ["1", "2", "3", "4"]),
    "word": ("Punkt {n} – {title}", ["1", "2", "3", "4"]),
    "year": ("RS § {n}/24 {title}", ["1", "2", "3", "4"]),
    "file": ("§ {n} 0112/22 {title}", ["1", "2", "3", "4"]),
}
TOLD = (
    ("Val av justerare", "Eva Alm utses att justera."),
    ("Delårsrapport", "Beslut: Rapporten godkänns."),
    ("Budget", "Beslut: Budgeten fastställs."),
    ("Hamnavgift", "Beslut: Avgiften höjs."),
)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("contents", [False, True])
def test_heads_of_every_form_are_found_by_their_numbers(form: str, contents: bool) -> None:
    head, numbers = FORMS[form]
    heads = [head.format(n=k, title=title) for k, (title, _) in enumerate(TOLD, start=1)]
    listed = (
        "Innehåll " + " ".join(f"{one} .......... {k}" for k, one in enumerate(heads, start=2)) + " "
        if contents
        else ""
    )
    told = " ".join(f"{one} {text}" for one, (_, text) in zip(heads, TOLD, strict=True))
    page = f"Ekby kommun Protokoll Nämnden 2024-03-21 Närvarande: Eva Alm (S), ordförande, Bo Ek (M) {listed}{told}"
    (minutes,) = read_minutes(read_document(page.encode(), "prov.txt"))
    assert [(one.number, one.title) for one in minutes.items] == [
        (number, title) for number, (title, _) in zip(numbers, TOLD, strict=True)
    ]


LISTS = {
    "surname first": (
        "Beslutande Brunell Peter ordförande Holmäng Anne I viceordförande Kronlund Tom medlem",
        ["Brunell Peter ordförande", "Holmäng Anne I viceordförande", "Kronlund Tom medlem"],
    ),
    "title first": (
        "Närvarande Landshövding Eva Alm, ordförande Kommundirektör Bo Ek, Habo kommun Biträdande rektor Ulla Ask",
        ["Landshövding Eva Alm, ordförande", "Kommundirektör Bo Ek, Habo kommun", "Biträdande rektor Ulla Ask"],
    ),
    "under places": (
        "Beslutande Habo kommun Eva Alm (S), ordförande Bo Ek (M) Mullsjö kommun Ulla Ask (C)",
        ["Habo kommun", "Eva Alm (S), ordförande", "Bo Ek (M)", "Mullsjö kommun", "Ulla Ask (C)"],
    ),
    "places behind": (
        "Beslutande Eva Alm (S) Borås Bo Ek (M) Mark Ulla Ask (C) Habo",
        ["Eva Alm (S) Borås", "Bo Ek (M) Mark", "Ulla Ask (C) Habo"],
    ),
    "numbers before": (
        "Beslutande 1 Eva Alm S ordförande 2 Bo Ek M 3 Ulla Ask C",
        ["1 Eva Alm S ordförande", "2 Bo Ek M", "3 Ulla Ask C"],
    ),
    "marks before": (
        "Beslutande x Alm Eva, ordf. x Ek Bo - Ask Ulla",
        ["x Alm Eva, ordf.", "x Ek Bo", "- Ask Ulla"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("manner", LISTS)
def test_each_person_of_a_list_begins_a_line_as_the_list_is_written(manner: str) -> None:
    page, rows = LISTS[manner]
    told = "1. Val Nämnden beslutar att utse Eva Alm. 2. Taxa Nämnden beslutar att höja taxan. Paragrafer 1-2 Justering"
    broken = lines(f"Nämnden Protokoll Plats och tid Ekby {page} Paragrafer 1-2 {told} {'Ekby ' * 20}\n")
    start = broken.index("Paragrafer") - len(rows)
    assert broken[start : start + len(rows)] == rows


def test_a_flattened_page_gives_the_facts_of_the_page() -> None:
    (minutes,) = read_minutes(read_document(f"{PAGE}\n\n{SECOND}\n".encode(), "ekby.txt"))
    assert {one.name: one.roles for one in minutes.participants} == {
        "Vilgot Tallmo": ("chair",),
        "Signe Åkerhult": ("vice-chair", "adjuster"),
        "Majken Isgren": ("member",),
        "Otto Kvistberg": ("substitute",),
        "Siri Klövergård": ("official", "secretary"),
        "Ivar Cederlöf": ("official", "presenter"),
    }
    assert [(one.number, one.title) for one in minutes.items] == [
        ("44", "Fastställande av dagordning"), ("45", "Val av justerare"), ("46", "Delårsrapport"), ("47", "Avslutning"),
    ]  # fmt: skip
    assert [point.text for point in minutes.items[2].decisions] == [
        "att godkänna delårsrapporten",
        "att överlämna den till medlemmarna",
    ]


RECEIVERS = {
    "Kommunstyrelsen Löneenheten De valda": ["Kommunstyrelsen", "Löneenheten", "De valda"],
    "Länsstyrelsen Dalarna Stiftelsen Ekby gård Medlemskommunerna": [
        "Länsstyrelsen Dalarna", "Stiftelsen Ekby gård", "Medlemskommunerna",
    ],
    "Eva Alm Bo Ek Trafikverket Region Mitt": ["Eva Alm", "Bo Ek", "Trafikverket Region Mitt"],
    "- samtliga nämnder - revisorerna": ["samtliga nämnder", "revisorerna"],
}  # fmt: skip


@pytest.mark.parametrize("listed", RECEIVERS)
def test_receivers_are_told_apart(listed: str) -> None:
    page = f"Nämnden Protokoll 2024-03-21 Beslutande Eva Alm (S), ordförande, Bo Ek (M) § 1 Taxa Nämnden beslutar att höja taxan. Beslutet skickas till {listed} "
    told = (
        "§ 2 Val Nämnden beslutar att utse Bo Ek. § 3 Avslutning Ordföranden tackade för dagens möte. " + "Ekby " * 20
    )
    (minutes,) = read_minutes(read_document((page + told).encode(), "prov.txt"))
    assert [one.name for one in minutes.items[0].recipients] == RECEIVERS[listed]


POINTS = {
    "clauses": (
        "att bilda en grupp att till ledamöter i gruppen välja Bo Ek (M) och Ulla Ask (C) att gruppen redovisar sitt förslag senast den 1 maj",
        [
            "att bilda en grupp",
            "att till ledamöter i gruppen välja Bo Ek (M) och Ulla Ask (C)",
            "att gruppen redovisar sitt förslag senast den 1 maj",
        ],
    ),
    "what depends on a clause": (
        "att anta taxan att gälla från den 1 maj att uppdra åt hamnchefen att se till att båtklubbarna underrättas",
        ["att anta taxan att gälla från den 1 maj", "att uppdra åt hamnchefen att se till att båtklubbarna underrättas"],
    ),
    "dashes": ("- att anta taxan - att höja avgiften", ["att anta taxan", "att höja avgiften"]),
}  # fmt: skip


@pytest.mark.parametrize("written", POINTS)
def test_points_of_a_decision_are_told_apart_without_commas(written: str) -> None:
    decided, points = POINTS[written]
    page = f"Nämnden Protokoll 2024-03-21 Beslutande Eva Alm (S), ordförande, Bo Ek (M) § 1 Taxa Nämnden beslutar {decided} "
    told = (
        "§ 2 Val Nämnden beslutar att utse Bo Ek. § 3 Avslutning Ordföranden tackade för dagens möte. " + "Ekby " * 20
    )
    (minutes,) = read_minutes(read_document((page + told).encode(), "prov.txt"))
    assert [point.text for point in minutes.items[0].decisions] == points


def test_pages_that_one_line_holds_are_parted_at_their_heads() -> None:
    head = "Hamnförbundet Ekby Protokoll 2/2024 {} (3)"
    pages = [
        "Beslutande Eva Alm (S), ordförande, Bo Ek (M) § 1 Val Styrelsen beslutar att utse Bo Ek. § 2 Taxa Styrelsen beslutar att ge hamnchefen",
        "i uppdrag att höja taxan. § 3 Brygga Styrelsen beslutar att en brygga byggs av Bo",
        "Ek och hamnchefen. § 4 Avslutning Ordföranden tackade för dagens möte.",
    ]
    text = " ".join(f"{head.format(k)} {page}" for k, page in enumerate(pages, start=1))
    (minutes,) = read_minutes(read_document(text.encode(), "prov.txt"))
    told = [point.text for item in minutes.items for point in item.decisions]
    assert told[1:] == ["att ge hamnchefen i uppdrag att höja taxan.", "att en brygga byggs av Bo Ek och hamnchefen."]


@pytest.mark.parametrize(
    "text",
    [
        "Styrelsen har länge arbetat med frågan om hur man bäst tar vara på medlemmarnas intresse. " * 8,
        "Närvarande var många. Ordföranden hälsade alla välkomna till mötet i Ekby, och mötet började. " * 8,
    ],
)
def test_a_long_paragraph_among_short_lines_is_left(text: str) -> None:
    page = f"Protokoll\nEkby\n2024-05-03\n\n1. Inledning\n{text.strip()}\n\n2. Budget\nDiskuterades.\n"
    assert text.strip() in lines(page)


@pytest.mark.parametrize(
    "head", ["Ekby kommun Protokoll Nämnden 2024-03-21 {} (3)", "Sida {} av 3 Ekby kommun Protokoll 2024-03-21"]
)
def test_the_head_that_comes_back_on_each_page_is_no_part_of_a_sentence(head: str) -> None:
    pages = [
        "Plats: Rådhuset Beslutande: Eva Alm (S), ordförande, Bo Ek (M) 1 Val Nämnden beslutar att utse Bo Ek. 2 Taxa Nämnden beslutar att höja taxan från det",
        "kommande året, och att ge hamnchefen i uppdrag att underrätta båtklubbarna om detta. 3 Badplats Nämnden beslutar att anlägga",
        "en badplats. 4 Nästa sammanträde Nämnden sammanträder den 3 maj. Eva Alm, ordförande Bo Ek, justerare " * 2,
    ]
    text = "\n".join(f"{head.format(k + 1)} {page}" for k, page in enumerate(pages))
    (minutes,) = read_minutes(read_document(text.encode(), "prov.txt"))
    told = [point.text for item in minutes.items for point in item.decisions]
    assert "att höja taxan från det kommande året" in [text.rstrip(",") for text in told]
    assert "att anlägga en badplats." in told


def test_the_head_of_a_page_is_known_where_pages_are_left_out_and_lines_were_broken_off() -> None:
    told = "Hamnen har i sommar haft fler gäster än förra året. Båtplatserna räcker inte längre till alla. " * 2
    pages = {
        1: "Plats och tid Rådhuset, kl. 13:00-15:35 Beslutande Eva Alm (S), ordförande Bo Ek (M) Siv Ros (C) Kaj Ås (L) Paragrafer §§ 1 - 2 ",
        4: f"KS § 1 Taxa Sammanfattning av ärendet {told}Beslut Kommunstyrelsen beslutar att höja taxan från den Justerandes signatur Utdragsbestyrkande",
        5: f"1 januari 2025. Sammanfattning av ärendet {told}Beslutet skickas till Hamnchefen Justerandes signatur Utdragsbestyrkande",
        8: f"KS § 2 Badplats Sammanfattning av ärendet {told}Beslut Kommunstyrelsen beslutar att anlägga en badplats. Beslutet skickas till Tekniska nämnden",
    }
    text = "\n".join(
        f"PROTOKOLL Kommunstyrelsen Sammanträdesdatum: 2024-10-04 {k}(9) {page}" for k, page in pages.items()
    )
    (minutes,) = read_minutes(read_document(text.encode(), "prov.txt"))
    assert [point.text for point in minutes.items[0].decisions] == ["att höja taxan från den 1 januari 2025."]
    sent = [[one.name for one in item.recipients] for item in minutes.items]
    assert sent == [["Hamnchefen"], ["Tekniska nämnden"]]


def test_the_head_of_a_page_is_known_where_most_lines_begin_with_the_body_that_decides() -> None:
    told = "Förvaltningen har i sommar haft fler frågor än förra året. " * 2
    pages = [
        "Plats och tid Rådhuset, kl. 13:00-15:35 Beslutande Eva Alm (S), ordförande Bo Ek (M) Siv Ros (C) Paragrafer 1-3",
        f"§ 1 Badplats {told}Kommunstyrelsen beslutar att anlägga en badplats. § 2 Taxa {told}Kommunstyrelsen beslutar att höja den. § 3 Lokaler {told}Kommunstyrelsen beslutar Justerande sign Utdragsbestyrkande",
        f"att bygga ut dem till sommaren. § 4 Resor Dnr 2003.311 {told}Kommunstyrelsen beslutar att avslå framställan. Justerande sign Utdragsbestyrkande",
    ]
    head = "EKBY KOMMUN SAMMANTRÄDESPROTOKOLL Kommunstyrelsen Sammanträdesdatum 2003-11-18"
    text = "\n\n".join(f"{head} Sida {k} (3) {page}" for k, page in enumerate(pages, 1))
    (minutes,) = read_minutes(read_document(text.encode(), "prov.txt"))
    decided = [[point.text for point in item.decisions] for item in minutes.items]
    assert decided[2] == ["att bygga ut dem till sommaren."]
    assert [item.title for item in minutes.items] == ["Badplats", "Taxa", "Lokaler", "Resor"]
    assert minutes.items[3].diary_number == "2003.311"
