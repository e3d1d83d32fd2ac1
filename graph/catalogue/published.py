"""The folder that is put on a web server: the sets' files, and the catalogue that describes them."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import RdfFormat, Triple

from graph.catalogue.check import check_catalogue
from graph.catalogue.counts import count_store, count_triples
from graph.catalogue.dcat import Contents, WrittenFile, catalogue_triples
from graph.catalogue.publication import Publication
from graph.catalogue.sets import GRAPH, ONTOLOGY, SETS
from graph.catalogue.terms import PREFIXES
from graph.errors import ExportError
from graph.export.jsonld import write_jsonld
from graph.export.rdf import write_nquads, write_triples, write_turtle
from graph.export.tables import write_csv
from graph.export.whole import whole_folder
from graph.store import GraphStore
from graph.validate import Severity
from ontology.terms import PREFIXES as VOCABULARIES
from ontology.turtle import VOCABULARY, read_turtle

_PERIOD = "SELECT (MIN(?date) AS ?first) (MAX(?date) AS ?last) WHERE {{ ?m a <{0}Meeting> ; <{1}date> ?date }}"
_CHUNK = 1 << 20


def write_published(store: GraphStore, publication: Publication, base: str, path: Path) -> None:
    """Write the sets and catalog.ttl, catalog.rdf into the folder `path`; `base` is that of the graph's IRIs.

    The catalogue is checked by the profile's shapes first. Raises ExportError where it breaks them.
    """
    ontology = [triple for name in VOCABULARY for triple in read_turtle(name)]
    with whole_folder(path) as folder:
        write_turtle(store, folder / "graph.ttl")
        write_nquads(store, folder / "graph.nq")
        write_jsonld(store, folder / "graph.jsonld")
        write_csv(store, folder / "tables.zip")
        write_triples(ontology, folder / "ontology.ttl", RdfFormat.TURTLE)
        contents = Contents(
            files={file.name: _written(file) for file in folder.iterdir()},
            counts={GRAPH.key: count_store(store), ONTOLOGY.key: count_triples(ontology)},
            period=_period(store),
            vocabularies=tuple(sorted(VOCABULARIES.values())),
            uri_space=base,
        )
        triples = list(catalogue_triples(publication, SETS, contents))
        _refuse_broken(triples, path)
        write_triples(triples, folder / "catalog.ttl", RdfFormat.TURTLE, {**VOCABULARIES, **PREFIXES})
        write_triples(triples, folder / "catalog.rdf", RdfFormat.RDF_XML, {**VOCABULARIES, **PREFIXES})


def _written(file: Path) -> WrittenFile:
    digest = hashlib.sha256()
    with file.open("rb") as data:
        while chunk := data.read(_CHUNK):
            digest.update(chunk)
    return WrittenFile(file.stat().st_size, digest.hexdigest())


def _period(store: GraphStore) -> tuple[dt.date, dt.date] | None:
    """Return the days of the first and the last meeting; None where no meeting has a date."""
    answer = store.query(_PERIOD.format(VOCABULARIES["ag"], VOCABULARIES["dcterms"]))
    if not isinstance(answer, ox.QuerySolutions):
        raise TypeError("the period: expected solutions of a SELECT")
    for solution in answer:
        first, last = solution["first"], solution["last"]
        if isinstance(first, ox.Literal) and isinstance(last, ox.Literal):
            return dt.date.fromisoformat(first.value), dt.date.fromisoformat(last.value)
    return None


def _refuse_broken(triples: list[Triple], path: Path) -> None:
    broken = next((one for one in check_catalogue(triples) if one.severity is Severity.VIOLATION), None)
    if broken is not None:
        raise ExportError(f"{path}: the catalogue breaks DCAT-AP-SE: {broken.focus}: {broken.message_en}")
