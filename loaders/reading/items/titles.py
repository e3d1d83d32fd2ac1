"""The titles of items: on the number's line, wrapped, above it, or torn to elsewhere on the page."""

from __future__ import annotations

import re

from loaders.reading.items.above import titles_above
from loaders.reading.items.candidates import Candidate
from loaders.reading.items.forms import ASIDE, LETTER_FORM, REFERENCE, SUB_HEAD
from loaders.reading.items.head import Head
from loaders.reading.items.torn import torn_titles
from loaders.reading.lexicon.acts import RUNNING_VERB
from loaders.reading.lexicon.labels import ALL_KINDS, label_at
from loaders.reading.pages.layout import Layout
from loaders.reading.text.sheet import Line

_POINT = re.compile(r"[-•*#]|\d+[.)]\s|[a-zåäö][.)]\s|att\b")
_JOINING = (" och", " för", " av", " i", " till", " med", " om", " på")

Span = tuple[int, int]


def with_titles(layout: Layout, chain: list[Candidate]) -> list[Head]:
    """Give each head its title: on its line, on the next, on the line above, or torn to elsewhere on the page."""
    heads: list[Head] = []
    taken = {candidate.line for candidate in chain}
    above = titles_above(layout, chain)
    k = 0
    while k < len(chain):
        candidate = chain[k]
        if candidate.title is not None and candidate.above is not None:
            spans = (*(layout.lines[i].span for i in range(candidate.above, candidate.line)), candidate.title)
            heads.append(_head(candidate, candidate.above, candidate.line, spans))
            k += 1
            continue
        if candidate.title is not None:
            heads.append(_continued(layout, candidate, candidate.title, taken))
            k += 1
            continue
        group = _numbers_alone(layout, chain, k)
        k += len(group)
        over = above.get(candidate.line)
        if over is not None and len(group) == 1:
            heads.append(_head(candidate, over, candidate.line, (layout.lines[over].span,)))
            continue
        end = chain[k].line if k < len(chain) else len(layout.lines)
        torn = torn_titles(layout, group, end)
        if len(group) == 1 and torn:
            heads.append(_head(group[0], group[0].line, *torn[0][1:]))
        else:
            heads += [_head(one, *title) for one, title in zip(group, torn, strict=False)]
    return sorted(heads, key=lambda head: (head.line, head.last))


def _head(candidate: Candidate, line: int, last: int, title: tuple[Span, ...]) -> Head:
    return Head(candidate.number, line, last, title, candidate.label, candidate.diary)


def _numbers_alone(layout: Layout, chain: list[Candidate], k: int) -> list[Candidate]:
    """Take the candidates from k on that have no title and no text between them."""
    group = [chain[k]]
    for following in chain[k + 1 :]:
        if following.title is not None or layout.text_lines(group[-1].line + 1, following.line):
            break
        group.append(following)
    return group


def _continued(layout: Layout, candidate: Candidate, title: Span, taken: set[int]) -> Head:
    """Extend a title over the lines that it wraps to, five at most."""
    pieces, last = [title], candidate.line
    while last + 1 < len(layout.lines) and len(pieces) < 5:
        following = layout.lines[last + 1]
        before = layout.sheet.text[slice(*pieces[-1])].rstrip()
        if last + 1 in taken or layout.furniture[last + 1] or not _goes_on(layout.lines[last], before, following):
            break
        pieces.append(following.span)
        last += 1
    return _head(candidate, candidate.line, last, tuple(pieces))


def _goes_on(line: Line, before: str, following: Line) -> bool:
    """Tell whether the next line belongs to the title that ends with `before`."""
    text = following.text.strip()
    if (
        not text
        or _POINT.match(text)
        or SUB_HEAD.match(text)
        or LETTER_FORM.holds(text)
        or REFERENCE.holds(text)
        or ASIDE.holds(text)
        or label_at(following.text, ALL_KINDS) is not None
    ):
        return False
    joining = before.endswith(_JOINING)
    filled = len(line.text.rstrip()) >= 38 and not before.endswith(".")
    if (joining or filled or before.endswith((",", "-"))) and (
        joining or text[0].islower() or text[0] in "(0123456789"
    ):
        return True
    return text[0].islower() and len(text) < 60 and not before.endswith(".") and not RUNNING_VERB.holds(text)
