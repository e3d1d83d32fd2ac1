"""The decided points («att-satser») of a decision part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Literal

from loaders.reading.items.formulas import ELECTING_FORMULA, INVERTED, PROPOSING, find_formula
from loaders.reading.items.parts import LISTED, Part, Stretch
from loaders.reading.lexicon.names import find_names
from loaders.reading.pages.layout import Layout
from loaders.reading.rules import Rule
from loaders.reading.text.flow import Flow, ends_sentence, flow, goes_on_below, sentences
from loaders.reading.text.sheet import Sheet

ATT = Rule(
    "att",
    r"(?:[-•*–]\s*)?(?:(?:samt|och|dels|även)\s+)?(?:dels\s+)?att\b",
    "samt att godkänna rapporten",
    "attest",
    at="start",
)
NEXT_ATT = Rule(
    "next-att",
    r"(?:,\s*(?:samt\s+|och\s+|dels\s+)?|\ssamt\s+|\sdels\s+|\s(?P<and>och)\s+|;\s*(?:samt\s+)?)(?=(?:dels\s+)?att\b)",
    "godkänna rapporten, samt att lägga den",
    "godkänna rapporten och planen",
    cased=True,
)
PROPOSAL_LEAD = Rule(
    "proposal-lead",
    r"\b(?:besluta|föreslår?|hemställer|beslutar|beslutade|tillstyrker)\b[^.]{0,60}$",
    "Nämnden föreslår kommunfullmäktige besluta",
    "Nämnden godkänner rapporten",
    cased=True,
)
DECIDED = Rule(
    "decided",
    r"\b(?:godkänn(?:s|er|des)|notera(?:s|r|des)|fastställ(?:s|er|des)|anta(?:s|r|gs)|utse(?:s|r)|utsågs|välj(?:s|er)|valdes?|bifall(?:s|er|es)|avslå(?:s|r)|lägg(?:s|er)|bevilja(?:s|r|des)|uppdra(?:s|r)|får\s+i\s+uppdrag|ges\s+i\s+uppdrag|ställer\s+sig|föreslår|ges|ålägg(?:s|er)|tilldelas|erbjuds|anmodas|uppmanas|befullmäktigas|bemyndigas|förordnas|förlängs|tillstyrk(?:s|er)|återremittera(?:s|r)|bordlägg(?:s|er)|inrätta(?:s|r)|tillsätt(?:s|er)|bilda(?:s|r)|avge(?:s|r)|överlämna(?:s|r)|medfinansiera(?:s|r)|entlediga(?:s|r))\b",
    "Prognos 2 godkänns",
    "Prognosen presenterades",
)
VERB_FIRST = Rule(
    "verb-first",
    r"(?:också\s+|även\s+)?[a-zåäö]{2,}(?:a|ge|uppdra|se|ta|be|få|anta|avslå|föreslå|låta)\s",
    "tacka för informationen",
    "informationen är god",
    at="start",
    cased=True,
)
# a short sentence of its own on what is hereby done
PASSIVE = Rule(
    "passive",
    r"[A-ZÅÄÖ][^.]{2,80}\s(?:godkänns|fastställs|antas|utses|väljs|bifalls|avslås|beviljas|uppdras|ges|åläggs|återremitteras|bordläggs|inrättas|tillsätts|bildas|överlämnas|entledigas|tilldelas|bemyndigas|befullmäktigas|förordnas)\b.{0,160}",
    "Tekniska direktören åläggs att se över taxan.",
    "Taxan ålades i fjol.",
    at="whole",
    cased=True,
)
# a short sentence of its own on what shall be done
SHALL = Rule(
    "shall",
    r"[A-ZÅÄÖ][\w-]+(?:\s[\w-]+){0,3}\s(?:ska|skall)\s.{5,160}\.",
    "Kommittén ska lämna sitt förslag före sommaren.",
    "Kommittén har lämnat sitt förslag.",
    at="whole",
    cased=True,
)
# an «att» that goes on with its own clause and is no point: «uppgift och att», «i uppdrag att»
TASK_BEFORE = Rule(
    "task-before", r"\buppdra|\buppgift|\bföreslå", "uppdra åt kansliet att utreda", "godkänna", cased=True
)
OPEN_CLAUSE = Rule(
    "open-clause",
    r"\b(?:i\s+uppdrag|uppgift|för|genom|om|på|än|föreslå|föreslår|utan|med|av|till)\s*$",
    "ge kansliet i uppdrag",
    "ge kansliet uppdraget",
    cased=True,
)

# whom a clause asks, at the end of a line: the next «att» says what for
ASKED = Rule(
    "asked",
    r"\b(?:föreslå|uppmana|anmoda|hemställa\s+hos|uppdra\s+(?:åt|till)|be)\s+(?:(?!att\b)[^,.;\s]+\s?){1,6}$",
    "att föreslå Sveriges förenade studentkårer",
    "att föreslå en plan, samt",
)
URGED = Rule(
    "urged",
    r"\b(?:uppmana(?:r|de)|anmoda(?:r|de)|uppdrog\s+åt|ålade|ålägger)\s+(?:(?!att\b)[^,.;\s]+\s?){1,6}$",
    "godkände planen och uppmanade tekniska nämnden",
    "godkände planen",
)
LEADS = Rule(
    "leads",
    r"(?:enligt|i\s+enlighet\s+med)\b[^.]{3,90}:|i\s+(?:kommun|region)?fullmäktige:?|(?:för\s+egen\s+del|egen\s+del|för\s+kommunstyrelsens\s+del)(?:\s+beslutar\s+\w+)?:?",
    "Enligt yrkande från S och V:",
    "Enligt förslag",
    at="whole",
)
CHOOSES = Rule(
    "chooses",
    r"\b(?:utse|utses|välja|väljs)(?:\s+följande(?:\s+\w+)?)?$",
    "att till ledamöter i styrgruppen utse",
    "att utse Eva Alm",
)
# whose members can follow a name a line
CONSISTS = Rule(
    "consists",
    r"\b(?:bestå(?:r|ende)?|utgörs)\s+av:?$",
    "att arbetsgruppen består av",
    "att arbetsgruppen består av Eva Alm",
)
AFTERWARDS = Rule(
    "afterwards",
    r"[^.]{3,120}?\b(?:reserver(?:ar|ade)\s+sig|anmäl(?:er|de)\s+(?:sig\s+)?(?:jäv|avvikande|en\s+avvikande|reservation)|delt(?:ar|og)\s+(?:inte|ej)\s+i|lämna(?:r|de)\s+(?:(?:en\s+)?protokollsanteckning|mötet|sammanträdet|rummet|salen|lokalen))\b",
    "Eva Alm reserverar sig mot beslutet",
    "Reservationen noteras",
    at="start",
)

_WRAPPED = 8
"""Lines of a sentence, at most."""
_BESIDE_NAME = 40  # characters after a name in a row of a list
_FULL = 40
"""Characters of a line that goes on below, where the page is not narrower."""

LISTS = Rule(
    "lists",
    r"\b(?:fördelas(?:\s+så)?|(?:enligt\s+)?följande|enligt\s+nedan)$",
    "att platserna i rådet fördelas",
    "att platserna fördelas lika",
)
# a row of a table or list, which an empty line can part from the point that announces it
ROW = Rule(
    "row",
    r"[A-ZÅÄÖ][\w./ -]{1,50}?(?::\s|\s{2,}|\t)\s*\S.{0,70}",
    "Habo kommun      2 platser",
    "Habo kommun får två platser",
    at="whole",
    cased=True,
)
Form = Literal["att", "list", "plain"]
Step = Literal["join", "open", "replace", "stop"]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the part, the formula cut off; `after_formula` tells that one stood on it, `paragraph` is the text up to the next gap."""

    span: tuple[int, int]
    text: str
    paragraph: str
    gap: int
    form: Form
    after_formula: bool
    mark: str
    length: int


@dataclass(slots=True)
class _Draft:
    """A point while its lines are read."""

    form: Form
    lines: list[_Line]

    @property
    def end(self) -> str:
        """The last line so far."""
        return self.lines[-1].text


@dataclass(slots=True)
class _Drafts:
    """The points so far.

    `form` is how points stand in this part; `listing`: the last one announces a list; `running`: the clauses follow the
    formula on its line and can break anywhere; `bare`: the formula ends in «att», and each clause begins with its verb.
    """

    inline: bool
    width: int
    points: list[_Draft] = field(default_factory=list)
    form: Form | None = None
    listing: bool = False
    running: bool = False
    bare: bool = False
    last_listed: int = -1


def decided_points(layout: Layout, part: Part) -> tuple[list[Flow], list[Flow]]:
    """Cut a decision part into its points: att-clauses, numbered or bulleted points, or paragraphs as they stand.

    The second list holds the sentences that follow a formula without being decided by it.
    """
    points: list[Flow] = []
    rest: list[Flow] = []
    for draft in _drafts(layout, part):
        decided, told = _finished(layout.sheet, draft)
        points += [point for point in decided if re.search(r"\w{3}", point.text)]
        rest += told
    return points, rest


def _drafts(layout: Layout, part: Part) -> list[_Draft]:
    sheet = layout.sheet
    drafts = _Drafts(part.inline, layout.width)
    drafts.last_listed = max(
        (k for k, line in enumerate(part.stretches) if LISTED.match(sheet.text[slice(*line.span)].lstrip())), default=-1
    )
    for k in range(len(part.stretches)):
        line, formula = _line(sheet, part.stretches[k : k + _WRAPPED], inline=part.inline and k == 0)
        if formula:
            drafts.form, drafts.running = None, line.form == "att"
        elif drafts.running:
            line = replace(line, after_formula=True)
        if not line.text or line.text.rstrip(":") == "att" or LEADS.holds(line.text):
            drafts.listing = False
            drafts.bare = drafts.bare or line.text.rstrip(":") == "att"
            continue
        step = _step(drafts, line, between=k < drafts.last_listed)
        if step == "stop" or (drafts.points and line.form == "plain" and AFTERWARDS.holds(line.text)):
            break
        if step == "join":
            drafts.points[-1].lines.append(line)
            if drafts.listing and line.form != "att" and (not line.gap or ROW.holds(line.text)):
                continue  # a list under a point belongs to it whole
        else:
            if step == "replace":
                drafts.points.pop()
            drafts.form = line.form if drafts.form in (None, "plain") else drafts.form
            drafts.points.append(_Draft(line.form, [line]))
        drafts.listing = (
            line.text.endswith(":")
            or LISTS.holds(line.text)
            or (drafts.points[-1].form != "plain" and CHOOSES.holds(line.text))
        )
    return drafts.points


def _line(sheet: Sheet, stretches: Sequence[Stretch], *, inline: bool) -> tuple[_Line, bool]:
    """Cut the formula off the first line; also tells whether one opened it."""
    stretch = stretches[0]
    raw = sheet.text[stretch.start : stretch.end]
    start = stretch.start + len(raw) - len(raw.lstrip())
    text = raw.strip()
    match = find_formula(text) or PROPOSING.find(text)
    opens = match is not None and not ATT.holds(text)
    if match is not None and opens:
        start += match.end()
        text = text[match.end() :].strip()
    form: Form = "att" if ATT.holds(text) else "list" if LISTED.match(text) else "plain"
    return _Line(
        (start, stretch.end),
        text,
        _paragraph(sheet, stretches),
        stretch.gap,
        form,
        match is not None or inline,
        _mark(text),
        len(raw),
    ), opens


def _paragraph(sheet: Sheet, stretches: Sequence[Stretch]) -> str:
    """Join the lines up to the next gap or listed one; only after a gap is it asked for."""
    if not stretches[0].gap:
        return ""
    below = takewhile(
        lambda one: not one.gap and not LISTED.match(sheet.text[slice(*one.span)].lstrip()), stretches[1:]
    )
    return flow(sheet, [one.span for one in (stretches[0], *below)]).text


def _mark(text: str) -> str:
    """Name the sort of mark that a listed line has: a sign, a number, a letter."""
    head = text.lstrip("(")[:1]
    return "number" if head.isdigit() else "letter" if head.isalpha() else head


def _step(drafts: _Drafts, line: _Line, *, between: bool) -> Step:
    """Say what a line does: go on with the last point, open the next, take its place, or end the decision.

    `between` tells that listed lines follow.
    """
    if not drafts.points:
        return "open"
    last = drafts.points[-1]
    unmarked = between and drafts.form == "list" and line.form == "plain" and not line.gap
    if unmarked or _joins(drafts, last, line):
        return "join"
    if drafts.form is None or line.form == drafts.form or _is_listed_att(drafts, line):
        return "stop" if line.form == "plain" and _is_told(drafts, line) else "open"
    if drafts.form == "att" and line.form == "plain":
        decided = not drafts.inline and drafts.points[0].lines[0].after_formula
        rule = PASSIVE if line.gap else DECIDED
        shall = not line.gap and SHALL.holds(line.text)
        return "open" if decided and (shall or rule.holds(line.text)) else "stop"
    if drafts.form != "plain":
        return "stop"
    return "replace" if _is_lead(drafts, last, line) else "open"


def _joins(drafts: _Drafts, last: _Draft, line: _Line) -> bool:
    """Tell whether a line goes on with the point before it."""
    if line.form != "att" and drafts.listing and (not line.gap or ROW.holds(line.text)):
        return last.form != "list" or line.mark != last.lines[0].mark
    if line.form != "plain":  # «att ge kansliet i uppdrag / att utreda frågan»
        opened = OPEN_CLAUSE.holds(last.end) or (last.form == "att" and ASKED.holds(last.end)) or URGED.holds(last.end)
        return line.form == "att" and not line.gap and not line.after_formula and opened
    if line.gap:
        return line.text[0].islower() and not ends_sentence(last.end)
    if last.end.endswith((".", ";")) and line.text[0].islower():
        return False
    if drafts.bare and last.end.endswith((",", " samt", " och")) and VERB_FIRST.holds(line.text):
        return False
    return line.text[0].islower() or last.end.endswith("-") or _is_wrapped(drafts, last, line)


def _names_somebody(text: str) -> bool:
    """Tell a row of a list of people: a name, and what little is said of who bears it."""
    name = next(find_names(text), None)
    return name is not None and name.start == 0 and len(text) - name.end < _BESIDE_NAME and not ends_sentence(text)


def _is_wrapped(drafts: _Drafts, last: _Draft, line: _Line) -> bool:
    """Tell whether the line before is full; one that ends a sentence is where the next word had no room on it."""
    lists = CONSISTS.holds(last.lines[0].text) or CHOOSES.holds(last.lines[0].text)
    if goes_on_below(last.end, line.text) or (lists and _names_somebody(line.text)):
        return True
    length = last.lines[-1].length
    if len(last.lines) > 1 and last.end.endswith("."):
        return length + 1 + len(line.text.partition(" ")[0]) > drafts.width
    return length >= min(_FULL, drafts.width * 3 // 4) and not ends_sentence(last.end)


def _is_listed_att(drafts: _Drafts, line: _Line) -> bool:
    return drafts.form == "att" and line.form == "list" and ATT.holds(LISTED.sub("", line.text, count=1))


def _is_told(drafts: _Drafts, line: _Line) -> bool:
    """Tell a paragraph that only follows the decision."""
    if line.gap and not DECIDED.holds(line.text) and not SHALL.holds(line.paragraph):
        return True
    return drafts.inline and not drafts.bare and drafts.form == "plain" and not ELECTING_FORMULA.holds(line.text)


def _is_lead(drafts: _Drafts, last: _Draft, line: _Line) -> bool:
    """Tell whether the sentence before only leads to the points («Nämnden föreslår kommunfullmäktige besluta»)."""
    if line.form == "att":
        return len(drafts.points) == 1 and not last.end.endswith(".") and PROPOSAL_LEAD.holds(last.end)
    text = " ".join(piece.text for piece in last.lines)
    return last.end.endswith(":") and (len(text) < 60 or find_formula(text) is not None)


def _finished(sheet: Sheet, draft: _Draft) -> tuple[list[Flow], list[Flow]]:
    """Make the flows of a draft: one point, or the att-clauses after one formula and the sentences that follow them."""
    joined = flow(sheet, [line.span for line in draft.lines])
    lead = LISTED.match(joined.text)
    if lead is not None:
        joined = joined.part(lead.end(), len(joined.text))
    clauses = draft.form == "att" and draft.lines[0].after_formula
    inner = find_formula(joined.text)
    if inner is not None and re.match(r"\s*att\b", joined.text[inner.end() :]):
        joined = joined.part(inner.end(), len(joined.text))
        clauses = True
    if not clauses:
        return [joined], []
    first, *others = sentences(joined)
    points, told = _clauses(first), []
    for other in others:
        further = INVERTED.find(other.text)
        if further is None or not ATT.holds(other.text[further.end() :].lstrip()):
            told.append(other)
        else:
            points += _clauses(other.part(further.end(), len(other.text)))
    return points, told


def _clauses(sentence: Flow) -> list[Flow]:
    """Split «att …, att … samt att …» after one formula into its clauses."""
    starts, ends = [0], []
    for match in NEXT_ATT.find_all(sentence.text):
        before = sentence.text[starts[-1] : match.start()]
        open_task = match["and"] is not None and TASK_BEFORE.holds(before)
        if not open_task and not OPEN_CLAUSE.holds(before) and before.count("(") <= before.count(")"):
            starts.append(match.end())
            ends.append(match.start())
    return [sentence.part(low, high) for low, high in zip(starts, [*ends, len(sentence.text)], strict=True)]
