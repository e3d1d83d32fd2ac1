"""`build`, `query`, `sparql`, `visualise`, `validate`: from the examples to answers, as a shell sees it."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from cli_runner import EXAMPLES, Done, aktorsgraf
from missing import missing

SHARED = Path(__file__).parent.parent.parent / "shared" / "protocols"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a workspace built of the examples, where a user would have it."""
    folder = tmp_path_factory.mktemp("graph")
    done = aktorsgraf("build", EXAMPLES, folder=folder)
    assert (done.code, done.out) == (0, "")
    assert "0 violations" in done.err
    return folder


@pytest.fixture(scope="module")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a workspace built of real minutes, which are not part of the project."""
    if not SHARED.is_dir():
        missing(f"real minutes, which are no part of the project: there is no {SHARED}")
    folder = tmp_path_factory.mktemp("shared")
    assert aktorsgraf("build", SHARED, folder=folder).code == 0
    return folder


def rows(done: Done) -> list[dict[str, str]]:
    assert (done.code, done.err) == (0, "")
    return list(csv.DictReader(io.StringIO(done.out)))


def test_building_again_says_that_nothing_changed(folder: Path) -> None:
    done = aktorsgraf("build", EXAMPLES, folder=folder)
    assert (done.code, done.out) == (0, "")
    assert "0 read" in done.err
    assert "nothing changed; " in done.err


def test_a_bad_file_is_a_line_and_the_exit_code_2(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES, tmp_path / "minutes")
    (tmp_path / "minutes" / "bild.txt").write_bytes(b"\xff\xd8\xff")
    done = aktorsgraf("build", "minutes", folder=tmp_path)
    assert done.code == 2
    assert done.err.splitlines()[0].startswith("aktorsgraf: bild.txt: the file is a JPEG picture")
    assert rows(aktorsgraf("query", "group-members", "--format", "csv", folder=tmp_path))


def test_standard_input_is_built_beside_files(tmp_path: Path) -> None:
    example = min(EXAMPLES.glob("*.txt"))
    done = aktorsgraf("build", "-", folder=tmp_path, given=example.read_bytes())
    assert done.code == 0
    assert "1 added" in done.err
    assert "1 unchanged" in aktorsgraf("build", example, folder=tmp_path).err


def test_parsed_minutes_build_the_same_graph(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "parsed.jsonl").write_text(aktorsgraf("parse", EXAMPLES).out, encoding="utf-8")
    assert aktorsgraf("build", "parsed.jsonl", folder=tmp_path).code == 0
    for query in ("group-members", "body-members", "decisions", "evidence --param text=a"):
        arguments = ("query", *query.split(), "--format", "csv")
        assert aktorsgraf(*arguments, folder=tmp_path) == aktorsgraf(*arguments, folder=folder)


def test_the_pack_is_listed_in_the_language_asked_for(folder: Path) -> None:
    english, swedish = (aktorsgraf("query", folder=folder, language=one).out for one in ("en_GB.UTF-8", "sv_SE.UTF-8"))
    assert "Who sits on which group" in english
    assert "Vilka sitter i vilken grupp" in swedish
    assert aktorsgraf("query", "--language", "sv", folder=folder).out == swedish


@pytest.mark.parametrize("format_", ["csv", "json", "table"])
def test_a_question_is_answered_in_every_format(folder: Path, format_: str) -> None:
    done = aktorsgraf("query", "group-members", "--format", format_, folder=folder)
    assert (done.code, done.err) == (0, "")
    if format_ == "json":
        answer = json.loads(done.out)
        assert [column["name"] for column in answer["columns"]][:4] == ["group", "kind", "parent", "person"]
        assert len(answer["rows"]) > 5
    elif format_ == "csv":
        assert done.out.startswith("group,kind,parent,person,role,party,municipality,since,until,decided_on,item\n")
    else:
        assert done.out.splitlines()[0].split()[:4] == ["group", "kind", "parent", "person"]


def test_nothing_found_of_what_was_named_is_exit_code_1(folder: Path) -> None:
    done = aktorsgraf("query", "person-roles", "--param", "person=Ingen Alls", folder=folder)
    assert (done.code, done.err) == (1, "nothing found\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["query", "gruppmedlemmar"], "there are appointments"),
        (["query", "group-members", "--param", "grupp=x"], "no parameter 'grupp'; it has group (text), at (date)"),
        (["query", "group-members", "--param", "at=i går"], "expected YYYY-MM-DD"),
        (["query", "group-members", "--param", "at"], "expected KEY=VALUE"),
        (["query", "group-members", "--param", "at=2024-01-01", "--param", "at=2024-01-02"], "given twice"),
        (["query", "person-roles"], "needs person"),
        (["sparql", "DELETE WHERE { ?s ?p ?o }"], "only read"),
        (["sparql", "SELECT * WHERE { SERVICE <http://localhost/> { ?s ?p ?o } }"], "SERVICE"),
        (["sparql", "SELECT nonsense"], "no valid SPARQL"),
    ],
)
def test_a_wrong_question_is_one_line(folder: Path, arguments: list[str], words: str) -> None:
    done = aktorsgraf(*arguments, folder=folder)
    assert (done.code, done.out) == (2, "")
    assert words in done.err
    assert done.err.count("\n") == 1


def test_sparql_from_the_argument_and_from_standard_input(folder: Path) -> None:
    query = "SELECT (COUNT(*) AS ?number) WHERE { ?meeting a <https://w3id.org/aktorsgraf/ns#Meeting> }"
    done = aktorsgraf("sparql", query, "--format", "csv", folder=folder)
    assert done.out.splitlines()[0] == "number"
    assert int(done.out.splitlines()[1]) >= 8
    assert aktorsgraf("sparql", "-", "--format", "csv", folder=folder, given=query.encode()) == done


@pytest.mark.parametrize(("pattern", "code"), [("?s ?p ?o", 0), ("?s <urn:none> ?o", 1)])
def test_an_ask_that_is_false_is_told_by_the_exit_code(folder: Path, pattern: str, code: int) -> None:
    assert aktorsgraf("sparql", f"ASK {{ {pattern} }}", folder=folder).code == code


def test_a_whole_graph_is_not_written_to_the_standard_output(folder: Path) -> None:
    done = aktorsgraf("export", "--format", "turtle", "--output", "-", folder=folder)
    assert (done.code, done.out) == (2, "")


def test_a_picture_of_bodies(folder: Path, tmp_path: Path) -> None:
    done = aktorsgraf("visualise", "bodies", "--output", tmp_path / "bodies.html", folder=folder)
    assert (done.code, done.out) == (0, "")
    assert "nodes" in done.err
    assert (tmp_path / "bodies.html").read_text(encoding="utf-8").startswith("<!")
    missing = aktorsgraf("visualise", "bodies", "--output", tmp_path / "nej" / "a.html", folder=folder)
    assert missing.code == 2
    assert missing.err.count("\n") == 1


@pytest.mark.parametrize("format_", ["turtle", "ntriples", "rdfxml", "jsonld", "trig", "nquads", "csv"])
def test_an_export_is_a_file_and_the_same_each_time(folder: Path, tmp_path: Path, format_: str) -> None:
    for name in ("a", "b"):
        done = aktorsgraf("export", "--format", format_, "--output", tmp_path / name, folder=folder)
        assert (done.code, done.out, done.err) == (0, "", f"{tmp_path / name}: written as {format_}\n")
    if format_ == "csv":
        written = {path.name: path.read_bytes() for path in (tmp_path / "a").iterdir()}
        assert written == {path.name: path.read_bytes() for path in (tmp_path / "b").iterdir()}
        assert len(written) > 3
    else:
        assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
        assert (tmp_path / "a").stat().st_size > 100_000


def test_an_export_that_fails_is_one_line_and_leaves_nothing(folder: Path, tmp_path: Path) -> None:
    done = aktorsgraf("export", "--format", "turtle", "--output", tmp_path / "nej" / "a.ttl", folder=folder)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_is_chosen_there_is_nothing_to_draw(folder: Path, tmp_path: Path) -> None:
    done = aktorsgraf("visualise", "bodies", "--body", "finns inte", "--output", tmp_path / "a.html", folder=folder)
    assert done.code == 1
    assert done.err.count("\n") == 1


def test_columns_of_a_question_of_ones_own_are_called_as_it_calls_them(folder: Path) -> None:
    done = aktorsgraf("sparql", "SELECT (1 AS ?number) (2 AS ?item) {}", folder=folder, language="sv_SE.UTF-8")
    assert (done.code, done.out.split()) == (0, ["number", "item", "1", "2"])


def test_the_examples_are_valid(folder: Path) -> None:
    done = aktorsgraf("validate", folder=folder)
    assert done.code == 0
    assert done.out.startswith("NOTE: ")
    written = json.loads(aktorsgraf("validate", "--format", "json", folder=folder).out)
    assert written["holds"]
    assert {result["severity"] for result in written["results"]} == {"Info"}


def test_a_violation_is_said_and_is_exit_code_1(tmp_path: Path) -> None:
    evidence = [{"start": 0, "end": 3, "quote": "Eva"}]
    term = {"person": "Eva Alm", "role": "member", "body": "Valberedningen", "from": "2026", "until": "2023"}
    minutes = {
        "source": {"name": "a.txt", "sha256": "0" * 64, "media_type": "text/plain", "characters": 10},
        "meeting": {"body": "Styrelsen", "organisation": "Bolaget", "date": "2023-05-03", "evidence": evidence},
        "participants": [{"name": "Eva Alm", "roles": ["member"], "present": True, "evidence": evidence}],
        "items": [
            {"number": "9", "title": "Val", "appointments": [term | {"evidence": evidence}], "evidence": evidence}
        ],
    }
    (tmp_path / "a.json").write_text(json.dumps(minutes), encoding="utf-8")
    built = aktorsgraf("build", "a.json", folder=tmp_path)
    assert (built.code, "Violation: " in built.err) == (0, True), built.err
    done = aktorsgraf("validate", folder=tmp_path)
    assert (done.code, "«Eva»" in done.out) == (1, True), done.out
    assert done.out.count("in quarantine") == done.out.count("VIOLATION:") > 0
    held = aktorsgraf("validate", "--quarantine", folder=tmp_path)
    assert (held.code, "/membership> <http://www.w3.org/ns/org#member>" in held.out) == (0, True)
    asked = aktorsgraf("sparql", "ASK { ?m a <http://www.w3.org/ns/org#Membership> }", folder=tmp_path)
    assert asked.out.split() == ["answer", "false"]
    whole = minutes | {"items": [{**minutes["items"][0], "appointments": []}]}  # type: ignore[index]
    (tmp_path / "a.json").write_text(json.dumps(whole), encoding="utf-8")
    again = aktorsgraf("build", "a.json", folder=tmp_path)
    assert again.code == 0, again.err
    assert aktorsgraf("validate", "--quarantine", folder=tmp_path).out == ""
    assert aktorsgraf("validate", folder=tmp_path).code == 0


def test_who_sits_on_the_group_of_the_oecd_report(shared_folder: Path) -> None:
    done = aktorsgraf("query", "group-members", "--param", "group=OECD", "--format", "csv", folder=shared_folder)
    assert {(row["person"], row["party"], row["municipality"]) for row in rows(done)} == {
        ("Daniel Danielsson", "C", "Åre"),
        ("Lars-Gunnar Nordlander", "S", "Härjedalen"),
        ("Effie Kuorlos", "C", "Östersund"),
        ("Susanne Hansson", "S", "Strömsund"),
        ("Malin Elmerstig", "", ""),
    }


def test_the_roles_of_one_person(shared_folder: Path) -> None:
    done = aktorsgraf(
        "query", "person-roles", "--param", "person=SUSANNE WAHLSTROM", "--format", "csv", folder=shared_folder
    )
    answer = rows(done)
    assert {row["person"] for row in answer} == {"Susanne Wahlström"}
    assert ("Primärkommunalt samverkansorgan", "Habo") in {(row["body"], row["municipality"]) for row in answer}
    assert any("arbetsgrupp" in row["body"] and row["since"] == "2023-01-12" for row in answer)
