"""Make a sheet of a raw text: composed characters, frames blanked, lines that hold several broken, emphasis marks blanked, and words restored that scanning broke.

Digits and signs come first, by their forms and their sequence (`numerals.py`, `signs.py`). A word is changed only where the
document is damaged as a whole, the word as it stands is no known one, and the letters that scanning confuses lead to exactly one
known word (the commonest first). Everything else stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from loaders.offsets import UNCHANGED, Offsets, OffsetsMade
from loaders.reading.text.breaks import break_lines
from loaders.reading.text.frames import blank_frames
from loaders.reading.text.given import is_given_name
from loaders.reading.text.letters import LOWER, UPPER, fold
from loaders.reading.text.marks import blank_marks
from loaders.reading.text.numerals import restore_digits
from loaders.reading.text.sheet import Sheet
from loaders.reading.text.signs import restore_signs
from loaders.reading.text.words import is_damaged, known_words, restore_word

_WORD = re.compile(r"(?:[\[|&@]?[^\W\d_]|[46](?=[^\W\d_]))(?:[^\W_]|&(?=\w))*")
_MARKED_NAME = re.compile(r"\b[A-ZÅÄÖ][a-zåäö]*[åäöÅÄÖ][a-zåäö]*\b")
_BROKEN_WORD = re.compile(
    rf"(?<=[{LOWER}]{{2}})(?P<hyphen>[-\u00ad¬][ \t]{{0,20}})(?P<gap>\r?\n[ \t]{{0,80}})"
    rf"(?P<rest>(?!(?:och|eller|samt|till)\b)[{LOWER}{UPPER}][^\s-]{{1,60}})(?:[ ](?=[^ \t\r\n])|(?=[\r\n]|\Z))"
)
_BEFORE_HYPHEN = re.compile(
    rf"(?:(?<!\S)(?P<before>[{UPPER}][{LOWER}]+)\s(?:[{UPPER}][{LOWER}]+\s|(?:von|af|de)\s)?)?(?P<first>[{UPPER}][{LOWER}]+)$"
)
_WORDS = 30_000  # of a text, whose forms are remembered: it says most of them again and again
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_FIRST_MARK = "\u0300"
# letters that are composed already, or one with its marks
_CLUSTER = re.compile(r"[\x00-\u02ff]+(?![\u0300-\u036f])|[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+", re.DOTALL)


def make_sheet(raw: str, pages: tuple[int, ...] = (), running: tuple[tuple[int, int], ...] = ()) -> tuple[Sheet, bool]:
    """Prepare a text for reading; the second value tells whether it was damaged and mended."""
    text, offsets = _compose(raw)
    text, offsets = _with_whole_words(blank_frames(text), offsets)
    damaged = is_damaged(text)
    text, numbers = restore_digits(text, damaged=damaged)
    text = restore_signs(text, damaged=damaged or numbers)
    if damaged:
        # names that the document itself has whole somewhere, or whose letters settle them, settle their other forms
        for _ in range(2):
            own = {fold(word): word for word in dict.fromkeys(_MARKED_NAME.findall(text))}
            text, offsets = _restore(text, offsets, known_words() | own)
    text = break_lines(text)
    text = blank_marks(text)  # one after the other, so that no more than two forms of a text are held
    return Sheet(raw, text, offsets, pages, running), damaged or numbers


def _compose(raw: str) -> tuple[str, Offsets | None]:
    """Compose letters with their combining marks (NFC), and part ligatures («ﬁ»), keeping the offsets."""
    if unicodedata.is_normalized("NFC", raw) and _LIGATURE.search(raw) is None:
        return raw, None
    pieces, offsets = [], OffsetsMade()
    for match in _CLUSTER.finditer(raw):
        cluster = match.group()
        piece = _LIGATURE.sub(_parted, unicodedata.normalize("NFC", cluster))
        pieces.append(piece)
        whole = piece == cluster and (len(cluster) == 1 or cluster[-1] < _FIRST_MARK)
        offsets.put(match.start(), len(piece), moving=len(piece) if whole else 0)
    return "".join(pieces), offsets.to_end(UNCHANGED, len(raw), len(raw))


def _parted(ligature: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", ligature.group())


def _with_whole_words(text: str, offsets: Offsets | None) -> tuple[str, Offsets | None]:
    """Put words together that a hyphen broke at a line's end, the end of the line after them («Närva- / rande: Eva Alm»)."""
    found = [
        match for match in _BROKEN_WORD.finditer(text) if match["rest"][0].islower() or _is_double_name(text, match)
    ]
    if not found:
        return text, offsets
    old = offsets or UNCHANGED
    pieces, new, last = [], OffsetsMade(), 0

    def put(low: int, high: int) -> None:
        pieces.append(text[low:high])
        new.keep(old, low, high)

    def put_break(gap: str, place: int) -> None:
        pieces.append(gap)
        new.put(old.place(place), len(gap))

    for match in found:
        rest, after = match.start("rest"), match.end("rest")
        if match["rest"][0].isupper():  # «Karl- / Gustaf» keeps its hyphen, on the second line
            first = (
                text.rindex(" ", 0, match.start("hyphen")) + 1 if " " in text[last : match.start("hyphen")] else last
            )
            put(last, first)
            put_break(" " * (match.start("hyphen") + 1 - first) + match["gap"], first)
            put(first, match.start("hyphen") + 1)
            put(rest, after)
            last = after
            continue
        put(last, match.start("hyphen"))
        put(rest, after)
        if match.end() > after:  # lines keep their lengths, which tell where text wraps
            put_break(match["gap"] + " " * len(match["rest"]), after)
        last = match.end()
    pieces.append(text[last:])
    return "".join(pieces), new.to_end(old, last, len(text))


def _is_double_name(text: str, match: re.Match[str]) -> bool:
    """Tell a double name that was broken at its hyphen («Karl- / Gustaf», «Eva Alm- / Ek»)."""
    first = _BEFORE_HYPHEN.search(text[max(match.start() - 60, 0) : match.start()])
    if first is None:
        return False
    given = is_given_name(first["first"]) and is_given_name(match["rest"].rstrip(",.;"))
    return given or (first["before"] is not None and is_given_name(first["before"]))


def _restore(text: str, offsets: Offsets | None, known: dict[str, str]) -> tuple[str, Offsets]:
    """Restore word by word; characters of a mended word map to the word it stands for, edge to edge."""
    old = offsets or UNCHANGED
    pieces, new, last = [], OffsetsMade(), 0
    restored = lru_cache(maxsize=_WORDS)(lambda word: restore_word(word, known))
    for match in _WORD.finditer(text):
        mended = restored(match.group())
        if mended is None or mended == match.group():
            continue
        start, end = match.span()
        pieces += [text[last:start], mended]
        new.keep(old, last, start)
        new.stand_for(old, start, end, len(mended))
        last = end
    pieces.append(text[last:])
    return "".join(pieces), new.to_end(old, last, len(text))
