"""Reading minutes: from a document's text to typed facts with evidence."""

from loaders.reading.read import (
    Copies,
    Extract,
    ExtractRead,
    copies_in,
    extracts_of,
    join_copies,
    read_extract,
    read_minutes,
)

__all__ = [
    "Copies",
    "Extract",
    "ExtractRead",
    "copies_in",
    "extracts_of",
    "join_copies",
    "read_extract",
    "read_minutes",
]
