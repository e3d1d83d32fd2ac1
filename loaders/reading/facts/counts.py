"""Numbers that the minutes state of members, substitutes and seats («sina 16 ordinarie ledamöter»): checksums of their lists.

Only what a body has is read, not what it should have, had, or how many of its members did something.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from loaders.minutes import CountedKind, StatedCount
from loaders.reading.facts.seats import SEAT_BODY
from loaders.reading.items.context import Context, Item
from loaders.reading.lexicon.acts import PROPOSED
from loaders.reading.rules import Rule
from loaders.reading.text.flow import Flow, sentences
from loaders.reading.text.letters import clean, fold

_NUMBERS: Final = dict(
    zip(
        "två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton".split(),
        range(2, 17),
        strict=True,
    )
)
_NUMBER: Final = rf"(?P<number>\d{{1,3}}|{'|'.join(_NUMBERS)})"
_KINDS: Final[dict[str, CountedKind]] = {"ledam": "members", "ersät": "substitutes", "suppl": "substitutes"}
MEMBERS = Rule(
    "count-members",
    rf"(?:\b(?:sina|dess|med|har|har\s+\w+(?:en|et)|av)\s+|\boch\s+){_NUMBER}\s+(?:ordinarie\s+|valda\s+|personliga\s+)*(?P<what>ledamöter|ersättare|suppleanter)\b",
    "styrelsen har 16 ordinarie ledamöter",
    "Fyra ledamöter reserverar sig",
)
COMPOSED = Rule(
    "count-composed",
    r"\b(?:består\s+av|består\s+i\s+dag\s+av|sina|dess|har|har\s+\w+(?:en|et)|uppgår\s+till)\s+(?:i\s+dag\s+)?(?:\d|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv)",
    "Nämnden består av elva ledamöter",
    "Nämnden utser elva ledamöter",
)
OWN_BODY = Rule(
    "count-own-body",
    r"\b(?:styrelsen|nämnden|direktionen|fullmäktige|rådet|utskottet|förbundsstyrelsen|kommunstyrelsen|regionstyrelsen)s?\b",
    "Direktionen består av",
    "Kommunen består av",
)
SEATS = Rule(
    "count-seats",
    rf"\bhar\s+[^.;]{{0,60}}?\b{_NUMBER}\s+platser\b",
    "I rådet har kommunerna åtta platser",
    "Det finns åtta platser kvar på kursen",
)
_OTHERWISE = Rule(
    "count-otherwise",
    r"\b(?:bör|ska|skulle|kan|minska\w*|utöka\w*|tidigare|hade|varav|inte)\b",
    "Styrelsen bör ha sina 16 ledamöter kvar",
    "Styrelsen har 16 ledamöter",
)


def read_counts(item: Item, context: Context) -> Iterator[StatedCount]:
    """Yield the numbers that an item states of the body that met, and of seats elsewhere, each once."""
    seen: set[tuple[str, int]] = set()
    for sentence in (sentence for text in (*item.told, *item.points) for sentence in sentences(text)):
        for count in (*_of_own_body(sentence, context), *_of_seats(sentence)):
            if (count.what, count.number) not in seen:
                seen.add((count.what, count.number))
                yield count


def _of_own_body(sentence: Flow, context: Context) -> Iterator[StatedCount]:
    words = sentence.text
    if not COMPOSED.holds(words) or not _names_own_body(words, context):
        return
    for match in MEMBERS.find_all(words):
        before = words[: match.start()]
        if PROPOSED.holds(before) or _OTHERWISE.holds(before):
            return
        yield StatedCount(
            what=_KINDS[match["what"].lower()[:5]],
            number=_number(match["number"]),
            evidence=sentence.evidence(*match.span()),
        )


def _of_seats(sentence: Flow) -> Iterator[StatedCount]:
    words = sentence.text
    match, body = SEATS.regex.search(words), SEAT_BODY.regex.search(words)
    if match is not None and body is not None and not PROPOSED.holds(words[: match.start()]):
        yield StatedCount(
            what="seats", number=_number(match["number"]), body=clean(body["body"]), evidence=sentence.evidence()
        )


def _names_own_body(words: str, context: Context) -> bool:
    """Tell whether a sentence speaks of the body that met: by its name, or by the noun that its name ends in."""
    named = OWN_BODY.regex.search(words)
    if named is None or context.body is None:
        return False
    noun = fold(named.group()).rstrip("s")
    return fold(context.body).split()[-1].startswith(noun[:-2])


def _number(text: str) -> int:
    return _NUMBERS.get(text.lower()) or int(text)
