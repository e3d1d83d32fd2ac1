"""What people say on top of the minutes: judgements of identity, corrections, exclusions, and what takes them back («bedömningar»).

An entry is one line of the log. It is never changed: an undo is an entry, too. IRIs stand in it without their base
(`person/karin-stahl-3d98ab12`), so that they hold whatever base a workspace has.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Annotated, NamedTuple, TypeAlias

import msgspec

from loaders.identity import Verdict
from loaders.privacy import mask_text
from ontology.iris import digest8

Moment = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", description="in universal time")]
Text = Annotated[str, msgspec.Meta(min_length=1)]


class Said(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="kind"):
    """What every entry says: its key, when it was made and by whom, and why."""

    id: Text
    when: Moment
    who: Text
    reason: str | None = None


class Weighed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A piece of evidence with its weight in bits, as they were when somebody judged."""

    feature: Text
    weight: float


class Opinion(Said, frozen=True, kw_only=True, tag="judgement"):
    """Whether two things are one. `names` are what they were called; they serve readers of the log alone."""

    verdict: Verdict
    left: Text
    right: Text
    names: tuple[str, str]
    score: float | None = None
    features: tuple[Weighed, ...] = ()

    @property
    def pair(self) -> frozenset[str]:
        """Return the two, in no order."""
        return frozenset((self.left, self.right))


class Correction(Said, frozen=True, kw_only=True, tag="correction"):
    """A value that counts before the one that the minutes give («rättelse»).

    `subject` is what the user named. `facts` are the things whose property it is: the subject itself, or what the minutes
    say of it at meetings; `was` is what they said. `value` is written as `aktorsgraf.corrections` reads it.
    """

    subject: Text
    name: str
    property: Text
    value: Text
    was: str = ""
    facts: tuple[Text, ...]


class Exclusion(Said, frozen=True, kw_only=True, tag="exclusion"):
    """That a person is left out of the graph («utelämnande»), by any IRI that the person has or had."""

    subject: Text
    name: str


class Undo(Said, frozen=True, kw_only=True, tag="undo"):
    """That another entry, by its key, no longer counts; undone itself, that one counts again."""

    undoes: Text


Counting: TypeAlias = Opinion | Correction | Exclusion
Entry: TypeAlias = Counting | Undo


class Author(NamedTuple):
    """Who says something, when and why; handed in, so that nothing here asks a clock. `stamp` makes it fit for the log."""

    who: str
    when: str
    reason: str | None = None


def stamp(who: str, when: dt.datetime, reason: str | None) -> Author:
    """Return an author for the log: the moment in universal time, each text one line, personal identity numbers masked."""
    moment = when.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Author(_one_line(who), moment, _one_line(reason or "") or None)


def _one_line(text: str) -> str:
    return " ".join(mask_text(text).split())


def keyed(entry: Entry) -> Entry:
    """Return the entry as the log keeps it: texts one line each and without personal identity numbers, and its key.

    The key follows from its content, so the same line merged from two logs counts once.
    """
    reason = _one_line(entry.reason or "") or None
    bare = msgspec.structs.replace(entry, id="-", who=_one_line(entry.who), reason=reason)
    return msgspec.structs.replace(bare, id=digest8(msgspec.json.encode(bare).decode()))


class InForce(NamedTuple):
    """What counts, each in the order in which it was said."""

    opinions: tuple[Opinion, ...] = ()
    corrections: tuple[Correction, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()


def in_force(entries: Iterable[Entry]) -> InForce:
    """Return what is not undone; of opinions on one pair the last.

    The order of the lines is of account only among entries of one second.
    """
    ordered = sorted({entry.id: entry for entry in entries}.values(), key=lambda entry: entry.when)
    undone = undone_keys(ordered)
    counting = [entry for entry in ordered if entry.id not in undone]
    opinions: dict[frozenset[str], Opinion] = {}
    for one in counting:
        if isinstance(one, Opinion):
            opinions.pop(one.pair, None)  # said anew, it takes its new place in the order
            opinions[one.pair] = one
    return InForce(
        tuple(opinions.values()),
        tuple(one for one in counting if isinstance(one, Correction)),
        tuple(one for one in counting if isinstance(one, Exclusion)),
    )


def undone_keys(entries: Iterable[Entry]) -> frozenset[str]:
    """Return the keys of entries that are taken back by an undo that is not taken back itself."""
    undoing: dict[str, list[str]] = {}
    for entry in entries:
        if isinstance(entry, Undo):
            undoing.setdefault(entry.undoes, []).append(entry.id)

    def isundone_keys(key: str, seen: frozenset[str]) -> bool:
        return any(one not in seen and not isundone_keys(one, seen | {one}) for one in undoing.get(key, ()))

    return frozenset(key for key in undoing if isundone_keys(key, frozenset({key})))


def last_in_force(entries: Iterable[Entry]) -> Counting | None:
    """Return what was said last and counts."""
    known = list(entries)
    counting = in_force(known)
    place = {entry.id: at for at, entry in enumerate(known)}
    said: tuple[Counting, ...] = (*counting.opinions, *counting.corrections, *counting.exclusions)
    return max(said, key=lambda one: (one.when, place[one.id]), default=None)
