"""Heads and feet of pages in the middle of sentences, names and lists: found by what comes back, whatever page and time they tell."""

from __future__ import annotations

import pytest
from reading_samples import read

TEXT = """{1}
Plats och tid: Rådhuset, kl. 9.00-11.00
Beslutande: Eva Alm (S), ordförande
Bo Ek (M)
Karl Lind (C)
Sekreterare: Siri Klöver

§ 1 Val av justerare
Beslut
Nämnden beslutar
att utse Bo Ek att justera protokollet.

§ 2 Taxa för tomter
Beslut
Nämnden beslutar
att höja taxan från och med det
{2}
kommande året, samt
att uppdra åt hamnchefen att senast 2024-09-30 underrätta båtklubbarna.
Beslutet skickas till
Hamnchefen
Ekby båtklubb
{3}
Västra båtklubben

§ 3 Badplats
Beslut
Nämnden beslutar att tillsätta en arbetsgrupp för badplatsen bestående av Eva Alm, Bo
{4}
Ek och Karl Lind.

{5}
§ 4 Nästa sammanträde
Nämnden sammanträder nästa gång den 3 maj 2024.
"""
HEADS = {
    "four lines": "Ekby kommun\nHamnnämnden\nSammanträdesdatum 2024-03-21\nSida {} (5)",
    "side by side": "EKBY KOMMUN          SAMMANTRÄDESPROTOKOLL          {} (5)\nHamnnämnden          2024-03-21",
    "a number alone": "EKBY KOMMUN\nPROTOKOLL\nHamnnämnden\n2024-03-21\n{}",
    "a time that varies": "Ekby kommun\nProtokoll Hamnnämnden 2024-03-21\nUtskrivet 2024-03-2{0} kl 10:1{0}\n{0}/5",
    "one line": "Ekby kommun Protokoll Hamnnämnden 2024-03-21 {}(5)",
    "labels": "Ekby kommun\nHamnnämnden\nDatum\n2024-03-21\nDiarienummer\nHN 2024/{0}\nSida\n{0}(5)",
}
FEET = {
    "none": "",
    "signatures": "Ordförandens sign        Justerarens sign        Utdragsbestyrkande\n____   ____   ____\n\n",
    "address": "Ekby kommun, Box 12, 123 45 Ekby\nTel 0123-456 78, www.ekby.se\n",
    "service": "Comfact signaturreferensnummer: 1234567SE\n",
}


@pytest.mark.parametrize("foot", FEET.values(), ids=FEET)
@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_nothing_of_the_page_s_head_and_foot_is_read(head: str, foot: str) -> None:
    pages = [head.format(1), *(foot + head.format(page) for page in range(2, 6))]
    minutes = read(TEXT.format("", *pages))
    told = [point.text for item in minutes.items for point in item.decisions]
    assert told[1:3] == [
        "att höja taxan från och med det kommande året, samt",
        "att uppdra åt hamnchefen att senast 2024-09-30 underrätta båtklubbarna.",
    ]
    assert [one.name for one in minutes.items[1].recipients] == ["Hamnchefen", "Ekby båtklubb", "Västra båtklubben"]
    (group,) = minutes.items[2].groups
    assert set(group.members) == {"Eva Alm", "Bo Ek", "Karl Lind"}
    assert [item.number for item in minutes.items] == ["1", "2", "3", "4"]
    assert minutes.meeting.organisation == "Ekby kommun"


def test_a_page_s_number_alone_where_signs_head_the_items() -> None:
    minutes = read(TEXT.format("", "Ekby kommun\nHamnnämnden 2024-03-21", "2", "3", "4", "5"))
    assert minutes.items[1].decisions[0].text == "att höja taxan från och med det kommande året, samt"
    assert [one.name for one in minutes.items[1].recipients] == ["Hamnchefen", "Ekby båtklubb", "Västra båtklubben"]
