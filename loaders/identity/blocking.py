"""Which pairs are compared at all («blockning»): those that share part of a name and something beside it, never all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from loaders.identity.names import skeleton_of
from loaders.identity.personnames import name_keys
from loaders.identity.persons import Person

WHOLE = 24  # up to so many in a block, each is compared with each
WINDOW = 6  # in larger blocks, each with so many that follow in an order in which the most alike stand side by side


def supported(person: Person) -> Iterator[tuple[str, str]]:
    """Yield the keys of pairs that evidence can join: part of a name, with a body, an organisation or a municipality."""
    names = {key for name in (*person.names, *person.also) for key in name_keys(name)}
    for beside in (*person.bodies, *person.units, *person.homes):
        for name in names:
            yield name, beside


def namesakes(person: Person) -> Iterator[tuple[str, str]]:
    """Yield the keys of pairs that share the whole name and perhaps nothing else."""
    for name in (*person.names, *person.also):
        yield name, ""


def misprints(person: Person) -> Iterator[tuple[str, str]]:
    """Yield the keys of pairs whose whole names a scan can confuse, and that share perhaps nothing else."""
    for name in (*person.names, *person.also):
        yield " ".join(map(skeleton_of, name.split())), "~"


def pairs(
    people: Iterable[Person], keys: Callable[[Person], Iterable[tuple[str, str]]], changed: Callable[[Person], bool]
) -> Iterator[tuple[Person, Person]]:
    """Yield the pairs of each block of which one at least has changed, in no order that matters.

    A pair comes once for each part of a name that it shares. Blocks of one part are made at a time, to keep few in memory.
    """
    named: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        for name in {name for name, _ in keys(person)}:
            named[name].append(person)
    for name, group in named.items():
        if len(group) > 1:
            yield from _of_one_name(name, group, keys, changed)


def _of_one_name(
    name: str,
    group: list[Person],
    keys: Callable[[Person], Iterable[tuple[str, str]]],
    changed: Callable[[Person], bool],
) -> Iterator[tuple[Person, Person]]:
    """Yield the pairs that share a part of a name, each once."""
    blocks: dict[str, list[Person]] = defaultdict(list)
    for person in group:
        for beside in {beside for part, beside in keys(person) if part == name}:
            blocks[beside].append(person)
    seen: set[tuple[str, str]] = set()
    for block in blocks.values():
        for left, right in _within(block):
            pair = (left.iri, right.iri) if left.iri < right.iri else (right.iri, left.iri)
            if pair not in seen and (changed(left) or changed(right)):
                seen.add(pair)
                yield (left, right) if left.iri < right.iri else (right, left)


def _within(block: list[Person]) -> Iterator[tuple[Person, Person]]:
    """Yield the pairs of a block: all of a small one, neighbours of a large one."""
    if len(block) <= WHOLE:
        yield from combinations(block, 2)
        return
    ordered = sorted(block, key=_alike)
    for place, left in enumerate(ordered):
        for right in ordered[place + 1 : place + 1 + WINDOW]:
            yield left, right


def _alike(person: Person) -> tuple[str, str, str, tuple[int, int], str]:
    """Return the order in which the most alike of a block stand side by side."""
    return (
        person.name,
        min(person.homes, default=""),
        min(person.parties, default=""),
        person.days or (0, 0),
        person.iri,
    )
