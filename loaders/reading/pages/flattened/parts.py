"""Where the parts of an item begin in a flattened page: at formulas, sentences, clauses and points."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.reading.rules import Rule
from loaders.reading.text.letters import LOWER, UPPER

_BODY = r"(?:styrelsen?|nämnden?|rådet|utskottet|irektionen|fullmäktige|gruppen|[Oo]rganet|kommittén|beredningen|[Ss]tämman|[Mm]ötet|förbundet|delegationen|nätverket)"
_FORMULA = re.compile(
    rf" (?=[{UPPER}][{LOWER}]*{_BODY}(?: [\w-]+){{0,2}}? (?:beslutar|beslutade|beslöt)\b|Beslutades\b|Beslutas\b)"
)
_LEAD = re.compile(rf"(?:^|[.:] )(?P<lead>[{UPPER}][\w-]+s (?:gemensamma|nya|regionala|politiska))$")
SENTENCE = re.compile(rf"(?<=[\w)][{LOWER})\d][.!?]) (?=[{UPPER}])(?<!\s\d\d[.])")
CLAUSE = re.compile(rf"(?<![,:]) (?=att (?:(?:inte )?[{LOWER}]{{1,20}}[aå]|(?:[\w-]+ ){{1,4}}(?:ska|skall))\b)")
# what another «att» completes, or binds to the clause before
BINDS = Rule(
    "binds",
    r"\b(?:uppdra(?:r|s|ga?)?|uppdraget|uppgift|föreslå[rs]?|hemställ\w*|bemyndiga\w*|uppmana\w*|anmoda\w*|rekommendera\w*|begär\w*|be|ber|låta|verka|verkar|bjuda|ansvar\w*|överens|förutsätt\w*|innebär|anse\w*|tycker|önsk\w*|meddela\w*|yrka\w*|utse[srt]?|utsågs|valde?s?|välj[ae]?[sr]?)\b|\b(?:uppdrag(?:et)?|uppgift|syfte|förslag(?:et)?|möjlighet|rätt(?:en)?|villkor|avtal|beslut(?:at|et)?|frågan?|för|genom|om|åt|efter|med|utan|på|till|av|samt|och|eller|än)$",
    "att uppdra åt chefen",
    "att godkänna planen",
)
# a clause that begins with what stands before its verb («att till ledamot välja …»), or with its subject («att gruppen ska …»)
FRONTED = re.compile(
    rf"(?<![,:]) (?=att (?:(?:till|som|från|för|i|under|med|senast|inom|genom|per|vid) (?:[\w()/.–-]+ ){{1,16}}?(?:välja|utse|[{LOWER}]{{3,}}[aå]|ha|be|ge|få)\b"
    rf"|(?:[\w()/–-]+,? ){{1,10}}?(?:och \w+ )?(?:ska|skall|får|består|ingår|leds|kallas|[{LOWER}]{{3,}}(?:as|es|ar|er)|är|har|ges|utses|väljs|gäller|bildas|upplöses|upphör)\b))"
)
# what a clause with a subject of its own completes
COMPLETED = Rule(
    "completed",
    r"\b(?:uppdra(?:r|g|s|ga?)?|uppgift|föreslå[rs]?|hemställ\w*|uppmana\w*|rekommendera\w*|begär\w*|verka|överens|förutsätt\w*|innebär\w*|anse\w*|tycker|önsk\w*|meddela\w*|yrka\w*|konstatera\w*|notera\w*|uttala\w*|besluta\w*|se till|be|ber|informera\w*|påpeka\w*|framhålla\w*|understryka\w*)\b|\b(?:under förutsättning|på villkor|så|för|genom|om|efter|utan|med|till|av|samt|och|eller|än|ändringen|tillägget|villkoret|förbehållet|motiveringen|innebörden?)$",
    "att föreslå nämnden",
    "att utse en grupp",
)
# what follows on a decision and is none of its own: «att gälla från den 1 maj»
_DEPENDS = re.compile(r" att (?:gälla|träda|[a-zåäö]{2,}as)\b")
_PROPOSES = re.compile(r"(?:föreslår|föreslog) (?:[\w-]+ ){1,4}(?:besluta|beslutar)(?= att )")
_NUMBERED = re.compile(r" (?=(\d{1,2})[.)] \w)")
_OPENS_LIST = re.compile(r"(?::|\batt) (?P<mark>[–•▪*-]|1[.)]) (?=\w)")
_BULLET = re.compile(rf" (?=[•▪*] |- [{UPPER}]|[–-] att )")
_ROW_BEFORE = re.compile(rf"\s[{UPPER}]{{1,4}} [{UPPER}][{LOWER}]+$")
_DASH = re.compile(rf"\s*([–-]) [{UPPER}]")
_POINT = re.compile(
    rf"(?:^|(?<=\s))(?<!bilaga )(?<!punkt )(?<!Bilaga )(?<!nr )(?=(?P<number>\d{{1,2}})\. (?:[{UPPER}]|att ))"
)
_NEAR = 600  # characters within which a point follows on the one before
_LETTER = re.compile(rf" (?=(?:\d{{1,3}} ?)?(?P<letter>[a-h])[.)] (?:[{UPPER}]|att ))")


def formulas_of(text: str, start: int, end: int) -> Iterator[int]:
    """Find «Kommunstyrelsen beslutar» and the like, with what leads to the body's name («Sydskogens gemensamma IT-nämnd beslutar»)."""
    for match in _FORMULA.finditer(text, start, end):
        lead = _LEAD.search(text, max(start, match.start() - 60), match.start())
        yield match.start() if lead is None else lead.start("lead") - 1


def sentences_of(text: str, start: int, end: int) -> Iterator[int]:
    """Find where a sentence follows on another, but within numbered points."""
    if next(_counting(text, start, end), None) is None and _BULLET.search(text, start, end) is None:
        yield from (match.start() for match in SENTENCE.finditer(text, start, end))


def points_of(text: str, start: int, end: int) -> Iterator[int]:
    """Find the numbered or marked points, and the clauses of a decision that no comma parts («att …»)."""
    yield from _counting(text, start, end)
    yield from (match.start() for match in _BULLET.finditer(text, start, end) if not _in_row(text, match.start()))
    yield from _listed(text, start, end)
    yield from (match.end() for match in _PROPOSES.finditer(text, start, end))
    mark = _DASH.match(text, start)
    if mark is not None:
        yield from (
            match.start() for match in re.finditer(rf" (?={mark[1]} [{UPPER}])", text[:end]) if match.start() > start
        )
    yield from _clauses(text, start, end)


def _clauses(text: str, start: int, end: int) -> Iterator[int]:
    """Find the clauses of a decision that no comma parts."""
    plain = {match.start() for match in CLAUSE.finditer(text, start, end)}
    fronted = {match.start() for match in FRONTED.finditer(text, start, end)}
    last = start
    for at in sorted(plain | fronted):
        before = text[last:at]
        ended = before.endswith((".", "!", "?"))
        binds = BINDS if at in plain else COMPLETED
        follows = " att " in f" {before} " and not binds.holds(before.rpartition("att ")[2])
        marked = before.endswith((" -", " –"))  # the mark begins the line
        if not marked and (ended or (follows and _DEPENDS.match(text, at) is None)):
            yield at
        last = at


def _listed(text: str, start: int, end: int) -> Iterator[int]:
    """Find the points of a list that a colon or «att» opens: «att – bilda en grupp – utse Eva Alm», «att 1. anta planen, 2. …»."""
    opened = _OPENS_LIST.search(text, start, end)
    if opened is None:
        return
    first = opened.start("mark")
    if opened["mark"][0] == "1":
        points = list(_numbered(text, first, end))
    else:
        mark = re.compile(rf"(?<![\d–-]) (?={re.escape(opened['mark'])} [^\W\d])")
        points = [match.start() for match in mark.finditer(text, first, end)]
    yield from (first - 1, *points) if points else ()


def _numbered(text: str, first: int, end: int) -> Iterator[int]:
    number = 1
    for match in _NUMBERED.finditer(text, first, end):
        if int(match[1]) == number + 1:
            number += 1
            yield match.start()


def _in_row(text: str, at: int) -> bool:
    """Tell the mark of a row from that of a point («Eva Alm S Habo - Bo Ek»)."""
    return _ROW_BEFORE.search(text, max(at - 40, 0), at) is not None


def _counting(text: str, start: int, end: int) -> Iterator[int]:
    """Find «1. … 2. …» and «a) … b) …» that count from the first."""
    first = _POINT.search(text, start, end)
    before = int(first["number"]) - 1 if first is not None else 0
    goes_on = before > 0 and re.search(rf"(?<!\S){before}\. \w", text[max(start - _NEAR, 0) : start]) is not None
    number, letter = before if goes_on else 0, 0
    for match in _POINT.finditer(text, start, end):
        if int(match["number"]) == number + 1:
            number += 1
            if match.start() > start:
                yield match.start()
    for match in _LETTER.finditer(text, start, end):
        if ord(match["letter"]) - ord("a") == letter:
            letter += 1
            yield match.start()
