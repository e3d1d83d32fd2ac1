"""Signs and numbers of §§ that scanning misread («8 19», «$ 32», «S 58», «§ 2A»), settled by the numbers of the heads around them.

A line is taken for a head only where its number goes on from the head above or leads to the one below; what no neighbour
settles stays as it stands. Every restored character takes the place of one, so no offset moves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, product

from loaders.reading.rules import Rule
from loaders.reading.text.letters import UPPER

_READINGS = {"l": "1", "I": "1", "O": "0", "S": "58", "A": "4", "B": "8", "Z": "2", "G": "6"}
_NUMBER = r"[\dlIOSABZG]{1,4}"
_RUN = 3  # lines whose numbers count on by one need no sure sign among them
_LONE = re.compile(r"[lI]{1,3}O?|lO")

# scanning takes the sign of a head for another, also where all else is whole
MISREAD_SIGN = Rule(
    "misread-sign", r"(?m)^(?P<lead>[ \t]{0,20})[&$](?=[ ]?\d{1,4}(?:[ ]?[a-z])?[ ]+[A-ZÅÄÖ])", "& 4 Budget", "& Budget", cased=True
)  # fmt: skip
DOUBLED = Rule(
    "doubled-sign",
    r"(?<![\w§])(?:[$&sS]§|§[$&sS]|\$\$|&&|(?:8§|§[85])(?=[ ]{0,3}\d{1,4}\s?[-–]))(?=[ ]{0,3}\d)",
    "8§ 14-20",
    "8 § 14",
    cased=True,
)
RANGE = Rule("range", r"§§[ ]?(?P<first>\d{1,4})\s?[-–]\s?(?P<last>\d{1,4})(?!\w)", "§§ 14-20", "§ 14")
HEAD = Rule(
    "head",
    rf"(?m)^[ \t>|#*•–-]{{0,20}}(?:[{UPPER}]{{1,6}}[ ]{{1,3}})?(?P<sign>[§$&8S5s])[ ]{{0,3}}(?P<number>{_NUMBER})[.:)]?(?=[ \t]+[{UPPER}\d\"”(]|[ \t]*\r?$)"
    rf"|^[ \t>|#*•–-]{{0,20}}(?P<before>{_NUMBER})[ ]{{0,2}}(?P<after>[§$S8])[.:]?(?=[ \t]+[{UPPER}\"”(])",
    "8 19 Remiss",
    "8 19 remisser",
    cased=True,
)
_LIST = rf"{_NUMBER}(?:\s?[-–,]\s?{_NUMBER}){{0,6}}"
_NO_MORE = r"(?=[ \t]*(?:$|[\r\n),.;]))"
AMONG_WORDS = Rule(
    "among-words",
    rf"(?:(?<=[,;(] )|(?<=\) )|(?<=\()|(?<=från )|(?<=till )|(?<=under ))(?![85]\s\d{{3}}(?!\d))(?P<sign>[§$&8S5])[ ]?\s?(?P<list>{_LIST}){_NO_MORE}"
    rf"|(?<!\S)(?P<signs>[$&8S5s]{{2}})[ ](?P<range>{_NUMBER}\s?[-–]\s?{_NUMBER}){_NO_MORE}",
    "personalchef, 8 25",
    "personalchef, 8 kronor",
    cased=True,
)


@dataclass(frozen=True, slots=True)
class _Head:
    """A line that can be a head: where its sign and its number stand, whether both are sure, and what the number can be.

    `joined` is one whose sign can as well be the first digit of its number («819»).
    """

    sign: int
    start: int
    end: int
    sure: bool
    joined: bool
    readings: tuple[int, ...]


def restore_signs(text: str, *, damaged: bool) -> str:
    """Restore the signs and numbers of heads, and of §§ among words, where the text is `damaged` and their numbers settle them."""
    text = MISREAD_SIGN.regex.sub(r"\g<lead>§", text)
    if not damaged:
        return text
    text = DOUBLED.regex.sub("§§", text)
    heads = [_head(match) for match in HEAD.find_all(text)]
    settled = _settled(heads)
    letters = list(text)
    for head, number in zip(heads, settled, strict=True):
        if number is not None:
            letters[head.sign] = "§"
            letters[head.start : head.end] = str(number).rjust(head.end - head.start, "0")
    known = {number for number in settled if number is not None}
    known |= {int(number) for match in RANGE.find_all(text) for number in (match["first"], match["last"])}
    return _among_words("".join(letters), known)


def _head(match: re.Match[str]) -> _Head:
    leads = match["sign"] is not None
    sign, (start, end) = match.start("sign" if leads else "after"), match.span("number" if leads else "before")
    number = match.string[start:end]
    sure = match.string[sign] in "§$&" and number.isdigit()
    joined = match.string[sign].isdigit() and sign + 1 in (start, end + 1)
    return _Head(sign, start, end, sure, joined, tuple(_readings(number)))


def _readings(number: str) -> Iterator[int]:
    """Yield what a number can have been; letters alone are none, but for the ones and noughts of a typewriter."""
    if not any(map(str.isdigit, number)) and _LONE.fullmatch(number) is None:
        return
    for digits in product(*(_READINGS.get(letter, letter) for letter in number)):
        if digits[0] != "0":
            yield int("".join(digits))


def _settled(heads: list[_Head]) -> list[int | None]:
    """Give each head its number: its own where it is sure, else the one that those above and below it leave."""
    numbers = [head.readings[0] if head.sure else None for head in heads]
    for k, number in _runs(heads):
        numbers[k] = number
    below = list(accumulate(reversed(numbers), _nearest))[::-1]
    above: int | None = None
    for k, head in enumerate(heads):
        if numbers[k] is None:
            numbers[k] = _between(head, above, below[k])
        above = above if numbers[k] is None else numbers[k]
    return numbers


def _nearest(held: int | None, number: int | None) -> int | None:
    return held if number is None else number


def _between(head: _Head, above: int | None, below: int | None) -> int | None:
    """Choose the reading that goes on from the number above or leads to the one below; a joined sign asks for both."""
    after = above + 1 if above is not None and above + 1 in head.readings and above + 1 != below else None
    before = below - 1 if below is not None and below - 1 in head.readings and below - 1 != above else None
    if head.joined and (after is None or after != before):
        return None
    return before if after is None else after


def _runs(heads: list[_Head]) -> Iterator[tuple[int, int]]:
    """Yield the places and numbers of heads that count on by one, several in a row, whatever their signs."""
    lengths: dict[int, int] = {}
    for k, head in enumerate(heads):
        lengths = {number: lengths.get(number - 1, 0) + 1 for number in head.readings if not head.joined}
        for number, length in lengths.items():
            if length >= _RUN:
                yield from ((k - back, number - back) for back in range(_RUN if length == _RUN else 1))


def _among_words(text: str, known: set[int]) -> str:
    """Restore the signs of §§ within the text, where their numbers are those of heads or between them."""
    if not known:
        return text
    low, high = min(known), max(known)

    def mended(match: re.Match[str]) -> str:
        signs, numbers = match.span("signs" if match["sign"] is None else "sign"), match["list"] or match["range"]
        held = [_within(number, low, high) for number in re.findall(_NUMBER, numbers)]
        if None in held:
            return match.group()
        digits = iter(held)
        between = text[signs[1] : match.end() - len(numbers)]
        return "§" * (signs[1] - signs[0]) + between + re.sub(_NUMBER, lambda _: next(digits) or "", numbers)

    return AMONG_WORDS.regex.sub(mended, text)


def _within(number: str, low: int, high: int) -> str | None:
    """Write the one reading of a number that lies between two others, as long as it stood."""
    held = [reading for reading in _readings(number) if low <= reading <= high]
    return str(held[0]).rjust(len(number), "0") if len(held) == 1 else None
