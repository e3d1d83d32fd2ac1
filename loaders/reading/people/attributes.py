"""What stands after a name: party, municipality, role, title, organisation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from loaders.reading.lexicon.names import find_names
from loaders.reading.lexicon.places import municipality_of
from loaders.reading.people.by_surname import with_surname
from loaders.reading.people.parties import NATIONAL_PARTIES, is_party
from loaders.reading.people.phrase import Phrase
from loaders.reading.people.presence import cut, with_presence
from loaders.reading.people.wordings import (
    ABSENT,
    AFFILIATION,
    BODY_NAME,
    CIRCUMSTANCE,
    OFFICE,
    OFFICE_OF_BODY,
    PRESENT,
    REMOTE,
    REPLACES_ROLE,
    ROLE_WORDS,
    TELLING,
    TITLE_BESIDE_ROLE,
    UNREADABLE,
)
from loaders.reading.rules import first_rule
from loaders.reading.text.given import is_given_name
from loaders.reading.text.letters import LOWER, UPPER, clean

_PARTY = re.compile(rf"\(\s*(?P<party>[{UPPER}{LOWER}][{UPPER}{LOWER}.]{{0,5}}|[{UPPER}][\w -]{{5,30}}|-|–|—)\s*\)")
_NO_PARTY = "-–—"
_STAR = re.compile(r"(?<!\w)\*")
_SEPARATOR = re.compile(r"[,;()\t|·•]|\s[–—-]\s|\.\s+(?=[A-ZÅÄÖ])|\s{3,}")
_JOINT = re.compile(r"\s+(?:och|tillika|samt)\s+|/")
# «kommundirektör Vaggeryds kommun»: an office and where
_TITLE_AT = re.compile(rf"(.{{3,50}}?)\s+(?:i\s+)?([{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?\s+(?:kommun|stad))")
_TITLE_IN = re.compile(rf"([{LOWER}]{{4,50}})\s+(?:i\s+)?([{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?)")
_TITLE_OF_FIRM = re.compile(
    rf"((?:vd|VD|Vd|verkställande direktör|ordförande|(?i:[{LOWER}]+(?:chef|ledare|konsult))))\s+(?:(?:i|för|på|vid)\s+)?([{UPPER}][^,;()]*?\s(?:AB|HB|KB|Ab))"
)
_ROW = re.compile(
    rf"\s+(?P<party>[{UPPER}]{{1,4}})(?:\s+(?P<place>[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?))?(?:\s+(?P<mark>[1xX–-]))?(?=\s|$)"
)
_ROW_GOES_ON = re.compile(rf"\s*(?:$|[,;(§–-]|[{LOWER}])")
_PLACE_FIRST = re.compile(
    rf"([{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?(?:\s(?:kommun|stad))?)\s+(?=(?:frånv|närv|tjänstg|tjg|ordf|vice\s|ersättare|ej\s|sekr)[{LOWER} .]*$)"
)
# «Eva Alm (S), Habo väljs till …»
_PLACE_CHOSEN = re.compile(
    rf"([{UPPER}][{LOWER}]+(?:[ -][{UPPER}][{LOWER}]+)?(?:\s(?:kommun|stad))?)\s+(?=(?:(?:om|ny|åter)?(?:väljs|valdes)|utses|utsågs|förordnas|entledigas|som|till)\s)"
)
_PLACE_LAST = re.compile(
    rf"(?P<before>[^\W\d_].*?\S)\s{{2,}}(?P<place>[{UPPER}][{LOWER}]+(?:[ -][{UPPER}][{LOWER}]+)?(?:\s(?:kommun|stad))?)"
)
_TRIM = re.compile(
    r"^(?:och|samt|&|tillika|även|från|för)\s+|\s+(?:och|samt|deltar|deltog|(?:via|på|per)\s+(?:länk|distans|[Tt]eams|video|telefon|[Zz]oom|[Ss]kype))$"
)
_NO_TITLES = frozenset(
    {
        "sekr",
        "protokollförare",
        "som förde protokollet",
        "protokoll",
        "för protokollet",
        "antecknar",
        "anteckningar",
        "ant",
        "vid pennan",
        "vid protokollet",
        "vid tangenterna",
        "vid tangentbordet",
        "vid datorn",
    }
)


def title_like(words: str) -> bool:
    """Tell whether words name an office or a profession («verksamhetsledare»)."""
    return OFFICE.holds(words) and not BODY_NAME.holds(words) and not words.lower().startswith(("region", "svenska"))


def attributes_of(phrase: Phrase, gap: str) -> Phrase:
    """Read the attributes that follow a name."""
    phrase, gap = _row(phrase, gap)
    role = REPLACES_ROLE.find(gap)
    if role is not None:
        phrase = replace(phrase, replaces_role="vice-chair" if role[1].lower().startswith("vice") else "chair")
        gap = gap[: role.start()] + gap[role.end() :]
    phrase, gap = with_presence(*with_surname(phrase, gap))
    if _STAR.search(gap):
        phrase = replace(phrase, roles=("serving-substitute",))
        gap = gap.replace("*", " ")
    party = next((m for m in _PARTY.finditer(gap) if m["party"] in _NO_PARTY or is_party(m["party"])), None)
    if party is not None:
        phrase = replace(phrase, party=None if party["party"] in _NO_PARTY else party["party"])
        gap = cut(gap, party)
    for part in _parts_of(gap):
        words = clean(part).strip(". ")
        phrase = _with_part(phrase, words if REMOTE.holds(words) else _TRIM.sub("", words).strip())
    return replace(phrase, roles=tuple(dict.fromkeys(phrase.roles)), bare=_says_nothing(phrase))


def _parts_of(gap: str) -> Iterator[str]:
    """Cut the text after a name at its separators, and between a place and the words beside it.

    «Habo frånvarande» is two lines of a cell, «ledamot  Habo» two cells whose gap is narrow.
    """
    for part in _SEPARATOR.split(gap):
        last = _PLACE_LAST.fullmatch(part.strip())
        if last is not None and municipality_of(last["place"]) is not None:
            yield from (last["before"], last["place"])
            continue
        place = _PLACE_FIRST.match(part.strip()) or _PLACE_CHOSEN.match(part.strip())
        if place is None or municipality_of(place[1]) is None:
            yield part
        else:
            yield from (place[1], part.strip()[place.end() :])


def _row(phrase: Phrase, gap: str) -> tuple[Phrase, str]:
    """Take the columns of a row that only spaces part («Eva Alm S Habo 1 Ordförande»); also returns what is left of it."""
    match = _ROW.match(gap)
    if match is None or not is_party(match["party"]):
        return phrase, gap
    place = municipality_of(match["place"]) if match["place"] is not None else None
    if place is None and (match["place"] is not None or (match["mark"] is None and not _ends_row(match, gap))):
        return phrase, gap
    present = None if match["mark"] is None else match["mark"] not in "-–"
    return replace(phrase, party=match["party"], municipality=place, present=present), f" ; {gap[match.end() :]}"


def _ends_row(party: re.Match[str], gap: str) -> bool:
    """Tell a party that only a role or §§ follow («Eva Alm S ordförande», «Eva Alm KD t.o.m. § 4»)."""
    return party["party"].lower() in NATIONAL_PARTIES and _ROW_GOES_ON.match(gap, party.end()) is not None


def _with_part(phrase: Phrase, part: str) -> Phrase:
    """Add what one part between two separators says; what fits nothing is left."""
    if ABSENT.holds(part):
        return replace(phrase, present=False)
    if PRESENT.holds(part):
        return replace(phrase, present=True if phrase.present is None else phrase.present)
    if REMOTE.holds(part):
        return replace(phrase, remote=True)
    if not part or len(part) > 90 or CIRCUMSTANCE.holds(part):
        return phrase
    words = [word.strip() for word in _JOINT.split(part)]
    if all(first_rule(ROLE_WORDS, word) is None for word in words):
        return _with_field(phrase, part)
    for word in words:
        role = first_rule(ROLE_WORDS, word)
        if role is None:
            phrase = _with_field(phrase, word)
            continue
        named = TITLE_BESIDE_ROLE.holds(word) or (role.name == "secretary" and word.lower() not in _NO_TITLES)
        phrase = replace(phrase, roles=(*phrase.roles, role.name), title=phrase.title or (word if named else None))
    return phrase


def _with_field(phrase: Phrase, part: str) -> Phrase:
    place = municipality_of(part)
    if place is not None:
        return replace(phrase, municipality=phrase.municipality or place)
    if part.lower() in NATIONAL_PARTIES and phrase.party is None:
        return replace(phrase, party=part)
    firm = _TITLE_OF_FIRM.fullmatch(part)
    kind = "title" if firm is not None else _kind_of(part)
    if kind == "organisation":
        return replace(phrase, organisation=phrase.organisation or part)
    if kind != "title":
        return phrase
    served = _TITLE_AT.fullmatch(part) or _TITLE_IN.fullmatch(part)
    if served is not None and OFFICE.holds(served[1]) and (place := municipality_of(served[2])) is not None:
        return replace(phrase, title=phrase.title or served[1], municipality=phrase.municipality or place)
    title, organisation = (part, None) if firm is None else (firm[1], firm[2])
    return replace(phrase, title=phrase.title or title, organisation=phrase.organisation or organisation)


def _kind_of(part: str) -> str | None:
    """Tell an organisation from a title; None for a sentence, a telephone number and the like."""
    if UNREADABLE.holds(part):
        return None
    if AFFILIATION.holds(part) or (BODY_NAME.holds(part) and not OFFICE_OF_BODY.holds(part)):
        return "organisation"
    if OFFICE.holds(part):
        return "title"
    if len(part) < 2 or TELLING.holds(part):
        return None
    if part[0].islower():
        return "title"
    return "organisation" if part[0].isupper() and not _is_somebody(part) else None


def _is_somebody(part: str) -> bool:
    """Tell words that are a person's name and nothing else: another's cell, whom nothing ties to this one."""
    hit = next(find_names(part), None)
    return hit is not None and (hit.start, hit.end) == (0, len(part)) and is_given_name(hit.name.split()[0])


def _says_nothing(phrase: Phrase) -> bool:
    stated = (phrase.party, phrase.municipality, phrase.organisation, phrase.title, phrase.replaces_role)
    return not phrase.roles and not any((*stated, phrase.items, phrase.arrived, phrase.left))
