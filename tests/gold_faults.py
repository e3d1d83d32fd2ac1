"""What is known to be read wrongly of each annotated document: a row a document and family in gold/known-faults.csv.

`python tests/gold_faults.py` writes the table anew: after a mend, so that it holds, and after a batch of documents.
"""

from __future__ import annotations

import csv
import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from gold_scorer import Tally, score

from loaders.documents import read_document
from loaders.minutes import encode_minutes
from loaders.reading import read_minutes

ROOT = Path(__file__).parents[1]
OWN = ROOT / "tests" / "gold"
SHARED = ROOT.parent / "shared"
OWN_ANNOTATIONS = tuple(sorted((OWN / "annotations").glob("*.json")))
SHARED_ANNOTATIONS = tuple(sorted((SHARED / "gold").glob("*.json")))
KNOWN = OWN / "known-faults.csv"


class Faults(NamedTuple):
    """How many facts of one family a document lacks, and how many it has too many."""

    missing: int = 0
    extra: int = 0

    def worse_than(self, known: Faults) -> bool:
        return self.missing > known.missing or self.extra > known.extra


def annotation(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def protocol_of(path: Path) -> Path:
    """Return the minutes that an annotation is of."""
    folder = OWN if path.parent.parent == OWN else SHARED
    return folder / "protocols" / str(annotation(path)["document"])


@cache
def read(path: Path) -> tuple[str, tuple[bytes, ...]]:
    """Return the text of a file, and the minutes in it as JSON."""
    document = read_document(path.read_bytes(), path.name)
    return document.text, tuple(encode_minutes(minutes) for minutes in read_minutes(document))


@cache
def scored(path: Path) -> dict[str, Tally]:
    """Score one document by its annotation."""
    _, lines = read(protocol_of(path))
    return score([(annotation(path), json.loads(lines[0]) if lines else {})])


def faults_of(tally: Tally) -> Faults:
    missing = tally.wanted - tally.hit
    return Faults(missing, len(tally.faults) - missing)


@cache
def known_faults() -> dict[tuple[str, str], Faults]:
    """Return what the table says, by document and family; what it does not name has no fault."""
    with KNOWN.open(encoding="utf-8", newline="") as file:
        rows = [*csv.reader(file)][1:]
    return {(document, family): Faults(int(missing), int(extra)) for document, family, missing, extra in rows}


def write_known_faults() -> None:
    """Write the table of what is read wrongly now."""
    rows = [
        (path.stem, family, *faults_of(tally))
        for path in (*OWN_ANNOTATIONS, *SHARED_ANNOTATIONS)
        for family, tally in scored(path).items()
        if tally.faults
    ]
    with KNOWN.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("document", "family", "missing", "extra"), *rows])


if __name__ == "__main__":
    write_known_faults()
