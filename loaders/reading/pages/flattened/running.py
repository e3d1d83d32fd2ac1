"""Where the head ends that flattened pages begin with: the words that come back on each, with the page's number among them."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise, takewhile

from loaders.reading.text.letters import fold

_PAGE = re.compile(r"(\d{1,3})\s+(?:(?:SAMMANTRÄDES)?PROTOKOLL\s+(?=\d))?(?:\d{1,3}\s?\(\d{1,3}\)\s+)?")
_NUMBER = re.compile(
    r"\b(?:(?i:sida|sidan|sid\.|s\.)\s?)?(?P<number>\d{1,3})\s?(?:\(\d{1,3}\)|/\s?\d{1,3}\b|av\s\d{1,3}\b)|\b(?i:sida|sidan|sid\.)\s?(?P<alone>\d{1,3})\b"
)
_WORD = re.compile(r"\S+")
_SAYS = re.compile(r"[^\W\d_]|\d[-/.]\d")  # a word or a date, not the number of an item
_LONGEST = 30  # words of a head
_HEAD = 200  # characters within which a head has its page's number
_SKIPPED = 5  # pages between two that are there, at most
_KEY = 2  # words by which a head is found again
_FEWEST = 2  # words of a head, beside the page's number


def page_heads(texts: list[str]) -> list[int]:
    """Return for each page where its head ends, or its own number where it begins with that; 0 for all where they have neither."""
    full = [k for k, text in enumerate(texts) if text.strip()]
    numbered = [k for k in full if _NUMBER.search(texts[k], 0, _HEAD) is not None]  # not what a page was broken into
    ends = _repeated(texts, full) or _repeated(texts, full[1:]) or _repeated(texts, numbered)
    return [ends.get(k, 0) for k in range(len(texts))] if ends else _page_numbers(texts)


def pages_within(text: str) -> list[int]:
    """Find where pages begin in a line that holds several: where the words that it begins with come back with the next page's number."""
    first = _NUMBER.search(text, 0, _HEAD)
    if first is None:
        return [0]
    lead = re.sub(r"\d+", "0", text[: first.start()]).split()[:_KEY]
    key = re.compile(rf"(?<!\S){' '.join(re.escape(word).replace('0', chr(92) + 'd+') for word in lead)}(?!\S)")
    starts, last, number = [0], first, _told(first)
    for match in _NUMBER.finditer(text, first.end()):
        if not 1 <= _told(match) - number <= _SKIPPED:
            continue
        found = [one.start() for one in key.finditer(text, max(match.start() - _HEAD, last.end()), match.start())]
        if not lead or found:
            starts.append(found[-1] if lead else match.start())
            last, number = match, _told(match)
    texts = [text[at:after] for at, after in pairwise([*starts, len(text)])]
    return starts if len(texts) > 1 and any(page_heads(texts)) else [0]


def _told(match: re.Match[str]) -> int:
    return int(match["number"] or match["alone"])


def _repeated(texts: list[str], pages: list[int]) -> dict[int, int]:
    """Find where the words end that these pages begin with, their page's number counting on."""
    words = {k: [match for match, _ in zip(_WORD.finditer(texts[k]), range(_LONGEST), strict=False)] for k in pages}
    pages = _alike({k: _keys(words[k][:_FEWEST]) for k in pages})
    if len(pages) < 2:
        return {}
    keys = zip(*(_keys(words[k]) for k in pages), strict=False)
    count = sum(1 for _ in takewhile(lambda row: len(set(row)) == 1, keys))
    count = min([count, *(_item(words[k]) for k in pages)])
    if count < _FEWEST:
        return {}
    numbers = {k: _NUMBER.search(texts[k], 0, words[k][count - 1].end()) for k in pages}
    told = [_told(match) for match in numbers.values() if match is not None]
    if len(told) < len(pages) or not all(before < after for before, after in pairwise(told)):
        return {}
    return {k: _end(match.end(), words[k][:count]) for k, match in numbers.items() if match is not None}


def _keys(words: list[re.Match[str]]) -> list[str]:
    return [re.sub(r"\d+", "0", fold(word.group())) for word in words]


def _alike(openings: dict[int, list[str]]) -> list[int]:
    """Take the pages that begin as most of them do; the others were lines of a page before («Beslutet skickas till …»)."""
    ways = Counter(map(tuple, openings.values())).most_common(1)
    alike = [k for k, words in openings.items() if ways and tuple(words) == ways[0][0]]
    return alike if 2 * len(alike) > len(openings) else []


def _item(words: list[re.Match[str]]) -> int:
    """Count the words before the head of an item («KS § 116»)."""
    at = next((k for k, word in enumerate(words) if word.group().startswith("§")), len(words))
    return at - 1 if 0 < at < len(words) and re.fullmatch(r"[A-ZÅÄÖ]\w{0,5}", words[at - 1].group()) else at


def _end(number: int, words: list[re.Match[str]]) -> int:
    """Tell where a head ends: behind its number, or behind the words that come back after it."""
    after = [word.end() for word in words if word.start() >= number and _SAYS.search(word.group())]
    return after[-1] if len(after) >= _FEWEST else number


def _page_numbers(texts: list[str]) -> list[int]:
    found = [_PAGE.match(text) for text in texts]
    first = [int(match[1]) for match in found if match is not None]
    counts = len(first) > 1 and first[0] <= 2 and all(0 <= after - number <= 1 for number, after in pairwise(first))
    return [match.end() if counts and match is not None else 0 for match in found]
