"""The entries of the lists of people, whether these are lists, tables or columns."""

from __future__ import annotations

from loaders.reading.pages.layout import Layout
from loaders.reading.people.column_heads import label_columns
from loaders.reading.people.columns import read_columns
from loaders.reading.people.lines import logical_lines
from loaders.reading.people.lists import heading_at_end, read_list, together
from loaders.reading.people.sections import Section
from loaders.reading.people.seen import Seen, note_phrase
from loaders.reading.people.tables import Entry, column_kinds, read_stacked, read_table, read_told_below

_PARTED = frozenset({"members", "serving", "substitutes", "idle-substitutes", "absent", "absent-substitutes"})
"""Lists that can stand under each municipality in turn («Habo kommun / Ordinarie … / Ersättare …»)."""


def read_sections(layout: Layout, sections: list[Section]) -> list[Seen]:
    """Read every list of people, in the order of the text; a table takes the sections that its rows seem to open."""
    seen: list[Seen] = []
    read_to, head = 0, None
    above: str | None = None  # the municipality whose line stands over the labels of its members and substitutes
    lists = [logical_lines(layout, section) for section in sections]
    document = together([part.text for rows in lists for part in rows])
    for section, parts in zip(sections, lists, strict=True):
        if section.first < read_to:
            continue
        rows, after, head = _read_rows(layout, section, head if section.first == read_to else None)
        columns = None if rows else label_columns(layout.lines[section.first].text)
        if rows:
            seen += [note_phrase(phrase, section.kind, part) for phrase, part in rows]
            read_to = after
        elif head is not None and after == section.last:
            read_to = after  # a table's head over labels, each with rows of the table below it
        elif columns is not None:
            seen += read_columns(layout, section, columns, document)
            read_to = section.last
        else:
            above = above if section.kind in _PARTED else None
            seen += read_list(section.kind, section.words, parts, document, group=above)
            above = heading_at_end(parts) or above
    return seen


def _read_rows(layout: Layout, section: Section, above: int | None) -> tuple[list[Entry], int, int | None]:
    """Read a section that is a table with heads, or whose columns were written one below the other.

    `above` is the head of a table that ends right above the section, which goes on in it. Also returns the line after
    the rows, and the line of the table's head.
    """
    for i in layout.text_lines(section.first, min(section.first + 3, len(layout.lines))):
        if column_kinds(layout.lines[i].text) is not None:
            return *read_table(layout, i, i + 1, len(layout.lines)), i
    if above is not None:
        rows, after = read_table(layout, above, section.first + 1, section.last)
        if rows and after == section.last:
            return rows, after, above
    rows, after = read_stacked(layout, section.first + 1, section.last)
    return *((rows, after) if rows else read_told_below(layout, section.first + 1)), None
