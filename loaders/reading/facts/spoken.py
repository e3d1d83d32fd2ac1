"""The paragraphs in which people act at the meeting («yrkanden», «beslutsgång», «omröstning»)."""

from __future__ import annotations

from loaders.reading.items.context import Item
from loaders.reading.items.parts import paragraphs
from loaders.reading.pages.layout import Layout
from loaders.reading.text.flow import Flow

_NOT_SPOKEN = frozenset(
    {"quoted", "background", "basis", "recipients", "diary", "prepared-by", "responsible", "opinions", "next"}
)


def spoken(layout: Layout, item: Item) -> list[Flow]:
    """List the paragraphs of an item in order, without those that only tell of what was before or elsewhere."""
    parts = (part for part in item.parts if part.kind not in _NOT_SPOKEN)
    return [text for part in parts for text in paragraphs(layout, part)]
