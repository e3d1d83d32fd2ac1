"""Tables in which crosses tell who was there, who was not and who served («Närv.», «Frånv.», «Tjg.»)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from loaders.reading.people.phrase import Phrase
from loaders.reading.rules import Rule

PRESENT_CELL = Rule("present", r"[xX✓✔]|ja|närvarande|n|1", "x", "nej", at="whole")
_FEWEST = 2  # rows of a table that marks who was there


def is_crossed(rows: Iterable[dict[str, str]]) -> bool:
    """Tell a table in which a cross stands for each who was there, or in one of two columns for presence and absence."""
    crosses, marks = 0, False
    for row in rows:
        crosses += any(PRESENT_CELL.holds(row.get(kind, "")) for kind in ("presence", "absence"))
        marks = marks or "presence" in row
    return marks and crosses >= _FEWEST


def with_service(kinds: list[str], rows: Sequence[dict[str, str]]) -> list[str]:
    """Take a column of substitutes that names nobody for the marks of those who serve («Tjg ers    x»)."""
    named = [row["substitute"] for row in rows if row.get("substitute")]
    marks = named and all(PRESENT_CELL.holds(cell) for cell in named)
    return ["serves" if marks and kind == "substitute" else kind for kind in kinds]


def as_crossed(phrase: Phrase, row: dict[str, str]) -> Phrase:
    """Read the crosses of a row: under absence, under service, or none at all."""
    if phrase.replaced:
        return phrase
    if PRESENT_CELL.holds(row.get("serves", "")) and "serving-substitute" not in phrase.roles:
        return replace(phrase, roles=("serving-substitute", *phrase.roles))
    told = any(row.get(kind) for kind in ("presence", "items", "replaces", "serves"))
    away = PRESENT_CELL.holds(row.get("absence", "")) or not told
    return replace(phrase, present=False) if away and phrase.items is None and phrase.replaces is None else phrase
