"""A server for one workspace: every IRI in the form asked for, a SPARQL endpoint, the network («servern»)."""

from aktorsgraf.server.app import make_app

__all__ = ["make_app"]
