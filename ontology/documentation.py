"""The ontology's documentation: one page in Swedish and English, without scripts, that asks nothing of any server."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Final

from ontology.rules import Rule, rules
from ontology.turtle import SHAPES, SHAPES_WHOLE, alignment_names, prefixes, read_data, read_turtle
from ontology.vocabulary import Concept, Kind, Scheme, Term, schemes, terms, version

FILE: Final = "documentation.html"
_KINDS: Final = (
    (Kind.CLASS, "klasser", "Klasser", "Classes"),
    (Kind.OBJECT, "lankar", "Egenskaper som länkar", "Properties that link"),
    (Kind.DATATYPE, "varden", "Egenskaper med värden", "Properties with values"),
    (Kind.ANNOTATION, "anmarkningar", "Anmärkningar", "Annotations"),
)
_SEVERITIES: Final = {
    "Violation": ("fel", "violation"),
    "Warning": ("varning", "warning"),
    "Info": ("upplysning", "info"),
}


def documentation_page() -> str:
    """Return the text of `documentation.html`."""
    ours = [term for term in terms() if term.prefix == "ag" and not term.deprecated]
    reused = [term for term in terms() if term.prefix != "ag"]
    gone = [term for term in terms() if term.deprecated]
    parts = [
        *(_section(anchor, sv, en, _terms(ours, kind)) for kind, anchor, sv, en in _KINDS),
        _section("kodlistor", "Kodlistor", "Code lists", (_scheme(one) for one in schemes())),
        _section("ateranvanda", "Termer från andra", "Terms of others", (_term(term) for term in reused)),
        _section("regler", "Regler (SHACL)", "Rules (SHACL)", _rules()),
        _section("motsvarigheter", "Motsvarigheter", "Alignments", _alignments()),
        _section("utgangna", "Utgångna termer", "Deprecated terms", (_term(term) for term in gone)),
    ]
    head = read_data("documentation-head.html").replace("{{version}}", escape(version()))
    return f"{head}{''.join(parts)}</main>\n</body>\n</html>\n"


def anchor_of(iri: str) -> str:
    """Return where on the page a term stands: its name for one of ours, `prefix-name` for one of others, `list-name` for a code list."""
    for prefix, namespace in prefixes().items():
        name = iri.removeprefix(namespace)
        if name != iri and "/" not in name and "#" not in name:
            return name if prefix == "ag" else f"{prefix}-{name}"
    code = iri.removeprefix("https://w3id.org/aktorsgraf/ns/")
    return code.replace("/", "-") if "/" in code else f"list-{code}"


def _section(anchor: str, sv: str, en: str, parts: Iterable[str]) -> str:
    heading = f"<h2>{_both(sv, en, ' · ')}</h2>"
    return f'<section id="{anchor}">\n{heading}\n{"".join(parts)}</section>\n'


def _terms(among: Iterable[Term], kind: Kind) -> Iterator[str]:
    return (_term(term) for term in among if term.kind is kind)


def _term(term: Term) -> str:
    """Write one term: names, definitions, and what it stands in relation to."""
    rows = [
        ("IRI", f"<code>{escape(term.iri)}</code>"),
        *_row("Ovanför", "Above", term.parents),
        *_row("Hos", "Of", (term.domain,)),
        *_row("Värde", "Value", (term.range or term.value_type,)),
        *_row("Ersatt av", "Replaced by", (term.replaced_by,)),
    ]
    if term.derived:
        rows.append((_both("Härledd", "Derived"), _both("ja", "yes")))
    name = f"{term.prefix}:{term.name}"
    return (
        f'<article id="{anchor_of(term.iri)}">\n<h3>{_both(term.labels["sv"], term.labels["en"], " · ")} '
        f"<code>{escape(name)}</code></h3>\n{_paragraphs(term.definitions)}{_list(rows)}</article>\n"
    )


def _row(sv: str, en: str, iris: Iterable[str | None]) -> Iterator[tuple[str, str]]:
    links = ", ".join(_link(iri) for iri in iris if iri)
    if links:
        yield _both(sv, en), links


def _link(iri: str) -> str:
    known = {term.iri for term in terms()}
    text = f"<code>{escape(_curie(iri))}</code>"
    return f'<a href="#{anchor_of(iri)}">{text}</a>' if iri in known else text


def _curie(iri: str) -> str:
    for prefix, namespace in prefixes().items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _scheme(scheme: Scheme) -> str:
    """Write a code list as a table."""
    rows = "".join(_concept(concept) for concept in scheme.concepts)
    head = "".join(f'<th scope="col">{_both(sv, en)}</th>' for sv, en in _COLUMNS)
    return (
        f'<article id="{anchor_of(scheme.iri)}">\n<h3>{_both(scheme.labels["sv"], scheme.labels["en"], " · ")}</h3>\n'
        f"{_paragraphs(scheme.definitions)}<p><code>{escape(scheme.iri)}</code></p>\n"
        f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</article>\n"
    )


_COLUMNS: Final = (("Kod", "Code"), ("Svenska", "Swedish"), ("Engelska", "English"))


def _concept(concept: Concept) -> str:
    cells = "".join(
        f'<td lang="{lang}"><b>{escape(concept.labels[lang])}</b> – {escape(concept.definitions[lang])}</td>'
        for lang in ("sv", "en")
    )
    return (
        f'<tr id="{anchor_of(concept.iri)}"><th scope="row"><code>{escape(concept.notation)}</code></th>{cells}</tr>\n'
    )


def _rules() -> Iterator[str]:
    """Write each shape with what it is about and what it says."""
    for rule in (rule for name in (SHAPES, SHAPES_WHOLE) for rule in rules(name)):
        yield _rule(rule)


def _rule(rule: Rule) -> str:
    about = ", ".join(_link(iri) for iri in rule.about)
    items = "".join(
        f"<li><b>{_both(*_SEVERITIES[check.severity])}</b>: {_both(check.messages['sv'], check.messages['en'])}</li>\n"
        for check in rule.checks
    )
    return f'<article id="{escape(rule.name)}">\n<h3><code>ags:{escape(rule.name)}</code></h3>\n<p>{about}</p>\n<ul>\n{items}</ul>\n</article>\n'


def _alignments() -> Iterator[str]:
    for name in alignment_names():
        rows = "".join(
            f"<tr><td>{_link(str(t.subject)[1:-1])}</td><td><code>{escape(_curie(t.predicate.value))}</code></td>"
            f"<td><code>{escape(str(t.object)[1:-1])}</code></td></tr>\n"
            for t in read_turtle(name)
            if t.predicate.value.startswith("http://www.w3.org/2004/02/skos/core#")
        )
        title = name.removeprefix("alignments/").removesuffix(".ttl")
        yield f'<article id="{escape(title)}">\n<h3>{escape(title)}</h3>\n<table><tbody>\n{rows}</tbody></table>\n</article>\n'


def _paragraphs(texts: Mapping[str, str]) -> str:
    return "".join(f'<p lang="{language}">{escape(text)}</p>\n' for language, text in texts.items())


def _list(rows: Iterable[tuple[str, str]]) -> str:
    return "<dl>" + "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in rows) + "</dl>\n"


def _both(sv: str, en: str, between: str = " / ") -> str:
    """Write a text in both languages."""
    return f'<span lang="sv">{escape(sv)}</span>{between}<span lang="en">{escape(en)}</span>'
