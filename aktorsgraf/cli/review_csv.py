"""Candidates as a table to be judged in a spreadsheet, and back («granskningslista»)."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import NamedTuple

import click

from aktorsgraf.errors import WorkspaceError
from loaders.identity import Verdict

COLUMNS = (
    "verdict", "reason", "score", "left", "right", "name_left", "name_right", "evidence_left", "evidence_right", "features",
)  # fmt: skip
NEEDED = ("verdict", "left", "right")
WORDS = {
    "same": Verdict.POSITIVE,
    "samma": Verdict.POSITIVE,
    "different": Verdict.NEGATIVE,
    "olika": Verdict.NEGATIVE,
    "unsure": Verdict.UNSURE,
    "osäker": Verdict.UNSURE,
    "osäkert": Verdict.UNSURE,
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Verdicted(NamedTuple):
    """A row in which somebody has set a verdict; IRIs without the base."""

    row: int
    left: str
    right: str
    verdict: Verdict
    reason: str


class RowsError(WorkspaceError):
    """Rows that cannot be taken; `lines` is a line about each."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__(lines[0])
        self.lines = lines


def write_candidates(rows: list[tuple[str, ...]], path: Path) -> None:
    """Write rows of `COLUMNS` as a CSV that spreadsheets open as UTF-8, and in which no cell is a formula; `-` is standard output."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    with click.open_file(str(path), "wb") as file:
        file.write(out.getvalue().encode("utf-8-sig"))


def read_verdicts(path: Path) -> tuple[Verdicted, ...]:
    """Read the rows that have a verdict, with commas or semicolons between cells. Raises RowsError for all wrong rows."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise RowsError((f"{path}: no UTF-8 ({error.reason}); save it as CSV UTF-8",)) from error
    head = text.splitlines()[0] if text else ""
    reader = csv.DictReader(io.StringIO(text), delimiter=";" if head.count(";") > head.count(",") else ",")
    missing = [name for name in NEEDED if name not in (reader.fieldnames or ())]
    if missing:
        raise RowsError((f"{path}: no column {', '.join(missing)}; expected the columns of --export",))
    found, problems = [], []
    for number, row in enumerate(reader, start=2):
        word = (row["verdict"] or "").strip().casefold()
        left, right = ((row[name] or "").strip() for name in ("left", "right"))
        if not word:
            continue
        if word not in WORDS:
            problems.append(f"{path}: row {number}: verdict {word!r}: expected same, different, unsure, or nothing")
        elif not left or not right:
            problems.append(f"{path}: row {number}: left or right is empty: expected the two IRIs of --export")
        else:
            found.append(Verdicted(number, left, right, WORDS[word], (row.get("reason") or "").strip()))
    if problems:
        raise RowsError(tuple(problems))
    return tuple(found)


def _harmless(cell: str) -> str:
    """Keep a spreadsheet from taking a text as a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) and not _is_number(cell) else cell


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
