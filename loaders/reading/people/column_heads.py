"""The heads of tables whose columns are lists of their own («Ledamot ⇥ Personlig ersättare»)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.reading.lexicon.labels import PEOPLE_KINDS, LabelHit, label_at

_SEPARATOR = re.compile(r"\t+|(?<![(\s])\s{3,}(?!\))|\|")
_ONE_MEMBER = re.compile(r"(?:ordinarie\s+)?ledamot", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of people: the kind of its list, and where on the line it begins."""

    kind: str
    at: int


def label_columns(text: str) -> list[Column] | None:
    """Return a table's columns when its head line is made of labels."""
    cells = cells_of(text)
    if not 2 <= len(cells) <= 12:
        return None
    hits = [_label_of(text[low:high].strip()) for low, high in cells]
    columns = [
        Column(hit.kind, low) for hit, (low, _) in zip(hits, cells, strict=True) if hit is not None and hit.alone
    ]
    if len(columns) != len(cells):
        return None
    if columns[0].kind == columns[1].kind:  # «Närvarande   Ordinarie   Ersättare»
        columns = columns[1:]
    return columns if len(columns) > 1 else None


def _label_of(cell: str) -> LabelHit | None:
    """Read the label at the head of a column, which can stand in the singular («Ledamot»)."""
    return label_at("Ledamöter" if _ONE_MEMBER.fullmatch(cell) else cell, PEOPLE_KINDS)


def cells_of(text: str) -> list[tuple[int, int]]:
    """Cut a line at tabs, pipes and wide gaps, empty cells left out."""
    gaps = [match.span() for match in _SEPARATOR.finditer(text)]
    edges = zip([0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(text)], strict=True)
    return [(low, high) for low, high in edges if text[low:high].strip()]
