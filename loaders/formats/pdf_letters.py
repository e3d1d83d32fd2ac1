"""The letters of a PDF page with their places, and fonts that name them wrongly."""

from __future__ import annotations

import ctypes
from collections import Counter, defaultdict
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

LOST = "\ufffd"
_HYPHENS = frozenset({0x2, 0xFFFE})  # what PDFium gives for a hyphen at a line end
_SAME = 0.12  # of the size by which one glyph's outlines may differ between two places
_WRONG = 2  # letters on a page that show another shape than their name has elsewhere on it


class Letter(NamedTuple):
    """One letter: where it begins on its baseline, how its outline reaches, its size in points, its font's handle."""

    text: str
    x: float
    y: float
    right: float
    size: float
    angle: float
    generated: bool
    font: int
    width: float
    height: float


def letters_of(page: pypdfium2.PdfTextPage) -> list[Letter]:
    """Return the letters in the order of the page's content, with the spaces and line ends that PDFium puts between."""
    letters: list[Letter] = []
    x, y = ctypes.c_double(), ctypes.c_double()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    high = 0
    for at in range(page.count_chars()):
        code = raw.FPDFText_GetUnicode(page, at)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0
        high = 0
        raw.FPDFText_GetCharOrigin(page, at, x, y)
        raw.FPDFText_GetCharBox(page, at, left, right, bottom, top)
        holder = raw.FPDFText_GetTextObject(page, at)
        letters.append(
            Letter(
                _character(code),
                x.value,
                y.value,
                right.value,
                raw.FPDFText_GetFontSize(page, at) * _scale(page, at),
                raw.FPDFText_GetCharAngle(page, at),
                raw.FPDFText_IsGenerated(page, at) == 1,
                ctypes.cast(raw.FPDFTextObj_GetFont(holder), ctypes.c_void_p).value or 0 if holder else 0,
                right.value - left.value,
                top.value - bottom.value,
            )
        )
    return letters


def wrong_fonts(letters: list[Letter]) -> frozenset[int]:
    """Return the fonts that give one letter for glyphs of different shapes, so that words come out wrong.

    Letters that one glyph stands for together, as «fi», are left out: their outline is that of the glyph.
    """
    shapes: dict[tuple[int, str], list[list[float]]] = defaultdict(list)
    strange: Counter[int] = Counter()
    for before, letter, after in zip([None, *letters], letters, [*letters[1:], None], strict=False):
        if letter.text == LOST:
            strange[letter.font] += 1
        if not letter.text.isalpha() or not letter.font or letter.size <= 0:
            continue
        if any(other is not None and (other.x, other.y) == (letter.x, letter.y) for other in (before, after)):
            continue
        width, height = letter.width / letter.size, letter.height / letter.size
        known = shapes[letter.font, letter.text]
        same = next((one for one in known if abs(one[0] - width) < _SAME and abs(one[1] - height) < _SAME), None)
        if same is None:
            known.append([width, height, 1])
        else:
            same[2] += 1
    for (font, _), known in shapes.items():
        strange[font] += sum(int(shape[2]) for shape in sorted(known, key=lambda shape: shape[2])[:-1])
    return frozenset(font for font, times in strange.items() if times >= _WRONG)


def _scale(page: pypdfium2.PdfTextPage, at: int) -> float:
    """Return how much larger than its font's size a letter is drawn."""
    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(page, at, matrix):
        return 1.0
    return float((matrix.b**2 + matrix.d**2) ** 0.5) or 1.0


def _character(code: int) -> str:
    if code in _HYPHENS:
        return "-"
    if code in (0x9, 0xA, 0xD):
        return chr(code)
    if code < 0x20 or code == 0x7F or 0xFFFE <= code <= 0xFFFF or code > 0x10FFFF:
        return LOST
    return chr(code)
