"""One made-up protocol in every format that is read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from odf import table, text
from odf.opendocument import OpenDocumentText
from pdf_samples import text_pdf

TITLE = "Sammanträdesprotokoll för Kommunstyrelsen i Tranås kommun"
FRONT = ("Detta protokoll är påhittat.", "Plats och tid: Stadshuset, den 14 maj 2024 kl. 09.00-11.30")
MEMBERS = (
    "Eva Almgren (S), ordförande",
    "Bo Lindkvist (M), vice ordförande",
    "Karin Ståhl (C)",
    "Nils Ekedahl (V), tjänstgörande ersättare",
)
OFFICIALS = ("Maja Hedlund, kommundirektör", "Olle Sandgren, sekreterare")
ITEMS = (
    (
        "Val av justerare",
        ("Kommunstyrelsen beslutar", "att utse Karin Ståhl (C) att jämte ordföranden justera protokollet."),
    ),
    (
        "Arbetsgrupp för skolskjuts",
        (
            "Kommunstyrelsen beslutar",
            "att tillsätta en arbetsgrupp för skolskjuts bestående av Bo Lindkvist (M) och Karin Ståhl (C), samt",
            "att uppdra åt kommundirektören att redovisa en tidplan senast 2024-09-10.",
        ),
    ),
)


def as_txt() -> bytes:
    return "\n".join(_lines()).encode()


def as_md() -> bytes:
    parts = [f"# {TITLE}", "", *FRONT, "", "## Beslutande", *(f"- {one}" for one in MEMBERS), ""]
    parts += ["## Övriga närvarande", *(f"- {one}" for one in OFFICIALS), ""]
    for number, (title, lines) in enumerate(ITEMS, start=41):
        parts += [f"## § {number} {title}", "", *lines, ""]
    return "\n".join(parts).encode()


def as_html() -> bytes:
    people = "".join(f"<li>{one}</li>" for one in MEMBERS)
    rows = "".join(f"<p>{one}</p>" for one in OFFICIALS)
    items = "".join(
        f"<h2>§ {number} {title}</h2>" + "".join(f"<p>{line}</p>" for line in lines)
        for number, (title, lines) in enumerate(ITEMS, start=41)
    )
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>Inte i texten</title><style>p {{}}</style></head><body>"
        f"<h1>{TITLE}</h1><p>{FRONT[0]}</p><p>{FRONT[1]}</p><h2>Beslutande</h2><ul>{people}</ul>"
        f"<table><tr><td>Övriga närvarande</td><td>{rows}</td></tr></table>{items}"
        "<script>alert('inte i texten')</script><p hidden>inte i texten</p></body></html>"
    ).encode()


def as_docx() -> bytes:
    file = docx.Document()
    file.add_heading(TITLE, 1)
    for line in FRONT:
        file.add_paragraph(line)
    people = file.add_table(rows=2, cols=2)
    for row, (label, names) in zip(
        people.rows, (("Beslutande", MEMBERS), ("Övriga närvarande", OFFICIALS)), strict=True
    ):
        row.cells[0].text = label
        row.cells[1].text = names[0]
        for name in names[1:]:
            row.cells[1].add_paragraph(name)
    number_by_word(file, "§ %1", 41)
    for title, lines in ITEMS:
        numbered(file.add_heading(title, 2))
        for line in lines:
            file.add_paragraph(line)
    return saved(file)


def as_odt() -> bytes:
    file = OpenDocumentText()
    numbers = text.ListStyle(name="Paragrafer")
    numbers.addElement(text.ListLevelStyleNumber(level="1", numformat="1", numprefix="§ ", startvalue="41"))
    file.automaticstyles.addElement(numbers)
    file.text.addElement(text.H(outlinelevel=1, text=TITLE))
    for line in FRONT:
        file.text.addElement(text.P(text=line))
    people = table.Table(name="Närvaro")
    people.addElement(table.TableColumn(numbercolumnsrepeated=2))
    for label, names in (("Beslutande", MEMBERS), ("Övriga närvarande", OFFICIALS)):
        row = table.TableRow()
        for lines in ((label,), names):
            cell = table.TableCell()
            for line in lines:
                cell.addElement(text.P(text=line))
            row.addElement(cell)
        people.addElement(row)
    file.text.addElement(people)
    for position, (title, lines) in enumerate(ITEMS):
        items = text.List(stylename=numbers, continuenumbering="true" if position else "false")
        item = text.ListItem()
        item.addElement(text.H(outlinelevel=2, text=title))
        items.addElement(item)
        file.text.addElement(items)
        for line in lines:
            file.text.addElement(text.P(text=line))
    output = io.BytesIO()
    file.write(output)
    return output.getvalue()


def as_pdf() -> bytes:
    return text_pdf(["\n".join(_lines())])


FORMATS: dict[str, Callable[[], bytes]] = {
    "protokoll.txt": as_txt,
    "protokoll.md": as_md,
    "protokoll.html": as_html,
    "protokoll.docx": as_docx,
    "protokoll.odt": as_odt,
    "protokoll.pdf": as_pdf,
}


def zipped(members: dict[str, bytes]) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return output.getvalue()


def write(folder: Path, **files: bytes) -> None:
    for name, data in files.items():
        (folder / name.replace("__", ".")).write_bytes(data)


def saved(file: WordFile) -> bytes:
    output = io.BytesIO()
    file.save(output)
    return output.getvalue()


def number_by_word(file: WordFile, form: str, start: int) -> None:
    """Give the file a list 99 whose first level Word numbers by itself, and whose second are letters."""
    numbering = file.part.numbering_part.element
    levels = (
        f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{form}"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>'
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="99">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="99"><w:abstractNumId w:val="99"/></w:num>'))


def numbered(paragraph: object, level: int = 0) -> None:
    properties = paragraph._p.get_or_add_pPr()  # type: ignore[attr-defined]
    numbers = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="99"/></w:numPr>'
    properties.append(parse_xml(numbers))


def run_of(inner: str) -> object:
    """Return a run of Word's own mark-up."""
    return parse_xml(f"<w:r {nsdecls('w')}>{inner}</w:r>")


def _lines() -> list[str]:
    lines = [TITLE, *FRONT, "Beslutande", *MEMBERS, "Övriga närvarande", *OFFICIALS, ""]
    for number, (title, body) in enumerate(ITEMS, start=41):
        lines += [f"§ {number} {title}", *body, ""]
    return lines
