"""Where the title of an item ends in a flattened page, and its first sentence begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.reading.lexicon.acts import RUNNING_VERB
from loaders.reading.lexicon.name_words import is_title
from loaders.reading.pages.flattened.head_forms import HEAD_NUMBER
from loaders.reading.pages.flattened.parts import CLAUSE, SENTENCE
from loaders.reading.rules import Rule
from loaders.reading.text.given import is_given_name
from loaders.reading.text.letters import LOWER, UPPER

_NEXT = re.compile(r" (?=Nästa \w*(?:möte|sammanträde))")
_NEXT_TITLE = re.compile(r"Nästa \w*(?:möte|sammanträde)(?= )")
_VERB = re.compile(
    rf"{RUNNING_VERB.pattern}|\b(?:gick|fanns|kunde|skulle|vill|ville|gav|gavs|tog|togs|fick|höll|hölls|lade|lades|läggs|lägger|ges|ger|redovisar|föredrar|visar|berättar|inleder|svarar|frågar|önskar|meddelar|tackar|avslutar|beskriver|håller|deltar|vann|yrkar|tar|gicks|redogjorde|enades|löper|löpte|anmäler|anmälde|anmäldes|begär|begärde|kom|står|sker|skedde|finner|fann|blev|blir|var|går|kvarstår|utgår|deltog|utsågs|föreslås|föreslogs|antogs|utlyses|bjöds|[{LOWER}]{{3,}}(?:ade|ades|erar|eras|des|tes|lar|nar))\b"
)
_CAPITAL = re.compile(rf"(?<!\S)[{UPPER}][\w-]*(?: \(\w{{1,4}}\))?(?: [{UPPER}][\w-]*(?: \(\w{{1,4}}\))?)*")
_LEADS = Rule(
    "leads-to-name",
    r"\b(?:i|på|av|till|för|från|med|hos|vid|via|om|under|kring|inom|inför|efter|före|åt|och|mot|enligt|samt|ur|mellan)$",
    "Länsstyrelsen i",
    "Kommunens",
    cased=True,
)
_NAMED = re.compile(
    rf"(?P<given>[{UPPER}][{LOWER}]+)(?:-[{UPPER}][{LOWER}]+)?(?: [{UPPER}][\w-]+){{1,2}} (?:\(\w{{1,4}}\) )?[{LOWER}]"
)
_SHOUTED = 4  # letters of a word in capitals that is no abbreviation
_SENTENCE_LONGEST = 120  # characters from a sentence's first word to its verb
_DIARY = re.compile(
    r"(?<![\w-])(?:(?:Dnr|Diarienummer|Diarienr|Ärendenr)[.:]? ?(?:[A-ZÅÄÖ]{1,6}[ ./-]?)?|\(?[A-ZÅÄÖ][A-ZÅÄÖa-z]{1,7}[ /.-]?(?:[A-ZÅÄÖ]{2,5}[/.-]?)?(?=\S{0,30}\d[/:.-]\d))\d[\w./:-]*\)?(?:, \d\d)?(?: [A-ZÅÄÖ]{2,4}(?= [A-ZÅÄÖ]))?(?: |$)"
)
# a capital inside a title begins a sentence: no name is such a word
OPENS_SENTENCE = Rule(
    "opens-sentence",
    r"(?:Det|Den|De|Vi|Inga|Ingen|Inget|Ett?|En|I|På|Vid|Efter|Enligt|Under|Till|Från|För|Med|Av|Som|När|Om|Alla|Flera|Båda|Detta|Dessa|Man|Att|Här|Där|Inför|Mot|Utifrån|Sedan|Tack"
    rf"|(?:Godkän|Anteckna|Lägg|Lade|Föresl|Notera|Informera|Diskutera|Kvarstå|Utgå|Bordlägg|Besluta|Fastställ|Redovisa|Anmäl|Konstatera|Genomg)[{LOWER}]*(?:s|r)"
    rf"|[{UPPER}][{LOWER}]{{4,}}(?:en|et|erna|arna|orna|iet))\b",
    "Protokollet",
    "Ekby",
    at="start",
    cased=True,
)
_OPENER = re.compile(rf" (?=[{UPPER}])")
_SMALL = re.compile(rf" (?=[{UPPER}]?[{LOWER}])")


def title_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Find where a head's title ends: before the subject of a verb, a clause, a sentence; and where the next meeting is told."""
    head = HEAD_NUMBER.match(text, start, end)
    if head is None:
        return
    title = head.end()
    diary = _DIARY.search(text, title, end)
    if diary is not None and diary.end() < end:
        yield diary.end() - 1
        if diary.start() - title >= 3:
            yield diary.start() - 1
        title = diary.end() if diary.start() - title < 3 else title
    ends = [
        *_before_subject(text, title, end),
        *_first_of(CLAUSE, text, title, end),
        *_opener(text, title, end),
        *_after_capitals(text, title, end),
    ]
    if ends:
        yield min(ends)
    if (following := _NEXT_TITLE.match(text, title, end)) is not None:
        yield following.end()
    yield from _first_of(_NEXT, text, title, end)
    yield from _first_of(SENTENCE, text, title, end)


def _opener(text: str, title: int, end: int) -> list[int]:
    """Find the first word that no title has inside, but a sentence begins with."""
    for match in _OPENER.finditer(text, title, end):
        at = match.end()
        named = _NAMED.match(text, at)
        person = named is not None and is_given_name(named["given"])
        if (person or OPENS_SENTENCE.holds(text[at : at + 40])) and not _LEADS.holds(
            text[max(title, at - 16) : at].rstrip()
        ):
            return [match.start()]
    return []


def _after_capitals(text: str, title: int, end: int) -> list[int]:
    """Find where small letters follow on a title all in capitals."""
    first = text[title:end].split(maxsplit=1)[:1]
    if not first or len(first[0]) < _SHOUTED or not first[0].isupper():
        return []
    return _first_of(_SMALL, text, title, end)


def _first_of(pattern: re.Pattern[str], text: str, start: int, end: int) -> list[int]:
    match = pattern.search(text, start, end)
    return [] if match is None else [match.start()]


def _before_subject(text: str, title: int, end: int) -> list[int]:
    """Find the word that begins the first sentence: the capitalised words nearest before a verb; the title's first is none of them."""
    for verb in _VERB.finditer(text, title, end):
        for run in reversed(list(_CAPITAL.finditer(text, max(title, verb.start() - _SENTENCE_LONGEST), verb.start()))):
            at = _sentence_in(text, run, title)
            if at is not None:
                return [at - 1]
    return []


def _sentence_in(text: str, run: re.Match[str], title: int) -> int | None:
    """Tell where in a run of capitalised words a sentence begins; None where it belongs to the words before."""
    words = [(run.start() + m.start(), m.group()) for m in re.finditer(r"\S+", run.group())]
    tied = run.start() == title or _LEADS.holds(text[max(run.start() - 12, 0) : run.start()].rstrip())
    if run.start() == title and is_given_name(words[0][1]):
        return None  # the title is a sentence about somebody
    if not tied:
        return next((at for at, word in words[1:] if OPENS_SENTENCE.holds(word)), run.start())
    return next(
        (
            at
            for at, word in words[1:]
            if is_given_name(word) or (len(words) == 2 and run.start() == title) or is_title(word)
        ),
        None,
    )
