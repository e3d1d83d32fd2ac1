"""Digits that scanning or a typewriter gave as letters («l987-05-l2», «2O14»), restored character for character."""

from __future__ import annotations

import re

from loaders.reading.rules import Rule

_DIGITS = str.maketrans("lIOoS", "11005")
_MONTH = r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)"
_YEAR = r"[12lI][09Oo][\dlIOoS]{2}"
_PART = r"[\dlIOS]{1,2}"


def _shape(name: str, pattern: str, example: str, counter: str) -> Rule:
    return Rule(name, pattern, example, counter, cased=True)


# what can be nothing else than a date or a time: one of these tells that letters stand for digits in a text
SHAPES = (
    _shape(
        "iso",
        rf"(?<![\w./-])(?=[\d-]{{0,9}}[lIOoS]){_YEAR}-{_PART}-{_PART}(?![\w-])",
        "l987-05-l2",
        "1987-05-12",
    ),
    _shape(
        "dotted",
        rf"(?<![\w./-])(?=[\d.]{{0,9}}[lIOoS]){_PART}\.{_PART}\.{_YEAR}(?!\w)",
        "l1.2.2013",
        "11.2.2013",
    ),
    _shape(
        "in-words",
        rf"(?<![\w./-])(?:(?=\d?[lO])[\dlO]{{2}}\s{_MONTH}\b(?:\s{_YEAR}(?!\w))?|l\s{{1,9}}{_MONTH}\b|\d{{1,2}}\s{_MONTH}\s(?=\d{{0,3}}[lIOoS]){_YEAR}(?!\w))",
        "den l8 augusti l987",
        "den 18 augusti 1987. I maj 1987",
    ),
    _shape(
        "clock",
        r"(?<=\bk[lI][. ])\s?(?=[\d.:]{0,4}[lIO])[\dlIO]{1,2}[.:][\dlIO]{2}(?!\w)",
        "kI l8.30",
        "kl 18.30",
    ),
)
# any number in such a text
NUMERALS = (
    _shape(
        "number",
        r"(?<![\w@§])(?<!§ )(?=[-–.,:/\d]{0,20}[lIO])(?=[-–.,:/lIO]{0,20}\d)(?:(?!I+\b)[\dlIO]{1,9}[-–.,:/]){0,5}(?!I+\b)[\dlIO]{1,9}(?![\w@])(?!(?<=\dl)\s[a-zåäö])",
        "bevilja l0.000 kronor",
        "5l mjölk, etapp II, 10.000 kronor",
    ),
    _shape("small-o", r"(?<!\w)\d{1,3}o{1,2}\d{1,3}(?!\w)", "2oo9", "2009 och 1o"),
    _shape("paragraphs", r"(?<=§ )[lIO]{0,2}\d[\dlIO]{0,2}\s?[-–]\s?[\dlIO]{1,4}(?!\w)", "§§ l8-2l", "§§ 18 och 2l"),
    _shape("paragraph", r"(?:(?<=§)|(?<=§ ))(?:[lI][\dO]{1,2}|l)(?!\w)", "§ l9", "§ 2l"),
    _shape(
        "alone",
        r"(?<!\S)l(?=\s?\(\d{1,3}\)(?!\w)|\s\d{3}(?!\w)|:[ae]\b)|(?<=\b[Bb]lad )l(?!\S)|(?<=\b[Ss]ida )l(?!\S)",
        "l (5)",
        "5 l mjölk",
    ),
)


def restore_digits(text: str, *, damaged: bool) -> tuple[str, bool]:
    """Write digits for the letters that stand for them, where the text is `damaged` or its dates and times show it.

    The second value tells whether they show it.
    """
    shown = any(shape.holds(text) for shape in SHAPES)
    for rule in (*SHAPES, *NUMERALS) if damaged or shown else ():
        text = rule.regex.sub(_digits, text)
    return text, shown


def _digits(match: re.Match[str]) -> str:
    """Translate the number alone: a month's name among its parts has an «l», too."""
    return re.sub(r"(?<![a-zåäö])[\dlIOoS]+(?![a-zåäö])", lambda part: part.group().translate(_DIGITS), match.group())
