"""From the lines of a text to lines broken where a flattened page broke: at heads, labels, formulas, clauses and people."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from loaders.reading.lexicon.labels import PEOPLE_KINDS
from loaders.reading.pages.flattened.head_forms import HEAD_NUMBER
from loaders.reading.pages.flattened.heads import Heads, heads_of
from loaders.reading.pages.flattened.labels import Found, labels_of
from loaders.reading.pages.flattened.manners import Manner, is_place, manner_of
from loaders.reading.pages.flattened.parts import formulas_of, points_of, sentences_of
from loaders.reading.pages.flattened.people import people_of
from loaders.reading.pages.flattened.receivers import receivers_of
from loaders.reading.pages.flattened.running import page_heads, pages_within
from loaders.reading.pages.flattened.titles import title_ends
from loaders.reading.text.letters import LOWER, UPPER
from loaders.reading.text.sheet import Line, cut_line, split_lines, unbroken_lines

_WHEN = frozenset({"when", "when-where"})
_SIGNED = frozenset({"secretary", "adjuster", "adjusting"})  # who signs, below the last item
_SHORTEST = 250  # characters of a line that can be a whole page among others
_HELD = 300_000  # characters of a text whose lines are made once and kept
_FEWEST = 3  # heads and labels in it
_LONG = 140  # characters of a line where the text came flattened as a whole
_LONG_LINE = re.compile(rf"[^\n]{{{_LONG}}}")
_MOST = 0.8  # the share of such a text in these lines
_MEAN = 180  # characters of its lines, blank ones apart
_ENDED = re.compile(rf"[\w)][.] (?=[{UPPER}])")
_TITLE_WORD = re.compile(
    rf" (?=(?i:(?:sammanträdes)?(?:protokoll|kallelse)|minnesanteckningar)\b|Organ\b|Sida\b|Justera(?:t|des) (?:\w+dagen|den)\b"
    rf"|(?:[{UPPER}][{LOWER}]+(?:styrelsen|nämnden|fullmäktige|utskottet|rådet)|Direktionen|Styrelsen)\b)"
    r"|(?<=PROTOKOLL) |(?<=KALLELSE) "
)
_MARK = re.compile(r"\s*(?:\(?(?:\d{1,2}|[a-h])[.)]|[-–•▪*])\s*")  # of a point, which stands on its line
_RULE = re.compile(r" ?(?:_{4,}|–{5,}|-{5,}|={5,}|\*{5,})(?: (?:_{4,}|–{5,}|-{5,}))* ?")
_FILE = re.compile(r" ?(?:[A-ZÅÄÖ]{1,6}[ ./-]?)?\d[\w./:-]* (?=[A-ZÅÄÖ][\w-]*[a-zåäö]|I [a-zåäö])")
_FOOT = re.compile(r" (?=Sida?n? \d{1,3} ?\(|Justerande(?:s|ns)? sign|Utdragsbestyrkande|Ordf\.? sign)")


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines of a text, broken where one is a whole page; every piece keeps its place. They are made each time they are asked for."""

    text: str
    whole: bool
    """Whether the text came flattened as a whole."""

    def __iter__(self) -> Iterator[Line]:
        """Make the lines one after the other."""
        if not self.whole:
            for line in split_lines(self.text):
                if len(line.text) < _SHORTEST:
                    yield line
                else:
                    yield from _broken(line, heads_of([line.text], whole=False)[0], 0, whole=False)
            return
        lines = [page for line in unbroken_lines(self.text) for page in _pages(line)]
        texts = [line.text for line in lines]
        title = next((k for k, text in enumerate(texts) if text.strip()), 0)
        open_ended, before = False, -1  # the page before: whether it ended within a sentence, and where it ended
        for k, (line, heads, end) in enumerate(zip(lines, heads_of(texts, whole=True), page_heads(texts), strict=True)):
            if k > title and end:
                yield Line(line.start, line.start + end, line.text[:end], running=True)
                rest = Line(line.start + end, line.end, line.text[end:])
                yield from _broken(rest, heads.moved(-end), 0, whole=True, goes_on=open_ended)
            else:
                yield from _broken(line, heads, end, whole=True, goes_on=line.start == before)
            if not line.blank:
                open_ended, before = line.text.rstrip()[-1:].isalpha(), line.end


def unflattened(text: str) -> Iterable[Line]:
    """Return the lines of a text, which only a short one holds all at once."""
    lines = _Lines(text, _came_flattened(text))
    return tuple(lines) if len(text) <= _HELD else lines


def _pages(line: Line) -> Iterator[Line]:
    """Part the pages that one line holds."""
    for start, end in pairwise([*pages_within(line.text), len(line.text)]):
        yield from cut_line(Line(line.start + start, line.start + end, line.text[start:end]), at=". ")


def _came_flattened(text: str) -> bool:
    """Tell a text of pages on a line each from one whose paragraphs are lines, between short ones."""
    if _LONG_LINE.search(text) is None:
        return False
    full, total, long = 0, 0, 0
    for line in split_lines(text):
        if not line.blank:
            length = len(line.text)
            full, total, long = full + 1, total + length, long + (length if length >= _LONG else 0)
    return total >= _MEAN * max(full, 1) and long >= _MOST * total


def _broken(line: Line, heads: Heads, number: int, *, whole: bool, goes_on: bool = False) -> Iterator[Line]:
    """Break a page below its `number` and at what is found in it; where the text came flattened as a `whole`, at labels without colon too."""
    text = line.text
    labels = [label for label in labels_of(text, heads.items) if whole or label.inline]
    if not whole and len(heads.items) + len(labels) < _FEWEST:
        yield line
        return
    gaps = _stacked(text, labels) | {*heads.items, *(() if goes_on else (0,))}  # a page and an item begin anew
    gaps |= {label.start for label in labels if label.kind in _SIGNED and label.start > max(heads.items, default=0)}
    for start, end in _edges(text, {number, *gaps, *_cuts(text, heads, labels)}):
        first = end - len(text[start:end].lstrip())
        if start in gaps:
            yield Line(line.start + start, line.start + start, "")
        if first < end:
            yield Line(line.start + first, line.start + end, text[first:end])


def _stacked(text: str, labels: list[Found]) -> set[int]:
    """Find the labels that were read before what they introduce, where as many sentences follow: each is parted as it was in its column."""
    gaps: set[int] = set()
    run: list[Found] = []
    for label, after in pairwise([*labels, None]):
        if label is None:
            break
        run.append(label)
        if after is not None and not text[label.end : after.start].strip() and not label.inline:
            continue
        end = len(text) if after is None else after.start
        sentences = [match.end() for match in _ENDED.finditer(text, label.end, end)]
        if len(run) >= _FEWEST and len(sentences) == len(run) - 1:
            gaps |= {one.start for one in run[1:]} | {label.end, *sentences}
        run = []
    return gaps


def _cuts(text: str, heads: Heads, labels: list[Found]) -> set[int]:
    """Find every place where the page breaks: at heads, labels and feet, and in the stretches between them."""
    under = {at: label for label in labels for at in (label.start, label.end)}
    cuts = {
        *heads.items,
        *heads.entries,
        *(label.start for label in labels),
        *(match.start() for match in _FOOT.finditer(text)),
    }
    cuts |= {label.end for label in labels if not label.inline}
    cuts |= {at for match in _RULE.finditer(text) for at in match.span()}
    inside: set[int] = set()
    listed: set[int] = set()  # the marks of people stand where the list has them
    manners = _manners(text, labels, sorted(cuts))
    for start, end in _edges(text, cuts):
        label = under.get(start)
        told = (
            title_ends(text, start, end)
            if start in heads.items
            else _under(text, start, end, label, manners.get(start))
        )
        (listed if label is not None and label.kind in PEOPLE_KINDS else inside).update(told)
        inside.update(formulas_of(text, start, end))
        if label is None or label.kind not in PEOPLE_KINDS:
            inside.update(points_of(text, start if label is None else max(start, label.end - 1), end))
    numbers = [match.span() for at in heads.items if (match := HEAD_NUMBER.match(text, at)) is not None]
    inside -= {at for start, end in numbers for at in range(start + 1, end)}
    cuts |= inside
    marks = {at for start, at in pairwise(sorted({0, *cuts})) if _MARK.fullmatch(text, start, at) is not None}
    return cuts - marks | listed


def _manners(text: str, labels: list[Found], cuts: list[int]) -> dict[int, Manner]:
    """Tell by where its stretch begins how each list of people is written; one that shows it tells of all of the page."""
    lists: dict[int, str] = {}
    for label in labels:
        if label.kind in PEOPLE_KINDS:
            begins = label.start if label.inline else label.end
            after = bisect_right(cuts, max(begins, label.end - 1))
            lists[begins] = text[label.end : cuts[after] if after < len(cuts) else len(text)]
    headed = any(is_place(piece) for piece in lists.values())
    surname_first = any(manner_of(piece).surname_first for piece in lists.values())
    return {at: manner_of(piece, headed=headed, surname_first=surname_first) for at, piece in lists.items()}


def _under(text: str, start: int, end: int, label: Found | None, manner: Manner | None) -> Iterator[int]:
    """Find where the stretch under a label breaks; the one that opens a page has none."""
    if label is None:
        if start == 0:
            yield from (match.start() for match in _TITLE_WORD.finditer(text, start, end))
    elif label.kind in _WHEN:
        yield from (match.start() for match in _TITLE_WORD.finditer(text, label.end, end))
        yield from sentences_of(text, label.end, end)
    elif manner is not None:
        yield from (label.end + at for at in people_of(text[label.end : end], manner))
    elif label.kind == "diary":
        yield from (match.end() for match in (_FILE.match(text, label.end, end),) if match is not None)
        yield from sentences_of(text, label.end, end)
    elif label.kind == "recipients":
        yield from receivers_of(text, label.end, end)
    elif label.kind != "decision" or not label.inline:
        yield from sentences_of(text, label.end, end)


def _edges(text: str, cuts: set[int]) -> list[tuple[int, int]]:
    edges = sorted({0, len(text), *cuts})
    return list(pairwise(edges))
