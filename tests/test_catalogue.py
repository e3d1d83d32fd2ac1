"""The catalogue holds what DCAT-AP-SE demands, its counts are those of the files, and a broken one is found broken."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from pyoxigraph import NamedNode, Triple
from query_samples import sample_store

from graph.catalogue import Publication, read_publication, write_published
from graph.catalogue.check import check_catalogue
from graph.catalogue.terms import term
from graph.errors import ExportError
from graph.store import GraphStore
from graph.validate import Severity
from ontology.iris import DEFAULT_BASE

CONFIG = Path(__file__).parents[1] / "docs" / "publish.toml"
HOME = "https://data.example.se/aktorsgraf/"
MANDATORY = [
    ("catalog", "dcterms:title"),
    ("catalog", "dcterms:description"),
    ("catalog", "dcterms:publisher"),
    ("catalog", "dcterms:license"),
    ("catalog", "dcat:dataset"),
    ("graph", "dcterms:title"),
    ("graph", "dcterms:description"),
    ("tables", "dcterms:publisher"),
    ("graph.ttl", "dcat:accessURL"),
    ("sparql", "dcterms:title"),
    ("sparql", "dcat:endpointURL"),
    ("publisher", "foaf:name"),
    ("publisher", "dcterms:type"),
    ("contact", "vcard:hasEmail"),
]
RECOMMENDED = [
    ("catalog", "dcterms:modified"),
    ("graph", "dcat:keyword"),
    ("ontology", "dcat:theme"),
    ("tables.zip", "dcatap:availability"),
    ("graph.nq", "dcterms:format"),
]


@pytest.fixture(scope="module")
def store() -> Iterator[GraphStore]:
    with sample_store() as opened:
        yield opened


@pytest.fixture(scope="module")
def published(store: GraphStore, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published")
    config = folder.with_suffix(".toml")
    config.write_text(CONFIG.read_text(encoding="utf-8").replace("# endpoint", "endpoint"), encoding="utf-8")
    write_published(store, read_publication(config), DEFAULT_BASE, folder)
    return folder


def triples(file: Path) -> list[Triple]:
    return [quad.triple for quad in ox.parse(path=file)]


def thing(name: str) -> NamedNode:
    return NamedNode(f"{HOME}catalog#{name}")


def value(found: list[Triple], name: str, curie: str) -> str:
    (stated,) = [one.object for one in found if one.subject == thing(name) and one.predicate == term(curie)]
    assert isinstance(stated, NamedNode | ox.Literal)
    return stated.value


def test_the_catalogue_holds_all_that_is_demanded_and_recommended(published: Path) -> None:
    assert check_catalogue(triples(published / "catalog.ttl")) == ()


def test_turtle_and_rdfxml_say_the_same(published: Path) -> None:
    assert set(triples(published / "catalog.ttl")) == set(triples(published / "catalog.rdf"))


@pytest.mark.parametrize(("name", "curie"), MANDATORY)
def test_what_is_demanded_is_missed(published: Path, name: str, curie: str) -> None:
    whole = triples(published / "catalog.ttl")
    broken = [one for one in whole if (one.subject, one.predicate) != (thing(name), term(curie))]
    assert len(broken) < len(whole)
    found = check_catalogue(broken)
    assert any(one.severity is Severity.VIOLATION and one.focus == thing(name).value for one in found)


@pytest.mark.parametrize(("name", "curie"), RECOMMENDED)
def test_what_is_recommended_is_a_warning(published: Path, name: str, curie: str) -> None:
    whole = triples(published / "catalog.ttl")
    poorer = [one for one in whole if (one.subject, one.predicate) != (thing(name), term(curie))]
    assert len(poorer) < len(whole)
    found = check_catalogue(poorer)
    assert [(one.severity, one.focus) for one in found] == [(Severity.WARNING, thing(name).value)]


def test_no_catalogue_is_a_violation() -> None:
    assert check_catalogue([])[0].severity is Severity.VIOLATION


@pytest.mark.parametrize("name", ["graph", "ontology"])
def test_counts_are_those_of_the_file(published: Path, name: str) -> None:
    catalogue, data = triples(published / "catalog.ttl"), set(triples(published / f"{name}.ttl"))
    assert int(value(catalogue, name, "void:triples")) == len(data) > 100
    assert int(value(catalogue, name, "void:distinctSubjects")) == len({one.subject for one in data})
    assert int(value(catalogue, name, "void:distinctObjects")) == len({one.object for one in data})
    parts = [one.object for one in catalogue if one.predicate == term("void:propertyPartition")]
    stated = {
        one.subject: int(one.object.value)
        for one in catalogue
        if one.predicate == term("void:triples") and one.subject in parts and isinstance(one.object, ox.Literal)
    }
    of_this = {part: number for part, number in stated.items() if f"#{name}-" in str(part)}
    assert sum(of_this.values()) == len(data)


def test_sizes_and_checksums_are_those_of_the_files(published: Path) -> None:
    catalogue = triples(published / "catalog.ttl")
    files = [one for one in published.iterdir() if not one.name.startswith("catalog.")]
    assert len(files) == 5
    for file in files:
        assert int(value(catalogue, file.name, "dcat:byteSize")) == file.stat().st_size
        checksum = value(catalogue, f"{file.name}-checksum", "spdx:checksumValue")
        assert checksum == hashlib.sha256(file.read_bytes()).hexdigest()


def test_the_period_is_that_of_the_meetings(published: Path) -> None:
    catalogue = triples(published / "catalog.ttl")
    days = {value(catalogue, "graph-period", f"dcat:{name}Date") for name in ("start", "end")}
    assert days == {"2024-01-10", "2024-06-10"}


def test_the_same_graph_gives_the_same_bytes(store: GraphStore, tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_published(store, read_publication(CONFIG), DEFAULT_BASE, tmp_path / name)
    for file in (tmp_path / "a").iterdir():
        assert file.read_bytes() == (tmp_path / "b" / file.name).read_bytes()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('home = "https://data.example.se/aktorsgraf/"', 'home = "ftp://x/"', r"in `home`"),
        ("[contact]", "[kontakt]", "kontakt"),
        ('type = "LocalAuthority"', 'type = "Kommun"', r"in `publisher\.type`"),
        ('email = "data@example.se"', 'email = "data"', r"in `contact\.email`"),
        ("[title]", "[title", "is no TOML"),
        ("issued = 2024-10-01", 'issued = "i dag"', r"in `issued`"),
        ("modified = 2024-10-01", "modified = 2020-01-01", "is before issued"),
        ('license = "http', '# license = "http', "license"),
    ],
)
def test_a_wrong_configuration_is_one_line_that_names_the_key(tmp_path: Path, old: str, new: str, words: str) -> None:
    text = CONFIG.read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "fel.toml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(ExportError, match=words) as caught:
        read_publication(tmp_path / "fel.toml")
    assert "\n" not in str(caught.value)


def test_a_missing_configuration_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"finns-ej\.toml: cannot be read"):
        read_publication(tmp_path / "finns-ej.toml")


def test_a_catalogue_that_breaks_the_profile_is_not_written(
    store: GraphStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publication: Publication = read_publication(CONFIG)
    monkeypatch.setattr("graph.catalogue.published.catalogue_triples", lambda *_: iter(()))
    with pytest.raises(ExportError, match="breaks DCAT-AP-SE"):
        write_published(store, publication, DEFAULT_BASE, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []
