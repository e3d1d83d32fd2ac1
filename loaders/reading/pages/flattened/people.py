"""Where the people of a list begin in a flattened page: nothing parts them but that a name follows on a whole entry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.reading.lexicon.name_words import is_title
from loaders.reading.lexicon.places import municipality_of
from loaders.reading.pages.flattened.manners import Manner, head_before, is_given, title_before
from loaders.reading.rules import Rule
from loaders.reading.text.given import is_given_name
from loaders.reading.text.letters import LOWER, UPPER

_PARTY = rf"(?:\((?:[{UPPER}]{{1,3}}[{LOWER}]{{0,3}}|[{LOWER}]{{1,3}}|-)\)|, [{LOWER}]{{1,2}}(?=,| [{UPPER}]|$))"
_PERSON = re.compile(
    rf" (?=(?P<given>[{UPPER}][{LOWER}]+)(?:-[{UPPER}][{LOWER}]+)?(?: (?:(?:von|af|de) )?[{UPPER}][\w-]+){{1,3}}"
    rf"(?: ?(?P<party>{_PARTY})| ?\(|,| (?:ordf|vice|1|2|ersätter|tjg|[{UPPER}]{{1,3}}\b|[{UPPER}][{LOWER}]+ [{UPPER}])|(?P<row> [{UPPER}]{{1,4}} [{UPPER}][{LOWER}]+ [1xX–-](?= |$))|$))"
)
_ENTRY_ENDS = re.compile(rf"(?:\)|\d|(?:^|\s)[{LOWER}][\w.-]*)$")
_MARK_BEFORE = re.compile(rf"\s[{UPPER}]{{1,4}} [{UPPER}][{LOWER}]+ [1xX–-]$")
_SENTENCE = re.compile(rf"(?<=[{LOWER})]{{2}}[.])(?<!ordf[.])(?<!sekr[.])(?<!suppl[.]) (?=[{UPPER}])(?![Xx] )")
_TWO = re.compile(rf" (?=(?P<given>[{UPPER}][{LOWER}]+)(?:-[{UPPER}][{LOWER}]+)? (?:(?:von|af|de) )?[{UPPER}][\w-]+)")
_SURNAME = re.compile(
    rf" (?=(?:(?:von|af|de) )?(?P<surname>[{UPPER}][\w-]+) (?P<given>[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?)(?![\w-])(?P<ends>,| [{LOWER}]|$)?)"
)
_ROLE_BEFORE = re.compile(rf"\s[{LOWER}]{{4,}}$")
_MARK = re.compile(r"(?:^| )(?:[Xx–-]|\[[Xx ]\]|Ja|Nej)$")
_MARKED = re.compile(rf" (?:X|x|-|–|Ja|Nej) (?=[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)? [{UPPER}])")
_LABEL = re.compile(
    rf"(?<!,) (?=[{UPPER}][{LOWER}]+(?: kommun| stad)?: [{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)? [{UPPER}])"
)
_MARK_AHEAD = re.compile(rf"\s*[Xx–-] [{UPPER}]")
_ENDED = re.compile(rf"[{LOWER})\d][.] (?=[{UPPER}])")
_TITLE_NAME = re.compile(rf"\s*(?P<title>[\w-]+) [{UPPER}][\w-]+ [{UPPER}][\w-]+")
_COUNT = re.compile(r"(?:^|\s)(?=\d{1,2}[.)]?$)")
# an entry that is not at its end
TIED = Rule(
    "tied",
    r"(?:\b(?:ersätter|för|tjg|tj|och|samt|av|med|f\.|i stället|istället)|[,(:&–-])$",
    "Eva Alm (S) ersätter",
    "Eva Alm (S)",
)


def people_of(piece: str, manner: Manner) -> Iterator[int]:
    """Find where in a list an entry follows on another, or a sentence on the list."""
    ahead = _MARK_AHEAD.match(piece) is not None  # the mark stands before the name in this list
    for at in {*(_surnames(piece) if manner.surname_first else _names(piece, manner))}:
        yield from _moved(piece, at, manner, ahead=ahead)
    yield from (match.start() for match in _SENTENCE.finditer(piece))
    yield from (match.start() if ahead else match.end() - 1 for match in _MARKED.finditer(piece))
    yield from (match.start() for match in _LABEL.finditer(piece))
    if manner.above is not None and (last := head_before(piece, len(piece), manner.above)) is not None:
        yield last


def _moved(piece: str, at: int, manner: Manner, *, ahead: bool) -> Iterator[int]:
    """Yield where an entry begins whose name does at `at`: before its mark, number or title; and where the head above it does."""
    before = piece[:at]
    mark = _MARK.search(before)
    if mark is not None:
        yield mark.start() if ahead else at
        return
    counted = _COUNT.search(before) if manner.counted else None
    if counted is not None:
        yield counted.start()
        return
    titled = title_before(piece, at) if manner.title_first else None
    if titled is not None:
        start, tied = titled
        if not tied:
            yield start
        return
    yield at
    if manner.above is not None and (head := head_before(piece, at, manner.above)) is not None:
        yield head


def _surnames(piece: str) -> Iterator[int]:
    """Find the surnames that given names follow on («Alm Eva, ordf. Ek Bo»)."""
    for match in _SURNAME.finditer(piece):
        before = piece[: match.start()]
        tied = TIED.holds(before[-30:]) and _MARK.search(before) is None
        given = is_given(match["given"]) or (match["ends"] is not None and _ROLE_BEFORE.search(before) is not None)
        if before.strip() and not tied and given and not is_given_name(match["surname"]):
            yield match.start()


def _names(piece: str, manner: Manner) -> Iterator[int]:
    """Find the names that follow on a whole entry."""
    sentences = [0, *(match.end() for match in _ENDED.finditer(piece))]
    titled = set() if manner.title_first else {at for at in sentences if _titles_lead(piece, at)}
    for match in _PERSON.finditer(piece):
        before = piece[: match.start()]
        marked = _MARK_BEFORE.search(before[-40:]) is not None  # the mark that ends a row: «Eva Alm S Habo -»
        if not before.strip() or (TIED.holds(before[-30:]) and not marked):
            continue
        if is_title(before.split()[-1]) and max(at for at in sentences if at <= match.start()) in titled:
            continue
        closed = match["row"] is not None or (match["party"] is not None and _ENTRY_ENDS.search(before) is not None)
        if closed and (behind := _after_place(piece, match)) is not None:
            yield behind
        elif closed or (is_given_name(match["given"]) and not _is_given(before.split()[-1])):
            yield match.start()
    yield from _bare(piece, manner)


def _bare(piece: str, manner: Manner) -> Iterator[int]:
    """Find a given name after a whole name or an entry's end, where nothing else parts them («Lotti Berg Staffan Ek»)."""
    for match in _TWO.finditer(piece):
        before = piece[: match.start()].rstrip()
        if not before or TIED.holds(before[-30:]):
            continue
        if _after_place(piece, match) is not None:
            continue
        last = before.split()[-1]
        titled = manner.title_first and title_before(piece, match.start()) is not None
        if is_title(last) and not titled:
            continue
        after_name = last[0].isupper() and last.isalpha() and not is_given_name(last) and before[-1] not in ",;"
        if is_given_name(match["given"]) and (titled or after_name or before.endswith((")", " kommun", " stad"))):
            yield match.start()


def _after_place(piece: str, match: re.Match[str]) -> int | None:
    """Find the name behind a municipality that ends the entry before: «Lisa Ek (S) Mark Bo Alm (M) Habo»."""
    place = municipality_of(match["given"]) is not None and piece[: match.start()].endswith(")")
    name = _TWO.match(piece, match.start() + 1 + len(match["given"])) if place else None
    return None if name is None or not is_given_name(name["given"]) else name.start()


def _titles_lead(piece: str, at: int) -> bool:
    """Tell a list in which the title stands before the name («Kommundirektör Eva Alm, ekonom Bo Ek»)."""
    first = _TITLE_NAME.match(piece, at)
    return first is not None and is_title(first["title"])


def _is_given(word: str) -> bool:
    """Tell the first of two given names («Bo Göran Ek»)."""
    return word[0].isupper() and is_given_name(word)
