"""How two names of people are related: the same, spelled or scanned apart, shortened, or changed («namnformer»)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import Final

from loaders.identity.names import plain, skeleton_of, variant_word

_WORD: Final = re.compile(r"[^\W_]+")
_SURNAME: Final = r"[^\W\d_a-zåäö][^\W\d_]+(?:[ -][^\W\d_a-zåäö][^\W\d_]+)?"
_FORMER: Final = re.compile(
    rf"(?:\s*\([^()]{{1,12}}\))?\s*[,(]?\s*(?:tidigare|förut|förr|f\.\s?d\.?|fd|född|f\.|numera)\s+(?P<surname>{_SURNAME})(?=\s*(?:[),.;(]|$))"
)
_STATED: Final = re.compile(r"\s*[,(]?\s*(?:tidigare|förut|förr|f\.\s?d\.?|fd|född|f\.|numera)\s+\S.*$")


class NameRelation(StrEnum):
    """How two full names can be one person's; `SAID` where the minutes state a change of name."""

    SAME = "same"
    SAID = "said"
    SPELLED = "spelled"
    SHORTENED = "shortened"
    INITIAL = "initial"


@lru_cache(maxsize=32768)
def relation(left: str, right: str) -> NameRelation | None:
    """Tell how two printed names are related; None where they are two people's («Larsson», «Karlsson»)."""
    a, b = plain(left).split(), plain(right).split()
    if a == b:
        return NameRelation.SAME
    if not a or not b:
        return None
    short, long = sorted((a, b), key=len)
    if len(short) > 1 and short[0] == long[0] and len(short) < len(long) and set(short) < set(long):
        return NameRelation.SHORTENED
    if len(a) == len(b) and a[1:] == b[1:] and 1 in (len(a[0]), len(b[0])) and a[0][0] == b[0][0]:
        return NameRelation.INITIAL
    return NameRelation.SPELLED if scan_variant(left, right) else None


def scan_variant(left: str, right: str) -> bool:
    """Tell whether two full names are one name spelled or scanned in two ways («Pettersson», «Petersson», «Hégberg»).

    One word may differ, by what writing and scanning confuse: Larsson and Karlsson, Lindberg and Lindborg are two.
    """
    a, b = plain(left).split(), plain(right).split()
    if len(a) != len(b) or len(a) < 2:
        return False
    differing = [k for k in range(len(a)) if a[k] != b[k]]
    if len(differing) != 1:
        return False
    printed = _WORD.findall(left.casefold()), _WORD.findall(right.casefold())
    k = differing[0]
    aligned = len(printed[0]) == len(a) and len(printed[1]) == len(b)
    return variant_word(a[k], b[k], (printed[0][k], printed[1][k]) if aligned else ("", ""))


@lru_cache(maxsize=32768)
def name_keys(name: str) -> tuple[str, ...]:
    """Return the keys of which two folded names that are related share one: first letter, and a surname's skeleton."""
    first, *rest = name.split() or ["-"]  # a name of blanks
    initial = skeleton_of(first[0])
    return tuple(sorted({f"{initial} {skeleton_of(word)}" for word in rest})) or (initial,)


def without_change(name: str) -> str:
    """Return a name without the words that tell of another («Anna Ek, tidigare Alm» → «Anna Ek»)."""
    return _STATED.sub("", name) if _STATED.search(name) else name


def changed_names(name: str, *stated: str) -> Iterator[str]:
    """Yield, folded, the names that somebody is said to have had or to have now, in texts in which the name stands.

    «Anna Ek, tidigare Alm», «Anna Alm (numera Ek)», «Anna Ek, född Alm»: only what is said, never what is guessed.
    """
    words = plain(without_change(name)).split()
    for text in stated:
        for match in re.finditer(re.escape(without_change(name)), text):
            change = _FORMER.match(text, match.end())
            if change is not None and len(words) > 1:
                yield f"{words[0]} {plain(change['surname'])}"
                if len(words) > 2:
                    yield f"{' '.join(words[:-1])} {plain(change['surname'])}"
