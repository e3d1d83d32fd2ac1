"""The labelled fields of the head («Plats och tid», «Justeringens plats och tid», «Nästa möte»)."""

from __future__ import annotations

import re

from loaders.reading.heading.found import Found
from loaders.reading.heading.place import BLANK, note_place, place_in
from loaders.reading.heading.title_forms import NO_NAME
from loaders.reading.lexicon.dates import find_dates
from loaders.reading.lexicon.labels import MEETING_KINDS, PEOPLE_KINDS, LabelHit, label_at
from loaders.reading.lexicon.times import BEGINS, clock, find_times
from loaders.reading.pages.layout import Layout
from loaders.reading.pages.stacked import stacked_blocks
from loaders.reading.text.letters import UPPER

_LABELS = MEETING_KINDS | {"adjuster"}
_PLACE_LABEL = re.compile(
    rf"(?P<both>(?:Plats\s+och\s+tid|Tid\s+och\s+plats|Datum\s+och\s+(?:tid|plats)))\s(?=[{UPPER}\d])"
    rf"|(?:(?:Sammanträdes|Mötes)plats|(?:Samlings|Sammanträdes|Mötes)?[Ll]okal|Plats)\s(?=[{UPPER}])"
)
# the second line of a label that was broken over two («Justeringens plats / och tid   Ekby kommunkontor»)
_LABEL_WRAPS = re.compile(
    r"\s*(?:och\s+(?:tid|plats|datum)|(?:för\s+)?(?:sammanträdet|mötet|justering(?:en)?))(?::\s*|\s{2,}|\t|$)",
    re.IGNORECASE,
)
_TO_AT_END = re.compile(r"\d\s*(?:[-–—]|till|kl\.)\s*$")
_INNER_PLACE = re.compile(rf"(?<=[\d.;,])\s+(?:Plats|Lokal)\s*:\s*(?P<place>[{UPPER}][^\n|\t]{{3,70}})$")
_WHEN_WHERE = frozenset({"when", "when-where", "where"})

Span = tuple[int, int]


def read_labels(layout: Layout, numbers: list[int], found: Found, *, tail: bool = False) -> None:
    """Read the labelled fields of these lines; in the minutes' `tail` date and place are another meeting's or a notice's."""
    stacked = stacked_blocks(layout, numbers)
    above = ""
    for i in numbers if not tail else ():
        _read_inner(layout.lines[i].text, layout.lines[i].start, found)
    for i in numbers:
        hit = label_at(layout.lines[i].text, _LABELS) or (None if tail else _place_label(layout.lines[i].text))
        if hit is None:
            continue
        spans = [layout.lines[k].span for k in stacked[i]] if i in stacked else _content(layout, i, hit)
        of_adjusting = above == "adjuster" and hit.kind == "when-where" and found.has("start")
        above = hit.kind
        if of_adjusting:
            _read_adjusting(spans, found)  # «Justerare  Eva Alm / Plats och tid  Kommunhuset, 16 april 2014»
        elif hit.kind == "adjuster":
            found.note_date("adjusted_on", spans[:2])
        elif hit.kind in _WHEN_WHERE and not tail:
            _read_when_where(hit, spans, found)
        elif hit.kind == "adjusting":
            _read_adjusting(spans, found)
        elif hit.kind == "next":
            found.note_date("next_date", spans)
        elif hit.kind == "range" and spans:
            found.note_range(*spans[0])


def _read_inner(text: str, start: int, found: Found) -> None:
    """Read the place that a label within a line introduces («Tid: kl. 9-12. Plats: Stadshuset»)."""
    match = _INNER_PLACE.search(text)
    if match is not None:
        note_place(found, place_in(match["place"]), start + match.start("place"), start + match.end("place"))


def _place_label(text: str) -> LabelHit | None:
    """Read «Sammanträdesplats Stadshuset», a label that only a space parts from its field."""
    match = _PLACE_LABEL.match(text)
    if match is None:
        return None
    kind = "where" if match["both"] is None else "when-where"
    return LabelHit(kind, 0, match.end(), match.group().strip(), alone=False)


def _content(layout: Layout, i: int, hit: LabelHit) -> list[Span]:
    """Return the spans of what a label introduces: the rest of its line, else the next line and its continuation."""
    line = layout.lines[i]
    spans = [] if hit.alone else [(line.start + hit.end, line.end)]
    j = i + 1
    while j < len(layout.lines) and len(spans) < 3:
        following = layout.lines[j]
        if following.blank:
            if spans or j > i + 20:
                break
        elif layout.furniture[j] or label_at(following.text, PEOPLE_KINDS | MEETING_KINDS, bare=True) is not None:
            break
        else:
            wrap = _LABEL_WRAPS.match(following.text) if j == i + 1 else None
            span = (following.start + (0 if wrap is None else wrap.end()), following.end)
            spans += [span] if span[0] < span[1] else []
        j += 1
    return _unbroken(layout.sheet.text, spans)


def _unbroken(text: str, spans: list[Span]) -> list[Span]:
    """Put a stretch of time together that was broken at its dash («kl. 14.00– / 15.50»)."""
    whole: list[Span] = []
    for start, end in spans:
        goes_on = whole and _TO_AT_END.search(text, *whole[-1]) and text[start:end].lstrip()[:1].isdigit()
        whole.append((whole.pop()[0] if goes_on else start, end))
    return whole


def _read_when_where(hit: LabelHit, spans: list[Span], found: Found) -> None:
    """Read date, times and what is left, the place, from a labelled field."""
    for k, (start, end) in enumerate(spans[: 2 if hit.kind == "when" else 3]):
        piece = found.sheet.text[start:end]
        if k and (len(piece) > 150 or NO_NAME.holds(piece.strip())):
            return
        if k and hit.kind == "when-where" and not hit.alone and found.has("place") and found.has("start"):
            return
        _read_piece(hit.kind, piece, start, found)


def _read_piece(kind: str, piece: str, start: int, found: Found) -> None:
    rest = piece
    times, date = find_times(piece), next(find_dates(piece), None)
    if times is not None:
        rest = _blanked(rest, times.start, times.end)
        if kind != "where":
            found.note_times(times, start)
    elif kind != "where" and (begins := BEGINS.find(piece)) is not None:
        found.note("start", clock(begins["hour"], begins["minute"]), start + begins.start(), start + begins.end())
    if date is not None:
        rest = _blanked(rest, date.start, date.end)
        if kind != "where":
            found.note("date", date.value, start + date.start, start + date.end)
    if kind != "when":
        note_place(found, place_in(rest), start, start + len(piece))


def _read_adjusting(spans: list[Span], found: Found) -> None:
    found.note_date("adjusted_on", spans)
    for start, end in spans[:1]:
        piece = found.sheet.text[start:end]
        date = next(find_dates(piece), None)
        place = place_in(piece if date is None else _blanked(piece, date.start, date.end))
        if place is not None:
            at = start + place[0]
            found.note("adjusted_at", place[1], at, min(at + len(place[1].rstrip(".")), end))


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + BLANK * (end - start) + text[end:]
