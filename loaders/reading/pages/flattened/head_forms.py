"""The forms of the heads of items in a flattened page («§ 36 Val …», «5.2 Val …»), wherever they stand in it, as rows."""

from __future__ import annotations

import re

from loaders.reading.lexicon.labels import ABBREVIATED
from loaders.reading.rules import Rule
from loaders.reading.text.letters import LOWER, UPPER

_MONTHS = r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)"
_LABEL = rf"(?:(?P<label>[{UPPER}]{{1,6}}|{ABBREVIATED}) )?"
_NUMBER = r"(?P<number>\d{1,4})"
_SUB = r"(?: ?(?P<sub>[a-z])\b)?"
_FILE = r"(?:(?!(?:19|20)\d\d-\d\d-\d\d )\d{2,}[/:.-]\d[\d./:-]* )?"  # «§ 202 0112/22 Årsredovisning»
_TITLE = rf"(?=[\"”“]?[{UPPER}][\w-]|(?:19|20)\d\d års )"
_WORDS = rf"(?=[{UPPER}][\w/-]*[{LOWER}]|[{UPPER}]{{4}}|[{UPPER}]{{2,3}}-[{LOWER}])(?!(?i:{_MONTHS})\b)"
_DASH = r"(?: [–—|-](?= ))?"


def _form(name: str, pattern: str, example: str, counter: str) -> Rule:
    return Rule(name, rf"(?<!\S){pattern}", example, counter, cased=True)


# sure signs: the form whose numbers rise best counts
SIGNED = (
    _form("sign-number", rf"(?:\d\d[A-ZÅÄÖ]{{2,4}}\d{{3,6}} )?{_LABEL}§ ?{_NUMBER}{_SUB}(?:/(?:19|20)?\d\d(?![\d/]))?[.:]?{_DASH} +{_FILE}{_TITLE}", "RS § 29/24 Val av justerare", "se § 29"),
    _form("number-sign", rf"{_LABEL}{_NUMBER}{_SUB} ?§[.:]?{_DASH} +{_FILE}{_TITLE}", "39 § Föregående protokoll", "9 kap. 31 § plan- och bygglagen"),
    _form("word", rf"(?:Punkt|PUNKT|Ärende|ÄRENDE|Paragraf|Beslutspunkt|Dagordningspunkt|p\.)(?: nr)? ?{_NUMBER}{_SUB}[.:]?{_DASH} +{_FILE}{_TITLE}", "Punkt 1 – Val av justerare", "punkt 4 och 5"),
)  # fmt: skip
# numbers alone: the form whose numbers count on best
COUNTED = (
    _form("marked", rf"\(?{_NUMBER}(?:[.)/]\)?|:) *{_FILE}{_WORDS}", "1. Mötets öppnande", "2. att godkänna planen"),
    _form("plain", rf"{_NUMBER} ?\s+{_FILE}{_WORDS}", "44 Delårsrapport", "12 mars"),
    _form("decimal", rf"(?P<number>\d{{1,2}})\.(?P<part>\d{{1,2}})\.? +{_WORDS}", "16.01 Val av justerare", "1.5 miljoner"),
)  # fmt: skip
HEAD_NUMBER = re.compile("|".join(re.sub(r"\?P<\w+>", "?:", f"(?:{row.pattern})") for row in (*SIGNED, *COUNTED)))
"""What stands before the title of a head."""
# what a head's sign stands before where it only refers to an item
REFERS = Rule(
    "refers",
    r"(?:\b(?:enligt|se|under|i|och|protokoll|jfr|till|från|beslut|av|för|kap\.?|lagen|stycket|vid|med|datum)|,|[/(§]|(?<![–-])[–-])$",
    "beslut enligt",
    "Mötet öppnas.",
)
COUNTS_OTHER = Rule(
    "counts-other",
    rf"(?:\b(?:kl|den|nr|sida|sid|bilaga|klockan|punkt|vägen|gatan|box|st|kap|tel)\.?|\b{_MONTHS}|[,/(§–-]|gatan|vägen)$",
    "Storgatan",
    "Mötet öppnas.",
)
# the §§ at which somebody was there, and the next entry of the list or the next label
OF_A_PERSON = Rule(
    "of-a-person",
    rf"§\s?\d{{1,4}}\s+(?:(?P<person>[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?(?:\s[{UPPER}][\w-]+){{1,2}})(?:,|\s\(\w{{1,4}}\))|Utses\s+att|Underskrifter|Paragrafer|Justering(?:en|ens)\s)",
    "§ 5 Eva Alm, rektor",
    "§ 5 Val av justerare",
    at="start",
    cased=True,
)
