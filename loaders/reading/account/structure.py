"""What the layout of the minutes claims or lets pass: furniture, labels, heads, formulas, prose under a label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.reading.account.known import EARLIER, SENTENCE, SIGNAL
from loaders.reading.account.spans import Claim, Layer, State
from loaders.reading.items.candidates import candidates, numbered_lines
from loaders.reading.items.context import Item
from loaders.reading.items.forms import BEHIND_FORMS, HEADING, LETTER_FORM, NUMBER_FORMS, SUB_FORMS, SURE_FORMS
from loaders.reading.items.formulas import find_formula
from loaders.reading.items.head import Head
from loaders.reading.items.parts import label_of_part
from loaders.reading.lexicon.labels import ALL_KINDS, LabelHit, label_at
from loaders.reading.pages.layout import Layout
from loaders.reading.people.lists import group_heading
from loaders.reading.people.tables import column_kinds
from loaders.reading.rules import first_rule
from loaders.reading.text.flow import sentences

_HEAD_FORMS = (*SURE_FORMS, *BEHIND_FORMS, *SUB_FORMS, LETTER_FORM, *NUMBER_FORMS, HEADING)
_IGNORED_LISTS = frozenset({"notice", "contents"})
# what stands under these labels is told or quoted, and nothing of this meeting's is decided there
_NARRATIVE = frozenset(
    {"background", "information", "quoted", "proposal", "opinions", "prepared-by", "decided-at-once", "notice"}
)


def layout_claims(layout: Layout, heads: Sequence[Head], tail: int) -> Iterator[Claim]:
    """Yield what the lines are: furniture, labels, heads of items and of tables, lists that are passed over."""
    for i, name in enumerate(layout.furniture):
        if name is not None:
            yield _claim(layout, *layout.lines[i].span, "ignored", f"page: {name}", Layer.STRUCTURE)
    yield from _bare_numbers(layout, heads)
    for head in heads:
        for i in range(head.line, head.last + 1):
            line = layout.lines[i]
            form = first_rule(_HEAD_FORMS, line.text.rstrip())
            yield _claim(layout, *line.span, "claimed", f"item: {form.name if form else 'title'}", Layer.STRUCTURE)
    first = heads[0].line if heads else len(layout.lines)
    yield from _outside_claims(layout, 0, first)
    yield from _inside_claims(layout, first, tail)
    yield from _outside_claims(layout, tail, len(layout.lines))


def _bare_numbers(layout: Layout, heads: Sequence[Head]) -> Iterator[Claim]:
    """Yield the lines that hold an item's number and no title, which stands elsewhere."""
    numbers = {head.number for head in heads}
    lines = numbered_lines(layout)
    for form in SURE_FORMS:
        for candidate in candidates(layout, lines, form, sure=True):
            if candidate.title is None and candidate.number in numbers:
                span = layout.lines[candidate.line].span
                yield _claim(layout, *span, "claimed", f"item: {form.name}", Layer.STRUCTURE)


def item_claims(layout: Layout, item: Item) -> Iterator[Claim]:
    """Yield what the parts of an item are: formulas, prose under a label, sentences that decide nothing."""
    text = layout.sheet.text
    for part in item.parts:
        for stretch in part.stretches:
            if part.kind in _NARRATIVE:
                yield _claim(layout, *stretch.span, "ignored", f"told: {part.kind}", Layer.NARRATIVE)
            elif part.kind == "decision":
                words = text[stretch.start : stretch.end]
                lead = len(words) - len(words.lstrip())
                formula = find_formula(words.strip())
                if formula is not None:
                    end = stretch.start + lead + formula.end()
                    yield _claim(layout, stretch.start, end, "claimed", "decision: formula", Layer.STRUCTURE)
    for sentence in (sentence for paragraph in item.told for sentence in sentences(paragraph)):
        rule = _why_told(sentence.text)
        for evidence in sentence.evidence() if rule is not None else ():
            yield Claim(evidence.start, evidence.end, "ignored", f"told: {rule}", Layer.TOLD)


def _why_told(sentence: str) -> str | None:
    """Say why a sentence decides nothing; None for a fragment, and for words of a decision from which no fact was read."""
    if not SENTENCE.holds(sentence):
        return None
    if EARLIER.holds(sentence):
        return EARLIER.name
    return None if SIGNAL.holds(sentence) else SENTENCE.name


def _outside_claims(layout: Layout, first: int, last: int) -> Iterator[Claim]:
    """Yield the labels and heads of tables in the lines before or after the items; a contents list goes to the next label."""
    passing: str | None = None
    for i in layout.text_lines(first, last):
        line = layout.lines[i]
        hit = label_at(line.text, ALL_KINDS, bare=True)
        if hit is not None:
            passing = hit.kind if hit.kind in _IGNORED_LISTS else None
            yield _label_claim(layout, i, hit)
        if column_kinds(line.text) is not None:
            yield _claim(layout, *line.span, "claimed", "label: table-head", Layer.STRUCTURE)
        elif hit is None and group_heading(line.text):
            yield _claim(layout, *line.span, "claimed", "label: group-heading", Layer.STRUCTURE)
        elif hit is None and (rule := _why_told(line.text.strip())) is not None:
            yield _claim(layout, *line.span, "ignored", f"told: {rule}", Layer.TOLD)
        if passing is not None:
            yield _claim(layout, *line.span, "ignored", f"told: {passing}", Layer.NARRATIVE)


def _inside_claims(layout: Layout, first: int, last: int) -> Iterator[Claim]:
    for i in layout.text_lines(first, last):
        hit = label_of_part(layout.lines[i].text)
        if hit is not None:
            yield _label_claim(layout, i, hit)


def _label_claim(layout: Layout, i: int, hit: LabelHit) -> Claim:
    start = layout.lines[i].start
    end = start + hit.start + len(layout.lines[i].text[hit.start : hit.end].rstrip())
    return _claim(layout, start + hit.start, end, "claimed", f"label: {hit.kind}", Layer.STRUCTURE)


def _claim(layout: Layout, start: int, end: int, state: State, rule: str, layer: Layer) -> Claim:
    return Claim(*layout.sheet.raw_span(start, end), state, rule, layer)
