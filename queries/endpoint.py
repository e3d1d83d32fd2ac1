"""A SPARQL 1.1 endpoint that holds the exported graph, in place of the store («ändpunkt»).

It is asked by POST and answers as SPARQL results in JSON, or as N-Triples. Its default graph must be the union of its graphs, as
the store's is.
"""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO, Final
from urllib.parse import urlencode, urlsplit

import pyoxigraph as ox

from queries.errors import EndpointError
from queries.syntax import brief

SECONDS: Final = 60.0
LARGEST: Final = 256 * 1024 * 1024  # bytes of an answer
RESULTS: Final = "application/sparql-results+json"
TRIPLES: Final = "application/n-triples"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where to ask, and how many seconds an answer may take."""

    url: str
    seconds: float = SECONDS

    def query(self, sparql: str) -> ox.QuerySolutions | ox.QueryBoolean | tuple[ox.Triple, ...]:
        """Ask. Raises EndpointError in one line."""
        parts = urlsplit(self.url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise EndpointError(f"{brief(self.url)}: no address of an endpoint; expected http://… or https://…")
        if parts.username or parts.password:
            raise EndpointError(f"{parts.hostname}: the address holds a user or a password; give it without them")
        kind, body = self._answer(sparql)
        try:
            if kind == RESULTS:
                return ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
            if kind == TRIPLES:
                return tuple(quad.triple for quad in ox.parse(body, format=ox.RdfFormat.N_TRIPLES))
        except (SyntaxError, ValueError) as error:
            raise EndpointError(f"{self.url}: its answer is no {kind} ({brief(str(error))})") from error
        raise EndpointError(
            f"{self.url}: answers with {kind or 'no media type'}; expected {RESULTS}; is it an endpoint?"
        )

    def _answer(self, sparql: str) -> tuple[str, bytes]:
        request = urllib.request.Request(  # noqa: S310 - the scheme is checked above
            self.url,
            data=urlencode({"query": sparql}).encode(),
            headers={"Accept": f"{RESULTS}, {TRIPLES};q=0.9", "User-Agent": "aktorsgraf"},
        )
        try:
            with _OPENER.open(request, timeout=self.seconds) as response:
                body = _read(response, time.monotonic() + self.seconds)
                kind = response.headers.get_content_type()
        except urllib.error.HTTPError as error:
            with error:
                said = brief(error.read(2000).decode("utf-8", "replace"))
            raise EndpointError(f"{self.url}: answers {error.code} {error.reason}: {said}".rstrip(": ")) from error
        except TimeoutError as error:
            raise EndpointError(f"{self.url}: no answer within {self.seconds:g} seconds; ask for less") from error
        except urllib.error.URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise EndpointError(f"{self.url}: no answer within {self.seconds:g} seconds; ask for less") from error
            raise EndpointError(
                f"{self.url}: cannot be reached ({brief(str(error.reason))}); check the address"
            ) from error
        except (OSError, HTTPException, ValueError) as error:
            raise EndpointError(f"{self.url}: breaks off ({brief(str(error))}); ask again, or for less") from error
        if len(body) > LARGEST:
            raise EndpointError(f"{self.url}: its answer is larger than {LARGEST // 1024**2} MB; ask for less")
        return kind, body


def _read(response: HTTPResponse, deadline: float) -> bytes:
    pieces, size = [], 0
    while size <= LARGEST and (piece := response.read1(1 << 20)):
        pieces.append(piece)
        size += len(piece)
        if time.monotonic() > deadline:
            raise TimeoutError
    return b"".join(pieces)


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Lets a redirect be the error it is: the question would be lost on its way."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> None:
        del req, fp, code, msg, headers, newurl


_OPENER: Final = urllib.request.build_opener(_NoRedirect)
