"""Names as they are compared: of people, of groups and of bodies («namn»)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from ontology.iris import fold

_WORD: Final = re.compile(r"[^\W_]+")
_SWEDISH: Final = frozenset("åäöÅÄÖ")
_PARTICLES: Final = frozenset(
    {"af", "al", "av", "bin", "da", "de", "den", "der", "di", "du", "el", "la", "le", "van", "von", "zu"}
)
_NOT_PEOPLE: Final = re.compile(
    r"\b(?:kommun(?:en|er|erna)?|region(?:en)?|stad|lan|lansstyrelsen|ab|forening(?:en)?|forbund(?:et)?|university|college)\b"
    r"|(?:styrelsen?|namnden?|forbundet|verket|myndigheten|gruppen?|natverket?|utskottet|radet|fullmaktige|gymnasiet|skolan|kyrkan|huset|salen|centrum)\b"
)
_GROUP_NOUN: Final = re.compile(
    r"^(?P<noun>[^\W_]*(?:grupp|natverk|kommitte|delegation|team|beredning|forum|rad|utskott|panel|rote|utredning))(?:en|et|n)?s?$"
)
_WORKING: Final = re.compile(
    r"(?:arbets|styr|berednings|referens|projekt|planerings|led|lednings|samordnings|rese|fokus|expert|analys|samrads|"
    r"redaktions|program|test|bransch|special|mini|politiker|insats|utrednings|samverkans)grupp$|kommitte$|natverk$"
)
_ACCENT: Final = frozenset("éèêëôòóàáâõ60")
_CONFUSED: Final = frozenset(map(frozenset, ("ck", "vw", "iy", "ij", "il", "1l", "1i", "sz", "6o", "0o", "5s", "8b")))
_ALIKE: Final = frozenset(map(frozenset, ("ck", "vw")))
_BLURRED: Final = frozenset(map(frozenset, ("eo", "ea", "ao")))
_SKELETON: Final = str.maketrans(
    {
        "c": "k",
        "w": "v",
        "y": "i",
        "j": "i",
        "l": "i",
        "1": "i",
        "z": "s",
        "5": "s",
        "a": "*",
        "e": "*",
        "o": "*",
        "0": "*",
        "6": "*",
        "8": "b",
    }
)
_DOUBLED: Final = re.compile(r"(.)\1+")
_MINIMUM: Final = 5  # shorter surnames that differ by a letter are different surnames


@lru_cache(maxsize=32768)
def plain(text: str) -> str:
    """Fold a name to words alone: «Mårtensson-Stenudd» and «martensson  stenudd» are the same."""
    return " ".join(_WORD.findall(fold(text))) or fold(text)


def is_person(name: str) -> bool:
    """Tell a person's full name («Mona af Ekenstam») from a title, a body or a lone name."""
    words = name.replace("-", " ").split()
    if not 2 <= len(words) <= 6 or any(letter.isdigit() for letter in name) or _NOT_PEOPLE.search(plain(name)):
        return False
    capital = [word[0].isupper() for word in words]
    inner = all(upper or word.casefold() in _PARTICLES for upper, word in zip(capital, words, strict=True))
    return inner and capital[-1] and sum(capital) >= 2


def best_spelling(counts: Iterable[tuple[str, int]]) -> str:
    """Choose what to call a thing: of the most frequent name, the spelling with most diacritics; then the most frequent.

    Of names equally frequent, one without the accents that scanning makes («Wallstrém») goes first.
    """
    spellings = list(counts)
    if len(spellings) == 1:
        return spellings[0][0]
    frequency: Counter[str] = Counter()
    accents: dict[str, int] = {}
    for spelling, count in spellings:
        name = plain(spelling)
        frequency[name] += count
        accents[name] = min(_accents(spelling), accents.get(name, len(spelling)))
    name = min(frequency, key=lambda name: (-frequency[name], accents[name], name))
    return min((entry for entry in spellings if plain(entry[0]) == name), key=_rank)[0]


def _accents(spelling: str) -> int:
    """Count the letters with marks that Swedish does not have of its own."""
    return sum(not letter.isascii() and letter not in _SWEDISH for letter in spelling)


def _rank(entry: tuple[str, int]) -> tuple[bool, int, int, int, str]:
    """Order spellings of one name, the best first."""
    spelling, count = entry
    shouted = spelling.isupper() or spelling.islower()
    swedish = sum(letter in _SWEDISH for letter in spelling)
    return shouted, -swedish, -_accents(spelling), -count, spelling


# --- scanned names


@lru_cache(maxsize=32768)
def skeleton_of(word: str) -> str:
    """Reduce a folded word to what its scan variants share; different words may share it too (`variant_word` decides)."""
    bare = word[:1] + word[1:].replace("h", "")
    return _DOUBLED.sub(lambda match: match[1], bare.replace("rn", "m").translate(_SKELETON))


def variant_word(a: str, b: str, printed: tuple[str, str]) -> bool:
    """Tell whether two folded words are one, written or scanned in two ways; `printed` are the same with diacritics."""
    if min(len(a), len(b)) < _MINIMUM and not _short_variant(a, b):
        return False
    if a.replace("rn", "m") == b.replace("rn", "m"):
        return True
    if len(a) == len(b):
        return _one_confused(a, b, printed)
    short, long = sorted((a, b), key=len)
    return len(long) - len(short) == 1 and any(
        long[:i] + long[i + 1 :] == short and (long[i] == long[i - 1] or long[i] == "h") for i in range(1, len(long))
    )


def _short_variant(a: str, b: str) -> bool:
    """Tell whether two short words differ by a digit for a letter, or by letters that sound the same («Eva», «Ewa»)."""
    differing = [frozenset(pair) for pair in zip(a, b, strict=False) if pair[0] != pair[1]]
    sure = len(a) == len(b) >= 3 and len(differing) == 1
    return sure and (differing[0] in _ALIKE or any(letter.isdigit() for letter in differing[0]))


def _one_confused(a: str, b: str, printed: tuple[str, str]) -> bool:
    """Tell whether two words of one length differ by one letter that writing or scanning confuses."""
    places = [i for i in range(len(a)) if a[i] != b[i]]
    if len(places) != 1:
        return False
    i = places[0]
    pair = frozenset((a[i], b[i]))
    if pair in _CONFUSED:
        return i > 0 or pair <= frozenset("ckvw")
    letters = [word[i] for word in printed if len(word) == len(a)]
    return i > 0 and pair in _BLURRED and any(letter in _ACCENT for letter in letters)


# --- groups and bodies


def indefinite(word: str) -> str:
    """Return a folded group noun in its indefinite form («arbetsgruppen» → «arbetsgrupp»); other words as they are."""
    match = _GROUP_NOUN.match(word)
    return match["noun"] if match else word


def head_noun(name: str) -> str | None:
    """Return the folded, indefinite noun of a group's name («styrgruppen för e-arkiv» → «styrgrupp»); None without one."""
    for word in plain(name).split():
        match = _GROUP_NOUN.match(word)
        if match:
            return match["noun"]
    return None


def printed_noun(name: str) -> str | None:
    """Return the noun of a group's name with its diacritics («kommittén för …» → «kommitté»); None without one."""
    for word in name.split():
        noun = head_noun(word)
        if noun is not None:
            printed = word.strip(".,;:()«»\"'").casefold()
            return printed[: len(noun)] if plain(printed[: len(noun)]) == noun else noun
    return None


def group_name(name: str) -> str:
    """Reduce a group's name so that its definite and indefinite forms are equal."""
    words = [word for word in plain(name).split() if word not in ("den", "det", "en", "ett", "ny", "nya", "nytt")]
    reduced, seen = [], False
    for word in words:
        noun = indefinite(word)
        if not seen and (noun != word or _GROUP_NOUN.match(word)):
            seen = True
            reduced.append(noun)
        else:
            reduced.append(word if seen else _adjective(word))
    return " ".join(reduced) or plain(name)


def _adjective(word: str) -> str:
    """Drop the ending that depends on the noun («tillfälliga», «tillfälligt» → «tillfällig»)."""
    stem = re.sub(r"[at]$", "", word) if len(word) > 4 else word
    return re.sub(r"(.)\1$", r"\1", stem)


def is_bare(name: str) -> bool:
    """Tell a group's name that says nothing of which group («arbetsgrupp», «arbetsgruppen»)."""
    return " " not in group_name(name)


def is_working_group(name: str) -> bool:
    """Tell the name of a working group («styrgruppen för e-arkiv») from that of a standing body («direktionen»)."""
    noun = head_noun(name)
    return noun is not None and _WORKING.search(noun) is not None
