r"""What a text must hold before a pattern can match it, so that most patterns need not be tried on most texts.

A pattern such as `\b(?:bilda|tillsätt)\w* en` can match only where «bilda» or «tillsätt» stands. Such words are found in
the pattern itself, so that nobody has to keep them beside it, and to look for a word is many times faster than to match.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import import_module
from typing import Any

# the parser of `re` has no public name; what it returns is read with care: of an operator not known here nothing is asked
_PARSER: Any = import_module("re._parser")

_MOST = 48
"""Words that are looked for at most; to look for more takes longer than to match."""
_PART = 65_536
_PRODUCT = 24
"""Spellings of one stretch that are told apart («inrätta(?:s|r|t)?» has four)."""

_Words = frozenset[str]
_EMPTY: _Words = frozenset({""})


@lru_cache(maxsize=512)
def lowered(text: str) -> str:
    """Lower the case of a text as far as patterns that ignore case do; kept, since many rules ask for one text."""
    return _lowered(text)


def lowered_in_parts(text: str) -> str:
    """Lower a long text, which is not kept, part by part: as a whole it would take six times its memory meanwhile."""
    return "".join(_lowered(text[at : at + _PART]) for at in range(0, len(text), _PART))


def _lowered(text: str) -> str:
    return text.lower().replace("ſ", "s").replace("ı", "i").replace("i\u0307", "i")


def needles(pattern: str, flags: int) -> tuple[str, ...]:
    """List words in lower case of which every match of the pattern holds one; none when nothing is sure."""
    _, needed = _sequence(_PARSER.parse(pattern, flags))
    if needed is None:
        return ()
    return tuple(sorted(needed, key=lambda word: (len(word), word)))


def openings(pattern: str, flags: int) -> frozenset[str] | None:
    """List the letters in lower case with which a match of the pattern can begin; None when any can."""
    letters, empty = _first(_PARSER.parse(pattern, flags))
    return None if empty else letters


def _first(nodes: Iterable[tuple[Any, Any]]) -> tuple[_Words | None, bool]:
    """Return the letters that a sequence can begin with, and whether it can be empty."""
    letters = frozenset[str]()
    for operator, argument in nodes:
        begins, empty = _first_of(str(operator), argument)
        if begins is None:
            return None, empty
        letters |= begins
        if not empty:
            return letters, False
    return letters, True


def _first_of(operator: str, argument: Any) -> tuple[_Words | None, bool]:
    begins: _Words | None = None
    empty = False
    match operator:
        case "AT" | "ASSERT" | "ASSERT_NOT":
            begins, empty = frozenset(), True
        case "LITERAL" | "IN" if operator == "LITERAL" or all(str(kind) == "LITERAL" for kind, _ in argument):
            begins = frozenset(
                chr(code).lower() for _, code in ([("", argument)] if operator == "LITERAL" else argument)
            )
        case "SUBPATTERN":
            begins, empty = _first(argument[-1])
        case "ATOMIC_GROUP":
            begins, empty = _first(argument)
        case "BRANCH":
            each = [_first(branch) for branch in argument[1]]
            begins = None if any(one is None for one, _ in each) else frozenset().union(*(one or () for one, _ in each))
            empty = any(one for _, one in each)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            begins, empty = _first(argument[-1])
            empty = empty or argument[0] == 0
    return begins, empty


def _sequence(nodes: Iterable[tuple[Any, Any]]) -> tuple[_Words | None, _Words | None]:
    """Return all that a sequence can match, if that is a few words, and the best words of which each match holds one."""
    exact: _Words | None = _EMPTY
    run, found = _EMPTY, list[_Words]()
    for operator, argument in nodes:
        words, needed = _node(str(operator), argument)
        if needed is not None:
            found.append(needed)
        joined = _product(run, words)
        if joined is None:
            found.append(run)
            run, exact = (_EMPTY if words is None else words), None
        else:
            run = joined
    found.append(run)
    return run if exact is not None else None, _best(found)


def _node(operator: str, argument: Any) -> tuple[_Words | None, _Words | None]:
    """Return the same for one node of a pattern."""
    exact: _Words | None = None
    needed: _Words | None = None
    match operator:
        case "LITERAL":
            exact = frozenset({chr(argument).lower()})
        case "AT" | "ASSERT" | "ASSERT_NOT":
            exact = _EMPTY
        case "IN" if len(argument) <= 3 and all(str(kind) == "LITERAL" for kind, _ in argument):
            exact = frozenset(chr(code).lower() for _, code in argument)
        case "SUBPATTERN":
            exact, needed = _sequence(argument[-1])
        case "ATOMIC_GROUP":
            exact, needed = _sequence(argument)
        case "BRANCH":
            exact, needed = _branch([_sequence(branch) for branch in argument[1]])
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            exact, needed = _repeat(*argument)
    return exact, needed


def _repeat(least: int, most: int, repeated: Iterable[tuple[Any, Any]]) -> tuple[_Words | None, _Words | None]:
    exact, needed = _sequence(repeated)
    if (least, most) == (0, 1):
        return (None if exact is None else exact | _EMPTY), None
    return None, (_either(exact, needed) if least else None)


def _branch(branches: Sequence[tuple[_Words | None, _Words | None]]) -> tuple[_Words | None, _Words | None]:
    exact = frozenset[str]().union(*(one for one, _ in branches if one is not None))
    each = [_either(one, needed) for one, needed in branches]
    needed = None if None in each else frozenset[str]().union(*(one for one in each if one is not None))
    whole = len(exact) <= _PRODUCT and all(one is not None for one, _ in branches)
    return (exact if whole else None), needed


def _either(exact: _Words | None, needed: _Words | None) -> _Words | None:
    return _best([exact or _EMPTY, needed or _EMPTY])


def _product(run: _Words, words: _Words | None) -> _Words | None:
    if words is None or len(run) * len(words) > _PRODUCT:
        return None
    return frozenset(before + after for before in run for after in words)


def _best(found: Iterable[_Words]) -> _Words | None:
    """Choose the words to look for; a word that holds another of them is found with it."""
    least = (frozenset(w for w in words if not any(o in w for o in words if o != w)) for words in found)
    return max(filter(_useful, least), key=_worth, default=None)


def _useful(words: _Words) -> bool:
    """Tell whether to look for these words tells anything: no single letter, figure or space, and not too many."""
    return 0 < len(words) <= _MOST and all(len(w) > 1 or (w and not (w.isalnum() or w.isspace())) for w in words)


def _worth(words: _Words) -> tuple[int, int, int]:
    """Rank words to look for: long ones are rare, and few are looked for fast."""
    shortest = min(map(len, words))
    return min(shortest, 4), -len(words), shortest
