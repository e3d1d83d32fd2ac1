"""The static site: every IRI has its place, what changes is written anew, and nobody who is left out is in it."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pyoxigraph as ox
import pytest
from build_samples import build_inline
from pyoxigraph import NamedNode
from site_samples import BASE, HOSTILE, site_folder, site_minutes

from aktorsgraf.workspace import Workspace
from graph.catalogue import read_publication
from graph.errors import ExportError
from graph.public import public_view
from graph.site import write_site
from graph.site.places import Places

CONFIG = Path(__file__).parents[1] / "docs" / "publish.toml"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site_folder(tmp_path_factory.mktemp("site"))


class Parts(HTMLParser):
    """What a page links to, and the elements in it."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.elements.append((tag, values))
        self.ids |= {value for name, value in attrs if name == "id" and value}
        address = values.get("href") or values.get("src")
        if address and values.get("rel") != "canonical":
            self.links.append(address)


def parts_of(page: Path) -> Parts:
    parts = Parts()
    parts.feed(page.read_text(encoding="utf-8"))
    return parts


def pages(site: Path) -> list[Path]:
    return [path for path in site.rglob("*.html") if not path.name.startswith("ns.")]


@pytest.mark.parametrize(
    ("iri", "page", "anchor"),
    [
        (f"{BASE}person/a-1", "id/person/a-1", ""),
        (
            f"{BASE}meeting/k/s/2024-01-01/attendance/a-1/presence",
            "id/meeting/k/s/2024-01-01",
            "attendance/a-1/presence",
        ),
        (f"{BASE}meeting/k/s/2024-01-01/item/4", "id/meeting/k/s/2024-01-01", "item/4"),
        (f"{BASE}meeting/k/s/2024-01-01/item/4/decision/9f", "id/meeting/k/s/2024-01-01/item/4/decision/9f", ""),
        (f"{BASE}document/0123456789abcdef#char=1,2", "id/document/0123456789abcdef", "char=1,2"),
        (f"{BASE}document/0123456789abcdef/mention/person/a", "id/document/0123456789abcdef", "mention/person/a"),
        (f"{BASE}graph/0123456789abcdef", "id/document/0123456789abcdef", ""),
        ("https://w3id.org/aktorsgraf/ns#Meeting", "ns", "Meeting"),
        ("https://w3id.org/aktorsgraf/ns/body-role/convener", "ns", "body-role-convener"),
        (f"{BASE}person/../../etc/passwd", None, ""),
        (f"{BASE}person/%2e%2e", None, ""),
        ("http://www.wikidata.org/entity/Q1", None, ""),
    ],
)
def test_every_iri_has_one_place(iri: str, page: str | None, anchor: str) -> None:
    places = Places(BASE)
    assert places.page(iri) == page
    if page is not None:
        assert places.anchor(iri) == anchor


def test_every_link_leads_to_a_file_and_a_place_in_it(site: Path) -> None:
    found = {page: parts_of(page) for page in pages(site)}
    checked = 0
    for page, parts in found.items():
        for link in parts.links:
            assert not re.match(r"[a-z]+:|//", link), f"{page}: {link} leaves the site"
            target, _, anchor = link.partition("#")
            file = (page.parent / target).resolve() if target else page
            assert file.is_file(), f"{page}: {link}"
            if anchor and file in found:
                assert anchor in found[file].ids, f"{page}: {link}"
                checked += 1
    assert checked > 50


def test_pages_have_title_description_language_and_data(site: Path) -> None:
    for page in site.glob("id/person/*.html"):
        if 'http-equiv="refresh"' in page.read_text(encoding="utf-8"):
            continue
        parts = parts_of(page)
        names = [values.get("name") for tag, values in parts.elements if tag == "meta"]
        assert {"viewport", "description"} <= set(names)
        assert ("html", {"lang": page.name.rsplit(".", 2)[1]}) in parts.elements
        stated = re.search(r'<script type="application/ld\+json">(.*?)</script>', page.read_text(encoding="utf-8"))
        assert stated
        assert json.loads(stated[1])["@type"] == "Person"


def test_a_things_turtle_and_json_ld_say_the_same(site: Path) -> None:
    compared = 0
    for file in (*site.glob("id/person/*.ttl"), *site.glob("id/group/**/*.ttl"), *site.glob("id/meeting/**/*.ttl")):
        turtle = {quad.triple for quad in ox.parse(path=file, format=ox.RdfFormat.TURTLE)}
        linked = {quad.triple for quad in ox.parse(path=file.with_suffix(".jsonld"), format=ox.RdfFormat.JSON_LD)}
        assert turtle == linked != set()
        compared += 1
    assert compared > 5


def test_texts_of_minutes_are_shown_as_text(site: Path) -> None:
    shown = [page for page in pages(site) if "&lt;img src=x" in page.read_text(encoding="utf-8")]
    assert shown
    for page in pages(site):
        tags = [tag for tag, _ in parts_of(page).elements]
        assert "img" not in tags
        assert HOSTILE not in page.read_text(encoding="utf-8")


def test_writing_again_changes_nothing_and_what_is_gone_is_removed(tmp_path: Path) -> None:
    minutes = site_minutes(tmp_path / "minutes")
    workspace = Workspace(tmp_path / "workspace")
    build_inline(workspace.path, *minutes)
    publication = read_publication(CONFIG)
    with workspace.open_store(read_only=True) as store:
        first = write_site(store, publication, BASE, tmp_path / "site")
        again = write_site(store, publication, BASE, tmp_path / "site")
    assert (first.written > 100, first.unchanged, first.removed) == (True, 0, 0)
    assert (again.written, again.unchanged, again.removed) == (0, first.written, 0)
    minutes[-1].unlink()
    build_inline(workspace.path, *minutes[:-1], tmp_path / "minutes", prune=True)
    with workspace.open_store(read_only=True) as store:
        fewer = write_site(store, publication, BASE, tmp_path / "site")
        fresh = write_site(store, publication, BASE, tmp_path / "fresh")
    assert fewer.removed > 0
    assert fewer.written + fewer.unchanged == fresh.written
    names = [
        {str(path.relative_to(tmp_path / name)) for path in (tmp_path / name).rglob("*")} for name in ("site", "fresh")
    ]
    assert names[0] == names[1]


def test_a_folder_of_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("x")
    workspace = Workspace(tmp_path.with_name("workspace-of-site"))
    build_inline(workspace.path, *site_minutes(tmp_path.with_name("minutes-of-site")))
    with (
        workspace.open_store(read_only=True) as store,
        pytest.raises(ExportError, match="holds other files and is no site"),
    ):
        write_site(store, read_publication(CONFIG), BASE, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_the_public_site_leaks_nobody(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "workspace")
    build_inline(workspace.path, *site_minutes(tmp_path / "minutes"))
    with workspace.open_store(read_only=True) as store, public_view(store) as view:
        write_site(view, read_publication(CONFIG), BASE, tmp_path / "site")
    for file in (tmp_path / "site").rglob("*"):
        assert "kvillberg" not in str(file).lower()
        if file.is_file() and file.suffix != ".zip":
            assert "kvillberg" not in file.read_text(encoding="utf-8").lower(), file


def test_merged_iris_lead_on_without_rules_too(site: Path) -> None:
    moved = [page for page in pages(site) if 'http-equiv="refresh"' in page.read_text(encoding="utf-8")]
    assert moved
    assert all(NamedNode(f"https://x/{page.name}") for page in moved)
