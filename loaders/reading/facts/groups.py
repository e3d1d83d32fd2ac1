"""Groups («arbetsgrupper») that an item sets up, staffs or enlarges, and who sits on them."""

from __future__ import annotations

import datetime as dt
import re

from loaders.minutes import Appointment, Group, GroupChange
from loaders.reading.facts.assignment_forms import DONE_BY
from loaders.reading.facts.group_drafts import Draft, appointments_of, group_of
from loaders.reading.facts.group_members import members_of
from loaders.reading.facts.group_names import COMPLEMENT, name_group
from loaders.reading.facts.group_offices import OFFICE_WORD, read_offices
from loaders.reading.facts.group_parts import parts_by_group, rows_of_groups
from loaders.reading.facts.group_signals import ALSO_SET_UP, KIND, GroupNoun, Signal, group_nouns, same_noun, signal_of
from loaders.reading.facts.group_wordings import (
    ACTED,
    ALREADY,
    DATED,
    FOUNDS_ANEW,
    GROUP_ALONE,
    IS_TASK,
    IS_TOLD,
    LABELLED_TASK,
    MEMBERS_FOLLOW,
    NOTED,
    OF_PLACE,
    ORDERED,
    PERFECT,
    RESULT,
    TASK,
    TEMPORARY,
)
from loaders.reading.items.context import Context, Item
from loaders.reading.items.deadlines import deadline_of
from loaders.reading.items.formulas import NAMED_BODY, is_own
from loaders.reading.lexicon.acts import ENDED, PROPOSED
from loaders.reading.lexicon.places import municipality_of
from loaders.reading.lexicon.terms import find_terms
from loaders.reading.people.grammar import read_people
from loaders.reading.text.flow import Flow, sentences
from loaders.reading.text.letters import clean, fold

_PURPOSE = re.compile(r"\sför\s+(?P<word>[\w-]+)")
_STAFFED_FOR = re.compile(
    r"\sför\s+(?P<word>[\w-]+)(?:\s[\w-]+){0,5}?\s(?:utökas|kompletteras|förstärks|består|(?:ska\s)?bestå|utgörs|bemannas|får)\b"
)


def read_groups(item: Item, context: Context) -> tuple[list[Group], list[Appointment]]:
    """Read the groups of an item and the appointments to them, members in the order named."""
    drafts: list[Draft] = []
    for point in item.points:
        for sentence in sentences(point):
            if NOTED.holds(sentence.text) and PERFECT.holds(sentence.text):
                continue
            rows = rows_of_groups(sentence)
            for row in rows:  # each row of a table has a group of its own
                own: list[Draft] = []
                _read_sentence(row, item, context, own, decided=True)
                drafts += own
            for part in () if rows else parts_by_group(sentence):
                _read_sentence(part, item, context, drafts, decided=True)
    for text in item.told:
        for sentence in sentences(text):
            told = any(rule.holds(sentence.text) for rule in (PROPOSED, PERFECT, ALREADY))
            if not told and not _by_another(sentence.text, context):
                for part in parts_by_group(sentence):
                    _read_sentence(part, item, context, drafts, decided=False)
    kept = [draft for draft in drafts if draft.members or (draft.decided and draft.change != "staffed")]
    return [group_of(draft) for draft in kept], [one for draft in kept for one in appointments_of(draft)]


def _by_another(words: str, context: Context) -> bool:
    """Tell what another body did («Förbundsdirektionen tog beslut om att tillsätta en projektgrupp»)."""
    acted = ACTED.find(words)
    if acted is None or context.body is None:
        return False
    if NAMED_BODY.holds(acted["body"]):
        return not is_own(acted["body"], context.body)
    return fold(acted["body"]) not in fold(f"{context.body} {context.organisation or ''}")


def _read_sentence(text: Flow, item: Item, context: Context, drafts: list[Draft], *, decided: bool) -> None:
    """Read the first group that a sentence does something with; without one it can go on with the last group."""
    words = text.text
    proposal = PROPOSED.find(words)
    for noun in group_nouns(words):
        if proposal is not None and proposal.start() < noun.start:
            break
        draft = _known(drafts, noun)
        if draft is not None and _is_another(draft, words, noun):
            draft = None
        if draft is None and _is_meeting_body(noun, context):
            continue
        signal = signal_of(words, noun, decided=decided, known=draft is not None)
        if draft is None:
            if signal is None or (_only_ends(words) and not FOUNDS_ANEW.holds(words[: noun.start])):
                continue
            done = decided and not ORDERED.holds(words[: noun.start])
            draft = Draft(*_named(item, text, noun), decided=done, change=_change(signal, noun))
            drafts.append(draft)
        elif (
            signal is None
            and not OFFICE_WORD.holds(words)
            and (deadline_of(words, context) is None or not IS_TOLD.holds(words[: noun.start]))
        ):
            continue
        _fill(draft, text, noun, signal, context)
        if signal == "set-up":
            drafts += _also_set_up(text, noun, decided=decided)
        return
    if drafts and (decided or text.place(0) > drafts[-1].place) and not _of_another(drafts, words):
        _follow_up(drafts[-1], text, context)


def _named(item: Item, sentence: Flow, noun: GroupNoun) -> tuple[str, str]:
    """Return a group's noun and its name; «gruppen» has those that the item tells before («Arbetsgruppen för vindkraft …»)."""
    name = name_group(sentence.text, noun, clean(item.title.text))
    if not noun.definite or " " in name:
        kind = next(group_nouns(name), noun) if GROUP_ALONE.holds(noun.noun) else noun
        return kind.noun.lower(), name
    texts = sorted((*item.background, *item.told, *item.points), key=lambda text: text.place(0))
    told = [
        (other.noun.lower(), name_group(text.text, other, ""))
        for text in texts
        for other in group_nouns(text.text)
        if other.definite
        and same_noun(other.noun.lower(), noun.noun.lower())
        and text.place(other.start) < sentence.place(0)
    ]
    return next((one for one in reversed(told) if " " in one[1]), (noun.noun.lower(), name))


def _of_another(drafts: list[Draft], words: str) -> bool:
    """Tell a sentence whose subject is a group that the item does nothing with («Nuvarande sortimentsgrupp leds av …»)."""
    first = next(group_nouns(words), None)
    compound = first is not None and KIND.holds(first.noun) and not GROUP_ALONE.holds(first.noun)
    return first is not None and compound and IS_TOLD.holds(words[: first.start]) and _known(drafts, first) is None


def _also_set_up(text: Flow, first: GroupNoun, *, decided: bool) -> list[Draft]:
    """Read the groups that a sentence sets up beside the first («inrätta en grupp för A och en grupp för B»)."""
    words = text.text
    found = []
    for noun in group_nouns(words):
        beside = noun.start > first.end and ALSO_SET_UP.holds(words[max(noun.start - 40, 0) : noun.start])
        if beside and (not noun.definite or noun.noun[0].isupper()) and COMPLEMENT.holds(words[noun.end :]):
            draft = Draft(noun.noun.lower(), name_group(words, noun, ""), decided=decided, change="set-up")
            draft.prove(text)
            found.append(draft)
    return found


def _change(signal: Signal, noun: GroupNoun) -> GroupChange:
    """Say what the item does with a group; «en grupp bestående av …» is set up by it, «gruppen består av …» staffed."""
    if signal == "enlarged":
        return "enlarged"
    return "set-up" if signal == "set-up" or (signal == "consists" and not noun.definite) else "staffed"


def _known(drafts: list[Draft], noun: GroupNoun) -> Draft | None:
    """Find the group that a noun refers back to: the same noun, or «gruppen» for the last one."""
    plain = noun.noun.lower()
    return next(
        (
            d
            for d in reversed(drafts)
            if d.noun == plain or ((len(plain) > 4 or noun.definite) and d.noun.endswith(plain))
        ),
        None,
    )


def _is_another(draft: Draft, words: str, noun: GroupNoun) -> bool:
    """Tell «Arbetsgruppen för särskola», «en arbetsgrupp för särskola» from the item's working group for something else."""
    own = _PURPOSE.search(draft.name)
    purpose = (_STAFFED_FOR if noun.definite else _PURPOSE).match(words[noun.end :])
    return own is not None and purpose is not None and fold(own["word"])[:5] != fold(purpose["word"])[:5]


def _is_meeting_body(noun: GroupNoun, context: Context) -> bool:
    """Tell «nätverket» that meets from a network that the item is about."""
    return bool(noun.ending) and context.body is not None and fold(noun.noun) in fold(context.body)


def _only_ends(words: str) -> bool:
    """Tell the end of a group from the set-up of one that is to end («… och upplöses därefter»)."""
    return ENDED.holds(words) and "därefter" not in words


def _fill(draft: Draft, text: Flow, noun: GroupNoun, signal: Signal | None, context: Context) -> None:
    """Add what a sentence that names the group says of it."""
    draft.prove(text)
    draft.temporary = draft.temporary or TEMPORARY.holds(text.text)
    if signal is not None:
        for member in members_of(text, noun, signal, context):
            draft.add(member)
    read_offices(draft, text, context)
    task = TASK.find(text.text)
    if task is not None and draft.task is None:
        draft.task = clean(task["task"]).rstrip(".")
    if draft.deadline is None and signal != "into" and not _only_ends(text.text):
        draft.deadline = _deadline(text.text, context)


def _deadline(words: str, context: Context) -> dt.date | None:
    task = TASK.find(words)
    terms = find_terms(words if task is None else words[: task.start()])
    return deadline_of(words, context) if DATED.holds(words) and not terms else None


def _follow_up(draft: Draft, text: Flow, context: Context) -> None:
    """Read a later sentence that speaks of the group without naming it («Handlingsplanen ska … senast …», «A är sammankallande»)."""
    words = text.text
    result = RESULT.holds(words) and not ENDED.holds(words) and not read_people(text, context.known)
    if draft.decided and draft.deadline is None and (DONE_BY.holds(words) or result):
        draft.deadline = deadline_of(words, context) if DONE_BY.holds(words) else _deadline(words, context)
        if draft.deadline is not None:
            draft.prove(text)
    task = IS_TASK.find(words)
    if task is not None and draft.decided and draft.task is None:
        draft.task = clean(task["task"])
        draft.deadline = draft.deadline or deadline_of(words, context)
        draft.prove(text)
    task = LABELLED_TASK.find(words)
    if draft.decided and draft.task is None and task is not None:
        draft.task = clean(task["task"]).rstrip(".")
        draft.prove(text)
    listed = MEMBERS_FOLLOW.holds(words)
    place = OF_PLACE.find(words)
    of_place = place is not None and municipality_of(place["place"]) is not None
    first = all(member.role != "member" for member in draft.members.values())
    if draft.decided and ((listed and first) or of_place):
        for member in members_of(text, None, "into", context):
            draft.add(member)
        draft.prove(text)
    if OFFICE_WORD.holds(words) and not ENDED.holds(words) and (listed or len(words) < 120):
        read_offices(draft, text, context)
