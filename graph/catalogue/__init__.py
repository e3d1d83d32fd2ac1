"""The catalogue («datakatalog»): what is published, by whom and under which licence, as DCAT-AP-SE 3.0.1 and VoID."""

from graph.catalogue.publication import Publication, read_publication
from graph.catalogue.published import write_published

__all__ = ["Publication", "read_publication", "write_published"]
