"""Frames that are drawn around a text («| Beslut … |» between «+-----+») blanked, character for character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from loaders.reading.rules import Rule

SIDES = "|¦│┃║"
_CORNERS = "+┌┐└┘├┤╔╗╚╝╠╣╭╮╰╯┏┓┗┛"
_EDGES = "–—=_─━═-"  # the hyphen last, as in a set of characters

# the side of a frame (or the mark of what is cited in Markdown), at one end of a line or both; a line with another between is a row of a table
FRAMED = Rule(
    "framed",
    rf"[ \t]*(?P<left>[{SIDES}>])(?P<inside>[^{SIDES}\n]*)(?P<right>[{SIDES}]?)[ \t]*\r?",
    "| Styrelsen beslutar |",
    "| Eva Alm | Ekby |",
    at="whole",
)
# what is written in the edge of a frame
TITLED_EDGE = Rule(
    "titled-edge",
    rf"[ \t]*[{_CORNERS}{_EDGES}]{{2,}}[ \t]*(?P<title>[^\W\d_][^{SIDES}{_CORNERS}\n{_EDGES}]{{2,60}}?)[ \t]*[{_EDGES}]{{3,}}[{_CORNERS}{_EDGES}][ \t]*\r?",
    "+-- Beslut ---------------+",
    "--- Eva Alm",
    at="whole",
)
_LINE = re.compile(r"^[^\n]*", re.MULTILINE)


def blank_frames(text: str) -> str:
    """Blank the sides of frames around single cells, and the edges around their titles."""
    if not any(side in text for side in (*SIDES, ">")):
        return text
    pieces, last = [], 0
    above: re.Match[str] | None = None
    for (start, line, match), (_, _, below) in pairwise(chain(_lines(text), [(0, "", None)])):
        blanked = line
        if match is not None and (match["right"] or above is not None or below is not None):
            sides = {match.start("left"), match.start("right") if match["right"] else match.start("left")}
            blanked = "".join(" " if k in sides else sign for k, sign in enumerate(line))
        elif match is None and below is not None and (title := TITLED_EDGE.find(line)) is not None:
            low, high = title.span("title")
            blanked = " " * low + line[low:high] + " " * (len(line.rstrip("\r")) - high) + "\r" * line.endswith("\r")
        if blanked != line:
            pieces += [text[last:start], blanked]
            last = start + len(line)
        above = match
    return "".join([*pieces, text[last:]])


def _lines(text: str) -> Iterator[tuple[int, str, re.Match[str] | None]]:
    """Yield where each line begins, the line, and whether it has the side of a frame."""
    for found in _LINE.finditer(text):
        line = found.group()
        yield found.start(), line, FRAMED.find(line)
