"""From minutes and identities to quads («avbildning»): one named graph a document, and the identity graph."""

from loaders.mapping.document import document_quads
from loaders.mapping.identities import identity_quads

__all__ = ["document_quads", "identity_quads"]
