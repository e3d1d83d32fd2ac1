"""Word, OpenDocument and web pages: what is kept, what is left out, what stands where."""

from __future__ import annotations

import io

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from format_samples import number_by_word, numbered, run_of, saved
from odf import text
from odf.namespaces import TEXTNS
from odf.opendocument import OpenDocumentText

from loaders.documents import read_document


def lines_of(data: bytes, name: str) -> list[str]:
    return read_document(data, name).text.splitlines()


def html(body: str, head: str = "<meta charset=utf-8>") -> list[str]:
    return lines_of(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "a.html")


def test_word_numbers_paragraphs_as_it_shows_them() -> None:
    file = docx.Document()
    number_by_word(file, "§ %1", 7)
    for words, level in (("Öppnande", 0), ("Val", 0), ("ett", 1), ("två", 1), ("Slut", 0), ("åter ett", 1)):
        numbered(file.add_paragraph(words), level)
    assert lines_of(saved(file), "a.docx") == ["§ 7 Öppnande", "§ 8 Val", "a) ett", "b) två", "§ 9 Slut", "a) åter ett"]


def test_word_keeps_what_was_inserted_and_drops_what_was_deleted_or_hidden() -> None:
    file = docx.Document()
    paragraph = file.add_paragraph("Styrelsen ")._p
    for kind, inner in (("ins", "<w:t>godkänner</w:t>"), ("del", "<w:delText>avslår</w:delText>")):
        change = parse_xml(f'<w:{kind} {nsdecls("w")} w:id="1" w:author="x"/>')
        change.append(run_of(inner))
        paragraph.append(change)
    paragraph.append(run_of("<w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t>"))
    paragraph.append(run_of("<w:instrText>PAGE</w:instrText>"))
    assert lines_of(saved(file), "a.docx") == ["Styrelsen godkänner"]


def test_word_text_boxes_stand_once_and_the_page_head_stands_first() -> None:
    file = docx.Document()
    file.sections[0].header.paragraphs[0].text = "Kommunstyrelsen 2024-05-14"
    file.sections[0].footer.paragraphs[0].text = "Sidfot"
    box = "<w:txbxContent><w:p><w:r><w:t>i rutan</w:t></w:r></w:p></w:txbxContent>"
    spaces = f'{nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    file.add_paragraph("Före")._p.append(
        parse_xml(
            f"<w:r {spaces}><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
            f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    file.add_paragraph("Efter")
    assert lines_of(saved(file), "a.docx") == ["Kommunstyrelsen 2024-05-14", "", "Före", "i rutan", "Efter"]


def test_word_tables_keep_their_columns_and_lists_in_cells_their_lines() -> None:
    file = docx.Document()
    grid = file.add_table(rows=2, cols=3)
    for row, words in zip(grid.rows, (("Namn", "Parti", "Närv."), ("Eva Alm", "", "x")), strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    file.add_paragraph("Sedan")
    beside = file.add_table(rows=1, cols=2).rows[0].cells
    beside[0].text = "Beslutande"
    beside[1].text = "Eva Alm (S)"
    beside[1].add_paragraph("Bo Ek (M)")
    told = [line for line in lines_of(saved(file), "a.docx") if line]
    assert told == ["Namn\tParti\tNärv.", "Eva Alm\t\tx", "Sedan", "Beslutande\tEva Alm (S)", "Bo Ek (M)"]


def test_odt_notes_deletions_and_spaces() -> None:
    file = OpenDocumentText()
    changes = text.TrackedChanges()
    region = text.ChangedRegion(qattributes={(TEXTNS, "id"): "c1"}, check_grammar=False)
    deletion = text.Deletion()
    deletion.addElement(text.P(text="struket"))
    region.addElement(deletion)
    changes.addElement(region)
    file.text.addElement(changes)
    paragraph = text.P(text="Eva")
    paragraph.addElement(text.S(c=2))
    paragraph.addText("Alm")
    note = text.Note(noteclass="footnote")
    note.addElement(text.NoteCitation(text="1"))
    body = text.NoteBody()
    body.addElement(text.P(text="Ordförande"))
    note.addElement(body)
    paragraph.addElement(note)
    paragraph.addElement(text.Tab())
    paragraph.addText("S")
    file.text.addElement(paragraph)
    output = io.BytesIO()
    file.write(output)
    assert lines_of(output.getvalue(), "a.odt") == ["Eva  Alm\tS", "", "Fotnot 1: Ordförande"]


def test_html_shows_what_a_reader_sees() -> None:
    assert html(
        "<p>Eva\n  <b>Alm</b><!-- k --><script>x()</script></p><div style='display: none'>dolt</div><p>Bo<br>Ek"
    ) == [
        "Eva Alm",
        "Bo",
        "Ek",
    ]


def test_html_lists_headings_and_tables() -> None:
    page = "<h2>Val</h2><ol start=3><li>tre<li value=7><p>sju</p></ol><ul><li>punkt</ul><table><tr><th>Namn<th>Parti<tr><td>Eva<td>S</table>"
    assert html(page) == ["## Val", "3. tre", "7. sju", "- punkt", "", "Namn\tParti", "Eva\tS"]


def test_html_in_the_encoding_it_declares() -> None:
    page = "<meta charset='iso-8859-1'><p>Håbo – Älvdalen</p>"
    assert lines_of(page.encode("cp1252"), "a.html") == ["Håbo – Älvdalen"]
    assert lines_of("<html><p>Håbo".encode("utf-16"), "a.txt") == ["Håbo"]
    assert lines_of("<meta charset='utf-8'><p>Håbo</p>".encode("cp1252"), "a.html") == ["Håbo"]
