"""A network as one HTML file that opens offline and asks for nothing: vis-network inside, drawn through pyvis."""

from graph.page.texts import Language
from graph.page.write import page_html

__all__ = ["Language", "page_html"]
