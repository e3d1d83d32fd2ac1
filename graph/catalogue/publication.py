"""What only the publisher knows: the configuration file `publish.toml`."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from pyoxigraph import NamedNode

from graph.errors import ExportError

Words = Annotated[str, msgspec.Meta(min_length=1)]
Url = Annotated[str, msgspec.Meta(pattern=r"^https?://[^\s<>\"{}|\\^`]+$")]
Folder = Annotated[
    str, msgspec.Meta(pattern=r"^https?://[^\s<>\"{}|\\^`?#]+/$", description="an address that ends in /")
]
Email = Annotated[str, msgspec.Meta(pattern=r"^[^@\s<>]+@[^@\s<>]+$")]
PublisherType = Literal[
    "LocalAuthority", "RegionalAuthority", "NationalAuthority", "NonProfitOrganisation", "Academia-ScientificOrganisation",
    "Company", "IndustryConsortium", "PrivateIndividual(s)", "StandardisationBody", "SupraNationalAuthority",
]  # fmt: skip


class _Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of all tables of the file: a key that is not known is an error, for else it would be lost in silence."""


class Texts(_Table, frozen=True):
    """A text in Swedish and English."""

    sv: Words
    en: Words


class Publisher(_Table, frozen=True):
    """Who publishes («utgivare»). `iri` is the organisation's own, if it has one; `type` a code of ADMS."""

    name: Words
    type: PublisherType
    iri: Url | None = None
    homepage: Url | None = None


class Contact(_Table, frozen=True):
    """Who answers questions about the data («kontaktpunkt»)."""

    name: Words
    email: Email


class Publication(_Table, frozen=True):
    """One catalogue.

    `home` is the address of the folder that the files are served from; `endpoint` that of a SPARQL endpoint with the same
    data; `issued` and `modified` are stated by the publisher, for nothing written here depends on a clock.
    """

    title: Texts
    description: Texts
    publisher: Publisher
    contact: Contact
    home: Folder
    license: Url
    keywords: tuple[Texts, ...] = ()
    endpoint: Url | None = None
    issued: dt.date | None = None
    modified: dt.date | None = None

    def __post_init__(self) -> None:
        """Refuse a change before the issue. Raises ValueError, which a decoder reports with its place."""
        if self.issued and self.modified and self.modified < self.issued:
            raise ValueError(f"modified {self.modified} is before issued {self.issued}")


def read_publication(path: Path) -> Publication:
    """Read the configuration. Raises ExportError, in one line that names the key at fault."""
    try:
        stated = tomllib.loads(path.read_text(encoding="utf-8"))
        publication = msgspec.convert(stated, Publication)
        for iri in (publication.home, publication.license, publication.publisher.iri, publication.endpoint):
            NamedNode(iri or publication.home)
    except OSError as error:
        raise ExportError(f"{path}: cannot be read ({error.strerror}); name the file with --config") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ExportError(f"{path}: is no TOML ({error}); see docs/publish.toml") from error
    except (msgspec.ValidationError, ValueError) as error:
        raise ExportError(f"{path}: {_plain(str(error))}; see docs/publish.toml") from error
    return publication


def _plain(problem: str) -> str:
    """Say what msgspec finds in the words of who writes the file."""
    problem = re.sub(r"^Object contains unknown field `(.*?)`", r"there is no key `\1`", problem)
    problem = re.sub(r"^Object missing required field `(.*?)`", r"the key `\1` is missing", problem)
    return re.sub(r" - at `\$\.?(.*?)`$", r", in `\1`", problem)
