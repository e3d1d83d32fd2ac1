"""OpenDocument texts (ODT): the body's text in order, with the numbers before lists and headings.

Kept and left out as in Word files: inserted text, notes at the end and the head of the first page are kept; deleted text,
comments and feet of pages are left out.
"""

from __future__ import annotations

import zipfile
from itertools import chain

from lxml import etree

from loaders.errors import LoaderError
from loaders.formats.markup import attribute, child, children, local, parse_xml
from loaders.formats.numbering import numeral
from loaders.formats.outline import WIDEST, Outline
from loaders.formats.package import read_part

_UNSEEN = frozenset(
    "tracked-changes annotation annotation-end sequence-decls forms bookmark hidden-text hidden-paragraph "
    "note-citation desc title script table-header-columns".split()
)
_MAX_SPACES = 200
_MAX_REPEATED = 1000


def read_odt(package: zipfile.ZipFile, name: str) -> str:
    """Return the text. Raises LoaderError for a package that is locked, no text, or has broken parts."""
    manifest = read_part(package, "META-INF/manifest.xml", name)
    if manifest and any(local(one) == "encryption-data" for one in parse_xml(manifest, name, "the manifest").iter()):
        raise LoaderError(name, "the OpenDocument file is protected by a password; save a copy without one")
    content = read_part(package, "content.xml", name)
    if content is None:
        raise LoaderError(name, "no content in the OpenDocument file; save it again from the word processor")
    styles = read_part(package, "styles.xml", name)
    sheet = None if styles is None else parse_xml(styles, name, "styles.xml")
    return _Text(parse_xml(content, name, "content.xml"), sheet).read()


class _Text:
    """The walk through one file; what lists have counted so far is its state."""

    def __init__(self, content: etree._Element, styles: etree._Element | None) -> None:
        self._body = child(content, "body", "text")
        self._master = child(styles, "master-styles", "master-page", "header")
        groups = (child(root, group) for root in (styles, content) for group in ("styles", "automatic-styles"))
        defined = [one for group in groups if group is not None for one in group]
        self._list_styles = {attribute(one, "name"): one for one in defined if local(one) == "list-style"}
        self._headings = next((one for one in defined if local(one) == "outline-style"), None)
        self._outline = Outline()
        self._lists: list[tuple[etree._Element | None, int]] = []
        self._counts: dict[int, int] = {}
        self._ended: dict[str | None, int] = {}
        self._boxes: list[etree._Element] = []
        self._notes: list[etree._Element] = []

    def read(self) -> str:
        if self._master is not None:
            self._each(self._master)
            self._outline.space()
        if self._body is not None:
            self._each(self._body)
        for number, note in enumerate(self._notes, start=1):
            self._outline.space()
            self._outline.write(f"Fotnot {number}: ")
            for inner in chain.from_iterable(children(note, "note-body")):
                self._inline(inner)
            self._outline.end_line()
        return self._outline.text()

    def _each(self, parent: etree._Element) -> None:
        for element in parent:
            self._one(element)

    def _one(self, element: etree._Element) -> None:
        kind = local(element)
        if kind in ("p", "h"):
            self._paragraph(element, kind)
        elif kind == "list":
            self._list(element)
        elif kind == "table":
            self._outline.space()
            self._each(element)
            self._outline.space()
        elif kind == "table-row":
            for _ in range(_repeated(element, "number-rows-repeated") if _has_text(element) else 1):
                self._outline.open_row()
                self._each(element)
                self._outline.close_row()
        elif kind in ("table-cell", "covered-table-cell"):
            times = min(_repeated(element, "number-columns-repeated"), WIDEST)
            for _ in range(times):
                self._outline.open_cell()
                self._each(element)
                self._outline.close_cell()
        elif kind and kind not in _UNSEEN:
            self._each(element)

    def _paragraph(self, paragraph: etree._Element, kind: str) -> None:
        self._outline.end_line()
        if kind == "h":
            level = min(_repeated(paragraph, "outline-level"), 6)
            self._outline.space()
            self._outline.head("#" * level + " " + self._heading_number(paragraph, level))
        self._inline(paragraph)
        self._outline.end_paragraph()
        if kind == "h":
            self._outline.lead("")
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._each(box)

    def _inline(self, element: etree._Element) -> None:
        if element.text:
            self._outline.write(" ".join(element.text.split("\n")))
        for inner in element:
            kind = local(inner)
            if kind == "s":
                self._outline.write(" " * min(_repeated(inner, "c"), _MAX_SPACES))
            elif kind == "tab":
                self._outline.write("\t")
            elif kind == "line-break":
                self._outline.end_line()
            elif kind == "note":
                self._notes.append(inner)
            elif kind == "text-box":
                self._boxes.append(inner)
            elif kind and kind not in _UNSEEN:
                self._inline(inner)
            if inner.tail:
                self._outline.write(" ".join(inner.tail.split("\n")))

    def _list(self, element: etree._Element) -> None:
        named = attribute(element, "style-name")
        style = self._list_styles.get(named) if named else self._lists[-1][0] if self._lists else None
        depth = len(self._lists) + 1
        level = _level(style, depth)
        begins = _repeated(level, "start-value")
        continued = attribute(element, "continue-numbering") == "true"
        number = self._ended.get(named, begins - 1) if continued else begins - 1
        for item in element:
            if local(item) not in ("list-item", "list-header"):
                continue
            if local(item) == "list-item":
                number = _repeated(item, "start-value") if attribute(item, "start-value") else number + 1
                self._counts[depth] = number
                self._outline.lead(self._written(style, depth))
            self._lists.append((style, depth))
            self._each(item)
            self._lists.pop()
            self._outline.lead("")
        self._ended[named] = number

    def _heading_number(self, paragraph: etree._Element, level: int) -> str:
        if self._headings is None or attribute(paragraph, "is-list-header") == "true":
            return ""
        definition = _level(self._headings, level)
        if not attribute(definition, "num-format"):
            return ""
        start = _repeated(definition, "start-value")
        self._counts[-level] = self._counts.get(-level, start - 1) + 1
        for deeper in range(level + 1, 11):
            self._counts.pop(-deeper, None)
        return self._written(self._headings, -level)

    def _written(self, style: etree._Element | None, depth: int) -> str:
        level = _level(style, abs(depth))
        if level is None or local(level) == "list-level-style-bullet":
            return "- "
        kind = attribute(level, "num-format")
        if not kind:
            return ""
        sign = 1 if depth > 0 else -1
        shown = range(abs(depth) - _repeated(level, "display-levels") + 1, abs(depth) + 1)
        numbers = [
            numeral(self._counts.get(sign * one, 1), attribute(_level(style, one), "num-format") or "1")
            for one in shown
            if one > 0
        ]
        before, after = attribute(level, "num-prefix") or "", attribute(level, "num-suffix") or ""
        return f"{before}{'.'.join(numbers)}{after}".strip() + " "


def _level(style: etree._Element | None, depth: int) -> etree._Element | None:
    return next((one for one in style if attribute(one, "level") == str(depth)), None) if style is not None else None


def _has_text(element: etree._Element) -> bool:
    return any(text.strip() for text in element.itertext())


def _repeated(element: etree._Element | None, name: str) -> int:
    """Return a count that an attribute states; 1 where it states none."""
    stated = attribute(element, name) or ""
    return min(int(stated), _MAX_REPEATED) if stated.isdigit() and len(stated) < 9 and int(stated) > 0 else 1
