"""The forms of item heads («§ 4 Titel»), as rows, and the diary number that can end one."""

from __future__ import annotations

import re

from loaders.reading.rules import Rule
from loaders.reading.text.letters import LOWER, UPPER

LINE_LEAD = r"[\s>|]*(?:[-•–*]\s+)?(?:#{1,6}\s*)?"
_TITLE = rf"(?P<title>[{UPPER}\d\"”“»'(][^\n]*|[{LOWER}][^\n]*)?"
_PROPER_TITLE = rf"(?P<title>[{UPPER}\"”“»(][^\n]*)"
# a diary number before the head's own («22RGK1403   § 41»); a day there tells of an earlier treatment
_FILE = (
    r"(?=(?:[^§\d\n]{0,14}\d){3})(?:(?:Dnr|Diarienr|Diarienummer|Ärendenr)\.?\s?:?\s?)?(?P<file>(?:[A-ZÅÄÖ][A-ZÅÄÖ.]{0,9}[ /:.-]?){0,2}"
    r"(?!(?:19|20)\d\d-\d\d-\d\d(?!\d)|\d{1,2}\.\d{1,2}\.(?:19|20)?\d\d(?!\d))\d[A-ZÅÄÖ\d]{0,9}(?:[./:–-][A-ZÅÄÖ\d]{1,10}){0,3})"
)
_BEHIND = r"(?P<title>[^\s§|](?:(?!\s*§)[^\n|]){1,160}?[^\s§|,–—(])\s*+(?:[,–—|(]|-(?=\s))?[\s|]*+"
_BEHIND_END = rf"(?:/(?:19|20)?\d\d)?\s?[).:]?(?:[\s|,(]++{_FILE}\)?)?[\s|]*+"
_WORD = r"(?:Ärende|ÄRENDE|Punkt|PUNKT|Paragraf|PARAGRAF|Beslutspunkt|Dagordningspunkt|p\.|P\.)(?:\s?(?:nr|NR|nummer)\b\.?)?"


def _form(name: str, pattern: str, example: str, counter: str) -> Rule:
    return Rule(name, LINE_LEAD + pattern, example, counter, at="whole", cased=True)


# sure signs: the first of these that is found at all counts, and no other
SURE_FORMS = (
    _form("sign-number", rf"(?:{_FILE}[\s|,;]+|(?P<label>[{UPPER}][\w.]{{0,14}})\s*|\d{{1,3}}[.)]\s+)?§\.?\s*(?P<number>\d{{1,4}}(?:[.:]\d{{1,3}})?)\s*(?P<sub>[a-z](?=[\s.):|]))?(?:/(?:(?:19|20)\d\d|\d\d)(?![\d/.]))?(?!\s*[-–—]\s*\d|\s*,\s*\d|\d|/)\s*(?:[.:)–—|]|-(?=\s))?\s*{_TITLE}", "22RGK1403   § 41   Val av justerare", "2018-03-21 § 27"),
    _form("number-sign", rf"(?:{_FILE}(?:\s{{2,}}|\t|\s*\|)\s*|(?P<label>[{UPPER}]{{1,6}})\s+)?(?P<number>\d{{1,4}})\s*(?P<sub>[a-z])?\s*§\s*[.:|]?\s*{_TITLE}", "39 § Föregående protokoll", "39 §§"),
    _form("word", rf"{_WORD}\s+(?P<number>\d{{1,4}})\s*(?P<sub>[a-z](?=[\s.):]))?(?!\d|[-/]\d)\s*[.:)–—-]?\s*{_TITLE}", "Ärende 14 – Protokolljusterare", "Ärenden: 14–21"),
)  # fmt: skip
# the number at the end of the line: these count where they make a sequence and no surer sign makes one
BEHIND_FORMS = (
    _form("title-sign", rf"{_BEHIND}§\s*(?P<number>\d{{1,4}})\s?(?P<sub>[a-z](?![\w]))?{_BEHIND_END}", "Val av justerare, § 8", "Val av justerare, §§ 8-9"),
    _form("title-word", rf"{_BEHIND}(?i:punkt|ärende|paragraf|p\.)\s?(?P<number>\d{{1,4}})\s?(?P<sub>[a-z](?![\w]))?{_BEHIND_END}", "Val av justerare, punkt 8", "Val av justerare, punkterna 8-9"),
    _form("title-number-sign", rf"{_BEHIND}(?<!\d)(?P<number>\d{{1,4}})\s?(?P<sub>[a-z])?\s?§{_BEHIND_END}", "Val av justerare   8 §", "Val av justerare   8 §§"),
)  # fmt: skip
# numbers alone: the one whose numbers make the best sequence counts
NUMBER_FORMS = (
    _form("decimal", rf"(?P<number>\d{{1,2}}\.\d{{1,3}})\.?\s+{_TITLE}", "4.13 Ekonomi", "4.13.2018 Onsdag"),
    _form("dotted", rf"\(?(?P<number>\d{{1,3}})\s?(?:[.)/]\)?\s+|:\s*(?!\d))(?P<title>[{UPPER}\d\"”“»(][^\n]*)", "1. Mötet öppnas", "1.5 miljoner"),
    _form("counted", rf"(?:Nr|NR|N:o|No)\.?\s*(?P<number>\d{{1,3}})(?:\s?[.:)–-])?\s+{_PROPER_TITLE}", "Nr 12. Val av justerare", "Nr 12/2024"),
    _form("plain", rf"(?P<number>\d{{1,3}})\s+{_PROPER_TITLE}", "67 Föregående protokoll", "551 11 Jönköping"),
    _form("tabbed", rf"(?P<number>\d{{1,3}})\.?\s*[|\t]+\s*{_PROPER_TITLE}", "3\tBudget", "3 tabeller"),
)  # fmt: skip
# letters and Roman numerals: these count where they run from the first on, with heads that stand apart
LETTER_FORMS = (
    _form("capital", rf"(?:{_WORD}\s+|§\s*)?\(?(?P<letter>[A-Z])\s?(?:[.)]\)?\s+|:\s+|[–|]\s*|\s{{2,}}|\t){_PROPER_TITLE}", "B. Platser i rådet", "B Platser"),
    _form("roman", rf"(?:{_WORD}\s+|§\s*)?\(?(?P<roman>[IVX]{{1,6}})\s?(?:[.)]\)?\s+|:\s+|[–|]\s*|\s{{2,}}|\t){_PROPER_TITLE}", "IV. Platser i rådet", "IV Platser"),
    _form("small", rf"\(?(?P<letter>[a-z])\s?[.)]\s+{_PROPER_TITLE}", "b) Platser i rådet", "b) platser"),
)  # fmt: skip
SUB_FORMS = (
    _form("decimal-sub", rf"(?:§\s*)?(?P<number>\d{{1,4}})(?P<sub>\.\d{{1,2}})\.?\s+{_PROPER_TITLE}", "7.1 Motion om cyklar", "7.1 procent"),
    _form("numbered-sub", rf"(?:§\s*)?(?P<number>\d{{1,4}})\s?(?P<sub>[a-z])\s*[).:]\s*{_PROPER_TITLE}", "3 b) Remiss", "3 b remiss"),
    _form("spaced-sub", rf"(?:§\s*)?(?P<number>\d{{1,4}})\s(?P<sub>[a-h])\s+{_PROPER_TITLE}", "5 a Busshållplatsen", "5 a busshållplatsen"),
    _form("lone-sub", r"(?:§\s*)?(?P<number>\d{1,4})\s?(?P<sub>[a-h])\s*[).:]?(?P<title>)", "5 a", "5 av"),
    _form("joined-sub", rf"(?:§\s*)?(?P<number>\d{{1,4}})(?P<sub>[a-z])\s+{_PROPER_TITLE}", "§ 3b Remiss", "§ 3 b Remiss"),
)  # fmt: skip
SUB_HEAD = re.compile(rf"(?:§\s*)?\d{{1,4}}\s?[a-h](?:\s*[).:]|\s+[{UPPER}]|\s*$)")
"""How the line of a sub-item begins."""
LETTER_FORM = _form("letter-sub", rf"(?P<sub>[a-zåäö]|[A-H](?=\)))[).]\s+{_PROPER_TITLE}", "a) NIS2", "a) att godkänna")
HEADING = Rule(
    "heading",
    rf"\s*(?P<marks>#{{1,6}})\s+(?P<title>[{UPPER}\d\"”“][^\n]*)",
    "## Ekonomi",
    "#ekonomi",
    at="whole",
    cased=True,
)
DIARY = Rule(
    "diary-number",
    r"\(?\b(?:Dnr|Diarienr|Diarienummer|Ärendenummer|Ärendenr|Ärende-id)\b\.?\s*:?\s*(?:(?P<dnr>(?![^\n]*[a-zåäö]{4})[\w./:, -]{3,40}?)\s*\)?|[-–—]*|saknas|ej\s+angivet)$"
    r"|(?:^|\s\s|\t)\(?(?!(?:SOU|Ds|SFS|EU|EG|FN)\b)(?P<bare>[A-ZÅÄÖ]{2,6}[ -]?(?:19|20)\d\d[-/.:]\d{1,6}(?:[-.]\d+)?|[A-ZÅÄÖ]{2,6}/\d{1,6}/(?:19|20)\d\d|[A-ZÅÄÖ]{2,6} \d{1,5}/(?:(?:19|20)\d\d|\d\d)|[A-ZÅÄÖ]{2,6}/\d{5,8}|[A-ZÅÄÖ]{2,6}/(?:19|20)\d\d[:/-]\d{1,6}|[A-ZÅÄÖ]{2,6}-[A-ZÅÄÖ]{2,5}\d\d-\d{2,6}|[A-ZÅÄÖ]{2,4}\s?\d{5,8}|(?:19|20)\d\d[/:-]\d{2,6}(?:-\d+)?(?:\s*[A-Z]{2,4})?|\d{3,5}/\d\d|[A-ZÅÄÖ]{2,5}\d\d\.\d{1,4}|(?-i:[A-ZÅÄÖ]{1,6})[ -]?\d\d[-/:]\d{2,6}|(?:19|20)\d\d[-/][A-ZÅÄÖ]{2,5}[-/]\d{2,6}|\(\d+/[A-Z]+/\d+\))\)?$|\s(?-i:(?P<glued>[A-ZÅÄÖ]{2,6}\d\d[-/]\d{3,6}|(?!(?:EU|EG|SOU|DS|SFS|FN)\b)[A-ZÅÄÖ]{2,6} (?:(?:19|20)\d\d[-/]\d{2,6}|\d\d/\d{3,6})))$|\s\((?!(?:SOU|Ds|SFS|EU|EG|FN)\b)(?P<paren>\d+/[A-ZÅÄÖ]+/\d+|[A-ZÅÄÖ]{2,6}/\d{1,6}/(?:19|20)\d\d|(?:[A-ZÅÄÖ]{2,6}[ -]?)?(?:19|20)\d\d[-/:]\d{2,6}(?:-\d+)?|(?-i:[A-ZÅÄÖ]{1,6})[ -]?\d\d[-/]\d{2,6}|(?-i:\d\d[A-ZÅÄÖ]{2,5}\d{2,6}))\)$",
    "Budget 2025  KS 2024-153",
    "Budget 2025 och plan 2026-2027",
)
DIARY_FIRST = Rule(
    "diary-number-first",
    r"\(?(?:(?:Dnr|Diarienr|Diarienummer|Ärendenr|Ärende(?=\s+\d{4}-\d))\.?:?\s*(?P<dnr>(?:[A-ZÅÄÖ]{1,6}[ /-]?)?\d[\d./:-]*\d(?:, \d\d)?)|(?P<bare>[A-ZÅÄÖ]{2,6}[ /-]?(?:(?:19|20)\d\d[/:-]\d+|\d\d[/-]\d{2,5})|\d{3,5}/\d\d))\)?(?:\s?[,:;–—|-])?\s+(?=[A-ZÅÄÖ][a-zåäö])",
    "Dnr RV 18-0388 Inlandets transportråd",
    "Dnr RV 18-0388",
    at="start",
    cased=True,
)
# what is said of an item apart from its title, in the next column or on the next line
ASIDE = Rule(
    "aside",
    r"\((?:(?:delvis\s+)?sekretess\w*|(?:ej|inte|icke)\s+offentlig\w*|(?:information|besluts?|diskussion|anmälnings|val)(?:s?(?:ärende|punkt))?|muntligt?|bordlag[dt]|omedelbart\s+justera[dt]|bilag\w+(?:\s+[\w, -]{1,20})?)\)|sekretess(?:ärende)?",
    "(Sekretess)",
    "(Dimensionering)",
    at="whole",
)
CODE_ALONE = Rule(
    "code-alone",
    r"(?=\S*\d\S?\d)[A-ZÅÄÖ]{1,8}[A-ZÅÄÖ./:-]{0,12}\d[A-ZÅÄÖ\d./:-]{1,24}",
    "KS-EK.2017.12",
    "Budget 2017",
    at="whole",
    cased=True,
)
DIARY_ALONE = Rule(
    "diary-number-alone",
    r"(?:(?:Dnr|Diarienr|Diarienummer|Ärendenr)\.?\s?:?\s?)?(?P<dnr>[A-ZÅÄÖ]{2,8}/\d{1,6}/[\d.]+/(?:19|20)\d\d|[A-ZÅÄÖ]{2,8}[ /-]?(?:19|20)\d\d[-/.:]\d{1,6}|[A-ZÅÄÖ]{2,6} \d{1,5}/(?:(?:19|20)\d\d|\d\d)|[A-ZÅÄÖ]{2,6}-[A-ZÅÄÖ]{2,5}\d\d-\d{2,6})|(?:Dnr|Diarienr|Diarienummer|Ärendenr)\.?\s?:?\s?(?P<marked>(?=[^\n]*\d)[A-ZÅÄÖ\d][A-ZÅÄÖ\d./:-]{2,20}(?:\s[\d./:-]{2,12})?)",
    "EKBY/130/12.03.00/2023",
    "EKBY 2023",
    at="whole",
    cased=True,
)
# what makes a number at the head of a line no item's
NOT_ITEM = Rule(
    "counted-thing",
    r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|personer|röster|st)\b",
    "Mars 2024",
    "Marknad",
    at="start",
)
AMOUNT = Rule("amount", r"[\d ,.-]+(?:kr|tkr|mkr|%)", "500 tkr", "500 träd", at="start", cased=True)
REFERENCE = Rule("reference-back", r"\((?=.{0,200}?(?:§|\d/\d))", "(Kst § 64/19.3.2014)", "(information)", at="start")
NO_LABELS = frozenset(
    {"se", "enligt", "under", "i", "och", "jfr", "till", "paragraf", "mer", "deltar", "närvarande", "kap"}
)


def diary_number(match: re.Match[str]) -> str | None:
    """Return the number that `DIARY` has found; None where it says that there is none."""
    return (match["dnr"] or match["bare"] or match["glued"] or match["paren"] or "").strip(" ()") or None
