"""From a document to its minutes: the one line through the reading room."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from loaders.documents import Document
from loaders.minutes import (
    AgendaItem,
    Assignment,
    Minutes,
    ReadingWarning,
    Recipient,
    Source,
    decode_minutes,
    encode_minutes,
)
from loaders.reading.account.account import account_of, unread_warning
from loaders.reading.account.facts import fact_claims
from loaders.reading.account.silent import silent_facts, silent_rows
from loaders.reading.account.spans import Account, Claim, Span, share_of
from loaders.reading.account.structure import item_claims, layout_claims
from loaders.reading.copies import MeetingKey, copies_of, key_of, merged
from loaders.reading.facts.listed_tasks import given_once
from loaders.reading.facts.mentions import find_mentions
from loaders.reading.facts.movements import settled
from loaders.reading.facts.recipients import recipients_below
from loaders.reading.facts.votes import vote_doubts
from loaders.reading.heading.agenda import is_agenda, undecided
from loaders.reading.heading.meeting import read_meeting
from loaders.reading.item import ItemRead, read_item
from loaders.reading.items.context import Context
from loaders.reading.items.heads import find_heads
from loaders.reading.items.tail import find_tail
from loaders.reading.lexicon.abbreviations import spelled_out
from loaders.reading.lexicon.labels import label_at
from loaders.reading.pages.layout import Layout, lay_out
from loaders.reading.pages.meetings import split_meetings
from loaders.reading.people.entries import read_sections, read_told
from loaders.reading.people.front import read_front_sentences
from loaders.reading.people.offices import with_offices
from loaders.reading.people.records import merge_people
from loaders.reading.people.sections import Section, find_sections
from loaders.reading.people.seen import Seen
from loaders.reading.people.signatures import signatures
from loaders.reading.people.told import Paragraph, find_told, names_members
from loaders.reading.text.letters import fold
from loaders.reading.text.prepare import make_sheet
from loaders.reading.text.sheet import Line, Sheet

_NOBODY = ReadingWarning(code="no-participants", message="The minutes name nobody who was there.")
_MEMBERS = frozenset({"members", "delegates", "serving", "chair"})
# lists that stand under a heading of their own among the items («### Deltagare»)
_UNDER_HEADINGS = frozenset(
    {
        "members",
        "delegates",
        "absent",
        "serving",
        "substitutes",
        "coopted",
        "guests",
        "chair",
        "vice-chair",
        "secretary",
    }
)
_FAST = 1  # how hard JSON is packed: to a fourth, in a two-hundredth of the time that reading takes
_SEVERAL = 3  # items that make minutes of a text which names a body and no day
_SENT = frozenset({"recipients"})
_STAFF = frozenset({"members", "officials", "secretary"})


class Reading(NamedTuple):
    """The minutes of each meeting in a document, in order, and the account of its text."""

    minutes: tuple[Minutes, ...]
    account: Account


class _MeetingRead(NamedTuple):
    """One meeting as it was read, what was claimed of the source for it, and where its lists of people stand there."""

    minutes: Minutes
    claims: list[Claim]
    lists: list[tuple[int, int]]


class Extract(NamedTuple):
    """The part of a document that holds one meeting, and what its minutes say of the whole; it can be read anywhere."""

    sheet: Sheet
    lines: tuple[Line, ...]
    source: Source
    doubts: tuple[ReadingWarning, ...]


class ExtractRead(NamedTuple):
    """The minutes in an extract, as JSON and packed, since that is little to keep and to send.

    They do not know yet how much of the whole is unread: that is told by the letters of all extracts.
    """

    minutes: bytes
    key: MeetingKey | None
    unread_letters: int
    letters: int


class Copies(NamedTuple):
    """The minutes of one meeting, as often as a document holds them, and the share of the document that is unread."""

    minutes: tuple[bytes, ...]
    unread: float


def read_minutes(document: Document) -> tuple[Minutes, ...]:
    """Read the minutes of each meeting in a document, in order; none where nothing looks like a meeting."""
    return _joined([read_extract(extract) for extract in extracts_of(document)])


def read_accounted(document: Document) -> Reading:
    """Read the minutes in a document, and account for every character of its text."""
    read: list[ExtractRead] = []
    spans: list[Span] = []
    for extract in extracts_of(document):
        minutes, account = _read(extract)
        read.append(_kept(minutes, account))
        spans += (span.moved(extract.sheet.start) for span in account.spans)
    account = Account(tuple(spans), sum(one.unread_letters for one in read), sum(one.letters for one in read))
    return Reading(_joined(read), account)


def extracts_of(document: Document) -> Iterator[Extract]:
    """Cut a document where one meeting ends and the next begins, each part as it is asked for.

    Words are restored first, by what the whole document has of them. All else is asked of each part alone.
    """
    sheet, damaged = make_sheet(document.text, document.pages, document.running)
    sheet = spelled_out(sheet)
    source = Source(
        name=document.name, sha256=document.sha256, media_type=document.media_type, language="sv",
        characters=len(document.text), pages=len(document.pages) or None, ocr=damaged or document.ocr,
    )  # fmt: skip
    doubts = tuple(_unread_page(page) for page in document.unread)
    return (Extract(part, lines, source, doubts) for part, lines in split_meetings(sheet))


def read_extract(extract: Extract) -> ExtractRead:
    """Read the minutes of one meeting."""
    return _kept(*_read(extract))


def copies_in(read: Sequence[ExtractRead]) -> Iterator[Copies]:
    """Yield each meeting of a document by what was read of it in all its extracts."""
    unread = share_of(sum(one.unread_letters for one in read), sum(one.letters for one in read))
    for numbers in copies_of([one.key for one in read]):
        yield Copies(tuple(read[number].minutes for number in numbers), unread)


def join_copies(copies: Copies) -> Minutes | None:
    """Make one of the copies of a meeting's minutes; None where they tell of no meeting."""
    minutes = merged([decode_minutes(zlib.decompress(packed)) for packed in copies.minutes])
    if not _tells_of_a_meeting(minutes):
        return None
    return msgspec.structs.replace(minutes, source=msgspec.structs.replace(minutes.source, unread=copies.unread))


def _joined(read: Sequence[ExtractRead]) -> tuple[Minutes, ...]:
    joined = map(join_copies, copies_in(read))
    return tuple(minutes for minutes in joined if minutes is not None)


def _read(extract: Extract) -> tuple[Minutes, Account]:
    """Read the minutes of one meeting, and account for every character of its text."""
    sheet = extract.sheet
    minutes, claims, lists = _read_one(lay_out(sheet, extract.lines), extract.source)
    people = frozenset(fold(person.name) for person in minutes.participants)
    account = account_of(sheet.raw, _told_in(sheet, claims) if _tells_of_a_meeting(minutes) else (), people)
    warning = unread_warning(sheet, account)
    rows = silent_rows(sheet, lists, account.spans, people)
    warnings = (*minutes.warnings, *rows, *(() if warning is None else (warning,)), *extract.doubts)
    return msgspec.structs.replace(minutes, warnings=warnings), account


def _kept(minutes: Minutes, account: Account) -> ExtractRead:
    return ExtractRead(
        zlib.compress(encode_minutes(minutes), _FAST), key_of(minutes.meeting), account.unread_letters, account.letters
    )


def _told_in(sheet: Sheet, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield claims by their places in the sheet's raw text."""
    return (claim.moved(-sheet.start) for claim in claims) if sheet.start else iter(claims)


def _unread_page(page: int) -> ReadingWarning:
    message = (
        f"Page {page} is a picture of text, or its fonts name letters wrongly: install tesseract-ocr with Swedish "
        "(tesseract-ocr-swe) and aktorsgraf[ocr] to have it read as it looks."
    )
    return ReadingWarning(code="page-not-read", message=message)


def _tells_of_a_meeting(minutes: Minutes) -> bool:
    """Tell minutes from another text with headings: somebody was there, or something was decided on a day."""
    if minutes.participants or any(warning.code == "agenda" for warning in minutes.warnings):
        return bool(minutes.participants or minutes.items)
    placed = minutes.meeting.date is not None or (minutes.meeting.body is not None and len(minutes.items) >= _SEVERAL)
    return placed and any(item.decisions for item in minutes.items)


def _read_one(layout: Layout, source: Source) -> _MeetingRead:
    """Read one meeting: heads of items, people, the meeting, its items, and who and what is named besides."""
    heads = find_heads(layout)
    first_head = heads[0].line if heads else len(layout.lines)
    tail = find_tail(layout, heads)
    sections, told_of = _find_people(layout, first_head, tail)
    seen, left_out = _read_people(layout, sections, told_of, first_head, tail)
    meeting, warnings = read_meeting(layout, first_head, tail, [head.number for head in heads], _organisations(seen))
    names = tuple(dict.fromkeys(one.phrase.name for one in seen))
    known = frozenset(fold(one.phrase.name) for one in seen)
    context = Context(meeting.date, meeting.next_date, meeting.body, meeting.organisation, known, names)
    ends = [*(head.line for head in heads[1:]), tail]
    read = [read_item(layout, head, max(end, head.last + 1), context) for head, end in zip(heads, ends, strict=False)]
    items = _dispatched(read, recipients_below(layout, tail))
    told = [presenter for one in read for presenter in one.presenters]
    told += settled(move for one in read for move in one.moves)
    people = with_offices(merge_people([*seen, *told], meeting.organisation), items, seen)
    minutes = Minutes(
        source=source,
        meeting=meeting,
        participants=tuple(people),
        items=tuple(items),
        mentions=tuple(find_mentions(layout, people, items)),
        warnings=(
            *warnings,
            *left_out,
            *(() if people else (_NOBODY,)),
            *vote_doubts(items),
            *silent_facts([(item, one.cut) for item, one in zip(items, read, strict=True)], meeting.body),
        ),
    )
    agenda = is_agenda(layout, first_head)
    minutes = minutes if agenda is None else undecided(minutes, agenda)
    claims = [
        *layout_claims(layout, heads, tail),
        *(claim for one in read for claim in item_claims(layout, one.cut)),
        *fact_claims(minutes, [*seen, *told]),
    ]
    lists = [layout.sheet.raw_span(layout.lines[one.first].start, layout.lines[one.last - 1].end) for one in sections]
    return _MeetingRead(minutes, claims, lists if agenda is None else [])


def _find_people(layout: Layout, first_head: int, tail: int) -> tuple[list[Section], list[Paragraph]]:
    """Find the lists of people, and what sentences tell of them: before the items, after them, and under headings of their own among them."""
    parts = [(0, first_head), (tail, len(layout.lines))]
    told = [find_told(layout, *part) for part in parts]
    sections = [one for part, said in zip(parts, told, strict=True) for one in find_sections(layout, *part, said)]
    paragraphs = [one for said in told for one in said]
    if _MEMBERS.isdisjoint(section.kind for section in sections) and not any(map(names_members, paragraphs)):
        sections += [one for one in find_sections(layout, first_head, tail) if _is_under_heading(layout, one)]
    return sections, paragraphs


def _read_people(
    layout: Layout, sections: list[Section], told: list[Paragraph], first_head: int, tail: int
) -> tuple[list[Seen], list[ReadingWarning]]:
    """Read the lists of people, the signatures, and what sentences tell; the warnings tell what lists leave out."""
    last = len(layout.lines)
    signed = signatures(layout, 0 if first_head == last else tail, last)
    listed, warnings = read_sections(layout, sections)
    said = read_told(told, listed=not _MEMBERS.isdisjoint(one.section for one in listed))
    begun = bool(told) and (not sections or told[0].first < sections[0].first)
    people = [*said, *listed] if begun else [*listed, *said]
    return [*people, *signed, *read_front_sentences(layout, first_head)], warnings


def _is_under_heading(layout: Layout, section: Section) -> bool:
    """Tell a list under a heading, or behind a colon, from a row of a table («Suppleant      Eva Alm») or of another list."""
    if _is_listed(layout, section.first):
        return False
    behind = layout.lines[section.first].text[section.offset :].strip()
    return section.kind in _UNDER_HEADINGS and (
        not behind or layout.lines[section.first].text[: section.offset].rstrip().endswith(":")
    )


def _is_listed(layout: Layout, first: int) -> bool:
    """Tell a line of a list of those to whom a decision is sent («Beredningens ledamöter»)."""
    above = first
    while above and not layout.lines[above - 1].blank:
        above -= 1
        if label_at(layout.lines[above].text, _SENT) is not None:
            return True
    return False


def _organisations(seen: list[Seen]) -> Counter[str]:
    """Count the organisations of those who can be the body's own staff."""
    phrases = (one.phrase for one in seen if one.section in _STAFF)
    return Counter(p.organisation for p in phrases if p.organisation and p.party is None and p.title is None)


def _dispatched(read: list[ItemRead], below: Iterable[tuple[Recipient, str]]) -> list[AgendaItem]:
    """Give the items their recipients and tasks, those named for them in a later item's list, or below all, among them."""
    sent: dict[str, list[Recipient]] = {}
    given: dict[str, list[Assignment]] = {}
    numbers = {one.item.number for one in read}
    for one in read:
        for recipient, number in one.recipients:
            sent.setdefault(number if number in numbers else one.item.number, []).append(recipient)
        for task, number in one.tasks:
            given.setdefault(number if number in numbers else one.item.number, []).append(task)
    for recipient, number in below:
        sent.setdefault(number, []).append(recipient)
    return [
        msgspec.structs.replace(
            one.item,
            recipients=tuple(sent.get(one.item.number, ())),
            assignments=tuple(given_once(given.get(one.item.number, ()))),
        )
        for one in read
    ]
