"""What the CSV tables hold, for programs: W3C's «Metadata Vocabulary for Tabular Data» (csv-metadata.json)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from graph.export.tables.definitions import Column, TableOf
from graph.export.tables.titles import ENGLISH, SWEDISH

METADATA_NAME: Final = "csv-metadata.json"  # the name that the recommendation looks for in a folder
SEPARATOR: Final = "; "
_GUARD: Final = {
    "sv": "En text som börjar med =, +, -, @, tabb eller radslut, med eller utan apostrofer före, har här en apostrof till först, så att ett kalkylark inte tar den för en formel.",
    "en": "A text that begins with =, +, -, @, a tab or an end of line, after apostrophes or not, has one more apostrophe in front here, so that no spreadsheet takes it for a formula.",
}
_REFERS: Final = {
    "person_iri": "persons",
    "body_iri": None,  # a body or a group: two tables, which a foreign key cannot say
    "meeting_iri": "meetings",
    "substitutes_for_iri": "attendance",
}


def csvw_metadata(tables: Iterable[TableOf]) -> bytes:
    """Return the description of a folder with these tables, as UTF-8."""
    described = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "sv"}],
        "dialect": {"commentPrefix": None},
        "rdfs:comment": _GUARD,
        "tables": [_table(table) for table in tables],
    }
    return (json.dumps(described, ensure_ascii=False, indent=1) + "\n").encode()


def _table(table: TableOf) -> dict[str, Any]:
    names = [column.name for column in table.columns]
    schema: dict[str, Any] = {"columns": [_column(column) for column in table.columns]}
    if names[0] == "iri":
        schema["aboutUrl"] = "{iri}"
    keys = [
        {"columnReference": name, "reference": {"resource": f"{target}.csv", "columnReference": "iri"}}
        for name in names
        if (target := _REFERS.get(name))
    ]
    if keys:
        schema["foreignKeys"] = keys
    return {"url": f"{table.name}.csv", "tableSchema": schema}


def _column(column: Column) -> dict[str, Any]:
    titles = {"sv": SWEDISH[column.name], "en": ENGLISH[column.name]}
    described: dict[str, Any] = {
        "name": column.name,
        "titles": [column.name],
        "dc:title": titles,
        "datatype": column.datatype,
    }
    if column.several:
        described["separator"] = SEPARATOR
    return described
