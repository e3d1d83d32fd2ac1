"""How a list of people in a flattened page is written, told by its first entry: what stands before each name, and above some."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.reading.lexicon.name_words import is_title
from loaders.reading.lexicon.places import find_municipalities, municipality_of
from loaders.reading.rules import Rule
from loaders.reading.text.given import is_given_name
from loaders.reading.text.letters import LOWER, UPPER

_NAME = rf"(?P<given>[{UPPER}][{LOWER}]+)(?:-[{UPPER}][{LOWER}]+)? (?:(?:von|af|de) )?[{UPPER}][\w-]+"
_NAMED = re.compile(rf"(?<![\w-])(?={_NAME})")
_SURNAME_FIRST = re.compile(
    rf"\s*(?:[Xx–-] )?(?:(?:von|af|de) )?(?P<surname>[{UPPER}][\w-]+) (?P<given>[{UPPER}][{LOWER}]+)(?:-[{UPPER}][{LOWER}]+)?(?![\w-])(?! (?!I{{1,3}} |X )[{UPPER}])"
)
_LEADS = r"(?:[Bb]iträdande|[Bb]itr\.|[Ss]tf\.?|[Tt]f\.?|[Vv]ice|[Tt]illförordnad|[Ss]tällföreträdande)"
_TITLED = re.compile(rf"\s*(?:{_LEADS} )?(?P<title>[\w-]{{4,}}) {_NAME}")
_COUNTED = re.compile(rf"\s*1[.)]? (?=[{UPPER}])")
_SEATS = re.compile(r"(?:,? [A-ZÅÄÖ]{1,3} \d+ plats(?:er)?)+\s*$")  # «LYCKSELE S 2 platser, M 1 plats»
_OFFICIAL = re.compile(
    rf"(?:(?:Region|Regionen|Landstinget) [{UPPER}][{LOWER}]+|[{UPPER}][\w-]+ (?:kommun|stad|Stad))$"
)
_PARTY = re.compile(r"(?:^|(?<=\s))\([A-ZÅÄÖ][\wÅÄÖåäö]{0,3}\)\s*$")
_ABOVE = 80  # characters of what stands above the first name of a list
_TIED = re.compile(r"(?:[,(]|\b(?:och|samt|för|av|som))$")
_WORD = re.compile(r"\S+$")
# a title in the definite form, before a name: «lantbrukaren Birger Ek»
OCCUPATION = Rule(
    "occupation", r"[a-zåäö-]{3,}(?:en|an|et|are|man)", "lantbrukaren", "Lantbrukaren", at="whole", cased=True
)
# what belongs to the title behind it
LEADS_TITLE = Rule(
    "leads-title",
    r"(?:biträdande|bitr\.|stf\.?|tf\.?|vice|tillförordnad|ställföreträdande)$",
    "biträdande",
    "ordförande",
    at="whole",
)


@dataclass(frozen=True, slots=True)
class Manner:
    """How a list is written: «Alm Eva», «rektor Eva Alm», «1 Eva Alm», and with the the names of places or parties `above`."""

    surname_first: bool
    title_first: bool
    counted: bool
    above: str | None


def manner_of(piece: str, *, headed: bool = False, surname_first: bool = False) -> Manner:
    """Tell how a list is written by its first entry, and by what other lists of the page show."""
    surname = _SURNAME_FIRST.match(piece)
    titled = _TITLED.match(piece)
    named = next((match.start() for match in _NAMED.finditer(piece[:_ABOVE]) if is_given_name(match["given"])), None)
    last_first = surname is not None and is_given(surname["given"]) and not _is_other(surname["surname"])
    return Manner(
        surname_first=last_first or (surname_first and (named is None or bool(piece[:named].strip()))),
        title_first=titled is not None and is_given_name(titled["given"]) and _is_title(titled["title"]),
        counted=_COUNTED.match(piece) is not None,
        above="place" if headed else _above(piece, named),
    )


def _above(piece: str, named: int | None) -> str | None:
    """Tell what stands above the first name of a list."""
    kinds = () if named is None else ("place", "party")
    return next((kind for kind in kinds if head_before(piece, named or 0, kind) == 0), None)


def is_place(text: str) -> bool:
    """Tell a municipality's name, and nothing else, that can stand above its people."""
    return _place(text) == len(text) - len(text.lstrip())


def title_before(piece: str, at: int) -> tuple[int, bool] | None:
    """Find where the title begins that stands right before a name, and whether it goes on from what stands before it."""
    word = _WORD.search(piece, 0, at)
    if word is None or not _is_title(word.group()):
        return None
    start = max(word.start() - 1, 0)
    lead = _WORD.search(piece, 0, start)
    if lead is not None and LEADS_TITLE.holds(lead.group()):
        start = max(lead.start() - 1, 0)
    return start, _TIED.search(piece[:start].rstrip()) is not None


def head_before(piece: str, at: int, above: str) -> int | None:
    """Find where the place or the party begins that stands above the people whose first name is at `at`."""
    low = max(at - _ABOVE, 0)
    before = piece[low:at]
    party = _PARTY.search(before) if above == "party" else None
    start = _place(before) if above == "place" else None if party is None else party.start()
    if start is None or before[:start].rstrip().endswith((",", " i", " för")):
        return None
    return low + max(start - 1, 0)


def is_given(word: str) -> bool:
    """Tell a given name, also by the second part of a double one («Lotte-Marie»)."""
    return is_given_name(word) or is_given_name(word.rpartition("-")[2])


def _place(text: str) -> int | None:
    """Find where the name of a municipality or region begins that the text ends with."""
    seats = _SEATS.search(text)
    text = (text if seats is None else text[: seats.start()]).rstrip(" :")
    known = next((hit.start for hit in find_municipalities(text) if hit.end == len(text)), None)
    official = _OFFICIAL.search(text) if known is None else None
    word = _WORD.search(text)
    if known is None and official is None and word is not None and _is_municipality(word.group()):
        return word.start()
    return known if official is None else official.start()


def _is_municipality(word: str) -> bool:
    """Tell a municipality by its very name, in capitals too."""
    return (municipality_of(word) or "").casefold() == word.casefold()


def _is_other(word: str) -> bool:
    """Tell a word that is no surname before a given name: a given name, a municipality, a title."""
    return is_given_name(word) or _is_municipality(word) or is_title(word)


def _is_title(word: str) -> bool:
    return is_title(word) or OCCUPATION.holds(word)
