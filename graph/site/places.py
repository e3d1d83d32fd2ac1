"""Where an IRI is told of: the thing whose page it is on, and that page's files («plats»)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from ontology.iris import CODES
from ontology.vocabulary import ONTOLOGY

TERMS_PAGE: Final = "ns"
_BELOW: Final = (
    re.compile(r"(?P<owner>meeting/.+?/item/[^/]+/decision/[^/]+)/"),
    re.compile(r"(?P<owner>meeting/.+?)/(?:attendance|item)/(?!.*?/decision/[^/]+$)"),
    re.compile(r"(?P<owner>document/[0-9a-f]{16})/"),
    re.compile(r"(?P<owner>municipality/[0-9]{4})/"),
)
_GRAPH: Final = re.compile(r"graph/(?P<source>[0-9a-f]{16})")
_SAFE: Final = re.compile(r"[A-Za-z0-9._~-]+(?:/[A-Za-z0-9._~-]+)*")


@dataclass(frozen=True, slots=True)
class Places:
    """The places of one graph's things, whose IRIs begin with `base`.

    The site's folder for them is called as the last part of the base («id/»).
    """

    base: str

    @property
    def mount(self) -> str:
        """Return the path on the web server that the site's folder stands at: «/» or one that ends so."""
        path = urlsplit(self.base).path
        return path.rstrip("/").rpartition("/")[0] + "/" if path.startswith("/") else "/"

    @property
    def folder(self) -> str:
        """Return the folder of the things' pages with a slash: the last part of the base («id/»), or nothing where that is the root."""
        last = urlsplit(self.base).path.rstrip("/").rpartition("/")[2]
        return f"{last}/" if last and _SAFE.fullmatch(last) else ""

    @lru_cache(200_000)  # noqa: B019 - as long as the process lives, there are one or two of these
    def owner(self, iri: str) -> str | None:
        """Return the IRI of the thing whose page tells of `iri`; None for what the site does not tell of."""
        whole = iri.partition("#")[0]
        if not whole.startswith(self.base):
            return None
        local = whole.removeprefix(self.base)
        for pattern in _BELOW:
            found = pattern.match(local)
            if found:
                return f"{self.base}{found['owner']}"
        graph = _GRAPH.fullmatch(local)
        return f"{self.base}document/{graph['source']}" if graph else whole

    def page(self, iri: str) -> str | None:
        """Return the path of the page that tells of `iri`, without language and suffix; None where there is none.

        A path that would lead out of the site's folder is no path.
        """
        if iri.startswith((f"{ONTOLOGY}#", CODES)) or iri == ONTOLOGY:
            return TERMS_PAGE
        owner = self.owner(iri)
        if owner is None:
            return None
        local = owner.removeprefix(self.base)
        if not _SAFE.fullmatch(local) or any(part.strip(".") == "" for part in local.split("/")):
            return None
        return f"{self.folder}{local}"

    def anchor(self, iri: str) -> str:
        """Return the name of the place on its page; empty for the page's own thing."""
        if iri.startswith((f"{ONTOLOGY}#", CODES)):
            return iri.removeprefix(f"{ONTOLOGY}#").removeprefix(CODES).replace("/", "-")
        whole, _, fragment = iri.partition("#")
        owner = self.owner(iri) or whole
        return fragment or whole.removeprefix(owner).strip("/") if whole.startswith(owner) else ""
