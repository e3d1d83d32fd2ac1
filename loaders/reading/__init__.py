"""Reading minutes: from a document's text to typed facts with evidence."""

from loaders.reading.read import read_minutes

__all__ = ["read_minutes"]
