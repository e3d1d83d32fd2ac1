"""Frames that are drawn around a text («| Beslut … |» between «+-----+») blanked, character for character."""

from __future__ import annotations

import re
from itertools import pairwise

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


def blank_frames(text: str) -> str:
    """Blank the sides of frames around single cells, and the edges around their titles."""
    if not any(side in text for side in (*SIDES, ">")):
        return text
    lines = text.split("\n")
    framed = [FRAMED.find(line) for line in lines]
    beside = {i for i, _ in pairwise(range(len(lines))) if framed[i] is not None and framed[i + 1] is not None}
    for i, match in enumerate(framed):
        if match is not None and (match["right"] or i in beside or i - 1 in beside):
            sides = {match.start("left"), match.start("right") if match["right"] else match.start("left")}
            lines[i] = "".join(" " if k in sides else sign for k, sign in enumerate(lines[i]))
        elif match is None and (title := TITLED_EDGE.find(lines[i])) is not None and _above_frame(framed, i):
            low, high = title.span("title")
            lines[i] = (
                " " * low
                + lines[i][low:high]
                + " " * (len(lines[i].rstrip("\r")) - high)
                + "\r" * lines[i].endswith("\r")
            )
    return "\n".join(lines)


def _above_frame(framed: list[re.Match[str] | None], i: int) -> bool:
    return i + 1 < len(framed) and framed[i + 1] is not None
