"""Municipalities by an abbreviation that the minutes explain («HAP = Haparanda»), spelled out wherever it stands.

The words of a decision are told as they were written: `as_written` takes the abbreviations back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.offsets import UNCHANGED, OffsetsMade
from loaders.reading.lexicon.places import find_municipalities, municipality_of
from loaders.reading.rules import Rule
from loaders.reading.text.flow import Flow
from loaders.reading.text.letters import LOWER, UPPER, fold
from loaders.reading.text.sheet import Sheet
from ontology.reference import find_party

_SHORT = rf"[{UPPER}](?:[{UPPER}]{{0,4}}|[{LOWER}]{{1,2}})"
_PLACE = rf"[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+|\s[{UPPER}][{LOWER}]+)?(?:\s(?:kommun|stad))?"
EXPLAINED = Rule(
    "explained",
    rf"(?<![\w-])(?P<short>{_SHORT})[ \t]*(?:=|\bbetyder\b|\bstår\s+för\b|\bavser\b)[ \t]*(?P<place>{_PLACE})(?![\w-])",
    "HAP = Haparanda",
    "HAP: Haparanda",
    cased=True,
)
EXPLAINED_BEHIND = Rule(
    "explained-behind",
    rf"(?<![\w-])(?P<place>{_PLACE})[ \t]*=[ \t]*(?P<short>{_SHORT})(?![\w-])",
    "Haparanda = HAP",
    "Haparanda (HAP)",
    cased=True,
)
# under the word for them, or as long as each is of the name's own letters, other signs part them, too
LISTED = Rule(
    "listed",
    rf"(?<![\w-])(?P<short>{_SHORT})(?:[ \t]*[:–-][ \t]+|\t|[ ]{{2,}})(?P<place>{_PLACE})(?![\w-])",
    "HAP: Haparanda",
    "HAP Haparanda",
    cased=True,
)
IN_PARENTHESES = Rule(
    "in-parentheses",
    rf"(?<![\w-])(?P<place>{_PLACE})[ \t]*\((?P<short>[{UPPER}]{{2,5}})\)",
    "Haparanda (HAP)",
    "Haparanda (S)",
    cased=True,
)
_SHORT_ALONE = re.compile(rf"{_SHORT}(?::?s)?")
_KEY = re.compile(r"\b[Ff]örkortning(?:ar|arna)?\b[^\n]*(?:\n(?!\r)[^\n]+){0,12}")
_FEWEST = 2  # abbreviations of a key, three where nothing but parentheses tells of it
_GAP = re.compile(r" {2,}")
_KEPT = 3  # blanks of a gap between columns


def spelled_out(sheet: Sheet) -> Sheet:
    """Put the municipalities' names for the abbreviations that a key explains; each maps to where the abbreviation stands."""
    text = sheet.text
    key, spans = _key(text)
    if not key:
        return sheet
    old = sheet.offsets or UNCHANGED
    pieces: list[str] = []
    new, last = OffsetsMade(), 0
    each = re.compile(
        rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, key), key=len, reverse=True))})(?:(?P<s>:?s)\b|(?![\w-]))"
    )
    for match in each.finditer(text):
        start, end = match.span()
        if any(low <= start < high for low, high in spans):
            continue
        genitive = match["s"] is not None
        name = key[match.group().removesuffix(match["s"] or "")]
        name = name + "s" * (genitive and not name.endswith(("s", "x", "z")))
        pieces += [text[last:start], name]
        new.keep(old, last, start)
        new.stand_for(old, start, end, len(name))
        gap = _GAP.match(text, end)  # what stands in columns stays in them as far as it can
        shift = len(name) - (end - start)
        last = end if gap is None else max(end, min(end + shift, gap.end() - _KEPT))
    pieces.append(text[last:])
    return replace(sheet, text="".join(pieces), offsets=new.to_end(old, last, len(text)))


def _key(text: str) -> tuple[dict[str, str], list[tuple[int, int]]]:
    """Return the abbreviations that the text explains, and where it does."""
    found = [match for rule in (EXPLAINED, EXPLAINED_BEHIND) for match in rule.find_all(text)]
    for part in _KEY.finditer(text):
        found += LISTED.regex.finditer(text, *part.span())
    key = {m["short"]: place for m in found if (place := _place(m)) is not None}
    aside = {
        m["short"]: (place, m)
        for m in IN_PARENTHESES.find_all(text)
        if (place := _place(m)) and _is_of(m["short"], place)
    }
    if len(aside) > _FEWEST:
        key |= {short: place for short, (place, _) in aside.items()}
        found += [match for _, match in aside.values()]
    return (key, [match.span() for match in found]) if len(key) >= _FEWEST else ({}, [])


def _place(match: re.Match[str]) -> str | None:
    return None if find_party(match["short"]) is not None else municipality_of(match["place"])


def _is_of(short: str, place: str) -> bool:
    """Tell whether an abbreviation is made of the letters of a name, in their order, from the first."""
    letters: Iterator[str] = iter(fold(place))
    return fold(short)[:1] == fold(place)[:1] and all(letter in letters for letter in fold(short))


def as_written(text: Flow) -> str:
    """Return the words of a flow with the abbreviations that stand in the source for names of municipalities."""
    if text.sheet.offsets is None:
        return text.text
    words: list[str] = []
    last = 0
    for hit in find_municipalities(text.text):
        span = text.sheet.raw_span(text.place(hit.start), text.place(hit.end - 1) + 1)
        written = text.sheet.raw_text(*span)
        if len(written) < hit.end - hit.start and _SHORT_ALONE.fullmatch(written):
            words += [text.text[last : hit.start], written]
            last = hit.end
    return "".join((*words, text.text[last:]))
