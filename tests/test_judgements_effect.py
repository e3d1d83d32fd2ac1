"""Judgements and corrections take effect at once, outlive every build, and can be left out and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from build_samples import InlineExecutor, build_inline, minutes_text, quads_of, write_minutes
from judgement_samples import NEGATIVE, answer, correction, opinion, said, subject, undo, write_homonyms

from aktorsgraf.build import Report, build
from aktorsgraf.errors import WorkspaceError
from aktorsgraf.judgements_log import append_to_log
from aktorsgraf.judgements_subjects import NothingFoundError, SeveralFoundError, find_subject
from aktorsgraf.workspace import JUDGEMENTS, Workspace
from graph.validate import validate
from ontology.iris import DEFAULT_BASE

ASSIGNMENT = "att ge Carin Öhman i uppdrag att lämna ett förslag senast 2024-05-31."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_homonyms(tmp_path / "minutes")
    return tmp_path / "minutes"


@pytest.fixture
def workspace(tmp_path: Path, folder: Path) -> Path:
    build_inline(tmp_path / "workspace", folder)
    return tmp_path / "workspace"


def lindbergs(workspace: Path) -> list[str]:
    with pytest.raises(SeveralFoundError, match="2 are called that") as raised:
        subject(workspace, "anders lindberg")
    return [choice.split()[0] for choice in raised.value.choices]


def machine_view(workspace: Path, *sources: Path) -> Report:
    return build([str(one) for one in sources], Workspace(workspace), executor=InlineExecutor(), judged=False)


def sparql(workspace: Path, query: str) -> list[tuple[str, ...]]:
    with Workspace(workspace).open_store(read_only=True) as store:
        return sorted(tuple(term.value for term in row) for row in store.query(query))


def valid(workspace: Path) -> bool:
    with Workspace(workspace).open_store(read_only=True) as store:
        return validate(store.quads()) == ()


def test_two_are_one_at_once_and_after_every_build(workspace: Path, folder: Path, tmp_path: Path) -> None:
    one, other = lindbergs(workspace)
    report = said(workspace, opinion(one, other)).report
    assert report.changes.replaced == 1
    assert len({row["body"] for row in answer(workspace, "person-roles", person="lindberg")}) == 2
    assert subject(workspace, "Anders Lindberg").root == subject(workspace, other).root == subject(workspace, one).root
    assert valid(workspace)
    assert build_inline(workspace, folder).changes.nothing
    quads = quads_of(workspace)
    (tmp_path / "fresh").mkdir()
    (tmp_path / "fresh" / JUDGEMENTS).write_bytes((workspace / JUDGEMENTS).read_bytes())
    build_inline(tmp_path / "fresh", folder)
    assert quads_of(tmp_path / "fresh") == quads


def test_a_merged_iri_leads_on_and_keeps_working_in_queries(workspace: Path) -> None:
    one, other = lindbergs(workspace)
    said(workspace, opinion(one, other))
    root = subject(workspace, one).root.value
    (merged,) = {f"{DEFAULT_BASE}{tail}" for tail in (one, other)} - {root}
    pattern = "?old <http://purl.org/dc/terms/isReplacedBy>? ?who . ?fact <http://data.europa.eu/eli/eli-draft-legislation-ontology#had_participant_person> ?who"
    for old in (merged, root):
        rows = sparql(workspace, f"SELECT DISTINCT ?fact WHERE {{ VALUES ?old {{ <{old}> }} {pattern} }}")
        assert len(rows) == 2


def test_the_graph_tells_of_the_judgement(workspace: Path) -> None:
    one, other = lindbergs(workspace)
    entry = opinion(one, other, reason="samma röst", score=3.5)
    said(workspace, entry)
    rows = sparql(
        workspace,
        "PREFIX ag: <https://w3id.org/aktorsgraf/ns#> SELECT ?who ?when ?reason ?score ?verdict WHERE { ?j a ag:Judgement ; "
        "ag:judgedBy ?who ; <http://purl.org/dc/terms/created> ?when ; ag:reason ?reason ; ag:score ?score ; ag:verdict ?verdict }",
    )
    verdict = "https://w3id.org/aktorsgraf/ns/verdict/positive"
    assert rows == [("anna", "2026-01-05T10:00:00Z", "samma röst", "3.5", verdict)]


def test_undoing_gives_the_machines_view_again_and_so_does_leaving_judgements_out(
    workspace: Path, folder: Path
) -> None:
    before = quads_of(workspace)
    entry = opinion(*lindbergs(workspace))
    said(workspace, entry)
    judged = quads_of(workspace)
    assert judged != before
    machine_view(workspace, folder)
    assert quads_of(workspace) == before
    build_inline(workspace, folder)
    assert quads_of(workspace) == judged
    said(workspace, undo(entry))
    assert quads_of(workspace) == before
    (workspace / JUDGEMENTS).unlink()
    assert build_inline(workspace, folder).changes.nothing


def test_one_is_two(tmp_path: Path) -> None:
    write_minutes(tmp_path / "minutes", 1)
    other = (
        minutes_text(2)
        .replace("Kommunförbundet Fjällbygden", "Kommunförbundet Fjällbygden")
        .replace("Styrelsen", "Valberedningen")
    )
    (tmp_path / "minutes" / "2.txt").write_text(other, encoding="utf-8")
    workspace = tmp_path / "workspace"
    build_inline(workspace, tmp_path / "minutes")
    merged = sparql(workspace, "SELECT ?old ?new WHERE { ?old <http://purl.org/dc/terms/isReplacedBy> ?new }")
    old, new = next((old, new) for old, new in merged if "eva-almgren" in old)
    said(workspace, opinion(old.removeprefix(DEFAULT_BASE), new.removeprefix(DEFAULT_BASE), NEGATIVE))
    assert (
        len(
            {
                row[0]
                for row in sparql(
                    workspace, f"SELECT ?l WHERE {{ <{old}> <http://www.w3.org/2000/01/rdf-schema#label> ?l }}"
                )
            }
        )
        == 1
    )
    assert len([row for row in answer(workspace, "body-members") if row["person"] == "Eva Almgren"]) == 2
    assert valid(workspace)


def test_a_contradiction_is_refused_in_one_line_and_not_noted(tmp_path: Path) -> None:
    for number, name in enumerate(("Fjäll", "Hav", "Skog"), start=1):
        text = minutes_text(
            number, chair=f"Anders Lindberg ({'SMC'[number - 1]}), {('Åre', 'Tanum', 'Eda')[number - 1]}"
        )
        text = text.replace("Fjällbygden", f"{name}sbygden").replace("Bertil", f"{name}us").replace("Carin", f"{name}a")
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    workspace = tmp_path / "workspace"
    build_inline(workspace, *tmp_path.glob("*.txt"))
    with pytest.raises(SeveralFoundError, match="3 are called that") as raised:
        subject(workspace, "Anders Lindberg")
    a, b, c = (choice.split()[0] for choice in raised.value.choices)
    same, apart = opinion(a, b), opinion(b, c, NEGATIVE)
    said(workspace, same, apart)
    with pytest.raises(
        WorkspaceError, match=f"positive contradicts {apart.id} .*take one back first: aktorsgraf undo ID"
    ):
        said(workspace, opinion(a, c))
    merged_from_elsewhere = opinion(a, c, when="2026-01-07T10:00:00Z")
    append_to_log(workspace / JUDGEMENTS, [merged_from_elsewhere])
    (note,) = build([], Workspace(workspace), executor=InlineExecutor()).notes
    assert note.startswith(f"judgement {merged_from_elsewhere.id} ")
    assert f"not followed, it contradicts {apart.id} " in note
    assert "\n" not in note


def test_what_is_judged_of_what_is_gone_is_told(workspace: Path, folder: Path) -> None:
    entry = opinion(*lindbergs(workspace))
    said(workspace, entry)
    (folder / "hav.txt").unlink()
    (note,) = build_inline(workspace, folder, prune=True).notes
    assert note.startswith(f"judgement {entry.id} ")
    assert "there is no person/anders-lindberg-" in note


def test_a_person_and_a_body_are_not_one(workspace: Path) -> None:
    person, body = subject(workspace, "Gun Holm").tail, subject(workspace, "Kommunförbundet Havsbandet").tail
    with pytest.raises(WorkspaceError, match="expected two people, or two units of one kind; not noted"):
        said(workspace, opinion(person, body))
    assert not (workspace / JUDGEMENTS).exists()


def test_bodies_can_be_one(workspace: Path) -> None:
    one, other = (subject(workspace, f"Kommunförbundet {name}").tail for name in ("Havsbandet", "Fjällbygden"))
    said(workspace, opinion(one, other))
    assert len({row["body"] for row in answer(workspace, "body-members")}) == 1
    assert valid(workspace)


def test_a_person_s_name_is_corrected_and_found_by_both(workspace: Path) -> None:
    entry = correction(workspace, "Ivar Lind", "name", "Ivar Lindh")
    said(workspace, entry)
    assert {row["person"] for row in answer(workspace, "person-roles", person="ivar lind")} == {"Ivar Lindh"}
    assert subject(workspace, "Ivar Lindh").label == "Ivar Lindh"
    assert valid(workspace)


def test_a_corrected_deadline_counts_and_the_minutes_stay_one_step_away(tmp_path: Path) -> None:
    folder, workspace = tmp_path / "minutes", tmp_path / "workspace"
    write_minutes(folder, 1, 2)
    text = minutes_text(3).replace("att utse Bertil", f"{ASSIGNMENT}\natt utse Bertil")
    (folder / "3.txt").write_text(text, encoding="utf-8")
    build_inline(workspace, folder)
    before = quads_of(workspace)
    (iri,) = sparql(workspace, "SELECT ?a WHERE { ?a a <https://w3id.org/aktorsgraf/ns#Assignment> }")[0]
    entry = correction(workspace, iri, "deadline", "2024-06-30")
    report = said(workspace, entry).report
    assert (report.changes.replaced, report.changes.unchanged) == (1, 2)
    (row,) = answer(workspace, "assignments")
    assert row["deadline"].isoformat() == "2024-06-30"
    assert valid(workspace)
    stated = sparql(
        workspace,
        "PREFIX ag: <https://w3id.org/aktorsgraf/ns#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "
        "PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> "
        "SELECT ?was ?who ?quote WHERE { GRAPH ?document { ?old a ag:MinutedValue ; rdf:subject ?fact ; rdf:object ?was ; "
        "ag:correctedBy ?correction . ?fact <http://www.w3.org/ns/prov#wasDerivedFrom>/nif:anchorOf ?quote } "
        "?correction ag:judgedBy ?who }",
    )
    assert [(was, who) for was, who, _ in stated] == [("2024-05-31", "anna")]
    assert "2024-05-31" in stated[0][2]
    said(workspace, undo(entry))
    assert quads_of(workspace) == before


def test_a_correction_of_what_is_gone_is_told_and_states_nothing(tmp_path: Path) -> None:
    folder, workspace = tmp_path / "minutes", tmp_path / "workspace"
    write_minutes(folder, 1, 2)
    build_inline(workspace, folder)
    (iri,) = sparql(workspace, "SELECT ?m WHERE { ?m a <https://w3id.org/aktorsgraf/ns#Meeting> }")[0]
    entry = correction(workspace, iri, "date", "2024-02-03")
    said(workspace, entry)
    for path in folder.iterdir():
        if f"Protokoll {'1' if '2024-02-02' in iri else '2'}/2024" in path.read_text(encoding="utf-8"):
            path.unlink()
    report = build_inline(workspace, folder, prune=True)
    assert report.notes == (
        f"correction {entry.id} ({entry.name}: date): of no effect, what it corrects is not in the graph now",
    )
    assert valid(workspace)


def test_a_party_is_corrected_where_the_minutes_state_it(workspace: Path) -> None:
    said(workspace, correction(workspace, "Gun Holm", "party", "L", was="C"))
    assert {row["party"] for row in answer(workspace, "person-roles", person="gun holm")} == {("L",)}
    with pytest.raises(NothingFoundError, match="no minutes state party C; they state L"):
        correction(workspace, "Gun Holm", "party", "M", was="C")
    assert valid(workspace)


@pytest.mark.parametrize(
    ("text", "name", "value", "column"),
    [
        ("Kommunförbundet Havsbandet", "name", "Kommunförbundet Havsbandet Väst", "name"),
        ("arbetsgruppen för vägar", "kind", "styrgrupp", "kind"),
    ],
)
def test_bodies_and_groups_are_corrected(tmp_path: Path, text: str, name: str, value: str, column: str) -> None:
    (tmp_path / "1.txt").write_text(minutes_text(1).replace("Fjällbygden", "Havsbandet"), encoding="utf-8")
    build_inline(tmp_path / "w", tmp_path / "1.txt")
    wanted = "Kommunförbundet Havsbandet" if column == "name" else "arbetsgrupp"
    said(tmp_path / "w", correction(tmp_path / "w", wanted, name, value))
    if column == "kind":
        assert {row["kind"] for row in answer(tmp_path / "w", "group-members")} == {"styrgrupp"}
    else:
        assert subject(tmp_path / "w", value).label == value
    assert valid(tmp_path / "w")


def test_what_cannot_be_corrected_says_what_can(workspace: Path) -> None:
    with pytest.raises(WorkspaceError, match="no property 'age' of a person; expected name, party, municipality"):
        correction(workspace, "Gun Holm", "age", "4")
    with pytest.raises(NothingFoundError, match="nothing is called that"):
        correction(workspace, "Nils Ingen", "name", "x")


def test_a_name_with_signs_of_sparql_finds_nothing_and_breaks_nothing(workspace: Path) -> None:
    for text in ('" } DROP ALL #', "a\\", "?x", "<urn:x>", "", "\n"):
        with Workspace(workspace).open_store(read_only=True) as store, pytest.raises(NothingFoundError):
            find_subject(store, DEFAULT_BASE, text)
