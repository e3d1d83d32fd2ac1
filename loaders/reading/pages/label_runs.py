"""Labels one below the other with what they introduce right below them, and no empty line to part it.

What a line says tells to which label it belongs: a time to «Plats och tid», somebody with a party to the members, with an office
to the others, who is named again to those who adjust. The cheapest way to deal the lines out in order is taken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.reading.lexicon.labels import MEETING_KINDS, PEOPLE_KINDS, label_at
from loaders.reading.lexicon.names import find_names
from loaders.reading.pages.layout import Layout
from loaders.reading.text.letters import LOWER, UPPER, fold

_KINDS = MEETING_KINDS | PEOPLE_KINDS
_FEWEST = 3  # labels that make a column
_MOST = 120  # lines that are dealt out
_MOST_LABELS = 20
_DEAR = 3  # what a line costs under a label that it does not fit
_PARTY = re.compile(rf"\([{UPPER}{LOWER}]{{1,5}}\)|,\s[{LOWER}]{{1,2}}(?:,|$)")
_OFFICE = re.compile(rf",\s[{LOWER}]{{4,}}")
_CHAIR = re.compile(r"\bordf", re.IGNORECASE)
_SERVES = re.compile(r"\b(?:ersätter|ersatte|tjg|tjänstgör\w*|ers\.?)\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class _Line:
    """What a line says: whom it names first, whether somebody was named before, party, office and the like."""

    name: str
    alone: bool
    again: bool
    party: bool
    office: bool
    chair: bool
    serves: bool
    figure: bool


def dealt_blocks(layout: Layout, numbers: list[int]) -> dict[int, range]:
    """Map the line of each label of such a run to the lines that it introduces."""
    found: dict[int, range] = {}
    for run, below in _runs(layout, numbers):
        kinds = [_kind(layout, label) for label in run]
        if _FEWEST <= len(run) <= _MOST_LABELS and len(below) >= len(run) and "members" in kinds:
            found |= _dealt(run, kinds, below, _lines(layout, below))
    return found


def _runs(layout: Layout, numbers: list[int]) -> list[tuple[list[int], list[int]]]:
    """List each run of labels that stand alone, with the lines below it up to the next label."""
    runs: list[tuple[list[int], list[int]]] = []
    run: list[int] = []
    below: list[int] = []
    for i in numbers:
        hit = label_at(layout.lines[i].text, _KINDS)
        if hit is not None and below:
            runs.append((run, below))
            run, below = [], []
        if hit is not None:
            run = [*run, i] if hit.alone else []
        elif run and (not layout.lines[i - 1].blank or below):
            below.append(i)
        else:
            run = []
    runs.append((run, below))
    return [(labels, lines[:_MOST]) for labels, lines in runs if len(labels) > 1 and lines]


def _kind(layout: Layout, i: int) -> str:
    hit = label_at(layout.lines[i].text, _KINDS)
    return "" if hit is None else hit.kind


def _lines(layout: Layout, numbers: list[int]) -> list[_Line]:
    seen: set[str] = set()
    lines = []
    for i in numbers:
        text = layout.lines[i].text.strip()
        name = next(find_names(text), None)
        first = name is not None and name.start == 0
        key = fold(name.name) if name is not None and first else ""
        lines.append(
            _Line(
                key,
                alone=name is not None and first and name.end >= len(text) - 6,
                again=key in seen,
                party=_PARTY.search(text) is not None,
                office=_OFFICE.search(text) is not None,
                chair=_CHAIR.search(text) is not None,
                serves=_SERVES.search(text) is not None,
                figure=_FIGURE.search(text) is not None,
            )
        )
        seen.add(key)
    return lines


def _dealt(run: list[int], kinds: list[str], below: list[int], lines: list[_Line]) -> dict[int, range]:
    """Deal the lines out, one at least to each label, so that they fit the labels best; a tie goes to the earlier label."""
    best: list[list[tuple[float, int]]] = [[(0.0, 0)] + [(float("inf"), 0)] * len(lines)]
    for kind in kinds:
        row = [(float("inf"), 0)] * (len(lines) + 1)
        for start in range(len(lines)):
            cost = best[-1][start][0]
            for end in range(start + 1, len(lines) + 1):
                cost += _cost(kind, lines[end - 1])
                if cost <= row[end][0]:
                    row[end] = (cost, start)
        best.append(row)
    if best[-1][-1][0] > len(lines):
        return {}
    found: dict[int, range] = {}
    end = len(lines)
    for label, row in zip(reversed(run), reversed(best[1:]), strict=True):
        start = row[end][1]
        found[label] = range(below[start], below[end - 1] + 1)
        end = start
    return found


def _cost(kind: str, line: _Line) -> float:
    """Say how badly a line fits under a label of a kind."""
    if kind in MEETING_KINDS:
        return _DEAR if line.name else 0 if line.figure else 1
    official = line.office and not line.party
    match kind:
        case _ if not line.name:
            cost = 1
        case "members" | "serving":
            cost = _DEAR * line.again + (2 if official and not line.chair else 0) + line.alone
        case "idle-substitutes" | "substitutes":
            cost = (0 if line.again else 1) + _DEAR * (line.chair or line.serves) + (2 if official else 0) + line.alone
        case "adjuster" | "chair" | "secretary":
            cost = (0 if line.again else 2) + (0 if line.alone else 2)
        case "absent":
            cost = 1 + line.chair
        case _:
            cost = (2 if line.party else 0) + (0 if line.office else 1) + _DEAR * line.again
    return cost
