from __future__ import annotations

import json

import rdflib
from validation_samples import V, changed, graph_of

from graph.validate import Severity, Violation, validate
from graph.validation_report import as_json, as_text, as_turtle, holds


def test_nothing_found_reads_as_such() -> None:
    assert as_text(()) == "The graph holds.\n"
    assert as_text((), "sv") == "Grafen håller.\n"
    assert json.loads(as_json(())) == {"conforms": True, "holds": True, "results": []}
    assert holds(())


def broken() -> tuple[Violation, ...]:
    text = changed(("ag:heldBy <body/s> ;", ""), ('ag:due "2024-11-01"^^xsd:date', 'ag:due "november"'))
    return validate(graph_of(text))


def test_findings_as_text() -> None:
    assert as_text(broken(), "sv") == (
        "FEL: Dagen då uppdraget ska vara utfört är inget datum.\n"
        "  Förbundschef: svara  <https://example.org/id/meeting/m/item/1/assignment/t>\n"
        "  ag:due  värde: november\n"
        "  belägg: «Styrelsen»\n"
        "\n"
        "VARNING: Det framgår inte vilket organ som sammanträdde.\n"
        "  Styrelsen, 2024-10-25  <https://example.org/id/meeting/m>\n"
        "  ag:heldBy\n"
        "  belägg: «Styrelsen»\n"
        "\n"
        "1 fel, 1 varning\n"
    )
    assert as_text(broken()).endswith("\n1 violation, 1 warning\n")


def test_findings_as_json() -> None:
    written = json.loads(as_json(broken()))
    assert (written["conforms"], written["holds"]) == (False, False)
    assert [result["severity"] for result in written["results"]] == ["Violation", "Warning"]
    assert written["results"][0]["evidence"] == ["Styrelsen"]
    assert "value" not in written["results"][1]


def test_a_warning_does_not_conform_in_any_form_and_the_graph_holds() -> None:
    warning = [one for one in broken() if one.severity is Severity.WARNING]
    written = json.loads(as_json(warning))
    assert (written["conforms"], written["holds"]) == (False, True)
    assert "sh:conforms false" in as_turtle(warning)


def test_findings_as_turtle_are_a_report_of_shacl() -> None:
    written = as_turtle(broken())
    report = rdflib.Graph().parse(data=written, format="turtle")
    sh = rdflib.SH
    (node,) = report.subjects(rdflib.RDF.type, sh.ValidationReport)
    assert report.value(node, sh.conforms) == rdflib.Literal(False)
    results = list(report.objects(node, sh.result))
    assert len(results) == 2
    for result in results:
        for predicate in (sh.focusNode, sh.resultSeverity, sh.sourceShape, sh.sourceConstraintComponent):
            assert report.value(result, predicate) is not None
    assert written == as_turtle(broken())


def test_hostile_quotes_stay_on_their_line() -> None:
    found = Violation(
        V, "https://example.org/x", None, "S", None, None, "Fel.", "Wrong.", ("a\nVIOLATION: b " + "x" * 300,)
    )
    text = as_text([found])
    assert text.splitlines()[1:3] == ["  –  <https://example.org/x>", text.splitlines()[2]]
    assert text.splitlines()[2].startswith("  evidence: «a VIOLATION: b xxx")
    assert len(text.splitlines()[2]) < 130
