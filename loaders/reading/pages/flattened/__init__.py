"""Pages that came flattened to one line («en rad per sida»), broken again where they broke."""

from loaders.reading.pages.flattened.page import unflattened

__all__ = ["unflattened"]
