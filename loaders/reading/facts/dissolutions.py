"""The decided end of groups («upplösning»)."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.minutes import Dissolution
from loaders.reading.facts.group_drafts import kind_of
from loaders.reading.facts.group_names import name_group
from loaders.reading.facts.group_signals import group_nouns
from loaders.reading.items.context import Item
from loaders.reading.lexicon.acts import PROPOSED
from loaders.reading.lexicon.terms import find_terms
from loaders.reading.rules import Rule
from loaders.reading.text.flow import Flow, sentences
from loaders.reading.text.letters import clean

ENDS = Rule(
    "ends",
    r"\b(?:upplösa|upplöses|upplöstes|avveckla|avvecklas|lägga\s+ne[dr]|läggs\s+ne[dr]|lägger\s+ne[dr]|upphöra|upphör)\b",
    "att arbetsgruppen upplöses",
    "att arbetsgruppen fortsätter",
)
LATER = Rule(
    "later-or-not",
    r"\b(?:därefter|sedan|när\s+(?:uppdraget|arbetet)|inte|ej|efter\s+(?:slutfört|avslutat))\b",
    "och upplöses därefter",
    "upplöses den 1 maj",
)
_ACTIVE = frozenset({"upplösa", "avveckla", "lägga", "lägger"})


def read_dissolutions(item: Item) -> Iterator[Dissolution]:
    """Yield the groups that the item's decided points end; one that is to end later, or only proposed to, is none."""
    for text in (sentence for point in item.points for sentence in sentences(point)):
        words = text.text
        ends = ENDS.find(words)
        if ends is None or PROPOSED.holds(words) or LATER.holds(words):
            continue
        found = _ended(text, item, ends.start(), ends.end())
        if found is not None:
            yield found


def _ended(text: Flow, item: Item, start: int, end: int) -> Dissolution | None:
    """Make the dissolution of the group nearest before the verb («gruppen upplöses»), or after it («upplösa gruppen»)."""
    words = text.text
    nouns = [noun for noun in group_nouns(words) if not noun.ending.lower().endswith("s")]
    passive = words[start:end].lower().split()[0] not in _ACTIVE
    before = [noun for noun in nouns if noun.end <= start and start - noun.end < 160]
    after = [noun for noun in nouns if end <= noun.start < end + 80]
    noun = next(iter([*before[:1], *after[:1]] if passive else [*after[:1], *before[:1]]), None)
    if noun is None:
        return None
    term = next((term for term in find_terms(words) if term.since is not None), None)
    return Dissolution(
        name=name_group(words, noun, clean(item.title.text)),
        kind=kind_of(noun.noun.lower()),
        since=term.since if term is not None else None,
        evidence=text.evidence(),
    )
