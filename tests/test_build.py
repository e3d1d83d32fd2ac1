"""Building: repeatable, incremental, and the same whatever the way to it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from build_samples import InlineExecutor, build_inline, minutes_text, quads_of, write_minutes
from pyoxigraph import Literal, Quad

from aktorsgraf import intake, loading
from aktorsgraf.build import build
from aktorsgraf.errors import WorkspaceError
from aktorsgraf.loading import Changes
from aktorsgraf.workspace import Workspace
from graph.errors import StoreError
from graph.store import build_key
from ontology.iris import DEFAULT_BASE, ontology_graph
from ontology.terms import OWL

SHARED_GRAPHS = 3


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_minutes(tmp_path / "minutes", 1, 2, 3)
    return tmp_path / "minutes"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return tmp_path / "workspace"


def test_building_twice_changes_nothing_and_says_so(folder: Path, workspace: Path) -> None:
    first = build_inline(workspace, folder)
    assert first.changes == Changes(added=3, replaced=0, removed=0, unchanged=0, derived=SHARED_GRAPHS)
    quads = quads_of(workspace)
    second = build_inline(workspace, folder)
    assert second.changes == Changes(added=0, replaced=0, removed=0, unchanged=3, derived=0)
    assert second.changes.nothing
    assert second.intake.unchanged == 3
    assert second.triples == first.triples == len(quads)
    assert quads_of(workspace) == quads


def test_a_file_of_many_minutes_is_mapped_in_parts_as_it_is_as_a_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "all.txt").write_text("\n\n".join(map(minutes_text, range(1, 6))), encoding="utf-8")
    whole = build_inline(tmp_path / "whole", tmp_path / "all.txt")
    monkeypatch.setattr(loading, "MINUTES_AT_ONCE", 2)
    parts = build_inline(tmp_path / "parts", tmp_path / "all.txt")
    assert parts == whole
    assert quads_of(tmp_path / "parts") == quads_of(tmp_path / "whole")


def test_a_workspace_of_another_version_says_so_until_it_is_built_again(folder: Path, workspace: Path) -> None:
    build_inline(workspace, folder)
    quads, graph = quads_of(workspace), ontology_graph(DEFAULT_BASE)
    with Workspace(workspace).open_store(read_only=False) as store:
        old = Quad(graph, OWL.versionInfo, Literal("0.1.0"), graph)
        store.replace_graphs([(graph, [old, build_key(graph, "old")])])
    with pytest.raises(
        WorkspaceError, match=r"version 0\.1\.0 of the ontology, and this is .*; run aktorsgraf build again"
    ):
        quads_of(workspace)
    build_inline(workspace, folder)
    assert quads_of(workspace) == quads


def test_two_processes_give_what_one_gives(folder: Path, workspace: Path, tmp_path: Path) -> None:
    build_inline(workspace, folder)
    build([str(folder)], Workspace(tmp_path / "other"))
    assert quads_of(tmp_path / "other") == quads_of(workspace)


def test_a_build_leaves_the_store_in_order_on_disk(folder: Path, workspace: Path) -> None:
    def files() -> set[str]:
        return {file.name for file in Workspace(workspace).store_path.glob("*.sst")}

    build_inline(workspace, folder)
    (folder / "2.txt").write_text(minutes_text(2, chair="Disa Ekvall (V), Krokom"), encoding="utf-8")
    build_inline(workspace, folder)
    built = files()
    with Workspace(workspace).open_store(read_only=False) as store:
        store.optimize()
    assert files() == built


def test_an_edited_file_replaces_its_graph(folder: Path, workspace: Path, tmp_path: Path) -> None:
    build_inline(workspace, folder)
    (folder / "2.txt").write_text(minutes_text(2, chair="Disa Ekvall (V), Krokom"), encoding="utf-8")
    report = build_inline(workspace, folder)
    assert (report.changes.added, report.changes.removed) == (1, 1)
    assert report.intake.read == 1
    build_inline(tmp_path / "fresh", folder)
    assert quads_of(workspace) == quads_of(tmp_path / "fresh")


def test_what_is_gone_stays_until_it_is_pruned(folder: Path, workspace: Path, tmp_path: Path) -> None:
    write_minutes(tmp_path / "elsewhere", 4)
    build_inline(workspace, folder, tmp_path / "elsewhere")
    (folder / "1.txt").unlink()
    (tmp_path / "elsewhere" / "4.txt").unlink()
    kept = build_inline(workspace, folder)
    assert (kept.intake.gone, kept.intake.pruned, kept.changes.nothing) == (1, 0, True)
    pruned = build_inline(workspace, folder, prune=True)
    assert (pruned.intake.gone, pruned.intake.pruned, pruned.changes.removed) == (0, 1, 1)
    write_minutes(tmp_path / "elsewhere", 4)
    build_inline(tmp_path / "fresh", folder, tmp_path / "elsewhere")
    assert quads_of(workspace) == quads_of(tmp_path / "fresh")


def test_a_folder_that_is_away_is_not_pruned_and_an_emptied_one_is(folder: Path, workspace: Path) -> None:
    build_inline(workspace, folder)
    folder.rename(folder.with_name("borta"))
    away = build_inline(workspace, folder, prune=True)
    assert (len(away.intake.problems), away.intake.pruned) == (1, 0)
    folder.mkdir()
    emptied = build_inline(workspace, folder, prune=True)
    assert (len(emptied.intake.problems), emptied.intake.pruned, emptied.changes.removed) == (1, 3, 3)


def test_a_new_version_of_the_reader_reads_everything_again(
    folder: Path, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_inline(workspace, folder)
    monkeypatch.setattr(intake, "reader_version", lambda: "next")
    monkeypatch.setattr(loading, "mapper_version", lambda: "next")
    report = build_inline(workspace, folder)
    assert (report.intake.read, report.changes.replaced) == (3, 3)


def test_the_same_content_in_two_places_is_one_document(folder: Path, workspace: Path) -> None:
    shutil.copy(folder / "1.txt", folder / "kopia.txt")
    report = build_inline(workspace, folder)
    assert (report.intake.read, report.changes.added, report.notes) == (4, 3, ())
    (folder / "1.txt").unlink()
    assert build_inline(workspace, folder, prune=True).changes.removed == 0


def test_files_of_one_name_in_two_folders_are_two_documents(folder: Path, workspace: Path) -> None:
    (folder / "under").mkdir()
    (folder / "under" / "1.txt").write_text(minutes_text(9), encoding="utf-8")
    assert build_inline(workspace, folder / "under", folder).changes.added == 4


def test_an_identity_that_changes_rewrites_no_other_documents(folder: Path, workspace: Path, tmp_path: Path) -> None:
    build_inline(workspace, folder)
    text = minutes_text(7, body="Valnämnden", chair="Frida Ask (L), Ljungskile").replace("Fjällbygden", "Havsbandet")
    text = text.replace("Bertil Nyström (C), Berg", "Gun Holm (C)").replace("Carin Öhman (M), Ragunda", "Ivar Lind (M)")
    (folder / "ny.txt").write_text(text, encoding="utf-8")
    report = build_inline(workspace, folder)
    assert (report.changes.added, report.changes.replaced, report.changes.unchanged) == (1, 0, 3)
    build_inline(tmp_path / "fresh", folder)
    assert quads_of(workspace) == quads_of(tmp_path / "fresh")


def test_the_order_of_building_does_not_matter(folder: Path, workspace: Path, tmp_path: Path) -> None:
    for name in ("3.txt", "1.txt", "2.txt"):
        build_inline(workspace, folder / name)
    build_inline(tmp_path / "at once", folder)
    assert quads_of(workspace) == quads_of(tmp_path / "at once")


def test_bad_files_are_reported_and_the_rest_is_loaded(folder: Path, workspace: Path) -> None:
    (folder / "bild.txt").write_bytes(b"\xff\xd8\xff\xe0JFIF")
    (folder / "tom.txt").touch()
    report = build_inline(workspace, folder)
    assert [error.source for error in report.intake.problems] == ["bild.txt", "tom.txt"]
    assert report.changes.added == 3


def test_a_file_that_cannot_be_read_any_longer_keeps_what_it_said(folder: Path, workspace: Path) -> None:
    build_inline(workspace, folder)
    (folder / "1.txt").write_bytes(b"")
    report = build_inline(workspace, folder, prune=True)
    assert len(report.intake.problems) == 1
    assert report.changes.nothing


def test_another_build_at_the_same_time_is_refused(folder: Path, workspace: Path) -> None:
    build_inline(workspace, folder)
    with (
        Workspace(workspace).open_store(read_only=False),
        pytest.raises(StoreError, match="another process is writing"),
    ):
        build_inline(workspace, folder)


def test_a_folder_with_other_things_is_no_workspace(folder: Path) -> None:
    with pytest.raises(WorkspaceError, match="holds other files"):
        build_inline(folder, folder)


def test_a_file_is_no_workspace(folder: Path) -> None:
    with pytest.raises(WorkspaceError, match="not a folder"):
        build_inline(folder / "1.txt", folder)


def test_the_base_of_iris_is_chosen_once(folder: Path, workspace: Path, tmp_path: Path) -> None:
    build_inline(workspace, folder)
    other = "https://data.example.org/id/"
    moved = build([str(folder)], Workspace(workspace), executor=InlineExecutor(), base=other)
    assert (moved.changes.added, moved.changes.removed) == (3, 3 + SHARED_GRAPHS)
    assert build_inline(workspace, folder).changes.nothing
    assert not [quad for quad in quads_of(workspace) if DEFAULT_BASE in quad]
    with pytest.raises(WorkspaceError, match="base 'här'"):
        build([str(folder)], Workspace(tmp_path / "new"), base="här")


def test_a_build_that_reads_nothing_changes_nothing(folder: Path, workspace: Path, tmp_path: Path) -> None:
    build_inline(workspace, folder)
    quads = quads_of(workspace)
    for source in _unreadable(tmp_path):
        report = build(
            [str(source)], Workspace(workspace), executor=InlineExecutor(), base="https://data.example.org/id/"
        )
        assert report.failed
        assert report.changes.nothing
        assert quads_of(workspace) == quads
    assert Workspace(workspace).base() == DEFAULT_BASE
    assert build_inline(workspace, folder).changes.nothing


def test_a_build_that_reads_nothing_makes_no_workspace(tmp_path: Path) -> None:
    given = tmp_path / "given"
    given.mkdir()
    for source in _unreadable(tmp_path):
        for new in (tmp_path / "deep" / "er" / "workspace", given):
            assert build([str(source)], Workspace(new), executor=InlineExecutor()).failed
        assert not (tmp_path / "deep").exists()
        assert not list(given.iterdir())


def _unreadable(folder: Path) -> tuple[Path, ...]:
    empty = folder / "empty"
    empty.mkdir(exist_ok=True)
    blank = folder / "blank.txt"
    blank.write_text("", encoding="utf-8")
    return folder / "missing", empty, blank
