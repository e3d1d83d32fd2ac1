"""Where the people of a list begin in a flattened page: nothing parts them but that a name follows on a whole entry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.reading.lexicon.name_words import is_title
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
_SENTENCE = re.compile(rf"(?<=[{LOWER})]{{2}}[.]) (?=[{UPPER}])")
_TWO = re.compile(rf" (?=(?P<given>[{UPPER}][{LOWER}]+)(?:-[{UPPER}][{LOWER}]+)? (?:(?:von|af|de) )?[{UPPER}][\w-]+)")
_MARKED = re.compile(rf" (?:X|x|-|–) (?=[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)? [{UPPER}])")
_LABEL = re.compile(rf"(?<!,) (?=[{UPPER}][{LOWER}]+: [{UPPER}][{LOWER}]+ [{UPPER}])")
_MARK_AHEAD = re.compile(rf"\s*[Xx–-] [{UPPER}]")
_ENDED = re.compile(rf"[{LOWER})\d][.] (?=[{UPPER}])")
_TITLE_NAME = re.compile(rf"\s*(?P<title>[\w-]+) [{UPPER}][\w-]+ [{UPPER}][\w-]+")
# an entry that is not at its end
TIED = Rule(
    "tied",
    r"(?:\b(?:ersätter|för|tjg|tj|och|samt|av|med|f\.|i stället|istället)|[,(:&–-])$",
    "Eva Alm (S) ersätter",
    "Eva Alm (S)",
)


def people_of(text: str, first: int, last: int) -> Iterator[int]:
    """Find where in the list `text[first:last]` an entry follows on another, or a sentence on the list."""
    piece = text[first:last]
    sentences = [0, *(match.end() for match in _ENDED.finditer(piece))]
    titled = {at for at in sentences if _titles_lead(piece, at)}
    for match in _PERSON.finditer(piece):
        before = piece[: match.start()]
        marked = _MARK_BEFORE.search(before[-40:]) is not None  # the mark that ends a row: «Eva Alm S Habo -»
        if not before.strip() or (TIED.holds(before[-30:]) and not marked):
            continue
        if is_title(before.split()[-1]) and max(at for at in sentences if at <= match.start()) in titled:
            continue
        closed = match["row"] is not None or (match["party"] is not None and _ENTRY_ENDS.search(before) is not None)
        if closed or (is_given_name(match["given"]) and not _is_given(before.split()[-1])):
            yield first + match.start()
    yield from (first + at for at in _bare(piece))
    yield from (first + match.start() for match in _SENTENCE.finditer(piece))
    ahead = _MARK_AHEAD.match(piece) is not None  # the mark stands before the name in this list
    yield from (first + (match.start() if ahead else match.end() - 1) for match in _MARKED.finditer(piece))
    yield from (first + match.start() for match in _LABEL.finditer(piece))


def _bare(piece: str) -> Iterator[int]:
    """Find a given name after a whole name or an entry's end, where nothing else parts them («Lotti Berg Staffan Ek»)."""
    for match in _TWO.finditer(piece):
        before = piece[: match.start()].rstrip()
        if not before or TIED.holds(before[-30:]):
            continue
        last = before.split()[-1]
        if is_title(last):
            continue
        after_name = last[0].isupper() and last.isalpha() and not is_given_name(last) and before[-1] not in ",;"
        if is_given_name(match["given"]) and (after_name or before.endswith((")", " kommun", " stad"))):
            yield match.start()


def _titles_lead(piece: str, at: int) -> bool:
    """Tell a list in which the title stands before the name («Kommundirektör Eva Alm, ekonom Bo Ek»)."""
    first = _TITLE_NAME.match(piece, at)
    return first is not None and is_title(first["title"])


def _is_given(word: str) -> bool:
    """Tell the first of two given names («Bo Göran Ek»)."""
    return word[0].isupper() and is_given_name(word)
