"""A stretch of the sheet, such as a paragraph, with its lines joined; its evidence can always be cut from the source."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import msgspec

from loaders.minutes import Evidence
from loaders.reading.text.given import is_given_name
from loaders.reading.text.letters import LOWER, UPPER
from loaders.reading.text.sheet import Sheet

_NOTHING = " \t\r\n\f-–—•*·>#|¦│┃║"
"""What may stand between two lines of one sentence."""
_BROKEN = re.compile(rf"[{LOWER}]-$")
_BROKEN_OFF = re.compile(rf"(?!(?:och|eller|samt)\b)[{LOWER}]")
_HYPHEN = re.compile(rf"[{UPPER}0-9]-$")
_WIDE = re.compile(r"\s{7,}")
_KEPT = 6
"""Characters of a wide gap that are kept."""
_SENTENCE_END = re.compile(rf"(?<=[.!?])[”\"]?\s+(?=[{UPPER}\"”])")
_ABBREVIATION = re.compile(
    rf"\b(?:kl|bl\.a|t\.ex|osv|nr|dnr|st|s|ca|ang|f\.d|tf|ordf|ev|inkl|resp|mom|kap|t\.o\.m|fr\.o\.m|v|[{UPPER}])\.$"
)


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends a sentence; an abbreviation at its end does not («… fr.o.m.»)."""
    return text.endswith((".", ":", ";", "!", "?")) and _ABBREVIATION.search(text[-12:]) is None


_OPEN_END = re.compile(
    r"(?:,|(?:^|\s)(?:och|samt|eller|för|i|på|till|av|med|från|om|vid|som|den|en|ett|utse|välja|utses|väljs|valdes|utsågs|under|senast|tiden|perioden|inför|mellan|enligt|åt|hos|fr\.?\s?o\.?\s?m\.?|t\.?\s?o\.?\s?m\.?|§{1,2}))$"
)


_SURNAME_BELOW = re.compile(
    rf"[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?(?:\s\([^()]{{1,30}}\))?(?:,|\s(?:och|samt|som)\s)"
)
_DAY_AT_END = re.compile(
    r"\d{1,2}\s(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)$"
)
_YEAR_BELOW = re.compile(r"(?:19|20)\d\d\b")


def goes_on_below(text: str, below: str) -> bool:
    """Tell whether a line cannot end where it does: after a comma, a preposition, a verb that chooses, or the first of two names."""
    if _OPEN_END.search(text) is not None:
        return True
    word = text.rpartition(" ")[2]
    named = below[:1].isupper() and word[:1].isupper() and " " in text
    return (named and (is_given_name(word) or _SURNAME_BELOW.match(below) is not None)) or (
        _DAY_AT_END.search(text) is not None and _YEAR_BELOW.match(below) is not None
    )


_LONGEST = 2500
"""Characters of a sentence; minutes have none that is longer."""


class Flow(msgspec.Struct, frozen=True, eq=False, gc=False):
    """Joined pieces of a sheet: `starts[k]` is where piece k begins in `text`, `places[k]` where it begins in the sheet."""

    sheet: Sheet
    text: str
    starts: tuple[int, ...]
    places: tuple[int, ...]
    lengths: tuple[int, ...]

    def place(self, offset: int) -> int:
        """Return the sheet offset of the character at `offset`."""
        piece = max(bisect_right(self.starts, offset) - 1, 0)
        return self.places[piece] + min(offset - self.starts[piece], self.lengths[piece])

    def evidence(self, start: int = 0, end: int | None = None) -> tuple[Evidence, ...]:
        """Cut the evidence for `text[start:end]`: one span, or several where something foreign stands between."""
        end = len(self.text) if end is None else end
        spans: list[tuple[int, int]] = []
        for begin, place, length in sorted(self._rows(start, end), key=lambda row: row[1]):
            low, high = max(start, begin), min(end, begin + length)
            if not self.text[low:high].strip():
                continue
            first, last = place + low - begin, place + high - begin
            if spans and spans[-1][1] <= first and not self.sheet.text[spans[-1][1] : first].strip(_NOTHING):
                first = spans.pop()[0]
            spans.append((first, last))
        return tuple(self.sheet.evidence(low, high) for low, high in spans)

    def part(self, start: int, end: int) -> Flow:
        """Cut the flow to `text[start:end]`, white space at its ends left out."""
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        end = start + len(piece.strip())
        rows = [
            (max(begin, start) - start, place + max(start - begin, 0), min(begin + length, end) - max(begin, start))
            for begin, place, length in self._rows(start, end)
        ]
        return Flow(self.sheet, self.text[start:end], *_columns(rows))

    def _rows(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """List the pieces that `text[start:end]` touches: where each begins, its place and its length."""
        first, last = max(bisect_right(self.starts, start) - 1, 0), bisect_left(self.starts, end)
        rows = zip(self.starts[first:last], self.places[first:last], self.lengths[first:last], strict=True)
        return [(begin, place, length) for begin, place, length in rows if begin < end and begin + length > start]


def _columns(rows: Sequence[tuple[int, int, int]]) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    starts, places, lengths = zip(*rows, strict=True) if rows else ((), (), ())
    return starts, places, lengths


def flow(sheet: Sheet, spans: Iterable[tuple[int, int]]) -> Flow:
    """Join spans of the sheet with a space between, mending words broken by a hyphen at a line's end, wide gaps narrowed."""
    texts: list[str] = []
    rows: list[tuple[int, int, int]] = []
    length = 0
    for start, end in spans:
        raw = sheet.text[start:end]
        piece = raw.strip()
        if not piece:
            continue
        if texts:
            before = texts[-1]
            if _BROKEN.search(before) and _BROKEN_OFF.match(piece):
                texts[-1] = before[:-1]
                length -= 1
                rows[-1] = (rows[-1][0], rows[-1][1], rows[-1][2] - 1)
            elif not _HYPHEN.search(before):
                texts.append(" ")
                length += 1
        at = start + len(raw) - len(raw.lstrip())
        for low, high in _narrowed(piece):
            rows.append((length, at + low, high - low))
            texts.append(piece[low:high])
            length += high - low
    return Flow(sheet, "".join(texts), *_columns(rows))


def worded(sheet: Sheet, pieces: Iterable[tuple[str, tuple[int, int] | None]]) -> Flow:
    """Join texts as they are, each with the span of the sheet that says so, or with none where it only joins or explains.

    A text can say in other words what its span does («frånv.» for «Nej»), and spans need not follow each other.
    """
    rows: list[tuple[int, int, int]] = []
    length, texts = 0, []
    for text, span in pieces:
        if span is not None:
            rows.append((length, span[0], min(len(text), span[1] - span[0])))
        texts.append(text)
        length += len(text)
    return Flow(sheet, "".join(texts), *_columns(rows))


def _narrowed(piece: str) -> Iterator[tuple[int, int]]:
    """Yield what is kept of a line: gaps of columns stay gaps, but none is so wide that patterns would have to search it."""
    low = 0
    for gap in _WIDE.finditer(piece):
        yield low, gap.start() + _KEPT
        low = gap.end()
    yield low, len(piece)


def sentences(paragraph: Flow) -> list[Flow]:
    """Cut a paragraph into sentences; abbreviations and dates do not end one, and a text without end is cut at a length."""
    return list(_sentences(paragraph))


@lru_cache(maxsize=64)
def _sentences(paragraph: Flow) -> tuple[Flow, ...]:
    """Cut a paragraph once for all the readers of facts that ask for it, one after the other."""
    text = paragraph.text
    cuts = [0]
    for match in _SENTENCE_END.finditer(text):
        before = text[max(cuts[-1], match.start() - 12) : match.start()]
        if not _ABBREVIATION.search(before):
            cuts.append(match.end())
    ends = [*cuts[1:], len(text)]
    edges = (
        (low, min(low + _LONGEST, end))
        for start, end in zip(cuts, ends, strict=True)
        for low in range(start, end, _LONGEST)
    )
    return tuple(piece for low, high in edges if (piece := paragraph.part(low, high)).text)
