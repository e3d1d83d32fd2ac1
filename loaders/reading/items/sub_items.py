"""Sub-items («a) NIS2», «3 b) …»)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.reading.items.forms import LETTER_FORM, SUB_FORMS
from loaders.reading.items.head import Head
from loaders.reading.lexicon.acts import RUNNING_VERB
from loaders.reading.lexicon.labels import ITEM_KINDS, label_at
from loaders.reading.pages.layout import Layout

_LISTING = frozenset({"decision", "proposal", "recipients"})
_ENDS_POINT = ".,;:"
_LONGEST = 120  # characters of a title
_WORDS = 4  # words of a title that ends in a point
_LETTERED = re.compile(r"[\s>|#•–-]*(?:§\s*)?(?:\d{1,4}\s?)?(?:[a-zåäö](?:\s|[).:]|$)|[A-H]\)|\.\d)")


def with_sub_items(layout: Layout, heads: list[Head]) -> list[Head]:
    """Add the sub-items that head a part of an item; a single letter that no number goes with is none."""
    result: list[Head] = []
    ends = [*(head.line for head in heads[1:]), len(layout.lines)]
    for head, end in zip(heads, ends, strict=True):
        result.append(head)
        subs = list(_sub_items(layout, head, end))
        if len(subs) > 1 or any(_numbered(layout.lines[sub.line].text.rstrip()) is not None for sub in subs):
            result += subs
    return result


def _sub_items(layout: Layout, head: Head, end: int) -> Iterator[Head]:
    expected, in_list, listed = "a", False, False
    for i in layout.text_lines(head.last + 1, end):
        text = layout.lines[i].text.rstrip()
        label = label_at(text, ITEM_KINDS)
        if label is not None:
            in_list, listed = label.kind in _LISTING and label.alone, False
        if not _LETTERED.match(text):
            continue
        numbered = _numbered(text)
        if numbered is not None and numbered["number"] == head.number.split()[0]:
            sub = _titled_below(layout, _sub_head(layout, i, head, numbered), end)
            if sub is not None:
                yield sub
            continue
        match = LETTER_FORM.find(text)
        listed = listed or (in_list and match is not None and match["sub"].lower() == "a" != expected)
        if (
            match is None
            or (in_list and not _opens_part(layout, i, end, told=expected != "a" and not listed))
            or match["sub"].lower() != expected
            or not _heads(layout, i, head, match["title"], first=expected == "a")
        ):
            continue
        yield _sub_head(layout, i, head, match)
        expected = chr(ord(expected) + 1)


def _titled_below(layout: Layout, sub: Head, end: int) -> Head | None:
    """Take the title of a number alone from the line below; None where none stands there."""
    if sub.title[0][0] < sub.title[0][1]:
        return sub
    below = layout.text_lines(sub.line + 1, end)[:1]
    text = layout.lines[below[0]].text.strip() if below else ""
    if not text[:1].isupper() or len(text) > _LONGEST or label_at(text, ITEM_KINDS) is not None:
        return None
    return replace(sub, last=below[0], title=(layout.lines[below[0]].span,))


def _opens_part(layout: Layout, i: int, end: int, *, told: bool) -> bool:
    """Tell a heading by the label right below it («b) Val / Fullmäktige beslutar»).

    Below another heading with a letter, what is `told` there will do («b) Val / Ordföranden berättar.»).
    """
    if not layout.lines[i - 1].blank or i + 1 >= end:
        return False
    below = layout.lines[i + 1].text.strip()
    apart = layout.lines[i].text.rstrip()[-1:] not in _ENDS_POINT
    return label_at(below, ITEM_KINDS) is not None or (
        told and apart and below[:1].isupper() and LETTER_FORM.find(below) is None
    )


def _numbered(text: str) -> re.Match[str] | None:
    return next((match for form in SUB_FORMS if (match := form.find(text)) is not None), None)


def _heads(layout: Layout, i: int, head: Head, title: str, *, first: bool) -> bool:
    """Tell the heading of a part from a point of a list; one after another may follow right on the text of the one before."""
    apart = i == head.last + 1 or layout.lines[i - 1].blank or layout.furniture[i - 1] is not None
    follows = not first and layout.lines[i - 1].text.rstrip().endswith((".", "?", "!")) and not title.endswith(".")
    told = title.endswith(".") and len(title.split()) > _WORDS
    return (apart or follows) and len(title) <= _LONGEST and not told and not RUNNING_VERB.holds(title)


def _sub_head(layout: Layout, i: int, head: Head, match: re.Match[str]) -> Head:
    offset = layout.lines[i].start
    title = (offset + match.start("title"), offset + match.end("title"))
    return replace(
        head,
        number=f"{head.number}{'' if match['sub'].startswith('.') else ' '}{match['sub'].lower()}",
        line=i,
        last=i,
        title=(title,),
        diary=None,
    )
