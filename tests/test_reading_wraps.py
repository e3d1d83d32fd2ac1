"""Names, times and sentences that lines and pages break: read whole, with nothing of the page's head in them."""

from __future__ import annotations

import pytest
from reading_samples import read

TEXT = """Ekby kommun                      Protokoll
Rådet för äldre                  2024-03-21
                                 Sida 1 av 3

Tid:         Torsdagen den 21 mars 2024, kl. 14.00–
             15.50
Plats:       Stadshuset, Ekby
Närvarande:  Eva Alm, ordförande, Karl
             Lind, PRO, Stefan Nyborg-
             Pihl, SPF, Agneta
             von Essenberg, traﬁknämnden
Frånvarande: Ulla
             Berg, PRO
Sekreterare: Camilla Steen-
             Rosdahl

1. Grupp för torget
Rådet beslutar att utse Eva Alm, Agneta
{head}
von Essenberg och Stefan Nyborg-
Pihl till en referensgrupp för torget.

2. Budget
Rådet beslutar att godkänna budgeten.

3. Nästa möte
Nästa möte hålls den 9 maj 2024.
"""
HEADS = {
    "number above the date": "Ekby kommun                      Sida 2 av 3\nRådet för äldre                  2024-03-21",
    "number below": "Ekby kommun                      Protokoll\nRådet för äldre                  2024-03-21\n                                 Sida 2 av 3",
    "a foot and a head": "Justerandes sign      Utdragsbestyrkande\n\nEkby kommun                      Protokoll\nRådet för äldre                  2024-03-21\n2 (3)",
    "none": "",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_names_and_a_sentence_over_the_end_of_lines_and_pages(head: str) -> None:
    minutes = read(TEXT.format(head=head))
    assert [one.name for one in minutes.participants] == [
        "Eva Alm", "Karl Lind", "Stefan Nyborg-Pihl", "Agneta von Essenberg", "Ulla Berg", "Camilla Steen-Rosdahl",
    ]  # fmt: skip
    (decision,) = minutes.items[0].decisions
    assert (
        decision.text
        == "att utse Eva Alm, Agneta von Essenberg och Stefan Nyborg-Pihl till en referensgrupp för torget."
    )
    assert (minutes.meeting.start, minutes.meeting.end) == ("14:00", "15:50")


def test_a_ligature_is_two_letters() -> None:
    (member,) = [one for one in read(TEXT.format(head="")).participants if one.name == "Agneta von Essenberg"]
    assert member.organisation == "trafiknämnden"
    assert member.evidence[0].quote.endswith("traﬁknämnden")


def test_a_hyphen_at_a_line_s_end_is_no_double_name_where_no_name_stands_before_it() -> None:
    minutes = read(TEXT.format(head="") + "\n4. Rapport\nRådet beslutar att godkänna rapport från KSF-\nGruppen.\n")
    assert minutes.items[3].decisions[0].text == "att godkänna rapport från KSF-Gruppen."
