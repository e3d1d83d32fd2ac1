"""Who voted how («namngivna röster»): in sentences, in lists under «Ja-röster», in tables with a column for each answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.minutes import Ballot, NamedVote
from loaders.reading.facts.vote_forms import NAMED_AFTER, NAMED_LEADS, NAMED_ROW, NAMED_VERBS, TABLE_HEAD
from loaders.reading.items.context import Context, Item
from loaders.reading.items.parts import Stretch
from loaders.reading.lexicon.names import find_names
from loaders.reading.people.grammar import read_people
from loaders.reading.people.phrase import Phrase
from loaders.reading.text.flow import Flow, flow
from loaders.reading.text.sheet import Sheet

_BALLOTS: dict[str, Ballot] = {"yes": "yes", "no": "no", "abstained": "abstained", "absent": "absent"}
_ANSWERS: dict[str, Ballot] = {"j": "yes", "n": "no", "a": "abstained", "f": "absent"}
_HEADS = re.compile(r"\b(?:ja|nej|avst\w*|frånv\w*)", re.IGNORECASE)
_MARK = re.compile(r"(?<![\w.])[xX1*](?![\w.])")
_WORD_START = re.compile(r"(?<![\w-])\w")
_VOTES = re.compile(r"röst", re.IGNORECASE)
_CONTRAST = re.compile(r"\b(?:medan|men|däremot)\b")
_LONGEST_LEAD = 80  # characters
_ASKS = re.compile(r"\b(?:ja|nej|avst|för\s+bifall|för\s+avslag|bifall\s+röst|avslag\s+röst)", re.IGNORECASE)
_LONGEST = 200  # characters of a line of a table
_VOTING = frozenset({"voting", "text", "decision", "proposal"})


def told_ballots(text: Flow, context: Context) -> Iterator[NamedVote]:
    """Yield the votes named in a sentence: names after «Ja-röster:», or before «röstar ja»."""
    if _ASKS.search(text.text) is None:
        return
    vote: Ballot | None = None
    unled: list[Phrase] = []
    people = read_people(text, context.known, strict=True)
    for k, person in enumerate(people):
        before = text.text[people[k - 1].name_end if k else 0 : person.start]
        vote = _lead(before) or (None if _CONTRAST.search(before) else vote)
        if vote is None:
            unled.append(person)
        else:
            yield _named(person, vote, text)
    yield from _before_verbs(text, unled, people)


def _lead(before: str) -> Ballot | None:
    """Return the vote that the words before a name announce («; Nej-röster: », «varvid följande röstade ja: »)."""
    words = before[-_LONGEST_LEAD:].strip()
    opens = words.endswith((":", "("))
    for start in _WORD_START.finditer(words):
        lead = words[start.start() :]
        first = not words[: start.start()].rstrip(" ").rstrip(".;,")
        if opens or _VOTES.search(lead) is not None or first:
            vote = next((_BALLOTS[rule.name] for rule in NAMED_LEADS if rule.holds(lead)), None)
            if vote is not None:
                return vote
    return None


def _before_verbs(text: Flow, unled: list[Phrase], people: list[Phrase]) -> Iterator[NamedVote]:
    """Yield «A (S) och B (M) röstar ja»: the names that stand together before the verb."""
    together: list[Phrase] = []
    told = False
    for person in unled:
        stop = min((other.start for other in people if other.start > person.start), default=len(text.text))
        after = text.text[person.name_end : stop]
        together.append(person)
        rule = next((rule for rule in (*NAMED_VERBS, *(NAMED_AFTER if told else ())) if rule.holds(after)), None)
        if rule is not None:
            told = True
            yield from (_named(one, _BALLOTS[rule.name], text) for one in together)
            together = []
        elif re.search(r"[a-zåäö]{5}", after):
            together = []


def _named(person: Phrase, vote: Ballot, text: Flow) -> NamedVote:
    stop = max(person.end, person.name_end)
    return NamedVote(person=person.name, vote=vote, party=person.party, evidence=text.evidence(person.start, stop))


def listed_ballots(item: Item, context: Context) -> Iterator[list[NamedVote]]:
    """Yield each list of votes, line by line: «Eva Alm (S)  Ja», or marks under the heads of columns."""
    sheet = item.title.sheet
    for part in item.parts:
        if part.kind not in _VOTING:
            continue
        found: list[NamedVote] = []
        heads: list[tuple[int, Ballot]] = []
        for stretch in part.stretches:
            line = sheet.text[stretch.start : stretch.end]
            if TABLE_HEAD.holds(line[:_LONGEST]) and not next(find_names(line, context.known, strict=True), None):
                if found:
                    yield found
                found, heads = [], [(_place(line, m), _ANSWERS[m.group()[0].lower()]) for m in _HEADS.finditer(line)]
                continue
            ballot = _row(sheet, stretch, heads, context) if len(line) <= _LONGEST else None
            if ballot is not None:
                found.append(ballot)
        if len(found) > 1 or (found and heads):
            yield found


def _place(line: str, match: re.Match[str]) -> int:
    """Return where a cell stands: its number in a table with separators, else its middle."""
    separators = line.count("|", 0, match.start()) + line.count("\t", 0, match.start())
    return separators if "|" in line or "\t" in line else (match.start() + match.end()) // 2


def _row(sheet: Sheet, stretch: Stretch, heads: list[tuple[int, Ballot]], context: Context) -> NamedVote | None:
    """Read a line of a list of votes."""
    line = sheet.text[stretch.start : stretch.end]
    vote: Ballot | None = None
    row = NAMED_ROW.find(line.strip())
    if row is not None:
        vote = _ANSWERS[row["vote"].lower().removeprefix("x").strip()[0]]
    elif heads:
        marks = list(_MARK.finditer(line))
        if len(marks) == 1:
            place = _place(line, marks[0])
            vote = min(heads, key=lambda head: abs(head[0] - place))[1]
    if vote is None:
        return None
    text = flow(sheet, [stretch.span])
    people = read_people(text, context.known, strict=False)
    return _named(people[0], vote, text) if len(people) == 1 else None
