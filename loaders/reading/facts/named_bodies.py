"""The full name of a body that a sentence only calls «rådet» or «gruppen», as the item names it elsewhere."""

from __future__ import annotations

import re

from loaders.minutes import Group
from loaders.reading.facts.group_names import name_group
from loaders.reading.facts.group_signals import group_nouns
from loaders.reading.items.context import Item
from loaders.reading.text.letters import fold

_SHORT = re.compile(r"[a-zåäöé-]+?(?P<ending>en|et|n|t)")


def full_name(body: str, item: Item, groups: list[Group]) -> str:
    """Return the name of the group that the item founds, or of a body with a name of its own, that the noun alone means («rådet»)."""
    match = _SHORT.fullmatch(body)
    if match is None:
        return body
    noun = fold(body[: match.start("ending")])
    named = next((group for group in reversed(groups) if fold(group.kind).endswith(noun)), None)
    if named is not None and (named.change == "set-up" or named.name[:1].isupper()):
        return named.name
    for text in (item.title.text, *(point.text for point in item.points)):
        for found in group_nouns(text):
            name = name_group(text, found, "")
            if fold(found.noun).endswith(noun) and len(name.split()) > 1 and name[:1].isupper():
                return name
    return body
