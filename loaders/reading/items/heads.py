"""The heads of agenda items («§ 4 Titel»): every form is found at once, and the sequence of numbers chooses."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.reading.items.choosing import choose_heads
from loaders.reading.items.foot_heads import foot_heads
from loaders.reading.items.forms import ASIDE, DIARY, DIARY_ALONE, DIARY_FIRST, HEADING, diary_number
from loaders.reading.items.head import Head
from loaders.reading.items.plain_heads import plain_heads
from loaders.reading.items.sub_items import with_sub_items
from loaders.reading.items.titles import with_titles
from loaders.reading.lexicon.labels import ALL_KINDS, label_at
from loaders.reading.pages.layout import Layout

_NEXT_CELL = re.compile(r"(?:\t|\s{2,})\s*(?P<cell>\([^()]*\)|[^\W\d_]+)\s*$")


def find_heads(layout: Layout) -> list[Head]:
    """Find the heads of all items and sub-items, in the order of the text."""
    heads = foot_heads(layout) if "foot-number" in layout.furniture else []
    heads = heads or with_titles(layout, choose_heads(layout))
    heads = with_sub_items(layout, _with_diary_above(layout, heads)) if heads else _markdown_heads(layout)
    return [_parted(layout, head) for head in heads or plain_heads(layout)]


def _parted(layout: Layout, head: Head) -> Head:
    """Cut a diary number off a title, before it or behind it («Budget   Dnr 2024.12»), and an aside in the next column."""
    if not head.title:
        return head
    (start, end), *more = head.title
    first = DIARY_FIRST.find(layout.sheet.text[start:end])
    if first is not None:
        head = replace(head, diary=head.diary or first["dnr"] or first["bare"])
        start += first.end()
    *above, (start, end) = (start, end), *more
    text = layout.sheet.text[start:end].rstrip()
    aside = _NEXT_CELL.search(text)
    if aside is not None and ASIDE.holds(aside["cell"]):
        text = text[: aside.start()]
    diary = DIARY.find(text)
    if diary is not None and diary.start():
        text = text[: diary.start()]
        head = replace(head, diary=head.diary or diary_number(diary))
    return replace(head, title=(*above, (start, start + len(text.rstrip()))))


def _with_diary_above(layout: Layout, heads: list[Head]) -> list[Head]:
    """Let a diary number alone on the line above a head («NKBY/130/12.03.00/2023»), or between its number and title, be the item's."""
    found = []
    for head in heads:
        inside = [DIARY_ALONE.find(layout.lines[i].text.strip()) for i in layout.text_lines(head.line, head.last + 1)]
        between = next((match for match in inside if match is not None), None)
        if head.diary is None and between is not None:
            found.append(replace(head, diary=between["dnr"] or between["marked"]))
            continue
        above = layout.text_lines(max(head.line - 3, 0), head.line)
        diary = DIARY_ALONE.find(layout.lines[above[-1]].text.strip()) if above and head.diary is None else None
        own = None if diary is None else diary["dnr"] or diary["marked"]
        found.append(replace(head, line=above[-1], diary=own) if own is not None else head)
    return found


def _markdown_heads(layout: Layout) -> list[Head]:
    """Give numbers to the headings of minutes that number nothing.

    Labels are no items, and the only heading of the highest level is the title of the minutes.
    """
    found = []
    for i in layout.text_lines(0, len(layout.lines)):
        match = HEADING.find(layout.lines[i].text.rstrip())
        if match is not None:
            found.append((i, len(match["marks"]), match.span("title")))
    depths = sorted(depth for _, depth, _ in found)
    if not depths:
        return []
    level = depths[1] if len(depths) > 1 and depths[1] > depths[0] else depths[0]
    heads: list[Head] = []
    for i, depth, (low, high) in found:
        line = layout.lines[i]
        if depth == level and label_at(line.text, ALL_KINDS) is None:
            heads.append(Head(str(len(heads) + 1), i, i, ((line.start + low, line.start + high),)))
    return heads
