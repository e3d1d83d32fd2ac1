"""Where the parts of an item begin in a flattened page: at formulas, sentences, clauses, points and receivers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.reading.rules import Rule
from loaders.reading.text.letters import LOWER, UPPER

_BODY = r"(?:styrelsen?|nämnden?|rådet|utskottet|irektionen|fullmäktige|gruppen|[Oo]rganet|kommittén|beredningen|[Ss]tämman|[Mm]ötet|förbundet|delegationen|nätverket)"
_FORMULA = re.compile(
    rf" (?=[{UPPER}][{LOWER}]*{_BODY}(?: [\w-]+){{0,2}}? (?:beslutar|beslutade|beslöt)\b|Beslutades\b|Beslutas\b)"
)
SENTENCE = re.compile(rf"(?<=[\w)][{LOWER})\d][.!?]) (?=[{UPPER}])(?<!\s\d\d[.])")
CLAUSE = re.compile(rf"(?<![,:]) (?=att (?:(?:inte )?[{LOWER}]{{1,20}}[aå]|(?:[\w-]+ ){{1,4}}(?:ska|skall))\b)")
# what another «att» completes, or binds to the clause before
BINDS = Rule(
    "binds",
    r"\b(?:uppdra(?:r|s|ga?)?|uppdraget|uppgift|föreslå[rs]?|hemställ\w*|bemyndiga\w*|uppmana\w*|anmoda\w*|rekommendera\w*|begär\w*|be|ber|låta|verka|verkar|bjuda|ansvar\w*|överens|förutsätt\w*|innebär|anse\w*|tycker|önsk\w*|meddela\w*|yrka\w*|utse[srt]?|utsågs|valde?s?|välj[ae]?[sr]?)\b|\b(?:uppdrag(?:et)?|uppgift|syfte|förslag(?:et)?|möjlighet|rätt(?:en)?|villkor|avtal|beslut(?:at|et)?|frågan?|för|genom|om|åt|efter|med|utan|på|till|av|samt|och|eller|än)$",
    "att uppdra åt chefen",
    "att godkänna planen",
)
_BULLET = re.compile(rf" (?=[•▪*] |- [{UPPER}])")
_ROW_BEFORE = re.compile(rf"\s[{UPPER}]{{1,4}} [{UPPER}][{LOWER}]+$")
_DASH = re.compile(rf"\s*([–-]) [{UPPER}]")
_POINT = re.compile(
    rf"(?:^|(?<=\s))(?<!bilaga )(?<!punkt )(?<!Bilaga )(?<!nr )(?=(?P<number>\d{{1,2}})\. (?:[{UPPER}]|att ))"
)
_LETTER = re.compile(rf" (?=(?:\d{{1,3}} ?)?(?P<letter>[a-h])[.)] (?:[{UPPER}]|att ))")
_RECEIVER = re.compile(rf"(?P<before>[\w.)-]+) (?=[{UPPER}])")
_ENDS = re.compile(rf"(?:^[{LOWER}].*|{_BODY}|[{LOWER}]{{4}}(?:en|et|na|are)|\)|kommun)$")
_TIES = re.compile(r"^(?:och|samt|för|i|till|av|på|vid|med|Region|Sektor)$")


def formulas_of(text: str, start: int, end: int) -> Iterator[int]:
    """Find «Kommunstyrelsen beslutar» and the like."""
    return (match.start() for match in _FORMULA.finditer(text, start, end))


def sentences_of(text: str, start: int, end: int) -> Iterator[int]:
    """Find where a sentence follows on another, but within numbered points."""
    if next(_counting(text, start, end), None) is None and _BULLET.search(text, start, end) is None:
        yield from (match.start() for match in SENTENCE.finditer(text, start, end))


def points_of(text: str, start: int, end: int) -> Iterator[int]:
    """Find the numbered or marked points, and the clauses of a decision that no comma parts («att …»)."""
    yield from _counting(text, start, end)
    yield from (match.start() for match in _BULLET.finditer(text, start, end) if not _in_row(text, match.start()))
    mark = _DASH.match(text, start)
    if mark is not None:
        yield from (
            match.start() for match in re.finditer(rf" (?={mark[1]} [{UPPER}])", text[:end]) if match.start() > start
        )
    last = start
    for match in CLAUSE.finditer(text, start, end):
        before = text[last : match.start()]
        ended = before.endswith((".", "!", "?"))
        if ended or (" att " in f" {before} " and not BINDS.holds(before.rpartition("att ")[2])):
            yield match.start()
        last = match.start()


def _in_row(text: str, at: int) -> bool:
    """Tell the mark of a row from that of a point («Eva Alm S Habo - Bo Ek»)."""
    return _ROW_BEFORE.search(text, max(at - 40, 0), at) is not None


def _counting(text: str, start: int, end: int) -> Iterator[int]:
    """Find «1. … 2. …» and «a) … b) …» that count from the first."""
    number, letter = 0, 0
    for match in _POINT.finditer(text, start, end):
        if int(match["number"]) == number + 1:
            number += 1
            if match.start() > start:
                yield match.start()
    for match in _LETTER.finditer(text, start, end):
        if ord(match["letter"]) - ord("a") == letter:
            letter += 1
            yield match.start()


def receivers_of(text: str, start: int, end: int) -> Iterator[int]:
    """Find where a receiver follows on another."""
    for match in _RECEIVER.finditer(text, start, end):
        if _ENDS.search(match["before"]) and not _TIES.match(match["before"]):
            yield match.end() - 1
