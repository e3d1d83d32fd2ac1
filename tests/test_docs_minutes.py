"""The page on what is read of an item names every list of facts."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.minutes import AgendaItem

PAGE = (Path(__file__).parent.parent / "docs" / "minutes.md").read_text("utf-8")
NOT_FACTS = {"number", "label", "title", "diary_number", "evidence"}


@pytest.mark.parametrize("name", [name for name in AgendaItem.__struct_fields__ if name not in NOT_FACTS])
def test_every_family_of_facts_is_explained(name: str) -> None:
    assert f"| `{name}` |" in PAGE
