"""HTML: the text that a reader of the page sees, in reading order."""

from __future__ import annotations

import codecs
import re

from lxml import etree

from loaders.errors import LoaderError
from loaders.formats.markup import local
from loaders.formats.numbering import numeral
from loaders.formats.outline import Outline
from loaders.formats.text import BYTE_ORDER_MARKS, decode_text

SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_BEGINNING = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(rb"<[a-zA-Z!/]")
_CHARSET = re.compile(rb"<(?:meta\b[^>]*charset|\?xml\b[^>]*encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_DECLARED_WITHIN = 4096  # bytes; browsers look at 1024, word processors write longer heads
_CODECS = frozenset(
    {"utf-8", "cp1252", "iso8859-15", "mac-roman", "cp437", "cp850", "cp1250", "iso8859-4", "iso8859-10"}
)
_WHITE = re.compile(r"[ \t\n\r\f]+")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_UNSEEN = frozenset(
    "head title script style template noscript iframe object embed svg math canvas audio video select datalist "
    "textarea button input meta link base param source track colgroup".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form header hgroup hr html legend li main menu nav ol p pre section summary table tbody tfoot thead ul".split()
)
_HEADINGS = {f"h{level}": "#" * level + " " for level in range(1, 7)}
_CELLS = frozenset({"td", "th"})


def looks_like_html(data: bytes) -> bool:
    """Tell whether the bytes begin as a web page does, in any encoding of Latin letters."""
    beginning = data[:_DECLARED_WITHIN]
    for mark, _ in BYTE_ORDER_MARKS:
        beginning = beginning.removeprefix(mark)
    return _BEGINNING.match(beginning.replace(b"\x00", b"")) is not None


def has_tags(data: bytes) -> bool:
    """Tell whether there is any mark-up in the bytes; a text with the wrong suffix has none."""
    return _TAG.search(data.replace(b"\x00", b"")) is not None


def read_html(data: bytes, name: str) -> str:
    """Return the visible text: a block a line, a row of a table a line. Raises LoaderError."""
    text = _decoded(data, name)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise LoaderError(name, "no text in the web page; expected the text of minutes") from error
    if any("depth" in entry.message for entry in parser.error_log):
        raise LoaderError(name, "elements of the web page are nested without end; save it as text or as a PDF")
    return "" if root is None else _Page().read(root)


def _decoded(data: bytes, name: str) -> str:
    """Decode by mark, by declaration where it fits, or as any text."""
    if not data.startswith(tuple(mark for mark, _ in BYTE_ORDER_MARKS)):
        declared = _CHARSET.search(data[:_DECLARED_WITHIN])
        encoding = _encoding(declared[1].decode("ascii")) if declared else None
        if encoding:
            try:
                return data.decode(encoding).replace("\x00", "\ufffd")
            except UnicodeDecodeError:
                pass  # declared wrongly; what it is shows in its bytes
    return decode_text(data, name)


def _encoding(label: str) -> str | None:
    """Return the codec of a declared encoding, as browsers take it: Latin-1 is Windows-1252; UTF-16 cannot be."""
    try:
        codec = codecs.lookup(label).name
    except LookupError:
        return None
    codec = "cp1252" if codec in ("iso8859-1", "ascii") else codec
    return codec if codec in _CODECS else None


class _Page:
    """The walk through one page; it goes by events, so that nesting costs no stack."""

    def __init__(self) -> None:
        self._outline = Outline()
        self._lists: list[tuple[str, int] | None] = []
        self._preformatted = 0
        self._white = True

    def read(self, root: etree._Element) -> str:
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            tag = local(element)
            if event == "start":
                if _is_hidden(element, tag):
                    walk.skip_subtree()
                else:
                    self._open(element, tag)
                    self._text(element.text)
            else:
                if not _is_hidden(element, tag):
                    self._close(element, tag)
                self._text(element.tail)
        return self._outline.text()

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if self._preformatted:
            first, *others = text.split("\n")
            self._outline.write(first)
            for line in others:
                self._outline.end_line()
                self._outline.write(line)
            return
        words = _WHITE.sub(" ", text)
        self._outline.write(words[1:] if self._white and words.startswith(" ") else words)
        self._white = words.endswith(" ")

    def _open(self, element: etree._Element, tag: str) -> None:
        self._white = self._white or tag in _BLOCKS
        if tag == "br":
            self._outline.end_paragraph()
            self._white = True
        elif tag in _HEADINGS:
            self._outline.space()
            self._outline.head(_HEADINGS[tag])
            self._white = True
        elif tag == "tr":
            self._outline.open_row()
        elif tag in _CELLS:
            self._outline.open_cell()
            self._white = True
        elif tag in _BLOCKS:
            self._outline.end_line()
            if tag == "table":
                self._outline.space()
            elif tag in ("ol", "ul"):
                self._lists.append(
                    (element.get("type", "1"), _number(element.get("start"), 1)) if tag == "ol" else None
                )
            elif tag == "li":
                self._outline.lead(self._mark(element))
            self._preformatted += tag == "pre"

    def _close(self, element: etree._Element, tag: str) -> None:
        if tag == "tr":
            self._outline.close_row()
        elif tag in _CELLS:
            self._outline.close_cell(_number(element.get("colspan"), 1))
        elif tag in _HEADINGS or tag in _BLOCKS:
            self._outline.end_line()
            if tag in ("ol", "ul"):
                self._lists.pop()
            elif tag == "table":
                self._outline.space()
            self._preformatted -= tag == "pre"
        else:
            return
        self._white = True

    def _mark(self, element: etree._Element) -> str:
        """Return what a browser writes before an item of a list."""
        if not self._lists or self._lists[-1] is None:
            return "- "
        kind, number = self._lists[-1]
        number = _number(element.get("value"), number)
        self._lists[-1] = (kind, number + 1)
        return f"{numeral(number, kind)}. "


def _is_hidden(element: etree._Element, tag: str) -> bool:
    return tag in _UNSEEN or element.get("hidden") is not None or _HIDING.search(element.get("style", "")) is not None


def _number(stated: str | None, otherwise: int) -> int:
    return int(stated) if stated and re.fullmatch(r"\d{1,5}", stated.strip()) and int(stated) > 0 else otherwise
