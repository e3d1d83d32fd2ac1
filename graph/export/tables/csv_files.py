"""CSV tables (RFC 4180, UTF-8) with their description as W3C's CSV on the Web.

A spreadsheet takes a cell that begins with «=», «+», «-» or «@» for a formula, and minutes may say anything: such a text gets an
apostrophe in front, which spreadsheets take for «this is text».
"""

from __future__ import annotations

import codecs
import csv
import re
import zipfile
from pathlib import Path
from typing import IO, Final

from graph.export.tables.csvw import METADATA_NAME, SEPARATOR, csvw_metadata
from graph.export.tables.definitions import TABLES, TableOf
from graph.export.tables.rows import rows_of
from graph.export.whole import whole_file, whole_folder
from graph.store import GraphStore

_FORMULA: Final = re.compile(r"'*[=+\-@\t\r\n]")
_GUARDED: Final = re.compile(r"'+[=+\-@\t\r\n]")
_OLDEST: Final = (1980, 1, 1, 0, 0, 0)  # a .zip must state a time; the same one always, for the same bytes always


def write_csv(store: GraphStore, path: Path) -> None:
    """Write each table as NAME.csv, and what they hold as csv-metadata.json, into the folder `path` or a .zip of that name."""
    if path.suffix.lower() == ".zip":
        with whole_file(path) as out, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for table in TABLES:
                with archive.open(zipfile.ZipInfo(f"{table.name}.csv", _OLDEST), "w") as file:
                    _write(table, store, file)
            archive.writestr(zipfile.ZipInfo(METADATA_NAME, _OLDEST), csvw_metadata(TABLES))
        return
    with whole_folder(path) as folder:
        for table in TABLES:
            with (folder / f"{table.name}.csv").open("wb") as file:
                _write(table, store, file)
        (folder / METADATA_NAME).write_bytes(csvw_metadata(TABLES))


def _write(table: TableOf, store: GraphStore, out: IO[bytes]) -> None:
    writer = csv.writer(codecs.getwriter("utf-8")(out), lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    texts = [column.datatype == "string" for column in table.columns]
    for row in rows_of(table, store):
        cells = [SEPARATOR.join(cell) for cell in row]
        writer.writerow([guarded(cell) if text else cell for cell, text in zip(cells, texts, strict=True)])


def guarded(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula, apostrophes before it or not."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """Return the text that `guarded` made this cell of."""
    return cell[1:] if _GUARDED.match(cell) else cell
