"""Lines of a PDF page in reading order: what stands on one baseline is one line, with a tab where a column begins."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from loaders.formats.pdf_letters import Letter

_BASELINE = 0.4  # of the size: letters this far off a line's baseline are still on it, as raised ones
_GAP = 1.4  # of the size: a gap this wide parts columns
_SPACE = 0.3  # of the size: a gap this wide parts words, where no space stands in it
_SPACES = 3  # spaces in a row part columns, too
_PARAGRAPH = 1.4  # of the usual distance between lines: what stands farther down begins a paragraph
_UPRIGHT = 0.01  # radians
_TILTED = 0.2  # share of letters at an angle from which a page is left as PDFium orders it
_PROSE_LINES = 8  # lines side by side that two columns of prose have at least
_PROSE_WIDTH = 28  # characters of such a line, on the average
_ALIGNED = 8.0  # points within which a column's lines begin


class Piece(NamedTuple):
    """A stretch of letters with no wide gap in it."""

    text: str
    x: float
    right: float
    y: float
    size: float


def lay_out_lines(letters: list[Letter], *, straight: bool) -> str:
    """Return the text of a page. One that is turned keeps the order of its content."""
    visible = [letter for letter in letters if not letter.text.isspace()]
    tilted = sum(_is_tilted(letter) for letter in visible)
    if not straight or tilted > _TILTED * len(visible):
        return _in_order(letters)
    lines = [sorted(line, key=lambda piece: piece.x) for line in _lines(list(_pieces(letters)))]
    return "\n".join(_written(lines))


def _in_order(letters: list[Letter]) -> str:
    text = "".join(letter.text for letter in letters)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_tilted(letter: Letter) -> bool:
    return _UPRIGHT < letter.angle < 2 * 3.14159 - _UPRIGHT


def _pieces(letters: list[Letter]) -> Iterator[Piece]:
    run: list[Letter] = []
    words: list[str] = []
    spaces = 0
    for letter in letters:
        if letter.text.isspace():
            spaces += 1
            if letter.text in "\r\n":
                yield from _piece(run, words)
                run, words, spaces = [], [], 0
            continue
        if run and (spaces >= _SPACES or _breaks(run[-1], letter)):
            yield from _piece(run, words)
            run, words = [], []
        elif run and (spaces or letter.x - run[-1].right > _SPACE * letter.size):
            words.append(" ")
        run.append(letter)
        words.append(letter.text)
        spaces = 0
    yield from _piece(run, words)


def _breaks(before: Letter, letter: Letter) -> bool:
    size = max(before.size, letter.size, 1.0)
    if (before.x, before.y) == (letter.x, letter.y):
        return False
    on_line = abs(letter.y - before.y) <= _BASELINE * size
    return not on_line or letter.x - before.right > _GAP * size or letter.x < before.x - size


def _piece(run: list[Letter], words: list[str]) -> Iterator[Piece]:
    if run:
        yield Piece("".join(words), run[0].x, max(one.right for one in run), run[0].y, max(one.size for one in run))


def _lines(pieces: list[Piece]) -> list[list[Piece]]:
    """Gather pieces on one baseline, from the top of the page to its bottom."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.y):
        if lines and abs(lines[-1][0].y - piece.y) <= _BASELINE * max(min(lines[-1][0].size, piece.size), 1.0):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines


def _written(lines: list[list[Piece]]) -> Iterator[str]:
    at = 0
    distance = _distance(lines)
    while at < len(lines):
        if at and lines[at - 1][0].y - lines[at][0].y > distance:
            yield ""
        last = _prose_columns(lines, at)
        if last > at:
            edge = min(line[-1].x for line in lines[at:last] if len(line) > 1) - _ALIGNED
            for beside in (False, True):
                for line in lines[at:last]:
                    part = [piece for piece in line if (piece.x >= edge) is beside]
                    if part:
                        yield _joined(part)
            at = last
        else:
            yield _joined(lines[at])
            at += 1


def _prose_columns(lines: list[list[Piece]], first: int) -> int:
    """Return the end of two columns of running text that begin at a line; the line itself where none do."""
    if len(lines[first]) != 2:
        return first
    left, right = lines[first]
    last, both = first, []
    for at in range(first, len(lines)):
        line = lines[at]
        pair = len(line) == 2 and abs(line[0].x - left.x) < _ALIGNED and abs(line[1].x - right.x) < _ALIGNED
        single = len(line) == 1 and (abs(line[0].x - right.x) < _ALIGNED or line[0].right < right.x)
        if not pair and not single:
            break
        if pair:
            both.append(line)
            last = at + 1
    widths = [sum(len(line[side].text) for line in both) / max(len(both), 1) for side in (0, 1)]
    return last if len(both) >= _PROSE_LINES and min(widths) >= _PROSE_WIDTH else first


def _joined(line: list[Piece]) -> str:
    text = line[0].text
    for before, piece in pairwise(line):
        gap = piece.x - before.right
        size = max(before.size, piece.size)
        # pieces on one line were parted for a reason: by a gap, or by spaces in a row
        text += ("\t" if gap > 2 * _SPACE * size else " " if gap > _SPACE * size else "") + piece.text
    return text


def _distance(lines: list[list[Piece]]) -> float:
    """Return how far a line may stand below another in one paragraph."""
    gaps = [above[0].y - below[0].y for above, below in pairwise(lines)]
    return _PARAGRAPH * median(gaps) if gaps else 0.0
