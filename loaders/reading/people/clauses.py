"""The clauses of a sentence that tells who was there: of whom each tells, and what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from loaders.reading.lexicon.attendance import ATTENDING, group_of, tells_attendance, told_kind, without_group
from loaders.reading.lexicon.labels import PEOPLE_KINDS, LabelHit, label_at
from loaders.reading.lexicon.names import NameHit, find_names
from loaders.reading.people.attributes import title_like
from loaders.reading.people.grammar import is_lead_role
from loaders.reading.people.wordings import REPLACED_BY, REPLACES
from loaders.reading.rules import Rule
from loaders.reading.text.flow import Flow

_VERBS = r"(?:hade|har|var|är|blev|deltog|deltar|deltagit|närvarade|närvarar|medverkade|medverkar|saknades|saknas|uteblev|förde|för|ledde|leder|tjänstgjorde|tjänstgör|kunde|kan|antecknade|antecknar|skrev|satt|fungerade|fungerar|höll|sköt(?:te)?|kom|adjungerades|anmälde|meddelade|lämnade|utsågs|utses|valdes|väljs|justerar|justerade)"
# what a sentence tells of those named before it
TELLS_OF = Rule(
    "told-of-people",
    rf"(?:\)|\s|,)\s*(?<!som )(?P<tail>(?:(?:också|även|dessutom|båda|samtliga)\s+)?{_VERBS}\b[^;()]*?)(?P<end>\s*\.?\s*$|,?\s+(?:och|samt|medan|men)\s+$)",
    ", utredare, hade anmält förhinder.",
    ", utredare, och ",
    cased=True,
)
# what it tells of those named after it, in its middle
TELLS_FROM_HERE = Rule(
    "told-of-people-below",
    rf"(?:^|[,;)\s])\s*(?:(?:och|samt|medan|men)\s+)?(?P<lead>(?:som|{_VERBS})\s[^,;()]*?|(?:frånvarande|förhindrad\w?)\s+{_VERBS})\s*$",
    " samt som ersättare ",
    " samt ersättare ",
    cased=True,
)
_APART = re.compile(r"[,;]|\b(?:och|samt|ersätter|för)\b|&")
_PART = re.compile(r"§|\d|distans|länk|digitalt|teams|zoom|skype|telefon", re.IGNORECASE)
_VERB = re.compile(
    rf"\b(?:{_VERBS}|som|närvarande|frånvarande|företräd(?:de)?s|representera(?:de)?s|infann|samlades|fanns|finns|inbjöds|kallades|leddes|fördes|skrevs|sköttes)\b",
    re.IGNORECASE,
)
_JOINED_END = re.compile(r",?\s+(?:och|samt|medan|men)\s*$")
_WORD = re.compile(r"[^\s,:–•*-][^\s,:]*")
_ASIDE = re.compile(r",?\s+som\s[^,;()]*\.?$")  # «…, som var frånvarande.»


@dataclass(frozen=True, slots=True)
class Told:
    """A stretch of a sentence that names people, and the kind of list that they are told to be of, by which words."""

    kind: str
    words: str
    part: Flow
    group: str | None = None
    plain: bool = False
    """Nothing but a label at its head tells it."""


def clauses_of(sentence: Flow) -> list[Told]:
    """Return what each clause of a sentence tells of the people in it; nothing where some of it is in other words."""
    text = sentence.text
    names = list(find_names(text))
    label = label_at(text, PEOPLE_KINDS, bare=True)
    if names and (label is None or label.end <= names[0].start):
        found = [
            _clause(sentence, names[first:last], start, end, None if start else label)
            for first, last, start, end in _edges(text, names)
        ]
        told = [one for one in found if one is not None]
        if len(told) == len(found):
            return told
    whole = None if label is None else sentence.part(label.end, len(text))
    return [] if label is None or whole is None else [Told(label.kind, label.words, whole, plain=True)]


def replacing(sentence: Flow) -> Flow | None:
    """Return the part of a sentence that tells whom somebody served for («Bo Ek (M) tjänstgjorde för Eva Alm, som var sjuk.»)."""
    names = list(find_names(sentence.text))
    gaps = [sentence.text[a.end : b.start].rstrip(" (") for a, b in pairwise(names)]
    if not any(REPLACES.holds(gap) or REPLACED_BY.holds(gap) for gap in gaps):
        return None
    office = sentence.text[: names[0].start].strip(" ,")
    if office and not (title_like(office) or is_lead_role(office)):
        return None
    aside = _ASIDE.search(sentence.text, names[-1].end)
    return sentence.part(0, len(sentence.text) if aside is None else aside.start())


def _edges(text: str, names: list[NameHit]) -> Iterator[tuple[int, int, int, int]]:
    """Cut a sentence between the names where a clause ends or begins: names [first, last), from and to which character."""
    first, start = 0, 0
    for k in range(1, len(names)):
        low = names[k - 1].end
        gap = text[low : names[k].start]
        cut = None
        if REPLACES.holds(gap.rstrip(" (")) or REPLACED_BY.holds(gap.rstrip(" (")):
            continue
        tail = TELLS_OF.find(gap)
        if tail is not None and tail["end"].strip() and told_kind(tail["tail"]) is not None:
            cut = tail.end()
        elif (lead := TELLS_FROM_HERE.find(gap)) is not None and told_kind(lead["lead"]) is not None:
            cut = lead.start("lead")
        if cut is not None:
            yield first, k, start, low + cut
            first, start = k, low + cut
    yield first, len(names), start, len(text)


def _clause(sentence: Flow, names: list[NameHit], start: int, end: int, label: LabelHit | None) -> Told | None:
    """Read one clause: its people, and what is told of them before them and behind; a `label` can stand at its head."""
    text = sentence.text
    split = _lead_of(text[start : names[0].start]) if label is None else (label.words, label.end)
    if split is None or not all(_APART.search(text[a.end : b.start]) for a, b in pairwise(names)):
        return None
    lead, at = split
    rest = _JOINED_END.sub("", text[names[-1].end : end])
    tail = TELLS_OF.find(rest)
    if tail is not None and not lead and end == len(text) and not rest.endswith("."):
        return None  # «Eva Alm, Mora, deltog t.o.m. § 6» is an entry of a list
    behind = "" if tail is None else tail["tail"]
    kind = _kind_told(lead, behind, label)
    if kind is None or (kind.startswith("absent") and _PART.search(behind)):
        return None
    upto = end if tail is None or _PART.search(behind) else names[-1].end + tail.start("tail")
    words = without_group(f"{lead} {behind}".strip())
    return Told(kind, words, sentence.part(start + at, upto), group_of(lead), plain=label is not None and not behind)


def _kind_told(lead: str, behind: str, label: LabelHit | None) -> str | None:
    """Return the kind of list that the words before people and behind them tell; those behind say more than a label."""
    words = f"{lead} {behind}"
    kind = told_kind(words) if _VERB.search(words) is not None and (behind or label is None) else None
    return label.kind if label is not None and kind in (None, ATTENDING) else kind


def _lead_of(before: str) -> tuple[str, int] | None:
    """Cut what stands before the first name into what tells of all («Närvarande var») and an office that is the first one's.

    None where it is in other words than those of attendance.
    """
    words = list(_WORD.finditer(before))
    for k in range(len(words), -1, -1):
        lead = before[words[0].start() : words[k - 1].end()] if k else ""
        at = words[k - 1].end() if k else 0
        office = before[at:].strip(" ,:–-•*")
        own = not office or title_like(office) or is_lead_role(office)
        of_first = k > 1 and is_lead_role(words[k - 1].group()) and words[k - 2].group().lower() != "som"
        if own and not of_first and (not lead or tells_attendance(lead)):
            return lead, at
    return None
