"""What the words tell of and no rule reads is told as a warning with its place; what is read, or is another's, is not."""

from __future__ import annotations

import pytest
from reading_samples import read

HEAD = """
    Habo kommun
    Kommunstyrelsens protokoll 2024-03-12

    Beslutande
    Eva Alm (S), ordförande
    Bo Ek (M)
"""


def warned(text: str) -> list[tuple[str, str]]:
    """List the warnings of minutes with that text below the head: their codes and what they quote."""
    minutes = read(HEAD + "".join(f"    {line}\n" for line in text.splitlines()))
    silent = (one for one in minutes.warnings if one.code.endswith(("-not-read", "-row")))
    return [(one.code, " ".join(piece.quote for piece in one.evidence)) for one in silent]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ostberg 3 (S)\n\n§ 1 Val\nText.", ("attendance-row", "Ostberg 3 (S)")),
        (
            "\n§ 1 Bil\nEfter en lång paus beslöts i enighet och gott samförstånd att köpa en bil.",
            ("decision-not-read", "Efter en lång paus beslöts i enighet och gott samförstånd att köpa en bil."),
        ),
        (
            "\n§ 1 Bil\nKommunstyrelsen beslutar att ge i uppdrag att utreda.",
            ("assignment-not-read", "att ge i uppdrag att utreda."),
        ),
        (
            "\n§ 1 Val\nKommunstyrelsen beslutar att utse Alfa Romeo och AB Volvo till leverantör.",
            ("election-not-read", "att utse Alfa Romeo och AB Volvo till leverantör."),
        ),
    ],
)
def test_what_is_lost_is_told_with_its_place(text: str, found: tuple[str, str]) -> None:
    assert found in warned(text)


@pytest.mark.parametrize(
    "text",
    [
        "Cilla Ask (C)\n\n§ 1 Val\nKommunstyrelsen beslutar att utse Bo Ek till ombud.",
        "\n§ 1 Bil\nKommunstyrelsen beslutar\natt ge kansliet i uppdrag att utreda frågan.",
        "\n§ 1 Bil\nKommunfullmäktige beslutade i maj att köpa en bil.\nKommunstyrelsen beslutar att sälja den.",
        "\n§ 1 Bil\nSocialnämnden beslutar att köpa en bil.",
        "\n§ 1 Bil\nKommunstyrelsen föreslår att kansliet får i uppdrag att utreda frågan.",
        "Vakant (S)\n\n§ 1 Val\nText.",
    ],
)
def test_what_is_read_or_is_anothers_is_no_doubt(text: str) -> None:
    assert warned(text) == []


def test_an_agenda_loses_nothing() -> None:
    agenda = read(
        "Kallelse\nKommunstyrelsen 2024-03-12\n\n1. Bil\nBeslöts i god ordning efter paus att köpa en bil.\n\n2. Val\nText."
    )
    assert not any(one.code.endswith("-not-read") for one in agenda.warnings)
