"""Emphasis marks and odd spaces blanked, character for character, so that no offset moves."""

from __future__ import annotations

import re

_MARKS = re.compile(r"\*\*|(?<!_)__(?!_)|(?<![\w*])\*(?=[^\s*][^*]{0,2000}\*)|(?<=[^\s*])\*(?![\w*])")
_BOLD = re.compile(r"\*\*[^*]{2,80}?\*\*")
# labels that wrap: the line break inside them is no end of a line
_WRAPPED_LABEL = re.compile(
    r"^[ \t]{0,40}(?:(?:deltagare|ej närvarande|närvarande|frånvarande)[ \t]*\r?\n[ \t]*\((?:beslutande|ersättare|ej beslutande)\)|"
    r"(?:närvarande,|(?:ej )?tjänstgörande|övriga|ej)[ \t]*\r?\n[ \t]*(?-i:ej tjg\.?|ej tjänstgörande|ej tj\.?|ersättare|närvarande|deltagare)(?: ers\.?| ersättare)?(?=[ \t]*:|[ \t]*\r?$)|"
    r"justeringens[ \t]*(?:tid|plats)?[ \t]*\r?\n[ \t]*(?:tid |plats )?och[ \t]+(?:plats|tid)|justeringens tid och[ \t]*\r?\n[ \t]*plats|"
    r"(?:plats|tid|datum) och[ \t]*\r?\n[ \t]*(?:plats|tid))\b",
    re.IGNORECASE | re.MULTILINE,
)
_SPACES = re.compile("[\u00a0\u202f\u2009\u2007\ufeff\u200b]")
_HYPHENS = re.compile("[\u00ad¬]")


def blank_marks(text: str) -> str:
    """Blank emphasis marks and odd spaces, character for character."""
    for pattern in (_BOLD, _WRAPPED_LABEL):
        text = pattern.sub(lambda match: match.group().replace("\n", " ").replace("\r", " "), text)
    text = _MARKS.sub(lambda match: " " * len(match.group()), text)
    return _HYPHENS.sub("-", _SPACES.sub(" ", text))
