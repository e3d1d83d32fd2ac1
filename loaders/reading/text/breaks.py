"""Lines that hold several (a head and its text, columns, labels) broken by what parts them: full stops, wide gaps, colons, bold.

It is done before emphasis marks are blanked, since a blanked mark looks like a gap between columns. Whole pages, in which nothing
but words parts anything, are broken later (`pages/flattened`).
"""

from __future__ import annotations

import re

from loaders.reading.rules import Rule

# each place here begins a line of its own: the space becomes the break
LINE_STARTS = (
    Rule("decision", r"(?<=[.!?”])[ ](?=(?:Beslut|BESLUT)\s*:)", "är bra. Beslut: Att", "om Beslut: Att", cased=True),
    Rule(
        "label",
        r"(?<=[^\s:])[ ](?=[ ]{1,30}(?:Tid|Plats|Lokal|Datum|Närvarande|Frånvarande|Anmält förhinder|Gäster|Sekreterare|Ordförande|Justerare|Paragrafer|Ersättare|Övriga|Beslutande|Tid/Plats|Protokoll)(?:\s+\d+|\s+§|\s*:))",
        "Storgatan 7   Närvarande: Eva Alm",
        "Storgatan 7 Närvarande: Eva Alm",
        cased=True,
    ),
    Rule(
        "sent-to",
        r"(?<=[a-zåäö0-9][.])[ ](?=(?:Beslutet|Paragrafen|Ärendet|Protokollsutdrag(?:et)?)[ ](?:ska[ ])?(?:skickas|delges|expedieras|sänds|meddelas|tillställs)[ ](?:till[ ])?[^.\r\n]{3,120}\.?[ \t]{0,9}(?:[\r\n]|\Z))",
        "i maj. Beslutet delges styrelsen.",
        "i maj. Beslutet delges styrelsen. Mötet avslutas.",
        cased=True,
    ),
    Rule(
        "label-behind-point",
        r"(?<=[^\s:])[ ](?=[·•/][ ](?:Tid|Plats|Lokal|Datum|Närvarande|Frånvarande|Sekreterare|Ordförande|Justerare)\s*:)",
        "13:00–15:05 · Plats: Ekby",
        "13:00–15:05 · Plats i Ekby",
        cased=True,
    ),
    Rule(
        "office",
        r"(?<=[^\s:])(?:[ ](?=[ ])|\t)(?=[ \t]{0,30}(?:Ordförande|Justerare|Sekreterare|Protokollförare|Protokolljusterare)[ ][A-ZÅÄÖ][a-zåäö]+(?:-[A-ZÅÄÖ][a-zåäö]+)?[ ][A-ZÅÄÖ][a-zåäö])",
        "Ordförande Eva Alm  Justerare Bo Ek",
        "Eva Alm  Justerare",
        cased=True,
    ),
    Rule(
        "formula",
        r"(?<=[.!?])[ ](?=(?:[A-ZÅÄÖ][\w-]+|[A-ZÅÄÖ]{2,})(?:[ ][a-zåäö]+){0,2}[ ](?:beslutar|beslutade|beslöt|bestämmer|bestämde)(?:[ ](?:även|också|enhälligt|vidare|därför))?(?:[ ]att\b|(?:[ ]följande)?:))",
        "är klar. Styrelsen beslutar att godkänna",
        "är klar. Styrelsen beslutar godkänna",
        cased=True,
    ),
    Rule(
        "formula-inverted",
        r"(?<=[a-zåäö0-9)][.!?])[ ](?=(?:Efter|Därefter|Härefter|Vidare|Dessutom|Slutligen)(?:[ ][\w-]+){0,6}?[ ](?:beslutar|beslutade|beslöt)[ ](?:[\w-]*(?:styrelsen|nämnden|rådet|utskottet|direktionen|gruppen|mötet|stämman|kommittén|förbundet|fullmäktige)|[A-ZÅÄÖ]{2,5})[ ](?:[\w-]+[ ]){0,2}?att\b)",
        "är klar. Därefter beslutade styrelsen att godkänna",
        "är klar. Därefter diskuterade styrelsen att godkänna",
        cased=True,
    ),
    Rule(
        "bold-clause", r"(?<=[^\s.:])[ ](?=\*\*att\*\*[ ])", "att bifalla **att** ge", "att bifalla att ge", cased=True
    ),
)
_LONG_LINE = re.compile(r"^(?:[^\r\n]{120,}|\d+[.)][ \t][^\r\n]{10,}[ \t]{2}[^\r\n]{20,})(?=\r?$)", re.MULTILINE)
# a point's dash at the line's start is no column
_COLUMN = re.compile(r"(?<=\S)(?<!^[-–—•*·])[ ](?=[ ]+(?:[A-ZÅÄÖ]|p\.[ ]?\d))")
_HEAD_AND_TEXT = re.compile(
    r"^([ \t]{0,40}(?:§[ ]?\d+\.?|\d+[ ]?§\.?)[ ][A-ZÅÄÖ][^.\n]{2,80}\.)[ ](?=[A-ZÅÄÖ])", re.MULTILINE
)


def break_lines(text: str) -> str:
    """Break lines that hold several, character for character."""
    text = _LONG_LINE.sub(lambda match: _COLUMN.sub("\n", match.group()), text)
    text = _HEAD_AND_TEXT.sub("\\1\n", text)
    for rule in LINE_STARTS:
        text = rule.regex.sub("\n", text)
    return text
