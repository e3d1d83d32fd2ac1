"""Every row of every table of the reader runs its own example and counter-example."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest

import loaders.reading
from loaders.reading.lexicon.labels import ALL_KINDS, LABELS, label_at
from loaders.reading.rules import Rule, one_of, which

READING = Path(loaders.reading.__file__).parent
LAYERS = ("text", "lexicon", "pages", "people", "heading", "items", "facts", "account")
"""The rooms of the reader; each imports only those before it, and people and heading not each other."""


class Row(Protocol):
    name: str
    example: str
    counter: str

    def holds(self, text: str) -> bool: ...


def rows() -> Iterator[tuple[str, Row]]:
    seen: set[int] = set()
    for module in pkgutil.walk_packages(loaders.reading.__path__, "loaders.reading."):
        for table, value in vars(importlib.import_module(module.name)).items():
            for row in value if isinstance(value, tuple) else (value,):
                if hasattr(row, "counter") and not isinstance(row, type) and id(row) not in seen:
                    seen.add(id(row))
                    yield f"{module.name.removeprefix('loaders.reading.')}.{table}-{row.name}", row


ROWS = dict(rows())


def test_the_tables_are_found() -> None:
    assert len(ROWS) > 300


@pytest.mark.parametrize("name", ROWS)
def test_a_row_finds_its_example_and_leaves_its_counter_example(name: str) -> None:
    row = ROWS[name]
    assert row.holds(row.example), row.example
    assert not row.holds(row.counter), row.counter


@pytest.mark.parametrize("label", LABELS, ids=lambda label: label.kind)
def test_a_label_opens_its_section(label: Row) -> None:
    hit = label_at(f"{label.example}: Eva Alm", ALL_KINDS)
    assert hit is not None
    assert hit.kind == label.name
    assert not hit.alone
    alone = label_at(label.example, ALL_KINDS)
    assert alone is not None
    assert alone.alone


@pytest.mark.parametrize(
    "line",
    ["", "   ", "Information om läget i länet", "beslut", "Ordförande hälsade alla välkomna", "551 11 Jönköping"],
)
def test_other_lines_open_no_section(line: str) -> None:
    assert label_at(line, ALL_KINDS) is None


def test_a_label_before_a_name_needs_to_be_asked_for() -> None:
    line = "Sekreterare Anna Alm"
    assert label_at(line, ALL_KINDS) is None
    hit = label_at(line, ALL_KINDS, bare=True)
    assert hit is not None
    assert (hit.kind, line[hit.end :]) == ("secretary", "Anna Alm")


def test_rules_joined_to_one_pattern_say_which_has_matched() -> None:
    table = (
        Rule("iso", r"(?P<year>\d{4})-(?P<month>\d\d)", "2024-05", "5/24"),
        Rule("short", r"(?P<year>\d\d)", "24", "x"),
    )
    found = [which(table, match) for match in one_of(table).finditer("2024-05 och 17")]
    assert [(rule.name, groups) for rule, groups in found] == [
        ("iso", {"year": "2024", "month": "05", "rule": "2024-05"}),
        ("short", {"year": "17", "rule": "17"}),
    ]


@pytest.mark.parametrize("path", sorted(READING.rglob("*.py")), ids=lambda path: str(path.relative_to(READING)))
def test_imports_go_one_way_and_files_stay_small(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= 400
    room = path.relative_to(READING).parts[0]
    if room not in LAYERS:
        return
    allowed = {"rules", "needles", *LAYERS[: LAYERS.index(room) + 1]} - ({"people"} if room == "heading" else set())
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("loaders.reading."):
            assert (node.module or "").split(".")[2] in allowed, node.module
