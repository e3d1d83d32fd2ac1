"""Where the labels stand in a flattened page: no line's end closes them, so the next word does."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

from loaders.reading.lexicon.labels import ITEM_KINDS, OFFICE_KINDS, LabelHit, label_within, labels_within
from loaders.reading.pages.flattened.head_forms import HEAD_NUMBER
from loaders.reading.pages.flattened.titles import capitals_end
from loaders.reading.rules import Rule
from loaders.reading.text.letters import LOWER, UPPER

_WORD = re.compile(rf"(?<!\S)(?=[{UPPER}])")
_NAME = re.compile(rf"[\s._]*[{UPPER}][\w-]+ [{UPPER}][\w-]+")
_ACTS = re.compile(rf"\s*[{UPPER}][\w-]+(?: [{UPPER}][\w-]+){{1,2}} [{LOWER}]{{2,}}(?:ade|ar|er|de|te)\b")
_NAME_BEFORE = re.compile(rf"[{UPPER}][\w-]+ [{UPPER}][\w-]+\s*$")
_MARKED = re.compile(r"\s[1xX–-]\s$")  # the mark of a row, behind which its note stands: «Eva Alm S Habo 1 Ordförande»
_ROW = re.compile(rf"\s[{UPPER}]{{1,4}} [{UPPER}][{LOWER}]+ [–-] $")
_TITLE = 160  # characters of a title
_BEFORE = 24  # characters before a word that tell whether it goes on
# what stands before a label's word where it is part of a sentence or a title
GOES_ON = Rule(
    "goes-on",
    r"(?:\b(?i:av|till|för|med|och|i|på|samt|enligt|som|från|under|vid|om|att|den|det|ny|nya|ej|icke|inte|tf|vice|[Pp]unkt|p\.)|(?<![–-])[/(–-])$",
    "val av",
    "i Ekby",
    cased=True,
)


FORMULA_VERB = Rule(
    "formula-verb", r"\b(?:beslutar|beslutade|beslöt|beslutas|beslutades)\b[\w ]*$", "Styrelsen beslutar", "Beslut"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A label in a page: its kind, where it begins and its content does, and whether that goes on behind it on one line."""

    kind: str
    start: int
    end: int
    inline: bool


def labels_of(text: str, heads: Collection[int]) -> list[Found]:
    """Find the labels of a page in order, none within another, and none that is the title of one of the `heads`."""
    found: list[Found] = []
    taken = {*heads, *(match.end() for at in heads if (match := HEAD_NUMBER.match(text, at)) is not None)}
    shouted = _in_capitals(text, heads)
    for label in _labels(text):
        if label.start in taken or (label.start in shouted and label.kind not in ITEM_KINDS and not label.inline):
            continue
        if not found or label.start >= found[-1].end:
            found.append(label)
    return _before_names(text, found)


def _in_capitals(text: str, heads: Collection[int]) -> set[int]:
    """List the places within titles in capitals, where «MÖTE» is a word of the title."""
    found: set[int] = set()
    for at in heads:
        match = HEAD_NUMBER.match(text, at)
        title = at if match is None else match.end()
        found.update(range(title, capitals_end(text, title, min(len(text), title + _TITLE))))
    return found


def _before_names(text: str, labels: list[Found]) -> list[Found]:
    """Leave out the offices that stand after the names which they belong to («Eva Alm Sekreterare Bo Ek Ordförande»)."""
    kept: list[Found] = []
    run: list[Found] = []
    for label, after in pairwise([*labels, None]):
        if label is None or label.kind not in OFFICE_KINDS or label.inline:
            kept += [] if label is None else [label]
            continue
        run.append(label)
        end = len(text) if after is None else after.start
        named = _NAME.match(text, label.end, end) is not None
        if named and after is not None and after.kind in OFFICE_KINDS and not after.inline:
            continue
        before = kept[-1].end if kept else 0
        kept += [] if not named and _NAME_BEFORE.search(text[before : run[0].start]) else run
        run = []
    return kept


def _labels(text: str) -> Iterator[Found]:
    for match in _WORD.finditer(text):
        at = match.start()
        hits = labels_within(text, at)
        if not hits or _goes_on(text, at):
            continue
        hit = next((hit for hit in hits if hit.kind != "decision" or not _later(text, at, hit.end)), None)
        if hit is not None and not (hit.kind in OFFICE_KINDS and _is_other(text, at, hit)):
            yield Found(hit.kind, at, hit.end, _closes(text, at, hit.end))


def _is_other(text: str, at: int, hit: LabelHit) -> bool:
    """Tell an office in a row of a table («- Ordförande Eva Alm»), or the subject of a sentence, from a label."""
    return _MARKED.search(text, max(at - 4, 0), at) is not None or _ACTS.match(text, hit.end) is not None


def _goes_on(text: str, at: int) -> bool:
    """Tell whether a label's word is part of what stands before it; the mark of a row is not («… L Storuman - Ersättare»)."""
    return GOES_ON.holds(text[max(at - _BEFORE, 0) : at].rstrip()) and _ROW.search(text, max(at - 40, 0), at) is None


def _later(text: str, start: int, end: int) -> bool:
    """Tell whether the label is the end of what looks like one, the rest a title: «Bredband i inlandet Beredningens beslut»."""
    inner = (label_within(text, match.start()) for match in _WORD.finditer(text, start + 1, end))
    return any(
        hit is not None
        and hit.end == end
        and hit.kind == "decision"
        and not hit.words[:7].islower()
        and " " in hit.words
        for hit in inner
    )


def _closes(text: str, start: int, end: int) -> bool:
    """Tell a label whose content goes on behind it: by a colon, or as a formula («Styrelsen beslutar att …»)."""
    words = text[start:end].rstrip()
    return words.endswith(":") or (FORMULA_VERB.holds(words) and text.startswith("att ", end))
