"""Lines that are known and ignored: page numbers, certifications, leader dots, rules, signature services."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.reading.rules import Rule, first_rule
from loaders.reading.text.letters import fold
from loaders.reading.text.sheet import Line, Sheet

_LONGEST = 300  # characters of a line that can be furniture


def _line(name: str, pattern: str, example: str, counter: str) -> Rule:
    return Rule(name, pattern, example, counter, at="whole")


FURNITURE = (
    _line("page-number", r"(?:sida|sidan|page|sid\.?|s\.)?\s*\d{1,4}\s*(?:\(\s*[\de]{1,4}\s*\)|(?:av|of|/)\s*\d{1,4})", "Sida 3 (41)", "Sida 3 om budgeten"),
    _line("minutes-page", r"(?:\d{1,3}\s+)?(?:sammanträdes|direktions|styrelse)?protokoll\s+\d{1,3}\s?\(\d{1,3}\)", "4 PROTOKOLL 4 (9)", "Protokoll 4/2018"),
    _line("bare-number", r"[-–]\s*\d{1,4}\s*[-–]|(?:sida|sidan|page)\s+\d{1,4}", "- 4 -", "4"),
    _line("signatures", r".*\b(?:justerandes?\s+sign(?:atur)?(?:er)?|justerares?\s+sign(?:atur)?|utdragsbestyrkande|just\.?\s*sign\.?)\b.*", "Justerandes sign    Utdragsbestyrkande", "Justerare: Eva Alm"),
    _line("signature-service", r".*\b(?:addo\s+sign|scrive|penneo|visma\s+addo|document\s+id|transaktions?-?id|id-nummer|signerat\s+med|e-?signer(?:at|ing))\b.*", "Transaktions-id 5f2c", "Transaktionen godkänns"),
    _line("leader-dots", r".*?(?:\.{4,}+|…{2,}+|(?:\.\s){4,}+|_{4,}+)[._…\s]*+\d{1,4}", "§ 4 Budget .......... 7", "§ 4 Budget 7"),
    _line("continued", r"(?:[\w.]{1,12}\s+)?§\s*\d{1,4}\s*[,(–-]?\s*\(?(?:forts(?:\.|ättning)?|fortsatt)\)?\.?", "§ 17 (forts.)", "§ 17 Fortsatt arbete"),
    _line("address", r"(?:postadress|besöksadress|telefon(?:växel)?|växel|e-post|webbplats|hemsida|org(?:anisations)?\.?-?\s?(?:nr|nummer)|bankgiro)\b\s*:?\s*\S.*", "Besöksadress: Storgatan 1", "Besökare: Eva Alm"),
    _line("template", r"(?:mall|blankett|formulär)(?:version)?\s*:?\s*(?:ver(?:sion|\.)?\s*)?\d[\d./-]{2,11}", "Mall 2009-11-12", "Mall för beslut 2009"),
    _line("rule", r"[-_=*~–—.#|+ ─━═│┃║┌┐└┘├┤╔╗╚╝╠╣╭╮╰╯┏┓┗┛]{3,}", "----------", "--"),
    _line("invented", r"[\W_]*(?:detta\s+är\s+ett\s+|obs!?\s*)?påhitta(?:t|de)\b.*", "Detta är ett påhittat protokoll.", "Ett påhitt"),
)  # fmt: skip
# a page's number at the end of a running head
PAGE_AT_END = Rule(
    "page-at-end",
    r"\S(?:\s{2,}|\t)(?:(?:blad|sida|sid\.?|s\.)\s*\d{1,3}(?:\s*\(\d{1,3}\))?|\d{1,3}\s*\(\d{1,3}\)|(?:blad|sida|sid\.?)?\s*\d{1,3}\s+av\s+\d{1,3})\s*$",
    "EKBY KOMMUN   PROTOKOLL   Blad 3",
    "Blad 3",
)
# a head that comes back with another page's number at its end
NUMBERED = Rule(
    "numbered",
    r"\S\s++(?:(?:blad|sida|sidan|sid\.?)\s\d{1,3}(?:\s?\(\d{1,3}\)|\sav\s\d{1,3})?|\d{1,3}\s?\(\d{1,3}\))\s*$",
    "Ekby kommun Protokoll 2024-03-21 3 (9)",
    "Närvarande 9",
)
LONE_DATE = _line(
    "lone-date", r"\s*(?:(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./ ]\d{4})\s*", "2018-03-21", "2018-03-21 kl 9"
)
BODY_TEXT = Rule(
    "body-text",
    r"^\s*(?:att\b|samt\b|[-•*–]\s|\d+[.)]\s|§|[a-z]\)\s)|\b(?:beslutar|beslutade|utses|utsågs|ersätter|tjg)\b",
    "att godkänna",
    "Kommunförbundet",
)
# a cell of a column, which comes back in the rows below it
CELL = _line(
    "cell",
    r"\s*(?:ja|nej|avstår|x|[-–—]|\([A-ZÅÄÖ]{1,4}\)|(?:ej\s+)?närvarande|frånvarande|ledamot|ersättare)\s*",
    "(KD)",
    "(KD) Eva Alm",
)
HEAD_WORD = Rule(
    "head-word",
    r"\s*(?:tid|datum|dnr|sammanträdes|protokoll|sida)\b",
    "Tid: 09:00-12:10",
    "Tidplan",
    at="start",
)
_PAGE_AT_END = re.compile(r"\s\s\d{1,3}(?:\s*\(\d{1,3}\))?$")
PAGED = Rule("paged", r"\d\s*\(\d+\)|sid|\bblad\s+\d", "Ekby kommun Protokoll Blad 2", "Protokoll 2/2018")


@lru_cache(maxsize=8192)
def furniture_of(text: str) -> str | None:
    """Name why a line carries no text; None for a line that does. Lines come back, on pages and in the account."""
    words = text.strip()
    if not words or len(text) > _LONGEST:
        return None
    rule = first_rule(FURNITURE, words)
    return None if rule is None else rule.name


def carries_none(sheet: Sheet, line: Line) -> str | None:
    """Name why a line carries no text, where it is furniture or known to be the head of a page."""
    known = line.running or (bool(sheet.running) and not line.blank and sheet.runs(*line.span))
    return furniture_of(line.text) or ("running-head" if known else None)


def line_key(text: str) -> str:
    """Fold a line without its page's number; other numbers of pages in it are all one."""
    words = _PAGE_AT_END.sub("", text[:200].rstrip())
    return re.sub(r"\d+", "0", fold(words)) if PAGED.holds(words) else fold(words)
