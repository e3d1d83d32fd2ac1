"""The lines of a list joined so that each person's phrase is whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from loaders.reading.lexicon.names import find_names, opens_with_name
from loaders.reading.lexicon.places import municipality_of
from loaders.reading.pages.layout import Layout
from loaders.reading.people.lead_cells import sender_cell
from loaders.reading.people.sections import Section, labels_inside
from loaders.reading.text.flow import Flow, flow
from loaders.reading.text.given import is_given_name
from loaders.reading.text.letters import LOWER, UPPER

_RELATION = re.compile(
    r"ersätt(?:er|s|es)|ersatte?|tjg|tjänstg(?:ör|jorde)|\bers\b|inträd|därefter|i?\s?stället\s+för|\bgår\s+in\b"
)
_GOES_ON = re.compile(
    rf"(?:[,;(]|\b(?:och|samt|ersätter|för|av)|\b(?:ersätter|för|f\.?)\s+[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?)$"
)
_WRAPPED = re.compile(rf"(?:kommun|stad)\b|(?![xX]\s)[{LOWER}(]")
_HALF_NAME = re.compile(
    rf"(?:^|\s)[{LOWER}]{{4,}}\s([{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?)$"
)  # «ekonomichef Mikael / Ek»
# «…, punkt 4, Lena / Borgvall, fritidschef»
_GIVEN_ALONE = re.compile(rf"(?:^\s*|[,;:]\s*|\b(?:och|samt)\s)([{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?)$")
_SURNAME = re.compile(rf"(?:(?:von|af|de)\s)?[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?(?:,|\s\(|\.?$)")
_ROLE_ALONE = re.compile(
    r"(?:sekreterare|(?:vice )?ordförande|justerare|protokollförare|mötesordförande|mötessekreterare)", re.IGNORECASE
)
_GROUP_LEAD = re.compile(rf"\s*([{UPPER}][^,;.:()]{{1,50}}?)(?::|\s[–—-])\s")
_PLACE_CELL = re.compile(
    rf"\s*([{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?(?:\skommun|\sstad)?)(?:\s{{3,}}|\s?\t\s*)(?=[{UPPER}])"
)
_LEAD_CELL = re.compile(rf"\s*[{UPPER}][^,;:()|\t§]{{1,40}}?\s{{3,}}(?=[{UPPER}][\w-]+\s+[{UPPER}])")
_NEXT_MARK = re.compile(
    r"\s(?:\[[xX✓ ]?\]|\(\s{0,4}[xX]?\s{0,4}\))\s(?=[A-ZÅÄÖ])"
)  # two people on one line, each with a box
_PARTY_HEAD = re.compile(rf"\s*\([{UPPER}{LOWER}]{{1,6}}\)\s+[{UPPER}]")
# the second line of a label in a column of its own («Beslutande    Eva Alm (S) / ledamöter    Bo Ek (M)»)
_LABEL_WRAPS = re.compile(rf"\s{{0,20}}[{LOWER}]+(?:\s[{LOWER}]+)?\s{{3,}}(?=[{UPPER}])")
_LABEL_GOES_ON = re.compile(r"(?:ersättare|suppleanter|ledamöter|deltagare|närvarande|tjänstemän|tjänstepersoner)\s*$")
_WIDE_GAP = re.compile(r"\s{3,}(?=\w)")
_LONGEST = 2000
"""Characters that a joined line can have; a list without any end goes on in another line."""


_CLOSES = re.compile(r"[^(]{0,60}\)")
_SENTENCE_ENDS = re.compile(r"(?:[^\W\d_]{4}|\w\))\.\s*$")
_ONE_EACH = 0.6
"""The share of a list's lines that hold one person each where they are no running text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of a list, or a cell of a column: its place in the sheet, and whether an empty line stands above it."""

    start: int
    end: int
    text: str
    after_gap: bool


def logical_lines(layout: Layout, section: Section) -> list[Flow]:
    """Join the lines of a list so that each person's phrase is whole."""
    return join_lines(layout, _pieces(layout, section))


def join_lines(layout: Layout, pieces: list[Piece]) -> list[Flow]:
    """Join the pieces of a list that stand one below the other so that each person's phrase is whole."""
    running = any(_is_running(piece.text) for piece in pieces) and not _one_a_line(pieces)
    groups: list[list[Piece]] = []
    for piece in pieces:
        if groups and _belongs(groups[-1][-1], piece, running=running) and piece.end - groups[-1][0].start < _LONGEST:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return [flow(layout.sheet, [(piece.start, piece.end) for piece in group]) for group in groups]


def _pieces(layout: Layout, section: Section) -> list[Piece]:
    """List the lines of a section, the label cut off the first, and the next section's where it opens on that line."""
    pieces = []
    for i in layout.text_lines(section.first, section.last):
        line = layout.lines[i]
        low, high = 0, len(line.text)
        if i == section.first + 1 and section.offset and (wrap := _LABEL_WRAPS.match(line.text)) is not None:
            low = wrap.end()
        if i == section.first + 1 and section.offset and _LABEL_GOES_ON.match(line.text):
            continue  # «Ej tjänstgörande    Eva Alm / ersättare»
        if i == section.first:
            low = section.offset
            high = next((inner.start for inner in labels_inside(line.text) if inner.content > low), high)
        if line.text[low:high].strip():
            gap = i != section.first and layout.lines[i - 1].blank
            marks = [low, *(match.start() + 1 for match in _NEXT_MARK.finditer(line.text, low + 1, high))]
            marks = [*marks, *_beside(line.text, low, high)] if len(marks) == 1 else marks
            for start, end in pairwise([*marks, high]):
                pieces.append(Piece(line.start + start, line.start + end, line.text[start:end], gap and start == low))
    return pieces


def _beside(text: str, low: int, high: int) -> list[int]:
    """List where another person's phrase begins in a column beside («Eva Alm, rektor      Bo Ek, kanslichef»)."""
    found, cuts = low, []
    for gap in _WIDE_GAP.finditer(text, low, high):
        left, right = text[found : gap.start()], text[gap.end() : high]
        name = next(find_names(right), None)
        if (
            name is None
            or name.start
            or not is_given_name(name.name.split()[0])
            or next(find_names(left), None) is None
        ):
            continue
        if right[name.end : name.end + 2].strip(" ")[:1] in (",", "(") and not _RELATION.search(left[-30:]):
            cuts.append(gap.end())
            found = gap.end()
    return cuts


def _belongs(before: Piece, piece: Piece, *, running: bool) -> bool:
    if _PARTY_HEAD.match(piece.text):
        return False  # «(S)  …» opens a line of its own
    if _in_own_column(piece.text):
        return False
    if _LEAD_CELL.match(before.text) and _LEAD_CELL.match(piece.text):
        return False  # «Habo      Eva Alm» over «Region Jönköping      Bo Ek»
    lead = _GROUP_LEAD.match(piece.text)
    if lead is not None and next(find_names(lead[1]), None) is None:
        return False  # «Karlskrona: …» opens a line of its own
    if running and sender_cell(before.text) is None:  # what stands below such a row is not of it
        one_a_line = _is_one(before.text) and opens_with_name(piece.text)  # above those told one after the other
        return not piece.after_gap and not one_a_line and _SENTENCE_ENDS.search(before.text) is None
    return _wraps(before.text.rstrip(), piece.text.strip())


def _in_own_column(text: str) -> bool:
    """Tell a row whose municipality or organisation has a column of its own («Habo      Eva Alm»)."""
    cell = _PLACE_CELL.match(text)
    return (cell is not None and municipality_of(cell[1]) is not None) or sender_cell(text) is not None


def _is_one(text: str) -> bool:
    """Tell a line that one person takes whole («Eva Alm (S), ordförande»)."""
    names = list(find_names(text.strip()))
    return len(names) == 1 and names[0].start == 0 and not _GOES_ON.search(text.rstrip())


def _one_a_line(pieces: list[Piece]) -> bool:
    """Tell a list with one person a line, in which a line or two hold more."""
    told = [(piece.text.strip(), found) for piece in pieces if (found := list(find_names(piece.text.strip())))]
    single = sum(
        found[0].start == 0 and (len(found) == 1 or _RELATION.search(text) is not None) for text, found in told
    )
    return single >= _ONE_EACH * len(told)


def _is_running(text: str) -> bool:
    """Tell whether people stand one after the other in a line, with commas between them."""
    if "\t" in text or _RELATION.search(text):
        text = re.sub(r"\([^()]*\)", "", text)
    pairs = pairwise(find_names(text))
    return any(_is_comma(text[a.end : b.start]) and is_given_name(b.name.split()[0]) for a, b in pairs)


def _is_comma(gap: str) -> bool:
    told = re.sub(r"\([^()]*\)", "", gap)
    return (
        len(told) <= 120 and ("," in gap or ";" in gap) and not _RELATION.search(gap) and not re.search(r"\bför\b", gap)
    )


def _wraps(before: str, following: str) -> bool:
    """Tell whether a line goes on in the next: a comma, an open parenthesis, half a name, a role below its name."""
    open_there = before.count("(") > before.count(")") and _CLOSES.match(following) is not None
    if _GOES_ON.search(before) or open_there:
        return True
    half = _HALF_NAME.search(before)
    if half is not None and is_given_name(half[1]) and following[:1].isupper():
        return True
    alone = _GIVEN_ALONE.search(before)
    if alone is not None and is_given_name(alone[1]) and _SURNAME.match(following) is not None:
        return not is_given_name(following.split(maxsplit=1)[0].rstrip(","))
    if _WRAPPED.match(following) and next(find_names(following), None) is None:
        return True
    return _ROLE_ALONE.fullmatch(following) is not None and len(list(find_names(before))) == 1
