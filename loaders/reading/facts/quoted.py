"""Decisions that an item only tells of («återgivna beslut»): another body's, or made at another time."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from loaders.minutes import QuotedDecision
from loaders.reading.items.context import Context, Item
from loaders.reading.items.formulas import is_own
from loaders.reading.items.parts import LISTED, Part, label_words, paragraphs
from loaders.reading.items.points import ATT
from loaders.reading.items.treatments import Treatment, treatment_above
from loaders.reading.lexicon.acts import PROPOSED
from loaders.reading.lexicon.dates import MONTH_NAME, find_dates
from loaders.reading.lexicon.labels import ABBREVIATED
from loaders.reading.pages.layout import Layout
from loaders.reading.rules import Rule
from loaders.reading.text.flow import Flow, flow, sentences
from loaders.reading.text.letters import LOWER, UPPER, clean, fold

_BODY = rf"(?P<body>(?:[{UPPER}]{{2,5}}|(?:[{UPPER}{LOWER}][\w-]*s\s+|[{UPPER}]\w+-(?:,\s+\w+-)?\s+och\s+)?[{UPPER}]?[\w-]*(?i:fullmäktige|styrelsen|nämnden|utskottet|direktionen|rådet|presidiet|stämman|årsmötet|gruppen|kommittén|länsstyrelsen|regeringen))(?:\s+i\s+[{UPPER}][\w-]+)?)"
_BETWEEN = (
    rf"(?P<when>(?:[\s,()]+(?:har|hade|den|vid|sitt|på|sammanträdet?|möte|mötet|i|redan|också|även|tidigare|då|§+\s?\d*|\d[\d.:/-]*|(?:{MONTH_NAME})))"
    r"{0,12})"
)
_THEN = (
    rf"(?P<then>(?:[\s,()]+(?:den|vid|sitt|på|sammanträdet?|möte|mötet|i|§+\s?\d*|\d[\d.:/-]*|(?:{MONTH_NAME})))"
    r"{0,12})"
)
_INFINITIVE = r"(?!(?:detta|denna|dessa|alla|båda|andra|om|samma|några|vissa|bland)\b)[a-zåäö]{1,20}a|ge|utse|anslå|avslå|föreslå|anta|överlåta"
DECIDED_THEN = Rule(
    "decided-then",
    rf"\b{_BODY}{_BETWEEN}[\s,]+(?:beslutade|beslutat|beslöt){_THEN}\)?\s*[,:]?\s*(?P<text>(?:att|enligt|i\s+enlighet|{_INFINITIVE})\s.*)",
    "Kommunfullmäktige beslutade den 3 maj 2023 att anta planen",
    "Kommunfullmäktige beslutar att anta planen",
    cased=True,
)
ACTED_THEN = Rule(
    "acted-then",
    rf"\b{_BODY}{_BETWEEN}[\s,]+(?P<text>(?:godkände|antog|fastställde|uppdrog|gav|utsåg|tillsatte|avslog|biföll|återremitterade|bordlade|beviljade|antagit|godkänt|fastställt|avslagit|återremitterat|bordlagt|beviljat)\s.*)",
    "Kommunfullmäktige antog den 3 maj 2023 planen",
    "Kommunfullmäktige antar planen",
    cased=True,
)
LABEL = Rule(
    "label",
    rf"(?P<body>(?:[{UPPER}{LOWER}][\w-]*s\s+)?[\w-]*(?:fullmäktige|styrelsen?|nämnden?|utskottet?|direktionen|rådet|presidiet|gruppen))s\s+beslut\b",
    "Socialnämndens beslut 2024-02-20",
    "Socialnämndens förslag till beslut",
)
# under the head of an earlier treatment, which names the body
BARE_LABEL = Rule(
    "bare-label", rf"(?:{ABBREVIATED}(?::?s)?\s+|[\w-]+s\s+)?beslut\s*:?", "Ks beslut:", "Tidigare beslut", at="whole"
)
_ITEM = re.compile(r"§\s*(\d{1,4}(?:\s?[a-z]\b)?)")
_PAST = re.compile(
    r"(?:beslut|beslöt|antog|godkän|fastställ|uppdrog|\bgav\b|utsåg|tillsatte|avslog|biföll|återremit|bordla|bevilja|antagit|avslagit)"
)
_NOT_SEARCHED = frozenset({"decision", "recipients", "diary", "basis"})


def read_quoted(layout: Layout, item: Item, context: Context) -> list[QuotedDecision]:
    """Read the decisions that are told of, each once."""
    found: dict[tuple[str, str], QuotedDecision] = {}
    for part in (part for part in item.parts if part.kind not in _NOT_SEARCHED):
        under = list(_under_label(layout, part)) if part.kind == "quoted" else []
        told = under or [
            one
            for text in paragraphs(layout, part)
            for sentence in sentences(text)
            if _PAST.search(sentence.text) is not None and (one := _told(sentence, context)) is not None
        ]
        for one in told:
            found.setdefault((fold(one.body), fold(one.text)), one)
    return list(found.values())


def _told(text: Flow, context: Context) -> QuotedDecision | None:
    """Read a sentence that tells what a body decided; this body's own needs another day to be quoted."""
    match = DECIDED_THEN.find(text.text) or ACTED_THEN.find(text.text)
    if match is None or PROPOSED.holds(text.text[: match.start("text")]):
        return None
    when = f"{match['when']} {match.groupdict().get('then') or ''}"
    day = _day(when if re.search(r"\d", when) else match["text"][:60])
    body = clean(match["body"])
    own = is_own(body, context.body) and context.body is not None
    if own and (day is None or day == context.date):
        return None
    number = _ITEM.search(when) or _ITEM.search(match["text"][:40])
    return QuotedDecision(
        body=body,
        text=clean(match["text"]).rstrip("."),
        date=day,
        item=number[1] if number is not None else None,
        evidence=text.evidence(match.start("body"), len(text.text)),
    )


def _day(words: str) -> dt.date | None:
    hit = next(find_dates(words), None)
    return hit.value if hit is not None else None


def _under_label(layout: Layout, part: Part) -> Iterator[QuotedDecision]:
    """Yield the points under «Socialnämndens beslut», another body's."""
    if not part.stretches:
        return
    line = label_words(layout.sheet, part)
    match = LABEL.find(line)
    number = _ITEM.search(line)
    by: Treatment | None = None
    if match is not None:
        by = Treatment(match["body"].removesuffix("s"), _day(line), None if number is None else number[1])
    elif BARE_LABEL.holds(line.strip()):
        by = treatment_above(layout, part.stretches[0].start)
    if by is None:
        return
    for text in _points(layout, part):
        lead = LISTED.match(text.text)
        words = clean(text.text[lead.end() :] if lead is not None else text.text).rstrip(".")
        formula = DECIDED_THEN.find(words)
        if re.search(r"\w{3}", words):
            yield QuotedDecision(
                body=clean(by.who),
                text=formula["text"] if formula is not None else words,
                date=by.date,
                item=by.item,
                evidence=text.evidence(),
            )


def _points(layout: Layout, part: Part) -> list[Flow]:
    """Join the lines of a quoted decision into its points; what follows the att-clauses after a gap is none."""
    groups: list[list[tuple[int, int]]] = []
    for stretch in part.stretches:
        words = layout.sheet.text[stretch.start : stretch.end].strip()
        opens = ATT.holds(words) or LISTED.match(words) is not None
        if groups and stretch.gap and not opens:
            break
        if opens or not groups:
            groups.append([])
        groups[-1].append(stretch.span)
    return [flow(layout.sheet, group) for group in groups]
