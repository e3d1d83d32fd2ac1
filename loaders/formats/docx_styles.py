"""What the styles of a Word file («formatmallar») say of a paragraph or a run."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from loaders.formats.markup import attribute, child, children

_DEEPEST = 20  # styles that rest on styles
_BODY_LEVEL = 9
_OFF = frozenset({"0", "false", "off"})


class Styles:
    """The styles by their ids."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles = {attribute(style, "styleId"): style for style in children(root, "style")}

    def properties(self, paragraph: etree._Element, name: str) -> Iterator[etree._Element]:
        """Yield a property of a paragraph, then of its style and of the styles that this rests on."""
        own = child(paragraph, "pPr", name)
        if own is not None:
            yield own
        for style in self.chain(attribute(child(paragraph, "pPr", "pStyle"), "val")):
            found = child(style, "pPr", name)
            if found is not None:
                yield found

    def chain(self, identifier: str | None) -> Iterator[etree._Element]:
        """Yield a style and those it rests on."""
        for _ in range(_DEEPEST):
            style = self._styles.get(identifier)
            if style is None:
                return
            yield style
            identifier = attribute(child(style, "basedOn"), "val")

    def heading(self, paragraph: etree._Element) -> int:
        """Return the level of a heading from 1; 0 for body text."""
        for stated in self.properties(paragraph, "outlineLvl"):
            level = attribute(stated, "val") or ""
            return int(level) + 1 if level.isdigit() and int(level) < min(_BODY_LEVEL, 6) else 0
        return 0

    def hides(self, run: etree._Element) -> bool:
        """Tell whether a run of text is hidden, by itself or by its style."""
        hidden = child(run, "rPr", "vanish")
        if hidden is None:
            named = attribute(child(run, "rPr", "rStyle"), "val")
            styles = (child(style, "rPr", "vanish") for style in self.chain(named))
            hidden = next((one for one in styles if one is not None), None)
        return hidden is not None and attribute(hidden, "val") not in _OFF
