"""Made-up minutes with a hostile name, people in two bodies and somebody without a public role; and a site made of them."""

from __future__ import annotations

from pathlib import Path

from build_samples import build_inline

from aktorsgraf.workspace import Workspace
from graph.catalogue import read_publication
from graph.site import write_site

BASE = "https://w3id.org/aktorsgraf/id/"
HOSTILE = "<img src=x onerror=document.title='ran'>"
_HEAD = """PÅHITTAT PROTOKOLL
ARVIKA KOMMUN
{body}
Sammanträdesprotokoll 2024-0{month}-05
Plats och tid: Kommunhuset, Arvika, kl. 13.00-15.00
Beslutande
Karin Ståhl (C), ordförande
Emil Hallgård (S)
Tove Sundelid (M)
Övriga deltagare
Gunvor Kvillberg, inbjuden gäst
"""
_ITEM = """
§ {month} Arbetsgrupp för {what}
Beslut
att utse Emil Hallgård (S), sammankallande, och Tove Sundelid (M) att ingå i arbetsgruppen för {what}.
att uppdra åt Karin Ståhl att svara på brevet från Gunvor Kvillberg senast 2024-12-01.
"""


def site_minutes(folder: Path) -> list[Path]:
    """Write the minutes into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = {
        "ks-3.txt": (_HEAD + _ITEM).format(body="Kommunstyrelsen", month=3, what="skolvägar"),
        "ks-4.txt": (_HEAD + _ITEM).format(body="Kommunstyrelsen", month=4, what=f"cykel {HOSTILE} vägar"),
        "namnd-5.txt": (_HEAD + _ITEM).format(body="Tekniska nämnden", month=5, what="gatuljus"),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in texts]


def site_folder(scratch: Path) -> Path:
    """Build the minutes and write their site."""
    workspace = Workspace(scratch / "workspace")
    build_inline(workspace.path, *site_minutes(scratch / "minutes"))
    publication = read_publication(Path(__file__).parents[1] / "docs" / "publish.toml")
    with workspace.open_store(read_only=True) as store:
        write_site(store, publication, BASE, scratch / "site")
    return scratch / "site"
