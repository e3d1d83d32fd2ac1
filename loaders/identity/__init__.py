"""Who is who: people, bodies, organisations, groups, places and parties across minutes («identitet»).

`mentions_of` gathers from one protocol what identity needs; `resolve` says of all such records together what each name
means, which things there are and what was merged. Nothing here knows of graphs: `loaders.mapping` writes them.
"""

from loaders.identity.identities import Identities
from loaders.identity.judgement import Conflict, Judgement, Verdict
from loaders.identity.records import DocumentRecord, mentions_of, record_key
from loaders.identity.resolution import Candidate, Entity, Holder, Merge, Resolution, Sighting, Thing
from loaders.identity.resolve import resolve
from loaders.identity.weights import Feature

__all__ = [
    "Candidate",
    "Conflict",
    "DocumentRecord",
    "Entity",
    "Feature",
    "Holder",
    "Identities",
    "Judgement",
    "Merge",
    "Resolution",
    "Sighting",
    "Thing",
    "Verdict",
    "mentions_of",
    "record_key",
    "resolve",
]
