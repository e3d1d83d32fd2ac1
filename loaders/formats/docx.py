"""Word files (DOCX): the body's text in order, with the numbers that Word writes before its paragraphs.

Kept: inserted text, tables, text boxes (after the paragraph that they are tied to), notes (at the end), and the head of the
first page (once, at the top: templates write the body and the day there). Left out: deleted and hidden text, comments,
feet of pages, instructions of fields, placeholders nobody filled in.
"""

from __future__ import annotations

import posixpath
import zipfile

from lxml import etree

from loaders.errors import LoaderError
from loaders.formats.docx_lists import Lists
from loaders.formats.docx_styles import Styles
from loaders.formats.markup import attribute, child, children, local, parse_xml
from loaders.formats.outline import Outline
from loaders.formats.package import read_part

_RELATIONS = "{}/_rels/{}.rels"
_UNSEEN = frozenset(
    "del moveFrom rPr pPr tblPr trPr tcPr tblGrid sectPr instrText delText delInstrText Fallback annotationRef sdtPr "
    "sdtEndPr commentRangeStart commentRangeEnd commentReference".split()
)
_NOTES = (("footnoteReference", "footnotes", "Fotnot"), ("endnoteReference", "endnotes", "Slutnot"))
_BOXES = {"\uf0fe": "☒", "\uf0fd": "☒", "\uf078": "☒", "\uf0a8": "☐", "\uf06f": "☐", "\uf0a3": "☐", "\uf0fc": "✓"}
_WHITE = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-"}


def read_docx(package: zipfile.ZipFile, name: str) -> str:
    """Return the text. Raises LoaderError for a package that is no Word file or has broken parts."""
    return _Word(package, name).read()


class _Word:
    """The walk through one file; what numbering has counted so far is its state."""

    def __init__(self, package: zipfile.ZipFile, name: str) -> None:
        self._package = package
        self._name = name
        main = self._related("", "", "officeDocument").get("officeDocument", ["word/document.xml"])[0]
        self._folder, self._file = posixpath.split(main)
        document = self._part(main)
        if document is None:
            raise LoaderError(name, "no document in the Word file; save it again from the word processor")
        self._document = document
        self._relations = self._related_ids(self._folder, self._file)
        self._styles = Styles(self._beside("styles"))
        self._lists = Lists(self._beside("numbering"), self._styles)
        self._outline = Outline()
        self._boxes: list[etree._Element] = []
        self._notes: list[tuple[str, str, str]] = []

    def read(self) -> str:
        head = self._page_head()
        if head is not None:
            self._each(head)
            self._outline.space()
        body = child(self._document, "body")
        if body is not None:
            self._each(body)
        self._write_notes()
        return self._outline.text()

    def _each(self, parent: etree._Element) -> None:
        for element in parent:
            self._one(element)

    def _one(self, element: etree._Element) -> None:
        kind = local(element)
        if kind == "p":
            self._paragraph(element)
        elif kind == "tr":
            self._row(element)
        elif kind == "tc":
            self._outline.open_cell()
            self._each(element)
            span = attribute(child(element, "tcPr", "gridSpan"), "val") or "1"
            self._outline.close_cell(int(span) if span.isdigit() else 1)
        elif kind == "tbl":
            self._outline.space()
            self._each(element)
            self._outline.space()
        elif kind == "sdt" and child(element, "sdtPr", "showingPlcHdr") is not None:
            return
        elif kind == "txbxContent":
            self._boxes.append(element)
        elif kind not in _UNSEEN and not (kind == "r" and self._styles.hides(element)):
            self._letters(element, kind)
            self._each(element)

    def _letters(self, element: etree._Element, kind: str) -> None:
        if kind == "t":
            self._outline.write((element.text or "").replace("\n", " "))
        elif kind in _WHITE:
            self._outline.write(_WHITE[kind])
        elif kind in ("br", "cr"):
            self._outline.end_line()
        elif kind == "sym":
            code = attribute(element, "char") or ""
            self._outline.write(_BOXES.get(chr(int(code, 16)), "") if code and len(code) <= 4 else "")
        else:
            for reference, part, label in _NOTES:
                if kind == reference:
                    self._notes.append((part, attribute(element, "id") or "", label))

    def _paragraph(self, paragraph: etree._Element) -> None:
        self._outline.end_line()
        level = self._styles.heading(paragraph)
        if level:
            self._outline.space()
        mark = self._lists.mark(paragraph)
        self._outline.lead("#" * level + " " * (level > 0) + mark)
        self._each(paragraph)
        self._outline.end_paragraph()
        self._outline.lead("")
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._each(box)

    def _row(self, row: etree._Element) -> None:
        if child(row, "trPr", "del") is not None:
            return
        self._outline.open_row()
        self._each(row)
        self._outline.close_row()

    def _page_head(self) -> etree._Element | None:
        section = next((one for one in self._document.iter() if local(one) == "sectPr"), None)
        heads = {attribute(one, "type"): attribute(one, "id") for one in children(section, "headerReference")}
        first = child(section, "titlePg") is not None
        wanted = heads.get("first" if first else "default")
        return self._part(self._relations[wanted]) if wanted in self._relations else None

    def _write_notes(self) -> None:
        written: dict[str, int] = {}
        for part, number, label in self._notes:
            written[part] = written.get(part, 0) + 1
            notes = children(self._beside(part), part[:-1])
            note = next((one for one in notes if attribute(one, "id") == number), None)
            if note is not None:
                self._outline.space()
                self._outline.write(f"{label} {written[part]}: ")
                for paragraph in children(note, "p"):
                    self._each(paragraph)
                self._outline.end_line()

    def _beside(self, kind: str) -> etree._Element | None:
        """Return a part that the document relates to by kind; the first where there are several."""
        found = self._related(self._folder, self._file, kind).get(kind)
        return self._part(found[0]) if found else None

    def _part(self, path: str) -> etree._Element | None:
        data = read_part(self._package, path, self._name)
        return None if data is None else parse_xml(data, self._name, path)

    def _related(self, folder: str, file: str, kind: str) -> dict[str, list[str]]:
        targets: dict[str, list[str]] = {}
        for relation in self._relation_elements(folder, file):
            if (relation.get("Type") or "").rpartition("/")[2] == kind:
                targets.setdefault(kind, []).append(_target(folder, relation))
        return targets

    def _related_ids(self, folder: str, file: str) -> dict[str | None, str]:
        return {one.get("Id"): _target(folder, one) for one in self._relation_elements(folder, file)}

    def _relation_elements(self, folder: str, file: str) -> list[etree._Element]:
        root = self._part(_RELATIONS.format(folder, file).lstrip("/"))
        return [] if root is None else [one for one in root if one.get("TargetMode") != "External"]


def _target(folder: str, relation: etree._Element) -> str:
    return posixpath.normpath(posixpath.join("/", folder, relation.get("Target") or "")).lstrip("/")
