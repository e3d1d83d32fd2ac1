"""Terms of office («mandatperiod») as minutes state them, each end as far as stated."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.reading.lexicon.dates import MONTH_NAME, MONTHS, find_dates
from loaders.reading.rules import Rule

_YEAR = r"(?:19|20)\d\d"
_SIX = r"(?<![\d-])\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\d-])"  # «200801»
_DAY = rf"(?:\d{{1,2}}\s+(?:{MONTH_NAME})\s+{_YEAR}|{_YEAR}-\d\d-\d\d|\d{{1,2}}\.\d{{1,2}}\.{_YEAR}|{_SIX})"
_MONTH = rf"(?:(?:{MONTH_NAME})\s+{_YEAR}|{_YEAR}-(?:0[1-9]|1[0-2])(?![\d-]))"
_SEASON = rf"(?:vår|höst|sommar|vinter)(?:en|n|terminen)\s+{_YEAR}(?![\d-])"
_ANY = rf"(?:{_DAY}|{_MONTH}|{_SEASON}|{_YEAR}(?![\d-]))"
_SPAN = rf"(?:{_DAY}|{_MONTH}|{_SEASON})"
_TO = r"t\.?\s?o\.?\s?m\.?"
_FROM = r"(?<![a-zåäö])fr?\.?\s?o\.?\s?m\.?"
_OF_YEAR = r"(?:år(?:et)?\s+)?"

# «since» and «until», or «year» for both; what overlaps an earlier row's finding is left
TERM_FORMS = (
    Rule(
        "days",
        rf"(?:den\s+)?(?P<since>{_SPAN})\s*(?:[-–—]{{1,2}}|till(?:\s+och\s+med)?|{_TO})\s*(?:den\s+)?(?P<until>{_SPAN})",
        "2023-01-01 till och med 2026-12-31",
        "2023-01-01 och 2026-12-31",
    ),
    Rule(
        "within-a-year",
        rf"(?:den\s+)?(?P<since>(?:\d{{1,2}}\s+)?(?:{MONTH_NAME}))\s*(?:[-–—]{{1,2}}|till(?:\s+och\s+med)?|{_TO})\s*(?:den\s+)?(?P<until>(?:\d{{1,2}}\s+)?(?:{MONTH_NAME})\s+{_YEAR})",
        "1 mars - 31 december 2025",
        "den 1 mars och 31 december 2025",
    ),
    Rule(
        "working-year",
        rf"(?:verksamhetsåret|läsåret|arbetsåret|mandatåret|perioden)\s+(?P<since>{_YEAR})\s*/\s*(?P<until>{_YEAR}|\d\d)(?![\d-])",
        "för verksamhetsåret 2025/26",
        "diarienummer 2025/26",
    ),
    Rule(
        "years",
        rf"(?<![\d-])(?P<since>{_YEAR})\s*(?:[-–—]|till|{_TO}|och(?=\s+{_YEAR}))\s*(?P<until>{_YEAR})(?![\d-])",
        "perioden 2023-2025",
        "2023-2025-01",
    ),
    Rule(
        "until",
        rf"(?:till\s+och\s+med|{_TO}|intill|längst\s+till|fram\s+till|till)\s+(?:utgången\s+av\s+)?(?:(?:nästa\s+)?(?:ordinarie\s+)?\w*(?:stämman?|årsmötet?)\s+)?{_OF_YEAR}(?:den\s+)?(?P<until>{_ANY})",
        "till och med den 31 december 2026",
        "till mötet 2026",
    ),
    Rule(
        "until-end-of",
        rf"(?:till|intill)\s+(?:och\s+med\s+)?(?:utgången\s+av|slutet\s+av|årsskiftet)\s+(?:(?:nästa\s+)?(?:ordinarie\s+)?\w*(?:stämman?|årsmötet?)\s+)?{_OF_YEAR}(?P<until>{_YEAR})",
        "till slutet av år 2026",
        "i slutet av år 2026",
    ),
    Rule(
        "from",
        rf"(?:från\s+och\s+med|{_FROM}|från|med\s+början)\s+{_OF_YEAR}(?:den\s+)?(?P<since>{_ANY})",
        "från och med 2023-05-01",
        "från mötet 2023-05-01",
    ),
    Rule(
        "year",
        rf"(?:under|för|avseende)\s+(?:år(?:et)?\s+|verksamhetsåret\s+)?(?P<year>{_YEAR})(?![\d-])",
        "för år 2024",
        "för budget 2024",
    ),
)
_ENDS = r"(?=\s*(?:[,;:()]|\.(?:\s|$)|$)|\s(?:utse|utses|välj|väljs|välja|utser|väljer|att|med|som|och|samt|i|till\s+(?:ny\s+)?(?:ledamot|ledamöter|ersättare|ordförande|revisor))\b)"
# a period in words; what overlaps or touches the years found is one with them
TERM_WORDS = (
    Rule("period", rf"\b(?:för|under)\s+(?:den\s+)?(?:resten\s+av\s+|resterande\s+(?:del(?:en)?\s+av\s+)?|återstoden\s+av\s+|återstående\s+(?:del(?:en)?\s+av\s+)?|innevarande\s+|kommande\s+|samma\s+)?(?:mandat)?(?:perioden?|tiden?)\b(?:{_TO}|{_FROM}|[^,.;:()]){{0,70}}?{_ENDS}", "för mandatperioden 2023–2026", "för perioder"),
    Rule("number-of-years", r"\b(?:för|på)\s+(?:ett|två|tre|fyra|1|2|3|4)\s+år\b", "för två år", "två år"),
    Rule("until-assembly", rf"\b(?:för\s+tiden\s+)?(?:till\s+och\s+med|{_TO}|fram\s+till|intill|till)\s+(?:nästa\s+|ordinarie\s+|kommande\s+|utgången\s+av\s+){{0,3}}(?:förenings|års|bolags|förbunds)?(?:stämman?|möte|mötet)\b(?:\s+(?:år\s+)?(?:19|20)\d\d)?", "intill ordinarie föreningsstämma", "till nästa vecka"),
    Rule("until-further-notice", r"\btills\s+vidare\b", "tills vidare", "vidare"),
)  # fmt: skip
_DIGITS = re.compile(r"(?:19|20)\d\d|\d{6}")


@dataclass(frozen=True, slots=True)
class Term:
    """A period of office («mandatperiod»), each end as far as stated: «2023», «2022-07-01»."""

    start: int
    end: int
    since: str | None
    until: str | None


def find_terms(text: str) -> list[Term]:
    """List the terms of office in a text, in order and without overlap."""
    if _DIGITS.search(text) is None:
        return []
    found: list[Term] = []
    for rule in TERM_FORMS:
        for match in rule.find_all(text):
            term = _term(match)
            if not any(term.start < other.end and other.start < term.end for other in found):
                found.append(term)
    return _joined(sorted(found, key=lambda term: term.start))


def find_term_words(text: str, terms: Sequence[Term]) -> list[tuple[int, int]]:
    """List where a text states terms of office in words, the `terms` found in it with the words that belong to them."""
    spans = [match.span() for rule in TERM_WORDS for match in rule.find_all(text)]
    spans += [(term.start, term.end) for term in terms]
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _term(match: re.Match[str]) -> Term:
    parts = match.groupdict()
    year = parts.get("year")
    since, until = parts.get("since") or year, parts.get("until") or year
    if since and until and re.search(_YEAR, since) is None:
        since = f"{since} {until[-4:]}"  # «1 mars - 31 december 2025»
    if since and until and len(until) == 2:
        until = since[:2] + until  # «2025/26»
    return Term(*match.span(), _day(since), _day(until))


def _joined(terms: list[Term]) -> list[Term]:
    """Join «från och med A» with the «till och med B» that follows it."""
    result: list[Term] = []
    for term in terms:
        last = result[-1] if result else None
        if last is not None and last.until is None and term.since is None and term.start - last.end <= 6:
            result[-1] = Term(last.start, term.end, last.since, term.until)
        else:
            result.append(term)
    return result


def _day(text: str | None) -> str | None:
    """Write a day or a month as ISO, or a year as it stands; of a season, or of an impossible day, the year stays."""
    if text is None or (text.isdigit() and len(text) == 4):
        return text
    hit = next(find_dates(text), None)
    if hit is not None:
        return hit.value.isoformat()
    month = re.fullmatch(rf"({MONTH_NAME})\s+({_YEAR})|({_YEAR}-\d\d)", text, re.IGNORECASE)
    if month is not None:
        return month[3] or f"{month[2]}-{MONTHS[month[1].lower()]:02d}"
    year = re.search(_YEAR, text)
    return year.group() if year else None
