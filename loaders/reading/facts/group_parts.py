"""Sentences that tell of several groups, cut where each begins."""

from __future__ import annotations

from itertools import pairwise

from loaders.reading.facts.group_signals import AND_FOUNDS, CONSISTS, group_nouns
from loaders.reading.facts.group_wordings import TABLE_ROW
from loaders.reading.text.flow import Flow

_ROWS = 2
_NEAR = 120  # characters before a group that join it to what is told before


def rows_of_groups(text: Flow) -> list[Flow]:
    """Cut the rows of a table of groups («följande programråd:   Programråd för fordon      Eva Alm, Bo Ek»)."""
    starts = [match.start("group") for match in TABLE_ROW.find_all(text.text)]
    if len(starts) < _ROWS:
        return []
    return [text.part(start, end) for start, end in pairwise([*starts, len(text.text)])]


def parts_by_group(text: Flow) -> list[Flow]:
    """Cut a sentence before a group with members of its own that it founds beside another («… samt en referensgrupp bestående av C»)."""
    words = text.text
    edges = [0]
    for noun in list(group_nouns(words))[1:]:
        low = max(noun.start - _NEAR, edges[-1])
        lead, behind = AND_FOUNDS.find(words[low : noun.start]), CONSISTS.find(words[noun.end :])
        if lead and behind and not noun.definite and next(group_nouns(behind.group()), None) is None:
            edges.append(low + lead.start("founds"))
    return [text.part(low, high) for low, high in pairwise([*edges, len(words)])]
