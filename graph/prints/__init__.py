"""Pictures for print: a network as SVG or PNG with its legend, drawn by matplotlib in the colours and places of the page."""

from graph.prints.write import print_bytes

__all__ = ["print_bytes"]
