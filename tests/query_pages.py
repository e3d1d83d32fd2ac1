"""docs/queries.md, made from the heads of the queries and their answers on the examples: python tests/query_pages.py [--check]."""

from __future__ import annotations

import shlex
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from build_samples import build_inline

from aktorsgraf.workspace import Workspace
from graph.store import GraphStore
from queries.formats import as_text
from queries.pack import Query, load_pack
from queries.runner import run
from queries.table import Table

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "queries.md"
ROWS = 4
HEAD = """# The query pack

Every question stands twice, as `queries/sparql/NAME.rq` and `queries/cypher/NAME.cypher`, and both give the same rows: `aktorsgraf
query NAME`, with `--engine cypher` in the other language, and with `--endpoint URL` from any SPARQL 1.1 server that holds the
exported graph. Parameters may be left out but those marked !. Text matches by part, whatever the case and diacritics; instead
of a name, a person, a body, a group or a municipality may be given by IRI, whole or without the base (`person/karin-stahl-cdb036f7`),
also one that was merged into another. A `date` is YYYY-MM-DD; a `partial-date` in an answer is a day, a month or a year, as stated. Nothing is inferred from a person's name.

Made by `make readme` from the heads of the files and their answers on [examples](../examples).
"""


def page() -> str:
    """Write the page: a section a query."""
    pack = load_pack().values()
    with tempfile.TemporaryDirectory() as folder:
        build_inline(Path(folder), ROOT / "examples")
        with Workspace(Path(folder)).open_store(read_only=True) as store:
            listed = "".join(f"- [`{query.name}`](#{query.name}) {query.title['en']}\n" for query in pack)
            return "\n".join([HEAD, listed, *("\n".join(_section(query, store)) for query in pack)])


def _section(query: Query, store: GraphStore) -> Iterator[str]:
    yield f"## {query.name}\n"
    for language in ("en", "sv"):
        yield f"**{query.title[language]}.** {query.description[language]}\n"
    if query.parameters:
        yield "| parameter | type | | |\n| --- | --- | --- | --- |"
        for one in query.parameters:
            yield f"| `{one.name}`{'!' if one.required else ''} | {one.type} | {one.en} | {one.sv} |"
        yield ""
    yield f"Columns: {', '.join(f'`{column.name}` {column.type}' for column in query.columns)}\n"
    given = "".join(f" --param {shlex.quote(f'{name}={value}')}" for name, value in query.example.items())
    yield f"```sh\naktorsgraf query {query.name}{given}\n```\n"
    yield from _answer(run(query, store, dict(query.example)))


def _answer(table: Table) -> Iterator[str]:
    yield f"| {' | '.join(column.name for column in table.columns)} |"
    yield f"|{' --- |' * len(table.columns)}"
    for row in table.rows[:ROWS]:
        yield f"| {' | '.join(' '.join(as_text(value).replace('|', chr(92) + '|').split()) for value in row)} |"
    more = len(table.rows) - ROWS
    yield f"\n… and {more} more.\n" if more > 0 else ""


if __name__ == "__main__":
    made = page()
    if "--check" in sys.argv[1:]:
        sys.exit(None if PAGE.read_text(encoding="utf-8") == made else f"{PAGE}: not as it is made; run: make readme")
    PAGE.write_text(made, encoding="utf-8")
