"""The numbers that Word writes by itself before paragraphs («numrerade listor»): «§ 4 », «a) », «- »."""

from __future__ import annotations

import re

from lxml import etree

from loaders.formats.docx_styles import Styles
from loaders.formats.markup import attribute, child, children
from loaders.formats.numbering import numeral

_KINDS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9


class Lists:
    """The lists of a file, and how far each has been counted."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract = {attribute(one, "abstractNumId"): one for one in children(root, "abstractNum")}
        self._lists = {attribute(one, "numId"): one for one in children(root, "num")}
        self._counts: dict[str | None, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def mark(self, paragraph: etree._Element) -> str:
        """Count a paragraph, and return what stands before it; empty where it is in no list."""
        number, depth = self._place(paragraph)
        if number not in self._lists:
            return ""
        abstract = attribute(child(self._lists[number], "abstractNumId"), "val")
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        level = self._level(number, depth)
        restarted = self._restart(number, depth)
        if restarted is not None and (number, depth) not in self._begun:
            counts[depth] = restarted
        elif counts[depth] is None:
            counts[depth] = _start(level)
        else:
            counts[depth] = (counts[depth] or 0) + 1
        self._begun.add((number, depth))
        counts[depth + 1 :] = [None] * (_LEVELS - depth - 1)
        return self._written(number, level, counts)

    def _written(self, number: str, level: etree._Element | None, counts: list[int | None]) -> str:
        kind = attribute(child(level, "numFmt"), "val") or "decimal"
        if kind == "bullet":
            return "- "
        text = attribute(child(level, "lvlText"), "val") or ""
        if not text or kind == "none":
            return f"{text} " if text and "%" not in text else ""

        def one(place: re.Match[str]) -> str:
            depth = int(place[1]) - 1
            its = self._level(number, depth)
            count = counts[depth]
            kind = attribute(child(its, "numFmt"), "val") or "decimal"
            legal = child(level, "isLgl") is not None
            return numeral(_start(its) if count is None else count, "1" if legal else _KINDS.get(kind, "1"))

        return _PLACE.sub(one, text).strip() + " "

    def _place(self, paragraph: etree._Element) -> tuple[str, int]:
        """Return the list and the level of a paragraph, by itself or by its style; the list is empty for none."""
        number, depth = "", ""
        for stated in self._styles.properties(paragraph, "numPr"):
            number = number or attribute(child(stated, "numId"), "val") or ""
            depth = depth or attribute(child(stated, "ilvl"), "val") or ""
            if number:
                break
        if not depth and number in self._lists:
            depth = self._depth_by_style(number, attribute(child(paragraph, "pPr", "pStyle"), "val"))
        return number, min(int(depth), _LEVELS - 1) if depth.isdigit() else 0

    def _depth_by_style(self, number: str, style: str | None) -> str:
        abstract = self._abstract.get(attribute(child(self._lists[number], "abstractNumId"), "val"))
        tied = (one for one in children(abstract, "lvl") if attribute(child(one, "pStyle"), "val") == style)
        return next((attribute(one, "ilvl") or "" for one in tied if style), "")

    def _level(self, number: str, depth: int) -> etree._Element | None:
        """Return a level's definition: the list's own, or that of what the list is made from."""
        own = self._override(number, depth)
        stated = child(own, "lvl")
        if stated is not None:
            return stated
        abstract = self._abstract.get(attribute(child(self._lists[number], "abstractNumId"), "val"))
        return next((one for one in children(abstract, "lvl") if attribute(one, "ilvl") == str(depth)), None)

    def _restart(self, number: str, depth: int) -> int | None:
        start = attribute(child(self._override(number, depth), "startOverride"), "val") or ""
        return int(start) if start.isdigit() else None

    def _override(self, number: str, depth: int) -> etree._Element | None:
        overrides = children(self._lists[number], "lvlOverride")
        return next((one for one in overrides if attribute(one, "ilvl") == str(depth)), None)


def _start(level: etree._Element | None) -> int:
    start = attribute(child(level, "start"), "val") or ""
    return int(start) if start.isdigit() else 1
