"""Judgements and corrections that have no effect, each in one clear line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from aktorsgraf.judgements import InForce, Opinion
from loaders.identity import Conflict, Judgement


def judgement_of(opinion: Opinion, base: str) -> Judgement:
    """Return an opinion as identity takes it."""
    return Judgement(f"{base}{opinion.left}", f"{base}{opinion.right}", opinion.verdict)


def unfollowed(conflicts: Iterable[Conflict], said: InForce, base: str) -> Iterator[str]:
    """Yield a line about each judgement that is not followed: it contradicts others, or is of nothing there is."""
    opinions = {judgement_of(one, base): one for one in said.opinions}
    for conflict in conflicts:
        own = opinions[conflict.judgement]
        if conflict.unknown:
            missing = ", ".join(iri.removeprefix(base) for iri in conflict.unknown)
            yield f"judgement {named(own)}: not followed, there is no {missing} to be one with the other"
        else:
            others = ", ".join(named(opinions[one]) for one in conflict.against)
            yield f"judgement {named(own)}: not followed, it contradicts {others}; take one back: aktorsgraf undo ID"


def contradicted(conflicts: Iterable[Conflict], said: InForce, new: Collection[str], base: str) -> Iterator[str]:
    """Yield a line about each conflict that new opinions, by their keys, would bring."""
    opinions = {judgement_of(one, base): one for one in said.opinions}
    for conflict in conflicts:
        involved = [opinions[one] for one in (conflict.judgement, *conflict.against)]
        own = [one for one in involved if one.id in new]
        if own and not conflict.unknown:
            others = ", ".join(named(one) for one in involved if one.id not in new)
            yield (
                f"{' / '.join(own[0].names)}: {own[0].verdict} contradicts {others}, with what is judged the same beside it; "
                "not noted, take one back first: aktorsgraf undo ID"
            )
        elif own:
            missing = ", ".join(iri.removeprefix(base) for iri in conflict.unknown)
            yield f"{missing}: cannot be judged with the other; expected two people, or two units of one kind; not noted"


def without_effect(lost: Collection[str], said: InForce) -> Iterator[str]:
    """Yield a line about each correction, by its key, of something that is no more."""
    for one in said.corrections:
        if one.id in lost:
            yield f"correction {one.id} ({one.name}: {one.property}): of no effect, what it corrects is not in the graph now"


def named(opinion: Opinion) -> str:
    """Return an opinion's key, and what it says of whom."""
    return f"{opinion.id} ({' / '.join(opinion.names)}: {opinion.verdict})"
