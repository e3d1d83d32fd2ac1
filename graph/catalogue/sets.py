"""The published sets («datamängder»): what each is called, and the files that it is given as."""

from __future__ import annotations

from typing import Final, NamedTuple

from graph.catalogue.publication import Texts


class FileKind(NamedTuple):
    """A file of a set: its name in the folder, media type, code in the EU's table of file types, and what it is."""

    name: str
    media_type: str
    eu_format: str
    description: Texts


class PublishedSet(NamedTuple):
    """A set that can be fetched by itself; `key` is its name in IRIs."""

    key: str
    title: Texts
    description: Texts
    files: tuple[FileKind, ...]


GRAPH: Final = PublishedSet(
    "graph",
    Texts(sv="Grafen", en="The graph"),
    Texts(
        sv="Personer, organ, grupper, sammanträden, beslut och uppdrag som länkade data, varje uppgift med sitt belägg.",
        en="People, bodies, groups, meetings, decisions and assignments as linked data, each fact with its evidence.",
    ),
    (
        FileKind("graph.ttl", "text/turtle", "RDF_TURTLE", Texts(sv="Allt, som Turtle.", en="All of it, as Turtle.")),
        FileKind(
            "graph.nq",
            "application/n-quads",
            "RDF_N_QUADS",
            Texts(sv="Allt, en namngiven graf per dokument.", en="All of it, a named graph for each document."),
        ),
        FileKind(
            "graph.jsonld",
            "application/ld+json",
            "JSON_LD",
            Texts(sv="Allt, som JSON-LD.", en="All of it, as JSON-LD."),
        ),
    ),
)
TABLES: Final = PublishedSet(
    "tables",
    Texts(sv="Tabellerna", en="The tables"),
    Texts(
        sv="Samma uppgifter som tabeller, en för varje slags ting, för kalkylark och databaser.",
        en="The same facts as tables, one for each kind of thing, for spreadsheets and databases.",
    ),
    (
        FileKind(
            "tables.zip",
            "application/zip",
            "CSV",
            Texts(
                sv="CSV-tabeller med beskrivning (CSVW), i en zip-fil.",
                en="CSV tables with their description (CSVW), in a zip file.",
            ),
        ),
    ),
)
ONTOLOGY: Final = PublishedSet(
    "ontology",
    Texts(sv="Ontologin", en="The ontology"),
    Texts(
        sv="Klasser, egenskaper och kodlistor som grafen är beskriven med, på svenska och engelska.",
        en="Classes, properties and code lists that the graph is described in, in Swedish and English.",
    ),
    (
        FileKind(
            "ontology.ttl",
            "text/turtle",
            "RDF_TURTLE",
            Texts(sv="Ontologin, som Turtle.", en="The ontology, as Turtle."),
        ),
    ),
)
SETS: Final = (GRAPH, TABLES, ONTOLOGY)
