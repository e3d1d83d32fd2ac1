"""Who presents an item («föredragande»): by label, by verb, or by a name alone under the title."""

from __future__ import annotations

import re

from msgspec.structs import replace

from loaders.reading.facts.assignees import named_by_meeting
from loaders.reading.items.context import Context, Item
from loaders.reading.items.parts import LISTED, Part, label_words, paragraphs
from loaders.reading.lexicon.names import find_names
from loaders.reading.pages.layout import Layout
from loaders.reading.people.phrase import Phrase
from loaders.reading.people.seen import Seen, note_people, note_phrase
from loaders.reading.people.wordings import OFFICE
from loaders.reading.rules import Rule
from loaders.reading.text.flow import Flow, flow, sentences
from loaders.reading.text.letters import UPPER
from loaders.reading.text.sheet import Sheet

_VERBS = r"(?:informera(?:r|de)|orientera(?:r|de)|drar(?!\s+(?:sig|ned|upp|till))|svara(?:r|de)\s+på|redovisa(?:r|de)|föredr(?:ar|og|ager)|presentera(?:r|de)|visa(?:r|de)|berätta(?:r|de)|redogör|redogjorde|går\s+igenom|gick\s+igenom|rapportera(?:r|de)|avrapportera(?:r|de)|delge(?:r|s)|delgav|beskriver|beskrev|inledde|höll\s+(?:en\s+)?(?:dragning|föredrag|presentation)|lämna(?:r|de)\s+(?:en\s+)?(?:information|rapport|lägesrapport)|återrapportera(?:r|de)|(?:ger|gav)\s+(?:en\s+)?(?:information|lägesrapport|presentation))"
PRESENTS = Rule(
    "presents",
    rf"(?P<who>[^.:;]{{3,160}}?)\s+(?:(?:kort|muntligt|också|även|sedan)\s+)?{_VERBS}\b",
    "Utredaren Eva Alm informerar om läget",
    "Information lämnas om läget",
    at="start",
    cased=True,
)
# what is told of a matter's preparation is of earlier meetings, unless somebody presents it now
PREPARATION = Rule(
    "preparation", r"(?:ärendets\s+)?(?:beredning|behandling|gång)\b", "Ärendets beredning", "Tidigare beslut"
)
PRESENTS_NOW = Rule(
    "presents-now",
    r"\b(?:informerar|redovisar|föredrar|föredrager|presenterar|redogör|rapporterar|berättar|beskriver)\b",
    "Utredaren Eva Alm redogör för förslaget",
    "Utredaren Eva Alm redogjorde för förslaget",
    cased=True,
)
EARLIER = Rule("earlier", r"\d{4}-\d\d-\d\d|§\s*\d", "Eva Alm redogör 2024-05-02", "Eva Alm redogör")
_LONGEST_OFFICE = 50
_SUBORDINATE = re.compile(r"\b(?:att|som|har|om|den|till)\b")
_ONLY_JOINTS = re.compile(r"(?:\s|,|och|samt)*")


def presenters_of(layout: Layout, item: Item, context: Context) -> list[Seen]:
    """List the presenters of an item with what is said of them."""
    sheet = item.title.sheet
    seen: list[Seen] = []
    for part in item.parts:
        if part.kind == "presenters":
            seen += note_people(flow(sheet, _labelled(sheet, part)), "presenters")
    seen += _by_verb(layout, item, context)
    return seen + _alone_under_title(sheet, item.parts, context)


def _labelled(sheet: Sheet, part: Part) -> list[tuple[int, int]]:
    """Take the lines under the label as far as the list goes on."""
    spans: list[tuple[int, int]] = []
    before = ""
    for stretch in part.stretches:
        text = sheet.text[stretch.start : stretch.end]
        if spans and (stretch.gap or not _goes_on(before, text)):
            break
        spans.append(stretch.span)
        before = text
    return spans


def _goes_on(before: str, text: str) -> bool:
    end = before.rstrip()
    return end.endswith((",", " och")) or text.strip()[:1].islower() or (len(before) > 45 and not end.endswith("."))


def _by_verb(layout: Layout, item: Item, context: Context) -> list[Seen]:
    seen: list[Seen] = []
    prepared = [
        one
        for part in item.parts
        if part.kind == "quoted" and PREPARATION.holds(label_words(layout.sheet, part))
        for text in paragraphs(layout, part)
        for one in sentences(text)
        if PRESENTS_NOW.holds(one.text) and EARLIER.find(one.text) is None
    ]
    told = [one for text in (*item.told, *item.background) for one in sentences(text)]
    for sentence in map(_unmarked, (*told, *prepared)):
        match = PRESENTS.find(sentence.text)
        by_first = named_by_meeting(match["who"], context) if match is not None else ()
        if match is not None and by_first:
            end = match.end("who")
            seen += [note_phrase(Phrase(full, 0, end, end), "presenters", sentence) for full in by_first]
            continue
        if match is None or _SUBORDINATE.search(match["who"]):
            continue
        name = next(find_names(match["who"], context.known, strict=True), None)
        if name is not None and re.match(
            rf"(?:[{UPPER}][\w.-]*(?:\s+[\w&-]+){{0,4}}?\s+)?{re.escape(name.name)}", match["who"]
        ):
            people = note_people(sentence.part(0, match.end("who")), "presenters", context.known, strict=True)
            seen += [_titled(one, match["who"]) for one in people]
    return seen


def _unmarked(sentence: Flow) -> Flow:
    """Cut the mark of a list off a sentence («a) Eva Alm informerar»)."""
    mark = LISTED.match(sentence.text)
    return sentence if mark is None else sentence.part(mark.end(), len(sentence.text))


def _titled(one: Seen, words: str) -> Seen:
    """Add the office that stands before the name («Avdelningschef Eva Alm informerar»)."""
    lead = words[: one.phrase.start].strip()
    if one.phrase.title is not None or not lead or one.phrase.start > _LONGEST_OFFICE or not OFFICE.holds(lead):
        return one
    return replace(one, phrase=replace(one.phrase, title=lead[:1].lower() + lead[1:]))


def _alone_under_title(sheet: Sheet, parts: tuple[Part, ...], context: Context) -> list[Seen]:
    """Read a line of names and nothing else that stands first in an item."""
    if not parts or parts[0].kind != "text" or not parts[0].stretches:
        return []
    line = flow(sheet, [parts[0].stretches[0].span])
    if len(line.text) > 200:
        return []
    rest = line.text
    names = list(find_names(line.text, context.known, strict=True))
    for name in names:
        rest = rest.replace(name.name, "", 1)
    if not names or not _ONLY_JOINTS.fullmatch(rest):
        return []
    return note_people(line, "presenters", context.known, strict=True)
