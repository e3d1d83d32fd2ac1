"""Entries of the log for tests, and minutes in which there is something to judge and to correct."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from build_samples import InlineExecutor, minutes_text

from aktorsgraf.corrections_subject import corrected_by
from aktorsgraf.judgements import Correction, Entry, Opinion, Undo, keyed
from aktorsgraf.judgements_effect import Effect, say
from aktorsgraf.judgements_subjects import Subject, find_subject
from aktorsgraf.workspace import Workspace
from loaders.identity import Verdict
from queries.pack import load_pack
from queries.runner import run

WHEN = "2026-01-05T10:00:00Z"
POSITIVE, NEGATIVE, UNSURE = Verdict.POSITIVE, Verdict.NEGATIVE, Verdict.UNSURE


def opinion(left: str, right: str, verdict: Verdict = POSITIVE, *, when: str = WHEN, **more: Any) -> Entry:
    """Make a judgement with its key."""
    names = more.pop("names", (left, right))
    who = more.pop("who", "anna")
    return keyed(Opinion(id="-", when=when, who=who, verdict=verdict, left=left, right=right, names=names, **more))


def undo(entry: Entry, *, when: str = "2026-01-06T10:00:00Z") -> Entry:
    """Make what takes an entry back."""
    return keyed(Undo(id="-", when=when, who="anna", undoes=entry.id))


def write_homonyms(folder: Path) -> None:
    """Write the minutes of two federations that each have a chair of one name, of two municipalities and parties."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "fjäll.txt").write_text(minutes_text(1, chair="Anders Lindberg (S), Åre"), encoding="utf-8")
    coast = minutes_text(2, chair="Anders Lindberg (M), Tanum").replace("Fjällbygden", "Havsbandet")
    coast = coast.replace("Bertil Nyström (C), Berg", "Gun Holm (C), Sotenäs").replace(
        "Carin Öhman (M), Ragunda", "Ivar Lind (M), Lysekil"
    )
    (folder / "hav.txt").write_text(coast, encoding="utf-8")


def write_open_pair(folder: Path) -> None:
    """Write the minutes of two federations that each have a chair of one name, and nothing that tells whether they are one."""
    write_homonyms(folder)
    for path in folder.iterdir():
        text = path.read_text(encoding="utf-8").replace("(S), Åre", "(S)").replace("(M), Tanum", "")
        path.write_text(text.replace("Lindberg , ordförande", "Lindberg, ordförande"), encoding="utf-8")


def subject(workspace: Path, text: str) -> Subject:
    """Find what a text names in a workspace."""
    with Workspace(workspace).open_store(read_only=True) as store:
        return find_subject(store, Workspace(workspace).base(), text)


def said(workspace: Path, *entries: Entry) -> Effect:
    """Say something, without other processes."""
    return say(Workspace(workspace), entries, executor=InlineExecutor())


def correction(workspace: Path, text: str, name: str, value: str, *, was: str | None = None) -> Entry:
    """Make a correction of what a text names."""
    with Workspace(workspace).open_store(read_only=True) as store:
        base = Workspace(workspace).base()
        found = find_subject(store, base, text)
        facts = corrected_by(store, base, found, name, was)
    written = facts[0].property.form.read(value)
    assert written is not None
    return keyed(
        Correction(
            id="-",
            when=WHEN,
            who="anna",
            reason="felskrivet",
            subject=found.tail,
            name=found.label,
            property=name,
            value=written,
            facts=tuple(one.thing.tail for one in facts),
        )
    )


def answer(workspace: Path, name: str, **parameters: str) -> list[dict[str, Any]]:
    """Ask a question of the pack; return a mapping a row."""
    with Workspace(workspace).open_store(read_only=True) as store:
        table = run(load_pack()[name], store, parameters)
    return [dict(zip((column.name for column in table.columns), row, strict=True)) for row in table.rows]
