"""Lists that give surnames first («Alm Eva», «Alm, Eva»)."""

from __future__ import annotations

import re

from loaders.reading.lexicon.names import NameHit
from loaders.reading.lexicon.places import municipality_of
from loaders.reading.people.marks import without_mark
from loaders.reading.text.given import is_given_name
from loaders.reading.text.letters import LOWER, UPPER

_WORD = rf"[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?"
_SURNAME = rf"^(?P<sur>(?:(?:von|af|de)\s+)?{_WORD}(?:[ ]{_WORD})?)"
_GIVEN = rf"(?P<given>{_WORD}(?:\s[{UPPER}]\.)?)(?=\s*(?:[,;(\t|]|$|\s-|\s\()|\s{{2,}}|\s(?:I{{1,3}}\s)?[{LOWER}])"
_SPACED = re.compile(rf"{_SURNAME}(?:[ ]{{1,2}}|\t){_GIVEN}")  # what a wider gap parts is another column
_WITH_COMMA = re.compile(rf"{_SURNAME},\s*{_GIVEN}")
_AND = re.compile(r"\s*(?:och|samt|&)\s+")
_INSTEAD_OF = re.compile(
    r"(?:(?:ersättare|ers\.?|suppl(?:eant|\.)?|tj(?:\.?\s?g|änstg|änstgör|änstgörande|änstgjorde)\.?(?:\s+(?:ersättare|ers\.?))?|i\s?stället)\s*(?:för|f\.)|ersätter|(?:ersätt(?:e?s)|ersatt(?:e?s)?)\s+av)\s+",
    re.IGNORECASE,
)
_TWO_WORDS = re.compile(
    rf"([{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?),?\s+([{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?)"
)


def surname_first(lines: list[str], *, together: bool = False) -> bool:
    """Tell whether a list gives surnames first: most of its lines do and their second word is a given name.

    A list in which only some lines tell, or none, follows all lists of the document `together`.
    """
    votes = _votes(lines)
    silent = votes == 0 and not any(is_given_name(line.split()[0]) for line in lines if line.split())
    return _most(votes, lines) or (together and (votes > 0 or silent))


def _most(votes: int, lines: list[str]) -> bool:
    return votes * 2 > len([line for line in lines if line.strip()])


def _votes(lines: list[str]) -> int:
    """Count the lines that give the surname first, less those that give it last."""
    votes = 0
    for line in lines:
        match = _surname_first(without_mark(line).strip())
        if match is None:
            continue
        first, second = is_given_name(match["sur"].split()[0]), is_given_name(match["given"])
        comma = match.re is _WITH_COMMA
        if (comma and municipality_of(match["given"]) is None and " " not in match["sur"].strip()) or (
            not comma and second and not first
        ):
            votes += 1
        elif not comma and first and not second:
            votes -= 1
    return votes


def _surname_first(text: str) -> re.Match[str] | None:
    """Match «Alm Eva» or «Alm, Eva»; in «Alm Eva, Sund» the comma parts the name from a place."""
    spaced, comma = _SPACED.match(text), _WITH_COMMA.match(text)
    if spaced is not None and comma is not None and municipality_of(comma["given"]) is not None:
        comma = None  # «Ek Rabbe, Lovisa»
    if spaced is not None and comma is not None and " " in comma["sur"] and not is_given_name(comma["given"]):
        comma = None  # «Nordlund Bettina, Ålands landskapsregering»
    if spaced is not None and is_given_name(spaced["given"]) and not is_given_name(spaced["sur"].split()[0]):
        return spaced
    return comma or spaced


def reversed_names(text: str) -> list[NameHit]:
    """List the name that a line begins with, given name first, and that of the member whom this person replaces."""
    offset = len(text) - len(without_mark(text))
    match = _surname_first(text[offset:])
    if match is None:
        return []
    end = offset + match.end()
    first = NameHit(offset + match.start(), end, f"{match['given']} {match['sur']}")
    hits = [first]
    while (joint := _AND.match(text, hits[-1].end)) is not None and (
        beside := _SPACED.match(text[joint.end() :])
    ) is not None:
        low = joint.end()
        hits.append(NameHit(low, low + beside.end(), f"{beside['given']} {beside['sur']}"))
    if len(hits) > 1:
        return hits
    after = _INSTEAD_OF.search(text, end)
    other = _TWO_WORDS.match(text, after.end()) if after is not None else None
    if after is None or other is None:
        return [first]
    straight = is_given_name(other[1]) and not is_given_name(other[2])
    name = f"{other[1]} {other[2]}" if straight else f"{other[2]} {other[1]}"
    return [first, NameHit(after.end(), other.end(), name)]
