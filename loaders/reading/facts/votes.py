"""Votes («voteringar») of an item: counts, what yes and no stand for, who voted how, what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.minutes import AgendaItem, Ballot, Evidence, NamedVote, ReadingWarning, Vote
from loaders.reading.facts.ballots import listed_ballots, told_ballots
from loaders.reading.facts.vote_forms import COUNTS, NO_MEANS, SECRET, VOTED, YES_MEANS
from loaders.reading.items.context import Context, Item
from loaders.reading.rules import Rule
from loaders.reading.text.flow import Flow, sentences
from loaders.reading.text.letters import clean, fold

_WORDS = "noll en två tre fyra fem sex sju åtta nio tio elva tolv".split()
_NUMBERS = {word: number for number, word in enumerate(_WORDS)} | {"ett": 1}
Counts = tuple[int | None, int | None, int | None, int | None]


@dataclass(slots=True)
class _Draft:
    """A vote while its sentences are read."""

    counts: Counts | None = None
    yes_means: str | None = None
    no_means: str | None = None
    outcome: str | None = None
    named: dict[str, NamedVote] = field(default_factory=dict)
    evidence: dict[Evidence, None] = field(default_factory=dict)

    @property
    def cast(self) -> bool:
        """Whether the vote has been counted or called, so that another can begin."""
        return self.counts is not None or bool(self.named)


def read_votes(item: Item, texts: Sequence[Flow], context: Context) -> list[Vote]:
    """Read the votes of an item in the order of its paragraphs; counts that are told twice are one vote."""
    drafts: list[_Draft] = []
    for paragraph in texts:
        for sentence in sentences(paragraph):
            _read_meanings(sentence, drafts)
            _read_named(list(told_ballots(sentence, context)), drafts)
        _read_counts(paragraph, drafts)
    for table in listed_ballots(item, context):
        _read_named(table, drafts, whole=True)
    secret = any(SECRET.holds(text.text) for text in texts)
    return [_vote(draft, secret=secret) for draft in drafts if draft.cast or (draft.yes_means and draft.no_means)]


def _read_meanings(text: Flow, drafts: list[_Draft]) -> None:
    yes, no = _means(YES_MEANS, text.text), _means(NO_MEANS, text.text)
    if yes is None and no is None:
        return
    if not drafts or drafts[-1].cast or (yes is not None and drafts[-1].yes_means is not None):
        drafts.append(_Draft())
    draft = drafts[-1]
    draft.yes_means, draft.no_means = draft.yes_means or yes, draft.no_means or no
    draft.evidence |= dict.fromkeys(text.evidence())


def _means(rules: Sequence[Rule], words: str) -> str | None:
    found = (match for rule in rules if (match := rule.find(words)) is not None)
    return next((clean(match["what"]).strip(' .”"') for match in found), None)


def _read_counts(text: Flow, drafts: list[_Draft]) -> None:
    """Read the counts of a paragraph, and what came of the vote where it says so."""
    for counts, means, (start, end) in _counts_in(text.text):
        known = next((draft for draft in drafts if _agree(draft.counts, counts)), None)
        if known is None:
            if not drafts or drafts[-1].counts is not None:
                drafts.append(_Draft())
            known = drafts[-1]
        known.counts = counts if known.counts is None else _fuller(known.counts, counts)
        known.yes_means, known.no_means = known.yes_means or means[0], known.no_means or means[1]
        known.evidence |= dict.fromkeys(text.evidence(start, end))
        voted = VOTED.find(text.text[end:])
        if voted is not None and known.outcome is None:
            known.outcome = clean(voted["outcome"]).rstrip(".")
            known.evidence |= dict.fromkeys(text.evidence(end, end + voted.end()))


def _counts_in(words: str) -> Iterator[tuple[Counts, tuple[str | None, str | None], tuple[int, int]]]:
    """Yield the counts of a text, what yes and no are said to be for, and where they stand, each place once."""
    taken = 0
    for match in sorted((m for rule in COUNTS for m in rule.find_all(words)), key=lambda m: m.start()):
        if match.start() >= taken:
            taken = match.end()
            parts = match.groupdict()
            yes, no, abstained, absent = (_number(parts.get(name)) for name in ("yes", "no", "abstained", "absent"))
            yield (yes, no, abstained, absent), (parts.get("yes_for"), parts.get("no_for")), match.span()


def _number(words: str | None) -> int | None:
    if words is None:
        return None
    return int(words) if words.isdigit() else _NUMBERS.get(words.lower())


def _agree(one: Counts | None, other: Counts) -> bool:
    return one is not None and one[:2] == other[:2]


def _fuller(one: Counts, other: Counts) -> Counts:
    yes, no, abstained, absent = one
    return yes, no, other[2] if abstained is None else abstained, other[3] if absent is None else absent


def _read_named(ballots: Sequence[NamedVote], drafts: list[_Draft], *, whole: bool = False) -> None:
    """Add ballots to the vote they belong to: the last one, and of a whole list the first whose counts they fit."""
    if not ballots:
        return
    draft = next((draft for draft in drafts if _fits(draft, ballots)), None) if whole else None
    if draft is None:
        free = not drafts or (whole and bool(drafts[-1].named))
        if free or any(fold(ballot.person) in drafts[-1].named for ballot in ballots):
            drafts.append(_Draft())
        draft = drafts[-1]
    for ballot in ballots:
        draft.named.setdefault(fold(ballot.person), ballot)
    if whole and len(drafts) > 1 and draft is drafts[-1] and draft.counts is None and not draft.evidence:
        draft.evidence |= dict.fromkeys(ballots[0].evidence)


def _fits(draft: _Draft, ballots: Sequence[NamedVote]) -> bool:
    cast = Counter(ballot.vote for ballot in ballots)
    return not draft.named and draft.counts is not None and draft.counts[:2] == (cast["yes"], cast["no"])


def _vote(draft: _Draft, *, secret: bool) -> Vote:
    yes, no, abstained, absent = draft.counts or (None, None, None, None)
    own = tuple(piece for ballot in draft.named.values() for piece in ballot.evidence)
    return Vote(
        yes=yes,
        no=no,
        abstained=abstained,
        absent=absent,
        yes_means=draft.yes_means,
        no_means=draft.no_means,
        outcome=draft.outcome,
        secret=True if secret else None,
        named=tuple(draft.named.values()),
        evidence=tuple(draft.evidence) or tuple(dict.fromkeys(own))[:1],
    )


_STATED: tuple[tuple[Ballot, str], ...] = (("yes", "yes"), ("no", "no"), ("abstained", "abstained"))


def vote_doubts(items: Sequence[AgendaItem]) -> Iterator[ReadingWarning]:
    """Warn where the votes named do not add up to the counts that the minutes state."""
    for item in items:
        for vote in item.votes:
            cast = Counter(ballot.vote for ballot in vote.named)
            for ballot, name in _STATED:
                stated: int | None = getattr(vote, name)
                if vote.named and stated is not None and stated != cast[ballot]:
                    message = f"§ {item.number}: {stated} votes «{name}» are stated, but {cast[ballot]} are named."
                    yield ReadingWarning(code="vote-count", message=message, evidence=vote.evidence)
