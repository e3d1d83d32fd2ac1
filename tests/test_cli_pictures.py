"""`visualise` and `measure`: from the examples to pictures and measures, as a shell sees it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import networkx as nx
import pytest
from cli_runner import EXAMPLES, aktorsgraf


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pictures")
    assert aktorsgraf("build", EXAMPLES, folder=folder).code == 0
    return folder


def test_a_person_is_drawn_for_print_in_swedish(folder: Path) -> None:
    done = aktorsgraf(
        "visualise", "person", "Lena Broberg", "--depth", "2", "--output", "lena.svg", folder=folder, language="sv_SE.UTF-8"
    )  # fmt: skip
    assert (done.code, done.out) == (0, "")
    assert "Lena Broberg och omgivning" in (folder / "lena.svg").read_text(encoding="utf-8")


def test_a_choice_reaches_the_network(folder: Path) -> None:
    done = aktorsgraf(
        "visualise", "co-attendance", "--since", "2023", "--until", "2023-12", "--body", "kommunstyrelsen", "--party", "s",
        "--colour", "community", "--size", "betweenness", "--output", "möten.graphml", folder=folder,
    )  # fmt: skip
    assert done.code == 0
    network = nx.read_graphml(folder / "möten.graphml")
    assert network
    assert {attributes["party"] for attributes in network.nodes.values()} == {"S"}
    assert all(isinstance(attributes["community"], int) for attributes in network.nodes.values())
    assert {attributes["first"][:4] for _, _, attributes in network.edges(data=True)} == {"2023"}


def test_who_is_unknown_or_one_of_several_is_said(folder: Path) -> None:
    nobody = aktorsgraf("visualise", "person", "Ingen Alls", "--output", "x.svg", folder=folder)
    assert (nobody.code, nobody.err.count("\n")) == (1, 1)
    several = aktorsgraf("visualise", "person", "Karin Ståhl", "--output", "x.svg", folder=folder)
    assert several.code == 2
    assert several.err.startswith("aktorsgraf: Karin Ståhl: 2 are called that")
    other = aktorsgraf("visualise", "body", "Lena Broberg", "--output", "x.svg", folder=folder)
    assert (other.code, other.err.count("\n")) == (2, 1)
    assert "ask for: person person/lena-broberg" in other.err
    assert not (folder / "x.svg").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["visualise", "person", "--output", "x.svg"], "of whom?"),
        (["visualise", "bodies", "Lena", "--output", "x.svg"], "takes no name"),
        (["visualise", "bodies", "--since", "i går", "--output", "x.svg"], "expected a day as 2024-01-31"),
        (["visualise", "bodies", "--since", "2024", "--until", "2023", "--output", "x.svg"], "earlier day first"),
        (["measure", "bodies", "--between", "2024", "2023"], "earlier day first"),
    ],
)
def test_wrong_usage_is_one_line(folder: Path, arguments: list[str], said: str) -> None:
    done = aktorsgraf(*arguments, folder=folder)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert said in done.err


def test_nothing_chosen_is_told_by_the_exit_code(folder: Path) -> None:
    for command in (["visualise", "groups", "--output", "x.html"], ["measure", "persons"]):
        done = aktorsgraf(*command, "--party", "qqq", folder=folder)
        assert (done.code, done.err.count("\n")) == (1, 1)


def test_measures_as_tables_for_people_and_programs(folder: Path) -> None:
    swedish = aktorsgraf("measure", "bodies", folder=folder, language="sv_SE.UTF-8")
    assert swedish.out.split("\n")[0].split() == (
        "organ slag personer grannar gemensamma mellanhand gruppering enda vägen till".split()
    )
    persons = aktorsgraf("measure", "persons", "--format", "csv", folder=folder)
    rows = list(csv.DictReader(io.StringIO(persons.out)))
    assert rows[0]["person"] == "Karin Ståhl"
    assert float(rows[0]["betweenness"]) > float(rows[-1]["betweenness"])
    changes = aktorsgraf(
        "measure", "bodies", "--between", "2022-12-31", "2023-12-31", "--format", "json", folder=folder
    )
    found = {row["body"]: row for row in json.loads(changes.out)["rows"]}
    assert "Bertil Änggård" in found["arbetsgrupp för lokal livsmedelsförsörjning"]["joined"]
