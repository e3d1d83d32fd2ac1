"""Writing what validation found: for people, for programs, and as a SHACL report."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Final, Literal

import pyoxigraph as ox

from graph.validate import Severity, Violation
from ontology.terms import PREFIXES, RDF, RDFS

Language = Literal["sv", "en"]

_SH: Final = "http://www.w3.org/ns/shacl#"
_SHAPES: Final = "https://w3id.org/aktorsgraf/shapes#"
_QUOTE_LENGTH: Final = 100
_WORDS: Final = {
    "sv": {
        Severity.VIOLATION: ("fel", "fel"),
        Severity.WARNING: ("varning", "varningar"),
        Severity.INFO: ("upplysning", "upplysningar"),
    },
    "en": {
        Severity.VIOLATION: ("violation", "violations"),
        Severity.WARNING: ("warning", "warnings"),
        Severity.INFO: ("note", "notes"),
    },
}
_NOTHING: Final = {"sv": "Grafen håller.", "en": "The graph holds."}
_HELD: Final = {
    "sv": "i karantän: uppgiften står inte i grafen",
    "en": "in quarantine: the fact does not stand in the graph",
}
_EVIDENCE: Final = {"sv": "belägg", "en": "evidence"}
_VALUE: Final = {"sv": "värde", "en": "value"}


def holds(violations: Sequence[Violation]) -> bool:
    """Tell whether the graph holds: warnings and infos do not break it, though it does not conform then."""
    return all(violation.severity is not Severity.VIOLATION for violation in violations)


def as_text(violations: Sequence[Violation], language: Language = "en") -> str:
    """Write a paragraph for each, and a last line that counts them."""
    if not violations:
        return f"{_NOTHING[language]}\n"
    words = _WORDS[language]
    paragraphs = ("".join(f"{line}\n" for line in _lines(violation, language)) for violation in violations)
    counts = (
        f"{number} {words[severity][number != 1]}"
        for severity in Severity
        if (number := sum(violation.severity is severity for violation in violations))
    )
    return "\n".join((*paragraphs, ", ".join(counts))) + "\n"


def as_json(violations: Sequence[Violation]) -> str:
    """Write an object with `conforms`, as SHACL has it (3.6.1: no result, however slight), `holds` (no violation) and `results`.

    What there is none of is left out.
    """
    results = [
        {
            key: value.value if isinstance(value, Severity) else value
            for key, value in asdict(violation).items()
            if value
        }
        for violation in violations
    ]
    report = {"conforms": not violations, "holds": holds(violations), "results": results}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def as_turtle(violations: Sequence[Violation]) -> str:
    """Write a `sh:ValidationReport`; the evidence of each result stands as `rdfs:comment`."""
    prefixes = {"sh": _SH, **PREFIXES}
    return (ox.serialize(_report(violations), format=ox.RdfFormat.TURTLE, prefixes=prefixes) or b"").decode()


def _lines(violation: Violation, language: Language) -> Iterator[str]:
    """Write one as lines: how bad, what is wrong; where; value; evidence."""
    noun = _WORDS[language][violation.severity][0].upper()
    yield f"{noun}: {violation.message(language)}"
    yield f"  {violation.label or '–'}  <{violation.focus}>"
    if violation.path is not None or violation.value is not None:
        value = f"  {_VALUE[language]}: {violation.value}" if violation.value is not None else ""
        yield f"  {violation.path or ''}{value}"
    if violation.held:
        yield f"  {_HELD[language]}"
    for quote in violation.evidence:
        yield f"  {_EVIDENCE[language]}: «{_shortened(quote)}»"


def _shortened(quote: str) -> str:
    """Put a quote on one line, cut where it is long."""
    line = " ".join(quote.split())
    return line if len(line) <= _QUOTE_LENGTH else f"{line[: _QUOTE_LENGTH - 1]}…"


def _report(violations: Sequence[Violation]) -> Iterator[ox.Triple]:
    """Yield the triples of the report, its results numbered in order."""
    report = ox.BlankNode("report")
    yield ox.Triple(report, RDF.type, _sh("ValidationReport"))
    yield ox.Triple(report, _sh("conforms"), ox.Literal(not violations))  # SHACL 3.6.1: whatever the severity
    for number, violation in enumerate(violations, start=1):
        result = ox.BlankNode(f"result{number}")
        yield ox.Triple(report, _sh("result"), result)
        yield ox.Triple(result, RDF.type, _sh("ValidationResult"))
        yield ox.Triple(result, _sh("resultSeverity"), _sh(violation.severity.value))
        yield ox.Triple(result, _sh("focusNode"), _focus(violation.focus, number))
        yield ox.Triple(result, _sh("sourceShape"), ox.NamedNode(f"{_SHAPES}{violation.shape}"))
        yield ox.Triple(result, _sh("sourceConstraintComponent"), _sh(f"{violation.constraint}ConstraintComponent"))
        yield ox.Triple(result, _sh("resultMessage"), ox.Literal(violation.message_sv, language="sv"))
        yield ox.Triple(result, _sh("resultMessage"), ox.Literal(violation.message_en, language="en"))
        if violation.value is not None:
            yield ox.Triple(result, _sh("value"), ox.Literal(violation.value))
        if violation.held:
            yield from (
                ox.Triple(result, RDFS.comment, ox.Literal(text, language=lang)) for lang, text in _HELD.items()
            )
        for quote in violation.evidence:
            yield ox.Triple(result, RDFS.comment, ox.Literal(quote))


def _sh(name: str) -> ox.NamedNode:
    """Return a term of SHACL."""
    return ox.NamedNode(f"{_SH}{name}")


def _focus(focus: str, number: int) -> ox.NamedNode | ox.BlankNode:
    """Return what is wrong as a node: its IRI, or a blank node where it had none."""
    try:
        return ox.NamedNode(focus)
    except ValueError:
        return ox.BlankNode(f"focus{number}")
