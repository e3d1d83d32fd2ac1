"""The distribution: one version, names of our own, and nothing of this machine in it."""

from __future__ import annotations

import importlib.metadata
import re
import tomllib
from pathlib import Path

import aktorsgraf

ROOT = Path(__file__).parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ROOMS = {"aktorsgraf", "ontology", "loaders", "graph", "queries"}


def test_the_version_stands_in_one_place() -> None:
    version = PYPROJECT["project"]["version"]
    assert importlib.metadata.version("aktorsgraf") == version == aktorsgraf.__version__
    for room in ROOMS:
        for path in (ROOT / room).rglob("*.py"):
            assert f'"{version}"' not in path.read_text(encoding="utf-8"), path


def test_no_other_distribution_brings_packages_of_these_names() -> None:
    owners = importlib.metadata.packages_distributions()
    assert {room: owners.get(room, ["aktorsgraf"]) for room in ROOMS} == {room: ["aktorsgraf"] for room in ROOMS}


def test_every_dependency_has_a_lower_bound_and_a_cap() -> None:
    extras = PYPROJECT["project"]["optional-dependencies"]
    for requirement in [*PYPROJECT["project"]["dependencies"], *(one for group in extras.values() for one in group)]:
        assert requirement.startswith("aktorsgraf[") or re.fullmatch(r"[\w.-]+>=[\d.]+,<\d+(\.\d+)?", requirement), (
            requirement
        )


def test_the_extra_for_everything_holds_every_other() -> None:
    extras = PYPROJECT["project"]["optional-dependencies"]
    assert extras["all"] == [f"aktorsgraf[{','.join(sorted(extras.keys() - {'all', 'dev'}))}]"]
