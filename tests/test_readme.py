"""What the README says is so: its commands print what stands there, and it names every command and query."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree
from query_pages import PAGE, page
from readme_console import PYTHON_BLOCK, README, commands, executed, pictures

from aktorsgraf.cli.group import COMMANDS
from queries.runner import load_pack

SVG = "{http://www.w3.org/2000/svg}"
TEXT = README.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """Run the tour: what it prints now, and the folder that it leaves."""
    folder = tmp_path_factory.mktemp("tour")
    return executed(TEXT, folder), folder


def test_every_command_prints_what_the_readme_shows(tour: tuple[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    now, folder = tour
    assert now == TEXT, "run: make readme"
    monkeypatch.chdir(folder)  # where the commands have built their workspace
    for block in PYTHON_BLOCK.findall(TEXT):
        exec(compile(block, "README.md", "exec"), {})  # noqa: S102 - the README is ours


def test_the_pictures_shown_are_those_that_the_commands_draw(tour: tuple[str, Path]) -> None:
    """Compare what they say; where exactly a name stands follows from scipy's release and the processor."""
    shown = pictures(TEXT, tour[1])
    assert len(shown) >= 2
    for picture, drawn in shown.items():
        assert texts_of(picture) == texts_of(drawn), f"{picture.name}: run: make readme"


def texts_of(picture: Path) -> list[str]:
    """Return every text of an SVG, sorted."""
    return sorted("".join(element.itertext()) for element in etree.parse(picture).iter(f"{SVG}text"))


def test_the_tour_is_more_than_a_few_commands() -> None:
    assert len(commands(TEXT)) >= 6


def test_every_command_and_query_is_named() -> None:
    named = set(re.findall(r"`([a-z0-9-]+)`", TEXT))
    assert set(COMMANDS) <= named
    assert set(load_pack()) <= named
    assert f"**Answers** {len(load_pack())} questions" in TEXT


def test_every_file_that_documents_name_is_there() -> None:
    root = README.parent
    for document in root.glob("*.md"):
        for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8")):
            assert (root / target).exists(), f"{document.name} names {target}"


def test_every_query_is_documented_with_its_answer() -> None:
    assert page() == PAGE.read_text(encoding="utf-8"), "run: make readme"
