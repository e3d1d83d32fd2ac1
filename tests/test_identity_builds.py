"""Identity from end to end: builds in parts and in any order, IRIs that stay, judgements and corrections that are replayed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from build_samples import InlineExecutor, build_inline, quads_of
from cli_runner import aktorsgraf
from judgement_samples import answer, correction, opinion, said, subject, write_homonyms, write_open_pair

from aktorsgraf.build import build
from aktorsgraf.workspace import Workspace
from ontology.terms import DCTERMS, PERSON, RDF

EXAMPLES = Path(__file__).parent.parent / "examples"


def iris_of(workspace: Path) -> dict[str, str]:
    """Return, by every IRI that a person has or had, the one that the person goes by now."""
    with Workspace(workspace).open_store(read_only=True) as store:
        people = {quad.subject for quad in store.quads(predicate=RDF.type, value=PERSON.Person)}
        replaced = {quad.subject: quad.object for quad in store.quads(predicate=DCTERMS.isReplacedBy)}
    assert all(new in people for old, new in replaced.items() if "/person/" in str(old)), "a redirect has one end"
    assert people.isdisjoint(replaced)
    return {str(iri): str(replaced.get(iri, iri)) for iri in (*people, *replaced) if "/person/" in str(iri)}


def test_a_build_in_two_parts_in_the_reversed_order_gives_the_same_graph_and_keeps_every_iri(tmp_path: Path) -> None:
    files = sorted(path for path in EXAMPLES.iterdir() if path.suffix)
    build_inline(tmp_path / "whole", *files)
    build_inline(tmp_path / "parts", *files[: len(files) // 2 - 1 : -1])
    before = iris_of(tmp_path / "parts")
    build_inline(tmp_path / "parts", *files[len(files) // 2 - 1 :: -1])
    now = iris_of(tmp_path / "parts")
    assert quads_of(tmp_path / "parts") == quads_of(tmp_path / "whole")
    assert before.keys() <= now.keys(), "an IRI that was given once works for good"
    assert len(set(before.values())) > 20
    merged = [old for old, new in now.items() if old != new]
    assert merged
    for old in merged[:5]:
        tails = (iri.strip("<>").partition("/id/")[2] for iri in (old, now[old]))
        by_old, by_new = (answer(tmp_path / "parts", "memberships", person=tail) for tail in tails)
        assert by_old == by_new


def test_a_file_of_its_own_changes_no_iri_of_others(tmp_path: Path) -> None:
    write_homonyms(tmp_path / "minutes")
    build_inline(tmp_path / "w", tmp_path / "minutes" / "hav.txt")
    before = iris_of(tmp_path / "w")
    build_inline(tmp_path / "w", tmp_path / "minutes" / "fjäll.txt")
    now = iris_of(tmp_path / "w")
    assert {iri: now[iri] for iri in before} == before
    assert len(now) > len(before)


@pytest.fixture
def judged(tmp_path: Path) -> tuple[Path, frozenset[str]]:
    """Build minutes with an open pair, judge it and correct a name; return the workspace, and its graph before that."""
    write_open_pair(tmp_path / "minutes")
    workspace = tmp_path / "w"
    build_inline(workspace, tmp_path / "minutes")
    before = quads_of(workspace)
    pair = sorted(iri.strip("<>").partition("/id/")[2] for iri in iris_of(workspace) if "anders-lindberg" in iri)
    said(workspace, opinion(pair[0], pair[1]), correction(workspace, "Ivar Lind", "name", "Ivar Lindh"))
    return workspace, before


def test_judgements_and_corrections_are_replayed_and_a_build_without_them_is_the_machines(
    judged: tuple[Path, frozenset[str]], tmp_path: Path
) -> None:
    workspace, before = judged
    with_them = quads_of(workspace)
    assert with_them != before
    again = tmp_path / "again"
    again.mkdir()
    shutil.copy(workspace / "judgements.jsonl", again / "judgements.jsonl")
    for name in ("hav.txt", "fjäll.txt"):  # a file at a time, and all that was said is said from the start
        build_inline(again, tmp_path / "minutes" / name)
    assert quads_of(again) == with_them
    assert subject(again, "Ivar Lindh").label == "Ivar Lindh"
    assert len({row["iri"] for row in answer(again, "memberships", person="anders lindberg")}) == 1
    sources = [str(tmp_path / "minutes")]
    build(sources, Workspace(again), executor=InlineExecutor(), judged=False)
    assert quads_of(again) == before
    build_inline(again, tmp_path / "minutes")
    assert quads_of(again) == with_them


def test_an_iri_merged_by_a_judgement_answers_queries_and_why(judged: tuple[Path, frozenset[str]]) -> None:
    workspace, _ = judged
    old, new = next((old, new) for old, new in iris_of(workspace).items() if old != new and "anders-lindberg" in old)
    rows = [answer(workspace, "memberships", person=iri.strip("<>")) for iri in (old, new)]
    assert rows[0] == rows[1] != []
    done = aktorsgraf("why", old.strip("<>"), "--workspace", workspace)
    assert done.code == 0, done.err
    assert new.strip("<>").partition("/id/")[2] in done.out.splitlines()[0]


def test_namesakes_that_clash_and_misprints_are_listed_for_review_and_not_merged(tmp_path: Path) -> None:
    write_homonyms(tmp_path / "minutes")
    coast = tmp_path / "minutes" / "hav.txt"
    coast.write_text(coast.read_text("utf-8").replace("Gun Holm", "Bertil Nystróm"), encoding="utf-8")
    build_inline(tmp_path / "w", tmp_path / "minutes")
    done = aktorsgraf("review", "--export", tmp_path / "open.csv", "--workspace", tmp_path / "w")
    assert done.code == 0, done.err
    listed = (tmp_path / "open.csv").read_text("utf-8")
    assert "Anders Lindberg" in listed, "one name, two municipalities and two parties at one time"
    assert "Nystr" in listed, "two spellings that a scan confuses, and nothing else in common"
    assert len({new for iri, new in iris_of(tmp_path / "w").items() if "anders-lindberg" in iri}) == 2
    assert len({new for iri, new in iris_of(tmp_path / "w").items() if "/person/bertil-nystr" in iri}) == 2
