"""Helpers of the reader's tests: snippets made to documents, and facts without their places."""

from __future__ import annotations

import hashlib
import json
import textwrap
from typing import Any

import msgspec

from loaders.documents import Document
from loaders.minutes import Minutes, encode_minutes
from loaders.reading import read_minutes
from loaders.reading.text.flow import Flow, flow
from loaders.reading.text.sheet import Sheet


def document_of(text: str) -> Document:
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(name="prov.txt", text=text, sha256=sha256, media_type="text/plain")


def flow_of(text: str) -> Flow:
    return flow(Sheet(text, text, None), [(0, len(text))])


def read(text: str) -> Minutes:
    (minutes,) = read_minutes(document_of(textwrap.dedent(text).lstrip("\n")))
    return minutes


def parse(text: str) -> list[dict[str, Any]]:
    """Read a text to built-in values, one dictionary a meeting, empty fields left out."""
    return [json.loads(encode_minutes(minutes)) for minutes in read_minutes(document_of(text))]


def evidence_of(value: Any) -> list[dict[str, Any]]:
    """List all evidence in built-in values, at any depth."""
    if isinstance(value, dict):
        if value.keys() == {"start", "end", "quote"}:
            return [value]
        return [found for inner in value.values() for found in evidence_of(inner)]
    return [found for inner in value for found in evidence_of(inner)] if isinstance(value, list | tuple) else []


def facts_of(minutes: tuple[Minutes, ...]) -> Any:
    """Return what the minutes say without where they say it."""
    return [_without_places({**msgspec.to_builtins(one), "source": None}) for one in minutes]


def _without_places(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_places(inner) for key, inner in value.items() if key != "evidence"}
    return [_without_places(inner) for inner in value] if isinstance(value, list | tuple) else value
