from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from ontology.turtle import CODES, CORE, REUSED, alignment_names, prefixes, read_turtle
from ontology.vocabulary import schemes, terms

ROOT = Path(__file__).parent.parent
ROOMS = ("aktorsgraf", "graph", "loaders", "queries")
IRI = re.compile(r"https://w3id\.org/aktorsgraf/ns(?:#|/)[A-Za-z0-9/-]*")
NAMED = re.compile(r"(?<![\w:/.-])(?P<prefix>[a-z][a-z-]*):(?P<name>[A-Za-z_]\w*)")
CONSTANT = re.compile(r"\b([A-Z_]+)\.(\w+)")
LINE_COMMENT = re.compile(r"^\s*#.*$", re.MULTILINE)


def sources() -> Iterator[Path]:
    for room in ROOMS:
        for pattern in ("*.py", "*.rq"):
            yield from sorted((ROOT / room).rglob(pattern))


def declared() -> set[str]:
    concepts = {concept.iri for scheme in schemes() for concept in scheme.concepts}
    return {term.iri for term in terms()} | concepts | {scheme.iri for scheme in schemes()}


def test_every_term_is_used_or_has_gone() -> None:
    """A term is used where code writes it, or where our own Turtle rests on it."""
    files = (path for path in (*sources(), *(ROOT / "ontology").glob("*.py")) if path.name != "terms.py")
    code = "\n".join(path.read_text(encoding="utf-8") for path in files)
    written = set(IRI.findall(code)) | {f"{match[1]}.{match[2]}" for match in CONSTANT.finditer(code)}
    rested = {
        term.value
        for name in (CORE, REUSED, CODES, *alignment_names())
        for triple in read_turtle(name)
        for term in (triple.predicate, triple.object)
        if isinstance(term, NamedNode)
    }
    unused = {
        f"{term.prefix}:{term.name}"
        for term in terms()
        if not term.deprecated
        and not {term.iri, f"{term.prefix.upper().replace('-', '_')}.{term.name}"} & (written | rested)
    }
    assert unused == set()


@pytest.mark.parametrize("path", tuple(sources()), ids=lambda path: str(path.relative_to(ROOT)))
def test_terms_in_queries_and_code_are_declared(path: Path) -> None:
    known, text = declared(), path.read_text(encoding="utf-8")
    namespaces = ("https://w3id.org/aktorsgraf/ns#", "https://w3id.org/aktorsgraf/ns/")
    written = {iri for iri in IRI.findall(text) if iri not in namespaces and not iri.endswith("/")}
    if path.suffix == ".rq" or "PREFIX ag:" in text:
        body = LINE_COMMENT.sub("", text)
        known_prefixes = prefixes()
        written |= {
            known_prefixes[match["prefix"]] + match["name"]
            for match in NAMED.finditer(body)
            if match["prefix"] in known_prefixes and match["prefix"] not in {"xsd", "schema"}
        }
    assert written - known == set()
