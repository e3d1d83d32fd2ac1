"""Reading minutes: from a document's text to typed facts with evidence."""

from loaders.reading.read import (
    Extract,
    ExtractRead,
    extracts_of,
    join_minutes,
    read_extract,
    read_minutes,
)

__all__ = [
    "Extract",
    "ExtractRead",
    "extracts_of",
    "join_minutes",
    "read_extract",
    "read_minutes",
]
