"""The Turtle files of the ontology, as package data: what they hold, and reading them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

from pyoxigraph import RdfFormat, Triple, parse

CORE: Final = "core.ttl"
REUSED: Final = "reused.ttl"
CODES: Final = "codes.ttl"
SHAPES: Final = "shapes.ttl"
SHAPES_WHOLE: Final = "shapes-whole.ttl"
SHAPES_CATALOGUE: Final = "shapes-catalogue.ttl"
VOCABULARY: Final = (CORE, REUSED, CODES)


def read_data(*path: str) -> str:
    """Return a data file of this package, from a checkout, an installation or a wheel."""
    return files("ontology").joinpath(*path).read_text(encoding="utf-8")


@cache
def read_turtle(name: str) -> tuple[Triple, ...]:
    """Return the triples of one Turtle file in the order they stand."""
    return tuple(quad.triple for quad in parse(read_data(name).encode(), format=RdfFormat.TURTLE))


@cache
def prefixes() -> dict[str, str]:
    """Return the prefixes that the vocabulary's files declare, sorted."""
    found: dict[str, str] = {}
    for name in VOCABULARY:
        reader = parse(read_data(name).encode(), format=RdfFormat.TURTLE)
        for _ in reader:
            pass
        for prefix, namespace in reader.prefixes.items():
            if found.setdefault(prefix, namespace) != namespace:
                raise ValueError(
                    f"ontology/{name}: prefix {prefix}: stands for {namespace}; elsewhere for {found[prefix]}"
                )
    return dict(sorted(found.items()))


def curie(iri: str) -> str:
    """Shorten an IRI by the vocabulary's prefixes; one in no known namespace stands in angle brackets."""
    for prefix, namespace in prefixes().items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return f"<{iri}>"


def alignment_names() -> tuple[str, ...]:
    """Return the files of alignments, sorted; each is read with `read_turtle`."""
    folder = files("ontology").joinpath("alignments")
    return tuple(sorted(f"alignments/{entry.name}" for entry in folder.iterdir() if entry.name.endswith(".ttl")))
