"""Find personal names in text: capitalised words that the given names, the words around and the document bear out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

import msgspec

from loaders.reading.lexicon.name_words import (
    NEVER_NAMES,
    PLACE_SURNAMES,
    is_clearly_not,
    is_foreign,
    is_foreign_end,
    is_organisation_word,
    is_title,
)
from loaders.reading.lexicon.places import municipality_of
from loaders.reading.text.given import is_given_name
from loaders.reading.text.letters import LOWER, UPPER, fold

_PART = rf"(?:[{UPPER}][{LOWER}]+(?:[{UPPER}][{LOWER}]+)?|[{UPPER}]['’][{UPPER}][{LOWER}]+)"

TOKEN = rf"{_PART}(?:-{_PART})*"

_INITIAL = rf"[{UPPER}](?:[.]|(?=\s))(?:-?[{UPPER}][.])?"

_PARTY_LETTERS = frozenset("SMCLV")

_OFFICE_INSIDE = re.compile(rf"(?<=[{LOWER}])\s+([{UPPER}][{LOWER}]{{7,}})(?=\s)")

_COMPANY = re.compile(r"\s+(?:AB|Ab|Abp|HB|KB|Ltd|GmbH|AS|Oy|k\.f|r\.f)\b")

# «Medins Havs & Vattenkonsulter»; of two people both have a surname
_PARTNERS = re.compile(rf"\s&\s[{UPPER}][{LOWER}]+(?!\s[{UPPER}])(?![\w-])")
_ACRONYM_BEFORE = re.compile(rf"(?:^|\s)(?!KS|IT|HR)[{UPPER}]{{3,6}}[^\S\t]$")

_KOMMUN = re.compile(r"\s+(?:kommun|stad)(?!\w)")

# «Birgitta Flodmark Region Värmland»: the organisation begins after the name
_ORGANISATION_AFTER = frozenset({"Region", "Regionen", "Landstinget", "Länsstyrelsen", "Kommunförbundet", "Kommunal"})
_PARTICLE = r"(?:von|af|de|la|van|der|den|al|el|da|di|du|le|ten|zu|av|dos|del|Von|Af|De|El|Al|Van)"

_NAME = re.compile(rf"(?<![\w-]){TOKEN}(?:[ ](?:{_PARTICLE}[ ]){{0,2}}(?:{TOKEN}|{_INITIAL})){{1,3}}(?![\w])")

_WORD = re.compile(r"\S+")
_CAPITALS = re.compile(
    rf"(?<![\w-])[{UPPER}]{{3,}}(?:-[{UPPER}]+)?(?:[ ]+[{UPPER}]{{2,}}(?:-[{UPPER}]+)?){{1,2}}(?![\w-])"
)


# a name that an initial stands before, where an entry of a list begins: «E. Alm», «K-G Ek»
_INITIALED = re.compile(
    rf"(?:^|[,;:\t|])[ ]*(?:[-•*–]\s+)?(?P<name>[{UPPER}](?:[.]|(?=[ -]))(?:[- ]?[{UPPER}](?:[.]|(?=[ ])))?[ ]?(?<=[. ]){TOKEN}(?:[ ]{TOKEN})?)(?![\w])"
)


class NameHit(msgspec.Struct, frozen=True, gc=False):
    """A personal name by its place in the text searched."""

    start: int
    end: int
    name: str


def looks_personal(name: str, known: Collection[str] = (), *, strict: bool = False) -> bool:
    """Tell whether capitalised words can be a person's name; `strict` asks for a given name or a `known` (folded) one."""
    words = name.split()
    if fold(name) in known:
        return True
    if not 2 <= len(words) <= 5 or any(fold(w) in NEVER_NAMES and w != "de" and not is_given_name(w) for w in words):
        return False
    if is_given_name(words[0]) or (len(words[0].rstrip(".")) == 1 and len(words) > 1):
        return not is_clearly_not(words[-1]) and not (is_title(words[-1]) and len(words[-1]) > 9)
    if any(is_organisation_word(w) for w in words) or any(is_title(w) and len(w) > 5 for w in words):
        return False
    if strict:
        return False
    return municipality_of(words[0]) is None and municipality_of(" ".join(words)) is None and not _is_place_end(words)


def _is_place_end(words: list[str]) -> bool:
    """Tell «Familjen Helsingborg» from a surname that is a place's name too: only a short list is in use as surnames."""
    return municipality_of(words[-1]) is not None and fold(words[-1]) not in PLACE_SURNAMES


def find_names(
    text: str, known: Collection[str] = (), *, strict: bool = False, capitals: bool = False
) -> Iterator[NameHit]:
    """Find the personal names of a text in order.

    `known` holds folded names that the document has established. `strict` is for running text, where a capital proves
    little; without it, two capitalised words that are no body's are a name (lists of people). `capitals` admits ANNA ALM.
    """
    return (
        iter(_names_of(text, strict=strict, capitals=capitals))
        if not known
        else _names(text, known, strict=strict, capitals=capitals)
    )


def opens_with_name(text: str) -> bool:
    """Tell a line of a list that begins with somebody's name."""
    name = next(find_names(text.strip()), None)
    return name is not None and name.start == 0


@lru_cache(maxsize=4096)
def _names_of(text: str, *, strict: bool, capitals: bool) -> tuple[NameHit, ...]:
    """Keep what is found where the document has established nobody: such lines are asked about again and again."""
    return tuple(_names(text, (), strict=strict, capitals=capitals))


def _names(text: str, known: Collection[str], *, strict: bool, capitals: bool) -> Iterator[NameHit]:
    found = [hit for match in _runs(text) for hit in _hits_of(text, match, known, strict=strict)]
    yield from found if strict else sorted((*found, *_initialed(text, found)), key=lambda hit: hit.start)
    if capitals:
        for match in _CAPITALS.finditer(text):
            if looks_personal(match.group().title(), known, strict=True):
                yield NameHit(match.start(), match.end(), match.group().title())


def _hits_of(text: str, match: re.Match[str], known: Collection[str], *, strict: bool) -> Iterator[NameHit]:
    """Yield the names in a run of capitalised words."""
    before = text[max(match.start() - 9, 0) : match.start()]
    partners = _PARTNERS.match(text, match.end()) is not None and not is_given_name(match.group().split(" ")[0])
    if partners or _COMPANY.match(text, match.end()) or _ACRONYM_BEFORE.search(before):
        return
    official = bool(_KOMMUN.match(text, match.end()))
    for offset, candidate in _people_in(match.group()):
        yield from _trim(candidate, match.start() + offset, known, strict=strict, official=official)


def _initialed(text: str, found: list[NameHit]) -> Iterator[NameHit]:
    """Yield the names with an initial for the given name, beside those `found`."""
    for match in _INITIALED.finditer(text):
        start, end = match.span("name")
        last = match["name"].split()[-1]
        overlaps = any(hit.start < end and start < hit.end for hit in found)
        foreign = is_foreign(last) or is_organisation_word(last)
        if not overlaps and not foreign and (municipality_of(last) is None or fold(last) in PLACE_SURNAMES):
            yield NameHit(start, end, match["name"])


def _runs(text: str) -> Iterator[re.Match[str]]:
    """Yield the runs of capitalised words, none across an office («Eva Alm Näringslivschef Bo Ek»)."""
    at = 0
    while (match := _NAME.search(text, at)) is not None:
        office = _OFFICE_INSIDE.search(text, match.start(), match.end())
        short = None if office is None else _NAME.fullmatch(text, match.start(), office.start())
        if office is None or not is_title(office[1]):
            yield match
            at = match.end()
        else:
            if short is not None:
                yield short
            at = office.end()


def _people_in(candidate: str) -> Iterator[tuple[int, str]]:
    """Cut two names that stand side by side («Emilia Alm Katarina Ek»): a given name follows a surname."""
    words = candidate.split(" ")
    if len(words) > 3 and words[-2] in _PARTY_LETTERS and municipality_of(words[-1]) is not None:
        yield 0, " ".join(words[:-2])  # «Eva Alm S Habo», the columns of a row
    elif len(words) > 2 and words[-1] in _PARTY_LETTERS:
        yield from _people_in(" ".join(words[:-1]))  # «Eva Alm S, ordförande»
    elif len(words) == 4 and [is_given_name(word) for word in words[:3]] == [True, False, True]:
        half = len(words[0]) + 1 + len(words[1])
        yield 0, candidate[:half]
        yield half + 1, candidate[half + 1 :]
    else:
        yield 0, candidate


def _without_organisation(words: list[str], low: int, high: int) -> int:
    """Return where a name in words[low:high] ends: before a municipality, a region or another organisation right behind it."""
    high = next((k for k in range(low + 2, high) if words[k] in _ORGANISATION_AFTER), high)
    while high - low >= 3 and municipality_of(words[high - 1]) and fold(words[high - 1]) not in PLACE_SURNAMES:
        high -= 1
    while high - low >= 3 and is_organisation_word(words[high - 1]) and is_given_name(words[low]):
        high -= 1
    return high


def _trim(candidate: str, offset: int, known: Collection[str], *, strict: bool, official: bool) -> Iterator[NameHit]:
    """Cut what is no name off both ends of a run of capitalised words; `official`: «kommun» follows it."""
    words = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(candidate)]
    low, high = 0, len(words)
    while low < high and (
        (is_foreign(words[low][2]) and not is_given_name(words[low][2])) or not words[low][2][0].isupper()
    ):
        low += 1
    if low and high > low and is_organisation_word(words[low - 1][2]) and not is_given_name(words[low][2]):
        return  # «Stora Enso Nymölla»
    while high > low and is_foreign_end(words[high - 1][2]):
        high -= 1
    if official and high > low:
        high -= 1
    high = _without_organisation([w[2] for w in words], low, high)
    if strict:
        while (
            high - low > 2
            and not is_given_name(words[low][2])
            and fold(" ".join(w[2] for w in words[low:high])) not in known
        ):
            low += 1
    if high - low < 2:
        return
    name = " ".join(w[2] for w in words[low:high])
    if strict and name.endswith("s") and fold(name) not in known and fold(name[:-1]) in known:
        name = name[:-1]
    if looks_personal(name, known, strict=strict):
        start = offset + words[low][0]
        yield NameHit(start, start + len(name), name)
