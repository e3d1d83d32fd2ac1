"""The entries of the lists of people, whether these are lists, tables or columns."""

from __future__ import annotations

from loaders.minutes import ReadingWarning
from loaders.reading.lexicon.attendance import ATTENDING
from loaders.reading.pages.layout import Layout
from loaders.reading.people.column_heads import label_columns
from loaders.reading.people.columns import read_columns
from loaders.reading.people.lines import logical_lines
from loaders.reading.people.lists import Together, heading_at_end, read_list, together
from loaders.reading.people.sections import Section
from loaders.reading.people.seen import Seen, note_phrase
from loaders.reading.people.tables import Entry, column_kinds, read_table
from loaders.reading.people.told import Paragraph
from loaders.reading.people.turned.tables import Turned, read_turned

_ALONE = Together(reverse=False, led=False, crossed=False)
_MOST_TRIES = 60  # labels of one meeting below which columns read in turn are looked for in vain; minutes have a dozen
_PARTED = frozenset({"members", "serving", "substitutes", "idle-substitutes", "absent", "absent-substitutes"})
"""Lists that can stand under each municipality in turn («Habo kommun / Ordinarie … / Ersättare …»)."""


def read_sections(layout: Layout, sections: list[Section]) -> tuple[list[Seen], list[ReadingWarning]]:
    """Read every list of people, in the order of the text; a table takes the sections that its rows seem to open.

    The warnings tell what tables leave out.
    """
    seen: list[Seen] = []
    warnings: list[ReadingWarning] = []
    read_to, head, in_vain = 0, None, 0
    above: str | None = None  # the municipality whose line stands over the labels of its members and substitutes
    lists = [logical_lines(layout, section) for section in sections]
    document = together([part.text for rows in lists for part in rows])
    for section, parts in zip(sections, lists, strict=True):
        if section.first < read_to:
            continue
        below = not layout.text_lines(read_to, section.first)
        rows, after, head = _read_rows(layout, section, head if below else None)
        turned = None if rows or head is not None or in_vain >= _MOST_TRIES else _turned(layout, section)
        in_vain += turned is None
        columns = None if rows else label_columns(layout.lines[section.first].text)
        if rows:
            seen += [note_phrase(phrase, section.kind, part) for phrase, part in rows]
            read_to = after
        elif turned is not None:
            seen += [one for part in turned.lists for one in read_list(part.kind, part.words, part.rows, document)]
            seen += _below(layout, sections, turned, document)
            warnings += turned.warnings
            read_to = turned.after
        elif head is not None and after == section.last:
            read_to = after  # a table's head over labels, each with rows of the table below it
        elif columns is not None:
            seen += read_columns(layout, section, columns, document)
            read_to = section.last
        else:
            above = above if section.kind in _PARTED else None
            kind = "others" if section.mixed and section.first != read_to else section.kind
            seen += read_list(kind, section.words, parts, document, group=above)
            above = heading_at_end(parts) or above
    return seen, warnings


def read_told(paragraphs: list[Paragraph], *, listed: bool) -> list[Seen]:
    """Read the people told of in sentences; `listed` tells that lists of the document name its members.

    Those who are only said to have been there are the members, where no list and no earlier sentence names these; so are
    those told of in the same words below («För S deltog … För M deltog …»).
    """
    seen: list[Seen] = []
    members: str | None = None
    for told in (told for paragraph in paragraphs for told in paragraph.told):
        kind = told.kind
        if kind == ATTENDING:
            known = listed or any(one.section == "members" for one in seen)
            members = told.words if not known else members
            kind = "members" if not listed and told.words == members else "others"
        seen += read_list(kind, told.words, [told.part], _ALONE, group=told.group)
    return seen


def _turned(layout: Layout, section: Section) -> Turned | None:
    """Read a section, and those below it, whose columns were read one after the other."""
    return read_turned(layout, section.kind, section.words, section.first, section.offset)


def _below(layout: Layout, sections: list[Section], turned: Turned, document: Together) -> list[Seen]:
    """Read what stands in the last section of such a table below its columns."""
    last, after = turned.lists[-1], turned.after
    cut = next((one for one in sections if one.first < after < one.last), None)
    if cut is None:
        return []
    rest = Section(last.kind, last.words, after, cut.last, 0)
    return read_list(last.kind, last.words, logical_lines(layout, rest), document)


def _read_rows(layout: Layout, section: Section, above: int | None) -> tuple[list[Entry], int, int | None]:
    """Read a section that is a table with heads.

    `above` is the head of a table that ends right above the section, which goes on in it. Also returns the line after
    the rows, and the line of the table's head.
    """
    for i in layout.text_lines(section.first, min(section.first + 3, len(layout.lines))):
        if column_kinds(layout.lines[i].text) is not None:
            return *read_table(layout, i, i + 1, len(layout.lines)), i
    if above is not None:
        rows, after = read_table(layout, above, section.first + 1, section.last)
        if rows and not layout.text_lines(after, section.last):
            return rows, section.last, above
    return [], section.first, None
