"""What one stretch of text says of one person."""

from __future__ import annotations

import msgspec


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """What one stretch of a flow says of one person. `replaces` is a name; `replaces_role` a role («ersätter ordförande»)."""

    name: str
    start: int
    end: int
    name_end: int
    party: str | None = None
    municipality: str | None = None
    organisation: str | None = None
    title: str | None = None
    roles: tuple[str, ...] = ()
    replaces: str | None = None
    replaces_role: str | None = None
    items: str | None = None
    partly: str | None = None
    remote: bool = False
    arrived: str | None = None
    left: str | None = None
    present: bool | None = None
    replaced: bool = False
    bare: bool = False
