"""What the shapes find, as people read it."""

from __future__ import annotations

from collections.abc import Mapping

from aktorsgraf.cli.options import Language
from aktorsgraf.cli.output import clean, counted
from graph.validate import Severity, Violation


def findings_summary(count: Mapping[Severity, int]) -> str:
    """Say how many there are, by how bad they are."""
    return "validation: " + ", ".join(counted(count.get(one, 0), one.value.lower()) for one in Severity)


def finding_line(one: Violation, language: Language) -> str:
    """Say in one line what is wrong, where, and by which evidence."""
    place = f" {one.path}" if one.path else ""
    value = f" = {one.value}" if one.value else ""
    quotes = "".join(f" «{quote}»" for quote in one.evidence)
    name = f"{one.label} " if one.label else ""
    return clean(f"{one.severity.value}: {name}<{one.focus}>{place}{value}: {one.message(language)}{quotes}")
