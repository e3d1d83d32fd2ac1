"""The parts of an agenda item («ärende»): what is decision, background, statement, recipients."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from loaders.reading.items.formulas import NAMED_BODY, find_formula, is_own, is_own_formula, own_colon
from loaders.reading.items.numbers_named import SENT_OF_ITEM
from loaders.reading.items.treatments import earlier_treatments
from loaders.reading.lexicon.labels import ITEM_KINDS, LabelHit, label_at
from loaders.reading.pages.layout import Layout
from loaders.reading.rules import Rule
from loaders.reading.text.flow import Flow, flow, goes_on_below
from loaders.reading.text.letters import UPPER
from loaders.reading.text.sheet import Sheet

# what the body that meets proposes to a higher one is decided by it
OWN_PROPOSAL = Rule(
    "own-proposal",
    r"(?P<who>[\w\såäö-]{3,60}?)s\s+förslag\s+till\s+(?:beslut\s+i\s+)?(?:[a-zåäö]+\s)?[\w-]*(?:fullmäktige|styrelsen|nämnden|direktionen)\b",
    "Kommunstyrelsens förslag till kommunfullmäktige",
    "Kommunstyrelsens förslag till beslut",
    at="start",
)
LISTED = re.compile(r"(?:\(?\d{1,2}[.)]|[-•*–◦▪]|\(?[a-h][.)])\s+")
# a sentence that sends the decision, without a colon
SENT_TO = Rule(
    "sent-to",
    rf"(?:Ärendet|Beslutet|Paragrafen|(?:Protokolls)?[Uu]tdrag(?:et)?)\s+(?:ska\s+)?(?:expedieras|skickas|sänds|delges|tillställs|meddelas)\s+(?:till\s+)?(?=[{UPPER}]|de\b|[\w-]*(?:styrelsen|nämnden|chefen|kontoret|kansliet|förvaltningen|direktören|samordnaren|rådet|gruppen|revisorerna|medlemmarna|kommunerna|ledamöterna|bolaget)\b)",
    "Ärendet expedieras till Ekby kommunförbund",
    "Ärendet skickas på remiss",
    at="start",
    cased=True,
)
# what is decided where the heading above it («Beslut») is lost
CLAUSE_ALONE = Rule(
    "clause-alone",
    r"att\s+(?:med\s+\w+\s+)?(?!(?:detta|denna|dessa|alla|båda|andra|första|samma|några|vissa)\b)[a-zåäö]{1,20}[aå]\s",
    "att fastställa dagordningen",
    "att detta är så",
    at="start",
    cased=True,
)
_LABELS = ITEM_KINDS | {"presenters", "next", "adjuster", "notice", "adjusting"}
# in these a body's formula is a quotation, or the decision that the label has announced
_NO_FORMULA = frozenset({"decision", "proposal", "quoted", "background", "opinions", "basis"})
_BEFORE_COLON = frozenset({"text", "proposal"})  # above the body's own abbreviation, which stands for its decision
_VOTED = re.compile(r"\s*Med\s+\d")  # how the vote on what has been decided above ended
_WORDY = frozenset({"information", "background"})
_PAGE_KEPT = frozenset({None, "rule", "invented"})
_LABEL = 200  # characters in which a part's label stands
_LONGEST = 20_000
"""Characters of a paragraph; lines without any end go on in another."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A line of a part by its sheet offsets; `gap` counts the blank lines before it."""

    start: int
    end: int
    gap: int = 0

    @property
    def span(self) -> tuple[int, int]:
        """Where the stretch stands in the sheet."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an item under one label («text» where none stands); `inline` when its content begins on the label's line."""

    kind: str
    inline: bool
    stretches: tuple[Stretch, ...]


def parts_of(layout: Layout, first: int, last: int, body: str | None, date: dt.date | None = None) -> list[Part]:
    """Cut the lines [first, last) of an item into its parts; what an earlier meeting did with it is quoted."""
    earlier = earlier_treatments(layout, first, last, body, date)
    if earlier is None:
        return _parts(layout, first, last, body)
    return [
        *_parts(layout, first, earlier.first, body),
        *map(_told_of_earlier, _parts(layout, earlier.first, earlier.own, body)),
        *_parts(layout, earlier.own, last, body),
    ]


def _told_of_earlier(part: Part) -> Part:
    """Let an earlier treatment decide, elect and send nothing."""
    if part.kind in _NO_FORMULA - {"decision"}:
        return part
    return replace(part, kind="quoted" if part.kind == "decision" else "background")


def _parts(layout: Layout, first: int, last: int, body: str | None) -> list[Part]:
    parts: list[Part] = []
    kind, inline = "text", False
    stretches: list[Stretch] = []
    for i, gap in _gaps(layout, first, last):
        line = layout.lines[i]
        hit = label_of_part(line.text)
        if hit is None and kind == "diary" and stretches:
            parts.append(Part(kind, inline, tuple(stretches)))
            kind, inline, stretches = "text", False, []  # a diary number is one line
        at_once = hit is not None and hit.kind == "decided-at-once" and kind == "decision"
        if at_once and (
            LISTED.match(line.text.strip()) or (_as_it_stands(layout, stretches) and not gap and not inline)
        ):
            stretches.append(Stretch(*line.span, gap))  # a point beside the others
        elif hit is not None:
            parts.append(Part(kind, inline, tuple(stretches)))
            kind, inline = _kind_of(hit, body), not hit.alone
            stretches = [Stretch(line.start + hit.end, line.end)] if inline else []
        elif kind in _BEFORE_COLON and (own := own_colon(line.text, body)) is not None:
            parts.append(Part(kind, inline, tuple(stretches)))
            kind, inline, stretches = "decision", True, [Stretch(line.start + own, line.end)]
        elif (sent := SENT_TO.find(line.text) or SENT_OF_ITEM.find(line.text)) is not None:
            parts.append(Part(kind, inline, tuple(stretches)))
            kind, inline, stretches = "recipients", True, [Stretch(line.start + sent.end(), line.end)]
        elif (
            (kind not in _NO_FORMULA or (kind == "decision" and _told_since(layout, stretches)))
            and is_own_formula(line.text, body)
            and not (kind == "voting" and _VOTED.match(line.text) and any(part.kind == "decision" for part in parts))
        ) or (kind == "text" and CLAUSE_ALONE.holds(line.text) and _has_ended(layout, stretches)):
            parts.append(Part(kind, inline, tuple(stretches)))
            kind, inline, stretches = "decision", True, [Stretch(*line.span)]
        else:
            stretches.append(Stretch(*line.span, gap))
    parts.append(Part(kind, inline, tuple(stretches)))
    return [part for part in parts if part.stretches or part.kind == "decision"]


def _told_since(layout: Layout, stretches: list[Stretch]) -> bool:
    """Tell whether something is told after a decision, such as the next motion, before the body decides again."""
    if len(stretches) < 2:
        return False
    last = layout.sheet.text[slice(*stretches[-1].span)].strip()
    begins = last[:1].isupper() and not last.lower().startswith("att") and LISTED.match(last) is None
    before = layout.sheet.text[slice(*stretches[-2].span)].rstrip()
    return begins and last.endswith(".") and before.endswith(".") and find_formula(last) is None


def _as_it_stands(layout: Layout, stretches: list[Stretch]) -> bool:
    """Tell a decision in sentences, beside which one more is its point, from one in clauses."""
    return bool(stretches) and not layout.sheet.text[slice(*stretches[-1].span)].lstrip("-•* \t").lower().startswith(
        "att"
    )


def _has_ended(layout: Layout, stretches: list[Stretch]) -> bool:
    """Tell whether the sentence before has ended, or none stands below the head."""
    return not stretches or layout.sheet.text[slice(*stretches[-1].span)].rstrip().endswith((".", "!", "?"))


def paragraphs(layout: Layout, part: Part) -> list[Flow]:
    """Join the lines of a part into its paragraphs."""
    text = layout.sheet.text
    groups: list[list[Stretch]] = []
    before = ""
    for stretch in part.stretches:
        words = text[stretch.start : stretch.end].strip()
        goes_on = (
            words[:1].islower()
            or (len(before) >= 40 and not before.endswith((".", ":", "!", "?")))
            or goes_on_below(before, words)
        )
        short = not groups or stretch.end - groups[-1][0].start < _LONGEST
        if groups and goes_on and short and not stretch.gap and not LISTED.match(words):
            groups[-1].append(stretch)
        else:
            groups.append([stretch])
        before = words
    flows = (flow(layout.sheet, [stretch.span for stretch in group]) for group in groups)
    return [joined for joined in flows if joined.text]


def label_span(sheet: Sheet, part: Part) -> tuple[int, int]:
    """Return where the line stands right above a part's first line, or what is before it on that line: its label."""
    if not part.stretches:
        return 0, 0
    end = part.stretches[0].start
    above = sheet.text[max(end - _LABEL, 0) : end].rstrip()
    end = max(end - _LABEL, 0) + len(above)
    return end - len(above.rpartition("\n")[2]), end


def label_words(sheet: Sheet, part: Part) -> str:
    """Return the words of a part's label."""
    return sheet.text[slice(*label_span(sheet, part))]


def _gaps(layout: Layout, first: int, last: int) -> list[tuple[int, int]]:
    """List the text lines with the number of blank lines, or rules, before each; what a page's turn interrupts goes on."""
    result = []
    gap, page_turned = 0, False
    for i in range(first, last):
        blank = layout.lines[i].blank
        if blank or layout.furniture[i] is not None:
            page_turned = page_turned or layout.furniture[i] not in _PAGE_KEPT
            gap += blank or layout.furniture[i] == "rule"
            continue
        result.append((i, 0 if page_turned else gap))
        gap, page_turned = 0, False
    return result


def label_of_part(text: str) -> LabelHit | None:
    """Return the label that opens a part; «Information från mötet  X» needs its colon, being a title's words too."""
    hit = label_at(text, _LABELS)
    if hit is not None and hit.kind in _WORDY and not hit.alone and not text[: hit.end].rstrip().endswith(":"):
        return None
    return hit


def _kind_of(hit: LabelHit, body: str | None) -> str:
    """Turn a decision label that names another body into a quotation («Socialnämndens beslut» in the board's minutes)."""
    if hit.kind == "proposal":
        own = OWN_PROPOSAL.find(hit.words)
        return "decision" if own is not None and body is not None and _proposes(own["who"], body) else hit.kind
    return "quoted" if hit.kind == "decision" and not is_own(hit.words, body) else hit.kind


def _proposes(who: str, body: str) -> bool:
    """Tell the body that meets from its committee («Kommunstyrelsens arbetsutskott»), and from its officials."""
    return NAMED_BODY.holds(who) and is_own(who, body) and ("utskott" in who.lower()) == ("utskott" in body.lower())
