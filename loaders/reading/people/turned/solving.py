"""Which cells belong to which names: by their number, and by what each holds."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.reading.lexicon.labels import OFFICE_KINDS, label_at
from loaders.reading.people.attributes import attributes_of
from loaders.reading.people.marks import without_mark
from loaders.reading.people.phrase import Phrase
from loaders.reading.people.turned.cells import Cell, name_at
from loaders.reading.people.turned.columns import FEWEST, SHARP, Column, column_kind, columns_of
from loaders.reading.people.turned.groups import Group, GroupedList, Told


def solve(lists: Sequence[GroupedList]) -> None:
    """Find the columns of each group; cells below the names of several lists can be one column of them all."""
    for k, one in enumerate(lists):
        for group in one.groups:
            if group is not one.groups[0] or not _solve_together(lists[: k + 1], group):
                _solve(group, last=group is one.groups[-1])


def _solve_together(lists: Sequence[GroupedList], last: Group) -> bool:
    """Deal the cells below the last list out over it and those above it that have no cells («… / Ersättare / … / (S)»)."""
    together = [last]
    if len(last.told) != 1 or last.told[0].before:
        return False
    told = last.told[0]
    for one in reversed(lists[:-1]):
        if len(one.groups) > 1 or one.groups[0].told or not one.groups[0].names:
            return False
        together.insert(0, one.groups[0])
        dealt = columns_of(told.cells, sum(len(group.names) for group in together), told.head)
        if dealt.columns and not dealt.rest:
            for column in dealt.columns:
                _share_out(column, together)
            return True
    return False


def _share_out(column: Column, groups: Sequence[Group]) -> None:
    at = 0
    for group in groups:
        group.columns.append(Column(column.kind, column.cells[at : at + len(group.names)]))
        at += len(group.names)


def _solve(group: Group, *, last: bool) -> None:
    """Find the columns of a group; `last` tells that no other names follow below its label."""
    count = len(group.names)
    said = [_said(name) for name in group.names]
    for told in group.told:
        dealt = columns_of(told.cells, count, told.head) if count > 1 and _can_belong(told, count) else None
        if dealt is None or any(not _can_be(column, told, said, last=last) for column in dealt.columns):
            group.rest += told.cells
            continue
        group.columns += dealt.columns
        if len(dealt.rest) > 1 and (told.head or dealt.columns or _is_column(dealt.rest, said)):
            group.dropped.append(Told(told.head, told.before, list(dealt.rest)))
        else:
            group.rest += dealt.rest


def _said(name: Cell) -> frozenset[str]:
    """Name the columns that the line of a name says itself («Eva Alm (S)»)."""
    text = without_mark(name.text)
    hit = name_at(text)
    if hit is None:
        return frozenset()
    phrase = attributes_of(Phrase(hit.name, hit.start, len(text), hit.end), text[hit.end :])
    told = (
        ("party", phrase.party),
        ("place", phrase.municipality or phrase.organisation),
        ("role", phrase.roles or phrase.title),
        ("items", phrase.items),
    )
    return frozenset(kind for kind, value in told if value)


def _can_belong(told: Told, count: int) -> bool:
    """Tell cells before the names, without a head, that can be a column from headings, and from labels of signatures."""
    offices = all(label_at(cell.text, OFFICE_KINDS) is not None for cell in told.cells)
    return bool(told.head) or not told.before or (count >= FEWEST and not offices)


def _can_be(column: Column, told: Told, said: Sequence[frozenset[str]], *, last: bool) -> bool:
    """Tell a column without a head from what the lines of the names say themselves, and from headings of those below."""
    if told.head:
        return True
    return all(column.kind not in one for one in said) and (last or len(said) >= FEWEST or column.kind in SHARP)


def _is_column(cells: Sequence[Cell], said: Sequence[frozenset[str]]) -> bool:
    """Tell cells that are a column, though not as long as the names, from a line that goes on in the next."""
    kind = column_kind(cells)
    several = len(cells) >= FEWEST and len(said) >= FEWEST
    parties = sum(cell.kind == "party" for cell in cells)
    return not any(said) and (parties > 1 or kind in SHARP or (kind is not None and several))
