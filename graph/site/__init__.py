"""The static site («webbplats»): a page for each thing in Swedish and English, and the same things as Turtle and JSON-LD."""

from graph.site.folder import Written
from graph.site.write import write_site

__all__ = ["Written", "write_site"]
