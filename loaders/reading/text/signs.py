"""Signs and numbers of §§ that scanning misread («8 19», «$ 32», «S 58», «§ 2A»), settled by the numbers of the heads around them.

A line is taken for a head only where its number goes on from the head above or leads to the one below; what no neighbour
settles stays as it stands. Every restored character takes the place of one, so no offset moves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

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
    """A line that can be a head: where its sign and its number stand, the number where both are sure, and what it can be.

    `joined` is one whose sign can as well be the first digit of its number («819»), `lettered` one whose sign is no digit.
    """

    sign: int
    start: int
    end: int
    number: int | None
    joined: bool
    lettered: bool
    readings: tuple[int, ...]


def restore_signs(text: str, *, damaged: bool) -> str:
    """Restore the signs and numbers of heads, and of §§ among words, where their numbers settle them.

    A text that is not `damaged` shows it by its heads: one that is missing between two others, or some in a row.
    """
    text = MISREAD_SIGN.regex.sub(r"\g<lead>§", text)
    heads = [_head(match) for match in HEAD.find_all(text)]
    if not damaged and _settled(heads, damaged=False) == [head.number for head in heads]:
        return text
    text = DOUBLED.regex.sub("§§", text)
    settled = _settled(heads, damaged=True)
    mended = [(head, number) for head, number in zip(heads, settled, strict=True) if number is not None]
    signs = [(head.sign, "§") for head, _ in mended]
    signs += [(head.start, str(number).rjust(head.end - head.start, "0")) for head, number in mended]
    known = {number for _, number in mended}
    known |= {int(number) for match in RANGE.find_all(text) for number in (match["first"], match["last"])}
    return _among_words(_written_over(text, signs), known)


def _written_over(text: str, signs: list[tuple[int, str]]) -> str:
    """Write signs over those that stand at some places."""
    pieces, last = [], 0
    for place, sign in sorted(signs):
        pieces += [text[last:place], sign]
        last = place + len(sign)
    return "".join([*pieces, text[last:]])


def _head(match: re.Match[str]) -> _Head:
    leads = match["sign"] is not None
    sign, (start, end) = match.start("sign" if leads else "after"), match.span("number" if leads else "before")
    mark, digits = match.string[sign], match.string[start:end]
    return _Head(
        sign=sign,
        start=start,
        end=end,
        number=int(digits) if mark in "§$&" and digits.isdigit() else None,
        joined=mark.isdigit() and sign + 1 in (start, end + 1),
        lettered=not mark.isdigit(),
        readings=tuple(_readings(digits)),
    )


def _readings(number: str) -> Iterator[int]:
    """Yield what a number can have been; letters alone are none, but for the ones and noughts of a typewriter."""
    if not any(map(str.isdigit, number)) and _LONE.fullmatch(number) is None:
        return
    for digits in product(*(_READINGS.get(letter, letter) for letter in number)):
        if digits[0] != "0":
            yield int("".join(digits))


def _settled(heads: list[_Head], *, damaged: bool) -> list[int | None]:
    """Give each head its number: its own where it is sure, else the one that those above and below it leave."""
    numbers = [head.number for head in heads]
    for first, last, number in _runs(heads):
        if damaged or any(head.lettered for head in heads[first : last + 1]):
            numbers[first : last + 1] = range(number - last + first, number + 1)
    below = numbers[:]
    for k in range(len(below) - 2, -1, -1):
        below[k] = below[k + 1] if below[k] is None else below[k]
    above: int | None = None
    for k, head in enumerate(heads):
        if numbers[k] is None:
            numbers[k] = _between(head, above, below[k], both=head.joined or not damaged)
        above = above if numbers[k] is None else numbers[k]
    return numbers


def _between(head: _Head, above: int | None, below: int | None, *, both: bool) -> int | None:
    """Choose the reading that goes on from the number above or leads to the one below, or does `both`."""
    after = above + 1 if above is not None and above + 1 in head.readings and above + 1 != below else None
    before = below - 1 if below is not None and below - 1 in head.readings and below - 1 != above else None
    if both and (after is None or after != before):
        return None
    return before if after is None else after


def _runs(heads: list[_Head]) -> Iterator[tuple[int, int, int]]:
    """Yield each stretch of heads that count on by one, whatever their signs: its first, its last and the last one's number."""
    lengths: dict[int, int] = {}
    for k, head in enumerate([*heads, None]):
        readings = () if head is None or head.joined else head.readings
        going = {number: lengths.get(number - 1, 0) + 1 for number in readings}
        ended = ((number, length) for number, length in lengths.items() if number + 1 not in going and length >= _RUN)
        yield from ((k - length, k - 1, number) for number, length in ended)
        lengths = going


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
