"""Lines that hold several are broken where each begins, and no character moves."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.reading.text.breaks import break_lines

OWN = Path(__file__).parent / "gold" / "protocols"


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("§ 4 Ekonomi. Eva Alm redovisade saldot.", ["§ 4 Ekonomi.", "Eva Alm redovisade saldot."]),
        ("Planen är klar. Styrelsen beslutar att anta den.", ["Planen är klar.", "Styrelsen beslutar att anta den."]),
        ("Planen är klar. Beslut: Planen antas.", ["Planen är klar.", "Beslut: Planen antas."]),
        ("Storgatan 7   Närvarande: Eva Alm", ["Storgatan 7", "Närvarande: Eva Alm"]),
        ("att bifalla motionen **att** sända den vidare", ["att bifalla motionen", "**att** sända den vidare"]),
        (
            "1. Skuldförvaltning  Eva Alm gick igenom läget  Nätverket noterar informationen",
            ["1. Skuldförvaltning", "Eva Alm gick igenom läget", "Nätverket noterar informationen"],
        ),
    ],
)
def test_a_line_is_broken_where_another_part_begins(line: str, parts: list[str]) -> None:
    assert [part.strip() for part in break_lines(line).splitlines()] == parts


@pytest.mark.parametrize(
    "line",
    [
        "Eva Alm (S)  Ordförande",
        "§ 4 Ekonomi och budget för 2025",
        "Styrelsen som beslutade om planen. Den gäller nu.",
        "Närvarande: Eva Alm, Bo Ek",
    ],
)
def test_a_line_of_one_part_is_left(line: str) -> None:
    assert break_lines(line) == line


def test_only_spaces_become_breaks() -> None:
    for path in sorted(OWN.iterdir()):
        text = path.read_text(encoding="utf-8")
        broken = break_lines(text)
        assert len(broken) == len(text)
        assert {(a, b) for a, b in zip(text, broken, strict=True) if a != b} <= {(" ", "\n")}, path.name
