"""Assignments («uppdrag»): who was told to do what, and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

import msgspec

from loaders.minutes import Assignment, Group
from loaders.reading.facts.assignees import THE_GROUP, assignees_of, can_act
from loaders.reading.facts.assignment_forms import (
    ANSWERABLE,
    ASSIGNMENT_FORMS,
    DONE_BY,
    DUE_WORD,
    GENERIC,
    GIVEN_AT_MEETING,
    GROUP_DOES,
    OWN_TASK,
    PROPOSES,
    RESULT_IS_DUE,
    RESULT_SHALL,
    SHALL,
    SOME_GROUP_SHALL,
    THE_ASSIGNMENT,
)
from loaders.reading.facts.listed_tasks import can_be_told, told_by_name
from loaders.reading.facts.running_tasks import clauses, running_task
from loaders.reading.items.context import Context, Item
from loaders.reading.items.deadlines import REPORTS_TO, deadline_of, due_words
from loaders.reading.lexicon.acts import PROPOSED
from loaders.reading.lexicon.names import find_names
from loaders.reading.text.flow import Flow, flow, sentences
from loaders.reading.text.letters import clean, fold

_AND_AT_END = re.compile(r"(?:,\s*|\s)(?:och|samt)$")
_RIGHT_BELOW = 20  # characters between two sentences of one paragraph
_REPEATED = 25  # characters by which a task is known again
_DUE_BEHIND = re.compile(
    r"(?:[.,;]\s*|\s+)\(?(?:klart?|senast|deadline|tid(?:punkt)?|när|till|före|vecka|v\.)\b.*$", re.IGNORECASE
)
_NEXT_TASK = re.compile(r"(?:,\s*(?:samt|och)|\bsamt)\s+(?=att\b)")


def read_assignments(item: Item, context: Context, groups: list[Group], listed: list[Assignment]) -> list[Assignment]:
    """Read the tasks that the item gives, in order; a later point on the result's date completes the last one.

    `listed` are those of its tables and lists.
    """
    found: list[Assignment] = []
    for piece in (piece for point in item.points for piece in _pieces(point)):
        found += [] if _only_proposes(piece.text) else _read_piece(piece, context, groups)
        if found:
            found[-1] = _completed(found[-1], piece, context)
    found = _due_below(found, item, context)
    found += _given_at_meeting(item, context, groups)
    found += listed
    found += _taken_on(item, context, found)
    found += _answered_for(item, context, found)
    found += _under_label(item, context, found, groups)
    return [_worded(one) for one in (*found, *_of_groups(item, context, groups, found))]


def _worded(assignment: Assignment) -> Assignment:
    """Add in the words of the minutes by when it is due, and who gets the result."""
    words = clean(" ".join(piece.quote for piece in assignment.evidence))
    to = REPORTS_TO.find(words)
    report_to = clean(to["to"]) if to is not None else None
    return msgspec.structs.replace(assignment, deadline_text=due_words(words), report_to=report_to)


def _pieces(point: Flow) -> Iterator[Flow]:
    """Cut a point into sentences, and these at «samt att», so that each task stands alone."""
    for sentence in sentences(point):
        edges = [0, *(match.end() for match in _NEXT_TASK.finditer(sentence.text)), len(sentence.text)]
        for low, high in pairwise(edges):
            if (piece := sentence.part(low, high)).text:
                yield piece


def _only_proposes(words: str) -> bool:
    """Tell a task that is proposed from one given beside a proposal."""
    proposal = PROPOSED.find(words)
    return proposal is not None and (proposal.start() <= 30 or PROPOSES.holds(words[:80]))


def _read_piece(piece: Flow, context: Context, groups: list[Group]) -> list[Assignment]:
    words = piece.text
    for form in ASSIGNMENT_FORMS:
        match = form.find(words)
        who = assignees_of(match["who"], groups, context) if match is not None else ()
        if match is not None and who:
            return [_assignment(who, match["task"], piece, context)]
    behind = SOME_GROUP_SHALL.find(words)
    words = words if behind is None else words[behind.start("rest") :].replace(", som ", " ", 1)
    match = SHALL.find(words)
    if (
        match is None
        or (GENERIC.holds(match["who"]) and not (len(groups) == 1 and THE_GROUP.holds(clean(match["who"]))))
        or _is_meeting(match["who"], context)
        or not (THE_GROUP.holds(clean(match["who"])) or can_act(match["who"], groups, context))
    ):
        return []
    who = assignees_of(match["who"], groups, context)
    return [_assignment(who, match["task"], piece, context)] if who else []


def _is_meeting(who: str, context: Context) -> bool:
    """Tell the body that meets («Nätverket tar fram en lista»), which gives itself no task."""
    noun = fold(re.sub(r"(?:en|et|n|t)$", "", clean(who).removeprefix("att ")))
    return (
        context.body is not None
        and len(noun) > 2
        and re.search(rf"{re.escape(noun)}(?:en|et|n|t)?\b", fold(context.body)) is not None
    )


def _assignment(who: tuple[str, ...], task: str, piece: Flow, context: Context) -> Assignment:
    words = _AND_AT_END.sub("", clean(re.sub(r"^\s*(?:att\s+)?", "", task)).rstrip(".")) or clean(piece.text)
    return Assignment(assignee=who, task=words, deadline=deadline_of(piece.text, context), evidence=piece.evidence())


def _completed(last: Assignment, piece: Flow, context: Context) -> Assignment:
    """Take the date of a point that only says when the result is due («Uppdraget återrapporteras senast …»)."""
    due_alone = DONE_BY.holds(piece.text)
    if last.deadline is not None or not (due_alone or (RESULT_IS_DUE.holds(piece.text) and DUE_WORD.holds(piece.text))):
        return last
    evidence = piece.evidence()
    due = deadline_of(piece.text, context) if last.evidence != evidence else None
    return last if due is None else msgspec.structs.replace(last, deadline=due, evidence=(*last.evidence, *evidence))


def _due_below(found: list[Assignment], item: Item, context: Context) -> list[Assignment]:
    """Complete the only task decided by a sentence right below the decision («Översynen redovisas senast …»)."""
    if len(found) != 1:
        return found
    end = max(piece.end for piece in found[0].evidence)
    below = (sentence for text in item.told for sentence in sentences(text))
    near = (one for one in below if 0 <= one.evidence()[0].start - end < _RIGHT_BELOW)
    following = next(near, None)
    return found if following is None else [_completed(found[0], following, context)]


def _given_at_meeting(item: Item, context: Context, groups: list[Group]) -> Iterator[Assignment]:
    """Yield tasks given without a decision to a group that was formed by the same sentence."""
    proofs = {piece for group in groups for piece in group.evidence}
    if not proofs:
        return
    for sentence in (sentence for text in item.told for sentence in sentences(text)):
        match = GIVEN_AT_MEETING.find(sentence.text)
        if match is None or PROPOSED.holds(sentence.text) or proofs.isdisjoint(sentence.evidence()):
            continue
        yield _assignment((groups[-1].name,), match["task"], sentence, context)


def _taken_on(item: Item, context: Context, found: list[Assignment]) -> Iterator[Assignment]:
    """Yield tasks that somebody at the meeting takes on in running text; others' names there tell of what has been."""
    given = [piece for assignment in found for piece in assignment.evidence]
    told = [
        piece
        for text in (*item.points, *item.told)
        for sentence in sentences(text)
        for piece in clauses(sentence, context)
    ]
    for k, sentence in enumerate(told):
        if any(a.start < b.end and b.start < a.end for a in sentence.evidence() for b in given):
            continue
        task = running_task(sentence, told[k - 1] if k else None, context)
        if task is not None and not any(
            set(task.who) <= set(one.assignee) and _same_task(task.task, one) for one in found
        ):
            read = _assignment(task.who, task.task, sentence, context)
            yield _done_by(read, told[k + 1], context) if k + 1 < len(told) else read


def _same_task(words: str, given: Assignment) -> bool:
    """Tell a task that running text only repeats."""
    return fold(clean(words))[:_REPEATED] == fold(f"att {given.task}")[:_REPEATED]


def _answered_for(item: Item, context: Context, found: list[Assignment]) -> Iterator[Assignment]:
    """Yield tasks that end with who answers for them («Begära in offert. Ansvarig: Eva Alm, senast 2024-05-31»)."""
    given = {piece for assignment in found for piece in assignment.evidence}
    for text in (*item.points, *item.told):
        match = ANSWERABLE.find(text.text)
        if match is None or not given.isdisjoint(text.evidence()):
            continue
        who = re.split(r",\s*(?:senast|klart?|till|deadline|vid|v\.)\b|,\s*(?=\d)", match["who"])[0]
        names = tuple(name.name for name in find_names(who, context.known))
        named = names or tuple(word for word in map(clean, re.split(r",|/|\s+och\s+", who)) if word)
        if named:
            yield _assignment(named, match["task"], text, context)


def _done_by(task: Assignment, following: Flow, context: Context) -> Assignment:
    """Take the day that stands in a sentence of its own after a task («Klart: 2024-10-15»)."""
    tells = DONE_BY.holds(following.text) or RESULT_SHALL.holds(following.text)
    due = deadline_of(following.text, context) if task.deadline is None and tells else None
    evidence = (*task.evidence, *following.evidence())
    return task if due is None else msgspec.structs.replace(task, deadline=due, evidence=evidence)


def _under_label(item: Item, context: Context, found: list[Assignment], groups: list[Group]) -> Iterator[Assignment]:
    """Yield who is named under «Ansvarig:»; the task is told there, or the last one given, that of the item's group, the title."""
    sheet = item.title.sheet
    if any(part.kind == "next" for part in item.parts):
        return
    task = found[-1].task if found else (groups and groups[-1].task) or clean(item.title.text)
    for part in item.parts:
        if part.kind != "responsible" or not part.stretches:
            continue
        below = takewhile(lambda one: DONE_BY.holds(sheet.text[slice(*one.span)].strip()), part.stretches[1:])
        text = flow(sheet, [stretch.span for stretch in (part.stretches[0], *below)])
        own = OWN_TASK.find(text.text)
        if own is not None and can_be_told(own["who"], context):
            yield _assignment(told_by_name(own["who"], context), own["task"], text, context)
            continue
        who = clean(_DUE_BEHIND.sub("", text.text))
        names = told_by_name(who, context)
        if names and task and len(who) < 100:
            yield Assignment(
                assignee=names, task=task, deadline=deadline_of(text.text, context), evidence=text.evidence()
            )


def _of_groups(item: Item, context: Context, groups: list[Group], found: list[Assignment]) -> list[Assignment]:
    """Give a group that was set up with a task or a day that assignment, where no formula gave it one.

    A day by which somebody else's task of the item is due is that task's alone.
    """
    told = {fold(name) for assignment in found for name in assignment.assignee}
    if groups and not told:
        for point in item.points:
            due = deadline_of(point.text, context)
            if due is not None and THE_ASSIGNMENT.holds(point.text) and RESULT_IS_DUE.holds(point.text):
                task = clean(point.text).rstrip(".")
                return [Assignment(assignee=(groups[-1].name,), task=task, deadline=due, evidence=point.evidence())]
    taken = {assignment.deadline for assignment in found}
    return [
        Assignment(
            assignee=(group.name,),
            task=_task_of(group, item, context),
            deadline=group.deadline,
            evidence=group.evidence,
        )
        for group in groups
        if (group.task or (group.deadline and group.members and group.deadline not in taken))
        and not any(_means(words, group) for words in told)
    ]


def _task_of(group: Group, item: Item, context: Context) -> str:
    """Tell what a group is to do: its task, else what the sentence says that has its day («Arbetsgruppen ska lämna …»)."""
    if group.task is not None:
        return group.task
    told = (piece for text in (*item.points, *item.told) for sentence in sentences(text) for piece in _pieces(sentence))
    own = (piece for piece in told if not set(group.evidence).isdisjoint(piece.evidence()))
    due = next((piece.text for piece in own if deadline_of(piece.text, context) == group.deadline), group.name)
    return _AND_AT_END.sub("", clean(_without_subject(due)).rstrip("."))


def _without_subject(words: str) -> str:
    match = GROUP_DOES.find(words)
    return words if match is None else words[match.end() :]


def _means(told: str, group: Group) -> bool:
    """Tell whether an assignee's words («beredningen») mean the group."""
    name = fold(group.name)
    return name in told or re.sub(r"(?:en|et|n|t)$", "", told) in name
