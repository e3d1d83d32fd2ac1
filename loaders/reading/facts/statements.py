"""Quoted opinions («synpunkter») and the documents that a decision rests on («beslutsunderlag»)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.minutes import CitedDocument, Statement
from loaders.reading.items.parts import Part
from loaders.reading.lexicon.names import find_names
from loaders.reading.text.letters import clean
from loaders.reading.text.sheet import Sheet

_SAID = re.compile(r"\s*+(?:[-•–*]\s*+)?(?P<who>[^:]{3,80}):\s*(?P<said>\S.*)")


def read_statements(sheet: Sheet, part: Part, known: frozenset[str]) -> Iterator[Statement]:
    """Yield quoted opinions («Anna Alm: …»)."""
    for stretch in part.stretches:
        match = _SAID.match(sheet.text[stretch.start : stretch.end])
        if match is None:
            continue
        evidence = (sheet.evidence(stretch.start + match.start("who"), stretch.end),)
        for name in find_names(match["who"], known, strict=True):
            yield Statement(speaker=name.name, text=clean(match["said"]), evidence=evidence)


def read_documents(sheet: Sheet, part: Part) -> Iterator[CitedDocument]:
    """Yield the documents, one a line; a long list ends at its first gap."""
    began = False
    for stretch in part.stretches:
        title = clean(re.sub(r"^\s*[-•*–]\s*", "", sheet.text[stretch.start : stretch.end]))
        if not 3 < len(title) < 200 or (began and stretch.gap and len(part.stretches) > 6):
            continue
        began = True
        yield CitedDocument(title=title, evidence=(sheet.evidence(*stretch.span),))
