"""What the facts of one meeting claim: the characters of their evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from loaders.minutes import AgendaItem, Evidence, Minutes
from loaders.reading.account.fact_rules import rule_of
from loaders.reading.account.spans import Claim, Layer
from loaders.reading.people.seen import Seen


def fact_claims(minutes: Minutes, seen: Sequence[Seen]) -> Iterator[Claim]:
    """Yield the claims of a meeting's facts; `seen` tells by which list or sentence each person was found."""
    for evidence in minutes.meeting.evidence:
        yield _claim(evidence, "meeting")
    places = {evidence: one.section for one in seen for evidence in one.evidence}
    for person in minutes.participants:
        for evidence in person.evidence:
            section = places.get(evidence)
            yield _claim(evidence, "participants" if section is None else f"participants: {section}")
    for item in minutes.items:
        yield from _item_claims(item)
    for mention in minutes.mentions:
        for evidence in mention.evidence:
            yield _claim(evidence, f"mention: {mention.kind}", Layer.MENTION)


def facts_of(item: AgendaItem) -> Iterator[tuple[str, msgspec.Struct, tuple[Evidence, ...]]]:
    """Yield every fact of an item with its family, the field it stands in, and its evidence."""
    for family in item.__struct_fields__:
        value = getattr(item, family)
        for fact in value if isinstance(value, tuple) and family != "evidence" else ():
            evidence = getattr(fact, "evidence", ())
            if isinstance(fact, msgspec.Struct) and evidence:
                yield family, fact, evidence


def quote_of(evidence: Sequence[Evidence]) -> str:
    """Join what a fact quotes, with single spaces."""
    return " ".join(" ".join(one.quote for one in evidence).split())


def _item_claims(item: AgendaItem) -> Iterator[Claim]:
    for evidence in item.evidence:
        yield _claim(evidence, "items: title")
    for family, _, proof in facts_of(item):
        rule = rule_of(family, quote_of(proof))
        for evidence in proof:
            yield _claim(evidence, rule)
    for ballot in (ballot for vote in item.votes for ballot in vote.named):
        for evidence in ballot.evidence:
            yield _claim(evidence, f"votes: {ballot.vote}")


def _claim(evidence: Evidence, rule: str, layer: Layer = Layer.FACT) -> Claim:
    return Claim(evidence.start, evidence.end, "claimed", rule, layer)
