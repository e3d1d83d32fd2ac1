"""Numbers as lists write them: 4, d, iv («numrering»)."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN = 3999


def numeral(number: int, kind: str) -> str:
    """Write a number as decimal digits, or by `kind` (as HTML and ODF name them) as «a», «A», «i» or «I»."""
    if kind in ("a", "A") and number > 0:
        text = ""
        while number:
            number, rest = divmod(number - 1, 26)
            text = chr(ord(kind) + rest) + text
        return text
    if kind in ("i", "I") and 0 < number <= _LARGEST_ROMAN:
        text = _roman(number)
        return text if kind == "i" else text.upper()
    return str(number)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text
