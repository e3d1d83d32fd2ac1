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

_NEXT = re.compile(r" (?=(?:Nästa|Följande) (?:\w*(?:möte|sammanträde)|gång))")
_NEXT_TITLE = re.compile(r"Nästa \w*(?:möte|sammanträde)(?= )")
_VERB = re.compile(
    rf"{RUNNING_VERB.pattern}|\b(?:gick|fanns|kunde|skulle|vill|ville|gav|gavs|tog|togs|fick|höll|hölls|lade|lades|läggs|lägger|ges|ger|redovisar|föredrar|visar|berättar|inleder|svarar|frågar|önskar|meddelar|tackar|avslutar|beskriver|håller|deltar|vann|yrkar|tar|gicks|redogjorde|enades|löper|löpte|anmäler|anmälde|anmäldes|begär|begärde|kom|står|sker|skedde|finner|fann|blev|blir|var|går|kvarstår|utgår|deltog|utsågs|föreslås|föreslogs|antogs|behövs|saknas|ingår|undrar|fortsätter|ansågs|fastställs|förrättas|godkänns|hålls|möts|diskuteras|bestämmer|bestämde|utser|fattar|hemställer|bemyndigar|utlyses|bjöds|[{LOWER}]{{3,}}(?:ade|ades|erar|eras|des|tes|lar|nar))\b"
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
_SPOKEN = re.compile(
    rf"(?P<given>[{UPPER}][{LOWER}]+)(?:-[{UPPER}][{LOWER}]+)?(?: [{UPPER}][\w-]+){{1,2}}(?:, [^.,:]{{2,50}}, [{LOWER}]| \(\w{{1,4}}\)(?:,|:) )"
)
_IN_CAPITALS = re.compile(rf"[{UPPER}]|\b(?:19|20)\d\d\b")
_SHOUTED = 4  # letters of a word in capitals that is no abbreviation
_SENTENCE_LONGEST = 120  # characters from a sentence's first word to its verb
_DIARY = re.compile(
    r"(?<![\w-])(?:(?:Dnr|Diarienummer|Diarienr|Ärendenr)[.:]? ?(?:[A-ZÅÄÖ]{1,6}[ ./-]?)?|\(?[A-ZÅÄÖ][A-ZÅÄÖa-z]{1,7}[ /.-]?(?:[A-ZÅÄÖ]{2,5}[/.-]?)?(?=\S{0,30}\d[/:.-]\d|\d{5,8}(?!\S)|(?<=/)\d))\d[\w./:-]*\)?(?:, \d\d)?(?: \d{3}(?= [A-ZÅÄÖ]))?(?: [A-ZÅÄÖ]{2,4}(?= [A-ZÅÄÖ]))?(?: |$)"
)
_CODE_LAST = re.compile(
    r" (?=\(?\d{2,4}[/:-]\d{1,6}\)? ?$)(?!(?:19|20)\d\d[/–-](?:19|20)?\d\d ?$)"
)  # «Tågstrategi 2012/41»
_LABELLED = re.compile(rf" (?=[{UPPER}][{LOWER}]+(?: [{LOWER}]+)?: )")
# a capital inside a title begins a sentence: no name is such a word
OPENS_SENTENCE = Rule(
    "opens-sentence",
    r"(?:Det|Den|De|Vi|Inga|Ingen|Inget|Ett?|En|I|På|Vid|Efter|Enligt|Under|Till|Från|För|Med|Av|Som|När|Om|Alla|Flera|Båda|Detta|Dessa|Man|Att|Här|Där|Inför|Mot|Utifrån|Sedan|Tack|Förslag till|Muntlig|Skriftlig|Får|Fanns|Befanns?|Förelåg|Inkomna|Upplästes|Valdes|Utsågs"
    rf"|(?:Godkän|Anteckna|Lägg|Lade|Föresl|Notera|Informera|Diskutera|Kvarstå|Utgå|Bordlägg|Besluta|Fastställ|Redovisa|Anmäl|Konstatera|Genomg|Beslöt|Bevilja|Uppdro|Behandla|Redogjor)[{LOWER}]*(?:s|r|de|des))\b",
    "Noteras",
    "Ekby",
    at="start",
    cased=True,
)
# a noun in the definite form, which begins a sentence where a verb follows on it, and is a part of a name where none does
DEFINITE = Rule(
    "definite",
    rf"[{UPPER}][{LOWER}]{{4,}}(?:en|et|an|én|erna|arna|orna|iet)\b",
    "Protokollet",
    "Ekby",
    at="start",
    cased=True,
)
_DEFINITE_BEFORE = re.compile(rf"[{LOWER}]{{3,}}(?:en|et|an)$")
_GOES_ON = re.compile(rf" [{LOWER}]{{2,}}")
_OPENER = re.compile(rf" (?=[{UPPER}])")


def title_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Find where a head's title ends: before the subject of a verb, a clause, a sentence; and where the next meeting is told."""
    head = HEAD_NUMBER.match(text, start, end)
    if head is None:
        return
    title = head.end()
    diary = _DIARY.search(text, title, end)
    if diary is not None:
        yield diary.end() - 1
        if diary.start() - title >= 3:
            yield diary.start() - 1
        title = diary.end() if diary.start() - title < 3 else title
    shouted = capitals_end(text, title, end)
    if shouted > title:
        yield from (at - 1 for at in (shouted,) if at < end)
        title = shouted
    else:
        ends = [
            *_before_subject(text, title, end),
            *_first_of(CLAUSE, text, title, end),
            *_opener(text, title, end),
            *_first_of(_LABELLED, text, title, end),
            *(match.start() for match in _CODE_LAST.finditer(text[:end], title)),
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
        leads = _LEADS.holds(text[max(title, at - 16) : at].rstrip())
        if not leads and (_tells_of_person(text, at, end) or _opens_sentence(text, at, end)):
            return [match.start()]
    return []


def _opens_sentence(text: str, at: int, end: int) -> bool:
    if OPENS_SENTENCE.holds(text[at : at + 40]):
        return True
    noun = DEFINITE.find(text[at : at + 40])
    if noun is None or is_given_name(noun.group()):
        return False
    after_noun = _DEFINITE_BEFORE.search(text[max(at - 24, 0) : at - 1]) is not None  # «fastigheten Kvarnen»
    if not after_noun and _GOES_ON.match(text, at + noun.end(), end) is not None:
        return True
    verb = _VERB.search(text, at, min(at + _SENTENCE_LONGEST, end))
    return verb is not None and not re.search(r"[.:]", text[at : verb.start()])


def _tells_of_person(text: str, at: int, end: int) -> bool:
    """Tell a person of whom a sentence tells: «Eva Alm informerar», «Eva Alm, SL, informerar», «Eva Alm (S): …»."""
    named = _NAMED.match(text, at)
    if named is not None and is_given_name(named["given"]):
        return True
    spoken = _SPOKEN.match(text, at, end)
    return spoken is not None and is_given_name(spoken["given"])


def capitals_end(text: str, title: int, end: int) -> int:
    """Find where the words behind a title all in capitals begin; its own begin where it has small letters."""
    ends = [title]
    for word in re.finditer(r"\S+ ?", text[title:end]):
        if re.search(rf"[{LOWER}]", word.group()):
            break
        if _IN_CAPITALS.search(word.group()):
            ends.append(title + word.end())
    subject = len(ends) > 2 and _VERB.match(text, ends[-1], end) is not None  # «REPRESENTATION DS beslutade»
    last = ends[-2] if subject else ends[-1]
    first = text[title:last].split(maxsplit=1)[:1]
    return last if first and len(first[0]) >= _SHOUTED and first[0].isupper() else title


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
            if is_given_name(word)
            or word == words[0][1]
            or (len(words) == 2 and run.start() == title)
            or is_title(word)
        ),
        None,
    )
